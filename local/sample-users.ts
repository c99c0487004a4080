import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Transaction } from 'sequelize';
import { v5 as uuid } from 'uuid';
import { consentsFor } from '../api/accounts/consent.ts';
import { CHECKBOX } from '../api/offer/schema.ts';
import { drawStatement, keepAccepted } from '../api/offer/statement.ts';
import { actorOf, newToken, tokenHash } from '../api/session.ts';
import type { StaffRole } from '../charts/account/types.ts';
import { lifeTypes } from '../charts/index.ts';
import { operatorIn, secretsIn } from '../config.ts';
import { commit } from '../lives/commit.ts';
import { erasableRef } from '../lives/hashing.ts';
import { accountKey, personKey } from '../lives/ids.ts';
import { openLives } from '../lives/lives.ts';
import { identifierHash, settleAccount } from '../models/stores/account.ts';
import { ensureDevice } from '../models/stores/device.ts';
import { ensurePerson } from '../models/stores/person.ts';
import { beginFactor, confirmFactor, factorOf, keepEnrolment } from '../models/stores/second-factor.ts';
import { createSession, noteFactor } from '../models/stores/session.ts';
import { openStorage } from '../platform.ts';
import { payoutDetailsOf, requisitesOf, requisitesOfCompany } from './fictitious-requisites.ts';

export interface SampleUser {
  name: string;
  roles: string[];
  token: string;
  id: string;
  number: string;
  /** For staff: the key of the second factor, for an authenticator app or `npm run factor`. */
  factorKey?: string;
}

/** In the order of their table. */
export type SampleUsers = [
  aigerim: SampleUser,
  company: SampleUser,
  daniyar: SampleUser,
  saule: SampleUser,
  marat: SampleUser,
  operator: SampleUser,
  controller: SampleUser,
];

interface Sample {
  name: string;
  kind: 'natural' | 'company' | 'staff';
  roles: ('customer' | 'contractor')[];
  staff?: StaffRole[];
  language: 'kk' | 'ru' | 'en';
  number: string;
  identifier?: string;
}

/** The key of every sample member of the staff, in base32. Everybody knows it, so it is for development only. */
export const SAMPLE_FACTOR_KEY = 'AKJETSAMPLESTAFFKEYFORDEVELOPMEN';

const NAMESPACE = '0d8a7e53-6f0b-4c0e-9a44-2f6f3a0a5a11';

/** Who they are; the identifier is an IIN, or the BIN of a company. */
export const SAMPLES: Sample[] = [
  { name: 'Aigerim', kind: 'natural', roles: ['customer'], language: 'kk', number: '+77011000001', identifier: '900101300007' },
  { name: 'TOO Stroy Servis', kind: 'company', roles: ['customer'], language: 'ru', number: '+77011000002', identifier: '240140000011' },
  { name: 'Daniyar', kind: 'natural', roles: ['contractor'], language: 'ru', number: '+77011000003', identifier: '851231400011' },
  { name: 'Saule', kind: 'natural', roles: ['contractor'], language: 'kk', number: '+77011000004', identifier: '750505300556' },
  { name: 'Marat', kind: 'natural', roles: ['contractor'], language: 'en', number: '+77011000005', identifier: '820301300017' },
  {
    ...{ name: 'Operator', kind: 'staff', roles: [], language: 'ru', number: '+77011000006' },
    staff: ['support', 'moderator', 'finance', 'administrator'],
  },
  {
    ...{ name: 'Controller', kind: 'staff', roles: [], language: 'ru', number: '+77011000007' },
    staff: ['moderator', 'finance', 'administrator'],
  },
];

