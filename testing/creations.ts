/** Child lives begun as a parent's chart would order it, for tests of what becomes of them. */
import { randomUUID } from 'node:crypto';
import { startChild } from '../activities/children.ts';
import type { ErasableRef, Party } from '../charts/law.ts';
import { erasableRef } from '../lives/chain.ts';
import { commit } from '../lives/commit.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';
import { until } from './world.ts';

interface Birth {
  child: string;
  type: string;
  by: Party;
  actor?: { account: string };
  input: object;
}

/** Performs a parent's `start`. */
export async function bear({ lives, dispatch }: World, parent: string, birth: Birth): Promise<void> {
  const { perform } = startChild(lives, dispatch);
  await perform({ id: `${parent}/${randomUUID()}/0`, life: parent, seq: 1, kind: 'startChild', params: { ...birth }, tries: 1 });
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
  dispatch(life, updates);
  return life;
}
