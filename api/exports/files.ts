/** The files of a period for the operator's finance and for a customer, each written as it is read. */
import type { Language } from '../../charts/messages.ts';
import { bankExchange } from '../../documents/bank-exchange.ts';
import type { Sale } from '../../documents/commerce-ml.ts';
import { commerceMl } from '../../documents/commerce-ml.ts';
import { operatorOn } from '../../documents/operator.ts';
import { windows1251 } from '../../documents/windows-1251.ts';
import { localIdOf } from '../../lives/ids.ts';
import type { ExportPeriod } from '../../models/stores/export.ts';
import { creditNotesIn, invoicesIn, journalIn, paymentsIn } from '../../models/stores/export.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import { idFrom } from '../free-text.ts';
import type { Bill, Payment } from './rows.ts';
import { billsOf, paymentsOf } from './rows.ts';
import { asCsv, INVOICES, OWN_PAYMENTS, PAYMENTS, POSTINGS, SERVICE_ACTS } from './sheets.ts';

type From = Pick<Platform, 'lives' | 'operatorEntity'>;
export type File = (platform: From, period: ExportPeriod, language: Language) => AsyncIterable<string | Uint8Array>;

async function* bills({ lives: { database }, operatorEntity }: From, period: ExportPeriod, { credits = true } = {}): AsyncGenerator<Bill> {
  const as = { operator: operatorEntity, parameters: await readParameters(database) };
  yield* billsOf(database, invoicesIn(database, period), as);
  if (credits) yield* billsOf(database, creditNotesIn(database, period), as);
}
const payments = ({ lives: { database } }: From, period: ExportPeriod): AsyncGenerator<Payment> =>
  paymentsOf(database, paymentsIn(database, period, todayInAlmaty()));

export const invoicesCsv: File = (from, period, language) => asCsv(INVOICES, bills(from, period), language);
export const serviceActsCsv: File = (from, period, language) => asCsv(SERVICE_ACTS, bills(from, period, { credits: false }), language);
export const paymentsCsv: File = (from, period, language) => asCsv(PAYMENTS, payments(from, period), language);
export const ownPaymentsCsv: File = (from, period, language) => asCsv(OWN_PAYMENTS, payments(from, period), language);
export const postingsCsv: File = ({ lives: { database } }, period, language) => asCsv(POSTINGS, journalIn(database, period), language);

/** What came to the bank account: what was paid by card is with the provider. */
async function* banked(from: From, period: ExportPeriod) {
  for await (const { way, reference, day, amount, payer, payerIdentifier, purpose, invoice } of payments(from, period))
    if (way !== 'card')
      yield {
        ...{ number: reference ?? '', day, amount, payer: payer ?? '', identifier: payerIdentifier ?? '' },
        purpose: purpose ?? (invoice === null ? '' : `Оплата по счёту № ${invoice}`),
      };
}

export const bankExchangeTxt: File = async function* (from, { from: first, to }) {
  const madeOn = todayInAlmaty();
  const operator = operatorOn(from.operatorEntity, await readParameters(from.lives.database), madeOn);
  for await (const piece of bankExchange({ from: first, to, madeOn, operator }, banked(from, { from: first, to })))
    yield windows1251(piece);
};

const saleOf = (kind: Sale['kind'], bill: Bill): Sale => ({
  kind,
  id: idFrom('export', kind, bill.id, String(bill.nth)),
  ...{ number: bill.number, day: bill.day, payBy: kind === 'invoice' ? bill.due_on : null, period: bill.period },
  amount: bill.amount.replace('-', ''),
  vat: bill.vatRate === null ? null : { rate: bill.vatRate, amount: String(bill.vat).replace('-', '') },
  customer: {
    id: bill.customer,
    // What is erased has no name, and the standard wants one.
    name: bill.name || localIdOf(`account/${bill.customer}`),
    identifier: bill.identifier ?? '',
    isCompany: bill.kind === 'company',
  },
});

async function* sales(from: From, period: ExportPeriod): AsyncGenerator<Sale> {
  for await (const bill of bills(from, period)) {
    if (bill.nth > 0) yield saleOf('credit', bill);
    else {
      yield saleOf('invoice', bill);
      yield saleOf('act', bill);
    }
  }
}
export const salesXml: File = (from, period) => commerceMl(from.operatorEntity, todayInAlmaty(), sales(from, period));
