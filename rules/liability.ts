/** The most that the operator answers for to a user (6.2): what the user actually paid to it in the last months, and never more than a cap. Pure. */
import { atLeastZero, least } from './money.ts';
import { monthsBefore } from './working-days.ts';

/** A sum that went to the operator. */
export interface PaidSum {
  /** The civil date of the payment. */
  on: string;
  /** Tiyn. Negative for what came back: a refund, or a credit note on what was paid. */
  amount: bigint;
}

export interface LiabilityTerms {
  months: number;
  /** Tiyn. */
  cap: bigint;
}

export interface Limit<Sum extends PaidSum = PaidSum> {
  /** Civil dates, both inclusive. */
  from: string;
  to: string;
  /** What counts, in the order of its days. */
  addends: Sum[];
  /** Never below zero: what came back may have been paid earlier. */
  paid: bigint;
  atMost: bigint;
}

/**
 * The limit on a day. The day itself counts, and so does the day with its number so many months before: the offer says neither, and what a contract of
 * adhesion leaves open is read for who acceded to it.
 */
export function limitOn<Sum extends PaidSum>(sums: readonly Sum[], day: string, { months, cap }: LiabilityTerms): Limit<Sum> {
  const from = monthsBefore(day, months);
  const addends = sums
    .filter(({ on }) => from <= on && on <= day)
    .toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
  const paid = atLeastZero(addends.reduce((all, { amount }) => all + amount, 0n));
  return { from, to: day, addends, paid, atMost: least(paid, cap) };
}
