/** The situations of docs/money.md: the charts are driven through each, and what they book is compared with what stands there. Sums of a situation are tenge. */
import type { AnyStateMachine } from 'xstate';
import { debtChart } from '../../charts/debt/chart.ts';
import type { DebtInput } from '../../charts/debt/types.ts';
import type { Posting } from '../../charts/effects.ts';
import { extraChart } from '../../charts/extra/chart.ts';
import { feeChart } from '../../charts/fee/chart.ts';
import { inflowChart } from '../../charts/inflow/chart.ts';
import { invoiceChart } from '../../charts/invoice/chart.ts';
import { judge, timersOf } from '../../charts/judge.ts';
import type { ChartEvent } from '../../charts/law.ts';
import { outflowChart } from '../../charts/outflow/chart.ts';
import { paymentChart } from '../../charts/payment/chart.ts';
import type { AskPayment, PaymentContext } from '../../charts/payment/types.ts';
import { payoutChart } from '../../charts/payout/chart.ts';
import type { PayoutTax } from '../../charts/payout/types.ts';
import { socialTransferChart } from '../../charts/social-transfer/chart.ts';
import { kindOfAccount } from '../../rules/account-kinds.ts';
import { COMPONENTS, RATES } from '../../rules/withholding.ts';
import type { Books } from './books.ts';
import { noBooks, postingsIn, withPostings } from './books.ts';
import { owing } from './examples/debt.ts';
import { ordering } from './examples/extra.ts';
import { charging, payTerms } from './examples/fee.ts';
import { entering } from './examples/inflow.ts';
import { drawing } from './examples/invoice.ts';
import { leaving } from './examples/outflow.ts';
import { paymentExamples } from './examples/payment.ts';
import { payoutExamples } from './examples/payout.ts';
import { collecting } from './examples/social-transfer.ts';
import { accounts, calendar, text } from './examples/task.ts';
import type { Configuration } from './state-space.ts';
import { initialConfiguration, step, timerEvent } from './state-space.ts';

const { customer, first, second, operator } = accounts;
const AT = '2026-04-27T05:00:00.000Z';
const PAYOUT = 'payout/00000000-0000-4000-8000-000000000001/1';

const tiyn = (tenge: number): string => String(tenge * 100);
const tenge = (sum: bigint): string => `${sum / 100n}`.replace(/\B(?=(\d{3})+$)/g, ' ');

type Given = Omit<ChartEvent, 'at'> & { at?: string };

interface Story {
  /** A life with its first event. The returned function gives it another, after what is due before. */
  life(name: string, chart: AnyStateMachine, begin: ChartEvent): (event: Given) => void;
  told(): { rows: string[]; left: string };
}

/** Books, and the rows that the lives of a situation write. */
function openStory(): Story {
  const rows: string[] = [];
  let books: Books = noBooks;
  const keep = (life: string, type: string, postings: Posting[]): void => {
    books = withPostings(books, life, postings);
    if (books.fault !== undefined) throw new Error(`${life}: ${type}: ${books.fault}`);
    rows.push(
      ...postings.map(
        ({ phase, debit, credit, amount }) =>
          `| ${life}: \`${type}\` | ${nameOf(debit)} | ${nameOf(credit)} | ${tenge(BigInt(amount))} | ${phase === 'single' ? '' : phase} |`,
      ),
    );
  };
  return {
    life(name, chart, begin) {
      let place: Configuration = initialConfiguration(chart, begin.at);
      const take = (event: ChartEvent): void => {
        const verdict = event.by === 'clock' ? { allowed: true } : judge(chart, place.snapshot, event);
        const edge = verdict.allowed ? step(chart, place, event) : undefined;
        if (edge === undefined) throw new Error(`the ${name} does not take ${event.type}: ${JSON.stringify(verdict)}`);
        place = edge.to;
        keep(name, event.type, postingsIn(edge.actions));
      };
      take(begin);
      return ({ at = place.at, ...event }) => {
        for (;;) {
          const timer = timersOf(chart, place.snapshot, place.at).find(({ due }) => due <= Date.parse(at));
          if (timer === undefined) break;
          take(timerEvent(place, timer, calendar));
        }
        take({ ...event, at });
      };
    },
    told() {
      const posted = Object.entries(books.posted)
        .filter(([, each]) => each !== 0n)
        .map(([code, each]) => `${nameOf(code)} ${tenge(each < 0n ? -each : each)} ${each < 0n ? 'debit' : 'credit'}`);
      const pending = Object.entries(books.pending).map(([place, each]) => {
        const [debit = '', credit = ''] = place.split(' ').slice(-2);
        return `${tenge(each)} pending from ${nameOf(debit)} to ${nameOf(credit)}`;
      });
      return { rows, left: [...posted, ...pending].join(', ') || 'nothing' };
    },
  };
}

