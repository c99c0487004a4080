/** The end of a month: the finance look at its books, close it, and two of them open it again. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { MonthContext } from '../../charts/month/types.ts';
import { commit } from '../../lives/commit.ts';
import { hashOf } from '../../lives/hashing.ts';
import { accountKey, closingLife, monthKey } from '../../lives/ids.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { closingsOf, holdMonth, openMatters, totalsOf } from '../../models/stores/month.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import { obstaclesTo } from '../../rules/month-end.ts';
import { Problem, refusalBy, ruleOf } from '../errors.ts';
import { staffOnly } from '../operator/staff-only.ts';
import { month as monthField } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { receiptOf } from '../resource/outcome.ts';
import type { Resource } from '../resource/resource.ts';
import { requireRole } from '../roles.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { presentMonth, presentObstacles, spanOf } from './presenter.ts';
import { CLOSE_ROLES, CloseMonth, COMMANDS, Month, MonthFacts } from './schema.ts';

const RESOURCE: Resource<MonthContext> = {
  kind: 'month',
  path: 'months',
  type: lifeTypes.month,
  commands: COMMANDS,
  facts: MonthFacts,
  partyIn: (_, session) => (session.roles.includes('operator') ? 'operator' : undefined),
  present: ({ month, sha256 }) => ({ month, totals: sha256 }),
};

export function monthRoutes(platform: Platform): Route[] {
  const { lives, dispatch } = platform;
  const { database } = lives;
  const params = z.strictObject({ month: monthField });

  /** Asked while no record of money on a day of the month is under way. */
  const isReady =
    (month: string, seen: string): Precondition =>
    async (transaction) => {
      const span = spanOf(month);
      await holdMonth(transaction, monthKey(month));
      if (obstaclesTo(month, await openMatters(transaction, span), todayInAlmaty()).length > 0) return refusalBy('monthIsReady');
      return hashOf(await totalsOf(transaction, month, span)) === seen ? undefined : refusalBy('monthIsAsSeen');
    };

  const read = route({
    method: 'get',
    path: '/v1/operator/months/{month}',
    operation: 'readMonthEnd',
    summary: "For the operator's staff: the books of a month, what is unsettled, and what stands in the way of closing it",
    access: 'staff',
    params,
    answers: { 200: Month },
    problems: ['wrong-party'],
    async handle({ params: { month }, session, language }) {
      staffOnly(session);
      return { body: await presentMonth(database, month, language) };
    },
  });

  const close = route({
    method: 'post',
    path: '/v1/operator/months/{month}/close',
    operation: 'closeMonth',
    summary: "For the operator's finance: close a month as it was seen. From then on no money is recorded on a day of it",
    access: 'staff',
    moves: true,
    params,
    body: CloseMonth,
    answers: { 200: Month },
    problems: ['wrong-party', 'role-missing', 'step-up-needed', 'not-in-this-state', 'rule-refused'],
    async handle({ params: { month }, body: { totals: seen }, session, language, key, request }) {
      staffOnly(session);
      requireRole(session, 'operator', CLOSE_ROLES);
      const totals = await totalsOf(database, month, spanOf(month));
      const closings = await closingsOf(database, monthKey(month));
      const last = closings.at(-1);
      // A month that is closed already refuses to be closed again.
      const life = last?.state === 'closed' ? last.id : closingLife(month, closings.length + 1);
      const committed = await commit(lives, {
        ...{ life, create: true, idempotencyKey: accountKey(session.account, key), requestHash: request },
        ...{ type: 'close', by: 'operator', actor: session.actor },
        input: { month, totals, sha256: seen },
        preconditions: [async () => (hashOf(totals) === seen ? undefined : refusalBy('monthIsAsSeen')), isReady(month, seen)],
      });
      dispatch(committed.updates);
      if (committed.outcome === 'refused' && committed.refusal.rule === 'monthIsReady') {
        const obstacles = obstaclesTo(month, await openMatters(database, spanOf(month)), todayInAlmaty());
        throw new Problem('rule-refused', { ...ruleOf('monthIsReady', language), obstacles: presentObstacles(obstacles, language) });
      }
      receiptOf(committed, lifeTypes.month, language);
      return { body: await presentMonth(database, month, language) };
    },
  });

  return [read, close, ...lifeRoutes(platform, RESOURCE)];
}
