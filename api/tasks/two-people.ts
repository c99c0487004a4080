/** Conditions of a deal outside the task: two different people are behind it who deal with each other, and a contractor takes one place of a post. */
import type { TaskContext } from '../../charts/task/types.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { samePersonStandsBehind } from '../../models/stores/account.ts';
import { hasPlaceInGroup } from '../../models/stores/task.ts';
import { hasBlocked } from '../../models/stores/tie.ts';
import { refusalBy } from '../errors.ts';

/**
 * No person is behind both the customer and one of the contractors: a person could otherwise invent ratings or sums by a deal with themselves. And neither
 * has blocked the other.
 */
export const areTwoPeople =
  (customer: string, contractors: readonly string[]): Precondition =>
  async (transaction) => {
    if (await samePersonStandsBehind(transaction, customer, contractors)) return refusalBy('partiesAreTwoPeople');
    return (await hasBlocked(transaction, customer, contractors)) ? refusalBy('partiesDealWithEachOther') : undefined;
  };

/** The contractor has no other place of the same post. */
const hasNoOtherPlace =
  (group: string, contractor: string, task: string): Precondition =>
  async (transaction) =>
    (await hasPlaceInGroup(transaction, { group, contractor, task })) ? refusalBy('onePlaceOfPost') : undefined;

/** The preconditions of this command of this account. */
export function conditionsOf(
  name: string,
  { id, customer, group }: Pick<TaskContext, 'id' | 'customer' | 'group'>,
  { account, chosen }: { account: string; chosen: string | undefined },
): Precondition[] {
  if (customer === undefined) return [];
  // The chart refuses a customer who responds or accepts.
  if (account === customer)
    return name === 'choose' && chosen !== undefined && chosen !== customer ? [areTwoPeople(customer, [chosen])] : [];
  if (name !== 'respond' && name !== 'accept') return [];
  const twoPeople = areTwoPeople(customer, [account]);
  return name === 'accept' && group !== undefined ? [twoPeople, hasNoOtherPlace(group, account, `task/${id}`)] : [twoPeople];
}