const nameOf = (code: string): string => `\`${kindOfAccount(code)?.prefix}\``;
const platform = (type: string, input: object = {}): Given => ({ type, by: 'platform', input: { calendar, ...input } });
const staff = (type: string, input: object, actor = operator): Given => ({
  type,
  by: 'operator',
  actor: actor as string,
  person: actor as string,
  input,
});
const sum = (tengeSum: number, more: object = {}): object => ({ amount: tiyn(tengeSum), child: PAYOUT, ...more });

function payment(story: Story, mode: 'hold' | 'prepay' | 'charge', amount: number) {
  const examples = paymentExamples.events({ asked: '0' } as PaymentContext, AT);
  const [ask, opened] = [examples.find(({ type }) => type === 'ask'), examples.find(({ type }) => type === 'opened')];
  const tell = story.life('payment', paymentChart, {
    ...(ask as ChartEvent),
    input: { ...(ask?.input as object), amount: tiyn(amount), mode },
  });
  tell(opened as ChartEvent);
  return tell;
}
const CARD = 'payment/one/1';
/** A payment to the operator, whose page is open. */
function cardPayment(story: Story, parent: string, amount: number) {
  const examples = paymentExamples.events({ asked: '0' } as PaymentContext, AT);
  const opened = examples.find(({ type }) => type === 'opened') as ChartEvent;
  const [asked] = examples.filter(({ type }) => type === 'ask') as ChartEvent<'ask', AskPayment>[];
  const { contractor: _, ...ask } = (asked as NonNullable<typeof asked>).input;
  const input = { ...ask, parent, amount: tiyn(amount), mode: 'charge' };
  const tell = story.life('payment', paymentChart, { type: 'ask', by: 'platform', at: AT, input });
  tell(opened);
  return tell;
}
/** A certificate of 990, and its payment. */
function extra(story: Story) {
  const order: ChartEvent = { type: 'order', by: 'contractor', actor: first as string, at: AT, input: ordering(AT) };
  return { tell: story.life('extra', extraChart, order), ofPayment: cardPayment(story, 'extra/one', 990) };
}
function payout(story: Story, amount: number) {
  const examples = payoutExamples.events({}, AT);
  const ask = examples.findLast(({ type }) => type === 'ask') as ChartEvent;
  const [prepared, sent] = ['prepared', 'sent'].map((wanted) => examples.find(({ type }) => type === wanted) as ChartEvent) as [
    ChartEvent,
    ChartEvent,
  ];
  const tell = story.life('payout', payoutChart, { ...ask, input: { ...(ask.input as object), amount: tiyn(amount) } });
  const isPrepared = (): void => tell(platform('prepared', prepared.input as object));
  isPrepared();
  return { tell, isPrepared, sent: (more: object = {}) => tell(platform('sent', { ...(sent.input as object), ...more })) };
}
const debt = (story: Story, name: string, amount: number, given: Partial<DebtInput>) => {
  const { contractor: _, ...input } = owing({ amount: tiyn(amount), dueOn: '2026-05-12', ...given });
  return story.life(name, debtChart, { type: 'owe', by: 'platform', at: AT, input: { ...input, calendar } });
};
const OPERATOR_OWES: Partial<DebtInput> = { debtor: 'operator', creditor: 'customer', ground: 'admission' };
const OPERATOR_IS_OWED: Partial<DebtInput> = { debtor: 'customer', creditor: 'operator', ground: 'overpayment' };
const byCustomer = (type: string, input: object): Given => ({ type, by: 'customer', actor: customer as string, input });
/** One per cent for each of the four social payments (3.4). */
const withheld = (amount: number): Partial<PayoutTax> => ({
  net: tiyn(amount - 4 * (amount / 100)),
  withheld: COMPONENTS.map((component) => ({
    ...{ component, parameter: RATES[component], basisPoints: 100, source: 'The law', amount: tiyn(amount / 100) },
  })),
});

