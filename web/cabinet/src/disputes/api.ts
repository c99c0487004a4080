/** What the pages about claims and disputes ask the API. */
import type { components } from '../../../shared/api.ts';
import type { Api } from '../../../shared/client.ts';
import { dataOf } from '../../../shared/client.ts';

type Schemas = components['schemas'];
export type Dispute = Schemas['DisputeLife'];
export type Claim = Schemas['PostDispute'];

export const disputes = ({ client }: Api, after?: string) =>
  dataOf(client.GET('/v1/disputes', { params: { query: after === undefined ? {} : { after: Number(after) } } }));

/** A claim that stands by itself: about a task that has ended, or against the operator. */
export const postDispute = ({ client }: Api, body: Claim, key: string) =>
  dataOf(client.POST('/v1/disputes', { params: { header: { 'Idempotency-Key': key } }, body }));
