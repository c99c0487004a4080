/** Accounts registered over HTTP, optionally with the offer accepted, with members; and accounts of staff. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { newToken, tokenHash } from '../../api/session.ts';
import type { MemberRole, StaffRole } from '../../charts/account/types.ts';
import { commit } from '../../lives/commit.ts';
import { seal } from '../lives/creations.ts';
import type { Api, Person } from '../worlds/api.ts';
import { createNewcomer } from './people.ts';
import { accepts, anyIdentifier, done, register as registerAs } from './registration.ts';

export interface Registered extends Person {
  /** The id of the account's owner. */
  person: string;
  identifier: string;
}

/** Opens a session like a login, with the rights of the database's owner. Returns its token. */
export async function openSessionFor(owner: Pick<Pool, 'query'>, person: string, account: string | null): Promise<string> {
  const token = newToken();
  await owner.query(
    `with new_device as (insert into device (id, person, name) values (gen_random_uuid(), $1, null) returning id)
     insert into session (id, token_hash, person, account, device, idle_until, expires_at)
     select gen_random_uuid(), $3, $1, $2, id, now() + interval '1 day', now() + interval '1 day' from new_device`,
    [person, account, tokenHash(token)],
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

/** Registers an account and accepts the offer. */
export async function registerUnderOffer(api: Api, roles: Roles, given?: Parameters<typeof register>[2]) {
  const person = await register(api, roles, given);
  await accepts(api, person);
  return person;
}

/** Adds a member to a company, with a session that acts for it. */
export async function joinCompany(api: Api, company: Registered, roles: MemberRole[]): Promise<Registered> {
  const { person, number } = await createNewcomer(api.owner);
  done(await api.as(company).post(`/v1/accounts/${company.id}/add-member`, { number, roles }));
  return { ...company, person, number, token: await openSessionFor(api.owner, person, company.id) };
}

/** Creates an account of the operator's staff. */
export async function employ(api: Api, staff: StaffRole[]): Promise<Registered> {
  const newcomer = await createNewcomer(api.owner);
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
