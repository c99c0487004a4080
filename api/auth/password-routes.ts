/** The password a user sets (1.9). */
import { randomUUID } from 'node:crypto';
import type { Language } from '../../charts/messages.ts';
import { commonPasswords } from '../../models/common-passwords.ts';
import { accountsOf } from '../../models/stores/account.ts';
import { devicesOf, revokeOtherKeys } from '../../models/stores/device.ts';
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
import { presentDevice } from './devices.ts';
import { actorFor } from './end-sessions.ts';
import { proveOneself } from './own-proof.ts';
import { hashPassword } from './password-hash.ts';
import { PasswordChanged, SetPassword } from './schema.ts';

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
    summary: 'Set or change the password, with an SMS code or the current password. Other sessions and device keys end',
    access: 'person',
    body: SetPassword,
    answers: { 200: PasswordChanged },
    problems: ['proof-refused', 'proof-of-work-needed'],
    async handle({ body, session, language, caller }) {
      const { database } = platform.lives;
      const person = (await personOfId(database, session.person)) as PersonRow;
      const { number } = person;
      const accounts = await accountsOf(database, person.id);
      // Checked before a code is used up for it.
      requireGood(body.password, { number, name: accounts.map(({ name }) => name).join(' ') }, language);
      const proved = await proveOneself(
        platform,
        { caller, purpose: 'confirm', person },
        'code' in body ? body : { password: body.present },
      );
      const hash = await hashPassword(body.password);
      const others = (await sessionsOf(database, person.id)).filter(({ id }) => id !== session.id);
      const hasKey = ({ public_key: key }: { public_key: string | null }): boolean => key !== null;
      const before = (await devicesOf(database, person.id)).filter(hasKey);
      const telling = { type: 'passwordSet' as const, key: `password/${randomUUID()}`, input: {}, actor: actorFor(session) };
      await recordFor(platform, person.id, telling, {
        preconditions: proved.preconditions,
        async inSameTransaction(transaction) {
          await proved.inSameTransaction(transaction);
          await setPassword(database, person.id, hash, transaction);
          await endAllSessions(transaction, { person: person.id, except: session.id });
          if (!body.keepDevices) await revokeOtherKeys(database, { person: person.id, except: session.device }, transaction);
        },
      });
      const after = await devicesOf(database, person.id);
      const shown = (rows: typeof before) => rows.map((row) => presentDevice(session.device, row));
      return {
        body: {
          ended: others.length,
          revoked: shown(before.filter(({ id }) => !after.some((each) => each.id === id))),
          kept: shown(after.filter(hasKey)),
        },
      };
    },
  }),
];
