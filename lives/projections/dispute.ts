import type { DisputeContext } from '../../charts/dispute/types.ts';
import { statement } from '../../models/statement.ts';
import type { Projection } from '../projection.ts';
import { LAST_ACT } from './last-act.ts';
import { projectWork } from './work.ts';

/** A dispute against the operator has no account as respondent. */
const project = statement(
  'dispute-project',
  `insert into dispute (id, number, state, stage, about, against, side, claimant, respondent, amount, deadlines, sent_at, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, ${LAST_ACT})
   on conflict (id) do update set state = excluded.state, stage = excluded.stage, about = excluded.about, against = excluded.against,
     side = excluded.side, claimant = excluded.claimant, respondent = excluded.respondent, amount = excluded.amount, sent_at = excluded.sent_at,
     deadlines = excluded.deadlines, changed_at = excluded.changed_at`,
);

/** Keeps the read model of a dispute, and what of it waits for the operator's staff. */
export const projectDispute: Projection = async (transaction, life) => {
  const { id, number, state, context } = life;
  const { parent, task: about = parent, against, claimant, customer, contractor, amount, deadlines, sentAt } = context as DisputeContext;
  const [claims, responds] = claimant === 'customer' ? [customer, contractor] : [contractor, customer];
  await project(transaction, [
    id,
    number,
    state.split('.')[0],
    state,
    about ?? null,
    against ?? 'counterparty',
    claimant,
    claims,
    against === undefined ? responds : null,
    amount ?? null,
    JSON.stringify(deadlines),
    sentAt,
  ]);
  await projectWork(transaction, life);
};
