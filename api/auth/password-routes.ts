/** The password a user sets (1.9). */
import { randomUUID } from 'node:crypto';
import type { Language } from '../../charts/messages.ts';
import { commonPasswords } from '../../models/common-passwords.ts';
import { accountsOf } from '../../models/stores/account.ts';
import type { PersonRow } from '../../models/stores/person.ts';
import { personOfId, setPassword } from '../../models/stores/person.ts';
import { endAllSessions, sessionsOf } from '../../models/stores/session.ts';
import type { Platform } from '../../platform.ts';
import type { Owner } from '../../rules/passwords.ts';
import { PASSWORD_FAULTS, passwordFaults } from '../../rules/passwords.ts';
import { Problem } from '../errors.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { recordFor } from './audit.ts';
import type { RightCode } from './codes.ts';
import type { Proven } from './credentials.ts';
import { numberStillBelongs, proveCode, provePassword } from './credentials.ts';
import { actorFor } from './end-sessions.ts';
import { hashPassword } from './password-hash.ts';
import { Ended, SetPassword } from './schema.ts';
import { authTerms } from './terms.ts';

/** @throws 400 with every fault of the password, in the caller's language (ASVS 6.2.1, 6.2.4). */
function requireGood(password: string, owner: Owner, language: Language): void {
  const errors = passwordFaults(password, owner, commonPasswords).map((fault) => ({
    path: 'password',
    message: PASSWORD_FAULTS[fault][language],
  }));
  if (errors.length > 0) throw new Problem('invalid-input', { detail: errors.map(({ message }) => message).join(' '), errors });
}

export const passwordRoutes = (platform: Platform): Route[] => [
  route({
    method: 'post',
    path: '/v1/auth/password',
    operation: 'setPassword',
    summary: 'Set or change the password, with an SMS code or the current password. Other sessions end',
    access: 'person',
    body: SetPassword,
    answers: { 200: Ended },
    problems: ['proof-refused', 'proof-of-work-needed'],
    async handle({ body, session, language, caller }) {
      const { database } = platform.lives;
      const person = (await personOfId(database, session.person)) as PersonRow;
      const { number } = person;
      const accounts = await accountsOf(database, person.id);
      // Checked before a code is used up for it.
      requireGood(body.password, { number, name: accounts.map(({ name }) => name).join(' ') }, language);
      const proof: RightCode | Proven =
        'code' in body
          ? await proveCode(platform, caller, 'confirm', body)
          : await provePassword(platform, caller, { number, password: body.present });
      // A code to another number proves nothing about this person.
      if (proof.number !== number) throw new Problem('proof-refused');
      const hash = await hashPassword(body.password);
      const { reauthentication } = await authTerms(database);
      const others = (await sessionsOf(database, person.id, reauthentication)).filter(({ id }) => id !== session.id);
      const telling = { type: 'passwordSet' as const, key: `password/${randomUUID()}`, input: {}, actor: actorFor(session) };
      await recordFor(platform, person.id, telling, {
        preconditions: [numberStillBelongs(database, person), proof.stillHolds],
        async inSameTransaction(transaction) {
          await proof.use?.(transaction);
          await setPassword(database, person.id, hash, transaction);
          await endAllSessions(transaction, { person: person.id, except: session.id });
        },
      });
      return { body: { ended: others.length } };
    },
  }),
];
