/** What saved searches take and answer. */
import { z } from 'zod';
import { ALERTS } from '../../models/stores/saved-search.ts';
import { freeText } from '../free-text.ts';
import { SearchTasks } from '../search/schema.ts';

export const SearchToKeep = z.strictObject({
  name: freeText(100).meta({ description: 'What its account calls it' }),
  query: SearchTasks.omit({ facets: true, limit: true, after: true }).meta({ description: 'The fields of `GET /v1/tasks/search`' }),
  alerts: z.enum(ALERTS).meta({
    description:
      'Whether letters tell the account, as a contractor, of tasks that become open or are changed: in one soon after (outside quiet hours), in one a day, or in none. Only what matches as written counts',
  }),
});

export const SavedSearch = z
  .object({
    id: z.uuid(),
    number: z.int(),
    name: z.string(),
    query: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .meta({ description: 'As it was saved, with the order: the query of `GET /v1/tasks/search`' }),
    alerts: z.enum(ALERTS),
    createdAt: z.string(),
  })
  .meta({ id: 'SavedSearch' });

export const SavedSearchList = z.object({ items: z.array(SavedSearch), next: z.string().nullable() }).meta({ id: 'SavedSearchList' });
