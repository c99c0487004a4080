/** Has the task or the dispute of a thread keep the hash of the event that ordered it, which covers everything that was written before. */
import type { Effects } from '../charts/effects.ts';
import type { MessagesNoted } from '../charts/messages-noted.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { commitExternalEvent } from '../lives/external-event.ts';
import { messageKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { hashOf } from '../models/stores/event.ts';

export const noteMessages = (lives: Lives, dispatch: Dispatch): Performer<Effects['noteMessages']> => ({
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  async perform({ id, life, seq, params: { about, ...written } }) {
    const input: MessagesNoted = { ...written, from: life, seq, hash: (await hashOf(lives.database, life, seq)) as string };
    await commitExternalEvent(lives, dispatch, { life: about, key: messageKey(id), type: 'messagesNoted', input });
    return undefined;
  },
});
