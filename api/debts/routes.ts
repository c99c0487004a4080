/** Debts between two parties of the offer, besides the price: read by both and by the operator, paid directly or through the platform (5.2). */
import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { otherDebtOf } from '../../charts/debt/sums.ts';
import type { DebtContext } from '../../charts/debt/types.ts';
import { lifeTypes } from '../../charts/index.ts';
import type { Refusal } from '../../charts/judge.ts';
import { holdMayOpen } from '../../models/stores/account.ts';
import { listDebts } from '../../models/stores/debt.ts';
import { textReader } from '../../models/stores/erasable-text.ts';
import { findLife } from '../../models/stores/life.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import { papersAt } from '../documents/schema.ts';
import { haveOwnRequisites } from '../requisites/needed.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { lifeOfPublicId } from '../resource/public-id.ts';
import type { Resource } from '../resource/resource.ts';
import { nextOf, pageQuery } from '../resource/schema.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { presentDebt, presentSummary, textsOf } from './presenter.ts';
import { DEBT_COMMANDS, DEBT_STATES, DebtFacts, DebtList } from './schema.ts';
import { transferTermsAt } from './terms.ts';

/** A suspended account's money does not go through the platform (4.4.2), for any ground. */
const sidesMayDeal =
  ({ customer, contractor }: DebtContext) =>
  async (transaction: Transaction): Promise<Refusal | undefined> => {
    for (const account of [customer, contractor].filter((each) => each !== undefined).toSorted())
      if (!(await holdMayOpen(transaction, account))?.may_open)
        return { allowed: false, reason: 'precondition', rule: 'sidesMayDeal', clause: '4.4.2' };
    return undefined;
  };

export function debtRoutes(platform: Platform): Route[] {
  const { database } = platform.lives;

  /** A set-off names another debt by its life. What is owed of it is read when the set-off is proposed. */
  const prepare = async (name: string, body: Record<string, unknown>): Promise<Record<string, unknown>> => {
    if (name === 'pay') return { ...body, terms: transferTermsAt(await readParameters(database), todayInAlmaty()) };
    if (typeof body.debt !== 'string') return body;
    const debt = lifeOfPublicId('debt', body.debt);
    if (name !== 'proposeSetOff') return { ...body, debt };
    const row = await findLife(database, debt);
    return { ...body, debt, ...(row && { other: otherDebtOf((row.snapshot as { context: DebtContext }).context) }) };
  };

  const resource: Resource<DebtContext> = {
    kind: 'debt',
    path: 'debts',
    type: lifeTypes.debt,
    commands: DEBT_COMMANDS,
    facts: DebtFacts,
    prepare,
    operatorOnly: ['orderPayment'],
    conditions(name, _, { row }, { account }) {
      const { context } = row.snapshot as { context: DebtContext };
      if (name === 'pay') return [sidesMayDeal(context)];
      // Both have confirmed the statement of a set-off by then: whoever proposes it is asked as well.
      const setsOff = name === 'proposeSetOff' || name === 'acceptSetOff';
      return setsOff ? haveOwnRequisites(['set-off-statement'], context, account, () => false) : [];
    },
    present: async (context, { id, party }) => ({
      papers: papersAt(id),
      ...presentDebt(context, party, await textReader(database, textsOf(context))),
    }),
  };

  const list = route({
    method: 'get',
    reads: 'list',
    path: '/v1/debts',
    operation: 'listDebts',
    summary: 'The debts of the caller as debtor or creditor, newest first. The operator sees all',
    access: 'session',
    query: z.strictObject({
      state: z.enum(DEBT_STATES).optional(),
      party: z.enum(['debtor', 'creditor']).optional().meta({ description: 'The side of the caller. For staff, the side of the operator' }),
      task: z.uuid().toLowerCase().optional(),
      ...pageQuery,
    }),
    answers: { 200: DebtList },
    problems: [],
    async handle({ query, session, language }) {
      const rows = await listDebts(database, session, query);
      const items = rows.map((row) => presentSummary(row, language));
      return { body: { items, next: nextOf(rows, query.limit) } };
    },
  });

  return [list, ...lifeRoutes(platform, resource)];
}
