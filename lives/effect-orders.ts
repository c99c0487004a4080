/** What a transition's actions order: effects, notices, child lives and postings. */
import type { Elsewhere, Posting } from '../charts/effects.ts';
import { STAFF } from '../charts/law.ts';
import type { LifeType } from '../charts/life-type.ts';

/** A side effect as the chart ordered it. */
export interface EffectOrder {
  kind: string;
  params: Record<string, unknown>;
  /** Set where the effect delivers a notice. */
  notice?: NoticeOrder;
}

/** A message to an account, or to the operator's staff. */
export interface NoticeOrder {
  account: string | typeof STAFF;
  template: string;
  channel: 'mail' | 'sms';
  /** It must reach its reader by some channel. */
  legal: boolean;
}

type Action = { type: string; params?: Record<string, unknown> };

/** The action that books postings: written with the event, so it is no effect. */
const BOOK = 'book';

/** The postings among a transition's actions. */
export const postingsOf = (actions: unknown[]): Posting[] =>
  (actions as Action[]).flatMap(({ type, params }) => (type === BOOK ? (params as unknown as { postings: Posting[] }).postings : []));

/**
 * The effects among a transition's actions, in the chart's order. A notice becomes one e-mail for each account that it goes to. A notice of legal
 * weight also goes to the authorised number (1.2), after all else.
 */
export function effectOrdersOf(type: LifeType, context: object, actions: unknown[]): EffectOrder[] {
  const isTexted = (template: string): boolean =>
    (actions as Action[]).some(({ type: kind, params }) => {
      const address = kind === 'notify' && params?.template === template ? type.elsewhere?.(context, params.to as string) : undefined;
      return address !== undefined && 'person' in address;
    });
  const orders = (actions as Action[])
    .filter((action) => !action.type.startsWith('xstate.') && action.type !== BOOK)
    .flatMap((action): EffectOrder[] => {
      const { params = {} } = action;
      if (action.type !== 'notify') return [{ kind: action.type, params }];
      const { to, template } = params as { to: string; template: string };
      // Where the event also texts the notice to a person's number, the text is its legal form, and is not sent twice.
      const texted = type.elsewhere?.(context, to) === undefined && isTexted(template);
      const legal = type.messages.notices[template]?.legal !== undefined && !texted;
      return type.recipients(context, to).map((account) => noticeOrder({ account, template, legal }, type.elsewhere?.(context, to)));
    });
  const texts = orders.flatMap(({ notice, params }): EffectOrder[] =>
    notice &&
    notice.channel === 'mail' &&
    notice.account !== STAFF &&
    notice.legal &&
    !('details' in params) &&
    type.messages.notices[notice.template]?.legal === true
      ? [{ kind: 'sendSms', params: {}, notice: { ...notice, channel: 'sms' } }]
      : [],
  );
  return [...orders, ...texts];
}

/** By email, unless it goes to a person's number. */
export const noticeOrder = (notice: Omit<NoticeOrder, 'channel'>, elsewhere?: Elsewhere): EffectOrder =>
  elsewhere && 'person' in elsewhere
    ? { kind: 'sendSms', params: elsewhere, notice: { ...notice, channel: 'sms' } }
    : { kind: 'sendEmail', params: { ...elsewhere }, notice: { ...notice, channel: 'mail' } };