/** A payment that was charged, and its payout, which the provider has. */
function paidFor(story: Story, amount = 10_000, more: object = {}) {
  const ofPayment = payment(story, 'charge', amount);
  ofPayment(platform('captured', sum(amount)));
  const ofPayout = payout(story, amount);
  ofPayout.sent(more);
  return { ofPayment, ofPayout: ofPayout.tell, isPrepared: ofPayout.isPrepared };
}

const another = { account: 'another', person: 'another' };
/** A fee of 1 000, and the invoice for it, which is due on 12 May 2026. */
function invoice(story: Story, { advance = 0, principal = 1_000 } = {}) {
  story.life('fee', feeChart, { type: 'charge', by: 'platform', at: AT, input: charging({ principal: tiyn(principal) }) });
  const terms = { ...payTerms, payWorkingDays: 8 };
  const input = { ...drawing({ principal: tiyn(principal), advance: tiyn(advance), terms }), calendar };
  const tell = story.life('invoice', invoiceChart, { type: 'draw', by: 'platform', at: AT, input });
  if (advance < principal) tell(platform('noticeSent', { on: '2026-04-27' }));
  return tell;
}
const inflow = (story: Story, amount: number) =>
  story.life('inflow', inflowChart, { type: 'enter', by: 'platform', at: AT, input: entering({ amount: tiyn(amount) }) });
const outflow = (story: Story, amount: number) =>
  story.life('outflow', outflowChart, { type: 'enter', by: 'platform', at: AT, input: leaving({ amount: tiyn(amount) }) });

/** A payout of 10 000 by the operator's bank, of which 9 600 are left after withholding; what the provider held is settled, and the bank has paid. */
function paidByBank(story: Story) {
  payment(story, 'charge', 10_000)(platform('captured', sum(10_000)));
  inflow(story, 10_000)(staff('settle', { provider: 'sandbox', fee: '0', contract: { basisPoints: 0, rounding: '0' } }));
  const examples = payoutExamples.events({}, AT);
  const find = (type: string, more: object = {}): Given => {
    const { input } = examples.findLast((each) => each.type === type) as ChartEvent;
    return platform(type, { ...(input as object), ...more });
  };
  const ask = examples.findLast(({ type }) => type === 'ask') as ChartEvent;
  const tell = story.life('payout', payoutChart, { ...ask, input: { ...(ask.input as object), amount: tiyn(10_000) } });
  tell(find('prepared'));
  tell(find('take'));
  tell(find('listed', { tax: withheld(10_000) }));
  tell(find('handOver'));
  const paid = outflow(story, 9_600);
  paid(staff('match', { pays: PAYOUT }));
  tell(platform('confirmed', { outflow: leaving().outflow, amount: tiyn(9_600) }));
  paid(platform('applied'));
  return tell;
}

