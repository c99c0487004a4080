/** TipTopPay writes tenge as JSON numbers with at most two decimals; here a sum is whole tiyn. */

/** Above it the two decimals of a binary fraction are not certain. */
const MOST = 1e12;
/** How far a number may be from one with two decimals: what binary fractions are off, and far less than a tiyn. */
const NOISE = 1e-4;

/** @throws RangeError for a number that is no sum in tenge and tiyn. */
export function tiynOf(tenge: number): bigint {
  const text = tenge.toFixed(2);
  if (!(tenge >= 0 && tenge < MOST) || Math.abs(Number(text) - tenge) > NOISE) throw new RangeError('is no sum in tenge and tiyn');
  return BigInt(text.replace('.', ''));
}

/** The shortest number that means the same: 1234.5 for 123 450 tiyn. */
export const tengeOf = (tiyn: bigint): number => Number(tiyn) / 100;
