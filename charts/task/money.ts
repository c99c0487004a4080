/** The sums of a task, in tiyn: what was approved, what is due, what is paid and what the provider keeps. */
import { isSumBetween, least } from '../../rules/money.ts';
import type { Part, PricedPart, ProposedLine } from '../../rules/work-lines.ts';
import { amendLines, costOfRest, priceOfRest, priceParts, remainingParts, totalOf } from '../../rules/work-lines.ts';
import { disputed, withAdmitted } from './claims.ts';
import type { TaskContext } from './types.ts';

/** What is due and not paid. */
export const remainder = (context: TaskContext): bigint => BigInt(context.due) - BigInt(context.paid);
/** What of the price may still be paid in advance: what was admitted is paid as a debt. */
export const unpaidPrice = ({ work, paid, owedBeside = '0' }: TaskContext): bigint =>
  BigInt(work.price) - BigInt(owedBeside) - BigInt(paid);
/** The price of the work that was neither accepted nor given up, without what claims awarded for it. */
export const unapproved = ({ work, progress }: TaskContext): string => priceOfRest(work.lines, progress);

/** Whether a payment of this amount may be reported or confirmed: at most the rest, or what was reported before the rest fell below it. */
export const mayBePaid = ({ reported = '0' }: TaskContext, amount: unknown, rest: bigint): boolean =>
  amount === undefined || isSumBetween(amount, 1n, BigInt(reported) > rest ? BigInt(reported) : rest);

/** What is due, not paid, and in nobody's dispute. */
export const undisputed = (context: TaskContext): bigint => remainder(context) - disputed(context);

/** What is due of what the provider holds. */
export const toCapture = (context: TaskContext): bigint => least(remainder(context), BigInt(context.funds?.held ?? '0'));

/** Nothing is to be paid, nothing is kept, and no payment awaits its answer. */
export const isSettled = (context: TaskContext): boolean =>
  remainder(context) <= 0n && context.funds === undefined && context.reported === undefined;

/** What the terms ask of a customer who leaves without a ground, before the work has begun or after. */
export function leavingOf(
  { work, progress, terms }: Pick<TaskContext, 'work' | 'progress' | 'terms'>,
  ofWork: boolean,
): NonNullable<TaskContext['leaving']> {
  const share = ofWork ? terms.cancelCostOfWork : terms.cancelCost;
  return { share, cost: String(costOfRest(work.lines, progress, share)) };
}

/** A submission of parts, or of all that remains, at its price. */
export function submissionOf({ work, progress }: TaskContext, parts: readonly Part[] | undefined): NonNullable<TaskContext['submission']> {
  const priced = priceParts(work.lines, progress, parts ?? remainingParts(work.lines, progress));
  return { amount: totalOf(priced), parts: priced, all: parts === undefined };
}

/** Some parts of what was submitted, at their price. */
export const pricedOf = ({ work, progress }: TaskContext, parts: readonly Part[]): PricedPart[] => priceParts(work.lines, progress, parts);

/** The lines after a proposal. Undefined if a total is missing, or does not fit the accepted work. */
export const amended = (context: TaskContext, { lines, price }: { lines: ProposedLine[]; price?: string | undefined }) => {
  const { work, numbers } = context;
  return amendLines(lines, {
    before: work.lines,
    progress: withAdmitted(context).progress,
    last: numbers.line ?? 0,
    total: price === undefined ? undefined : BigInt(price),
  });
};
