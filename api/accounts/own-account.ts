/** What a member does with the account that the session acts for. */
import { accountLife } from '../../lives/ids.ts';
import type { LifeRow } from '../../models/stores/life.ts';
import { Problem } from '../errors.ts';
import type { View } from '../resource/view.ts';
import { look } from '../resource/view.ts';
import type { CommandRoles } from '../roles.ts';
import { requireRole } from '../roles.ts';
import type { Session } from '../session.ts';

/** The account's life with the caller's party in it. @throws 404, or 403 for a member without the role and for staff, whose account is no party */
export async function requireOwnAccount(view: View<LifeRow>, session: Session, roles: CommandRoles) {
  const seen = await look(view, accountLife(session.account), session);
  requireRole(session, seen.party, roles);
  if (seen.party === 'operator') throw new Problem('wrong-party');
  return seen;
}
