/** Saved searches of tasks and of contractors (3.1). Nobody but their account knows of them. */
import type { Sequelize } from 'sequelize';
import { z } from 'zod';
import { contractorSearchOf } from '../../models/contractor-filters.ts';
import { matchingContractors } from '../../models/stores/contractor-profile.ts';
import { numberToday } from '../../models/stores/parameter.ts';
import type { Asked, SavedSearchRow } from '../../models/stores/saved-search.ts';
import { changeSearch, dropSearch, findSearch, keepSearch, listSearches } from '../../models/stores/saved-search.ts';
import type { Platform } from '../../platform.ts';
import { Problem, ruleOf } from '../errors.ts';
import { idFrom } from '../free-text.ts';
import { nextOf } from '../resource/schema.ts';
import type { Route } from '../route.ts';
import { route, wholeNumber, withId } from '../route.ts';
import { refusedInput } from '../search/refused-input.ts';
import { requireSense } from '../search/tasks.ts';
import { SavedSearch, SavedSearchList, SearchToKeep } from './schema.ts';

/** @throws 404 where the account has no such search. */
function present(row: SavedSearchRow | undefined): z.output<typeof SavedSearch> {
  if (row === undefined) throw new Problem('not-found');
  const { id, number, kind, name, alerts, created_at } = row;
  return { id, number: Number(number), kind, name, alerts, createdAt: created_at.toISOString(), query: presentQuery(row) };
}

/** As it was asked. */
function presentQuery(asked: Asked): Record<string, string | number> {
  if (asked.kind === 'contractors') return { ...asked.query } as Record<string, string | number>;
  const { near, ...query } = asked.query;
  return { ...query, ...(near && { near: `${near.latitude},${near.longitude}` }) } as Record<string, string | number>;
}

/**
 * The numbers of what is no news for a search, also if it changes: the contractors who match now. A customer changes a task seldom, and what is then a new task is
 * news; a profile changes with each task done. @throws 400 for a query that finds nothing whatever there is.
 */
async function knownTo(database: Sequelize, { kind, query }: Asked): Promise<string[]> {
  if (kind === 'contractors') {
    const { sort: _, ...filters } = query;
    return (await matchingContractors(database, contractorSearchOf(filters, []))).map(({ number }) => number);
  }
  const { sort, ...filters } = query;
  requireSense(filters, sort);
  return [];
}

export const savedSearchRoutes = ({ lives: { database } }: Platform): Route[] => [
  route({
    method: 'get',
    path: '/v1/searches',
    operation: 'listSavedSearches',
    summary: 'The saved searches of the account, newest first (3.1)',
    access: 'session',
    always: true,
    query: z.strictObject({
      limit: wholeNumber(1, 100).default(20),
      after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: '`next` of the previous page' }),
    }),
    answers: { 200: SavedSearchList },
    problems: [],
    async handle({ query, session: { account } }) {
      const rows = await listSearches(database, account, query);
      return { body: { items: rows.map(present), next: nextOf(rows, query.limit) } };
    },
  }),
  route({
    method: 'post',
    path: '/v1/searches',
    operation: 'saveSearch',
    summary: 'Save a search of tasks or of contractors, and be told of new ones that match (3.1)',
    access: 'session',
    moves: true,
    body: SearchToKeep,
    answers: { 201: SavedSearch },
    problems: ['rule-refused'],
    async handle({ body, session: { account }, language, key, request }) {
      const most = await numberToday(database, 'savedSearchesMost');
      // A repeat finds the search that its key made.
      const known = await knownTo(database, body);
      const kept = await keepSearch(database, account, { id: idFrom('saved-search', account, key), ...body, request }, known, most);
      if (kept === undefined) throw new Problem('rule-refused', ruleOf('savedSearchesAreBounded', language));
      if (kept.request !== undefined && kept.request !== request) throw new Problem('key-reused');
      return { status: 201, body: present(kept) };
    },
  }),
  route({
    method: 'get',
    path: '/v1/searches/{id}',
    operation: 'readSavedSearch',
    summary: 'A saved search of the account',
    access: 'session',
    always: true,
    params: withId,
    answers: { 200: SavedSearch },
    problems: ['not-found'],
    handle: async ({ params: { id }, session: { account } }) => ({ body: present(await findSearch(database, account, id)) }),
  }),
  route({
    method: 'put',
    path: '/v1/searches/{id}',
    operation: 'changeSavedSearch',
    summary: 'Change a saved search. What is there already is no news for it; nor is what it was told of',
    access: 'session',
    params: withId,
    body: SearchToKeep,
    answers: { 200: SavedSearch },
    problems: ['not-found'],
    async handle({ params: { id }, body, session: { account } }) {
      const kept = await findSearch(database, account, id);
      if (kept !== undefined && kept.kind !== body.kind) throw refusedInput('kind', 'A search keeps its kind. Save another one.');
      return { body: present(await changeSearch(database, account, id, body, await knownTo(database, body))) };
    },
  }),
  route({
    method: 'delete',
    path: '/v1/searches/{id}',
    operation: 'deleteSavedSearch',
    summary: 'Delete a saved search. What it would have told of is not told',
    access: 'session',
    params: withId,
    answers: { 200: z.object({ id: z.uuid(), kept: z.literal(false) }).meta({ id: 'DeletedSearch' }) },
    problems: ['not-found'],
    async handle({ params: { id }, session: { account } }) {
      if (!(await dropSearch(database, account, id))) throw new Problem('not-found');
      return { body: { id, kept: false } };
    },
  }),
];
