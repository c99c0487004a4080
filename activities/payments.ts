/** Money in and out by a provider (5.2). What is asked of it bears the effect's id, so that asking twice does it once. */
import { v5 as uuid } from 'uuid';
import type { Effects } from '../charts/effects.ts';
import type { ErasableRef } from '../charts/law.ts';
import type { PaymentTerms } from '../charts/payment/types.ts';
import type { PayoutTerms } from '../charts/payout/types.ts';
import type { Payments } from '../gateways/payments/port.ts';
import { Refused } from '../gateways/payments/port.ts';
import { providerEventOf } from '../gateways/payments/provider-event.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Effect, EffectAnswer, Performer } from '../lives/effects.ts';
import { FinalFailure } from '../lives/effects.ts';
import { commitExternalEvent, wouldAccept } from '../lives/external-event.ts';
import { erasableRef } from '../lives/hashing.ts';
import type { Lives } from '../lives/lives.ts';
import { keepText } from '../models/stores/erasable-text.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { numberAt } from '../rules/parameters.ts';
import { civilDate } from '../rules/working-days.ts';

/** Repeated until the provider accepts or refuses: otherwise it would be unknown whose the money is. */
const ALWAYS = Number.POSITIVE_INFINITY;
const PAGES = '0a9d0a2f-5b1f-4f57-93c4-6f6a0c2f7b15';

const PAYMENT_TERMS = ['paymentAskFirstSeconds', 'paymentAskLongestSeconds', 'paymentRefundDays'] as const satisfies (keyof PaymentTerms)[];
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

/** The kinds of work that a payment and a payout order. */
export function payments(lives: Lives, dispatch: Dispatch, provider: Payments): PaymentPerformers {
  /** The dated parameters of the day, pinned in the event. */
  const termsOf = async (codes: readonly string[]): Promise<Record<string, number>> => {
    const rows = await readParameters(lives.database);
    const today = civilDate(new Date().toISOString());
    return Object.fromEntries(codes.map((code) => [code, numberAt(rows, code, today)]));
  };

  /** Keeps the page's address outside the chain. The same effect always gives the same text. */
  const seal = async ({ id, life }: Effect<unknown>, page: string): Promise<ErasableRef> => {
    const body = { page };
    const text = uuid(id, PAGES);
    await keepText(lives.database, { id: text, life, body });
    return erasableRef(lives.secret, text, body);
  };

  const ask = async (reference: string): Promise<void> => {
    const event = await providerEventOf(provider, reference);
    if (event) await commitExternalEvent(lives, dispatch, event);
  };

  const performer = <Params>(perform: (effect: Effect<Params>) => Promise<EffectAnswer | undefined>): Performer<Params> => ({
    tries: ALWAYS,
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
   * Asks the provider for something and then for the payment's state, because the state is the outcome; a hook or a poll may have reported it first.
   * A refusal counts only if the life still waits: a payment that was made meanwhile cannot be closed, and that is no failure.
   */
  const doing = <Params extends AtProvider>(act: (params: Params) => Promise<void>): Performer<Params> =>
    performer(async (effect) => {
      const refusal = await act(effect.params).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (refusal !== undefined && !(refusal instanceof Refused)) throw refusal;
      await ask(effect.params.reference);
      if (!(await wouldAccept(lives, effect.life, 'failed'))) return undefined;
      throw refusal ?? new Error('the provider has not reported the outcome yet');
    });

  /** Few tries, because the next poll asks again anyway. */
  const asking: Performer<AtProvider> = {
    tries: 3,
    failed: async () => undefined,
    async perform({ params }) {
      await ask(params.reference);
      return undefined;
    },
  };

  return {
    createPayment: performer(async (effect) => {
      const { id, life, params } = effect;
      const { providerId, page } = await provider.create({ id, amount: BigInt(params.amount), mode: params.mode });
      const [sealed, terms] = await Promise.all([seal(effect, page), termsOf(PAYMENT_TERMS)]);
      return { type: 'opened', input: { id: life, provider: provider.name, reference: id, providerId, page: sealed, terms } };
    }),
    askPayment: asking,
    closePayment: doing(({ reference }) => provider.close(reference)),
    releasePayment: doing(({ reference }) => provider.release(reference)),
    capturePayment: doing(({ reference, amount }) => provider.capture(reference, BigInt(amount))),
    refundPayment: performer(async ({ id, params: { reference, amount } }) => {
      await provider.refund({ id, payment: reference, amount: BigInt(amount) });
      return { type: 'refunded', input: { amount } };
    }),
    sendPayout: performer(async ({ id, life, params: { account, amount } }) => {
      await provider.payOut({ id, account, amount: BigInt(amount) });
      return { type: 'sent', input: { id: life, provider: provider.name, reference: id, terms: await termsOf(PAYOUT_TERMS) } };
    }),
    askPayout: asking,
  };
}
