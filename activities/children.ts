/** How a life begins another and hears of it. Each in a transaction of its own: none ever locks two lives that exist. */
import type { Party } from '../charts/law.ts';
import type { Actor } from '../lives/commit.ts';
import { commit } from '../lives/commit.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { hashOf } from '../models/stores/event.ts';

/** Tried until it is done: without its child a life would wait for ever. */
const ALWAYS = Number.POSITIVE_INFINITY;
const never = async (): Promise<undefined> => undefined;

interface StartChild {
  child: string;
  type: string;
  by: Party;
  actor?: Actor;
  input: object;
}

/** Begins a child life: its id is named in the parent's step, its first event bears the parent's. */
export const startChild = (lives: Lives, dispatch: Dispatch): Performer => ({
  tries: ALWAYS,
  failed: never,
  async perform({ id, params }) {
    const { child, type, by, actor, input } = params as unknown as StartChild;
    const born = await commit(lives, {
      life: child,
      idempotencyKey: `create/${id}`,
      type,
      by,
      input,
      create: true,
      ...(actor && { actor }),
    });
    if (born.outcome !== 'done' && born.outcome !== 'replayed') throw new Error(`${child} could not be born: ${born.outcome}`);
    dispatch(child, born.updates);
    return undefined;
  },
});

interface SendToLife {
  to: string;
  type: string;
  input: object;
}

/** Tells another life what became of this one: a parent its child's end, a child its parent's wish. The hash goes with it, so that chains cover each other. */
export const sendToLife = (lives: Lives, dispatch: Dispatch): Performer => ({
  tries: ALWAYS,
  failed: never,
  async perform({ id, life, seq, params }) {
    const { to, type, input } = params as unknown as SendToLife;
    const heard = await commit(lives, {
      life: to,
      idempotencyKey: `message/${id}`,
      type,
      by: 'platform',
      input: { ...input, from: life, seq, hash: await hashOf(lives.database, life, seq) },
    });
    if (heard.outcome !== 'done' && heard.outcome !== 'replayed') throw new Error(`${to} could not hear of ${life}: ${heard.outcome}`);
    dispatch(to, heard.updates);
    return undefined;
  },
});
