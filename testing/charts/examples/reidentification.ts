/** Commands of a re-identification with valid input, for walks through its chart. */
import type { ChartEvent } from '../../../charts/law.ts';
import type { AskInput, ReidentificationContext, ReidentificationTerms } from '../../../charts/reidentification/types.ts';
import type { Examples } from '../state-space.ts';
import { personOf } from './account.ts';
import { accounts, calendar, text } from './task.ts';

const { customer, first: contractor, operator } = accounts;

export const terms: ReidentificationTerms = { coolingOffHours: 24, checkWorkingDays: 3 };
export const company = 'account-company';
/** A company that the person joins while the number is being changed. */
export const joined = '5d1b7a55-94a5-4c0c-8d6a-5f3c1d0e7b42';
/** Two members of the operator's staff. */
export const staff = { first: operator as string, second: 'account-operator-second' };

/** A contractor who is also a member of a company requests a new number, with a password as proof. */
export const asking = (given: Partial<AskInput> = {}): AskInput => ({
  id: 'reidentification/example',
  own: [contractor as string],
  companies: [company],
  isStaff: false,
  person: '8c1f1d06-4f0e-4d5b-9d0c-0d6b54a8f6a1',
  formerNumber: text('formerNumber'),
  number: text('number'),
  proof: 'password',
  terms,
  ...given,
});

export const reidentificationExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,

  events(_, at) {
    const told = (type: string, input: object): ChartEvent => ({ type, by: 'platform', at, input });
    const byOperator = (type: string, input: object, actor = staff.first): ChartEvent => ({
      ...{ type, by: 'operator', actor, person: personOf(actor), at, input },
    });
    const byAccounts = (type: string, input: object): ChartEvent[] => [
      { type, by: 'customer', actor: company, at, input },
      { type, by: 'customer', actor: customer as string, at, input },
      { type, by: 'contractor', actor: contractor as string, at, input },
    ];
    return [
      told('ask', { ...asking(), calendar }),
      told('ask', { ...asking({ proof: 'device', isStaff: true }), calendar }),
      told('ask', { ...asking({ proof: 'documents', evidence: text('evidence') }), calendar }),
      told('accountsJoined', { own: [], companies: [joined] }),
      ...byAccounts('object', {}),
      ...byAccounts('object', { reasons: text('reasons') }),
      told('personObjected', {}),
      byOperator('approve', {}),
      byOperator('confirm', {}),
      byOperator('confirm', {}, staff.second),
      byOperator('refuse', { reasons: text('reasons') }),
      told('numberChanged', {}),
      told('numberRefused', {}),
    ];
  },

  abstraction: (given) => {
    const { proof, companies, isStaff } = given as ReidentificationContext;
    return [proof, isStaff, companies.length];
  },
};
