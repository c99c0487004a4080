/** Events from outside that no effect asked for: a provider's hook, a poll, another life. */
import { judge, restore } from '../charts/judge.ts';
import type { Committed } from './command.ts';
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
  neverIgnored?: true;
}

/** Would the chart accept such an event from the platform now? */
export async function wouldAccept(lives: Lives, life: string, type: string): Promise<boolean> {
  const [row] = await readLife(lives.database, [life]);
  if (row === undefined) return false;
  const { chart } = lifeTypeOf(lives, life);
  return judge(chart, restore(chart, row.snapshot), { type, by: 'platform', at: row.at.toISOString(), input: {} }).allowed;
}

/** Where a life stands: its context, and the tags of its state. */
export async function lifeNow(lives: Lives, life: string): Promise<{ context: unknown; tags: Set<string> } | undefined> {
  const [row] = await readLife(lives.database, [life]);
  if (row === undefined) return undefined;
  const { context, tags } = restore(lifeTypeOf(lives, life).chart, row.snapshot);
  return { context, tags };
}

/** Commits outside events, one after the other, as they happened. */
export async function commitExternalEvents(lives: Lives, dispatch: Dispatch, events: ExternalEvent[]): Promise<void> {
  for (const event of events) await commitExternalEvent(lives, dispatch, event);
}

/**
 * Commits an outside event once. What the chart does not accept now is left alone: the source repeats it when asked, and an event that changes
 * nothing would use up its key. An event that is never ignored is kept by the life as unexpected. Returns what became of it.
 */
export async function commitExternalEvent(lives: Lives, dispatch: Dispatch, event: ExternalEvent): Promise<Committed['outcome']> {
  const { life, key, type, input, neverIgnored } = event;
  const { outcome, updates } = await commit(lives, {
    ...{ life, idempotencyKey: key, type, by: 'platform', input },
    ...(!neverIgnored && { refusable: true }),
  });
  dispatch(updates);
  return outcome;
}
