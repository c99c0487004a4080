/**
 * What a company or an entrepreneur withholds, as a tax agent, from a natural person whom it pays under a civil contract (ГПХ). The platform withholds
 * none of it; it tells the customer the sums. Rates and limits are dated parameters, and an accountant has to confirm them. Sums are tiyn; each payment
 * is rounded to a tenge, half a tenge up.
 */
import { atLeastZero, least } from './money.ts';
import type { Parameter } from './parameters.ts';
import { numberAt } from './parameters.ts';
import { tenge } from './withholding.ts';

/** The rules of the day of payment. Rates are hundredths of a per cent, limits are tiyn. */
export interface CivilContractTerms {
  opv: { rate: number; most: bigint };
  vosms: { rate: number; most: bigint };
  so: { rate: number; most: bigint };
  /** What of a month's income bears no income tax, if the person has applied for it, and at one agent only. */
  deduction: bigint;
  /** Income tax, with the part of a year's taxable income from which the higher rate applies. */
  iit: { rate: number; high: number; step: bigint };
}

export interface CivilContract {
  opv: bigint;
  vosms: bigint;
  so: bigint;
  /** What the income tax is of. */
  taxable: bigint;
  iit: bigint;
  net: bigint;
}

/** The dated parameters on the day of payment of the income (a civil date). @throws RangeError if one is missing on it. */
export function civilContractTermsAt(rows: readonly Parameter[], day: string): CivilContractTerms {
  const number = (code: string): number => numberAt(rows, code, day);
  const times = (code: string, unit: 'mrpTiyn' | 'mzpTiyn'): bigint => BigInt(number(code)) * BigInt(number(unit));
  return {
    opv: { rate: number('civilOpvBasisPoints'), most: times('civilOpvMostMzp', 'mzpTiyn') },
    vosms: { rate: number('civilVosmsBasisPoints'), most: times('civilVosmsMostMzp', 'mzpTiyn') },
    so: { rate: number('civilSoBasisPoints'), most: times('civilSoMostMzp', 'mzpTiyn') },
    deduction: times('civilDeductionMrp', 'mrpTiyn'),
    iit: {
      rate: number('civilIitBasisPoints'),
      high: number('civilIitHighBasisPoints'),
      step: times('civilIitStepMrp', 'mrpTiyn'),
    },
  };
}

/**
 * What is withheld from one payment, the only one of its month.
 * @param applied the person has applied for the deduction.
 * @param earlierInYear the taxable income of the same year before it.
 */
export function civilContractOf(
  income: bigint,
  terms: CivilContractTerms,
  { applied = false, earlierInYear = 0n }: { applied?: boolean; earlierInYear?: bigint } = {},
): CivilContract {
  const share = (base: bigint, rate: number): bigint => tenge(base * BigInt(rate));
  const opv = share(least(income, terms.opv.most), terms.opv.rate);
  const vosms = share(least(income, terms.vosms.most), terms.vosms.rate);
  const so = share(least(income - opv, terms.so.most), terms.so.rate);
  const taxable = atLeastZero(income - opv - vosms - so - (applied ? terms.deduction : 0n));
  const low = least(taxable, atLeastZero(terms.iit.step - earlierInYear));
  const iit = tenge(low * BigInt(terms.iit.rate) + (taxable - low) * BigInt(terms.iit.high));
  return { opv, vosms, so, taxable, iit, net: income - opv - vosms - so - iit };
}
