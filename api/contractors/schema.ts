/** What the search of contractors takes and answers. */
import { z } from 'zod';
import { accountKind, categoryCode, instant, languageCode, placeCode } from '../resource/fields.ts';
import { basis, reputation } from '../resource/reputation.ts';
import { wholeNumber } from '../route.ts';
import { cursor } from '../search/cursor.ts';
import { Facets, SortedBy, Spelling, words } from '../search/schema.ts';
import { Proved } from './proved.ts';

const Picture = z
  .object({ id: z.uuid(), href: z.string(), links: z.object({ content: z.string(), thumbnail: z.string(), minutes: z.int() }) })
  .meta({
    id: 'ProfilePicture',
    description: '`links` need no session and end after so many minutes. It is a copy without what a camera wrote into it',
  });

export const Contractor = z
  .object({
    id: z.uuid(),
    number: z.int(),
    name: z.string(),
    kind: accountKind,
    taxStatus: z.string().nullable(),
    version: z.int(),
    headline: z.string(),
    about: z.string(),
    services: z.array(z.unknown()),
    skills: z.array(z.string()).meta({ description: 'Codes of `GET /v1/categories`' }),
    languages: z.array(z.string()).meta({ description: 'By ISO 639-1' }),
    places: z.array(z.string()).meta({ description: 'Where the contractor works: codes of `GET /v1/places`' }),
    photo: Picture.nullable(),
    portfolio: z.array(Picture.extend({ caption: z.string() })),
    changedAt: instant,
    ...reputation,
  })
  .meta({
    id: 'Contractor',
    description:
      'The public profile of a contractor, without phone number, address or document; phone numbers and links in its texts are hidden (4.1.7)',
  });

const STARS = /^(?:[1-4](?:\.\d)?|5(?:\.0)?)$/;

/** Who is searched for, in which order; without the page. */
export const ContractorQuery = z.strictObject({
  search: words.optional(),
  category: categoryCode.optional().meta({ description: 'Who has this skill or one below it: a code of `GET /v1/categories`' }),
  place: placeCode
    .optional()
    .meta({ description: 'Who works there, in a part of it or in all that it lies in: a code of `GET /v1/places`' }),
  language: languageCode.optional(),
  rating: z
    .string()
    .max(3)
    .regex(STARS, 'Name stars from 1 to 5, such as 4.5.')
    .transform(Number)
    .optional()
    .meta({ description: 'The least rating', override: { type: 'number', minimum: 1, maximum: 5 } }),
  tasksDone: wholeNumber(0, 1_000_000).optional().meta({ description: 'The least number of closed tasks' }),
  identity: z.enum(['proved']).optional().meta({ description: 'Only whose IIN or BIN is proved' }),
  sort: z.enum(['newest', 'rating', 'done']).default('newest'),
});

export const SearchContractors = ContractorQuery.extend({
  facets: z.enum(['true', 'false']).default('false').meta({ description: 'Also count who matches, by category and place' }),
  limit: wholeNumber(1, 100).default(20),
  after: cursor.optional(),
});

export const KnownContractor = Contractor.extend({ ...basis, proved: Proved }).meta({ id: 'KnownContractor' });

export const FoundContractors = z
  .object({
    items: z.array(Contractor),
    next: z.string().nullable(),
    sortedBy: SortedBy,
    spelling: Spelling,
    facets: Facets.optional(),
  })
  .meta({ id: 'FoundContractors' });
