/** The operator's fees (3.2): their customer reads them, and their invoices have the money. */
import { z } from 'zod';
import type { FeeContext } from '../../charts/fee/types.ts';
import { lifeTypes } from '../../charts/index.ts';
import { listFees } from '../../models/stores/fee.ts';
import type { Platform } from '../../platform.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { lifeId, lifeOfPublicId } from '../resource/public-id.ts';
import type { Resource } from '../resource/resource.ts';
import { nextOf } from '../resource/schema.ts';
import type { Route } from '../route.ts';
import { route, wholeNumber } from '../route.ts';
import { presentFee, presentSummary } from './presenter.ts';
import { FeeFacts, FeeList } from './schema.ts';

const RESOURCE: Resource<FeeContext> = {
  kind: 'fee',
  path: 'fees',
  type: lifeTypes.fee,
  commands: {},
  facts: FeeFacts,
  present: presentFee,
};

export function feeRoutes(platform: Platform): Route[] {
  const { database } = platform.lives;
  const list = route({
    method: 'get',
    reads: 'list',
    path: '/v1/fees',
    operation: 'listFees',
    summary: "The operator's fees charged to the caller, newest first (3.2). The operator sees all",
    access: 'session',
    query: z.strictObject({
      invoiced: z.enum(['false']).optional().meta({ description: 'Only those that are no line of an invoice yet' }),
      of: lifeId.optional().meta({ description: 'Only the lines of this invoice' }),
      limit: wholeNumber(1, 100).default(20),
      after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: '`next` of the previous page' }),
    }),
    answers: { 200: FeeList },
    problems: [],
    async handle({ query: { of, invoiced, ...page }, session, language }) {
      const invoice = of === undefined ? undefined : lifeOfPublicId('invoice', of);
      const rows = await listFees(database, session, { ...page, invoice, open: invoiced !== undefined });
      return { body: { items: rows.map((row) => presentSummary(row, language)), next: nextOf(rows, page.limit) } };
    },
  });
  return [list, ...lifeRoutes(platform, RESOURCE)];
}
