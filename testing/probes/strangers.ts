/**
 * A siege: strangers from many addresses try every way at the numbers of some owners, and at random ones, while the owners log in. The test is the
 * proxy: X-Forwarded-For says where a request comes from.
 */
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Key, Login } from '../people/logins.ts';
import { askCode, authorise, lastCode, newKey, otherCode, registered, signed, withToken } from '../people/logins.ts';
import { anyNumber } from '../people/people.ts';
import { solve, working } from '../people/work.ts';
import type { Api } from '../worlds/api.ts';

const STRANGERS = 200;
const OWNERS = 20;
/** Strangers and owners of this part share one address, like people behind a mobile operator's. */
const CROWDED = '203.0.113.77';
const GOOD = 'қызыл шатыр 47 тау';

/** How an owner comes back. Each stands for some of the twenty. */
const WAYS = ['known device', 'key', 'code', 'password'] as const;
type Way = (typeof WAYS)[number];

interface Owner {
  way: Way;
  number: string;
  address: string;
  known: string;
  key: Key;
  device: string;
}

/** A try of a stranger, in the order of sending: what the control counts in the old way. */
interface Try {
  way: 'code' | 'proof';
  /** The number, or the id that was tried. */
  subject: string;
  address: string;
}

const addressOf = (stranger: number): string => (stranger % 10 === 0 ? CROWDED : `198.18.${stranger >> 8}.${stranger & 255}`);

/** Twenty people with an account, a password and an authorised device; every second one is behind the crowded address. */
async function settleOwners(api: Api): Promise<Owner[]> {
  const owners: Owner[] = [];
  for (let each = 0; each < OWNERS; each++) {
    const login = await registered(api);
    const body = { password: GOOD, ...(await askCode(api, login.number, 'confirm')) };
    await withToken(api, login.token).post('/v1/auth/password', body);
    const key = newKey();
    owners.push({
      way: WAYS[each % WAYS.length] as Way,
      number: login.number,
      address: (each >> 2) % 2 === 0 ? CROWDED : `192.0.2.${each}`,
      known: login.knownDevice ?? '',
      key,
      device: await authorise(api, login, key),
    });
  }
  return owners;
}

/** An owner logs in by their way. Returns the status, and how often work was asked for. */
async function comeBack(
  api: Api,
  { way, number, address, known, key, device }: Owner,
): Promise<{ way: Way; status: number; works: number }> {
  const at = { 'X-Forwarded-For': address };
  const post = <Body>(path: string, body: object, headers: Record<string, string> = {}) =>
    working<Body>((given) => api.as().post<Body>(path, body, { headers: { ...at, ...headers, ...given } }));
  if (way === 'key') {
    const { status, bits } = await post<Login>('/v1/auth/sessions', { device, ...(await signed(api, key)) });
    return { way, status, works: bits === undefined ? 0 : 1 };
  }
  if (way !== 'code') {
    const headers: Record<string, string> = way === 'known device' ? { 'Known-Device': known } : {};
    const { status, bits } = await post<Login>('/v1/auth/sessions', { number, password: GOOD }, headers);
    return { way, status, works: bits === undefined ? 0 : 1 };
  }
  const asked = await post<{ request: string }>('/v1/auth/codes', { number, purpose: 'enter' });
  if (asked.status !== 202) return { way, status: asked.status, works: 0 };
  const proof = { request: asked.body.request, code: await lastCode(number) };
  const entered = await post<Login>('/v1/auth/sessions', proof);
  return { way, status: entered.status, works: [asked, entered].filter(({ bits }) => bits !== undefined).length };
}

/** How long a siege lasts at least: so many tries, and so many seconds. */
interface Length {
  tries: number;
  seconds?: number;
}

/** Strangers who try until the siege is over. Every tenth does some of the work that is asked for. */
function besiege(api: Api, owners: Owner[], length: Length) {
  const [tries, statuses, begin] = [[] as Try[], new Map<number, number>(), Date.now()];
  /** From 0 to 1 and more. */
  const progress = (): number => Math.min(tries.length / length.tries, length.seconds ? (Date.now() - begin) / 1_000 / length.seconds : 1);
  const send = async (way: Try['way'], path: string, subject: string, address: string, body: object, work?: string) => {
    tries.push({ way, subject, address });
    const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': address, ...(work && { 'Proof-Of-Work': work }) };
    const response = await fetch(api.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    return (await response.json()) as { request?: string; work?: { challenge: string; bits: number } };
  };
  const stranger = async (each: number): Promise<void> => {
    const address = addressOf(each);
    while (progress() < 1) {
      const target = randomInt(8) > 0 ? (owners[randomInt(owners.length)]?.number as string) : anyNumber();
      const password = { number: target, password: `guess ${randomUUID()}` };
      const { work } = await send('proof', '/v1/auth/sessions', `password ${target}`, address, password);
      if (work && each % 10 === 1) await send('proof', '/v1/auth/sessions', `password ${target}`, address, password, solve(work));
      const { request = randomUUID() } = await send('code', '/v1/auth/codes', target, address, { number: target, purpose: 'enter' });
      const wrong = otherCode(String(randomInt(1_000_000)).padStart(6, '0'));
      for (let guess = 0; guess < 5; guess++) await send('proof', '/v1/auth/sessions', `code ${target}`, address, { request, code: wrong });
      const device = randomUUID();
      await send('proof', '/v1/auth/sessions', `device ${device}`, address, { device, challenge: randomUUID(), signature: 'AAAA' });
    }
  };
  return { tries, statuses, progress, over: Promise.all(Array.from({ length: STRANGERS }, (_, each) => stranger(each))) };
}

/**
 * The control: the counting that this platform had before, fed with the same tries. Ten failures at one number or a hundred from one address close it;
 * three codes close a number, sixty an address. (All within an hour, which no siege here exceeds.) Returns the owners whose way is closed.
 */
function closedBefore(tries: Try[], owners: Owner[]): Owner[] {
  const [failures, codes] = [new Map<string, number>(), new Map<string, number>()];
  const isFull = (counts: Map<string, number>, key: string, most: number) => (counts.get(key) ?? 0) >= most;
  const refused = (way: Try['way'], subject: string, address: string): boolean =>
    way === 'code'
      ? isFull(codes, subject, 3) || isFull(codes, address, 60)
      : isFull(failures, subject, 10) || isFull(failures, address, 100);
  for (const { way, subject, address } of tries) {
    if (refused(way, subject, address)) continue;
    const counts = way === 'code' ? codes : failures;
    for (const key of [subject, address]) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return owners.filter(({ way, number, address, device }) => {
    if (way === 'key') return refused('proof', `device ${device}`, address);
    if (way === 'code') return refused('code', number, address) || refused('proof', `code ${number}`, address);
    return refused('proof', `password ${number}`, address);
  });
}

/** The siege as a whole: the owners come back in its middle and after it. */
export async function siege(api: Api, length: Length) {
  const owners = await settleOwners(api);
  const all = () => Promise.all(owners.map((owner) => comeBack(api, owner)));
  const { tries, statuses, progress, over } = besiege(api, owners, length);
  while (progress() < 0.5) await pause(50);
  const during = await all();
  await over;
  return { during, after: await all(), tries, statuses, closed: closedBefore(tries, owners) };
}
