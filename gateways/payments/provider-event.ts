/** Turns the provider's state of a payment or payout into events of its life. */
import type { Payments } from './port.ts';

export interface ProviderEvent {
  life: string;
  /** The idempotency key. It derives from the provider's state, so repeats in any order are one event. */
  key: string;
  type: string;
  input: object;
  /** A life that does not expect it keeps it as unexpected: the operator's staff have to see it. */
  neverIgnored?: true;
}

const PAYMENT = { declined: 'declined', held: 'held', captured: 'captured', cancelled: 'closed' } as const;

/** Our id at the provider is the id of the effect that asked: `<life>/<seq>/<index>`. */
const lifeOf = (reference: string): string => reference.split('/').slice(0, -2).join('/');

/**
 * Reads the provider's state. Answers the events that it amounts to, in the order in which they happened; none while it is unknown there or pending.
 */
export async function providerEventsOf(payments: Payments, reference: string): Promise<ProviderEvent[]> {
  const news = (status: string, type: string, input: object): ProviderEvent => ({
    life: lifeOf(reference),
    key: `provider/${payments.name}/${reference}/${status}`,
    type,
    input,
  });
  if (reference.startsWith('payout/')) {
    const payout = await payments.findPayout(reference);
    return payout === undefined || payout.status === 'sent' ? [] : [news(payout.status, payout.status, {})];
  }
  const payment = await payments.find(reference);
  if (payment === undefined || payment.status === 'waiting') return [];
  const { status, amount, takenBack } = payment;
  const stands = news(status, PAYMENT[status], status === 'declined' ? {} : { amount: String(amount) });
  if (takenBack === 0n) return [stands];
  return [stands, { ...news(`takenBack/${takenBack}`, 'takenBack', { amount: String(takenBack) }), neverIgnored: true }];
}
