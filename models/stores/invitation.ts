/** Open invitations to be a member of an account. The projection of the account's life writes them. */
import type { Sequelize, Transaction } from 'sequelize';
import type { AccountKind, MemberRole } from '../../charts/account/types.ts';
import { query, statement } from '../statement.ts';

export interface InvitationRow {
  id: string;
  account: string;
  name: string;
  kind: AccountKind;
  roles: MemberRole[];
  /** The person who invited. */
  invited_by: string;
  lapses_at: Date;
}

const ofPerson = query<InvitationRow>(
  'invitation-of-person',
  `select invitation.id, account, account.name, account.kind, invitation.roles, invited_by, lapses_at
   from invitation join account on account.id = invitation.account where invitation.person = $1 and lapses_at > clock_timestamp() order by lapses_at, invitation.id`,
);
/** The invitations that a person may answer, the one that lapses first first. */
export const invitationsTo = (database: Sequelize, person: string): Promise<InvitationRow[]> => ofPerson(database, [person]);

const count = statement<{ count: number }>(
  'invitation-count',
  'select count(*)::int as count from invitation where person = $1 and lapses_at > clock_timestamp()',
);
/** How many invitations await a person's answer. */
export const countInvitations = async (transaction: Transaction, person: string): Promise<number> =>
  (await count(transaction, [person]))[0]?.count ?? 0;
