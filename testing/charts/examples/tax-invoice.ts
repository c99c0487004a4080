/** Events of a tax invoice, for walks through its chart. */
import type { ChartEvent } from '../../../charts/law.ts';
import type { AskTaxInvoice, TaxInvoiceContext } from '../../../charts/tax-invoice/types.ts';
import { civilDate } from '../../../rules/working-days.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

export const asking = (given: Partial<AskTaxInvoice> = {}): AskTaxInvoice => ({
  parent: 'invoice/00000000-0000-4000-8000-000000000001',
  customer: accounts.customer,
  nth: 1,
  paper: '2026-17',
  amount: '1600000',
  turnoverOn: '2026-04-20',
  dueOn: '2026-05-05',
  reminders: ['2026-05-02T04:00:00.000Z', '2026-05-04T04:00:00.000Z'],
  watchDays: 365,
  ...given,
});

export const taxInvoiceExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,
  events(given, at) {
    const { registered = [] } = given as Partial<TaxInvoiceContext>;
    const says = (type: string, input: object): ChartEvent => ({
      ...{ type, by: 'operator', actor: accounts.operator as string, at },
      input: { on: civilDate(at), ...input },
    });
    // More of them only add numbers, not paths.
    const next = registered.length < 2 ? [`ESF-${registered.length + 1}`] : [];
    return [
      { type: 'ask', by: 'platform', at, input: asking() },
      ...next.flatMap((registration) => [says('record', { registration }), says('correct', { registration })]),
      says('annul', { reasons: text('reasons') }),
    ];
  },
  abstraction(given) {
    const { registered, annulledOn } = given as TaxInvoiceContext;
    return [registered.length, annulledOn === undefined];
  },
};
