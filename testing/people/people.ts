import { randomInt, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { newToken, tokenHash } from '../../api/session.ts';
import { offerRevisions } from '../../documents/offer.ts';
import { payoutDetailsOf, requisitesOf } from '../../local/fictitious-requisites.ts';
import type { Role } from '../../models/tables.ts';
import { anyIdentifier } from './identifiers.ts';
import { sealedIdentifier, sealedNumber, sealedText } from './sealed.ts';

export interface Person {
  /** The account's id. */
  id: string;
  token: string;
  name: string;
  email: string;
  /** The authorised number. */
  number: string;
}

const STAFF = ['support', 'moderator', 'finance', 'administrator'];

const NUMBERS = 10_000_000;
/** Has no divisor in common with it, so no number comes twice. */
const STEP = 7_919;
let latest = randomInt(NUMBERS);

/** A mobile number that no other call of this process has returned. */
export const anyNumber = (): string => {
  latest = (latest + STEP) % NUMBERS;
  return `+7701${String(latest).padStart(7, '0')}`;
};

/**
 * Inserts a person with an account, its IIN proved, the offer accepted, a device and a session, as if registered. Uses the rights of the database's owner.
 * The requisites are whole and payout details are named, unless the account is to be without. An operator gets every staff role, and the session has just proved the second factor.
 */
export async function createPerson(
  owner: Pick<Pool, 'query'>,
  roles: Role[],
  { without, ...given }: Partial<Person> & { language?: string; without?: 'requisites' } = {},
): Promise<Person> {
  const id = randomUUID();
  const person = {
    id,
    token: newToken(),
    name: `Person ${id.slice(0, 8)}`,
    email: `${id}@example.kz`,
    number: anyNumber(),
    ...given,
  };
  const isStaff = roles.includes('operator');
  const language = given.language ?? 'en';
  const [details, requisites, payout, human, life] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), `account/${id}`];
  const [number, numberHash] = sealedNumber(human, person.number);
  await owner.query(
    `with own as (
       insert into account (id, name, confirmed_details, language, roles, kind, staff, standing, may_act, may_open, offer_accepted, acceptance, proof, requisites, identifier,
         identifier_hash, payout_details)
       values ($1, $2, $3, $4, $5, case when $6 then 'staff' else 'natural' end, $7, 'active', true, true, $8, gen_random_uuid(), 'verification/' || $1::uuid || '/1', $15, $17, $18, $19) returning id),
     details as (insert into erasable_text (id, life, sealed) values ($3, $13, $14)),
     papers as (insert into erasable_text (id, life, sealed) select $15, $13, $16 where $15::uuid is not null),
     paid as (insert into erasable_text (id, life, sealed) select $20, $13, $21 where $15::uuid is not null),
     someone as (insert into person (id, number, number_hash, language) values ($9, $10, $12, $4) returning id),
     belonging as (insert into membership (account, person, roles, staff, registered) select own.id, someone.id, '{owner}', $6, true from own, someone),
     new_device as (insert into device (id, person, name) select gen_random_uuid(), id, null from someone returning id)
     insert into session (id, token_hash, person, account, device, factor_at, idle_until, expires_at)
     select gen_random_uuid(), $11, someone.id, own.id, new_device.id, clock_timestamp(), now() + interval '1 day', now() + interval '1 day'
     from own, someone, new_device`,
    [
      person.id,
      person.name,
      details,
      language,
      roles,
      isStaff,
      isStaff ? STAFF : [],
      offerRevisions.at(-1)?.sha256,
      human,
      number,
      tokenHash(person.token),
      numberHash,
      life,
      sealedText(details, life, { name: person.name, email: person.email, language }),
      isStaff || without ? null : requisites,
      sealedText(requisites, life, { requisites: requisitesOf(person.name) }),
      ...(isStaff ? [null, null] : sealedIdentifier(id, anyIdentifier())),
      isStaff || without ? {} : { coming: { version: payout, from: new Date().toISOString() } },
      payout,
      sealedText(payout, life, { payoutDetails: payoutDetailsOf() }),
    ],
  );
  return person;
}

/** Lets an inserted account be paid to a card, for a provider that pays to no account at a bank. */
export async function payToCard(owner: Pick<Pool, 'query'>, { id }: Person): Promise<void> {
  const { rows } = await owner.query(`select payout_details -> 'coming' ->> 'version' as version from account where id = $1`, [id]);
  const [{ version }] = rows as [{ version: string }];
  const payoutDetails = { card: { token: `tk_${id}`, lastFour: '1111' } };
  await owner.query('update erasable_text set sealed = $2 where id = $1', [
    version,
    sealedText(version, `account/${id}`, { payoutDetails }),
  ]);
}

/** Inserts a person who has just confirmed a number: with a session, and no account yet. */
export async function createNewcomer(owner: Pick<Pool, 'query'>): Promise<Person & { person: string }> {
  const person = randomUUID();
  const newcomer = { id: '', person, token: newToken(), name: '', email: '', number: anyNumber() };
  const [number, numberHash] = sealedNumber(person, newcomer.number);
  await owner.query(
    `with someone as (insert into person (id, number, number_hash, language) values ($1, $2, $4, 'en') returning id),
     new_device as (insert into device (id, person, name) select gen_random_uuid(), id, null from someone returning id)
     insert into session (id, token_hash, person, device, idle_until, expires_at)
     select gen_random_uuid(), $3, someone.id, new_device.id, now() + interval '1 day', now() + interval '1 day' from someone, new_device`,
    [person, number, tokenHash(newcomer.token), numberHash],
  );
  return newcomer;
}
