/** The sums of a task, in tiyn: what was approved, what is due, what is paid and what the provider keeps. */
import { isSumBetween, priceOf } from '../../rules/money.ts';
import type { Part, TaskContext } from './types.ts';

export const sum = (one: string, other: string): string => String(BigInt(one) + BigInt(other));
export const atLeastZero = (amount: bigint): string => String(amount > 0n ? amount : 0n);

/** What is due and not paid. */
export const remainder = (context: TaskContext): bigint => BigInt(context.due) - BigInt(context.paid);
export const unpaidPrice = ({ work, paid }: TaskContext): bigint => BigInt(work.price) - BigInt(paid);
export const unapproved = ({ work, approved }: TaskContext): string => atLeastZero(BigInt(work.price) - BigInt(approved));

/** Whether a payment of this amount may be reported or confirmed: at most the rest, or what was reported before the rest fell below it. */
export const mayBePaid = ({ reported = '0' }: TaskContext, amount: unknown, rest: bigint): boolean =>
  amount === undefined || isSumBetween(amount, 1n, BigInt(reported) > rest ? BigInt(reported) : rest);

/** What is due of what the provider holds. */
export const toCapture = (context: TaskContext): bigint => {
  const held = BigInt(context.funds?.held ?? '0');
  return remainder(context) < held ? remainder(context) : held;
};

/** Nothing is to be paid, nothing is kept, and no payment awaits its answer. */
export const isSettled = (context: TaskContext): boolean =>
  remainder(context) <= 0n && context.funds === undefined && context.reported === undefined;

/** A share of a sum in tiyn, in hundredths of a per cent, half a tiyn rounded up. */
export const share = (amount: string, basisPoints: number): string => String((BigInt(amount) * BigInt(basisPoints) + 5_000n) / 10_000n);

/** What parts of the work cost: their share of the lines, at the price that was agreed. */
export function priceOfParts({ work }: TaskContext, parts: readonly Part[]): string {
  const lines = parts.map(({ line, quantity }) => ({ quantity, unitPrice: work.lines[line - 1]?.unitPrice ?? '0' }));
  const whole = priceOf(work.lines);
  return String((priceOf(lines) * BigInt(work.price) * 2n + whole) / (whole * 2n));
}

/** What is submitted: parts at their price, or all that is not approved yet. */
export const submissionOf = (context: TaskContext, parts: Part[] | undefined): NonNullable<TaskContext['submission']> =>
  parts === undefined ? { amount: unapproved(context) } : { amount: priceOfParts(context, parts), parts };
