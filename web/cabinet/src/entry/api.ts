/** What registration and accession ask the API. */
import type { paths } from '../../../shared/api.ts';
import type { Account, Api } from '../../../shared/client.ts';
import { dataOf } from '../../../shared/client.ts';

type BodyOf<Path extends keyof paths, Method extends 'post' | 'put' | 'patch'> =
  paths[Path] extends Record<Method, { requestBody: { content: { 'application/json': infer Body } } }> ? Body : never;

type Registration = BodyOf<'/v1/accounts', 'post'>;
export type Subject = Pick<Registration, 'kind' | 'name' | 'identifier'>;
export type Acceptance = BodyOf<'/v1/offer/acceptances', 'post'>;
type Requisites = BodyOf<'/v1/accounts/me/requisites', 'put'>;

const keyed = (key: string) => ({ header: { 'Idempotency-Key': key } });

export const consents = async ({ client }: Api, body: Subject) => (await dataOf(client.POST('/v1/personal-data/consent', { body }))).items;

export const register = ({ client }: Api, body: object, key: string): Promise<Account> =>
  dataOf(client.POST('/v1/accounts', { params: keyed(key), body: body as Registration }));

export const invitations = async ({ client }: Api) => (await dataOf(client.GET('/v1/auth/invitations'))).items;
export type Invitation = Awaited<ReturnType<typeof invitations>>[number];

export const answerInvitation = async ({ client }: Api, id: string, answer: 'accept' | 'decline'): Promise<void> =>
  void (await client.POST(`/v1/auth/invitations/{id}/${answer}`, { params: { path: { id } } }));

export const requisites = ({ client }: Api) => dataOf(client.GET('/v1/accounts/me/requisites'));
export type OwnRequisites = Awaited<ReturnType<typeof requisites>>;
export const setRequisites = ({ client }: Api, body: object, key: string) =>
  dataOf(client.PUT('/v1/accounts/me/requisites', { params: keyed(key), body: body as Requisites }));

export const offer = ({ client }: Api) => dataOf(client.GET('/v1/offer'));
export const statement = ({ client }: Api) => dataOf(client.GET('/v1/offer/statement'));
export const answerOffer = ({ client }: Api, body: Acceptance, key: string) =>
  dataOf(client.POST('/v1/offer/acceptances', { params: keyed(key), body }));

const revision = ({ client }: Api, sha256: string) => dataOf(client.GET('/v1/offer/revisions/{sha256}', { params: { path: { sha256 } } }));
export type Revision = Awaited<ReturnType<typeof revision>>;

/** The revisions after the accepted one, up to that in force, oldest first. */
export async function revisionsSince(api: Api, accepted: string, inForce: string): Promise<Revision[]> {
  const later: Revision[] = [];
  for (let at: string | null = inForce; at !== null && at !== accepted; ) {
    const found: Revision = await revision(api, at);
    later.unshift(found);
    at = found.previous;
  }
  return later;
}
