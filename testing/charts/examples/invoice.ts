/** Commands of an invoice with valid input, for walks through its chart. */
import { debtOf, owedOf } from '../../../charts/invoice/balance.ts';
import type { InvoiceContext, InvoiceInput, Received } from '../../../charts/invoice/types.ts';
import type { ChartEvent } from '../../../charts/law.ts';
import { balanceOf } from '../../../rules/penalty.ts';
import { addCalendarDays, civilDate } from '../../../rules/working-days.ts';
import type { Examples } from '../state-space.ts';
import { payTerms } from './fee.ts';
import { accounts, calendar, text } from './task.ts';

const SMALL = '40000';
const LEAST = '1';

/** An invoice of 1 000 tenge for one fee. */
export const drawing = (given: Partial<InvoiceInput> = {}): InvoiceInput => ({
  customer: accounts.customer,
  number: '2026-17',
  period: '2026-04',
  lines: 1,
  principal: '100000',
  advance: '0',
  terms: payTerms,
  ...given,
});

const BEGIN = '2026-04-20T04:00:00.000Z';
const PROPOSED = { account: 'account-operator-second', person: 'proposes' };

export const invoiceExamples: Examples = {
  begin: BEGIN,
  calendar,

  events(given, at) {
    const context = given as InvoiceContext;
    const { dueOn } = context;
    const today = civilDate(at);
    const draw = (own: Partial<InvoiceInput>): ChartEvent => ({
      type: 'draw',
      by: 'platform',
      at,
      input: { ...drawing(own), calendar },
    });
    const first = [
      draw({}),
      draw({ advance: '100000' }),
      draw({ terms: { ...payTerms, penalty: { ...payTerms.penalty, capBase: 'current', paidFirst: 'penalty' } } }),
    ];
    if (dueOn === undefined) return first;
    const owed = owedOf(balanceOf(debtOf(context), today));
    const asOperator = (type: string, input: object): ChartEvent => ({
      ...{ type, by: 'operator', at, input },
      ...{ actor: accounts.operator, person: 'confirms' },
    });
    const asPlatform = (type: string, input: object): ChartEvent => ({ type, by: 'platform', at, input });
    const pays = (amount: string, paidOn: string): ChartEvent => asOperator('recordPayment', { amount, paidOn });
    const reasons = text('reasons');
    return [
      ...first,
      ...(owed < BigInt(SMALL) ? [pays(LEAST, today)] : [pays(SMALL, today)]),
      pays(String(owed), today),
      pays('100000', dueOn < today ? dueOn : today),
      pays('200000', today),
      ...[owed < BigInt(SMALL) ? LEAST : SMALL, String(owed)].map((amount) =>
        asPlatform('paymentCame', { amount, paidOn: today, inflow: 'inflow' }),
      ),
      // A payment that is reported late, which a penalty at its cap may not survive.
      pays('50000', addCalendarDays(dueOn, 1)),
      asPlatform('paymentCame', { amount: '50000', paidOn: addCalendarDays(dueOn, 1), inflow: 'inflow' }),
      // Today, or long before.
      ...[today, addCalendarDays(civilDate(BEGIN), -30)].map((on) => asPlatform('noticeSent', { on, calendar })),
      asPlatform('noticeNotSent', { reason: 'not-notified' }),
      asOperator('sendAgain', { calendar }),
      { type: 'dispute', by: 'customer', actor: accounts.customer, at, input: { reasons } },
      asOperator('uphold', { reasons }),
      // The largest and the least that can be credited: all that is left, and a tiyn.
      asOperator('credit', { amount: LEAST, reasons, proposed: PROPOSED }),
      asOperator('credit', { amount: '60000', reasons, proposed: PROPOSED }),
      asOperator('credit', { amount: String(debtOf(context).principal), reasons, proposed: PROPOSED }),
      asOperator('credit', { amount: '100000', reasons, proposed: PROPOSED }),
      asOperator('claimPenalty', {}),
      asOperator('writeOff', { reasons, proposed: PROPOSED }),
    ];
  },

  abstraction(given, states) {
    // The total paid depends on the day.
    if (['paid', 'credited', 'writtenOff'].some((state) => states.includes(`invoice.${state}`))) return null;
    const { terms, payments, credits, sentOn, withheld, claimed, openSince } = given as InvoiceContext;
    const amounts = (sums: Received[]): string[] => sums.map(({ amount }) => amount).filter((amount) => amount !== LEAST);
    return [
      sentOn === undefined,
      withheld,
      terms?.penalty.capBase,
      claimed === undefined,
      openSince === undefined,
      amounts(payments),
      amounts(credits),
    ];
  },
};