/** The heading of each situation in docs/money.md, and how it comes about. */
export const situations: Record<string, (story: Story) => void> = {
  'A hold, captured in part': (story) => {
    const tell = payment(story, 'hold', 15_000);
    tell(platform('held', sum(15_000)));
    tell(platform('capture', sum(10_000)));
    tell(platform('captured', sum(10_000)));
  },
  'A hold that is let go': (story) => {
    const tell = payment(story, 'hold', 15_000);
    tell(platform('held', sum(15_000)));
    tell(platform('release'));
    tell(platform('closed'));
  },
  'Prepaid, a part is due, and the rest is refunded': (story) => {
    const tell = payment(story, 'prepay', 10_000);
    tell(platform('captured', sum(10_000)));
    tell(platform('capture', sum(6_000)));
    tell(platform('refunded', sum(4_000)));
  },
  'Charged when the work is accepted': (story) => payment(story, 'charge', 10_000)(platform('captured', sum(10_000))),
  'A payout': (story) => paidFor(story).ofPayout(platform('confirmed')),
  'A payout that is refused, and sent again': (story) => {
    const { ofPayout, isPrepared } = paidFor(story);
    ofPayout(platform('refused'));
    ofPayout(staff('tryAgain', {}));
    isPrepared();
  },
  'A payout that comes back after it was confirmed': (story) => {
    const { ofPayout } = paidFor(story);
    ofPayout(platform('confirmed'));
    ofPayout(platform('returned'));
  },
  'A payout that waits for a tax regime': (story) => {
    const ofPayment = payment(story, 'charge', 10_000);
    ofPayment(platform('captured', sum(10_000)));
    const { tell, isPrepared } = payout(story, 10_000);
    tell(platform('taxWaits', { id: PAYOUT, reason: 'unproved', waitTerms: { taxWaitDays: 30, taxWaitReminderDays: [3] } }));
    tell(platform('taxChanged'));
    isPrepared();
  },
  'A payout to a self-employed person, from which social payments are withheld': (story) =>
    paidFor(story, 10_000, { tax: withheld(10_000) }).ofPayout(platform('confirmed')),
  'The same, and the payout comes back': (story) => {
    const { ofPayout } = paidFor(story, 10_000, { tax: withheld(10_000) });
    ofPayout(platform('confirmed'));
    ofPayout(platform('returned'));
  },
  'What was withheld in a month is transferred, and a part of it comes back': (story) => {
    paidFor(story, 10_000, { tax: withheld(10_000) }).ofPayout(platform('confirmed'));
    const totals = { opv: tiyn(100), opvr: tiyn(100), so: tiyn(100), vosms: tiyn(100) };
    const tell = story.life('social transfer', socialTransferChart, {
      ...platform('collect', collecting({ month: '2026-04', dueOn: '2026-05-25', totals })),
      at: AT,
    });
    tell({ ...staff('recordPaid', { order: '17', on: '2026-05-20' }), at: '2026-05-20T05:00:00.000Z' });
    tell({
      ...staff('recordReturned', { component: 'so', contractor: customer, amount: tiyn(100), order: '5', on: '2026-05-28' }),
      at: '2026-05-28T05:00:00.000Z',
    });
  },
  "What was withheld in a month is transferred by the bank's statement, and an order comes back": (story) => {
    paidByBank(story);
    const totals = { opv: tiyn(100), opvr: tiyn(100), so: tiyn(100), vosms: tiyn(100) };
    const tell = story.life('social transfer', socialTransferChart, {
      ...platform('collect', collecting({ month: '2026-04', dueOn: '2026-05-25', totals })),
      at: AT,
    });
    const left = outflow(story, 400);
    left(staff('match', { pays: 'social-transfer/2026-04' }));
    tell(platform('confirmed', { outflow: leaving().outflow, amount: tiyn(400), paidOn: '2026-04-20' }));
    left(platform('applied'));
    const back = inflow(story, 100);
    back(staff('takeTransferReturn', { transfer: 'social-transfer/2026-04', component: 'so', reason: 'account-unknown' }));
    const cameIn = { inflow: entering().inflow, amount: tiyn(100), paidOn: '2026-04-20' };
    tell(platform('returned', { ...cameIn, component: 'so', reason: 'account-unknown' }));
    back(platform('applied'));
  },
  "A payout by the operator's bank, after the provider has settled": (story) => void paidByBank(story),
  'The same, and the bank sends it back': (story) => {
    const tell = paidByBank(story);
    const back = inflow(story, 9_600);
    back(staff('takeReturn', { payout: PAYOUT, reason: 'account-closed' }));
    tell(platform('returned', { inflow: entering().inflow, amount: tiyn(9_600), reason: 'account-closed' }));
    back(platform('applied'));
  },
  'The same, and the bank keeps a part of what it sends back': (story) => {
    const tell = paidByBank(story);
    const back = inflow(story, 9_500);
    back(staff('takeReturn', { payout: PAYOUT, reason: 'account-closed' }));
    back(platform('cameShort', { short: tiyn(100) }));
    back(staff('acceptDifference', { of: PAYOUT, difference: tiyn(100), reasons: text('reasons'), proposed: another }, second));
    tell(platform('returned', { inflow: entering().inflow, amount: tiyn(9_500), short: tiyn(100), reason: 'account-closed' }));
    back(platform('applied'));
  },
  'A provider settles and keeps its fee': (story) => {
    payment(story, 'charge', 1_000_000)(platform('captured', sum(1_000_000)));
    inflow(story, 975_000)(staff('settle', { provider: 'sandbox', fee: tiyn(25_000), contract: { basisPoints: 250, rounding: '100' } }));
  },
  'The provider keeps more than its contract says': (story) => {
    payment(story, 'charge', 1_000_000)(platform('captured', sum(1_000_000)));
    const came = inflow(story, 970_000);
    came(staff('settle', { provider: 'sandbox', fee: tiyn(30_000), contract: { basisPoints: 250, rounding: '100' } }));
    came(staff('acceptDifference', { of: 'sandbox', difference: tiyn(30_000), reasons: text('reasons'), proposed: another }, second));
  },
  'An entry of a bank statement that had been recorded': (story) => {
    inflow(story, 300)(staff('sendBack', { reasons: text('reasons'), proposed: another }, second));
    const left = outflow(story, 300);
    left(staff('match', { pays: `inflow/${entering().inflow}` }));
    left(platform('applied', { recorded: true }));
  },
  "An entry of a bank statement that is the operator's own spending": (story) =>
    outflow(story, 300)(staff('setAside', { reasons: text('reasons'), proposed: another }, second)),
  'A chargeback before the payout arrived': (story) => {
    const { ofPayment, ofPayout } = paidFor(story);
    ofPayment(platform('takenBack', sum(10_000)));
    ofPayout(platform('stop', sum(10_000, { inAll: tiyn(10_000) })));
    ofPayout(platform('refused'));
    ofPayment(platform('notPaidOut', sum(10_000)));
  },
  'A chargeback after the payout arrived, and a part of the loss is recovered': (story) => {
    const { ofPayment, ofPayout } = paidFor(story);
    ofPayout(platform('confirmed'));
    ofPayment(platform('paidOut', sum(10_000)));
    ofPayment(platform('takenBack', sum(10_000)));
    ofPayment(staff('closeLoss', { recovered: tiyn(4_000), reasons: text('reasons') }));
  },
  'An invoice, paid five days late': (story) => {
    const tell = invoice(story);
    tell({ ...staff('recordPayment', { paidOn: '2026-05-17', amount: tiyn(1_005) }), at: '2026-05-18T05:00:00.000Z' });
  },
  'An invoice that is paid late and in part, and written off': (story) => {
    const tell = invoice(story);
    tell({ ...staff('recordPayment', { paidOn: '2026-05-17', amount: tiyn(600) }), at: '2026-05-17T05:00:00.000Z' });
    tell({ ...staff('writeOff', { reasons: text('reasons'), proposed: another }, second), at: '2026-05-22T05:00:00.000Z' });
  },
  'An entry of a bank statement pays an invoice, and the next invoice takes the rest': (story) => {
    const tell = invoice(story);
    const came = inflow(story, 1_300);
    came(staff('match', { pays: 'invoice/one' }));
    tell(platform('paymentCame', { amount: tiyn(1_300), paidOn: '2026-04-27', inflow: entering().inflow }));
    invoice(story, { principal: 500, advance: 300 });
  },
  'An invoice, paid by card after its term': (story) => {
    const tell = invoice(story);
    tell({ ...byCustomer('pay', { terms: { most: 10_000_000 } }), at: '2026-05-17T05:00:00.000Z' });
    const ofPayment = cardPayment(story, 'invoice/one', 1_005);
    ofPayment(platform('captured', sum(1_005)));
    tell(platform('paymentCaptured', { ...sum(1_005), child: CARD, paidOn: '2026-05-17' }));
  },
  'An invoice, paid by transfer and by card on one day': (story) => {
    const tell = invoice(story);
    tell(byCustomer('pay', { terms: { most: 10_000_000 } }));
    const ofPayment = cardPayment(story, 'invoice/one', 1_000);
    tell(staff('recordPayment', { paidOn: '2026-04-27', amount: tiyn(600) }));
    ofPayment(platform('captured', sum(1_000)));
    tell(platform('paymentCaptured', { ...sum(1_000), child: CARD, paidOn: '2026-04-27' }));
  },
  'A payment by card that the bank takes back opens the invoice again': (story) => {
    const tell = invoice(story);
    tell(byCustomer('pay', { terms: { most: 10_000_000 } }));
    const ofPayment = cardPayment(story, 'invoice/one', 1_000);
    ofPayment(platform('captured', sum(1_000)));
    tell(platform('paymentCaptured', { ...sum(1_000), child: CARD, paidOn: '2026-04-27' }));
    ofPayment(platform('takenBack', sum(1_000)));
    tell({ ...platform('paymentTakenBack', { child: CARD, owed: tiyn(1_000) }), at: '2026-05-22T05:00:00.000Z' });
    ofPayment(platform('notPaidOut', sum(1_000)));
  },
  'A paid extra of a contractor': (story) => {
    const { tell, ofPayment } = extra(story);
    ofPayment(platform('captured', sum(990)));
    tell(platform('paymentCaptured', { ...sum(990), child: CARD, paidOn: '2026-04-27' }));
    tell(platform('drawn'));
  },
  'A paid extra that cannot be drawn': (story) => {
    const { tell, ofPayment } = extra(story);
    ofPayment(platform('captured', sum(990)));
    tell(platform('paymentCaptured', { ...sum(990), child: CARD, paidOn: '2026-04-27' }));
    tell(platform('notDrawn'));
    ofPayment(platform('release'));
    ofPayment(platform('refunded', sum(990)));
  },
  'A paid extra whose price the bank takes back': (story) => {
    const { tell, ofPayment } = extra(story);
    ofPayment(platform('captured', sum(990)));
    tell(platform('paymentCaptured', { ...sum(990), child: CARD, paidOn: '2026-04-27' }));
    tell(platform('drawn'));
    ofPayment(platform('takenBack', sum(990)));
    tell(platform('paymentTakenBack', { child: CARD, owed: tiyn(990), amount: tiyn(990) }));
    ofPayment(platform('notPaidOut', sum(990)));
  },
  'An invoice that is credited after a payment': (story) => {
    const tell = invoice(story);
    tell(staff('recordPayment', { paidOn: '2026-04-27', amount: tiyn(600) }));
    tell(staff('credit', { amount: tiyn(700), reasons: text('reasons'), proposed: another }, second));
  },
  'A penalty that was claimed, and a payment that is reported late': (story) => {
    const tell = invoice(story);
    tell({ ...staff('claimPenalty', {}), at: '2026-05-22T05:00:00.000Z' });
    tell({ ...staff('recordPayment', { paidOn: '2026-05-12', amount: tiyn(1_000) }), at: '2026-05-22T05:00:00.000Z' });
  },
  'An entry of a bank statement that is an advance': (story) => inflow(story, 300)(staff('keep', { customer })),
  'An entry of a bank statement that is sent back': (story) =>
    inflow(story, 300)(staff('sendBack', { reasons: text('reasons'), proposed: another }, second)),
  'A debt of the operator': (story) => {
    const tell = debt(story, 'debt', 5_000, OPERATOR_OWES);
    tell(byCustomer('confirm', {}));
  },
  'A debt to the operator, paid by transfer': (story) => {
    const tell = debt(story, 'debt', 3_000, OPERATOR_IS_OWED);
    const came = inflow(story, 3_000);
    came(staff('match', { pays: 'debt/one/1' }));
    tell(platform('paymentCame', { amount: tiyn(3_000), paidOn: '2026-04-27', inflow: entering().inflow }));
    came(platform('applied'));
  },
  'A debt to the operator, paid in part and forgiven': (story) => {
    const tell = debt(story, 'debt', 3_000, OPERATOR_IS_OWED);
    tell(staff('confirm', { amount: tiyn(1_000) }));
    tell(staff('writeOff', { reasons: text('reasons'), proposed: another }, second));
  },
  'A set-off of mutual debts': (story) => {
    const own = debt(story, 'the first debt', 5_000, OPERATOR_OWES);
    const other = debt(story, 'the second debt', 3_000, { ...OPERATOR_IS_OWED, id: 'debt/two/1' });
    own(byCustomer('proposeSetOff', { debt: 'debt/two/1', other: { debtor: customer, creditor: 'operator', owed: tiyn(3_000) } }));
    own(staff('acceptSetOff', { proposal: 1, debt: 'debt/two/1' }));
    other(platform('reduce', sum(3_000)));
    own(platform('setOffDone', { left: '0' }));
  },
};

/** What docs/money.md has to say of a situation: the rows of its table, and what is left on the accounts after it. */
export function entriesOf(situation: (story: Story) => void): { rows: string[]; left: string } {
  const story = openStory();
  situation(story);
  return story.told();
}
