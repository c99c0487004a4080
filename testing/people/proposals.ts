/** Proposals over HTTP: one member of staff proposes, another confirms. */
import type { z } from 'zod';
import type { OfferRevision } from '../../api/offer/schema.ts';
import type { Proposal } from '../../api/proposals/schema.ts';
import type { Api, Person, Reply } from '../worlds/api.ts';
import { done } from './registration.ts';

export type Proposed = z.output<typeof Proposal>;
type Revision = z.output<typeof OfferRevision>;

/** A proposal is keyed by its subject. */
const UNKEYED = { key: null };

/** Decides a proposal: confirms it, or refuses it with reasons. */
export const decide = (api: Api, by: Person, { id }: Pick<Proposed, 'id'>, reasons?: string): Promise<Reply<Proposed>> =>
  reasons === undefined
    ? api.as(by).post<Proposed>(`/v1/operator/proposals/${id}/confirm`, undefined, UNKEYED)
    : api.as(by).post<Proposed>(`/v1/operator/proposals/${id}/refuse`, { reasons }, UNKEYED);

export const proposeTermination = (api: Api, by: Person, { id }: { id: string }, body: object): Promise<Reply<Proposed>> =>
  api.as(by).post<Proposed>(`/v1/accounts/${id}/terminate`, body, UNKEYED);

/** Carries out a command that needs two of the staff: the first proposes it, the second confirms. */
export async function agree(api: Api, [first, second]: readonly [Person, Person], path: string, body: object): Promise<Proposed> {
  return done(await decide(api, second, done(await api.as(first).post<Proposed>(path, body, UNKEYED))));
}

/** Terminates an account: the first of the staff proposes, the second confirms. */
export async function terminates(
  api: Api,
  [first, second]: readonly [Person, Person],
  account: { id: string },
  body: object,
): Promise<Proposed> {
  return done(await decide(api, second, done(await proposeTermination(api, first, account, body))));
}

export const proposeRevision = (api: Api, by: Person, text: string, inForceFrom: string): Promise<Reply<Proposed>> =>
  api.as(by).post<Proposed>('/v1/offer/revisions', { text, inForceFrom }, UNKEYED);

/** From now on a revision of this test's database needs no notice: for tests of what follows when one is in force. */
export const needNoNotice = ({ owner }: Api): Promise<unknown> =>
  owner.query(`update parameter set value = '0' where code = 'offerNoticeDays'`);

/**
 * Publishes a revision of the offer without a notice: the first of the staff proposes, the second confirms. Returns the revision, or the problem of
 * the proposal.
 */
export async function publishes(
  api: Api,
  [first, second]: readonly [Person, Person],
  text: string,
  inForceFrom: string,
): Promise<Reply<Revision>> {
  await needNoNotice(api);
  const proposed = await proposeRevision(api, first, text, inForceFrom);
  if (proposed.status !== 202) return proposed as unknown as Reply<Revision>;
  const { offerRevision } = done(await decide(api, second, proposed.body));
  return api.as().get<Revision>(`/v1/offer/revisions/${offerRevision?.sha256}`);
}

/** Changes the day of coming into force in the text's last clause. */
export function inForceOn(text: string, day: string): string {
  const [year, month, date] = day.split('-');
  return text.replace(/вступила в силу .*$/m, `вступает в силу с ${date}.${month}.${year}.`);
}
