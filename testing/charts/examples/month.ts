/** Commands of a month of the books, with valid input. */
import type { ChartEvent } from '../../../charts/law.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

export const monthExamples: Examples = {
  begin: '2026-05-02T04:00:00.000Z',
  calendar,
  events(_, at) {
    const asOperator = (type: string, input: object): ChartEvent => ({
      ...{ type, by: 'operator', at, input },
      ...{ actor: accounts.operator, person: 'confirms' },
    });
    return [
      asOperator('close', { month: '2026-04', totals: { accounts: [], received: '0' }, sha256: 'a'.repeat(64) }),
      asOperator('reopen', { reasons: text('reasons'), proposed: { account: 'account-operator-second', person: 'proposes' } }),
    ];
  },
  abstraction: () => [],
};
