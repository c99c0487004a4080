/** The tables that an accountant takes away: one row a document, heads in the reader's language, days as programs in Kazakhstan read them. */
import { invoiceMessages } from '../../charts/invoice/messages.ts';
import type { Language, Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import { written } from '../../documents/billing/facts.ts';
import { pathOf } from '../../lives/ids.ts';
import type { JournalRow } from '../../models/stores/export.ts';
import { kindOfAccount } from '../../rules/account-kinds.ts';
import { BYTE_ORDER_MARK, csvLine, plainCell, sumCell } from '../../rules/csv.ts';
import { plainPercent } from '../../rules/money.ts';
import { reasonOf } from '../../rules/posting-reasons.ts';
import { civilDate } from '../../rules/working-days.ts';
import type { Bill, Payment } from './rows.ts';

interface Column<Row> {
  head: Localized;
  cell(row: Row, language: Language): string;
}
export type Sheet<Row> = readonly Column<Row>[];

const column = <Row>(kk: string, ru: string, en: string, cell: Column<Row>['cell']): Column<Row> => ({ head: said(kk, ru, en), cell });

/** Line by line, so a file of a year costs no memory. What people wrote is no formula. */
export async function* asCsv<Row>(sheet: Sheet<Row>, rows: AsyncIterable<Row>, language: Language): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${csvLine(sheet.map(({ head }) => head[language]))}`;
  for await (const row of rows) yield csvLine(sheet.map(({ cell }) => cell(row, language)));
}

const KINDS = {
  invoice: said('Төлемге шот', 'Счёт на оплату', 'Invoice'),
  credit: said('Түзету шоты', 'Корректировочный счёт', 'Credit note'),
};
const known = (text: string | null): string => plainCell(text ?? '');
const day = (date: string | null): string => (date === null ? '' : written(date));

const DATE = column<Bill>('Күні', 'Дата', 'Date', (row) => written(row.day));
const NUMBER = column<Bill>('Нөмірі', 'Номер', 'Number', (row) => row.number);
const CUSTOMER: Sheet<Bill> = [
  column('Тапсырыс беруші', 'Заказчик', 'Customer', (row) => known(row.name)),
  column('ЖСН/БСН', 'ИИН/БИН', 'IIN/BIN', (row) => known(row.identifier)),
];
const PERIOD = column<Bill>('Кезең', 'Период', 'Period', (row) => row.period);
const SUMS: Sheet<Bill> = [
  column('Барлығы, теңге', 'Всего, тенге', 'Total, tenge', (row) => sumCell(row.amount)),
  column('ҚҚС-сыз, теңге', 'Без НДС, тенге', 'Without VAT, tenge', (row) => sumCell(BigInt(row.amount) - row.vat)),
  column('ҚҚС, %', 'НДС, %', 'VAT, %', (row) => (row.vatRate === null ? '' : plainPercent(row.vatRate))),
  column('ҚҚС, теңге', 'НДС, тенге', 'VAT, tenge', (row) => sumCell(row.vat)),
];
const TAX_INVOICE: Sheet<Bill> = [
  column('ЭШФ тіркеу нөмірі', 'Регистрационный номер ЭСФ', 'Number of the tax invoice', (row) => row.registration ?? ''),
  column('ЭШФ күні', 'Дата ЭСФ', 'Day of the tax invoice', (row) => day(row.registered_on)),
];
const isInvoice = ({ nth }: Bill): boolean => nth === 0;

export const INVOICES: Sheet<Bill> = [
  DATE,
  NUMBER,
  column('Құжат', 'Документ', 'Document', (row, language) => KINDS[isInvoice(row) ? 'invoice' : 'credit'][language]),
  ...CUSTOMER,
  PERIOD,
  ...SUMS,
  column('Төлем мерзімі', 'Срок оплаты', 'Due on', (row) => (isInvoice(row) ? written(row.due_on) : '')),
  column('Қазіргі күйі', 'Состояние сейчас', 'State now', (row, language) =>
    isInvoice(row) ? (invoiceMessages.states[row.state]?.name[language] ?? row.state) : '',
  ),
  column('Төленгені, теңге', 'Оплачено, тенге', 'Paid, tenge', (row) => (isInvoice(row) ? sumCell(row.paid) : '')),
  column('Азайтылғаны, теңге', 'Уменьшено, тенге', 'Credited, tenge', (row) => (isInvoice(row) ? sumCell(row.credited) : '')),
  ...TAX_INVOICE,
];

/** The act of services of each invoice: of the same day, number and sum. */
export const SERVICE_ACTS: Sheet<Bill> = [DATE, NUMBER, ...CUSTOMER, PERIOD, ...SUMS, ...TAX_INVOICE];

const WAYS: Record<Payment['way'], Localized> = {
  statement: said('Банк үзінді көшірмесі', 'Выписка банка', 'Bank statement'),
  recorded: said('Қолмен енгізілді', 'Внесено вручную', 'Recorded by hand'),
  card: said('Банк картасы', 'Банковская карта', 'Bank card'),
};

const PAID_ON: Sheet<Payment> = [
  column('Күні', 'Дата', 'Date', (row) => written(row.day)),
  column('Сома, теңге', 'Сумма, тенге', 'Sum, tenge', (row) => sumCell(row.amount)),
];
const PAID_FOR: Sheet<Payment> = [
  column('Шот', 'Счёт', 'Invoice', (row) => row.invoice ?? ''),
  column('Пайдаланушы', 'Пользователь', 'User', (row) => known(row.name)),
  column('ЖСН/БСН', 'ИИН/БИН', 'IIN/BIN', (row) => known(row.identifier)),
  column('Қайдан', 'Источник', 'By', (row, language) => WAYS[row.way][language]),
  column('Негіздеме', 'Основание', 'Reason', (row, language) => reasonOf(row.reason)[language]),
  column('Жазылған күні', 'Дата записи', 'Recorded on', (row) => written(civilDate(row.at.toISOString()))),
];

/** What the bank says of the payer stands beside the user for whom it was counted. */
export const PAYMENTS: Sheet<Payment> = [
  ...PAID_ON,
  column('Төлем құжаты', 'Платёжный документ', 'Payment document', (row) => known(row.reference)),
  column('Төлеуші', 'Плательщик', 'Payer', (row) => known(row.payer)),
  column('Төлеушінің ЖСН/БСН', 'ИИН/БИН плательщика', 'IIN/BIN of the payer', (row) => known(row.payerIdentifier)),
  column('Төлем мақсаты', 'Назначение платежа', 'Purpose', (row) => known(row.purpose)),
  ...PAID_FOR,
];
/** For the customer: who else may have paid for it is not its data. */
export const OWN_PAYMENTS: Sheet<Payment> = [...PAID_ON, ...PAID_FOR];

const named = (code: string, language: Language): string => kindOfAccount(code)?.name[language] ?? code;

export const POSTINGS: Sheet<JournalRow> = [
  column('Күні', 'Дата', 'Date', (row) => written(civilDate(row.at.toISOString()))),
  column('Дебет', 'Дебет', 'Debit', (row) => row.debit),
  column('Дебет шотының атауы', 'Наименование счёта дебета', 'Name of the debit account', (row, language) => named(row.debit, language)),
  column('Кредит', 'Кредит', 'Credit', (row) => row.credit),
  column('Кредит шотының атауы', 'Наименование счёта кредита', 'Name of the credit account', (row, language) =>
    named(row.credit, language),
  ),
  column('Сома, теңге', 'Сумма, тенге', 'Sum, tenge', (row) => sumCell(row.amount)),
  column('Негіздеме', 'Основание', 'Reason', (row, language) => reasonOf(row.reason)[language]),
  column('Іс', 'Дело', 'Life', (row) => pathOf(row.life)),
  column('Оқиға', 'Событие', 'Event', (row) => `${row.life}/${row.seq} ${row.event}`),
];
