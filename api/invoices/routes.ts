/** The operator's invoices (3.2, 5.1, 6.3): their customer reads and contests them, the staff record payments and give relief. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { CardTerms, InvoiceContext } from '../../charts/invoice/types.ts';
import { listInvoices } from '../../models/stores/invoice.ts';
import { todayOf } from '../../models/stores/life.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import type { Platform } from '../../platform.ts';
import { numberAt } from '../../rules/parameters.ts';
import { civilDate as dayOf } from '../../rules/working-days.ts';
import { monthTakes } from '../months/closed.ts';
import { civilDate } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { lifeId, lifeOfPublicId } from '../resource/public-id.ts';
import type { Resource } from '../resource/resource.ts';
import { nextOf } from '../resource/schema.ts';
import { look, readLife, snapshotView } from '../resource/view.ts';
import type { Route } from '../route.ts';
import { route, wholeNumber } from '../route.ts';
import { presentInvoice, presentSummary } from './presenter.ts';
import { COMMANDS, InvoiceFacts, InvoiceList } from './schema.ts';

const RESOURCE: Resource<InvoiceContext> = {
  kind: 'invoice',
  path: 'invoices',
  type: lifeTypes.invoice,
  commands: COMMANDS,
  facts: InvoiceFacts,
  conditions: (name, body) => (name === 'recordPayment' ? [monthTakes(String(body.paidOn))] : []),
  present: (context, { id, at }) => presentInvoice(id, context, dayOf(at)),
};

export function invoiceRoutes(platform: Platform): Route[] {
  const { database } = platform.lives;
  const resource: Resource<InvoiceContext> = {
    ...RESOURCE,
    async prepare(name, body) {
      if (name !== 'pay') return body;
      const terms: CardTerms = { most: numberAt(await readParameters(database), 'invoiceCardMostTiyn', dayOf(new Date().toISOString())) };
      return { ...body, terms };
    },
  };
  const view = snapshotView(platform, resource);
  const { answer } = view;

  const list = route({
    method: 'get',
    reads: 'list',
    path: '/v1/invoices',
    operation: 'listInvoices',
    summary: "The operator's invoices to the caller, newest first (5.1). The operator sees all",
    access: 'session',
    query: z.strictObject({
      state: z
        .enum(['drawn', 'withheld', 'sent', 'partlyPaid', 'overdue', 'capped', 'disputed', 'settled', 'paid', 'credited', 'writtenOff'])
        .optional(),
      limit: wholeNumber(1, 100).default(20),
      after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: '`next` of the previous page' }),
    }),
    answers: { 200: InvoiceList },
    problems: [],
    async handle({ query, session, language }) {
      const rows = await listInvoices(database, session, query);
      return { body: { items: rows.map((row) => presentSummary(row, language)), next: nextOf(rows, query.limit) } };
    },
  });

  const read = route({
    method: 'get',
    reads: 'invoice',
    path: '/v1/invoices/{id}',
    operation: 'readInvoice',
    summary: 'An invoice, with its penalty on a given day, explained by day ranges (6.3)',
    access: 'session',
    params: z.strictObject({ id: lifeId }),
    query: z.strictObject({ asOf: civilDate.optional().meta({ description: 'The day of the calculation. Default: today in Almaty' }) }),
    answers: { 200: answer },
    problems: [],
    async handle({ params: { id }, query: { asOf }, session, language }) {
      const seen = await look(view, lifeOfPublicId('invoice', id), session);
      const { row } = seen;
      const { context } = row.snapshot as { context: InvoiceContext };
      const shown = await readLife(platform, resource, view, seen, { session, language });
      return { body: { ...shown, ...presentInvoice(row.id, context, asOf ?? (await todayOf(database, row.id))) } };
    },
  });

  return [list, ...lifeRoutes(platform, resource, { read })];
}
