/** The sum that the payer's bank took back after a successful payment, and its owners. Sums are tiyn, as decimal strings. */
import { atLeastZero, least, less, sum, tiynOf } from '../../rules/money.ts';
import type { PaymentContext, PaymentEvent } from './types.ts';

interface Scope {
  context: PaymentContext;
  event: PaymentEvent;
}

export interface TakenBack {
  /** What is new of it. */
  amount: string;
  /** It was kept for the task: nothing of it was due yet. */
  kept: string;
  /** It was on its way back to the customer: the refund has no object any more. */
  returning: string;
  /** Of what was returning: it was kept for the task. The rest was owed to the contractor. */
  returningKept: string;
  /** It was due to the contractor: paid out already, or not. */
  owed: string;
  /** It is more than was there: given back twice. */
  excess: string;
}

/** What the provider says was taken back in all. A provider that calls a paid payment closed says that all of it was. */
export const takenInAll = ({ context, event: { type, input } }: Scope): bigint =>
  type === 'takenBack' ? (tiynOf(input.amount) ?? 0n) : BigInt(context.captured) - BigInt(context.refunded);

/** What is left at the provider, once the event has happened: below zero where more went back than there was. */
export const leftAfter = (scope: Scope): bigint => BigInt(scope.context.captured) - BigInt(scope.context.refunded) - takenInAll(scope);

/**
 * Distributes the new part of it. A refund in progress is reduced only by what the other sums cannot cover, so that it is made if possible.
 */
export function takenBackBy(scope: Scope): TakenBack {
  const { context } = scope;
  const [held, goingBack] = [BigInt(context.held), BigInt(context.asked)];
  const left = leftAfter(scope);
  const amount = takenInAll(scope) - BigInt(context.takenBack ?? '0');
  const excess = least(amount, atLeastZero(-left));
  const kept = goingBack === 0n ? least(amount - excess, held) : 0n;
  const returning = least(amount - excess, atLeastZero(goingBack - atLeastZero(left)));
  const shares = { amount, kept, returning, returningKept: least(returning, held), owed: amount - excess - kept - returning, excess };
  return Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, String(share)])) as unknown as TakenBack;
}

/** The payment once the event has happened. What was paid out already is lost; of what was due it is not known before the payout is over. */
export function afterTakenBack(scope: Scope): Partial<PaymentContext> {
  const { context } = scope;
  const { kept, returning, returningKept, owed, excess } = takenBackBy(scope);
  const lostNow = BigInt(excess) + (context.paidOut === undefined ? 0n : BigInt(owed));
  const pending = context.paidOut === undefined ? BigInt(owed) : 0n;
  return {
    takenBack: String(takenInAll(scope)),
    held: String(BigInt(context.held) - BigInt(kept) - BigInt(returningKept)),
    asked: less(context.asked, returning),
    dueTaken: sum(context.dueTaken ?? '0', owed),
    pending: String(BigInt(context.pending ?? '0') + pending),
    lost: String(BigInt(context.lost ?? '0') + lostNow),
    twice: sum(context.twice ?? '0', excess),
  };
}

/** What was refunded beyond what was still asked for: the bank had taken it, or nobody asked. */
export const refundedTwice = ({ context, event: { input } }: Scope): string =>
  String(atLeastZero((tiynOf('amount' in input ? input.amount : undefined) ?? 0n) - BigInt(context.asked)));

/** What was lost and is not closed by the operator's staff. */
export const openLoss = ({ lost = '0', closed = '0' }: PaymentContext): bigint => BigInt(lost) - BigInt(closed);

/** Of that, what a payout that comes back makes good. */
export const openLossOfPayout = (context: PaymentContext): bigint =>
  least(openLoss(context), BigInt(context.lost ?? '0') - BigInt(context.twice ?? '0'));
