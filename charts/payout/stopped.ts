/** A payout that was stopped, while its payer's bank took more. Sums are tiyn, as decimal strings. */
import { atLeastZero, least, tiynOf } from '../../rules/money.ts';

/** The report of a stopped payout: the sum that the bank had taken, as far as it knew, and the rest. */
export interface Stopped {
  amount: string;
  left: string;
}

/**
 * What of the rest the bank has taken, too: a payout that has ended hears of no further taking. `told` is what its parent had heard by then of what was
 * taken of this payout.
 */
export function takenOfLeft({ amount, left }: Stopped, told = '0'): string {
  return String(least(tiyn(left), atLeastZero(tiyn(told) - tiyn(amount))));
}

/** What of the rest is still to be paid out. */
export const leftToPay = (stopped: Stopped, told?: string): string => String(tiyn(stopped.left) - tiyn(takenOfLeft(stopped, told)));

const tiyn = (sum: string): bigint => tiynOf(sum) ?? 0n;
