/** Money in and out through a payment provider (5.2). The effect's id is the idempotency key of each request. */
import { v5 as uuid } from 'uuid';
import type { Effects } from '../charts/effects.ts';
import type { ErasableRef } from '../charts/law.ts';
import type { PaymentTerms } from '../charts/payment/types.ts';
import type { PayoutTerms } from '../charts/payout/types.ts';
import type { Payment, Payments } from '../gateways/payments/port.ts';
import { Refused } from '../gateways/payments/port.ts';
import { providerEventsOf } from '../gateways/payments/provider-event.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Effect, EffectAnswer, Performer } from '../lives/effects.ts';
import { FinalFailure } from '../lives/effects.ts';
import { commitExternalEvents, wouldAccept } from '../lives/external-event.ts';
import { erasableRef } from '../lives/hashing.ts';
import type { Lives } from '../lives/lives.ts';
import { keepText } from '../models/stores/erasable-text.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { recipientOf } from '../models/stores/payout-details.ts';
import { numberAt } from '../rules/parameters.ts';
import { civilDate } from '../rules/working-days.ts';

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
  | 'sendPayout'
  | 'askPayout';
type PaymentPerformers = { [Each in Kind]: Performer<Effects[Each]> };
type AtProvider = Effects['askPayment'];

/** The performers of the effects that a payment and a payout order. */
export function payments(lives: Lives, dispatch: Dispatch, provider: Payments): PaymentPerformers {
  /** Today's dated parameters, to be pinned in the event. */
  const termsOf = async (codes: readonly string[]): Promise<Record<string, number>> => {
    const rows = await readParameters(lives.database);
    const today = civilDate(new Date().toISOString());
    return Object.fromEntries(codes.map((code) => [code, numberAt(rows, code, today)]));
  };

  /** Stores the page's address and the provider's id outside the chain: who knows one of them may decline. A repeat of the effect gives the same text. */
  const seal = async ({ id, life }: Effect<unknown>, { page, providerId }: Pick<Payment, 'page' | 'providerId'>): Promise<ErasableRef> => {
    const body = { page, providerId };
    const textId = uuid(id, PAGE_NAMESPACE);
    await keepText(lives.database, { id: textId, life, body });
    return erasableRef(lives.keys, textId, body);
  };

  /** Reads a payment's or payout's state from the provider and commits what is new. */
  const refresh = async (reference: string): Promise<void> =>
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
  const requesting = <Params extends AtProvider>(act: (params: Params) => Promise<void>): Performer<Params> =>
    performer(async (effect) => {
      const refusal = await act(effect.params).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (refusal !== undefined && !(refusal instanceof Refused)) throw refusal;
      await refresh(effect.params.reference);
      if (!(await wouldAccept(lives, effect.life, 'failed'))) return undefined;
      throw refusal ?? new Error('the provider has not reported the outcome yet');
    });

  /** Few tries, because the next poll reads the state anyway. */
  const polling: Performer<AtProvider> = {
    tries: 3,
    failed: async () => undefined,
    async perform({ params }) {
      await refresh(params.reference);
      return undefined;
    },
  };

  return {
    createPayment: performer(async (effect) => {
      const { id, life, params } = effect;
      const page = await provider.create({ id, amount: BigInt(params.amount), mode: params.mode });
      const [sealed, terms] = await Promise.all([seal(effect, page), termsOf(PAYMENT_TERMS)]);
      return { type: 'opened', input: { id: life, provider: provider.name, reference: id, page: sealed, terms } };
    }),
    askPayment: polling,
    closePayment: requesting(({ reference }) => provider.close(reference)),
    releasePayment: requesting(({ reference }) => provider.release(reference)),
    capturePayment: requesting(({ reference, amount }) => provider.capture(reference, BigInt(amount))),
    refundPayment: performer(async ({ id, params: { reference, amount } }) => {
      await provider.refund({ id, payment: reference, amount: BigInt(amount) });
      return { type: 'refunded', input: { amount } };
    }),
    sendPayout: performer(async ({ id, life, params: { account, amount, details } }) => {
      // A bank took the money back meanwhile. What was sent by an earlier try is on its way all the same.
      const isStopped = await wouldAccept(lives, life, 'stopped');
      if (isStopped && (await provider.findPayout(id)) === undefined) return { type: 'stopped', input: { id: life } };
      const recipient = await recipientOf(lives.database, account, details);
      if (recipient === undefined) throw new FinalFailure('the details were erased');
      await provider.payOut({ id, recipient, amount: BigInt(amount) });
      return { type: 'sent', input: { id: life, provider: provider.name, reference: id, terms: await termsOf(PAYOUT_TERMS) } };
    }),
    askPayout: polling,
  };
}
