/** Logins over HTTP: by codes, which are read from the test stack's SMS outbox, by passwords and by keys of devices. */
import type { KeyObject } from 'node:crypto';
import { generateKeyPairSync, sign } from 'node:crypto';
import type { z } from 'zod';
import type { LoggedIn } from '../../api/auth/schema.ts';
import { textsTo } from '../stand-ins/sms.ts';
import type { Api, Client, Person, Reply } from '../worlds/api.ts';
import { anyNumber } from './people.ts';
import { done, registration } from './registration.ts';

export type Login = z.output<typeof LoggedIn>;
type Purpose = 'enter' | 'reidentify' | 'confirm' | 'device' | 'email' | 'close' | 'sign' | 'payout';

/** A client that sends this session token. */
export const withToken = (api: Api, token: string): Client => api.as({ token } as Person);

/** The last code sent to a number. */
export async function lastCode(number: string): Promise<string> {
  const codes = (await textsTo(number)).flatMap(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? []);
  return codes[0] ?? '';
}

/** A code that differs from the given one. */
export const otherCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** Requests a code and reads it from the SMS outbox. */
export async function askCode(api: Api, number: string, purpose: Purpose = 'enter'): Promise<{ request: string; code: string }> {
  const { status, body, problem } = await api.as().post<{ request: string }>('/v1/auth/codes', { number, purpose });
  if (status !== 202) throw new Error(JSON.stringify(problem));
  return { request: body.request, code: await lastCode(number) };
}

export const logIn = (api: Api, body: object): Promise<Reply<Login>> => api.as().post<Login>('/v1/auth/sessions', body);

/** Logs in with a code. @throws if the login is refused */
export async function enter(api: Api, number = anyNumber(), more: object = {}): Promise<Login> {
  const { status, body, problem } = await logIn(api, { ...(await askCode(api, number)), ...more });
  if (status !== 201) throw new Error(JSON.stringify(problem));
  return body;
}

/** Registers an account in the session of a login. Returns the account's id. */
export async function register(api: Api, { token }: Login, kind: 'natural' | 'company' = 'natural'): Promise<string> {
  const body = await registration(api, { token }, { kind, roles: ['customer'], name: 'Айгүл Серікова', language: 'en' });
  return done(await withToken(api, token).post<{ id: string }>('/v1/accounts', body)).id;
}

/** Logs in and registers an account. */
export async function registered(api: Api, number = anyNumber()): Promise<Login & { number: string; own: string }> {
  const login = await enter(api, number);
  return { ...login, number, own: await register(api, login) };
}

export interface Key {
  publicKey: string;
  privateKey: KeyObject;
}

/** A device's key pair. */
export function newKey(type: 'P-256' | 'Ed25519' = 'P-256'): Key {
  const { publicKey, privateKey } = type === 'P-256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  return { publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'), privateKey };
}

/** Requests a challenge and signs it. */
export async function signed(
  api: Api,
  { privateKey }: Key,
  purpose: 'enter' | 'device' | 'reidentify' = 'enter',
  dsaEncoding: 'der' | 'ieee-p1363' = 'der',
): Promise<{ challenge: string; signature: string }> {
  const { body } = await api.as().post<{ challenge: string; nonce: string }>('/v1/auth/challenges');
  const algorithm = privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  const signature = sign(algorithm, Buffer.from(`akjet/${purpose}/${body.nonce}`), { key: privateKey, dsaEncoding });
  return { challenge: body.challenge, signature: signature.toString('base64') };
}

/** Authorises the device of a login with a key. Returns the device's id. */
export async function authorise(api: Api, { token, person }: Pick<Login, 'token' | 'person'>, key: Key, name = 'Phone'): Promise<string> {
  const proof = await askCode(api, person.number, 'device');
  const body = { publicKey: key.publicKey, name, ...(await signed(api, key, 'device')), proof };
  const reply = await withToken(api, token).post<{ id: string }>('/v1/auth/devices', body);
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.problem));
  return reply.body.id;
}

/** The events in the chain of an account, in order. */
export const toldOf = (api: Api, account: string): Promise<{ type: string; by: string; input: Record<string, unknown>; actor: object }[]> =>
  api.rows('select type, by, input, actor from event where life = $1 order by seq', `account/${account}`);
