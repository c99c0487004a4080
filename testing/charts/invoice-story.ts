/** An invoice's life by its chart alone, with the books that it writes: due timers fire before each event. */
import { factsOf } from '../../charts/invoice/balance.ts';
import { invoiceChart } from '../../charts/invoice/chart.ts';
import { invoice } from '../../charts/invoice/index.ts';
import type { InvoiceContext, InvoiceEvent, InvoiceInput } from '../../charts/invoice/types.ts';
import { judge, menu, timersOf } from '../../charts/judge.ts';
import type { ChartEvent } from '../../charts/law.ts';
import { civilDate } from '../../rules/working-days.ts';
import { drawing } from './examples/invoice.ts';
import { accounts, calendar, text } from './examples/task.ts';
import type { Configuration } from './state-space.ts';
import { initialConfiguration, step, timerEvent } from './state-space.ts';

interface Posting {
  debit: string;
  credit: string;
  amount: string;
  code: string;
}

/** Books that several invoices may share. */
export function openBooks() {
  const postings: Posting[] = [];
  return {
    postings,
    /** What was credited to an account less what was debited, in tiyn. */
    balance: (account: string): number =>
      postings.reduce(
        (sum, { debit, credit, amount }) => sum + (credit === account ? Number(amount) : 0) - (debit === account ? Number(amount) : 0),
        0,
      ),
  };
}

const PROPOSED = { account: 'account-of-another', person: 'first' };

/** An invoice that is drawn at a moment. Its fees were booked before. */
export function invoiceStory(at: string, given: Partial<InvoiceInput> = {}, books = openBooks()) {
  const input = drawing(given);
  let place: Configuration = initialConfiguration(invoiceChart, at);
  const notices: string[] = [];
  const papers: string[] = [];
  const own: Posting[] = [];
  books.postings.push({ debit: `receivable/${input.customer}`, credit: 'income/fee', amount: input.principal, code: 'fee-charged' });
  const take = (event: ChartEvent): void => {
    const edge = step(invoiceChart, place, event);
    if (edge === undefined) throw new Error(`${event.type} is not taken`);
    place = edge.to;
    for (const { type, params } of edge.actions) {
      const isRead = type === 'notify' && invoice.recipients(place.snapshot.context, String(params?.to)).length > 0;
      if (isRead) notices.push(`${civilDate(event.at)} ${params?.template}`);
      if (type === 'issuePaper') papers.push(String(params?.kind));
      if (type === 'book') {
        own.push(...((params?.postings ?? []) as Posting[]));
        books.postings.push(...((params?.postings ?? []) as Posting[]));
      }
    }
  };
  const pass = (until: string): void => {
    for (;;) {
      const timer = timersOf(invoiceChart, place.snapshot, place.at).find(({ due }) => due <= Date.parse(until));
      if (timer === undefined) break;
      take(timerEvent(place, timer, calendar));
    }
    place = { ...place, at: until };
  };
  const by = (party: 'customer' | 'operator' | 'platform', type: string, when: string, asked: object) => {
    pass(when);
    const actor = party === 'platform' ? {} : { actor: accounts[party] as string, person: 'second' };
    const event: ChartEvent = { type, by: party, at: when, input: asked, ...actor };
    const verdict = judge(invoiceChart, place.snapshot, event);
    if (verdict.allowed) take(event);
    return verdict;
  };
  take({ type: 'draw', by: 'platform', at, input: { ...input, calendar } });
  const reasons = text('reasons');

  return {
    notices,
    papers,
    books,
    pass,
    sent: (when: string, on = civilDate(when)) => by('platform', 'noticeSent', when, { on, calendar }),
    notSent: (when: string) => by('platform', 'noticeNotSent', when, { reason: 'not-notified' }),
    sendAgain: (when: string) => by('operator', 'sendAgain', when, { calendar }),
    warnAgain: (when: string) => by('operator', 'warnAgain', when, { calendar }),
    pay: (amount: number, when: string, paidOn = civilDate(when)) =>
      by('operator', 'recordPayment', when, { amount: String(amount), paidOn }),
    comes: (amount: number, when: string) =>
      by('platform', 'paymentCame', when, { amount: String(amount), paidOn: civilDate(when), inflow: 'one' }),
    dispute: (when: string) => by('customer', 'dispute', when, { reasons }),
    uphold: (when: string) => by('operator', 'uphold', when, { reasons }),
    credit: (amount: number, when: string) => by('operator', 'credit', when, { amount: String(amount), reasons, proposed: PROPOSED }),
    claimPenalty: (when: string) => by('operator', 'claimPenalty', when, {}),
    writeOff: (when: string) => by('operator', 'writeOff', when, { reasons, proposed: PROPOSED }),
    booked: () => own.map(({ code, amount }) => [code, Number(amount)]),
    /** What is owed according to the books. */
    owed: () => 0 - books.balance(`receivable/${input.customer}`),
    timers: () => timersOf(invoiceChart, place.snapshot, place.at).map(({ name, due }) => [name, new Date(due).toISOString()]),
    menu: (party: 'customer' | 'operator') => menu(invoiceChart, place.snapshot, party, accounts[party] as string).map(({ name }) => name),
    /** What a notice would say now. */
    facts(template: string) {
      const context = place.snapshot.context as InvoiceContext;
      return factsOf(context, template, { before: context, event: { at: place.at } as InvoiceEvent });
    },
    get state() {
      return place.snapshot.value;
    },
    get context() {
      return place.snapshot.context as InvoiceContext;
    },
  };
}
