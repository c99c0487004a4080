/** Commands of money that left the operator's account, with valid input. */
import type { ChartEvent } from '../../../charts/law.ts';
import type { OutflowContext, OutflowInput } from '../../../charts/outflow/types.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

const PAYOUT = 'payout/00000000-0000-4000-8000-000000000001/1';

export const leaving = (given: Partial<OutflowInput> = {}): OutflowInput => ({
  outflow: '2b7e1a52-6c1d-4d1e-9f57-8a3f0c6a9d10',
  amount: '960000',
  on: '2026-04-20',
  entry: text('entry'),
  statement: 'a'.repeat(64),
  ...given,
});

export const outflowExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,
  events(_, at) {
    const asOperator = (type: string, input: object): ChartEvent => ({
      ...{ type, by: 'operator', at, input },
      ...{ actor: accounts.operator, person: 'confirms' },
    });
    const asPlatform = (type: string, input: object): ChartEvent => ({ type, by: 'platform', at, input });
    return [
      asPlatform('enter', leaving()),
      asPlatform('enter', leaving({ pays: PAYOUT })),
      asPlatform('applied', {}),
      asPlatform('applied', { recorded: true }),
      asPlatform('notApplied', {}),
      asOperator('match', { pays: PAYOUT }),
      asOperator('match', { pays: 'social-transfer/2026-03', component: 'so' }),
      asOperator('setAside', { reasons: text('reasons'), proposed: { account: 'account-operator-second', person: 'proposes' } }),
    ];
  },
  abstraction: (given) => [(given as OutflowContext).pays === undefined],
};
