/** Accounts registered over HTTP, optionally with the offer accepted, with members; and accounts of staff. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { newToken, tokenHash } from '../../api/session.ts';
import type { MemberRole, StaffRole } from '../../charts/account/types.ts';
import { commit } from '../../lives/commit.ts';
import { seal } from '../lives/creations.ts';
import type { Api, Person } from '../worlds/api.ts';
import { anyIdentifier } from './identifiers.ts';
import { createNewcomer } from './people.ts';
import { accepts, done, register as registerAs } from './registration.ts';
import { fillRequisites } from './requisites.ts';

export interface Registered extends Person {
  /** The id of the account's owner. */
  person: string;
  identifier: string;
}

/**
 * Opens a session like a login, with the rights of the database's owner. Returns its token. The second factor, which only staff have, was proved so many
 * minutes ago, or not at all.
 */
export async function openSessionFor(
  owner: Pick<Pool, 'query'>,
  person: string,
  account: string | null,
  factor: { provedMinutesAgo: number | null } = { provedMinutesAgo: 0 },
): Promise<string> {
  const token = newToken();
  await owner.query(
    `with new_device as (insert into device (id, person, name) values (gen_random_uuid(), $1, null) returning id)
     insert into session (id, token_hash, person, account, device, factor_at, idle_until, expires_at)
     select gen_random_uuid(), $3, $1, $2, id, clock_timestamp() - make_interval(mins => $4), now() + interval '1 day', now() + interval '1 day'
     from new_device`,
    [person, account, tokenHash(token), factor.provedMinutesAgo],
  );
  return token;
}

type Roles = ('customer' | 'contractor')[];

/** Registers an account with a unique name and e-mail address. The offer is not accepted yet. */
export async function register(
  api: Api,
  roles: Roles,
  given: { kind?: 'natural' | 'company'; name?: string; email?: string } = {},
): Promise<Registered> {
  const mark = randomUUID().slice(0, 8);
  const identifier = anyIdentifier(given.kind);
  const details = { name: `Айгүл ${mark}`, email: `aigul-${mark}@example.kz`, ...given };
  const { person } = await registerAs(api, { roles, identifier, language: 'en', ...details });
  return { ...person, ...details, identifier };
}

/** Registers an account, sets whole requisites and accepts the offer. */
export async function registerUnderOffer(api: Api, roles: Roles, given?: Parameters<typeof register>[2]) {
  const person = await register(api, roles, given);
  await fillRequisites(api, person, { kind: given?.kind ?? 'natural', party: roles[0] ?? 'customer' });
  await accepts(api, person);
  return person;
}

/** A person with a session, whatever account it acts for. */
type Someone = Pick<Registered, 'number' | 'person'>;

/** Invites somebody to a company. Returns the invitation as the person sees it. */
export async function invite(api: Api, company: Registered, { person, number }: Someone, roles: MemberRole[]): Promise<{ id: string }> {
  done(await api.as(company).post(`/v1/accounts/${company.id}/add-member`, { number, roles }));
  const invited = { ...company, token: await openSessionFor(api.owner, person, null) };
  const { items } = done(await api.as(invited).get<{ items: { id: string; account: { id: string } }[] }>('/v1/auth/invitations'));
  return items.find(({ account }) => account.id === company.id) as { id: string };
}

/** Makes somebody a member of a company: invited, and accepted. Returns a session that acts for the company. */
export async function join(api: Api, company: Registered, someone: Someone, roles: MemberRole[]): Promise<Registered> {
  const { id } = await invite(api, company, someone, roles);
  const { person, number } = someone;
  const invited = { ...company, token: await openSessionFor(api.owner, person, null) };
  done(await api.as(invited).post(`/v1/auth/invitations/${id}/accept`, undefined, { key: null }));
  return { ...company, person, number, token: await openSessionFor(api.owner, person, company.id) };
}

/** Makes a newcomer a member of a company, with a session that acts for it. */
export const joinCompany = async (api: Api, company: Registered, roles: MemberRole[]): Promise<Registered> =>
  join(api, company, await createNewcomer(api.owner), roles);

/** Creates an account of the operator's staff, for a new person or the one who is given. */
export async function employ(api: Api, staff: StaffRole[], given?: Person & Pick<Registered, 'person'>): Promise<Registered> {
  const newcomer = given ?? (await createNewcomer(api.owner));
  const id = randomUUID();
  const life = `account/${id}`;
  const mark = id.slice(0, 8);
  const details = { name: `Әсел ${mark}`, email: `asel-${mark}@example.kz` };
  const reference = await seal(api, life, { ...details, language: 'en' });
  const { updates } = await commit(api.lives, {
    life,
    idempotencyKey: `staff/${id}`,
    type: 'register',
    by: 'operator',
    actor: { account: id },
    input: { id, kind: 'staff', roles: [], staff, person: newcomer.person, details: reference },
    create: true,
  });
  api.dispatch(updates);
  return { ...newcomer, ...details, id, identifier: '', token: await openSessionFor(api.owner, newcomer.person, id) };
}
