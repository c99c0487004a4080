/** What contractors say of themselves and their services, found by customers (3.1, 3.3). */
import { QueryTypes } from 'sequelize';
import { z } from 'zod';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import type { Route } from '../route.ts';
import { route, wholeNumber, withId } from '../route.ts';

const Contractor = z
  .object({
    id: z.uuid(),
    number: z.int(),
    name: z.string(),
    kind: z.string(),
    taxStatus: z.string().nullable(),
    version: z.int(),
    headline: z.string(),
    about: z.string(),
    services: z.array(z.unknown()),
    changedAt: z.string(),
  })
  .meta({ id: 'Contractor', description: 'A contractor’s own words: no number, no address, no document' });

interface Row {
  account: string;
  number: string;
  name: string;
  kind: string;
  tax_status: string | null;
  version: number;
  headline: string;
  about: string;
  services: unknown[];
  changed_at: Date;
}

const COLUMNS = `profile.account, profile.number, account.name, account.kind, account.tax_status, version, headline, about, services, changed_at
  from contractor_profile as profile join account on account.id = profile.account`;

const FIND = `select ${COLUMNS} where profile.account = $1 and account.may_act`;
const NEWEST = `select ${COLUMNS} where profile.number < $1 and account.may_open order by profile.number desc limit $2`;
/** By the stems of Russian and English words, as a whole: a word left out is left out in all its forms. What is made of stop words alone is found as it stands. */
const SEARCH = `select ${COLUMNS} where profile.number < $1 and account.may_open
  and search @@ case when numnode(websearch_to_tsquery('russian', $3)) > 0 then websearch_to_tsquery('russian', $3)
    else websearch_to_tsquery('simple', $3) end order by profile.number desc limit $2`;

const present = (row: Row): z.output<typeof Contractor> => ({
  id: row.account,
  number: Number(row.number),
  name: row.name,
  kind: row.kind,
  taxStatus: row.tax_status,
  version: row.version,
  headline: row.headline,
  about: row.about,
  services: row.services,
  changedAt: row.changed_at.toISOString(),
});

const LAST = String(2n ** 63n - 1n);

export function contractorRoutes({ lives: { database } }: Platform): Route[] {
  const select = (sql: string, ...bind: unknown[]) => database.query<Row>(sql, { bind, type: QueryTypes.SELECT });

  return [
    route({
      method: 'get',
      path: '/v1/contractors',
      operation: 'listContractors',
      summary: 'Contractors by what they say of their services, newest first (3.1, 3.3)',
      access: 'session',
      query: z.strictObject({
        search: z.string().trim().min(1).max(200).optional().meta({ description: 'Words of a profile; "in quotes" as a phrase, -without' }),
        limit: wholeNumber(1, 100).default(20),
        after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: '`next` of the page before' }),
      }),
      answers: { 200: z.object({ items: z.array(Contractor), next: z.int().nullable() }).meta({ id: 'ContractorList' }) },
      problems: [],
      async handle({ query: { search: words, limit, after } }) {
        const from = after === undefined ? LAST : String(after);
        const rows = words === undefined ? await select(NEWEST, from, limit) : await select(SEARCH, from, limit, words);
        return { body: { items: rows.map(present), next: rows.length === limit ? Number(rows.at(-1)?.number) : null } };
      },
    }),
    route({
      method: 'get',
      path: '/v1/contractors/{id}',
      operation: 'readContractor',
      summary: 'What a contractor says of themselves and their services (3.3)',
      access: 'session',
      params: withId,
      answers: { 200: Contractor },
      problems: [],
      async handle({ params: { id } }) {
        const [row] = await select(FIND, id);
        if (row === undefined) throw new Problem('not-found');
        return { body: present(row) };
      },
    }),
  ];
}
