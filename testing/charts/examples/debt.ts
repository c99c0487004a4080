/** Commands of a debt with valid input, for walks through its chart. */
import { confirmableOf, owedOf, unanswered, unreportedOf } from '../../../charts/debt/sums.ts';
import type { DebtContext, DebtInput, DebtTerms, Transfer } from '../../../charts/debt/types.ts';
import type { ChartEvent } from '../../../charts/law.ts';
import { least } from '../../../rules/money.ts';
import { addCalendarDays, civilDate } from '../../../rules/working-days.ts';
import type { Examples } from '../state-space.ts';
import { givenAt } from './account.ts';
import { accounts, calendar, text } from './task.ts';

const { customer, first, second, operator } = accounts;

export const debtTerms: DebtTerms = {
  payDays: 7,
  reminderDaysBefore: [3, 1],
  overdueReminderDays: [1, 7, 30],
  answerWorkingDays: 5,
  answerReminderWorkingDays: [3],
  openReminderWorkingDays: [2, 4],
};

/** The customer owes the contractor 1 000 tenge by a settlement. */
export const owing = (given: Partial<DebtInput> = {}): DebtInput => ({
  id: 'debt/one/1',
  parent: 'dispute/0b7e1a52-6c1d-4d1e-9f57-8a3f0c6a9d10/1',
  about: 'task/0b7e1a52-6c1d-4d1e-9f57-8a3f0c6a9d10',
  customer: customer as string,
  contractor: first as string,
  debtor: 'customer',
  creditor: 'contractor',
  amount: '100000',
  ground: 'settlement',
  terms: debtTerms,
  ...given,
});

const { contractor: _, ...ofCustomer } = owing();
export const debts: DebtInput[] = [
  owing(),
  owing({ debtor: 'contractor', creditor: 'customer' }),
  { ...ofCustomer, creditor: 'operator', ground: 'overpayment' },
  { ...ofCustomer, debtor: 'operator', creditor: 'customer', ground: 'admission' },
];

/** What a payment and its payout may tell the debt. */
const told = (
  { payment, payout, amount, taken }: Partial<Transfer> & Pick<Transfer, 'payment' | 'amount'>,
  platform: (type: string, input: object) => ChartEvent,
): ChartEvent[] => [
  platform('paymentCaptured', { child: payment, amount }),
  platform('paymentFailed', { child: payment }),
  platform('paymentExpired', { child: payment }),
  platform('paymentCancelled', { child: payment }),
  ...(taken === undefined ? [platform('paymentTakenBack', { child: payment, owed: amount })] : []),
  platform('payoutRefused', { child: payout, amount }),
  platform('payoutReturned', { child: payout, amount }),
  platform('paidOut', { child: payout, amount }),
  platform('paidOut', { child: 'payout/other/1', amount }),
  platform('payoutStopped', { child: payout, amount, left: '0' }),
  // Something remains. Another part would only add sums, not new paths.
  platform('payoutStopped', { child: payout, amount: '0', left: amount }),
  // Of what is left, as much as before was taken meanwhile.
  ...(taken === undefined ? [] : [platform('payoutStopped', { child: payout, amount: '0', left: String(2n * BigInt(amount)) })]),
];

const PART = '40000';
const FINALS = ['debt.paid', 'debt.setOff', 'debt.waived'];

export const debtExamples: Examples<DebtContext> = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,

  events(context, at) {
    const platform = (type: string, input: object): ChartEvent => ({ type, by: 'platform', at, input: { ...input, calendar } });
    const today = civilDate(at);
    if (context.amount === undefined)
      // The last day is before the end of the creditor's term to answer.
      return debts.map((input) => platform('owe', { ...input, dueOn: addCalendarDays(today, 3) }));
    const by = givenAt(at);
    const reasons = text('reasons');
    const [open] = unanswered(context);
    const named = open && { report: open.number };
    const { number: proposal, debt } = context.proposal ?? {};
    const account = (side: 'debtor' | 'creditor') => ({ customer, contractor: first, operator: 'operator' })[context[side]];
    const isUntouched = String(owedOf(context)) === context.amount && unanswered(context).length === 0;
    // Payments besides set-offs multiply the state space, although neither depends on the other.
    const isProposed = context.proposal !== undefined && context.proposal.became === undefined;
    const mayPay = !isProposed && context.setOff === '0' && unanswered(context).length <= 1;
    const other = { debtor: account('creditor'), creditor: account('debtor') };
    // Partial payments multiply the state space, so only one of the debts has them.
    const isParted = context.debtor === 'customer' && context.creditor === 'contractor';
    const partOf = (rest: bigint): string => String(least(BigInt(PART), rest));
    // A payment of the whole rest need not name the sum.
    const unreported = unreportedOf(context);
    const ofUnreported = unreported > BigInt(PART) ? { amount: PART } : {};
    return (
      [by('customer', customer), by('contractor', first), by('operator', operator)]
        .flatMap((say) => [
          say('report', { paidOn: today }),
          say('orderPayment', {}),
          ...(context.debtor === 'operator' && isUntouched ? [say('orderPayment', { amount: PART })] : []),
          say('confirm', { ...named }),
          ...(isParted
            ? [
                ...(mayPay ? [say('pay', { ...ofUnreported, terms: { payWorkingDays: 2 } })] : []),
                say('report', { paidOn: today, amount: PART, proof: text('proof') }),
                say('confirm', { ...named, amount: partOf(confirmableOf(context)) }),
              ]
            : []),
          say('deny', { ...named, reasons }),
          say('waive', { reasons }),
          say('writeOff', { reasons, proposed: { account: 'account-operator-second', person: 'proposes' } }),
          say('proposeSetOff', { debt: 'debt/other/1', other: { ...other, owed: PART } }),
          say('proposeSetOff', { debt: 'debt/other/2', other: { ...other, owed: '500000' } }),
          say('acceptSetOff', { proposal, debt }),
          say('declineSetOff', { proposal }),
        ])
        // One person orders the operator's payment, another reports it.
        .filter(({ type, by: party }) => type !== 'report' || party !== 'operator')
        .concat(
          ...(context.order === undefined ? [] : [by('operator', second)('report', { paidOn: today, order: context.order.number })]),
          platform('setOffDone', { left: '0' }),
          platform('setOffFailed', {}),
          platform('reduce', { amount: PART }),
          ...[PART, ...(isUntouched ? [String(owedOf(context))] : [])].map((amount) =>
            platform('paymentCame', { amount, paidOn: today, inflow: 'entry' }),
          ),
          ...(context.transfer === undefined ? [] : told(context.transfer, platform)),
        )
    );
  },

  abstraction(context, states) {
    if (context.amount === undefined || FINALS.some((id) => states.includes(id))) return null;
    const { debtor, creditor, setOff, overdueSince, deadlines, proposal, order, transfer } = context;
    return [
      debtor,
      creditor,
      String(owedOf(context)),
      setOff !== '0',
      unanswered(context).map(({ amount }) => amount),
      overdueSince !== undefined,
      deadlines.answerBy === undefined,
      order?.amount,
      transfer && [transfer.amount, transfer.payout === undefined, transfer.taken],
      (proposal?.became === undefined || proposal.became === 'accepted') && [proposal?.side, proposal?.amount],
    ];
  },
};
