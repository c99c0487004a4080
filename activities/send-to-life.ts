/** Sends a message to another life: a child's outcome to its parent, or a parent's request to its child. */
import type { SendToLife } from '../charts/effects.ts';
import { commit } from '../lives/commit.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { messageKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { hasMessageBefore } from '../models/stores/effect.ts';
import { hashOf } from '../models/stores/event.ts';

/**
 * Commits the message in its own transaction. That locks only the receiving life, so two lives that write to each other cannot deadlock.
 * The message carries the sending event's hash, so the chains of parent and child vouch for each other. Messages arrive in the order of their events: one
 * that follows a slow or failed one is tried again after it.
 */
export const sendToLife = (lives: Lives, dispatch: Dispatch): Performer<SendToLife> => ({
  // Without the message the other life could wait for ever.
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  async perform({ id, life, seq, params }) {
    const { to, type, input } = params;
    if (await hasMessageBefore(lives.database, life, seq, to)) throw new Error(`${to} has an earlier message of ${life} to hear first`);
    const { outcome, updates } = await commit(lives, {
      life: to,
      idempotencyKey: messageKey(id),
      type,
      by: 'platform',
      input: { ...input, from: life, seq, hash: await hashOf(lives.database, life, seq) },
    });
    if (outcome !== 'done' && outcome !== 'replayed') throw new Error(`${to} did not accept the message of ${life}: ${outcome}`);
    dispatch(updates);
    return undefined;
  },
});
