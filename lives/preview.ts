/** What a command would do, without doing it: the same draft as the commit, read from an unlocked row and thrown away. */
import type { Refusal } from '../charts/judge.ts';
import type { Messages } from '../charts/messages.ts';
import { stateOf } from '../charts/state.ts';
import { actorIn } from './chain.ts';
import type { Command, LifeState } from './command.ts';
import type { Draft } from './draft.ts';
import { applyCommand, fireDueTimers, startDraft, updatesOf, withChildren } from './draft.ts';
import type { LifeUpdate } from './life-update.ts';
import type { Lives } from './lives.ts';
import { firstRefusal } from './precondition.ts';
import { readLife } from './store.ts';

/** Everything that the commit would write, for the life and for the children that it would create. */
export interface Preview {
  /** The life as it would then be. */
  life: LifeState;
  /** The moment that the preview assumes, by the database's clock. */
  at: string;
  updates: LifeUpdate[];
  /** Each with the messages of the life that sends it, and that life's number; a child has none yet. */
  notices: (Draft['notices'][number] & { messages: Messages; number: string | undefined })[];
  postings: Draft['postings'];
  effects: { life: string; kind: string }[];
}

export type Previewed =
  | { outcome: 'done'; preview: Preview }
  | { outcome: 'refused'; refusal: Refusal; life: LifeState }
  | { outcome: 'notFound' };

/**
 * A preview needs no key. It takes no lock, so another command may come first and change what this one will do. `known` is the snapshot as the asker
 * may know it: a preview must not show what is kept from the asker.
 */
export async function preview(lives: Lives, command: Omit<Command, 'idempotencyKey' | 'requestHash'>, known?: object): Promise<Previewed> {
  const { database } = lives;
  const [row] = await readLife(database, [command.life]);
  if (row === undefined) return { outcome: 'notFound' };
  const draft = startDraft(lives, { ...row, ...(known && { snapshot: known }) }, row.now);
  fireDueTimers(lives, draft);
  const { preconditions = [], actor } = command;
  const refused = preconditions.length > 0 && (await database.transaction((transaction) => firstRefusal(transaction, preconditions)));
  const refusal =
    refused ||
    applyCommand(lives, draft, { ...command, ...(actor && { actor: actorIn(lives.keys, row.id, actor) }), idempotencyKey: 'preview' });
  const life: LifeState = {
    ...{ id: row.id, number: row.number, seq: draft.seq, state: stateOf(draft.snapshot), done: draft.snapshot.status !== 'active' },
    snapshot: draft.events.at(-1)?.stored ?? row.snapshot,
    at: new Date(draft.at),
  };
  if (refusal) return { outcome: 'refused', refusal, life };
  const drafts = withChildren(draft);
  return {
    outcome: 'done',
    preview: {
      life,
      at: draft.at,
      updates: updatesOf(draft, row.number),
      notices: drafts.flatMap(({ id, lifeType: { messages }, notices }) =>
        notices.map((notice) => ({ ...notice, messages, number: id === row.id ? row.number : undefined })),
      ),
      postings: drafts.flatMap(({ postings }) => postings),
      effects: drafts.flatMap(({ id, effects }) => effects.map(({ kind }) => ({ life: id, kind }))),
    },
  };
}
