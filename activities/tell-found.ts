/**
 * Tells accounts of what was found for their saved searches, of tasks and of contractors in separate letters. A letter is begun with all that it tells of, and then comes to the account's chain under
 * its own key: what a killed run left the next one does, and a repeat tells nobody twice.
 */
import type { Dispatch } from '../lives/dispatch.ts';
import { commitExternalEvent } from '../lives/external-event.ts';
import { accountLife, foundKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { BEFORE_ALL_ACCOUNTS } from '../models/stores/account.ts';
import { accountsToTell, closeLetter, letterTo } from '../models/stores/found-item.ts';
import { readParameters } from '../models/stores/parameter.ts';
import type { SearchKind } from '../models/stores/saved-search.ts';
import { quietHoursOn, quietUntil } from '../rules/quiet-hours.ts';
import { civilDate } from '../rules/working-days.ts';
import { batches } from './batches.ts';

interface Telling {
  lives: Lives;
  dispatch: Dispatch;
}

const EVENTS = { tasks: 'tasksFound', contractors: 'contractorsFound' } as const satisfies Record<SearchKind, string>;

/** Writes every letter about a kind that is due; none at night. `alive` is called after each batch. Returns how many it wrote. */
export async function tellFound(
  { lives, dispatch }: Telling,
  kind: SearchKind,
  now: string,
  alive: () => void = () => {},
): Promise<number> {
  const { database } = lives;
  if (quietUntil(now, quietHoursOn(await readParameters(database), civilDate(now))) !== undefined) return 0;
  return batches(
    (most, last: { account: string } | undefined) => accountsToTell(database, kind, now, last?.account ?? BEFORE_ALL_ACCOUNTS, most),
    ({ account }) => tell({ lives, dispatch }, kind, account, now),
    alive,
  );
}

/** 1 if the account took it. One that is over takes nothing. */
async function tell({ lives, dispatch }: Telling, kind: SearchKind, account: string, now: string): Promise<number> {
  const { database } = lives;
  const letter = await letterTo(database, kind, account, now);
  if (letter === undefined) return 0;
  const event = { life: accountLife(account), key: foundKey(account, letter.id), type: EVENTS[kind], input: { letter: letter.id } };
  const outcome = letter.empty ? 'refused' : await commitExternalEvent(lives, dispatch, event);
  await closeLetter(database, account, letter.id);
  return Number(outcome === 'done');
}
