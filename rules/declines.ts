/** Why a bank declined a card, whichever provider said it in its own code, and what follows from it. Pure. */

/** Whether a try with the same card can succeed: at once, after the time or the act that the words name, or never. */
type SameCard = 'now' | 'later' | 'never';

/** `unknown` is what a code means that no documentation names. */
export const SAME_CARD = {
  funds: 'later',
  limit: 'later',
  code: 'now',
  number: 'never',
  expired: 'never',
  blocked: 'never',
  forbidden: 'later',
  suspicion: 'never',
  bank: 'later',
  unconfirmed: 'now',
  unconfirmable: 'later',
  repeated: 'later',
  outage: 'later',
  operator: 'later',
  unknown: 'later',
} as const satisfies Record<string, SameCard>;

export type Decline = keyof typeof SAME_CARD;
export const DECLINES = Object.keys(SAME_CARD) as Decline[];
