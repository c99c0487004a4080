/** The profiles of contractors and their services, and the search for them (3.1, 3.3). */
import type { Sequelize } from 'sequelize';
import { z } from 'zod';
import type { Language } from '../../charts/messages.ts';
import { QUALIFICATION_KINDS } from '../../charts/qualification/types.ts';
import type { ContractorRow } from '../../models/stores/contractor-profile.ts';
import { findContractor, listContractors } from '../../models/stores/contractor-profile.ts';
import { textReader } from '../../models/stores/erasable-text.ts';
import { provedOf } from '../../models/stores/qualification.ts';
import { reputationOfContractor } from '../../models/stores/reputation.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import { namedCategories } from '../qualifications/words.ts';
import { unlessErased } from '../resource/erased.ts';
import { Identity, presentIdentity } from '../resource/identity.ts';
import { presentReputation, reputation } from '../resource/reputation.ts';
import type { Route } from '../route.ts';
import { route, wholeNumber, withId } from '../route.ts';

const Contractor = z
  .object({
    id: z.uuid(),
    number: z.int(),
    name: z.string(),
    kind: z.string(),
    identity: Identity,
    taxStatus: z.string().nullable(),
    version: z.int(),
    headline: z.string(),
    about: z.string(),
    services: z.array(z.unknown()),
    changedAt: z.string(),
  })
  .meta({ id: 'Contractor', description: 'The public profile of a contractor. It contains no phone number, address or document' });

const KnownContractor = Contractor.extend({
  proved: z
    .array(
      z.object({
        categories: z.array(z.object({ code: z.string(), name: z.string() })),
        kind: z.enum(QUALIFICATION_KINDS),
        title: z.string(),
        until: z.string().nullable().meta({ description: 'The last day on which it holds. Null if it has none' }),
      }),
    )
    .meta({ description: 'The skills, permits and licences that the staff have seen and approved (4.2.2)' }),
})
  .extend(reputation)
  .meta({ id: 'KnownContractor' });

const present = (row: ContractorRow, language: Language): z.output<typeof Contractor> => ({
  id: row.account,
  number: Number(row.number),
  name: row.name,
  kind: row.kind,
  identity: presentIdentity(row.proved, language),
  taxStatus: row.tax_status,
  version: row.version,
  headline: row.headline,
  about: row.about,
  services: row.services,
  changedAt: row.changed_at.toISOString(),
});

/** What an account has proved today, without the numbers and files of its papers. */
async function presentProved(
  database: Sequelize,
  account: string,
  language: Language,
): Promise<z.output<typeof KnownContractor>['proved']> {
  const rows = await provedOf(database, account, new Date().toISOString());
  const read = await textReader(
    database,
    rows.map(({ title }) => title),
  );
  return rows.map(({ categories, kind, title, valid_until }) => ({
    categories: namedCategories(categories, language),
    kind,
    title: unlessErased(read(title), language),
    until: valid_until,
  }));
}

export function contractorRoutes({ lives: { database } }: Platform): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/contractors',
      operation: 'listContractors',
      summary: 'Search the contractors by the services in their profiles, newest first (3.1, 3.3)',
      access: 'session',
      query: z.strictObject({
        search: z
          .string()
          .trim()
          .min(1)
          .max(200)
          .optional()
          .meta({ description: 'Words of the profile. Use "quotes" for a phrase and -word to exclude a word' }),
        limit: wholeNumber(1, 100).default(20),
        after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: '`next` of the previous page' }),
      }),
      answers: { 200: z.object({ items: z.array(Contractor), next: z.int().nullable() }).meta({ id: 'ContractorList' }) },
      problems: [],
      async handle({ query: { search: words, limit, after }, language }) {
        const rows = await listContractors(database, { words, after, limit });
        return {
          body: { items: rows.map((row) => present(row, language)), next: rows.length === limit ? Number(rows.at(-1)?.number) : null },
        };
      },
    }),
    route({
      method: 'get',
      path: '/v1/contractors/{id}',
      operation: 'readContractor',
      summary: 'The public profile of a contractor and its services (3.3), with its reviews',
      access: 'session',
      params: withId,
      answers: { 200: KnownContractor },
      problems: [],
      async handle({ params: { id }, language }) {
        const row = await findContractor(database, id);
        const known = row && (await reputationOfContractor(database, id));
        if (!row || !known) throw new Problem('not-found');
        return {
          body: { ...present(row, language), proved: await presentProved(database, id, language), ...presentReputation(known, language) },
        };
      },
    }),
  ];
}
