/** What waits for the staff, as the pages of work ask it. */
import type { Api } from '../../../shared/client.ts';
import { dataOf } from '../../../shared/client.ts';

/** As many as the API gives at once. */
const PAGE = 100;

export const listWork = (api: Api, after?: string) =>
  dataOf(api.client.GET('/v1/operator/work', { params: { query: { limit: PAGE, ...(after !== undefined && { after }) } } }));

export type WorkItem = Awaited<ReturnType<typeof listWork>>['items'][number];

export const markSeen = (api: Api, number: number) =>
  dataOf(api.client.POST('/v1/operator/work/{number}/seen', { params: { path: { number } }, body: {} }));
