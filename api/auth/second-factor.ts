/**
 * The second factor of the operator's staff (ASVS 6.3.3): a code of an authenticator app, besides one of the ways to log in. Without it a session of the
 * staff can do nothing but set it up, prove it and end. What needs a fresh one (`roles.ts`) is proved by the same route.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Sequelize } from 'sequelize';
import { z } from 'zod';
import type { Way } from '../../lives/security-log.ts';
import type { Factor } from '../../models/stores/second-factor.ts';
import {
  beginFactor,
  begunFactor,
  confirmFactor,
  enrolmentOf,
  factorOf,
  keepEnrolment,
  takeCode,
  takeRecoveryCode,
} from '../../models/stores/second-factor.ts';
import { noteFactor } from '../../models/stores/session.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import type { Caller, Route } from '../route.ts';
import { route } from '../route.ts';
import { PROVE_FACTOR } from '../second-factor-path.ts';
import type { Session } from '../session.ts';
import { newToken, tokenHash } from '../session.ts';
import { recordIn } from './audit.ts';
import { attempt } from './lockout.ts';
import { factorUri, newFactorKey, stepOfCode } from './one-time-codes.ts';
import { code } from './schema.ts';

const RECOVERY_CODES = 10;
/** 80 random bits, in groups that a person can type. */
const newRecoveryCode = (): string => (randomBytes(10).toString('hex').match(/.{4}/g) as string[]).join('-');
const recovery = z
  .string()
  .trim()
  .max(30)
  .toLowerCase()
  .regex(/^[0-9a-f]{4}(-[0-9a-f]{4}){4}$/, 'as it was shown: five groups of four');

const Enrol = z.strictObject({
  enrolment: z.string().trim().max(100).meta({ description: 'The one-time secret that `npm run staff` has printed' }),
});
const Enrolling = z
  .object({
    key: z.string().meta({ description: 'The key for the authenticator app, in base32. It is shown once' }),
    uri: z.string().meta({ description: 'The same as otpauth://, for a QR code' }),
  })
  .meta({ id: 'SecondFactorBegun' });
const Confirm = z.strictObject({ code });
const Confirmed = z
  .object({
    recoveryCodes: z
      .array(z.string())
      .meta({ description: 'Each replaces a code of the app once. They are shown once: keep them on paper' }),
  })
  .meta({ id: 'SecondFactorConfirmed' });
const Prove = z.union([z.strictObject({ code }), z.strictObject({ recovery })], { error: 'give code, or recovery' });
const Proved = z.object({ factor: z.enum(['fresh']) }).meta({ id: 'SecondFactorProved' });

/** Lets a person set up a second factor, once. Returns the secret to hand over, and until when it is valid. */
export async function makeEnrolment(database: Sequelize, person: string, madeBy: string): Promise<{ secret: string; until: Date }> {
  const secret = newToken();
  const kept = { id: randomUUID(), person, secretHash: tokenHash(secret), madeBy };
  return { secret, until: await database.transaction((transaction) => keepEnrolment(transaction, kept)) };
}

/** @throws for a session that is none of the staff. */
const staffOnly = ({ kind }: Session): void => {
  if (kind !== 'staff') throw new Problem('wrong-party');
};

export function secondFactorRoutes(platform: Platform): Route[] {
  const { database, keys } = platform.lives;
  const shared = { access: 'staff', beforeFactor: true, always: true, method: 'post' } as const;

  /** A right code is used up by being checked. */
  const takes = async ({ id, key }: Factor, given: string): Promise<boolean> => {
    const step = stepOfCode(key, given);
    return step !== undefined && (await takeCode(database, id, step));
  };
  const recoveryHash = (given: string): string => keys.hash('recovery', given);

  /** Counted like a password, for the person. @throws 401 or 429 */
  const prove = <Proof>(
    { person, account }: Session,
    { caller, way }: { caller: Caller; way: Way },
    judge: () => Promise<Proof | undefined>,
  ): Promise<Proof> =>
    attempt(platform, {
      ...{ kind: 'second-factor', way, of: person, caller, judge, owner: person },
      async tell({ until, day }) {
        const event = { type: 'secondFactorGuessed' as const, key: `second-factor/guessed/${day}`, input: { until }, actor: () => ({}) };
        await recordIn(platform, { accounts: [account] }, event);
      },
    });

  const begin = route({
    ...shared,
    path: '/v1/auth/second-factor',
    operation: 'beginSecondFactor',
    security: 'second-factor-begun',
    summary: 'For staff: set up a second factor with the one-time secret. It counts once its first code is confirmed',
    body: Enrol,
    answers: { 201: Enrolling },
    problems: ['wrong-party', 'proof-refused', 'proof-of-work-needed'],
    async handle({ body, session, caller }) {
      staffOnly(session);
      const { person } = session;
      const enrolment = await prove(session, { caller, way: 'enrolment' }, () => enrolmentOf(database, person, tokenHash(body.enrolment)));
      const [id, key] = [randomUUID(), newFactorKey()];
      await database.transaction((transaction) => beginFactor(transaction, { id, person, enrolment, key }));
      return { status: 201, body: { key, uri: factorUri(key, `staff ${session.account.slice(0, 8)}`) } };
    },
  });

  const confirm = route({
    ...shared,
    path: '/v1/auth/second-factor/confirmation',
    operation: 'confirmSecondFactor',
    summary: 'For staff: confirm the new second factor by its first code. It replaces an earlier one',
    body: Confirm,
    answers: { 201: Confirmed },
    problems: ['wrong-party', 'proof-refused', 'proof-of-work-needed'],
    async handle({ body, session, caller }) {
      staffOnly(session);
      const { person, id, account, actor } = session;
      const factor = await prove(session, { caller, way: 'second-factor' }, async () => {
        const found = await begunFactor(database, person);
        return found && (await takes(found, body.code)) ? found : undefined;
      });
      const recoveryCodes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
      const event = { type: 'secondFactorSet' as const, key: `second-factor/${factor.id}`, input: {}, actor: () => actor };
      await recordIn(platform, { accounts: [account] }, event, {
        inSameTransaction: async (transaction) => {
          if (!(await confirmFactor(transaction, { person, factor, recoveryHashes: recoveryCodes.map(recoveryHash) })))
            throw new Error('an enrolment was used twice at the same time');
          await noteFactor(transaction, id);
        },
      });
      return { status: 201, body: { recoveryCodes } };
    },
  });

  const proof = route({
    ...shared,
    path: PROVE_FACTOR.href,
    operation: 'proveSecondFactor',
    security: 'second-factor-proved',
    summary: 'For staff: prove the second factor, after a login and again for what needs a fresh one. A code counts once',
    body: Prove,
    answers: { 200: Proved },
    problems: ['wrong-party', 'proof-refused', 'proof-of-work-needed'],
    async handle({ body, session, caller }) {
      staffOnly(session);
      const way = 'code' in body ? 'second-factor' : 'recovery-code';
      await prove(session, { caller, way }, async () => {
        const factor = await factorOf(database, session.person);
        if (factor === undefined) return undefined;
        const isRight =
          'code' in body ? await takes(factor, body.code) : await takeRecoveryCode(database, factor.id, recoveryHash(body.recovery));
        return isRight || undefined;
      });
      await database.transaction((transaction) => noteFactor(transaction, session.id));
      return { body: { factor: 'fresh' as const }, forLog: { way } };
    },
  });

  return [begin, confirm, proof];
}
