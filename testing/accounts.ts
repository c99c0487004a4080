/** Accounts as people come by them: registered over HTTP, under the offer, with members and staff. */
import { randomInt, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { CHECKBOX } from '../api/offer/acceptances.ts';
import { newToken, tokenHash } from '../api/session.ts';
import type { MemberRole, StaffRole } from '../charts/account/types.ts';
import { commit } from '../lives/commit.ts';
import { checkDigit } from '../rules/identifiers.ts';
import type { Api, Person, Reply } from './api.ts';
import { seal } from './births.ts';
import { createNewcomer } from './people.ts';

export interface Registered extends Person {
  /** Who owns the account. */
  person: string;
  identifier: string;
}

/** An IIN or a BIN that no other test has. */
export function anyIdentifier(kind: 'natural' | 'company'): string {
  const digits = (from: number, until: number, length = 2): string => String(randomInt(from, until)).padStart(length, '0');
  for (;;) {
    const start = kind === 'company' ? `${digits(10, 25)}${digits(1, 13)}40` : `${digits(60, 100)}${digits(1, 13)}${digits(1, 29)}3`;
    const length = 11 - start.length;
    const eleven = `${start}${digits(0, 10 ** length, length)}`;
    const last = checkDigit(eleven);
    if (last !== undefined) return `${eleven}${last}`;
  }
}

/** A session for an account, opened with the rights of the database's owner, as a login would. */
export async function openSessionFor(owner: Pick<Pool, 'query'>, person: string, account: string | null): Promise<string> {
  const token = newToken();
  await owner.query(
    `with thing as (insert into device (id, person, name) values (gen_random_uuid(), $1, 'test') returning id)
     insert into session (id, token_hash, person, account, device, idle_until, expires_at)
     select gen_random_uuid(), $3, $1, $2, id, now() + interval '1 day', now() + interval '1 day' from thing`,
    [person, account, tokenHash(token)],
  );
  return token;
}

/** What a reply is expected to be: done. */
export function done<Body>({ body, problem }: Reply<Body>): Body {
  if (problem) throw new Error(JSON.stringify(problem));
  return body;
}

/** Registers an account by its newcomer's own hand. Its offer is not accepted. */
export async function register(
  api: Api,
  roles: ('customer' | 'contractor')[],
  { kind = 'natural', ...given }: { kind?: 'natural' | 'company'; name?: string; email?: string } = {},
): Promise<Registered> {
  const newcomer = await createNewcomer(api.owner);
  const identifier = anyIdentifier(kind);
  const mark = randomUUID().slice(0, 8);
  const { items } = done(await api.as().get<{ items: { sha256: string }[] }>('/v1/personal-data/consent'));
  const details = { name: `Айгүл ${mark}`, email: `aigul-${mark}@example.kz`, ...given };
  const body = { kind, roles, identifier, consent: items[0]?.sha256, language: 'en', ...details };
  const { id } = done(await api.as(newcomer).post<{ id: string }>('/v1/accounts', body));
  return { ...newcomer, ...details, id, identifier };
}

/** Accepts the offer in every form that the account may need. */
export async function acceptOffer(api: Api, person: Person, roles: ('customer' | 'contractor')[]): Promise<void> {
  const { sha256: revision } = done(await api.as().get<{ sha256: string }>('/v1/offer'));
  const statement = roles.includes('customer')
    ? done(await api.as(person).get<{ sha256: string }>('/v1/offer/statement')).sha256
    : undefined;
  const form = { ...(roles.includes('contractor') && { checkbox: CHECKBOX }), ...(statement && { statement }) };
  done(await api.as(person).post('/v1/offer/acceptances', { act: 'accept', revision, ...form }));
}

/** An account that stands under the offer. */
export async function registerUnderOffer(api: Api, roles: ('customer' | 'contractor')[], given?: Parameters<typeof register>[2]) {
  const person = await register(api, roles, given);
  await acceptOffer(api, person, roles);
  return person;
}

/** A member of a company, with a session that acts for it. */
export async function joinCompany(api: Api, company: Registered, roles: MemberRole[]): Promise<Registered> {
  const { person, number } = await createNewcomer(api.owner);
  done(await api.as(company).post(`/v1/accounts/${company.id}/add-member`, { number, roles }));
  return { ...company, person, number, token: await openSessionFor(api.owner, person, company.id) };
}

/** One of the operator's staff. */
export async function employ(api: Api, staff: StaffRole[]): Promise<Registered> {
  const newcomer = await createNewcomer(api.owner);
  const id = randomUUID();
  const life = `account/${id}`;
  const mark = id.slice(0, 8);
  const details = { name: `Әсел ${mark}`, email: `asel-${mark}@example.kz` };
  const reference = await seal(api, life, { ...details, language: 'en' });
  const { steps } = await commit(api.lives, {
    life,
    key: `test/${id}`,
    type: 'register',
    by: 'operator',
    actor: { account: id },
    input: { id, kind: 'staff', roles: [], staff, person: newcomer.person, details: reference },
    birth: true,
  });
  api.dispatch(life, steps);
  return { ...newcomer, ...details, id, identifier: '', token: await openSessionFor(api.owner, newcomer.person, id) };
}
