/** Writes the read model of a life. */
import type { Transaction } from 'sequelize';
import type { AnyMachineSnapshot } from 'xstate';
import { dutiesOf } from '../charts/judge.ts';
import { stateOf } from '../charts/state.ts';
import type { PublishedLifeType } from './lives.ts';
import type { Projected } from './projection.ts';

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
  });
