// Gives a person an account of the operator's staff: npm run staff -- NUMBER NAME ROLE...
// It creates the first administrator. The person then logs in with a code to the number. Needs DATABASE_URL and AKJET_SECRET.
import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { pino } from 'pino';
import { readPhone } from '../api/accounts/phone.ts';
import { refusalBy } from '../api/errors.ts';
import { sealTexts } from '../api/free-text.ts';
import type { StaffRole } from '../charts/account/types.ts';
import { lifeTypes } from '../charts/index.ts';
import { commit } from '../lives/commit.ts';
import { openLives } from '../lives/lives.ts';
import { developmentEnvironment } from '../local/environment.ts';
import { openDatabase } from '../models/database.ts';
import { hasStaffAccount } from '../models/stores/account.ts';
import { ensurePerson } from '../models/stores/person.ts';

const ROLES = ['support', 'moderator', 'finance', 'administrator'] as const satisfies StaffRole[];

const { DATABASE_URL, AKJET_SECRET: secret } = developmentEnvironment();
const [text = '', name = '', ...roles] = process.argv.slice(2);
const read = readPhone(text);
const staff = ROLES.filter((role) => roles.includes(role));
if (!DATABASE_URL || !secret || !('number' in read) || name === '' || staff.length === 0 || staff.length < roles.length) {
  console.error(`npm run staff -- NUMBER NAME ROLE..., with DATABASE_URL and AKJET_SECRET set. Roles: ${ROLES.join(', ')}`);
  process.exit(1);
}

const database = openDatabase(DATABASE_URL);
const lives = await openLives(database, { lifeTypes, secret, log: pino({ name: 'staff' }) });
const id = randomUUID();
const key = `staff/${id}`;
const { reference, row } = sealTexts(secret, key, { name, language: 'ru' });
const person = await ensurePerson(database, { number: read.number });
const committed = await commit(lives, {
  life: `account/${id}`,
  idempotencyKey: key,
  type: 'register',
  by: 'operator',
  actor: { note: `npm run staff, ${userInfo().username}` },
  input: { id, kind: 'staff', roles: [], staff, person, details: reference },
  texts: [row],
  create: true,
  preconditions: [async (transaction) => ((await hasStaffAccount(transaction, person)) ? refusalBy('personHasNoStaffAccount') : undefined)],
});
await database.close();
if (committed.outcome === 'refused' && committed.refusal.rule === 'personHasNoStaffAccount') {
  console.error(
    `${read.number} has an account of the staff already, and one person has one. Two administrators change its roles or dismiss it.`,
  );
  process.exit(1);
}
if (committed.outcome !== 'done') throw new Error(`the account was not registered: ${committed.outcome}`);
console.log(`account/${id}: ${staff.join(', ')}. The person logs in with a code to the number.`);
