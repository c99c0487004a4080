/** How a life begins another and hears of it. Each in a transaction of its own: none ever locks two lives that exist. */
import { QueryTypes } from 'sequelize';
import type { SendToLife, StartChild } from '../charts/effects.ts';
import { commit } from '../lives/commit.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';

/** Tried until it is done: without its child a life would wait for ever. */
const ALWAYS = Number.POSITIVE_INFINITY;
const never = async (): Promise<undefined> => undefined;

/** Begins a child life: its id is named in the parent's step, its first event bears the parent's. */
export const startChild = (lives: Lives, dispatch: Dispatch): Performer<StartChild> => ({
  tries: ALWAYS,
  failed: never,
  async perform({ id, params }) {
    const { child, type, by, actor, input } = params;
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

/** Tells another life what became of this one: a parent its child's end, a child its parent's wish. The hash goes with it, so that chains cover each other. */
export const sendToLife = (lives: Lives, dispatch: Dispatch): Performer<SendToLife> => ({
  tries: ALWAYS,
  failed: never,
  async perform({ id, life, seq, params }) {
    const { to, type, input } = params;
    const [link] = await lives.database.query<{ hash: string }>('select hash from event where life = $1 and seq = $2', {
      bind: [life, seq],
      type: QueryTypes.SELECT,
    });
    const heard = await commit(lives, {
      life: to,
      idempotencyKey: `message/${id}`,
      type,
      by: 'platform',
      input: { ...input, from: life, seq, hash: link?.hash },
    });
    if (heard.outcome !== 'done' && heard.outcome !== 'replayed') throw new Error(`${to} could not hear of ${life}: ${heard.outcome}`);
    dispatch(to, heard.updates);
    return undefined;
  },
});