/** Registers missing sample users through the API, and opens a new session for each. */
export async function openSampleSessions(environment: Record<string, string | undefined>): Promise<SampleUsers> {
  const { DATABASE_URL = '' } = environment;
  const operatorEntity = operatorIn(environment);
  const told = { operatorEntity, policy: null, goesAbroad: false, sigex: null };
  const { database, keys } = await openStorage({ DATABASE_URL, ...secretsIn(environment) });
  const lives = await openLives(database, { lifeTypes, keys, log: pino({ name: 'sample-users', level: 'warn' }) });
  const users: SampleUser[] = [];
  for (const sample of SAMPLES) {
    const [id, person, device] = ['account', 'person', 'device'].map((kind) => uuid(`${kind}/${sample.name}`, NAMESPACE)) as [
      string,
      string,
      string,
    ];
    await ensurePerson(database, { id: person, number: sample.number, language: sample.language });
    await ensureDevice(database, { id: device, person, name: 'sample' });
    await register(id, person, device, sample);
    const token = newToken();
    const session = { id: randomUUID(), tokenHash: tokenHash(token), person, account: id, device, how: 'code' as const };
    await database.transaction(async (transaction) => {
      // The staff may read everything, so their tokens end soon.
      const lasts = sample.kind === 'staff' ? '1 day' : '30 days';
      await createSession(transaction, { ...session, idle: lasts, longest: lasts });
      if (sample.kind === 'staff') await noteFactor(transaction, session.id);
    });
    if (sample.kind === 'staff') await giveFactor(person);
    const { name, number, roles, staff = [] } = sample;
    users.push({ name, roles: [...roles, ...staff], token, id, number, ...(sample.kind === 'staff' && { factorKey: SAMPLE_FACTOR_KEY }) });
  }
  await database.close();
  return users as SampleUsers;

  /** A second factor with the key of all samples, unless there is one. */
  async function giveFactor(person: string): Promise<void> {
    if (await factorOf(database, person)) return;
    const [id, enrolment] = [randomUUID(), randomUUID()];
    await database.transaction(async (transaction) => {
      await keepEnrolment(transaction, { id: enrolment, person, secretHash: tokenHash(newToken()), madeBy: 'sample users' });
      await beginFactor(transaction, { id, person, enrolment, key: SAMPLE_FACTOR_KEY });
      await confirmFactor(transaction, { person, factor: { id, enrolment }, recoveryHashes: [] });
    });
  }

  /** The same key at every start, so that a repeat changes nothing. */
  async function register(id: string, person: string, device: string, sample: Sample): Promise<void> {
    const { kind, roles, staff, name, language, identifier } = sample;
    const life = `account/${id}`;
    const actor = actorOf({ id: device, person, device, account: id });
    const text = uuid(`details/${name}`, NAMESPACE);
    const details = { name, language, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.kz` };
    const [consent] = identifier && kind !== 'staff' ? await consentsFor({ ...told, lives }, person, { kind, name, identifier }) : [];
    const body = { ...details, ...(consent && { personalDataConsent: consent.text }) };
    await commit(lives, {
      life,
      idempotencyKey: personKey(person, 'sample-register'),
      type: 'register',
      by: roles[0] ?? 'operator',
      actor,
      input: {
        ...{ id, kind, roles, person, details: erasableRef(keys, text, body) },
        ...(staff ? { staff } : { email: 'named' }),
        ...(identifier && { identifier: identifierHash(database, identifier), consent: consent?.sha256 }),
      },
      texts: [{ id: text, body }],
      create: true,
      inSameTransaction: async (transaction) => {
        if (identifier) await settleAccount(transaction, { account: id, identifier, session: device });
      },
    });
    if (kind === 'staff') return;
    await commit(lives, {
      life,
      idempotencyKey: `account/${id}/sample-email`,
      type: 'confirmEmail',
      by: roles[0] ?? 'customer',
      actor,
      input: { details: text },
    });
    const requisites = kind === 'company' ? requisitesOfCompany(name, person) : requisitesOf(name);
    const papers = uuid(`requisites/${name}`, NAMESPACE);
    await commit(lives, {
      ...{ life, idempotencyKey: accountKey(id, 'sample-requisites'), type: 'setRequisites', by: roles[0] ?? 'customer', actor },
      input: {
        requisites: erasableRef(keys, papers, { requisites }),
        acting: requisites.representatives.map((each) => each.person),
      },
      texts: [{ id: papers, body: { requisites } }],
    });
    const payoutDetails = payoutDetailsOf();
    const paid = uuid(`payout-details/${name}`, NAMESPACE);
    await commit(lives, {
      ...{ life, idempotencyKey: accountKey(id, 'sample-payout-details'), type: 'setPayoutDetails', by: roles[0] ?? 'customer', actor },
      input: { details: erasableRef(keys, paid, { payoutDetails }), cooling: { first: 0, change: 0 } },
      texts: [{ id: paid, body: { payoutDetails } }],
    });
    const drawn = await drawStatement({ lives, operatorEntity }, { account: id, person });
    const { sha256: statement, revision } = drawn;
    const acceptance = uuid(`acceptance/${name}/${revision}`, NAMESPACE);
    await commit(lives, {
      life,
      idempotencyKey: accountKey(id, `sample-accept/${revision}`),
      type: 'acceptOffer',
      by: roles[0] ?? 'customer',
      actor,
      input: {
        ...{ acceptance, revision },
        ...(roles.includes('customer') ? { statement } : { checkbox: CHECKBOX }),
      },
      ...(roles.includes('customer') && {
        inSameTransaction: (transaction: Transaction) => keepAccepted(acceptance, drawn, transaction),
      }),
    });
    if (!roles.includes('contractor')) return;
    // Without a proved regime payouts to them would wait.
    const proof = uuid(`tax/${name}`, NAMESPACE);
    const shown = { evidence: 'Чек № 1' };
    await commit(lives, {
      ...{ life, idempotencyKey: accountKey(id, 'sample-tax'), type: 'declareTaxStatus', by: 'contractor', actor },
      input: { status: 'selfEmployed', evidence: erasableRef(keys, proof, shown), reminderDays: 14 },
      texts: [{ id: proof, body: shown }],
    });
    await commit(lives, { life, idempotencyKey: `sample-tax-${id}`, type: 'confirmTaxStatus', by: 'operator', input: {} });
  }
}
