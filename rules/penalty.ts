/**
 * The penalty for a late payment (6.3): a share of the overdue sum for each day of delay, up to a cap. Each day uses the sum owed at its beginning, so
 * the day of a payment still counts in full. The sum is exact and rounded once, half a tiyn up, so splitting a period changes nothing. The cap is
 * rounded down to whole tiyn, so that rounding never takes the penalty above the agreed share.
 */
import { least } from './money.ts';
import { addCalendarDays, checkedDate } from './working-days.ts';

/** The terms from the offer and the dated parameters, pinned when a debt is made. Plain JSON. Rates are hundredths of a per cent. */
export interface PenaltyTerms {
  perDayBasisPoints: number;
  capBasisPoints: number;
  /**
   * The cap is a share of this sum: what was overdue when the delay began, or what is overdue now. With `current` a payment lowers the cap for the days
   * to come, but accrued penalty stays.
   */
  capBase: 'initial' | 'current';
  /** Days from the due date to the first day with penalty. */
  firstDay: number;
  /** What a payment covers first if it does not cover both. */
  paidFirst: 'principal' | 'penalty';
}

export interface Payment {
  /** A civil date. */
  on: string;
  /** Tiyn. Below zero for what went back and is owed from that day on. */
  amount: bigint;
}

export interface Debt {
  /** Tiyn. */
  principal: bigint;
  /** A civil date: the last day on which a payment is in time. */
  dueOn: string;
  /** In any order. */
  payments: readonly Payment[];
  /** The civil date on which the debt was written off: the last day with penalty. */
  writtenOffOn?: string | undefined;
  terms: PenaltyTerms;
}

/** Consecutive days with penalty on the same sum, both ends included. */
export interface DayRange {
  from: string;
  until: string;
  days: number;
  base: bigint;
  /** Tiyn that these days add. All ranges add up to the penalty. */
  penalty: bigint;
  /** The penalty reached its cap before these days, so they add nothing. */
  capped: boolean;
}

export interface DebtBalance {
  ranges: DayRange[];
  /** Tiyn accrued, whether paid or not. */
  penalty: bigint;
  /** Tiyn still to be paid. */
  principalOwed: bigint;
  penaltyOwed: bigint;
  /** Tiyn paid beyond what was owed. */
  excess: bigint;
  /** The civil date whose penalty reached the cap. */
  cappedOn?: string;
}

/** Basis points in one: penalty accrues in ten-thousandths of a tiyn. */
const WHOLE = 10_000n;
const DAY = 86_400_000;
/** How many days to look ahead for the cap. No timer needs a later one. */
const MAX_DAYS_AHEAD = 36_525;

const rounded = (exact: bigint): bigint => (exact + WHOLE / 2n) / WHOLE;
const daysBetween = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / DAY;
const sumOf = (payments: readonly Payment[]): bigint => payments.reduce((sum, { amount }) => sum + amount, 0n);

/** The balance of a debt at the end of a civil date, with the penalty by day ranges (6.3). @throws RangeError for a bad date. */
export function balanceOf({ principal, dueOn, payments, writtenOffOn, terms }: Debt, asOf: string): DebtBalance {
  const last = writtenOffOn !== undefined && writtenOffOn < checkedDate(asOf) ? writtenOffOn : checkedDate(asOf);
  const [perDay, cap] = [BigInt(terms.perDayBasisPoints), BigInt(terms.capBasisPoints)];
  const overdue = principal - sumOf(payments.filter(({ on }) => on <= dueOn));
  const ranges: DayRange[] = [];
  let cappedOn: string | undefined;
  let [left, accrued, penaltyPaid, excess] = [principal, 0n, 0n, 0n];
  let next = addCalendarDays(dueOn, terms.firstDay);

  const add = (days: number, adds: bigint, capped: boolean): void => {
    const until = addCalendarDays(next, days - 1);
    ranges.push({ from: next, until, days, base: left, penalty: rounded(accrued + adds) - rounded(accrued), capped });
    accrued += adds;
    next = addCalendarDays(until, 1);
  };
  const accrueUntil = (until: string): void => {
    const days = daysBetween(next, until) + 1;
    if (days <= 0) return;
    const daily = left * perDay;
    if (daily === 0n) {
      next = addCalendarDays(until, 1);
      return;
    }
    const most = ((terms.capBase === 'initial' ? overdue : left) * cap) / WHOLE;
    const room = most * WHOLE - accrued;
    const untilCap = room <= 0n ? 0n : (room + daily - 1n) / daily;
    const running = Number(least(untilCap, BigInt(days)));
    if (BigInt(running) === untilCap) cappedOn ??= running === 0 ? next : addCalendarDays(next, running - 1);
    if (running > 0) add(running, least(daily * BigInt(running), room), false);
    if (running < days) add(days - running, 0n, true);
  };
  const pay = (amount: bigint): void => {
    if (amount < 0n) {
      left -= amount;
      return;
    }
    const penaltyOwed = rounded(accrued) - penaltyPaid;
    const toPrincipal = least(left, terms.paidFirst === 'principal' ? amount : amount - least(amount, penaltyOwed));
    const toPenalty = least(penaltyOwed, amount - toPrincipal);
    left -= toPrincipal;
    penaltyPaid += toPenalty;
    excess += amount - toPrincipal - toPenalty;
  };

  for (const { on, amount } of payments.filter(({ on }) => on <= last).sort((one, other) => daysBetween(other.on, one.on))) {
    accrueUntil(on);
    pay(amount);
  }
  accrueUntil(last);
  const penalty = rounded(accrued);
  return { ranges, penalty, principalOwed: left, penaltyOwed: penalty - penaltyPaid, excess, ...(cappedOn !== undefined && { cappedOn }) };
}

/** The civil date on which the penalty reaches the cap if nothing more is paid. `undefined` if it does not within a century. */
export const capReachedOn = (debt: Debt): string | undefined => balanceOf(debt, addCalendarDays(debt.dueOn, MAX_DAYS_AHEAD)).cappedOn;
