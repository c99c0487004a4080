import { totalOf } from '../../charts/invoice/balance.ts';
import type { InvoiceContext } from '../../charts/invoice/types.ts';
import { statement } from '../../models/statement.ts';
import type { Projection } from '../projection.ts';
import { projectWork } from './work.ts';

const project = statement(
  'invoice-project',
  `insert into invoice (id, number, paper_number, customer, period, state, principal, credited, paid, drawn_on, due_on, changed_at, limit_from, limits)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
   on conflict (id) do update set state = excluded.state, credited = excluded.credited, paid = excluded.paid, due_on = excluded.due_on,
     changed_at = excluded.changed_at, limit_from = excluded.limit_from, limits = excluded.limits`,
);

/** Keeps the read model of an invoice, and what of it waits for the operator's staff. */
export const projectInvoice: Projection = async (transaction, life) => {
  const context = life.context as InvoiceContext;
  const { number, customer, period, principal, credits, payments, drawnOn, dueOn, limit } = context;
  await project(transaction, [
    ...[life.id, life.number, number, customer, period, life.state, principal],
    ...[totalOf(credits), totalOf(payments), drawnOn, dueOn, life.at],
    ...[limit?.toldOn === undefined ? null : limit.from, limit?.begun === true],
  ]);
  await projectWork(transaction, life);
};
