import type { FeeContext } from '../../charts/fee/types.ts';
import { statement } from '../../models/statement.ts';
import type { Projection } from '../projection.ts';

const project = statement(
  'fee-project',
  `insert into fee (id, number, state, parent, customer, principal, paid, due_on, charged_at, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
   on conflict (id) do update set state = excluded.state, parent = excluded.parent, customer = excluded.customer,
     principal = excluded.principal, paid = excluded.paid, due_on = excluded.due_on,
     changed_at = excluded.changed_at`,
);

/** Keeps the read model of a fee. */
export const projectFee: Projection = async (transaction, { id, number, state, context, at }) => {
  const { parent, customer, principal, payments, dueOn } = context as FeeContext;
  const paid = payments.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  await project(transaction, [id, number, state, parent, customer, principal, String(paid), dueOn, at]);
};
