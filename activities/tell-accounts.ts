import type { Effects } from '../charts/effects.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { kindOf } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { tellAccounts as tell, tellAccountsOf } from '../lives/tell-accounts.ts';

/** Tells the accounts of a person what a re-identification has come to. An account that the person joins asks for it by the person. */
export const tellAccounts = (lives: Lives, dispatch: Dispatch): Performer<Effects['tellAccounts']> => ({
  // An account that is not told would stay paused.
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  async perform({ id, life, params: { person } }) {
    if (kindOf(life) === 'reidentification') await tell(lives, dispatch, life, id);
    else await tellAccountsOf(lives, dispatch, person, id);
    return undefined;
  },
});
