/** Debts to the operator by how long they are overdue, as an accountant ages them. Sums are tiyn. */

export const AGES = ['notDue', 'upTo30', 'upTo60', 'upTo90', 'over90'] as const;
export type Age = (typeof AGES)[number];

/** A part of what a customer owes by the books: an invoice, fees that are no line of one yet, or a debt. */
export interface OwedItem {
  customer: string;
  amount: bigint;
  /** The last civil date to pay in time. Left out where no term runs. */
  dueOn?: string | undefined;
  /** The penalty that accrued to the day and is not paid. */
  penalty: bigint;
}

export interface Aged extends Record<Age, bigint> {
  total: bigint;
  penalty: bigint;
}

const DAY = 86_400_000;
const LAST_DAYS: readonly (readonly [Age, number])[] = [
  ['notDue', 0],
  ['upTo30', 30],
  ['upTo60', 60],
  ['upTo90', 90],
];

/** How old a debt is on a civil date. The day after the term is the first. */
export function ageOf(dueOn: string | undefined, on: string): Age {
  if (dueOn === undefined) return 'notDue';
  const days = (Date.parse(on) - Date.parse(dueOn)) / DAY;
  return LAST_DAYS.find(([, most]) => days <= most)?.[0] ?? 'over90';
}

export const nothingAged = (): Aged => ({ notDue: 0n, upTo30: 0n, upTo60: 0n, upTo90: 0n, over90: 0n, total: 0n, penalty: 0n });

/** What items come to on a civil date. */
export function aged(items: readonly OwedItem[], on: string): Aged {
  const sums = nothingAged();
  for (const { amount, dueOn, penalty } of items) {
    sums[ageOf(dueOn, on)] += amount;
    sums.total += amount;
    sums.penalty += penalty;
  }
  return sums;
}

/** What was withheld in a month (`2026-11`), and what was transferred or taken back in it. */
export interface SocialMonth {
  month: string;
  withheld: bigint;
  settled: bigint;
}

/** What is still to be transferred of each month: whatever was settled is of the oldest months. */
export function payableByMonth(months: readonly SocialMonth[]): { month: string; amount: bigint }[] {
  let settled = months.reduce((sum, each) => sum + each.settled, 0n);
  return [...months]
    .sort((one, other) => (one.month < other.month ? -1 : 1))
    .flatMap(({ month, withheld }) => {
      const taken = settled < withheld ? settled : withheld;
      settled -= taken;
      return withheld > taken ? [{ month, amount: withheld - taken }] : [];
    });
}
