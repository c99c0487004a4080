/** Events of a payout, for walks through its chart. */
import type { ChartEvent } from '../../../charts/law.ts';
import type { PayoutContext, PayoutTerms } from '../../../charts/payout/types.ts';
import { hoursAfter } from '../../../rules/hours.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

const ID = 'payout/00000000-0000-4000-8000-000000000001/1';
const terms: PayoutTerms = { payoutAskFirstSeconds: 3_600, payoutAskLongestSeconds: 86_400, payoutReturnDays: 3 };

export const payoutExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,
  events(given, at) {
    const { payment } = given as PayoutContext;
    const platform = (type: string, input: object = {}): ChartEvent => ({ type, by: 'platform', at, input });
    return [
      platform('ask', { parent: 'task/00000000-0000-4000-8000-000000000001', contractor: accounts.first, amount: '1500000' }),
      platform('ask', {
        parent: 'task/00000000-0000-4000-8000-000000000001',
        contractor: accounts.first,
        amount: '1500000',
        payment: 'payment/00000000-0000-4000-8000-000000000001/1',
      }),
      platform('ask', {
        parent: 'debt/00000000-0000-4000-8000-000000000001/1',
        contractor: accounts.first,
        amount: '1500000',
        payment: 'payment/00000000-0000-4000-8000-000000000001/1/1',
      }),
      platform('prepared', { id: ID, provider: 'sandbox', details: 'version' }),
      ...(['details', 'cooling', 'large'] as const).map((reason) =>
        platform('payoutWaits', {
          ...{ id: ID, provider: 'sandbox', reason, openEnds: { openReminderWorkingDays: [3] } },
          ...(reason === 'cooling' && { until: hoursAfter(at, 48) }),
        }),
      ),
      platform('detailsChanged'),
      platform('sent', { id: ID, provider: 'sandbox', reference: `${ID}/1/0`, terms }),
      platform('failed', { id: ID, fault: 'no such account' }),
      platform('confirmed'),
      platform('refused'),
      platform('refused', { reason: 'account-closed' }),
      platform('returned'),
      ...(payment === undefined ? [] : ['500000', '1500000'].map((amount) => platform('stop', { amount, inAll: amount }))),
      platform('stopped', { id: ID }),
      { type: 'tryAgain', by: 'operator', actor: accounts.operator as string, at, input: {} },
      {
        ...{ type: 'allow', by: 'operator', actor: accounts.operator as string, person: 'person-of-another', at },
        input: { reasons: text('reasons'), proposed: { account: 'account-of-one', person: 'person-of-one' } },
      },
    ];
  },
  abstraction(given) {
    const { parent, payment, takenBack, takenInAll, confirmed, amount, wait, changed, allowed, fault } = given as PayoutContext;
    // More than the whole may be stopped; how much more makes no difference.
    const isWhole = takenBack !== undefined && BigInt(takenBack) >= BigInt(amount);
    const why = [wait?.reason, changed === true, allowed === undefined, fault === undefined || fault === 'bank'];
    return [parent, payment === undefined, isWhole || takenBack, takenInAll, confirmed === true, amount, ...why];
  },
};
