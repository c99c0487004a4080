/** Child lives begun as a parent's chart would order it, for tests of what becomes of them. */
import { randomUUID } from 'node:crypto';
import type { ErasableRef } from '../../charts/law.ts';
import { commit } from '../../lives/commit.ts';
import type { StartChild } from '../../lives/draft.ts';
import { erasableRef } from '../../lives/hashing.ts';
import { createKey } from '../../lives/ids.ts';
import type { Person } from '../people/people.ts';
import type { World } from '../worlds/world.ts';
import { until } from '../worlds/world.ts';

/** Creates a child as its parent's `startChild` would. */
export async function createChild({ lives, dispatch }: World, parent: string, { child, ...command }: StartChild): Promise<void> {
  const idempotencyKey = createKey(`${parent}/${randomUUID()}/0`);
  const { outcome, updates } = await commit(lives, { ...command, life: child, idempotencyKey, create: true });
  if (outcome !== 'done') throw new Error(`${child} could not be created: ${outcome}`);
  dispatch(updates);
}

/** A text of a life, sealed as a route seals it. */
export async function seal({ lives, owner }: World, life: string, body: object): Promise<ErasableRef> {
  const id = randomUUID();
  await owner.query('insert into erasable_text (id, life, body) values ($1, $2, $3)', [id, life, JSON.stringify(body)]);
  return erasableRef(lives.secret, id, body);
}

/** What a parent heard of its child's end, whether or not its chart had a use for it. */
export const heardOf = ({ rows }: World, child: string): Promise<Record<string, unknown>> =>
  until(async () => {
    const [event] = await rows<{ type: string; input: { type: string; input: object } & Record<string, unknown> }>(
      'select type, input from event where key like $1 order by seq desc',
      `message/${child}/%`,
    );
    if (event === undefined) return undefined;
    const { type, input } = event.type === 'unexpected' ? event.input : event;
    const { from, seq: _, hash: __, ...facts } = input as Record<string, unknown>;
    expect(from).toBe(child);
    return { type, ...facts };
  }, `the report of ${child}`);

/** Gives a person's account the life that registration begins; answers its id. Its offer is not accepted. */
export async function enliven(api: World, { id, name, email }: Person, role: 'customer' | 'contractor'): Promise<string> {
  const { lives, dispatch, rows } = api;
  const life = `account/${id}`;
  const [member] = await rows<{ person: string }>('select person from membership where account = $1', id);
  const details = await seal(api, life, { name, email, language: 'ru' });
  const { updates } = await commit(lives, {
    life,
    idempotencyKey: `account/${id}/${randomUUID()}`,
    type: 'register',
    by: role,
    actor: { account: id },
    input: { id, kind: 'natural', roles: [role], person: member?.person, details, consent: 'c'.repeat(64) },
    create: true,
  });
  dispatch(updates);
  return life;
}
