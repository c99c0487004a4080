/** Turns the provider's state of a payment or payout into an event of its life. */
import type { Payments } from './port.ts';

export interface ProviderEvent {
  life: string;
  /** The idempotency key. It derives from the provider's state, so repeats in any order are one event. */
  key: string;
  type: string;
  input: object;
}

const PAYMENT = { declined: 'declined', held: 'held', captured: 'captured', cancelled: 'closed' } as const;

/** Our id at the provider is the id of the effect that asked: `<life>/<seq>/<index>`. */
const lifeOf = (reference: string): string => reference.split('/').slice(0, -2).join('/');

/** Reads the provider's state; undefined while it is unknown there or pending. */
export async function providerEventOf(payments: Payments, reference: string): Promise<ProviderEvent | undefined> {
  const news = (status: string, type: string, input: object): ProviderEvent => ({
    life: lifeOf(reference),
    key: `provider/${payments.name}/${reference}/${status}`,
    type,
    input,
  });
  if (reference.startsWith('payout/')) {
    const payout = await payments.findPayout(reference);
    return payout === undefined || payout.status === 'sent' ? undefined : news(payout.status, payout.status, {});
  }
  const payment = await payments.find(reference);
  if (payment === undefined || payment.status === 'waiting') return undefined;
  const { status, amount } = payment;
  return news(status, PAYMENT[status], status === 'held' || status === 'captured' ? { amount: String(amount) } : {});
}
