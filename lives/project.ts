/** Writes the read model of a life. */
import type { Transaction } from 'sequelize';
import type { AnyMachineSnapshot } from 'xstate';
import { dutiesOf, offeredTo, restore } from '../charts/judge.ts';
import { stateOf } from '../charts/state.ts';
import type { Lives, PublishedLifeType } from './lives.ts';
import { lifeTypeOf } from './lives.ts';
import type { Projected } from './projection.ts';
import type { LifeRow } from './store.ts';

interface Standing extends Pick<Projected, 'id' | 'number' | 'seq' | 'at' | 'before'> {
  lifeType: PublishedLifeType;
  snapshot: AnyMachineSnapshot;
}

/** Brings the read model of a life up to date with its snapshot, where its type has one. Returns the row that it wrote, if it says so. */
export const project = async (transaction: Transaction, { id, number, seq, at, before, lifeType, snapshot }: Standing): Promise<unknown> =>
  lifeType.project?.(transaction, {
    ...{ id, number, seq, at, state: stateOf(snapshot), tags: snapshot.tags, done: snapshot.status !== 'active' },
    context: snapshot.context,
    before,
    duties: () => dutiesOf(lifeType.chart, snapshot),
    offeredTo: (command) => offeredTo(lifeType.chart, snapshot, command),
  });

/** Writes the read model of a life anew from its row, whose lock the transaction holds: for rows that were changed, or texts that were erased. */
export async function projectAnew(lives: Lives, transaction: Transaction, row: LifeRow): Promise<void> {
  const lifeType = lifeTypeOf(lives, row.id);
  if (row.snapshot === null || row.at === null) return;
  await project(transaction, { ...row, at: row.at.toISOString(), lifeType, snapshot: restore(lifeType.chart, row.snapshot) });
}
