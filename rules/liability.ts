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

/** What the operator answers for to the user already: a sum that it admitted or agreed to, or that a court awarded. */
export interface AnsweredSum {
  /** The civil date of the event of that claim. */
  on: string;
  amount: bigint;
}

export interface LiabilityTerms {
  months: number;
  /** Tiyn. */
  cap: bigint;
}

export interface Limit<Sum extends PaidSum = PaidSum, Answered extends AnsweredSum = AnsweredSum> {
  /** Civil dates, both inclusive. */
  from: string;
  to: string;
  /** What counts, in the order of its days. */
  addends: Sum[];
  /** Never below zero: what came back may have been paid earlier. */
  paid: bigint;
  atMost: bigint;
  /** What the operator answers for already, for events of the same days. */
  answered: Answered[];
  /** What is left of the limit. Never below zero: a court may have awarded more. */
  left: bigint;
}

/**
 * The limit on a day. The day itself counts, and so does the day with its number so many months before: the offer says neither, and what a contract of
 * adhesion leaves open is read for who acceded to it. It is one limit for all events of these days.
 */
export function limitOn<Sum extends PaidSum, Answered extends AnsweredSum>(
  sums: readonly Sum[],
  answers: readonly Answered[],
  day: string,
  { months, cap }: LiabilityTerms,
): Limit<Sum, Answered> {
  const from = monthsBefore(day, months);
  const ofThese = <Each extends { on: string }>(all: readonly Each[]): Each[] =>
    all.filter(({ on }) => from <= on && on <= day).toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
  const addends = ofThese(sums);
  const answered = ofThese(answers);
  const paid = atLeastZero(total(addends));
  const atMost = least(paid, cap);
  return { from, to: day, addends, paid, atMost, answered, left: atLeastZero(atMost - total(answered)) };
}

const total = (sums: readonly { amount: bigint }[]): bigint => sums.reduce((all, { amount }) => all + amount, 0n);
