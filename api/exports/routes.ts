/** What accountants take away for a period: tables, and files for 1C. The finance get those of all customers, and a customer its own. */
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { ExportPeriod } from '../../models/stores/export.ts';
import { accountsBilled, accountsBooked } from '../../models/stores/export.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import { periodQuery } from '../balance/schema.ts';
import { FILE_POLICY } from '../headers.ts';
import { staffOnly } from '../operator/staff-only.ts';
import { requireRole, staff } from '../roles.ts';
import type { Answer, Route } from '../route.ts';
import { route } from '../route.ts';
import type { File } from './files.ts';
import { bankExchangeTxt, invoicesCsv, ownPaymentsCsv, paymentsCsv, postingsCsv, salesXml, serviceActsCsv } from './files.ts';

const FINANCE = staff('ordinary', 'finance');
const CSV = 'text/csv; charset=utf-8';

interface Export {
  /** The last part of its address, and the name of the file without its period. */
  name: string;
  extension: 'csv' | 'txt' | 'xml';
  /** In the name of the operation. */
  title: string;
  summary: string;
  contentType: string;
  file: File;
  /** Whose data it has. */
  concerns: (platform: Platform, period: ExportPeriod) => Promise<string[]>;
}

const billed: Export['concerns'] = ({ lives: { database } }, period) => accountsBilled(database, period);
const booked: Export['concerns'] = ({ lives: { database } }, period) =>
  accountsBooked(database, period, ['receivable', 'advance', 'owed', 'payable']);
/** What came by the days of a period may have been recorded until now. */
const paid: Export['concerns'] = ({ lives: { database } }, { from, to }) => {
  const today = todayInAlmaty();
  return accountsBooked(database, { from, to: today > to ? today : to }, ['receivable', 'advance']);
};

const csv = { extension: 'csv', contentType: CSV } as const;
const INVOICES: Export = {
  ...{ name: 'invoices', ...csv, title: 'Invoices', file: invoicesCsv, concerns: billed },
  summary: 'invoices and credit notes with VAT, state and tax invoice, one row a document',
};
const PAYMENTS: Export = {
  ...{ name: 'payments', ...csv, title: 'Payments', file: paymentsCsv, concerns: paid },
  summary: 'what came by the bank’s days: by statements, by card, or recorded by hand, one row a payment',
};
const SERVICE_ACTS: Export = {
  ...{ name: 'service-acts', ...csv, title: 'ServiceActs', file: serviceActsCsv, concerns: billed },
  summary: 'the acts of the operator’s services with VAT and tax invoice, one row an act',
};
const POSTINGS: Export = {
  ...{ name: 'postings', ...csv, title: 'Postings', file: postingsCsv, concerns: booked },
  summary: 'the journal of all postings: day, debit, credit, sum, reason and event',
};
const BANK_EXCHANGE: Export = {
  ...{ name: 'bank-exchange', extension: 'txt', title: 'BankExchange', file: bankExchangeTxt, concerns: paid },
  ...{
    contentType: 'text/plain; charset=windows-1251',
    summary: 'what came to the bank account, for 1C (1CClientBankExchange 2.00, windows-1251)',
  },
};
const SALES: Export = {
  ...{ name: 'sales', extension: 'xml', title: 'Sales', file: salesXml, concerns: billed },
  ...{ contentType: 'application/xml; charset=utf-8', summary: 'invoices, acts and credit notes, for 1C (CommerceML 2, UTF-8)' },
};

const OF_ALL: readonly Export[] = [INVOICES, PAYMENTS, SERVICE_ACTS, POSTINGS, BANK_EXCHANGE, SALES];
const OF_CUSTOMER: readonly Export[] = [INVOICES, { ...PAYMENTS, file: ownPaymentsCsv }, SERVICE_ACTS];

const attached = ({ name, extension, contentType }: Export, { from, to }: ExportPeriod, file: ReturnType<File>): Answer => ({
  body: Readable.from(file, { objectMode: false }),
  headers: {
    'Content-Type': contentType,
    'Content-Disposition': `attachment; filename="${name}-${from}-${to}.${extension}"`,
    'Content-Security-Policy': FILE_POLICY,
  },
});

export const exportRoutes = (platform: Platform): Route[] => [
  ...OF_ALL.map((each) =>
    route({
      method: 'get',
      reads: 'list',
      path: `/v1/operator/exports/${each.name}.${each.extension}`,
      operation: `export${each.title}`,
      summary: `For the operator's finance: ${each.summary}`,
      access: 'staff',
      query: periodQuery,
      answers: { 200: z.string() },
      contentType: each.contentType,
      problems: ['wrong-party', 'role-missing'],
      async handle({ session, language, query }) {
        staffOnly(session);
        requireRole(session, 'operator', FINANCE);
        return { ...attached(each, query, each.file(platform, query, language)), concerns: await each.concerns(platform, query) };
      },
    }),
  ),
  ...OF_CUSTOMER.map((each) =>
    route({
      method: 'get',
      path: `/v1/accounts/me/exports/${each.name}.${each.extension}`,
      operation: `exportOwn${each.title}`,
      summary: `The caller's own: ${each.summary}`,
      access: 'session',
      always: true,
      query: periodQuery,
      answers: { 200: z.string() },
      contentType: each.contentType,
      problems: [],
      async handle({ session: { account }, language, query }) {
        return attached(each, query, each.file(platform, { ...query, customer: account }, language));
      },
    }),
  ),
];
