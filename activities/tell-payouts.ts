import type { Effects } from '../charts/effects.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { commitExternalEvent } from '../lives/external-event.ts';
import { messageKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { openPayouts } from '../models/stores/life.ts';

/**
 * Tells every open payout of an account that its tax status may have changed (3.4), or that it has named other details. One that does not wait for it leaves
 * the message alone.
 */
export const tellPayouts = (lives: Lives, dispatch: Dispatch): Performer<Effects['tellPayouts']> => ({
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  async perform({ id, params: { account, type } }) {
    for (const payout of await openPayouts(lives.database, account))
      await commitExternalEvent(lives, dispatch, { life: payout, key: messageKey(`${id}/${payout}`), type, input: {} });
    return undefined;
  },
});
