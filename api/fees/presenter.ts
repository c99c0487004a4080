/** A fee as its customer and the operator see it. */
import { debtOf } from '../../charts/fee/chart.ts';
import { feeMessages } from '../../charts/fee/messages.ts';
import type { FeeContext } from '../../charts/fee/types.ts';
import type { Language } from '../../charts/messages.ts';
import type { FeeRow } from '../../models/stores/fee.ts';
import { balanceOf } from '../../rules/penalty.ts';
import { money } from '../resource/fields.ts';
import { publicId } from '../resource/public-id.ts';

const tiyn = (amount: bigint) => money(String(amount));

/** The fee on a civil date, its penalty explained by ranges of days. Nothing is owed of what is written off. */
export function presentFee(context: FeeContext, asOf: string) {
  const { parent, principal, dueOn, terms, payments, writtenOffOn } = context;
  const { ranges, penalty, principalOwed, penaltyOwed, cappedOn } = balanceOf(debtOf(context), asOf);
  const isGone = writtenOffOn !== undefined && writtenOffOn <= asOf;
  return {
    task: publicId(parent),
    principal: money(principal),
    dueOn,
    terms,
    payments: payments.map(({ on, amount }) => ({ on, amount: money(amount) })),
    writtenOffOn: writtenOffOn ?? null,
    asOf,
    penalty: tiyn(penalty),
    penaltyRanges: ranges.map(({ base, penalty: added, ...range }) => ({ ...range, base: tiyn(base), penalty: tiyn(added) })),
    principalOwed: tiyn(isGone ? 0n : principalOwed),
    penaltyOwed: tiyn(isGone ? 0n : penaltyOwed),
    penaltyCappedOn: cappedOn ?? null,
    noPenaltyBecause: context.withheld ?? null,
  };
}

/** The columns of a fee, for a list. */
export const presentSummary = (row: FeeRow, language: Language) => ({
  id: publicId(row.id),
  number: Number(row.number),
  state: row.state,
  stateName: feeMessages.states[row.state]?.name[language] ?? row.state,
  task: publicId(row.parent),
  customer: row.customer,
  principal: money(row.principal),
  paid: money(row.paid),
  dueOn: row.due_on,
  chargedAt: row.charged_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
});
