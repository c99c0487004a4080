/** How accounts come about over HTTP: registered by a newcomer, and brought under the offer in the form that their roles ask for. */
import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import type { AccountFacts } from '../../api/accounts/schema.ts';
import { CHECKBOX } from '../../api/offer/acceptances.ts';
import { checkDigit } from '../../rules/identifiers.ts';
import type { Api, Person, Reply } from '../worlds/api.ts';
import { createNewcomer } from './people.ts';

export type Account = z.output<typeof AccountFacts> & {
  id: string;
  number: number;
  state: string;
  seq: number;
  commands: { name: string }[];
};
export type Newcomer = Person & { person: string };

/** Twelve digits with the right last one, of which the first are given. */
export function identifierFrom(first: string): string {
  for (;;) {
    const eleven = first + String(randomInt(10 ** (11 - first.length))).padStart(11 - first.length, '0');
    const last = checkDigit(eleven);
    if (last !== undefined) return `${eleven}${last}`;
  }
}
const digits = (from: number, until: number): string => String(randomInt(from, until)).padStart(2, '0');
/** An IIN of somebody of age, or a BIN: one that no other test has. */
export const anyIdentifier = (kind: 'person' | 'company' = 'person'): string =>
  identifierFrom(kind === 'company' ? `${digits(10, 25)}${digits(1, 13)}40` : `${digits(60, 100)}${digits(1, 13)}${digits(1, 29)}3`);

/** The consent of the day, in Russian or Kazakh. */
export async function consentOf(api: Api, language: 'kk' | 'ru' = 'ru'): Promise<string> {
  const { body } = await api.as().get<{ items: { language: string; sha256: string }[] }>('/v1/personal-data/consent');
  return body.items.find((each) => each.language === language)?.sha256 as string;
}

/** A registration that is right but for what is given. */
export const registration = async (api: Api, given: object = {}): Promise<object> => ({
  kind: 'natural',
  roles: ['contractor'],
  name: 'Айгүл',
  email: 'aigul@example.kz',
  identifier: anyIdentifier((given as { kind?: string }).kind === 'company' ? 'company' : 'person'),
  consent: await consentOf(api),
  ...given,
});

/** What a reply is expected to be: done. */
export const done = <Body>({ body, problem }: Reply<Body>): Body => {
  if (problem) throw new Error(JSON.stringify(problem));
  return body;
};

/** A newcomer with an account: registered, and under no offer yet. */
export async function register(api: Api, given: object = {}): Promise<{ person: Newcomer; account: Account }> {
  const person = await createNewcomer(api.owner);
  const account = done(await api.as(person).post<Account>('/v1/accounts', await registration(api, given)));
  return { person: { ...person, id: account.id }, account };
}

/** What brings an account under the revision in force, in the form that its roles ask for. */
export async function acceptance(api: Api, person: Person): Promise<object> {
  const [me, offer] = await Promise.all([read(api, person), api.as().get<{ sha256: string }>('/v1/offer')]);
  const isCustomer = me.roles.includes('customer');
  const statement = isCustomer ? done(await api.as(person).get<{ sha256: string }>('/v1/offer/statement')).sha256 : undefined;
  return {
    act: 'accept',
    revision: offer.body.sha256,
    ...(me.roles.includes('contractor') && { checkbox: CHECKBOX }),
    ...(statement && { statement }),
  };
}

/** Brings an account under the revision in force. */
export const accepts = async (api: Api, person: Person): Promise<void> =>
  void done(await api.as(person).post('/v1/offer/acceptances', await acceptance(api, person)));

/** A newcomer with an account that stands under the offer. */
export async function settle(api: Api, given: object = {}): Promise<{ person: Newcomer; account: Account }> {
  const { person } = await register(api, given);
  await accepts(api, person);
  return { person, account: await read(api, person) };
}

/** The account that a person acts for. */
export const read = async (api: Api, person: Person): Promise<Account> => done(await api.as(person).get<Account>('/v1/accounts/me'));

/** A command to an account, by itself or by the operator's staff. */
export const command = (
  api: Api,
  by: Person,
  { id }: Pick<Account, 'id'>,
  name: string,
  body: object = {},
  wish?: { key: string },
): Promise<Reply<Account>> => api.as(by).post<Account>(`/v1/accounts/${id}/${name}`, body, wish);
/** The same, and it is expected to be done. */
export const does = async (api: Api, by: Person, account: Pick<Account, 'id'>, name: string, body: object = {}): Promise<Account> =>
  done(await command(api, by, account, name, body));
