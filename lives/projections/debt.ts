import { owedOf } from '../../charts/debt/sums.ts';
import type { DebtContext, Side } from '../../charts/debt/types.ts';
import { statement } from '../../models/statement.ts';
import type { Projection } from '../projection.ts';
import { projectWork } from './work.ts';

/** Where the operator is a side, that side has no account. */
const project = statement(
  'debt-project',
  `insert into debt (id, number, state, stage, parent, about, ground, debtor, creditor, debtor_party, creditor_party, amount, paid, owed, due_on,
     overdue_since, arisen_at, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
   on conflict (id) do update set state = excluded.state, stage = excluded.stage, parent = excluded.parent, about = excluded.about,
     ground = excluded.ground, debtor = excluded.debtor, creditor = excluded.creditor, debtor_party = excluded.debtor_party,
     creditor_party = excluded.creditor_party, amount = excluded.amount, paid = excluded.paid, owed = excluded.owed, due_on = excluded.due_on,
     arisen_at = excluded.arisen_at, overdue_since = excluded.overdue_since, changed_at = excluded.changed_at`,
);

const accountOf = (context: DebtContext, side: Side): string | null => {
  const party = context[side];
  return party === 'operator' ? null : (context[party] ?? null);
};

/** Keeps the read model of a debt, and what of it waits for the operator's staff. */
export const projectDebt: Projection = async (transaction, life) => {
  const { id, number, state, at } = life;
  const context = life.context as DebtContext;
  const { parent, about, ground, debtor, creditor, amount, paid, dueOn, overdueSince, arisenAt } = context;
  await project(transaction, [
    id,
    number,
    state.split('.')[0],
    state,
    parent,
    about ?? null,
    ground,
    accountOf(context, 'debtor'),
    accountOf(context, 'creditor'),
    debtor,
    creditor,
    amount,
    paid,
    String(owedOf(context)),
    dueOn,
    overdueSince ?? null,
    arisenAt,
    at,
  ]);
  await projectWork(transaction, life);
};
