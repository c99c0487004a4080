/** Money in and out through a payment provider (5.2). The effect's id is the idempotency key of each request. */
import { v5 as uuid } from 'uuid';
import type { Effects } from '../charts/effects.ts';
import type { ErasableRef } from '../charts/law.ts';
import type { PaymentContext, PaymentTerms } from '../charts/payment/types.ts';
import type { PayoutContext, PayoutTerms } from '../charts/payout/types.ts';
import type { Providers } from '../gateways/payments/open.ts';
import type { Opened, Payments } from '../gateways/payments/port.ts';
import { Refused } from '../gateways/payments/port.ts';
import { closedUnpaid, providerEventsOf } from '../gateways/payments/provider-event.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Effect, EffectAnswer, Performer } from '../lives/effects.ts';
import { FinalFailure } from '../lives/effects.ts';
import { commitExternalEvents, lifeNow, wouldAccept } from '../lives/external-event.ts';
import { erasableRef } from '../lives/hashing.ts';
import type { Lives } from '../lives/lives.ts';
import { isCompany } from '../models/stores/account.ts';
import { keepText, readTexts } from '../models/stores/erasable-text.ts';
import { momentOf } from '../models/stores/event.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { recipientOf } from '../models/stores/payout-details.ts';
import { todayInAlmaty } from '../models/today.ts';
import { numberAt } from '../rules/parameters.ts';
import { preparePayout } from './prepare-payout.ts';
import { taxPayout, waitTerms } from './tax-payout.ts';

/** Retried until the provider accepts or refuses: otherwise it would stay unknown whose the money is. */
const UNLIMITED = Number.POSITIVE_INFINITY;
/** The UUID namespace of payment pages' ids. */
const PAGE_NAMESPACE = '0a9d0a2f-5b1f-4f57-93c4-6f6a0c2f7b15';

const PAYMENT_TERMS = [
  'paymentAskFirstSeconds',
  'paymentAskLongestSeconds',
  'paymentWatchDays',
  'paymentWatchAskFirstSeconds',
  'paymentWatchAskLongestSeconds',
] as const satisfies (keyof PaymentTerms)[];
const PAYOUT_TERMS = ['payoutAskFirstSeconds', 'payoutAskLongestSeconds', 'payoutReturnDays'] as const satisfies (keyof PayoutTerms)[];

type Kind =
  | 'createPayment'
  | 'askPayment'
  | 'closePayment'
  | 'releasePayment'
  | 'capturePayment'
  | 'refundPayment'
  | 'preparePayout'
  | 'sendPayout'
  | 'askPayout';
type PaymentPerformers = { [Each in Kind]: Performer<Effects[Each]> };
type AtProvider = Effects['askPayment'];

