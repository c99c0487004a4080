/** Events of a payment, for walks through its chart. */
import type { ChartEvent } from '../../../charts/law.ts';
import { openLoss } from '../../../charts/payment/taken-back.ts';
import type { AskPayment, PaymentContext, PaymentTerms } from '../../../charts/payment/types.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

const DAY = 86_400_000;
const later = (moment: string, days: number): string => new Date(Date.parse(moment) + days * DAY).toISOString();

const ID = 'payment/00000000-0000-4000-8000-000000000001/1';
const terms: PaymentTerms = {
  paymentAskFirstSeconds: 3_600,
  paymentAskLongestSeconds: 86_400,
  paymentWatchDays: 30,
  paymentWatchAskFirstSeconds: 864_000,
  paymentWatchAskLongestSeconds: 864_000,
};

const asking = (at: string, mode: AskPayment['mode']): AskPayment => ({
  parent: 'task/00000000-0000-4000-8000-000000000001',
  customer: accounts.customer as string,
  contractor: accounts.first as string,
  amount: '1500000',
  mode,
  payBy: later(at, 2),
  reminders: [later(at, 1)],
});

/** The operator is paid: an invoice. */
const OF_OPERATOR = (at: string): AskPayment => {
  const { contractor: _, ...ask } = asking(at, 'charge');
  return { ...ask, parent: 'invoice/00000000-0000-4000-8000-000000000001' };
};

export const paymentExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,

  events(given, at) {
    const { contractor, amount, asked, mode, pending = '0', lost = '0', twice = '0', takenBack = '0' } = given as PaymentContext;
    const refunds = [
      asked === '0' ? '400000' : asked,
      ...(mode === 'prepay' && asked === '400000' ? ['200000'] : []),
      ...(mode === 'prepay' && takenBack !== '0' && asked !== '0' ? ['1000000'] : []),
    ];
    const unpaid = BigInt(pending) + BigInt(lost) - BigInt(twice);
    const platform = (type: string, input: object = {}): ChartEvent => ({ type, by: 'platform', at, input });
    const customer = (type: string): ChartEvent => ({ type, by: 'customer', actor: accounts.customer as string, at, input: {} });
    return [
      platform('ask', asking(at, 'hold')),
      platform('ask', asking(at, 'prepay')),
      // A debt is charged. So is what a task's price still lacks; its paths are the same.
      platform('ask', { ...asking(at, 'charge'), parent: 'debt/00000000-0000-4000-8000-000000000001/1' }),
      ...(mode === undefined ? [platform('ask', OF_OPERATOR(at))] : []),
      platform('opened', { id: ID, provider: 'sandbox', reference: `${ID}/1/0`, page: text('page'), terms }),
      platform('failed', { id: ID, fault: 'no such merchant' }),
      // What is charged is never held.
      ...(mode === 'prepay' ? [] : [platform('held', { amount })]),
      platform('captured', { amount: '1000000' }),
      platform('declined'),
      platform('tryDeclined', { reason: 'funds' }),
      platform('closed'),
      platform('capture', { amount: '1000000' }),
      platform('capture', { amount: '600000' }),
      platform('release'),
      ...(contractor === undefined ? [platform('callOff')] : []),
      // Two repeats are enough. Kept money goes back as requested, in part, or although the bank took some of it meanwhile.
      ...(lost === '0' ? refunds : []).map((sum) => platform('refunded', { amount: sum })),
      platform('takenBack', { amount: '1000000' }),
      platform('takenBack', { amount: '300000' }),
      platform('paidOut', { child: 'payout/00000000-0000-4000-8000-000000000001/1', amount: '1000000' }),
      platform('payoutReturned', { child: 'payout/00000000-0000-4000-8000-000000000001/1', amount: '1000000' }),
      ...(unpaid > 0n ? [platform('notPaidOut', { amount: String(unpaid) })] : []),
      { type: 'closeLoss', by: 'operator', actor: accounts.operator as string, at, input: { recovered: '1', reasons: text('reasons') } },
      customer('retry'),
      customer('cancel'),
      { type: 'tryAgain', by: 'operator', actor: accounts.operator as string, at, input: {} },
    ];
  },

  abstraction(given) {
    const context = given as PaymentContext;
    const { parent, mode, ending, unwanted, asked, held, captured, refunded, decline } = context;
    // A bank may return more than was taken; how much more makes no difference.
    const isOver = BigInt(refunded) > BigInt(captured);
    const { takenBack = '0', pending = '0', lost = '0', twice = '0', paidOut, cameBack } = context;
    const gone = [takenBack, pending, lost, openLoss(context), twice, paidOut !== undefined, cameBack !== undefined].map(String);
    // For taken money that is not kept, it makes no difference whether it was held before, or what would have happened without a payment.
    const until = captured === '0' || mode === 'prepay' ? [mode, ending, unwanted] : [];
    return [parent, ...until, decline?.reason, isOver || asked, held, captured, isOver || refunded, ...gone];
  },
};
