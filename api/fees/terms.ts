import type { FeeTerms } from '../../charts/fee/types.ts';
import type { Parameter } from '../../rules/parameters.ts';
import { payTermsAt } from '../../rules/pay-terms.ts';
import type { Commission } from '../../rules/tariff.ts';

/** The commission of a customer's plan with the terms of payment of a civil date, as a task pins them. @throws if a parameter is missing. */
export const feeTermsAt = (rows: readonly Parameter[], date: string, commission: Commission): FeeTerms => ({
  ...commission,
  ...payTermsAt(rows, date),
});
