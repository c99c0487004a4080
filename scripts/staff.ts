// Gives a person an account of the operator's staff: npm run staff -- NUMBER NAME ROLE...
// It creates the first administrator. The person then logs in with a code to the number. Needs DATABASE_URL, AKJET_SECRET and SEALING_SECRETS.
import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { pino } from 'pino';
import { readPhone } from '../api/accounts/phone.ts';
import { sealTexts } from '../api/free-text.ts';
import type { StaffRole } from '../charts/account/types.ts';
import { lifeTypes } from '../charts/index.ts';
import { secretsIn } from '../config.ts';
import { commit } from '../lives/commit.ts';
import { openLives } from '../lives/lives.ts';
import { developmentEnvironment } from '../local/environment.ts';
import { ensurePerson } from '../models/stores/person.ts';
import { openStorage } from '../platform.ts';

const ROLES = ['support', 'moderator', 'finance', 'administrator'] as const satisfies StaffRole[];

const environment = developmentEnvironment();
const { DATABASE_URL } = environment;
const [text = '', name = '', ...roles] = process.argv.slice(2);
const read = readPhone(text);
const staff = ROLES.filter((role) => roles.includes(role));
if (!DATABASE_URL || !('number' in read) || name === '' || staff.length === 0 || staff.length < roles.length) {
  console.error(
    `npm run staff -- NUMBER NAME ROLE..., with DATABASE_URL, AKJET_SECRET and SEALING_SECRETS set. Roles: ${ROLES.join(', ')}`,
  );
  process.exit(1);
}

const { database, keys } = await openStorage({ DATABASE_URL, ...secretsIn(environment) });
const lives = await openLives(database, { lifeTypes, keys, log: pino({ name: 'staff' }) });
const id = randomUUID();
const key = `staff/${id}`;
const { reference, row } = sealTexts(keys, key, { name, language: 'ru' });
const person = await ensurePerson(database, { number: read.number });
const { outcome } = await commit(lives, {
  life: `account/${id}`,
  idempotencyKey: key,
  type: 'register',
  by: 'operator',
  actor: { note: `npm run staff, ${userInfo().username}` },
  input: { id, kind: 'staff', roles: [], staff, person, details: reference },
  texts: [row],
  create: true,
});
await database.close();
if (outcome !== 'done') throw new Error(`the account was not registered: ${outcome}`);
console.log(`account/${id}: ${staff.join(', ')}. The person logs in with a code to the number.`);
