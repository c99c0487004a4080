import type { VerificationContext } from '../../charts/verification/types.ts';
import { statement } from '../../models/statement.ts';
import { localIdOf } from '../ids.ts';
import type { Projection } from '../projection.ts';
import { projectWork } from './work.ts';

const prove = statement(
  'verification-prove',
  `update account set proof = $2 where id = $1 and proof is null and case kind when 'company' then 'company' else 'identity' end = any($3::text[])`,
);

/**
 * Keeps that documents proved an account's IIN or BIN, in the transaction of their approval: of two accounts with one number the row of the second
 * cannot be written.
 */
export const projectVerification: Projection = async (transaction, life) => {
  await projectWork(transaction, life);
  const { parent, kinds } = life.context as VerificationContext;
  if (life.state === 'approved') await prove(transaction, [localIdOf(parent), life.id, kinds]);
};
