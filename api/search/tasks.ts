/** The search of open tasks (3.1). */
import type { Language } from '../../charts/messages.ts';
import { pointOf } from '../../models/reference-trees.ts';
import type { FoundTaskRow, TaskSearch, TaskSort } from '../../models/stores/open-task.ts';
import { accountsWithoutDeals, countTasks, searchTasks } from '../../models/stores/open-task.ts';
import { provedToday } from '../../models/stores/qualification.ts';
import type { TaskFilters } from '../../models/task-filters.ts';
import { taskSearchOf } from '../../models/task-filters.ts';
import type { Platform } from '../../platform.ts';
import type { Point } from '../../rules/plane.ts';
import { distanceKm } from '../../rules/plane.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import type { Session } from '../session.ts';
import { isBound, partyOf } from '../tasks/access.ts';
import { presentSummary } from '../tasks/presenter.ts';
import { MOST_COUNTED, presentFacets } from './facets.ts';
import { TASK_ORDERS } from './order.ts';
import { readFound } from './page.ts';
import { refusedInput } from './refused-input.ts';
import { FoundTasks, SearchTasks } from './schema.ts';

/** @throws 400 for bounds that nothing can be within, and for a distance from nowhere. */
export function requireSense({ priceFrom, priceTo, startFrom, startUntil, near, within }: TaskFilters, sort: TaskSort): void {
  if (priceFrom !== undefined && priceTo !== undefined && priceFrom > priceTo)
    throw refusedInput('priceTo', 'Name a largest price that is not below the smallest.');
  if (startFrom !== undefined && startUntil !== undefined && startFrom >= startUntil)
    throw refusedInput('startUntil', 'Name an end that is after the beginning.');
  if ((within !== undefined || sort === 'nearest') && near === undefined)
    throw refusedInput('near', 'Name the point that the distance is from.');
}

function present(row: FoundTaskRow, language: Language, session: Session, near: Point | undefined) {
  const point = near && row.location ? pointOf(row.location) : undefined;
  return {
    ...presentSummary(row, language, isBound(row, partyOf(row, session) ?? 'contractor', session)),
    distanceKm: near && point ? Math.round(distanceKm(near, point) * 10) / 10 : null,
  };
}

export const searchTasksRoute = ({ lives: { database, keys } }: Platform): Route =>
  route({
    method: 'get',
    reads: 'list',
    path: '/v1/tasks/search',
    operation: 'searchTasks',
    summary: 'Search the open tasks by words, category, place, distance, price and dates (3.1)',
    access: 'session',
    query: SearchTasks,
    answers: { 200: FoundTasks },
    problems: [],
    async handle({ query, session, language }) {
      const { sort, facets, limit, after, ...filters } = query;
      requireSense(filters, sort);
      const bound = { account: session.account, path: '/v1/tasks/search', query: { ...filters, sort } };
      const { account } = session;
      const proved = filters.qualified && (await provedToday(database, account));
      const search = taskSearchOf(filters, session, await accountsWithoutDeals(database, account), proved);
      const reading = (misspelt: boolean): TaskSearch => ({ ...search, words: search.words && { ...search.words, misspelt } });
      const { rows, misspelt, ...page } = await readFound(
        { keys, bound, hasWords: search.words !== undefined, after, limit },
        (isMisspelt, from) => searchTasks(database, reading(isMisspelt), { sort, limit, after: from }),
      );
      return {
        body: {
          items: rows.map((row) => present(row, language, session, filters.near)),
          ...page,
          sortedBy: { sort, words: TASK_ORDERS[sort][language] },
          ...(facets === 'true' && {
            facets: presentFacets(await countTasks(database, reading(misspelt), MOST_COUNTED), language),
          }),
        },
      };
    },
  });
