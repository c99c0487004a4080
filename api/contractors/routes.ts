/** The profiles of contractors and their services, and the search for them (3.1, 3.3). */
import type { z } from 'zod';
import type { Language } from '../../charts/messages.ts';
import { contractorSearchOf } from '../../models/contractor-filters.ts';
import type { Keys } from '../../models/keys.ts';
import type { ContractorRow, ContractorSearch } from '../../models/stores/contractor-profile.ts';
import { countContractors, findContractor, searchContractors } from '../../models/stores/contractor-profile.ts';
import { accountsWithoutDeals } from '../../models/stores/open-task.ts';
import { numberToday } from '../../models/stores/parameter.ts';
import { reputationsOfContractors } from '../../models/stores/reputation.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import { linkTo } from '../files/links.ts';
import { presentBasis, presentReputation } from '../resource/reputation.ts';
import type { Route } from '../route.ts';
import { route, withId } from '../route.ts';
import { MOST_COUNTED, presentFacets } from '../search/facets.ts';
import { CONTRACTOR_ORDERS } from '../search/order.ts';
import { readFound } from '../search/page.ts';
import { presentProved } from './proved.ts';
import type { Contractor } from './schema.ts';
import { FoundContractors, KnownContractor, SearchContractors } from './schema.ts';

const PATH = '/v1/contractors';

export function contractorRoutes({ lives: { database, keys } }: Platform): Route[] {
  const linkMinutes = (): Promise<number> => numberToday(database, 'fileLinkMinutes');

  return [
    route({
      method: 'get',
      path: PATH,
      operation: 'listContractors',
      summary: 'Search the contractors by words, skills, places, languages, rating and tasks done (3.1, 3.3)',
      access: 'session',
      query: SearchContractors,
      answers: { 200: FoundContractors },
      problems: [],
      async handle({ query, session, language }) {
        const { sort, facets, limit, after, ...filters } = query;
        const bound = { account: session.account, path: PATH, query: { ...filters, sort } };
        // The staff see all.
        const without = session.roles.includes('operator') ? [] : await accountsWithoutDeals(database, session.account);
        const search = contractorSearchOf(filters, without);
        const reading = (misspelt: boolean): ContractorSearch => ({ ...search, words: search.words && { ...search.words, misspelt } });
        const { rows, misspelt, ...page } = await readFound(
          { keys, bound, hasWords: search.words !== undefined, after, limit },
          (isMisspelt, from) => searchContractors(database, reading(isMisspelt), { sort, limit, after: from }),
        );
        const minutes = await linkMinutes();
        return {
          body: {
            items: rows.map((row) => present(row, language, keys, minutes)),
            ...page,
            sortedBy: { sort, words: CONTRACTOR_ORDERS[sort][language] },
            ...(facets === 'true' && {
              facets: presentFacets(await countContractors(database, reading(misspelt), MOST_COUNTED), language),
            }),
          },
        };
      },
    }),
    route({
      method: 'get',
      path: `${PATH}/{id}`,
      operation: 'readContractor',
      summary: 'The public profile of a contractor and its services (3.3), with its reviews',
      access: 'session',
      params: withId,
      answers: { 200: KnownContractor },
      problems: [],
      async handle({ params: { id }, language }) {
        const row = await findContractor(database, id);
        const [known] = row ? await reputationsOfContractors(database, [id]) : [];
        if (!row || !known) throw new Problem('not-found');
        const proved = await presentProved(database, id, language);
        return { body: { ...present(row, language, keys, await linkMinutes()), ...presentBasis(known, language), proved } };
      },
    }),
  ];
}

function present(row: ContractorRow, language: Language, keys: Keys, minutes: number): z.output<typeof Contractor> {
  const picture = (file: string) => ({
    id: file,
    href: `/v1/files/${file}`,
    links: { content: linkTo(keys, file, 'copy', minutes), thumbnail: linkTo(keys, file, 'thumbnail', minutes), minutes },
  });
  return {
    id: row.account,
    number: Number(row.number),
    name: row.name,
    kind: row.kind,
    taxStatus: row.tax_status,
    version: row.version,
    headline: row.headline,
    about: row.about,
    services: row.services,
    skills: row.skills,
    languages: row.languages,
    places: row.places,
    photo: row.photo === null ? null : picture(row.photo),
    portfolio: row.portfolio.map(({ file, caption }) => ({ ...picture(file), caption })),
    changedAt: row.changed_at.toISOString(),
    ...presentReputation(row, language),
  };
}
