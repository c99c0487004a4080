/** A fee with valid input, for walks through its chart. */
import type { FeeInput } from '../../../charts/fee/types.ts';
import type { ChartEvent } from '../../../charts/law.ts';
import type { PayTerms } from '../../../rules/pay-terms.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar } from './task.ts';

export const payTerms: PayTerms = {
  payWorkingDays: 10,
  reminderWorkingDays: [5, 9],
  openReminderWorkingDays: [2, 4],
  penalty: { perDayBasisPoints: 10, capBasisPoints: 1_000, capBase: 'initial', firstDay: 1, paidFirst: 'principal' },
};

/** A fee of 1 000 tenge. */
export const charging = (given: Partial<FeeInput> = {}): FeeInput => ({
  parent: 'task/0b7e1a52-6c1d-4d1e-9f57-8a3f0c6a9d10',
  customer: accounts.customer,
  principal: '100000',
  terms: payTerms,
  ...given,
});

export const feeExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,
  events: (_, at) =>
    ['100000', '0'].map((principal): ChartEvent => ({ type: 'charge', by: 'platform', at, input: charging({ principal }) })),
  abstraction: () => null,
};
