/** Events of a receipt, for walks through its chart. */
import type { ChartEvent } from '../../../charts/law.ts';
import type { ReceiptContext } from '../../../charts/receipt/types.ts';
import { hoursAfter } from '../../../rules/hours.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

export const receiptExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,
  events(_, at) {
    const asked = {
      ...{ parent: 'task/00000000-0000-4000-8000-000000000001', payout: 'payout/00000000-0000-4000-8000-000000000001/1' },
      ...{ customer: accounts.customer, contractor: accounts.first, amount: '1500000', paidOn: '2026-04-20', status: 'selfEmployed' },
      ...{ reminders: [hoursAfter(at, 24)], giveBy: hoursAfter(at, 120), endsAt: hoursAfter(at, 2_160) },
    };
    const says = (type: string, input: object): ChartEvent => ({ type, by: 'contractor', actor: accounts.first as string, at, input });
    return [
      { type: 'ask', by: 'platform', at, input: asked },
      says('give', { number: text('number') }),
      says('give', { qr: text('qr'), note: text('note') }),
      says('give', {}),
      says('annul', {}),
      says('annul', { reasons: text('reasons') }),
    ];
  },
  abstraction: (given) => [(given as ReceiptContext).givenAt === undefined],
};
