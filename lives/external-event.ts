/** How a life hears of the world outside what it was not asked for: by a hook or a poll. */
import { judge, restore } from '../charts/judge.ts';
import { commit } from './commit.ts';
import type { Dispatch } from './dispatch.ts';
import type { Lives } from './lives.ts';
import { lifeTypeOf } from './lives.ts';
import { readLife } from './store.ts';

interface ExternalEvent {
  life: string;
  key: string;
  type: string;
  input: object;
}

/** Would the chart take such an event of the platform's now? */
export async function wouldAccept(lives: Lives, life: string, type: string, input: object = {}): Promise<boolean> {
  const [row] = await readLife(lives.database, [life]);
  if (row === undefined) return false;
  const { chart } = lifeTypeOf(lives, life);
  return judge(chart, restore(chart, row.snapshot), { type, by: 'platform', at: row.at.toISOString(), input }).allowed;
}

/**
 * Commits what the world says, once. What the chart does not take now is left: the world says it again when it is asked again, and an event
 * that moves nothing would use up the key.
 */
export async function commitExternalEvent(lives: Lives, dispatch: Dispatch, { life, key, type, input }: ExternalEvent): Promise<void> {
  if (!(await wouldAccept(lives, life, type, input))) return;
  const { updates } = await commit(lives, { life, idempotencyKey: key, type, by: 'platform', input });
  dispatch(life, updates);
}
