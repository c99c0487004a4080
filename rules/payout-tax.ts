/**
 * How a payout of income is taxed on its day (3.4): by the contractor's status as it is proved on that day, and not as it was when the work began. The
 * operator is the tax agent of the self-employed whom it pays through the platform, and of nobody else. Sums are tiyn.
 */
import type { Parameter } from './parameters.ts';
import { numberAt } from './parameters.ts';
import type { SelfEmployedTerms, Withholding } from './withholding.ts';
import { NO_RATES, selfEmployedTermsAt, withholdingFrom } from './withholding.ts';
import { endOfMonth } from './working-days.ts';

/** How a contractor is taxed. */
export type TaxStatus = 'selfEmployed' | 'entrepreneurSimplified' | 'entrepreneurGeneral' | 'naturalPerson';
/** Who pays no social payments although self-employed. */
export type Exemption = 'pensioner' | 'student';

/** What the account says of its tax status. `until`: the last civil date on which it is valid for certain. */
export interface DeclaredTax {
  status: TaxStatus;
  until?: string;
  confirmed: boolean;
  exemption?: Exemption;
}

/**
 * Why a payout waits: no status is proved; the month's limit would be exceeded; or a natural person without a regime is paid by a company or an
 * entrepreneur, who is the tax agent then.
 */
export const TAX_WAITS = ['unproved', 'overLimit', 'withoutRegime'] as const;
export type TaxWait = (typeof TAX_WAITS)[number];

/** What the platform does where the law does not say it: dated parameters of the day. */
export interface PayoutTaxSettings {
  unprovedWaits: boolean;
  overLimitWaits: boolean;
  withoutRegimeWaits: boolean;
}

export interface Income {
  /** What of the payout pays for work. Damages, costs and refunds are no income from services, and bear nothing. */
  income: bigint;
  /** What the person was paid before in the same calendar month. */
  earlier: bigint;
  tax: DeclaredTax | undefined;
  /** The payer is a company or an entrepreneur, and so a tax agent. */
  payerIsAgent: boolean;
  /** Two of the staff have decided that it does not wait. */
  inFull: boolean;
}

export type PayoutTaxed =
  | { status: TaxStatus | undefined; withheld?: Withholding }
  /** `until`: the moment with which the next month begins, where it ends the wait. */
  | { waits: TaxWait; until?: string };

/** The platform's own rules on a day. @throws RangeError if one is missing on it. */
export const payoutTaxSettingsAt = (rows: readonly Parameter[], day: string): PayoutTaxSettings => ({
  unprovedWaits: numberAt(rows, 'unprovedTaxStatusWaits', day) === 1,
  overLimitWaits: numberAt(rows, 'overLimitWaits', day) === 1,
  withoutRegimeWaits: numberAt(rows, 'withoutRegimeWaits', day) === 1,
});

/** The status that counts on a day: a confirmed one that has not ended. */
export const statusOn = (tax: DeclaredTax | undefined, day: string): TaxStatus | undefined =>
  tax?.confirmed === true && (tax.until === undefined || day <= tax.until) ? tax.status : undefined;

/** What the limit of the regime and its rates are for a person. A pensioner or a student has the limit, and no social payments. */
export const termsFor = (rows: readonly Parameter[], day: string, tax: DeclaredTax | undefined): SelfEmployedTerms => {
  const terms = selfEmployedTermsAt(rows, day);
  return tax?.exemption === undefined ? terms : { ...terms, rates: NO_RATES };
};

/** How a payout is taxed on a day, or why it waits. @throws RangeError if a parameter is missing on that day. */
export function taxOn(day: string, { income, earlier, tax, payerIsAgent, inFull }: Income, rows: readonly Parameter[]): PayoutTaxed {
  const status = statusOn(tax, day);
  if (income === 0n) return { status };
  const { unprovedWaits, overLimitWaits, withoutRegimeWaits } = payoutTaxSettingsAt(rows, day);
  if (status === undefined && unprovedWaits && !inFull) return { waits: 'unproved' };
  if (status === 'naturalPerson' && payerIsAgent && withoutRegimeWaits && !inFull) return { waits: 'withoutRegime' };
  if (status !== 'selfEmployed') return { status };
  const terms = termsFor(rows, day, tax);
  const withheld = withheldIfLeft(income, earlier, terms);
  if (withheld.excess === 0n || !overLimitWaits || inFull) return { status, withheld };
  return { waits: 'overLimit', ...(income <= terms.limit && { until: endOfMonth(day) }) };
}

/** A payment of a few tenge, which rounding up would use up, bears nothing: a provider can be told to pay neither nothing nor less. */
function withheldIfLeft(income: bigint, earlier: bigint, terms: SelfEmployedTerms): Withholding {
  const withheld = withholdingFrom(income, earlier, terms);
  return withheld.net > 0n ? withheld : withholdingFrom(income, earlier, { ...terms, rates: NO_RATES });
}
