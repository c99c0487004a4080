import type { ClaimInput } from './types.ts';

/**
 * What a life orders by its `startChild` to begin a dispute: the nth of its children. The dispute reports `claimSettled` {child, toContractor,
 * toCustomer}, tiyn as decimal strings whose sum is the disputed one, or `claimDropped` {child}; before that `claimAdmitted` {child, amount, until}
 * where a price was admitted in part, `until` where a day to pay was named, and where no agreement came, `claimCertified` {child}. Reports of one dispute may
 * come in any order: the one with the greatest `seq` counts.
 */
export function disputeCreation(parent: string, number: number, claim: Omit<ClaimInput, 'id' | 'parent' | 'task' | 'since' | 'against'>) {
  const child = `dispute${parent.slice(parent.indexOf('/'))}/${number}`;
  const { claimant } = claim;
  return {
    child,
    type: 'claim' as const,
    by: claimant,
    actor: { account: claim[claimant] as string },
    input: { ...claim, id: child, parent },
  };
}
