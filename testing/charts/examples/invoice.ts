/** Commands of an invoice with valid input, for walks through its chart. */
import { debtOf, owedOf } from '../../../charts/invoice/balance.ts';
import type { InvoiceContext, InvoiceInput } from '../../../charts/invoice/types.ts';
import type { ChartEvent } from '../../../charts/law.ts';
import { balanceOf } from '../../../rules/penalty.ts';
import { addCalendarDays, civilDate } from '../../../rules/working-days.ts';
import type { Examples } from '../state-space.ts';
import { payTerms } from './fee.ts';
import { accounts, calendar, text } from './task.ts';

const PART = '40000';

/** An invoice of 1 000 tenge for one fee. */
export const drawing = (given: Partial<InvoiceInput> = {}): InvoiceInput => ({
  id: 'invoice/one',
  customer: accounts.customer,
  number: '2026-17',
  period: '2026-04',
  lines: 1,
  principal: '100000',
  advance: '0',
  terms: payTerms,
  limitTerms: { warningAfter: 5, notice: 5 },
  ...given,
});

const BEGIN = '2026-04-20T04:00:00.000Z';
const PROPOSED = { account: 'account-operator-second', person: 'proposes' };

export const invoiceExamples: Examples = {
  begin: BEGIN,
  calendar,

  events(given, at) {
    const context = given as InvoiceContext;
    const { dueOn, payments, credits, claims, card, watched = [], asked = 0 } = context;
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
      draw({ terms: { ...payTerms, penalty: { ...payTerms.penalty, capBase: 'current' } } }),
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
    // What changes a part of the invoice, twice at most: more of them only add sums, not paths.
    const inPart = (...those: ChartEvent[]): ChartEvent[] => (payments.length + credits.length < 2 ? those : []);
    const comes = (amount: string, paidOn: string): ChartEvent => asPlatform('paymentCame', { amount, paidOn, inflow: 'inflow' });
    const credit = (amount: string): ChartEvent => asOperator('credit', { amount, reasons, proposed: PROPOSED });
    const late = addCalendarDays(dueOn, 1);
    const dispute: ChartEvent = { type: 'dispute', by: 'customer', actor: accounts.customer, at, input: { reasons } };
    const writeOff = asOperator('writeOff', { reasons, proposed: PROPOSED });
    // Beside a payment by card only what meets it: everything else goes on as without it.
    if (asked > 0) {
      const isFirst = payments.length + credits.length === 0;
      const ofPage = (type: string, input: object = {}): ChartEvent[] =>
        card === undefined ? [] : [asPlatform(type, { child: card.payment, ...input })];
      return [
        // Beyond all that is owed on any day, in part, or told late: the provider's word counts, whatever was asked for.
        ...ofPage('paymentCaptured', { amount: '200000', paidOn: today }),
        ...ofPage('paymentCaptured', { amount: PART, paidOn: today }),
        ...ofPage('paymentCaptured', { amount: '50000', paidOn: late }),
        ...['paymentFailed', 'paymentExpired', 'paymentCancelled', 'paymentRefunded'].flatMap((type) => ofPage(type)),
        ...watched.flatMap((child) => [
          // Where it is all that was paid: the rest of another payment depends on its day.
          ...(payments.length === 1 && credits.length === 0
            ? payments.flatMap(({ payment, amount }) =>
                payment === child ? asPlatform('paymentTakenBack', { child, owed: amount, calendar }) : [],
              )
            : []),
          asPlatform('paymentSettled', { child }),
        ]),
        ...(isFirst ? [pays(PART, today), comes('200000', today), credit('100000')] : []),
        ...[dispute, asOperator('uphold', { reasons }), writeOff, asPlatform('noticeSent', { on: today, calendar })],
      ];
    }
    const pay: ChartEvent = { type: 'pay', by: 'customer', actor: accounts.customer, at, input: { terms: { most: 1_000_000 } } };
    const isPlain = payments.length + credits.length < 2 && claims.length === 0 && context.terms.penalty.capBase === 'initial';
    return [
      ...first,
      pays(String(owed), today),
      comes(String(owed), today),
      pays('200000', today),
      pays('100000', dueOn < today ? dueOn : today),
      ...inPart(pays(PART, today), comes(PART, today), credit('60000')),
      ...(isPlain ? [pay] : []),
      // A payment that is reported late, which a penalty at its cap may not survive.
      ...inPart(pays('50000', late), comes('50000', late)),
      credit(String(debtOf(context).principal)),
      credit('100000'),
      // Today, or long before.
      ...[today, addCalendarDays(civilDate(BEGIN), -30)].map((on) => asPlatform('noticeSent', { on, calendar })),
      asPlatform('noticeNotSent', { reason: 'not-notified' }),
      asOperator('sendAgain', { calendar }),
      asOperator('warnAgain', { calendar }),
      dispute,
      asOperator('uphold', { reasons }),
      asOperator('claimPenalty', {}),
      writeOff,
    ];
  },

  abstraction(given, states) {
    // The total paid depends on the day.
    if (['paid', 'credited', 'writtenOff'].some((state) => states.includes(`invoice.${state}`))) return null;
    const {
      terms,
      payments,
      credits,
      sentOn,
      dueOn,
      withheld,
      claims,
      openSince = '',
      deadlines,
      limit,
      unwarned,
      upheld,
    } = given as InvoiceContext;
    const { card, watched = [], asked, passedOn = '0' } = given as InvoiceContext;
    const byCard = [card !== undefined, watched.length, asked, passedOn !== '0'];
    // In time, soon after, or once a cap was reached: a later change leaves another penalty for each.
    const phaseOf = (day: string): string => (day <= dueOn ? 'inTime' : day <= addCalendarDays(dueOn, 30) ? 'late' : 'capped');
    // Nothing is owed: how much was paid makes no difference any more. When does of the one payment that a bank may take back here.
    const [only, ...others] = payments;
    const isAlone = only?.payment !== undefined && others.length + credits.length === 0;
    if (states.includes('invoice.settled'))
      return [
        ...byCard,
        upheld,
        isAlone ? [phaseOf(only.on), only.amount] : payments.length,
        credits.length,
        claims.length === 0,
        openSince && phaseOf(civilDate(openSince)),
      ];
    return [
      sentOn === undefined,
      withheld,
      terms?.penalty.capBase,
      claims.length === 0,
      openSince && phaseOf(civilDate(openSince)),
      // Whether the penalty had reached its cap by then, as the payments and credits are now.
      deadlines?.capBy !== undefined && deadlines.capBy <= openSince,
      // The way to the limit of new tasks.
      [deadlines?.warnBy === undefined, limit?.toldOn === undefined, limit?.begun, limit === undefined, unwarned, upheld],
      payments.map(({ on, amount, payment }) => [phaseOf(on), amount.startsWith('-') || amount, payment !== undefined]),
      ...byCard,
      credits.map(({ amount }) => amount),
    ];
  },
};
