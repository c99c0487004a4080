/** What saved searches take and answer. */
import { z } from 'zod';
import { ALERTS, SEARCH_KINDS } from '../../models/stores/saved-search.ts';
import { ContractorQuery } from '../contractors/schema.ts';
import { freeText } from '../free-text.ts';
import { instant } from '../resource/fields.ts';
import { TaskQuery } from '../search/schema.ts';

const common = {
  name: freeText(100).meta({ description: 'What its account calls it' }),
  alerts: z.enum(ALERTS).meta({
    description:
      'Whether letters tell the account of what is new for the search: in one soon after (outside quiet hours), in one a day, or in none. Only what matches as written counts. Letters about tasks go to contractors, and those about contractors to customers',
  }),
};

export const SearchToKeep = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('tasks'),
    ...common,
    query: TaskQuery.meta({
      description: 'The fields of `GET /v1/tasks/search`. New is a task that becomes open, or is changed and then matches',
    }),
  }),
  z.strictObject({
    kind: z.literal('contractors'),
    ...common,
    query: ContractorQuery.meta({
      description:
        'The fields of `GET /v1/contractors`. New is who did not match when the search was saved or changed, and then does, once',
    }),
  }),
]);

export const SavedSearch = z
  .object({
    id: z.uuid(),
    number: z.int(),
    kind: z.enum(SEARCH_KINDS),
    name: z.string(),
    query: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .meta({ description: 'As it was saved, with the order: the query of `GET /v1/tasks/search` or `GET /v1/contractors`' }),
    alerts: z.enum(ALERTS),
    createdAt: instant,
  })
  .meta({ id: 'SavedSearch' });

export const SavedSearchList = z.object({ items: z.array(SavedSearch), next: z.string().nullable() }).meta({ id: 'SavedSearchList' });
