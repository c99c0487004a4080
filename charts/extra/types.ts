import type { BoundParties, ChartEvent } from '../law.ts';
import type { Language } from '../messages.ts';

/** What a contractor orders, and what it was told of it. */
export interface OrderExtra {
  id: string;
  /** By its code in the tariffs (3.3). */
  extra: 'income-certificate';
  contractor: string;
  /** Tiyn, as a decimal string: the price of the day, which the order named. */
  price: string;
  /** Civil dates, both inclusive: the period of a certificate. */
  from: string;
  to: string;
  language: Language;
  /** A moment: until when it may be paid. */
  payBy: string;
  /** In so many hours after the payment it is there, or the money goes back. */
  hours: number;
}

type OfPayment = { child: string };

export type ExtraEvent =
  | ChartEvent<'order', OrderExtra>
  /** The provider has the money. `paidOn`: the civil date on which it was paid. */
  | ChartEvent<'paymentCaptured', OfPayment & { amount: string; paidOn: string }>
  | ChartEvent<'paymentFailed' | 'paymentExpired' | 'paymentCancelled', OfPayment>
  | ChartEvent<'drawn', object>
  | ChartEvent<'notDrawn', object>
  | ChartEvent<'paymentRefunded', OfPayment & { amount: string }>
  /** What the payer's bank took back: `owed` of what was not on its way back, `amount` in all. */
  | ChartEvent<'paymentTakenBack', OfPayment & { owed: string; amount: string }>
  | ChartEvent<'paymentSettled', OfPayment>;

export interface ExtraContext extends BoundParties, Omit<OrderExtra, 'contractor'> {
  /** What was paid, and the civil date. */
  paid?: string;
  paidOn?: string;
  /** A moment: until when it has to be drawn. */
  drawBy?: string;
  /** Tiyn that went back to the payer, by a refund or by the bank. */
  back?: string;
}
