/** The sums that follow from commands that say what they bring. */
import type { Consequences } from '../../charts/consequences.ts';
import type { DebtContext } from '../../charts/debt/types.ts';
import type { DisputeContext } from '../../charts/dispute/types.ts';
import type { lifeTypes } from '../../charts/index.ts';
import { debtOf } from '../../charts/invoice/balance.ts';
import type { InvoiceContext } from '../../charts/invoice/types.ts';
import { broughtBy, judge } from '../../charts/judge.ts';
import type { LifeType } from '../../charts/life-type.ts';
import type { PaymentContext } from '../../charts/payment/types.ts';
import { stateOf } from '../../charts/state.ts';
import { hasEnded, withAdmitted } from '../../charts/task/claims.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import { balanceOf } from '../../rules/penalty.ts';
import type { Edge } from './state-space.ts';

const of =
  <Context>(read: (after: Context, before: Context) => string) =>
  ({ from, to }: Edge): string =>
    read(to.snapshot.context as Context, from.snapshot.context as Context);
const due = of<TaskContext>((after) => after.due);
const price = of<TaskContext>((after) => after.work.price);
/** What is to be paid more than before, whether the deal has ended by it or not. */
const approved = of<TaskContext>((after, before) => {
  const { due } = hasEnded(after) ? after : withAdmitted(after);
  return String(BigInt(due) - BigInt(withAdmitted(before).due));
});
const paid = of<TaskContext>((after, before) => String(BigInt(after.paid) - BigInt(before.paid)));
const settled = of<DisputeContext>(({ outcome }) => outcome?.toClaimant ?? '0');
const debtPaid = of<DebtContext>((after, before) => String(BigInt(after.paid) - BigInt(before.paid)));
const waived = of<DebtContext>((after) => after.waived);
/** The principal that no payment brought, on the day of the write-off. */
const forgiven = of<InvoiceContext>((after) => String(balanceOf(debtOf(after), after.writtenOffOn ?? '').principalOwed));
const closedLoss = of<PaymentContext>((after, before) => String(BigInt(after.closed ?? '0') - BigInt(before.closed ?? '0')));
/** The sum that the provider is told, where it is told one. */
const ordered = ({ actions }: Edge): string | undefined =>
  actions.map(({ params }) => (params as { amount?: string } | undefined)?.amount).find((amount) => amount !== undefined);
/** What a payment is asked for, where one is begun. */
const asked = ({ actions }: Edge): string | undefined => {
  const begun = actions.map(({ params }) => params as { type?: string; input?: { amount?: string } } | undefined);
  return begun.find((each) => each?.type === 'ask' && each.input?.amount !== undefined)?.input?.amount;
};

/** The sum that follows from an edge: undefined where none does. */
type Truth = (edge: Edge) => string | undefined;

/** By life and command. */
export const truths: Partial<Record<keyof typeof lifeTypes, Record<string, Truth>>> = {
  task: {
    ...{ accept: price, acceptAmendment: price, cancel: due, resign: due, giveUp: due, acceptCancel: due },
    ...{ approve: approved, confirm: paid, fund: asked, pay: asked },
  },
  dispute: { admit: settled, acceptOffer: settled, confirmInstruction: settled, confirmCourtAct: settled, drop: settled },
  debt: { confirm: debtPaid, waive: waived, writeOff: waived, pay: asked },
  invoice: { writeOff: forgiven },
  payment: { closeLoss: closedLoss, retry: ordered },
  payout: { tryAgain: ordered, payInFull: ordered, allow: ordered },
};

/** Where a command is said to bring another sum than the one that follows. A command may name another sum than the one that it brings without. */
export function untruths({ chart, consequences }: LifeType, edges: Edge[], type: string, truth: Truth): string[] {
  const given = consequences as Consequences<object>;
  const taken = edges.filter(({ event }) => event.type === type && !('amount' in (event.input as object)));
  if (!taken.some((edge) => truth(edge) !== undefined)) return [`no sum follows from ${type}`];
  const wrong = taken.flatMap((edge) => {
    const { from, event } = edge;
    const verdict = judge(chart, from.snapshot, event);
    const brings = verdict.allowed ? broughtBy(verdict.law, type) : type;
    const { sums } = given.of[brings]?.(from.snapshot.context, { by: event.by, account: event.actor }) ?? {};
    const follows = truth(edge);
    return follows === undefined || sums?.sum === follows || (sums?.sum === undefined && (follows === '0' || type === 'confirm'))
      ? []
      : [`${stateOf(from.snapshot)}: ${sums?.sum}, and not ${follows}`];
  });
  return [...new Set(wrong)];
}
