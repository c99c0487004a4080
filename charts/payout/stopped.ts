/** A payout that was stopped, while its payer's bank took more. Sums are tiyn, as decimal strings. */
import { atLeastZero, least } from '../../rules/money.ts';

/** What a payout says once it was stopped: what of it the bank had taken as far as it had heard, and what is left. */
export interface Stopped {
  amount: string;
  left: string;
}

/**
 * What of the rest the bank has taken, too: a payout that has ended hears of no further taking. `told` is what its parent had heard by then of what was
 * taken of this payout.
 */
export function takenOfLeft({ amount, left }: Stopped, told = '0'): string {
  return String(least(BigInt(left), atLeastZero(BigInt(told) - BigInt(amount))));
}
