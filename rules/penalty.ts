/**
 * The penalty for a late payment (6.3): a share of the overdue sum for each day of delay, up to a cap. A day bears penalty on what is owed as it
 * begins, so that the day of a payment still counts with the sum paid on it. Reckoned exactly and rounded once, half a tiyn up: however a period is
 * split, the sum stays the same. The cap is rounded down to whole tiyn, so that no rounding takes the penalty above the agreed share.
 */
import { least } from './money.ts';
import { addCalendarDays, checkedDate } from './working-days.ts';

/** What the offer and the dated parameters say; plain JSON, pinned into the terms of a debt. Rates are hundredths of a per cent. */
export interface PenaltyTerms {
  perDayBasisPoints: number;
  capBasisPoints: number;
  /**
   * The sum whose share is the cap: what was overdue when the delay began, or what is overdue still. The second is never above the first. A payment
   * then lowers the cap for the days to come; what has accrued stays.
   */
  capBase: 'initial' | 'current';
  /** Days from the due date to the first that bears penalty. */
  firstDay: number;
  /** What a payment that is not enough for both goes to first. */
  paidFirst: 'principal' | 'penalty';
}

export interface Payment {
  /** A civil date. */
  on: string;
  /** Tiyn. */
  amount: bigint;
}

export interface Debt {
  /** Tiyn. */
  principal: bigint;
  /** A civil date, the last on which payment is in time. */
  dueOn: string;
  /** In any order. */
  payments: readonly Payment[];
  /** The civil date on which the debt was written off: the last that bears penalty. */
  writtenOffOn?: string | undefined;
  terms: PenaltyTerms;
}

/** Days that bear penalty on the same sum, both ends included. */
export interface DayRange {
  from: string;
  until: string;
  days: number;
  base: bigint;
  /** Tiyn that these days add; the ranges' sum is the penalty. */
  penalty: bigint;
  /** The penalty has reached its cap before these days, and they add nothing. */
  capped: boolean;
}

export interface Reckoning {
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
/** Days to look ahead for the cap: one still further away is of no use to a timer. */
const FAR = 36_525;

const rounded = (exact: bigint): bigint => (exact + WHOLE / 2n) / WHOLE;
const daysBetween = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / DAY;
const sumOf = (payments: readonly Payment[]): bigint => payments.reduce((sum, { amount }) => sum + amount, 0n);

/** What a debt comes to at the end of a civil date, with the days explained. Throws RangeError for a bad date. */
export function reckon({ principal, dueOn, payments, writtenOffOn, terms }: Debt, asOf: string): Reckoning {
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

/** The civil date whose penalty reaches the cap if nothing more is paid; undefined where none does within a century. */
export const capReachedOn = (debt: Debt): string | undefined => reckon(debt, addCalendarDays(debt.dueOn, FAR)).cappedOn;
