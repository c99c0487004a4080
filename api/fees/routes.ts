/** The operator's fee (3.2, 5.1, 6.3): its customer reads it, the staff record payments. */

import { z } from 'zod';
import type { FeeContext } from '../../charts/fee/types.ts';
import { lifeTypes } from '../../charts/index.ts';
import { listFees } from '../../models/stores/fee.ts';
import { todayOf } from '../../models/stores/life.ts';
import type { Platform } from '../../platform.ts';
import { civilDate as dayOf } from '../../rules/working-days.ts';
import { civilDate } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { lifeId, lifeOfPublicId } from '../resource/public-id.ts';
import type { Resource } from '../resource/resource.ts';
import { nextOf } from '../resource/schema.ts';
import { look, readLife, snapshotView } from '../resource/view.ts';
import type { Route } from '../route.ts';
import { route, wholeNumber } from '../route.ts';
import { presentFee, presentSummary } from './presenter.ts';
import { COMMANDS, FeeFacts, FeeList } from './schema.ts';

const RESOURCE: Resource<FeeContext> = {
  kind: 'fee',
  path: 'fees',
  type: lifeTypes.fee,
  commands: COMMANDS,
  facts: FeeFacts,
  present: (context, { at }) => presentFee(context, dayOf(at)),
};

export function feeRoutes(platform: Platform): Route[] {
  const { database } = platform.lives;
  const view = snapshotView(platform, RESOURCE);
  const { answer } = view;

  const list = route({
    method: 'get',
    reads: 'list',
    path: '/v1/fees',
    operation: 'listFees',
    summary: "The operator's fees charged to the caller, newest first (3.2). The operator sees all",
    access: 'session',
    query: z.strictObject({
      state: z.enum(['due', 'unnoticed', 'overdue', 'capped', 'paid', 'writtenOff']).optional(),
      limit: wholeNumber(1, 100).default(20),
      after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: '`next` of the previous page' }),
    }),
    answers: { 200: FeeList },
    problems: [],
    async handle({ query, session, language }) {
      const rows = await listFees(database, session, query);
      const items = rows.map((row) => presentSummary(row, language));
      return { body: { items, next: nextOf(rows, query.limit) } };
    },
  });

  const read = route({
    method: 'get',
    reads: 'fee',
    path: '/v1/fees/{id}',
    operation: 'readFee',
    summary: 'A fee, with its penalty on a given day, explained by day ranges (6.3)',
    access: 'session',
    params: z.strictObject({ id: lifeId }),
    query: z.strictObject({ asOf: civilDate.optional().meta({ description: 'The day of the calculation. Default: today in Almaty' }) }),
    answers: { 200: answer },
    problems: [],
    async handle({ params: { id }, query: { asOf }, session, language }) {
      const seen = await look(view, lifeOfPublicId('fee', id), session);
      const { row } = seen;
      const { context } = row.snapshot as { context: FeeContext };
      const shown = await readLife(platform, RESOURCE, view, seen, { session, language });
      return { body: { ...shown, ...presentFee(context, asOf ?? (await todayOf(database, row.id))) } };
    },
  });

  return [list, ...lifeRoutes(platform, RESOURCE, { read })];
}
