import type { ObjectionContext } from '../../charts/objection/types.ts';
import { statement } from '../../models/statement.ts';
import { taskLife } from '../ids.ts';
import type { Projection } from '../projection.ts';
import { projectAccounts } from './accounts.ts';
import { projectWork } from './work.ts';

const project = statement(
  'objection-project',
  `insert into objection (life, task, seq, contractor, standing) values ($1, $2, $3, $4, $5)
   on conflict (life) do update set standing = excluded.standing where objection.standing <> excluded.standing`,
);

/** Keeps what becomes of the recorded start: the figures about the contractor do not count it while it is contested, nor once it is excused. */
export const projectObjection: Projection = async (transaction, life) => {
  const { task, recordedBy, contractor } = life.context as ObjectionContext;
  const standing = ['contested', 'excused'].find((tag) => life.tags.has(tag)) ?? 'counted';
  await project(transaction, [life.id, taskLife(task), recordedBy, contractor, standing]);
  await projectAccounts(transaction, life);
  await projectWork(transaction, life);
};
