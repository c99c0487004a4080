import type { Effects } from '../charts/effects.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { commitExternalEvent } from '../lives/external-event.ts';
import type { Lives } from '../lives/lives.ts';
import { openPayouts } from '../models/stores/payout-details.ts';

/** Tells every payout of an account that has not ended. One that is on its way does not expect it, and no event is left there. */
export const resumePayouts = (lives: Lives, dispatch: Dispatch): Performer<Effects['resumePayouts']> => ({
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  async perform({ id, params: { account } }) {
    for (const life of await openPayouts(lives.database, account))
      await commitExternalEvent(lives, dispatch, { life, key: `message/${id}/${life}`, type: 'detailsChanged', input: {} });
    return undefined;
  },
});
