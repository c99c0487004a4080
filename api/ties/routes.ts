/** Favourites, and whom an account has blocked: neither invites, responds to or accepts the other's tasks from then on. What runs goes on. */
import { z } from 'zod';
import { numberToday } from '../../models/stores/parameter.ts';
import type { TieKind } from '../../models/stores/tie.ts';
import { dropTie, keepTie, listTies } from '../../models/stores/tie.ts';
import type { Platform } from '../../platform.ts';
import { Problem, ruleOf } from '../errors.ts';
import { unlessErased } from '../resource/erased.ts';
import { nextOf } from '../resource/schema.ts';
import type { Route } from '../route.ts';
import { route, wholeNumber, withId } from '../route.ts';

const TieList = z
  .object({
    items: z.array(z.object({ account: z.uuid(), number: z.int(), name: z.string(), since: z.string() })),
    next: z.string().nullable(),
  })
  .meta({ id: 'TieList' });

const Tie = z.object({ account: z.uuid(), kept: z.boolean().meta({ description: 'Whether it is in the list now' }) }).meta({ id: 'Tie' });

interface Words {
  kind: TieKind;
  path: string;
  list: string;
  keep: string;
  drop: string;
  summaries: Record<'list' | 'keep' | 'drop', string>;
}

const FAVOURITES: Words = {
  kind: 'favourite',
  path: 'favourites',
  list: 'listFavourites',
  keep: 'keepFavourite',
  drop: 'dropFavourite',
  summaries: { list: 'The favourites of the account, newest first', keep: 'Keep an account as a favourite', drop: 'Drop a favourite' },
};
const BLOCKED: Words = {
  kind: 'blocked',
  path: 'blocked',
  list: 'listBlocked',
  keep: 'blockAccount',
  drop: 'unblockAccount',
  summaries: {
    list: 'The accounts that the account has blocked, newest first',
    keep: 'Make no deals with whoever is behind an account: neither can invite, respond to or accept the other. Running tasks go on, and nobody is told',
    drop: 'Make deals with an account again',
  },
};

export const tieRoutes = (platform: Platform): Route[] => [FAVOURITES, BLOCKED].flatMap((words) => routesOf(platform, words));

function routesOf({ lives: { database } }: Platform, { kind, path, summaries, ...operations }: Words): Route[] {
  const address = `/v1/accounts/me/${path}`;
  return [
    route({
      method: 'get',
      path: address,
      operation: operations.list,
      summary: summaries.list,
      access: 'session',
      always: true,
      query: z.strictObject({
        limit: wholeNumber(1, 100).default(20),
        after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: '`next` of the previous page' }),
      }),
      answers: { 200: TieList },
      problems: [],
      async handle({ query, session, language }) {
        const rows = await listTies(database, session.account, kind, query);
        const items = rows.map(({ other: account, number, name, since }) => ({
          ...{ account, number: Number(number), since: since.toISOString() },
          name: unlessErased(name, language),
        }));
        return { body: { items, next: nextOf(rows, query.limit) } };
      },
    }),
    route({
      method: 'put',
      path: `${address}/{id}`,
      operation: operations.keep,
      summary: summaries.keep,
      access: 'session',
      params: withId,
      answers: { 200: Tie },
      problems: ['not-found', 'rule-refused'],
      async handle({ params: { id }, session, language }) {
        if (id === session.account) throw new Problem('not-found');
        const most = await numberToday(database, 'tiesMost');
        const outcome = await keepTie(database, session.account, kind, id, most);
        if (outcome === 'unknown') throw new Problem('not-found');
        if (outcome === 'full') throw new Problem('rule-refused', ruleOf('tiesAreBounded', language));
        return { body: { account: id, kept: true } };
      },
    }),
    route({
      method: 'delete',
      path: `${address}/{id}`,
      operation: operations.drop,
      summary: summaries.drop,
      access: 'session',
      params: withId,
      answers: { 200: Tie },
      problems: [],
      async handle({ params: { id }, session }) {
        await dropTie(database, session.account, kind, id);
        return { body: { account: id, kept: false } };
      },
    }),
  ];
}
