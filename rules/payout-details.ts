/** Where an account is paid to: the versions of its payout details, from when each counts, and what is shown of them. Pure. */
import { hoursAfter } from './hours.ts';

/** An account at a bank in Kazakhstan, or a card as the payment provider knows it. Both are of the account's own name: nobody else is named. */
export type PayoutDetails = { iban: string; bic: string } | { card: { token: string; lastFour: string } };

/** Who is paid: the account with its own name and IIN or BIN, which the bank compares, and where to. */
export interface Recipient {
  account: string;
  /** The full legal name where the account has given it. */
  name: string;
  identifier: string;
  to: PayoutDetails;
}

/** A version is the id of its text. Payouts go there from a moment on. */
export interface DetailsVersion {
  version: string;
  from: string;
}

export interface DetailsVersions {
  present?: DetailsVersion;
  /** The latest one, until the next. Its moment may have come. */
  coming?: DetailsVersion;
}

/** Hours after which details count: the first of an account, and those that replace others. Dated parameters. */
export interface CoolingTerms {
  first: number;
  change: number;
}

/** What counts at a moment. */
export const detailsAt = ({ present, coming }: DetailsVersions, at: string): DetailsVersion | undefined =>
  coming !== undefined && coming.from <= at ? coming : present;

/** What does not count yet at a moment. */
export const comingAt = ({ coming }: DetailsVersions, at: string): DetailsVersion | undefined =>
  coming !== undefined && coming.from > at ? coming : undefined;

/** Adds a version. One that had not begun to count never will. */
export function withDetails(
  given: DetailsVersions,
  { version, at, terms }: { version: string; at: string; terms: CoolingTerms },
): DetailsVersions {
  const present = detailsAt(given, at);
  const from = hoursAfter(at, present === undefined ? terms.first : terms.change);
  return { ...(present && { present }), coming: { version, from } };
}

/** Drops what has not begun to count: the former details stay. */
export function withoutComing(given: DetailsVersions, at: string): DetailsVersions {
  const present = detailsAt(given, at);
  return present === undefined ? {} : { present };
}

/** What a provider can pay to; nothing where it has no payouts. */
export type PayableTo = readonly ('iban' | 'card')[];

/** Who pays to these details: the provider, the operator's bank by its name, or nobody, and then why. */
export function wayTo(details: PayoutDetails, paysTo: PayableTo, bank: string | undefined): { bank?: string } | { fault: PayoutFault } {
  const isAccount = 'iban' in details;
  if (paysTo.includes(isAccount ? 'iban' : 'card')) return {};
  if (!isAccount) return { fault: 'accounts-only' };
  return bank === undefined ? { fault: 'cards-only' } : { bank };
}

/** The end of the number alone. */
export const maskedDetails = (details: PayoutDetails): string =>
  'iban' in details ? `KZ•• •••• •••• •••• ${details.iban.slice(-4)}` : `•••• •••• •••• ${details.card.lastFour}`;

/**
 * Why a payout was not taken, or sent back. All but `bank` are about the details: others are needed. `cards-only`: the provider that has the money pays to
 * no account at a bank, and the operator has none of its own. `accounts-only`: the provider pays to no card.
 */
export const PAYOUT_FAULTS = ['account-closed', 'account-unknown', 'other-name', 'cards-only', 'accounts-only', 'bank'] as const;
export type PayoutFault = (typeof PAYOUT_FAULTS)[number];

/** What bounds payouts to one account, in tiyn. Dated parameters. */
export interface PayoutLimits {
  day: bigint;
  month: bigint;
  /** A payout above it needs two persons. */
  alone: bigint;
}

/** May a payout of this sum never go out without two persons: above the threshold, or more than a whole limit? */
export const needsTwo = (amount: bigint, { day, month, alone }: PayoutLimits): boolean =>
  [day, month, alone].some((limit) => amount > limit);

/** Which limit a payout would pass, with what went out before. */
export function limitPassed(amount: bigint, used: { day: bigint; month: bigint }, limits: PayoutLimits): 'day' | 'month' | undefined {
  if (used.month + amount > limits.month) return 'month';
  return used.day + amount > limits.day ? 'day' : undefined;
}
