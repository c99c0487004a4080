/** Creates child lives as a parent's chart would, for tests of the child alone. */
import { randomUUID } from 'node:crypto';
import type { StartChild } from '../../charts/effects.ts';
import type { ErasableRef } from '../../charts/law.ts';
import { commit } from '../../lives/commit.ts';
import { erasableRef } from '../../lives/hashing.ts';
import { createKey } from '../../lives/ids.ts';
import type { Person } from '../people/people.ts';
import { sealedText } from '../people/sealed.ts';
import type { World } from '../worlds/world.ts';
import { until } from '../worlds/world.ts';

/** Creates a child like its parent's effect `startChild`. */
export async function createChild({ lives, dispatch }: World, parent: string, { child, ...command }: StartChild): Promise<void> {
  const idempotencyKey = createKey(`${parent}/${randomUUID()}/0`);
  const { outcome, updates } = await commit(lives, { ...command, life: child, idempotencyKey, create: true });
  if (outcome !== 'done') throw new Error(`${child} could not be created: ${outcome}`);
  dispatch(updates);
}

/** Stores an erasable text of a life, like a route. Returns the reference for the event. */
export async function seal({ lives, owner }: World, life: string, body: object): Promise<ErasableRef> {
  const id = randomUUID();
  await owner.query('insert into erasable_text (id, life, sealed) values ($1, $2, $3)', [id, life, sealedText(id, life, body)]);
  return erasableRef(lives.keys, id, body);
}

/** The child's closing message in its parent's chain, also if the parent's chart recorded it as `unexpected`. */
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
  }, `the message of ${child}`);

/** Creates the life of a person's account, like a registration, without acceptance of the offer. Returns the life's id. */
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
