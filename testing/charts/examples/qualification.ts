/** Events of a qualification, for walks through its chart. */
import type { ChartEvent } from '../../../charts/law.ts';
import type { DeclareInput, QualificationContext } from '../../../charts/qualification/types.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

const { first: contractor, operator } = accounts as Record<string, string>;

/** A licence, issued before the walks begin. */
export const declaring = (given: Partial<DeclareInput> = {}): DeclareInput => ({
  id: 'qualification/example',
  contractor: contractor as string,
  categories: ['plumbing'],
  kind: 'licence',
  title: text('title'),
  documentNumber: text('documentNumber'),
  issuer: text('issuer'),
  issuedOn: '2026-01-15',
  files: [{ file: 'file/one', sha256: 'a'.repeat(64) }],
  terms: { decideReminderWorkingDays: [2], endReminderDays: [30, 7] },
  ...given,
});

export const qualificationExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,

  events(_, at) {
    const byContractor = (type: string, input: object): ChartEvent => ({ type, by: 'contractor', actor: contractor as string, at, input });
    const byOperator = (type: string, input: object): ChartEvent => ({ type, by: 'operator', actor: operator as string, at, input });
    return [
      byContractor('declare', { ...declaring(), calendar }),
      byContractor('declare', { ...declaring({ validUntil: '2027-12-31' }), calendar }),
      byContractor('withdraw', {}),
      byOperator('approve', {}),
      byOperator('refuse', { reasons: text('reasons') }),
      byOperator('revoke', { reasons: text('reasons') }),
    ];
  },

  abstraction: (given) => [(given as QualificationContext).validUntil],
};
