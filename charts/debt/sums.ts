/** What is owed of a debt. Every tiyn of it is paid, set off, waived or owed. */
import { atLeastZero } from '../../rules/money.ts';
import type { DebtContext, OtherDebt, Report, Side } from './types.ts';

/** What is neither paid nor set off nor waived: tiyn. */
export const owedOf = ({ amount, paid, setOff, waived }: Pick<DebtContext, 'amount' | 'paid' | 'setOff' | 'waived'>): bigint =>
  BigInt(amount) - BigInt(paid) - BigInt(setOff) - BigInt(waived);

/** The reports that the creditor has not answered. */
export const unanswered = ({ reports }: Pick<DebtContext, 'reports'>): Report[] => reports.filter(({ answer }) => answer === undefined);

/** What is owed and not reported as paid: tiyn, never below zero. */
export function unreportedOf(context: DebtContext): bigint {
  return atLeastZero(unanswered(context).reduce((rest, { amount }) => rest - BigInt(amount), owedOf(context)));
}

/** What of a debt may be set off now: what is owed and not reported as paid, less what an accepted set-off is about to take. */
export function availableOf(context: DebtContext): bigint {
  const { proposal } = context;
  return unreportedOf(context) - (proposal?.became === 'accepted' ? BigInt(proposal.amount) : 0n);
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
  owed: String(availableOf(context)),
});
