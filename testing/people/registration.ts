/** Registers accounts over HTTP and accepts the offer in the form that their roles require. */
import type { z } from 'zod';
import type { AccountFacts } from '../../api/accounts/schema.ts';
import { CHECKBOX } from '../../api/offer/schema.ts';
import { commit } from '../../lives/commit.ts';
import { lettersTo } from '../stand-ins/mailbox.ts';
import type { Api, Person, Reply } from '../worlds/api.ts';
import { anyIdentifier } from './identifiers.ts';
import { createNewcomer } from './people.ts';
import { fillRequisites } from './requisites.ts';

export type Account = z.output<typeof AccountFacts> & {
  id: string;
  number: number;
  state: string;
  seq: number;
  commands: { name: string }[];
};
export type Newcomer = Person & { person: string };

export interface ConsentShown {
  language: 'kk' | 'ru';
  text: string;
  sha256: string;
}

const showConsent = (api: Api, { token }: Pick<Person, 'token'>, body: object): Promise<Reply<{ items: ConsentShown[] }>> => {
  const { kind, name, identifier } = body as { kind: string; name: string; identifier: string };
  return api.as({ token } as Person).post('/v1/personal-data/consent', { kind, name, identifier }, { key: null });
};

/** The consent that a person is shown before they register with this body. */
export const consentOf = async (
  api: Api,
  person: Pick<Person, 'token'>,
  body: object,
  language: 'kk' | 'ru' = 'ru',
): Promise<ConsentShown> => done(await showConsent(api, person, body)).items.find((each) => each.language === language) as ConsentShown;

/** The body of a valid registration by a person, with the given fields replaced. A body that no consent can be shown for has the hash of none. */
export async function registration(api: Api, person: Pick<Person, 'token'>, given: object = {}): Promise<object> {
  const body = {
    ...{ kind: 'natural', roles: ['contractor'], name: 'Айгүл', email: 'aigul@example.kz' },
    identifier: anyIdentifier((given as { kind?: string }).kind === 'company' ? 'company' : 'natural'),
    ...given,
  };
  const shown = await showConsent(api, person, body);
  return { consent: shown.problem ? '0'.repeat(64) : shown.body.items[0]?.sha256, ...body };
}

/** The body of a successful reply. @throws if the reply is a problem */
export const done = <Body>({ body, problem }: Reply<Body>): Body => {
  if (problem) throw new Error(JSON.stringify(problem));
  return body;
};

/** Registers a newcomer's account. The offer is not accepted yet. */
export async function register(api: Api, given: object = {}): Promise<{ person: Newcomer; account: Account }> {
  const person = await createNewcomer(api.owner);
  const account = done(await api.as(person).post<Account>('/v1/accounts', await registration(api, person, given)));
  return { person: { ...person, id: account.id }, account };
}

/** The code of the latest letter to an address, or undefined if there is none. A worker sends it. */
export const emailCode = async (email: string): Promise<string | undefined> => {
  const codes = (await lettersTo(email)).flatMap(({ text }) => /: (\d{8})\./.exec(text)?.[1] ?? []);
  return codes.at(-1);
};

/** Confirms the address that an account named, by its event alone: without the letter and its code. */
export async function confirmsEmail(api: Api, { id }: { id: string }): Promise<void> {
  const [row] = await api.rows<{ party: 'customer' | 'contractor' | 'operator'; details: string }>(
    'select roles[1] as party, new_details as details from account where id = $1 and new_details is not null',
    id,
  );
  if (row === undefined) throw new Error('the account has no address to confirm');
  const { party: by, details } = row;
  const key = `account/${id}/test-email/${details}`;
  const asked = { type: 'confirmEmail', by, actor: { account: id }, input: { details } };
  const { updates } = await commit(api.lives, { life: `account/${id}`, idempotencyKey: key, ...asked });
  api.dispatch(updates);
}

/** The body that accepts the revision in force, in the form that the account's roles require. */
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

/** Accepts the revision in force for an account. */
export const accepts = async (api: Api, person: Person): Promise<void> =>
  void done(await api.as(person).post('/v1/offer/acceptances', await acceptance(api, person)));

/** Registers a newcomer's account, sets whole requisites and accepts the offer. */
export async function settle(api: Api, given: object = {}): Promise<{ person: Newcomer; account: Account }> {
  const { person, account } = await register(api, given);
  await fillRequisites(
    api,
    { ...person, name: account.name },
    { kind: account.kind, party: account.roles[0] as 'customer' | 'contractor' },
  );
  await accepts(api, person);
  return { person, account: await read(api, person) };
}

/** Reads the account that a person acts for. */
export const read = async (api: Api, person: Person): Promise<Account> => done(await api.as(person).get<Account>('/v1/accounts/me'));

/** Sends a command to an account, from the account itself or from the operator's staff. */
export const command = (
  api: Api,
  by: Person,
  { id }: Pick<Account, 'id'>,
  name: string,
  body: object = {},
  wish?: { key: string },
): Promise<Reply<Account>> => api.as(by).post<Account>(`/v1/accounts/${id}/${name}`, body, wish);
/** Like `command`. @throws if the command is refused */
export const does = async (api: Api, by: Person, account: Pick<Account, 'id'>, name: string, body: object = {}): Promise<Account> =>
  done(await command(api, by, account, name, body));
