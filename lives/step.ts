/** What a transition asks of the workflow: its timers, its effects, and the words for the engine's UI. */
import type { AnyMachineSnapshot } from 'xstate';
import { timersOf } from '../charts/judge.ts';
import type { BoundParties } from '../charts/law.ts';
import { STAFF } from '../charts/law.ts';
import type { LifeType } from '../charts/life-type.ts';
import { stateOf } from '../charts/state.ts';
import type { LifeUpdate, ListEntry, OpenEffect, WantedTimer } from './life-update.ts';
import { describe } from './ui-details.ts';

/** Work outside the transaction, as the chart ordered it. */
export interface EffectOrder {
  kind: string;
  params: Record<string, unknown>;
}

/** A message to a party's account, or to the operator's staff. */
export interface NoticeOrder {
  account: string | typeof STAFF;
  template: string;
  channel: 'mail' | 'sms';
}

type Action = { type: string; params?: Record<string, unknown> };

/** A sum moved from one account to another. Tiyn, as a decimal string. */
export interface Posting {
  debit: string;
  credit: string;
  amount: string;
  code: string;
}

/** The postings among a transition's actions: `book`, each with one or several. */
export const postingsOf = (actions: unknown[]): Posting[] =>
  (actions as Action[]).flatMap(({ type, params }) => (type === 'book' ? (params as unknown as { postings: Posting[] }).postings : []));

/**
 * The effects among a transition's actions, in the chart's order. A notice becomes one delivery for each account it goes to; one of legal weight
 * goes to the authorised number too (1.2), after all else.
 */
export function effectOrdersOf(law: LifeType, context: object, actions: unknown[]): (EffectOrder & { notice?: NoticeOrder })[] {
  const orders = (actions as Action[])
    .filter(({ type }) => !type.startsWith('xstate.') && type !== 'book')
    .flatMap(({ type, params = {} }): (EffectOrder & { notice?: NoticeOrder })[] => {
      if (type !== 'notify') return [{ kind: type, params }];
      const { to, template } = params as { to: string; template: string };
      return law
        .recipients(context, to)
        .map((account) => ({ kind: 'sendEmail', params: {}, notice: { account, template, channel: 'mail' } }));
    });
  const texts = orders.flatMap(({ notice }): (EffectOrder & { notice: NoticeOrder })[] =>
    notice && notice.account !== STAFF && law.messages.notices[notice.template]?.legal
      ? [{ kind: 'sendSms', params: {}, notice: { ...notice, channel: 'sms' } }]
      : [],
  );
  return [...orders, ...texts];
}

/** The timers that should be armed: reckoned from the moment of the `last` event, with the milliseconds to each from `now`. */
const wantedTimers = (law: LifeType, snapshot: AnyMachineSnapshot, last: string, now: string): WantedTimer[] =>
  timersOf(law.chart, snapshot, last).map(({ type, name, due, clause, reminder }) => ({
    type,
    name,
    due: new Date(due).toISOString(),
    in: Math.max(due - Date.parse(now), 0),
    clause,
    reminder,
  }));

interface Placed {
  law: LifeType;
  snapshot: AnyMachineSnapshot;
  number: string;
  last: string;
  now: string;
}

interface Moved extends Placed {
  seq: number;
  hash: string;
  previous?: string;
  name: string;
  effects: OpenEffect[];
  notices: string[];
}

/** A life's standing after an event, or as a whole where `previous` is left out. */
export function lifeUpdateOf({ law, snapshot, number, last, now, ...moved }: Moved): LifeUpdate {
  return {
    ...moved,
    ...listEntryOf({ law, snapshot, number, last, now }),
    done: snapshot.status !== 'active',
    details: describe(law, snapshot, number, last),
  };
}

/** What the engine's list shows of a life. */
export const listEntryOf = ({ law, snapshot, number, last, now }: Placed): ListEntry => ({
  state: stateOf(snapshot),
  summary: `${law.messages.life.en} ${number}: ${law.summary(snapshot.context)}`,
  parties: partiesOf(snapshot.context),
  timers: wantedTimers(law, snapshot, last, now),
});

const partiesOf = ({ customer, contractor }: BoundParties): LifeUpdate['parties'] => ({
  ...(customer !== undefined && { customer }),
  ...(contractor !== undefined && { contractor }),
});
