import type { Effects } from '../charts/effects.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { commitExternalEvent } from '../lives/external-event.ts';
import { accountLife, claimedKey, messageKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { namesakesOf } from '../models/stores/account.ts';
import { todayInAlmaty } from '../models/today.ts';

/**
 * Tells every other account with the same IIN or BIN, in the background: the response to a registration knows nothing of them. That the number was
 * registered again is told to a holder once a day, because strangers may do it as often as they like.
 */
export const tellHolders = (lives: Lives, dispatch: Dispatch): Performer<Effects['tellHolders']> => ({
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  async perform({ id, params: { account, event: type } }) {
    const today = todayInAlmaty();
    for (const { id: other } of await namesakesOf(lives.database, account)) {
      const key = type === 'identityClaimed' ? claimedKey(other, today) : messageKey(`${id}/${other}`);
      await commitExternalEvent(lives, dispatch, { life: accountLife(other), key, type, input: {} });
    }
    return undefined;
  },
});
