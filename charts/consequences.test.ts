import { balanceOf } from '../rules/penalty.ts';
import { examples } from '../testing/charts/examples/index.ts';
import type { Edge, Examples } from '../testing/charts/state-space.ts';
import { stateSpaceOf } from '../testing/charts/state-space.ts';
import type { Consequences } from './consequences.ts';
import { consequenceInWords } from './consequences.ts';
import type { DebtContext } from './debt/types.ts';
import type { DisputeContext } from './dispute/types.ts';
import { debtOf } from './fee/chart.ts';
import type { FeeContext } from './fee/types.ts';
import { lifeTypes } from './index.ts';
import { broughtBy, judge } from './judge.ts';
import type { PaymentContext } from './payment/types.ts';
import { stateOf } from './state.ts';
import { hasEnded, withAdmitted } from './task/claims.ts';
import type { TaskContext } from './task/types.ts';

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
const forgiven = of<FeeContext>((after) => String(balanceOf(debtOf(after), after.writtenOffOn ?? '').principalOwed));
const closedLoss = of<PaymentContext>((after, before) => String(BigInt(after.closed ?? '0') - BigInt(before.closed ?? '0')));
/** The sum that the provider is told, where it is told one. */
const ordered = ({ actions }: Edge): string | undefined =>
  actions.map(({ params }) => (params as { amount?: string } | undefined)?.amount).find((amount) => amount !== undefined);
/** What a payment is asked for, where one is begun. */
const asked = ({ actions }: Edge): string | undefined => {
  const begun = actions.map(({ params }) => params as { type?: string; input?: { amount?: string } } | undefined);
  return begun.find((each) => each?.type === 'ask' && each.input?.amount !== undefined)?.input?.amount;
};

type Truth = (edge: Edge) => string | undefined;
const TRUTHS: Record<'task' | 'dispute' | 'debt' | 'fee' | 'payment' | 'payout', Record<string, Truth>> = {
  task: {
    ...{ accept: price, acceptAmendment: price, cancel: due, resign: due, giveUp: due, acceptCancel: due },
    ...{ approve: approved, confirm: paid, fund: asked, pay: asked },
  },
  dispute: { admit: settled, acceptOffer: settled, confirmInstruction: settled, confirmCourtAct: settled, drop: settled },
  debt: { confirm: debtPaid, waive: waived, pay: asked },
  fee: { writeOff: forgiven },
  payment: { closeLoss: closedLoss, retry: ordered },
  payout: { tryAgain: ordered },
};

/** A command may name another sum than the one that it brings without. */
describe.each(Object.entries(TRUTHS))('of a %s', (life, truths) => {
  const { chart, consequences } = lifeTypes[life as keyof typeof TRUTHS];
  let edges: Edge[];
  beforeAll(() => {
    ({ edges } = stateSpaceOf(chart, examples[life] as Examples));
  }, 240_000);

  test.each(Object.entries(truths))('the sum that %s is said to bring is the one that follows', (type, truth) => {
    const given = consequences as unknown as Consequences<object>;
    const taken = edges.filter(({ event }) => event.type === type && !('amount' in (event.input as object)));
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
    expect(taken.some((edge) => truth(edge) !== undefined)).toBe(true);
    expect([...new Set(wrong)]).toEqual([]);
  });
});

test('names its sums as the language does', () => {
  const words = { kk: 'Барлығы: {sum}', ru: 'Всего: {sum}', en: 'In all: {sum}' };
  const said = (['kk', 'ru', 'en'] as const).map((language) => consequenceInWords({ words, sums: { sum: '123456' } }, language));
  expect(said.map((each) => each.replaceAll('\u00a0', ' '))).toEqual(['Барлығы: 1 234,56 ₸', 'Всего: 1 234,56 ₸', 'In all: 1,234.56 ₸']);
});
