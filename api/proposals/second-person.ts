/** What must hold of the persons of the staff who decide, when they decide. */
import type { StaffRole } from '../../charts/account/types.ts';
import type { BoundParties } from '../../charts/law.ts';
import { localIdOf } from '../../lives/ids.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { holdStaff, namesakeIsOf, samePersonStandsBehind } from '../../models/stores/account.ts';
import { refusalBy } from '../errors.ts';
import type { SeenRow } from '../resource/resource.ts';

/** The accounts that a life is about: its parties, or the account itself. The account of a member of staff is bound to no party. */
function accountsOf({ id, snapshot }: Pick<SeenRow, 'id' | 'snapshot'>): string[] {
  const { customer, contractor } = (snapshot as { context: BoundParties }).context;
  const own = id.startsWith('account/') ? localIdOf(id) : undefined;
  return [...new Set([customer, contractor, own].filter((each) => each !== undefined))];
}

/**
 * Nobody decides for the operator about a matter of an account that they stand behind: one person may have a user's account beside that of the staff.
 * What an account or its documents come to also concerns who has another account with the same IIN or BIN, because only one of them can prove it.
 * About the staff account itself the chart decides.
 */
export const decidesOfOthers =
  (account: string, row: Pick<SeenRow, 'id' | 'snapshot'>): Precondition =>
  async (transaction) => {
    const others = accountsOf(row).filter((each) => each !== account);
    if (await samePersonStandsBehind(transaction, account, others)) return refusalBy('accountIsOfAnother');
    if (!/^(account|verification)\//.test(row.id)) return undefined;
    for (const each of others) if (await namesakeIsOf(transaction, each, account)) return refusalBy('accountIsOfAnother');
    return undefined;
  };

/**
 * Those who proposed and who confirm have a role for it at this moment. Their accounts are locked: of members of the staff who remove each other at
 * the same time, the later ones find that they may not. So two administrators are always left.
 */
export const bothMayDecide =
  (accounts: readonly string[], roles: readonly StaffRole[]): Precondition =>
  async (transaction) =>
    (await holdStaff(transaction, accounts, roles)) ? undefined : refusalBy('bothAreInOffice');
