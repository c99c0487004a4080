/** What a search takes and answers. */
import { z } from 'zod';
import { MAX_SUM } from '../../rules/money.ts';
import { coarse, isInCountry } from '../../rules/plane.ts';
import { searchTerms } from '../../rules/search-words.ts';
import { categoryCode, moment, placeCode, wayOfPayment } from '../resource/fields.ts';
import { wholeNumber } from '../route.ts';
import { TaskSummary } from '../tasks/schema.ts';
import { cursor } from './cursor.ts';

export const words = z
  .string()
  .trim()
  .max(200)
  .refine((text) => searchTerms(text).length > 0, 'Write a word: letters or digits.')
  .meta({ description: 'Words in any form. Use "quotes" for a phrase, -word to exclude a word, and `or` between alternatives' });

const near = z
  .string()
  .max(30)
  .regex(/^\d{1,2}(\.\d{1,8})?,\d{1,3}(\.\d{1,8})?$/, 'Write latitude and longitude in degrees, such as 43.24,76.92.')
  .transform((text) => {
    const [latitude, longitude] = text.split(',').map(Number) as [number, number];
    return { latitude, longitude };
  })
  .refine(isInCountry, 'Name a point in Kazakhstan.')
  .transform(coarse)
  .meta({
    description: 'A point as latitude,longitude in degrees. It is rounded to about a hundred metres',
    example: '43.24,76.92',
    override: { type: 'string' },
  });

const sum = wholeNumber(0, Number(MAX_SUM));

/** What is searched for, in which order; without the page. */
export const TaskQuery = z.strictObject({
  search: words.optional(),
  category: categoryCode.optional(),
  place: placeCode.optional(),
  near: near.optional(),
  within: wholeNumber(1, 1_000).optional().meta({ description: 'The largest distance from `near`, in kilometres' }),
  priceFrom: sum.optional().meta({ description: 'Tiyn that the contractor gets for the whole work' }),
  priceTo: sum.optional(),
  startFrom: moment.optional(),
  startUntil: moment.optional(),
  payment: wayOfPayment.optional(),
  match: z.enum(['invited', 'first-come', 'choice']).optional(),
  hazards: z.enum(['yes', 'no']).optional().meta({ description: 'Whether the task has hazards' }),
  qualified: z.enum(['true']).optional().meta({ description: 'Only tasks whose required qualifications the reader has proved (4.2.2)' }),
  sort: z.enum(['newest', 'nearest', 'dearest', 'start']).default('newest'),
});

export const SearchTasks = TaskQuery.extend({
  facets: z.enum(['true', 'false']).default('false').meta({ description: 'Also count what matches, by category and place' }),
  limit: wholeNumber(1, 100).default(20),
  after: cursor.optional(),
});

const Counted = z.object({ code: z.string(), name: z.string(), count: z.int() }).meta({ id: 'Counted' });

export const SortedBy = z
  .object({ sort: z.string(), words: z.string() })
  .meta({ id: 'SortedBy', description: 'The order of the results, in words (`GET /v1/search-rules`)' });

export const Spelling = z.enum(['asWritten', 'similar']).meta({
  description: '`similar` if nothing matched as written: then words that differ by one letter count too',
});

export const Facets = z
  .object({
    categories: z.array(Counted),
    places: z.array(Counted),
    counted: z.int(),
    atLeast: z.boolean().meta({ description: 'More match than were counted, so each count is a least one' }),
  })
  .meta({ id: 'Facets', description: 'A category or place counts what is below it too' });

export const FoundTask = TaskSummary.extend({
  distanceKm: z.number().nullable().meta({ description: 'From `near`, if both points are known' }),
}).meta({ id: 'FoundTask' });

export const FoundTasks = z
  .object({
    items: z.array(FoundTask),
    next: z.string().nullable(),
    sortedBy: SortedBy,
    spelling: Spelling,
    facets: Facets.optional(),
  })
  .meta({ id: 'FoundTasks' });
