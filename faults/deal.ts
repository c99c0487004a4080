/** Drives a task from its posting to its payment over HTTP, and records what was acknowledged to its parties. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { posting } from '../testing/worlds/api.ts';
import type { Acknowledged } from './invariants.ts';
import type { Person } from './scene.ts';

export interface Reply {
  status: number;
  replayed: boolean;
  body: { id: string; seq: number; stage: string; code?: string; receipt?: { seq: number; type: string; at: string; hash: string } };
  /** Milliseconds. */
  took: number;
}

/** Sends one request: a GET without a body. @throws if no response comes within a minute */
export async function ask(url: string, { token }: Person, body?: object, key: string = randomUUID()): Promise<Reply> {
  const began = performance.now();
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: { Authorization: `Bearer ${token}`, ...(body && { 'Content-Type': 'application/json', 'Idempotency-Key': key }) },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  });
  const json = (await response.json()) as Reply['body'];
  const replayed = response.headers.get('idempotent-replayed') === 'true';
  return { status: response.status, replayed, body: json, took: performance.now() - began };
}

const DAY = 86_400_000;

/** The commands of a task by party, from the posting to the confirmed payment. */
export const WHOLE_LIFE: readonly (readonly ['customer' | 'contractor', string, () => object])[] = [
  ['customer', 'post', () => posting({ terms: { earlyStart: true } })],
  ['contractor', 'accept', () => ({ version: 1 })],
  ['contractor', 'start', () => ({})],
  ['contractor', 'submit', () => ({})],
  ['customer', 'approve', () => ({ submission: 1 })],
  ['customer', 'report', () => ({ paidOn: new Date(Date.now() - DAY).toISOString().slice(0, 10) })],
  ['contractor', 'confirm', () => ({ report: 1 })],
];

/** The path of a task's command. A posting has no task yet. */
export const pathOf = (name: string, id: string): string => (name === 'post' ? '/v1/tasks' : `/v1/tasks/${id}/${name}`);

export const acknowledgedBy = ({ account }: Person, key: string, { body: { id, receipt } }: Reply): Acknowledged => {
  if (receipt === undefined) throw new Error('a response without a receipt');
  return { life: `task/${id}`, key: `account/${account}/${key}`, ...receipt };
};

interface Parties {
  customer: Person;
  contractor: Person;
}

/**
 * Drives a task to its end, whatever happens to the API: repeats each command under its key until the response is final. Returns what was
 * acknowledged. @throws for a refusal, because none of these commands may be refused
 */
export async function liveThrough(
  url: string,
  parties: Parties,
  between: (reply: Reply) => Promise<unknown> = async () => {},
): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  let id = '';
  for (const [party, name, bodyOf] of WHOLE_LIFE) {
    const key = randomUUID();
    const reply = await askUntilFinal(url + pathOf(name, id), parties[party], bodyOf(), key);
    id = reply.body.id;
    acknowledged.push(acknowledgedBy(parties[party], key, reply));
    await between(reply);
  }
  return acknowledged;
}

async function askUntilFinal(url: string, person: Person, body: object, key: string): Promise<Reply> {
  for (;;) {
    const reply = await ask(url, person, body, key).catch(() => undefined);
    if (reply && reply.status < 300) return reply;
    if (reply && reply.status < 500) throw new Error(`${url}: ${JSON.stringify(reply.body)}`);
    await pause(100);
  }
}
