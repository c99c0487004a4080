/** Turns the provider's state of a payment or payout into events of its life. */
import type { Payments } from './port.ts';

export interface ProviderEvent {
  life: string;
  /** The idempotency key. It derives from the provider's state, so repeats in any order are one event. */
  key: string;
  type: string;
  input: object;
  /** If the life does not expect this event, it is kept as unexpected, so that the operator's staff see it. */
  neverIgnored?: true;
}

const PAYMENT = { declined: 'declined', held: 'held', captured: 'captured', cancelled: 'closed' } as const;

/** Our id at the provider is the id of the effect that asked: `<life>/<seq>/<index>`. */
export const lifeOf = (reference: string): string => reference.split('/').slice(0, -2).join('/');

const keyOf = (provider: string, reference: string, status: string): string => `provider/${provider}/${reference}/${status}`;

/** The event of a payment that was closed unpaid, as the provider's own state would make it. */
export const closedUnpaid = ({ name }: Payments, reference: string): ProviderEvent => ({
  life: lifeOf(reference),
  key: keyOf(name, reference, 'cancelled'),
  type: PAYMENT.cancelled,
  input: {},
});

/**
 * Reads the provider's state. Returns the events that follow from it, in order. Empty while the provider does not know the reference or has not decided.
 */
export async function providerEventsOf(payments: Payments, reference: string): Promise<ProviderEvent[]> {
  const event = (status: string, type: string, input: object): ProviderEvent => ({
    life: lifeOf(reference),
    key: keyOf(payments.name, reference, status),
    type,
    input,
  });
  if (reference.startsWith('payout/')) {
    const payout = await payments.findPayout(reference);
    if (payout === undefined || payout.status === 'sent') return [];
    const { status, reason } = payout;
    return [event(status, status, reason === undefined ? {} : { reason })];
  }
  const payment = await payments.find(reference);
  if (payment === undefined) return [];
  const { status, amount, takenBack, paidAt, decline } = payment;
  if (status === 'waiting') return decline ? [event(`declined/${decline.attempt}`, 'tryDeclined', { reason: decline.reason })] : [];
  const when = status === 'captured' && paidAt !== undefined ? { paidAt } : {};
  const current = event(status, PAYMENT[status], status === 'declined' ? {} : { amount: String(amount), ...when });
  if (takenBack === 0n) return [current];
  return [current, { ...event(`takenBack/${takenBack}`, 'takenBack', { amount: String(takenBack) }), neverIgnored: true }];
}
