/**
 * Tells accounts of the tasks that were found for their saved searches. A letter is begun with all that it tells of, and then comes to the account's chain under
 * its own key: what a killed run left the next one does, and a repeat tells nobody twice.
 */
import type { Dispatch } from '../lives/dispatch.ts';
import { commitExternalEvent } from '../lives/external-event.ts';
import { accountLife, foundKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { BEFORE_ALL_ACCOUNTS } from '../models/stores/account.ts';
import { accountsToTell, closeLetter, letterTo } from '../models/stores/found-task.ts';
import { quietUntil } from '../rules/quiet-hours.ts';
import { batches } from './batches.ts';
import { letterTermsOn } from './find-tasks.ts';

interface Telling {
  lives: Lives;
  dispatch: Dispatch;
}

/** Writes every letter that is due; none at night. `alive` is called after each batch. Returns how many it wrote. */
export async function tellFoundTasks({ lives, dispatch }: Telling, now: string, alive: () => void = () => {}): Promise<number> {
  const { database } = lives;
  const { quietFromHour: from, quietToHour: to } = await letterTermsOn(lives, now);
  if (quietUntil(now, { from, to }) !== undefined) return 0;
  return batches(
    (most, last: { account: string } | undefined) => accountsToTell(database, now, last?.account ?? BEFORE_ALL_ACCOUNTS, most),
    ({ account }) => tell({ lives, dispatch }, account, now),
    alive,
  );
}

/** 1 if the account took it. One that is over takes nothing. */
async function tell({ lives, dispatch }: Telling, account: string, now: string): Promise<number> {
  const { database } = lives;
  const letter = await letterTo(database, account, now);
  if (letter === undefined) return 0;
  const event = { life: accountLife(account), key: foundKey(account, letter.id), type: 'tasksFound', input: { letter: letter.id } };
  const outcome = letter.empty ? 'refused' : await commitExternalEvent(lives, dispatch, event);
  await closeLetter(database, account, letter.id);
  return Number(outcome === 'done');
}
