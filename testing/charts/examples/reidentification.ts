/** Commands of a re-identification with valid input, for walks through its chart. */
import type { ChartEvent } from '../../../charts/law.ts';
import type { AskInput, ReidentificationContext, ReidentificationTerms } from '../../../charts/reidentification/types.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

const { customer, first: contractor, operator } = accounts;

export const terms: ReidentificationTerms = { coolingOffHours: 24, checkWorkingDays: 3 };

/** A contractor requests a new number, with a password as proof. */
export const asking = (given: Partial<AskInput> = {}): AskInput => ({
  id: 'reidentification/example/1',
  parent: 'account/example',
  contractor,
  person: '8c1f1d06-4f0e-4d5b-9d0c-0d6b54a8f6a1',
  number: text('number'),
  proof: 'password',
  terms,
  ...given,
});

export const reidentificationExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,

  events(_, at) {
    const { contractor: __, ...own } = asking();
    const told = (type: string, input: object): ChartEvent => ({ type, by: 'platform', at, input });
    const byOperator = (type: string, input: object): ChartEvent => ({ type, by: 'operator', actor: operator, at, input });
    const byAccount = (type: string, input: object): ChartEvent[] => [
      { type, by: 'customer', actor: customer, at, input },
      { type, by: 'contractor', actor: contractor, at, input },
    ];
    return [
      told('ask', { ...asking(), calendar }),
      told('ask', { ...own, customer, proof: 'device', calendar }),
      told('ask', { ...asking({ proof: 'documents', evidence: text('evidence') }), calendar }),
      ...byAccount('object', {}),
      ...byAccount('object', { reasons: text('reasons') }),
      byOperator('approve', {}),
      byOperator('refuse', { reasons: text('reasons') }),
      told('numberChanged', {}),
      told('numberRefused', {}),
    ];
  },

  abstraction: (given) => {
    const { customer: asCustomer, proof } = given as ReidentificationContext;
    return [asCustomer !== undefined, proof];
  },
};
