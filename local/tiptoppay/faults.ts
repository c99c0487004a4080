/** The faults that the stand-in of TipTopPay can be made to show, each a number of times for matching invoices. */
export const FAULTS = [
  /** The request is carried out, and the connection breaks before the answer. */
  'answer-lost',
  /** The connection breaks, and nothing is carried out. */
  'down',
  /** The answer comes after ten seconds. */
  'slow',
  /** 503 with an HTML page: the provider is being maintained. */
  'maintenance',
  /** 429: more requests at once than the terminal allows. */
  'too-many',
  /** Success is false with a message. */
  'refused',
  /** Amounts in answers are binary fractions with noise. */
  'noisy-amount',
  /** The payout is not decided at once. */
  'payout-slow',
  'payout-refused',
  /** The bank declines the payout, because the card has expired. */
  'payout-account-closed',
  'hook-lost',
  'hook-doubled',
  'hook-overtaken',
] as const;

export type Fault = (typeof FAULTS)[number];
