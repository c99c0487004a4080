/** Why a bank declined a card, whichever provider said it in its own code, and what follows from it. Pure. */

interface DeclineRule {
  /** Whether a try with the same card can succeed: at once, after the time or the act that the words name, or never. */
  sameCard: 'now' | 'later' | 'never';
  /** Where the card was to be paid out to: whether its owner has to name another one. */
  needsOtherDetails: boolean;
}

/** `unknown` is what a code means that no documentation names. */
export const DECLINE_RULES = {
  funds: { sameCard: 'later', needsOtherDetails: false },
  limit: { sameCard: 'later', needsOtherDetails: false },
  code: { sameCard: 'now', needsOtherDetails: false },
  number: { sameCard: 'never', needsOtherDetails: true },
  expired: { sameCard: 'never', needsOtherDetails: true },
  blocked: { sameCard: 'never', needsOtherDetails: true },
  forbidden: { sameCard: 'later', needsOtherDetails: true },
  suspicion: { sameCard: 'never', needsOtherDetails: false },
  bank: { sameCard: 'later', needsOtherDetails: false },
  unconfirmed: { sameCard: 'now', needsOtherDetails: false },
  unconfirmable: { sameCard: 'later', needsOtherDetails: false },
  repeated: { sameCard: 'later', needsOtherDetails: false },
  outage: { sameCard: 'later', needsOtherDetails: false },
  operator: { sameCard: 'later', needsOtherDetails: false },
  unknown: { sameCard: 'later', needsOtherDetails: false },
} as const satisfies Record<string, DeclineRule>;

export type Decline = keyof typeof DECLINE_RULES;
export const DECLINES = Object.keys(DECLINE_RULES) as Decline[];
