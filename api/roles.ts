/** The roles of company members, and of the operator's staff, that may give a command of their party. */
import type { MemberRole, StaffRole } from '../charts/account/types.ts';
import type { Party } from '../charts/law.ts';
import { Problem } from './errors.ts';
import { PROVE_FACTOR } from './second-factor-path.ts';
import type { Session } from './session.ts';

/**
 * What a command of the staff is about. For money, the identity of a person, a sanction, and the authority of the operator (its offer, its staff) a
 * second factor must be fresh. `ordinary` is what changes none of these.
 */
export type Matter = 'money' | 'identity' | 'sanction' | 'authority' | 'ordinary';

export interface CommandRoles {
  /** Besides the owner, who may give every command. */
  members: readonly MemberRole[];
  staff: readonly StaffRole[];
  /** Absent if the staff may not give it. */
  matter?: Matter;
}

/** A command of the users: for members with one of these roles, and the owner. */
export const members = (...roles: MemberRole[]): CommandRoles => ({ members: roles, staff: [] });
/** A command of the operator about this matter: for staff with one of these roles. */
export const staff = (matter: Matter, ...roles: StaffRole[]): CommandRoles => ({ members: [], staff: roles, matter });
/** A command for both. */
export const either = (one: CommandRoles, other: CommandRoles): CommandRoles => ({ ...other, members: one.members });

/** Must the second factor of the staff be fresh for this? */
export const needsStepUp = ({ matter }: CommandRoles): boolean => matter !== undefined && matter !== 'ordinary';

const rolesFor = (party: Party, { members: own, staff: ours }: CommandRoles): readonly string[] =>
  party === 'operator' ? ours : ['owner', ...own];

/** May this person give the command, if their party may? */
export function mayGive({ member, staff: ours }: Pick<Session, 'member' | 'staff'>, party: Party, given: CommandRoles): boolean {
  const needed = rolesFor(party, given);
  return (party === 'operator' ? ours : member).some((role) => needed.includes(role));
}

/**
 * @throws 403 with the allowed roles, if the person has none of them and the party has the command at all; and 403 for a member of the staff whose
 * second factor is not fresh enough for it
 */
export function requireRole(session: Session, party: Party, given: CommandRoles): void {
  const roles = rolesFor(party, given);
  // Nobody of this party may: the chart says so, and names the right party.
  if (party === 'operator' && roles.length === 0) return;
  if (!mayGive(session, party, given)) throw new Problem('role-missing', { roles });
  if (party === 'operator' && needsStepUp(given) && session.factor !== 'fresh') throw new Problem('step-up-needed', { next: PROVE_FACTOR });
}

/** What a signatory may do binds the party. */
export const bindsParty = (given: CommandRoles): boolean => given.members.includes('signatory');
