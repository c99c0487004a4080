/** Membership is an invitation (1.4): the person invited accepts or declines it, and may leave at any time. A session without an account may do so. */
import { randomUUID } from 'node:crypto';
import { ROLE_WORDS } from '../../charts/account/member-roles.ts';
import { lifeTypes } from '../../charts/index.ts';
import type { Language } from '../../charts/messages.ts';
import type { Command } from '../../lives/command.ts';
import { accountLife } from '../../lives/ids.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { accountsOf, countJoined } from '../../models/stores/account.ts';
import type { InvitationRow } from '../../models/stores/invitation.ts';
import { invitationsTo } from '../../models/stores/invitation.ts';
import { lockPerson, numbersOf } from '../../models/stores/person.ts';
import type { Platform } from '../../platform.ts';
import { maskedPhone } from '../../rules/masking.ts';
import { accountTerms } from '../accounts/terms.ts';
import { Problem, refusalBy } from '../errors.ts';
import { unlessErased } from '../resource/erased.ts';
import { receiptOf } from '../resource/outcome.ts';
import type { Route } from '../route.ts';
import { route, withId } from '../route.ts';
import type { Session } from '../session.ts';
import { actAsPerson } from './as-person.ts';
import { presentOwn } from './own-account.ts';
import { Accounts, Invitations } from './schema.ts';

const presentOne = ({ id, account, name, kind, roles, lapses_at }: InvitationRow, inviter: string, language: Language) => ({
  id,
  account: { id: account, name: unlessErased(name, language), kind },
  invitedBy: maskedPhone(inviter),
  roles: roles.map((role) => ({ role, allows: ROLE_WORDS[role][language] })),
  until: lapses_at.toISOString(),
});

export function invitationRoutes(platform: Platform): Route[] {
  const { database } = platform.lives;

  /** @throws 404 for an invitation of another person, or one that was answered, withdrawn or has lapsed. */
  async function find(id: string, { person }: Session): Promise<InvitationRow> {
    const found = (await invitationsTo(database, person)).find((each) => each.id === id);
    if (found === undefined) throw new Problem('not-found');
    return found;
  }

  /** An event in the account's chain by the person. @throws the problem of a refusal. */
  async function say(
    account: string,
    session: Session,
    language: Language,
    command: Pick<Command, 'type' | 'input' | 'idempotencyKey' | 'preconditions'>,
  ): Promise<void> {
    const committed = await actAsPerson(platform, session, { life: accountLife(account), account, ...command });
    // It has lapsed or was withdrawn since it was read.
    if (committed.outcome === 'refused' && committed.refusal.rule === 'isInvited') throw new Problem('not-found');
    receiptOf(committed, lifeTypes.account, language);
  }

  const membershipsAreLeft =
    ({ person }: Session, most: number): Precondition =>
    async (transaction) => {
      await lockPerson(database, { id: person }, transaction);
      return (await countJoined(transaction, person)) < most ? undefined : refusalBy('membershipsAreLeft', '1.4');
    };

  const present = async ({ person }: Session, language: Language) => {
    const rows = await invitationsTo(database, person);
    const numbers = await numbersOf(
      database,
      rows.map((row) => row.invited_by),
    );
    return { items: rows.map((row) => presentOne(row, numbers.get(row.invited_by) ?? '', language)) };
  };

  const own = async ({ person, account }: Session, language: Language) => ({
    items: (await accountsOf(database, person)).map((row) => presentOwn(row, account, language)),
  });

  const list = route({
    method: 'get',
    path: '/v1/auth/invitations',
    operation: 'listInvitations',
    summary: 'The invitations to act for an account (1.4): who invites, with which roles, what they allow, and until when',
    access: 'person',
    answers: { 200: Invitations },
    problems: [],
    handle: async ({ session, language }) => ({ body: await present(session, language) }),
  });

  const accept = route({
    method: 'post',
    path: '/v1/auth/invitations/{id}/accept',
    operation: 'acceptInvitation',
    security: 'account-changed',
    summary: 'Accept an invitation. Membership begins; no session acts for the account until you choose it',
    access: 'person',
    params: withId,
    answers: { 200: Accounts },
    problems: ['not-found', 'rule-refused', 'not-in-this-state'],
    async handle({ params: { id }, session, language }) {
      const { account } = await find(id, session);
      const { membershipsPerPerson } = await accountTerms(database);
      await say(account, session, language, {
        type: 'invitationAccepted',
        idempotencyKey: `invitation/${id}/accepted`,
        input: { invitation: id, person: session.person },
        preconditions: [membershipsAreLeft(session, membershipsPerPerson)],
      });
      return { body: await own(session, language) };
    },
  });

  const decline = route({
    method: 'post',
    path: '/v1/auth/invitations/{id}/decline',
    operation: 'declineInvitation',
    security: 'account-changed',
    summary: 'Decline an invitation. The account is told',
    access: 'person',
    params: withId,
    answers: { 200: Invitations },
    problems: ['not-found', 'not-in-this-state'],
    async handle({ params: { id }, session, language }) {
      const { account } = await find(id, session);
      await say(account, session, language, {
        type: 'invitationDeclined',
        idempotencyKey: `invitation/${id}/declined`,
        input: { invitation: id, person: session.person },
      });
      return { body: await present(session, language) };
    },
  });

  const leave = route({
    method: 'post',
    path: '/v1/auth/accounts/{id}/leave',
    operation: 'leaveAccount',
    security: 'account-changed',
    summary: 'Stop acting for an account that you joined. Its sessions end. The last owner hands over first, or closes the account',
    access: 'person',
    params: withId,
    answers: { 200: Accounts },
    problems: ['not-found', 'rule-refused', 'not-in-this-state'],
    async handle({ params: { id }, session, language }) {
      if (!(await accountsOf(database, session.person)).some((each) => each.id === id)) throw new Problem('not-found');
      await say(id, session, language, {
        type: 'memberLeft',
        idempotencyKey: `leave/${randomUUID()}`,
        input: { person: session.person },
      });
      return { body: await own(session, language) };
    },
  });

  return [list, accept, decline, leave];
}
