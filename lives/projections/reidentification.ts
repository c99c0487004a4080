import { statement } from '../../models/statement.ts';
import type { Projection } from '../projection.ts';
import { projectWork } from './work.ts';

const project = statement(
  'reidentification-project',
  `insert into reidentification (life, person, open) values ($1, $2, $3)
   on conflict (life) do update set open = excluded.open where reidentification.open <> excluded.open`,
);

/** Keeps whose number is being changed, and the work of the staff. */
export const projectReidentification: Projection = async (transaction, life) => {
  const { person } = life.context as { person: string };
  await project(transaction, [life.id, person, !life.done]);
  await projectWork(transaction, life);
};
