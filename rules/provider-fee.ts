/** The fee that a payment provider keeps of what it hands over. Sums are tiyn. Pure. */
import type { Parameter } from './parameters.ts';
import { numberAt } from './parameters.ts';

/** What its contract says, as dated parameters. */
export interface FeeTerms {
  basisPoints: number;
  /** A provider rounds each payment, so the fee of many is not exactly the share of their sum. It may differ by so much. */
  rounding: string;
}

/** The contract of a provider on a civil date; undefined if the parameters name no rate of it. */
export function feeTermsAt(rows: readonly Parameter[], provider: string, date: string): FeeTerms | undefined {
  const code = `${provider}FeeBasisPoints`;
  const isKnown = rows.some((each) => each.code === code && each.validFrom <= date && (each.validTo === null || date <= each.validTo));
  if (!isKnown) return undefined;
  return { basisPoints: numberAt(rows, code, date), rounding: String(numberAt(rows, 'providerFeeRoundingTiyn', date)) };
}

/** Whether the fee is that of the contract: the share of what was collected, which is what came and the fee. Without a contract it is not. */
export function feeAgrees(came: string, fee: string, terms: FeeTerms | undefined): boolean {
  if (terms === undefined) return false;
  const collected = BigInt(came) + BigInt(fee);
  const expected = (collected * BigInt(terms.basisPoints) + 5_000n) / 10_000n;
  const off = BigInt(fee) - expected;
  return (off < 0n ? -off : off) <= BigInt(terms.rounding);
}
