import type { BoundParties } from '../../charts/law.ts';
import { statement } from '../../models/statement.ts';
import type { Projection } from '../projection.ts';

const project = statement(
  'accounts-project',
  `insert into life_of_account (account, kind, number, life, open) select account, $2, $3, $1, $4 from unnest($5::uuid[]) as account
   on conflict (account, kind, number) do update set open = excluded.open where life_of_account.open <> excluded.open`,
);

/** Keeps whose life it is, and whether it still goes on. */
export const projectAccounts: Projection = async (transaction, { id, number, done, context }) => {
  const { customer, contractor } = context as BoundParties;
  const accounts = [...new Set([customer, contractor])].filter((account) => account !== undefined);
  await project(transaction, [id, id.slice(0, id.indexOf('/')), number, !done, accounts]);
};
