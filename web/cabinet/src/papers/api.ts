/** What the pages about papers ask the API. */
import type { components } from '../../../shared/api.ts';
import type { Api } from '../../../shared/client.ts';
import { dataOf } from '../../../shared/client.ts';

type Schemas = components['schemas'];
export type Paper = Schemas['Paper'];
export type WholePaper = Schemas['WholePaper'];
export type Signing = Schemas['SigningLife'];
export type Way = Signing['confirmations'][number]['way'];

/** The papers of a life such as `task/<id>`; without one, all papers of the account. */
export const papersOf = ({ client }: Api, query: { of?: string; after?: string }) =>
  dataOf(client.GET('/v1/documents', { params: { query } }));

export const paperOf = ({ client }: Api, id: string) => dataOf(client.GET('/v1/documents/{id}', { params: { path: { id } } }));

/** The signing of a paper, by its address. A paper that nobody signs has another life behind it. */
export const signingAt = async ({ client }: Api, at: string): Promise<Signing | undefined> =>
  at.startsWith('/v1/signings/') ? ((await dataOf(client.GET(at as never))) as Signing) : undefined;

/** The bytes of a file of the API. */
export const bytesAt = ({ client }: Api, at: string): Promise<ArrayBuffer> =>
  dataOf(client.GET(at as never, { parseAs: 'arrayBuffer' } as never)) as Promise<ArrayBuffer>;

export const openQr = ({ client }: Api, id: string) =>
  dataOf(client.POST('/v1/signings/{id}/qr', { params: { path: { id }, header: { 'Idempotency-Key': crypto.randomUUID() } }, body: {} }));
export const qrState = ({ client }: Api, id: string) => dataOf(client.GET('/v1/signing-codes/{id}', { params: { path: { id } } }));
