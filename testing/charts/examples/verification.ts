/** Commands of a verification with valid input, for walks through its chart. */
import type { ChartEvent } from '../../../charts/law.ts';
import type { AskInput, VerificationContext, VerificationTerms } from '../../../charts/verification/types.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

const { customer, first: contractor, operator } = accounts;

export const terms: VerificationTerms = {
  answerWorkingDays: 5,
  reminderWorkingDays: [2, 4],
  graceWorkingDays: 3,
  decideReminderWorkingDays: [2],
  mostSubmissions: 2,
};

/** A contractor is asked for documents about its tax status. */
export const asking = (given: Partial<AskInput> = {}): AskInput => ({
  id: 'verification/example/1',
  parent: 'account/example',
  contractor,
  what: text('what'),
  kinds: ['taxStatus'],
  terms,
  ...given,
});

export const verificationExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,

  events(given, at) {
    const { contractor: _, ...own } = asking();
    const version = (given as VerificationContext).submissions.length;
    const byOperator = (type: string, input: object): ChartEvent => ({ type, by: 'operator', actor: operator, at, input });
    const byAccount = (type: string, input: object): ChartEvent[] => [
      { type, by: 'customer', actor: customer, at, input },
      { type, by: 'contractor', actor: contractor, at, input },
    ];
    return [
      byOperator('ask', { ...asking(), calendar }),
      byOperator('ask', { ...own, customer, calendar }),
      { type: 'ask', by: 'platform', actor: contractor as string, at, input: { ...asking(), calendar } },
      ...byAccount('submit', { files: [{ file: 'file/one', sha256: 'a'.repeat(64) }], evidence: text('evidence'), calendar }),
      ...byAccount('submit', { evidence: text('evidence'), calendar }),
      byOperator('askAgain', { reasons: text('reasons'), calendar }),
      byOperator('askAgain', { reasons: text('reasons'), workingDays: 1, calendar }),
      byOperator('approve', { version }),
      byOperator('refuse', { version, reasons: text('reasons') }),
      byOperator('withdraw', {}),
      byOperator('withdraw', { reasons: text('reasons') }),
    ];
  },

  abstraction(given) {
    const { customer: asCustomer, submissions, round } = given as VerificationContext;
    return [asCustomer !== undefined, submissions.filter((each) => each.round === round).length];
  },
};
