/** Commands of money that came to the operator's account, with valid input. */
import { differenceOf } from '../../../charts/inflow/chart.ts';
import type { InflowContext, InflowInput } from '../../../charts/inflow/types.ts';
import type { ChartEvent } from '../../../charts/law.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

const BEGIN = '2026-04-20T04:00:00.000Z';
const CAME_BACK = { payout: 'payout/00000000-0000-4000-8000-000000000001/1', reason: 'account-closed' } as const;
const INVOICE = 'invoice/0b7e1a52-6c1d-4d1e-9f57-8a3f0c6a9d10';

export const entering = (given: Partial<InflowInput> = {}): InflowInput => ({
  inflow: '1b7e1a52-6c1d-4d1e-9f57-8a3f0c6a9d10',
  amount: '100000',
  on: '2026-04-20',
  entry: text('entry'),
  statement: 'a'.repeat(64),
  ...given,
});

export const inflowExamples: Examples = {
  begin: BEGIN,
  calendar,
  events(given, at) {
    const asOperator = (type: string, input: object): ChartEvent => ({
      ...{ type, by: 'operator', at, input },
      ...{ actor: accounts.operator, person: 'confirms' },
    });
    const asPlatform = (type: string, input: object): ChartEvent => ({ type, by: 'platform', at, input });
    return [
      asPlatform('enter', entering()),
      asPlatform('enter', entering({ pays: INVOICE })),
      asPlatform('enter', entering({ cameBack: CAME_BACK })),
      asPlatform('applied', {}),
      asPlatform('notApplied', {}),
      asPlatform('cameShort', { short: '500' }),
      asOperator('match', { pays: INVOICE }),
      asOperator('takeReturn', CAME_BACK),
      asOperator('takeTransferReturn', { transfer: 'social-transfer/2026-03', component: 'so', reason: 'bank' }),
      // The contract with the sandbox says that it keeps nothing; with the other none is known.
      asOperator('settle', { provider: 'sandbox', fee: '0', contract: { basisPoints: 0, rounding: '100' } }),
      asOperator('settle', { provider: 'tiptoppay', fee: '2564' }),
      asOperator('acceptDifference', {
        ...differenceOf(given as InflowContext),
        reasons: text('reasons'),
        proposed: { account: 'account-operator-second', person: 'proposes' },
      }),
      asOperator('rejectDifference', { reasons: text('reasons') }),
      asOperator('keep', { customer: accounts.customer }),
      asOperator('sendBack', { reasons: text('reasons'), proposed: { account: 'account-operator-second', person: 'proposes' } }),
    ];
  },
  abstraction: (given) => {
    const { pays, cameBack = {} } = given as InflowContext;
    return [pays === undefined, 'transfer' in cameBack, 'short' in cameBack && cameBack.short];
  },
};