/** The performers of the effects that a payment and a payout order. `bank`: the operator's own, if it has named one. */
export function payments(lives: Lives, dispatch: Dispatch, providers: Providers, bank: string | undefined): PaymentPerformers {
  /** Of a payment or payout that is there. */
  const contextOf = async (life: string): Promise<Partial<PaymentContext & PayoutContext>> =>
    ((await lifeNow(lives, life))?.context ?? {}) as Partial<PaymentContext & PayoutContext>;
  /** The provider that a life names: a later change of the settings moves nothing. */
  const providerOf = async (life: string): Promise<Payments> => providers.named((await contextOf(life)).provider ?? 'none');
  const forPayer = async (life: string): Promise<Payments> =>
    providers.forPayer({ isCompany: await isCompany(lives.database, (await contextOf(life)).customer ?? '') });
  /** The provider that has the money of a payout: its payment's. */
  const payingOut = async (life: string): Promise<Payments> => {
    const { payment } = await contextOf(life);
    return payment === undefined ? providers.forPayer({ isCompany: false }) : providerOf(payment);
  };

  /** Today's dated parameters, to be pinned in the event. */
  const termsOf = async (codes: readonly string[]): Promise<Record<string, number>> => {
    const rows = await readParameters(lives.database);
    const today = todayInAlmaty();
    return Object.fromEntries(codes.map((code) => [code, numberAt(rows, code, today)]));
  };

  /** Stores the page's address and the provider's id outside the chain: who knows one of them may decline. A repeat of the effect gives the same text. */
  const seal = async ({ id, life }: Effect<unknown>, { page, providerId }: Opened): Promise<ErasableRef> => {
    const body = { page, providerId };
    const textId = uuid(id, PAGE_NAMESPACE);
    await keepText(lives.database, { id: textId, life, body });
    return erasableRef(lives.keys, textId, body);
  };

  /** What was sealed of a payment: its reference is the effect that opened it. */
  const providerIdOf = async (reference: string): Promise<string> => {
    const textId = uuid(reference, PAGE_NAMESPACE);
    return String((await readTexts(lives.database, [textId])).get(textId)?.providerId);
  };

  /** Reads a payment's or payout's state from the provider and commits what is new. */
  const refresh = async (provider: Payments, reference: string): Promise<void> =>
    commitExternalEvents(lives, dispatch, await providerEventsOf(provider, reference));

  const performer = <Params>(perform: (effect: Effect<Params>) => Promise<EffectAnswer | undefined>): Performer<Params> => ({
    tries: UNLIMITED,
    failed: async ({ life }, fault) => ({ type: 'failed', input: { id: life, fault } }),
    async perform(effect) {
      try {
        return await perform(effect);
      } catch (error) {
        throw error instanceof Refused ? new FinalFailure(error.message) : error;
      }
    },
  });

  /**
   * Requests a change and then reads the payment's state, because the state is the outcome. A hook or a poll may have reported it first.
   * A refusal counts only if the life still waits: a payment made meanwhile cannot be closed, which is not a failure.
   */
  const requesting = <Params extends AtProvider>(act: (provider: Payments, params: Params) => Promise<void>): Performer<Params> =>
    performer(async (effect) => {
      const provider = await providerOf(effect.life);
      const refusal = await act(provider, effect.params).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (refusal !== undefined && !(refusal instanceof Refused)) throw refusal;
      await refresh(provider, effect.params.reference);
      if (!(await wouldAccept(lives, effect.life, 'failed'))) return undefined;
      throw refusal ?? new Error('the provider has not reported the outcome yet');
    });

  /** Few tries, because the next poll reads the state anyway. */
  const polling: Performer<AtProvider> = {
    tries: 3,
    failed: async () => undefined,
    async perform({ life, params }) {
      await refresh(await providerOf(life), params.reference);
      return undefined;
    },
  };

  /**
   * Asks the provider to pay. Not for what it knows already: the payee may have another name by now, and that would be another payout.
   * @returns the payout, or a refusal that other details help against
   * @throws for every other fault
   */
  const payTo = async (provider: Payments, { account, details }: Effects['sendPayout'], payout: { id: string; amount: bigint }) => {
    const recipient = await recipientOf(lives.database, account, details);
    if (recipient === undefined) throw new FinalFailure('the details were erased');
    try {
      return await provider.payOut({ ...payout, recipient });
    } catch (error) {
      if (error instanceof Refused && error.reason !== undefined) return error;
      throw error;
    }
  };

  return {
    createPayment: performer(async (effect) => {
      const { id, life, params } = effect;
      const provider = await forPayer(life);
      const opened = await provider.create({ id, amount: BigInt(params.amount), mode: params.mode });
      const [sealed, terms] = await Promise.all([seal(effect, opened), termsOf(PAYMENT_TERMS)]);
      return { type: 'opened', input: { id: life, provider: provider.name, reference: id, page: sealed, terms } };
    }),
    askPayment: polling,
    // A provider may know no payment that nobody has tried to pay: then its answer is all that says that it is closed.
    closePayment: requesting(async (provider, { reference }) => {
      await provider.close({ id: reference, providerId: await providerIdOf(reference) });
      await commitExternalEvents(lives, dispatch, [closedUnpaid(provider, reference)]);
    }),
    releasePayment: requesting((provider, { reference }) => provider.release(reference)),
    capturePayment: requesting((provider, { reference, amount }) => provider.capture(reference, BigInt(amount))),
    refundPayment: performer(async ({ id, life, seq, params: { reference, amount } }) => {
      const since = await momentOf(lives.database, life, seq);
      await (await providerOf(life)).refund({ id, payment: reference, amount: BigInt(amount), since });
      return { type: 'refunded', input: { amount } };
    }),
    preparePayout: preparePayout(lives, payingOut, bank),
    sendPayout: performer(async (effect) => {
      const { id, life, params } = effect;
      const provider = await payingOut(life);
      // A bank took the money back meanwhile. What was sent by an earlier try is on its way all the same.
      const known = effect.tries > 1 && !params.byBank ? await provider.findPayout(id) : undefined;
      if (known === undefined && (await wouldAccept(lives, life, 'stopped'))) return { type: 'stopped', input: { id: life } };
      const taxed = await taxPayout(lives, effect);
      if ('waits' in taxed) {
        const { waits: reason, until } = taxed;
        return { type: 'taxWaits', input: { id: life, reason, ...(until !== undefined && { until }), waitTerms: await waitTerms(lives) } };
      }
      const { tax } = taxed;
      if (params.byBank) {
        const { payoutReturnDays: returnDays } = await termsOf(['payoutReturnDays']);
        return { type: 'listed', input: { id: life, reference: id, returnDays, tax } };
      }
      const payout = known ?? (await payTo(provider, params, { id, amount: BigInt(tax.net) }));
      if (payout instanceof Refused) return { type: 'failed', input: { id: life, fault: payout.message, reason: payout.reason } };
      const sent = { id: life, provider: provider.name, reference: id, terms: await termsOf(PAYOUT_TERMS), tax };
      return { type: 'sent', input: { ...sent, ...(payout.status !== 'sent' && { isDecided: true as const }) } };
    }),
    askPayout: polling,
  };
}
