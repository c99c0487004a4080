/** What is owed of a debt. Every tiyn of it is paid, set off, waived or owed. */
import { atLeastZero } from '../../rules/money.ts';
import type { DebtContext, OtherDebt, Report, Side } from './types.ts';

/** What is neither paid nor set off nor waived: tiyn. */
export const owedOf = ({ amount, paid, setOff, waived }: Pick<DebtContext, 'amount' | 'paid' | 'setOff' | 'waived'>): bigint =>
  BigInt(amount) - BigInt(paid) - BigInt(setOff) - BigInt(waived);

/** The reports that the creditor has not answered. */
export const unanswered = ({ reports }: Pick<DebtContext, 'reports'>): Report[] => reports.filter(({ answer }) => answer === undefined);

/** What is on its way through the platform, whether it was paid already or only asked for: tiyn. */
export const underWayOf = ({ transfer }: Pick<DebtContext, 'transfer'>): bigint => BigInt(transfer?.amount ?? '0');
/** Of that, what the provider has: the debtor is not asked for it again. */
export const receivedOf = ({ transfer }: Pick<DebtContext, 'transfer'>): bigint =>
  transfer?.payout === undefined ? 0n : BigInt(transfer.amount);

/** What the creditor may confirm: what is owed and does not come through the platform. */
export const confirmableOf = (context: DebtContext): bigint => owedOf(context) - underWayOf(context);

/** What is owed, not reported as paid, and not received by the provider: tiyn, never below zero. */
export function unreportedOf(context: DebtContext): bigint {
  return atLeastZero(unanswered(context).reduce((rest, { amount }) => rest - BigInt(amount), owedOf(context) - receivedOf(context)));
}

/** The part of a debt that can be set off now: owed, not reported or under way, minus the sum of an accepted set-off in progress. */
export function availableOf(context: DebtContext): bigint {
  const { proposal } = context;
  const asked = underWayOf(context) - receivedOf(context);
  return unreportedOf(context) - asked - (proposal?.became === 'accepted' ? BigInt(proposal.amount) : 0n);
}

/** The account behind a side, or `operator`. */
export const accountOf = (context: DebtContext, side: Side): string | undefined => {
  const party = context[side];
  return party === 'operator' ? party : context[party];
};

/** A debt as another one sees it that is to be set off against it. */
export const otherDebtOf = (context: DebtContext): OtherDebt => ({
  debtor: accountOf(context, 'debtor') ?? '',
  creditor: accountOf(context, 'creditor') ?? '',
  owed: String(atLeastZero(availableOf(context))),
});
