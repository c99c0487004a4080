import type { QualificationContext } from '../../charts/qualification/types.ts';
import { statement } from '../../models/statement.ts';
import type { Projection } from '../projection.ts';
import { projectAccounts } from './accounts.ts';
import { projectWork } from './work.ts';

const project = statement(
  'qualification-project',
  `insert into qualification (life, account, categories, state, valid_until) values ($1, $2, $3, $4, $5)
   on conflict (life) do update set state = excluded.state where qualification.state <> excluded.state`,
);

/** Keeps what an account has declared and how that stands: whoever accepts a task asks for it. */
export const projectQualification: Projection = async (transaction, life) => {
  const { contractor, categories, validUntil } = life.context as QualificationContext;
  await project(transaction, [life.id, contractor, categories, life.state, validUntil ?? null]);
  await projectAccounts(transaction, life);
  await projectWork(transaction, life);
};
