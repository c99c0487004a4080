import type { FeeContext } from '../../charts/fee/types.ts';
import { statement } from '../../models/statement.ts';
import type { Projection } from '../projection.ts';

const project = statement(
  'fee-project',
  `insert into fee (id, number, state, parent, customer, principal, terms, charged_at) values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8)
   on conflict (id) do update set state = excluded.state, parent = excluded.parent, customer = excluded.customer, principal = excluded.principal,
     terms = excluded.terms`,
);

/** Keeps the read model of a fee. */
export const projectFee: Projection = async (transaction, { id, number, state, context, at }) => {
  const { parent, customer, principal, terms } = context as FeeContext;
  await project(transaction, [id, number, state, parent, customer, principal, JSON.stringify(terms), at]);
};
