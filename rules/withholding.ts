/**
 * What the operator withholds from a self-employed person whom it pays through the platform (tax code, art. 720 and 721; an accountant has to confirm
 * it). Four social payments, each a share of the income of the calendar month up to its limit. Income tax is zero. Sums are tiyn.
 *
 * The tax period is the month, so each payment is reckoned on top of what was paid earlier in it: the parts of a month that is paid at once, and of one
 * that is paid in pieces, add up to the same. If each payment were rounded alone, pieces below 50 tenge would bear nothing, and 50 tenge twice as much.
 */
import { atLeastZero, least } from './money.ts';
import type { Parameter } from './parameters.ts';
import { numberAt } from './parameters.ts';

/**
 * ОПВ (pension contribution), ОПВР (the employer's pension contribution), СО (social deduction) and ВОСМС (contribution to health insurance), in the
 * order of registers.
 */
export const COMPONENTS = ['opv', 'opvr', 'so', 'vosms'] as const;
export type Component = (typeof COMPONENTS)[number];

/** The dated parameter of each component: hundredths of a per cent. */
export const RATES = {
  opv: 'selfEmployedOpvBasisPoints',
  opvr: 'selfEmployedOpvrBasisPoints',
  so: 'selfEmployedSoBasisPoints',
  vosms: 'selfEmployedVosmsBasisPoints',
} as const satisfies Record<Component, string>;

/** The rules of the day of payment. */
export interface SelfEmployedTerms {
  /** Hundredths of a per cent. */
  rates: Record<Component, number>;
  /** The most that a self-employed person may earn in a calendar month. */
  limit: bigint;
}

export interface Withholding {
  gross: bigint;
  components: Record<Component, bigint>;
  withheld: bigint;
  net: bigint;
  /** What of the gross sum is above the limit of the month: the regime does not cover it, and nothing is withheld from it. */
  excess: bigint;
}

/** The dated parameters on the day of payment of the income (a civil date). @throws RangeError if one is missing on it. */
export function selfEmployedTermsAt(rows: readonly Parameter[], day: string): SelfEmployedTerms {
  const rates = Object.fromEntries(COMPONENTS.map((each) => [each, numberAt(rows, RATES[each], day)])) as Record<Component, number>;
  return { rates, limit: BigInt(numberAt(rows, 'selfEmployedLimitMrp', day)) * BigInt(numberAt(rows, 'mrpTiyn', day)) };
}

/** What to withhold from a payment. `earlier` is what the person was paid before it in the same calendar month, without what came back. */
export function withholdingFrom(gross: bigint, earlier: bigint, { rates, limit }: SelfEmployedTerms): Withholding {
  const base = least(gross, atLeastZero(limit - earlier));
  const before = least(earlier, limit);
  const part = (rate: number): bigint => tenge((before + base) * BigInt(rate)) - tenge(before * BigInt(rate));
  const components = Object.fromEntries(COMPONENTS.map((each) => [each, part(rates[each])])) as Record<Component, bigint>;
  const withheld = COMPONENTS.reduce((sum, each) => sum + components[each], 0n);
  return { gross, components, withheld, net: gross - withheld, excess: gross - base };
}

/** Of a pensioner or a student, who pays no social payments. */
export const NO_RATES: SelfEmployedTerms['rates'] = { opv: 0, opvr: 0, so: 0, vosms: 0 };

/** Ten-thousandths of a tiyn in a tenge. */
const TENGE = 1_000_000n;

/** An exact sum, in ten-thousandths of a tiyn, as whole tenge in tiyn: half a tenge is rounded up. */
export const tenge = (exact: bigint): bigint => ((exact + TENGE / 2n) / TENGE) * 100n;
