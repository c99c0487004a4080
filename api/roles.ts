/** The roles of company members, and of the operator's staff, that may give a command of their party. */
import type { MemberRole, StaffRole } from '../charts/account/types.ts';
import type { Party } from '../charts/law.ts';
import { Problem } from './errors.ts';
import type { Session } from './session.ts';

export interface CommandRoles {
  /** Besides the owner, who may give every command. */
  members: readonly MemberRole[];
  staff: readonly StaffRole[];
}

/** A command of the users: for members with one of these roles, and the owner. */
export const members = (...roles: MemberRole[]): CommandRoles => ({ members: roles, staff: [] });
/** A command of the operator: for staff with one of these roles. */
export const staff = (...roles: StaffRole[]): CommandRoles => ({ members: [], staff: roles });
/** A command for both. */
export const either = (one: CommandRoles, other: CommandRoles): CommandRoles => ({ members: one.members, staff: other.staff });

const rolesFor = (party: Party, { members: own, staff: ours }: CommandRoles): readonly string[] =>
  party === 'operator' ? ours : ['owner', ...own];

/** May this person give the command, if their party may? */
export function mayGive({ member, staff: ours }: Pick<Session, 'member' | 'staff'>, party: Party, given: CommandRoles): boolean {
  const needed = rolesFor(party, given);
  return (party === 'operator' ? ours : member).some((role) => needed.includes(role));
}

/** @throws 403 with the allowed roles, if the person has none of them and the party has the command at all. */
export function requireRole(session: Session, party: Party, given: CommandRoles): void {
  const roles = rolesFor(party, given);
  // Nobody of this party may: the chart says so, and names the right party.
  if (party === 'operator' && roles.length === 0) return;
  if (!mayGive(session, party, given)) throw new Problem('role-missing', { roles });
}

/** What a signatory may do binds the party. */
export const bindsParty = (given: CommandRoles): boolean => given.members.includes('signatory');
