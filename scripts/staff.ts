// Gives a person an account of the operator's staff, or lets one of the staff set up a second factor anew:
//   npm run staff -- NUMBER NAME ROLE...
//   npm run staff -- --second-factor NUMBER
// It creates the first administrators. Each prints a one-time secret, with which the person sets up the second factor. Needs DATABASE_URL, AKJET_SECRET
// and SEALING_SECRETS.
import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { pino } from 'pino';
import { readPhone } from '../api/accounts/phone.ts';
import { makeEnrolment } from '../api/auth/second-factor.ts';
import { refusalBy } from '../api/errors.ts';
import { sealTexts } from '../api/free-text.ts';
import type { StaffRole } from '../charts/account/types.ts';
import { lifeTypes } from '../charts/index.ts';
import { secretsIn } from '../config.ts';
import { commit } from '../lives/commit.ts';
import type { Lives } from '../lives/lives.ts';
import { openLives } from '../lives/lives.ts';
import { developmentEnvironment } from '../local/environment.ts';
import { hasStaffAccount } from '../models/stores/account.ts';
import { ensurePerson, personOfNumber } from '../models/stores/person.ts';
import { openStorage } from '../platform.ts';

const ROLES = ['support', 'moderator', 'finance', 'administrator'] as const satisfies StaffRole[];
const USAGE = `npm run staff -- NUMBER NAME ROLE...
npm run staff -- --second-factor NUMBER
with DATABASE_URL, AKJET_SECRET and SEALING_SECRETS set. Roles: ${ROLES.join(', ')}`;

/** Who runs this, for the records. */
const BY = `npm run staff, ${userInfo().username}`;

const environment = developmentEnvironment();
const { DATABASE_URL } = environment;
const given = process.argv.slice(2);
const isAnew = given[0] === '--second-factor';
const [text = '', name = '', ...roles] = isAnew ? given.slice(1) : given;
const read = readPhone(text);
const staff = ROLES.filter((role) => roles.includes(role));
const isUsable = isAnew ? name === '' : name !== '' && staff.length > 0 && staff.length === roles.length;
if (!DATABASE_URL || !('number' in read) || !isUsable) {
  console.error(USAGE);
  process.exit(1);
}
const { number } = read;

const { database, keys } = await openStorage({ DATABASE_URL, ...secretsIn(environment) });
try {
  const lives = await openLives(database, { lifeTypes, keys, log: pino({ name: 'staff' }) });
  const person = isAnew ? (await personOfNumber(database, number))?.id : await ensurePerson(database, { number });
  const problem = isAnew ? await whyNoFactor(person) : await employ(lives, person as string);
  if (problem) {
    console.error(problem);
    process.exitCode = 1;
  } else await printEnrolment(person as string);
} finally {
  await database.close();
}

/** Registers the account. Returns why it cannot be registered. */
async function employ(lives: Lives, person: string): Promise<string | undefined> {
  const id = randomUUID();
  const { reference, row } = sealTexts(keys, `staff/${id}`, { name, language: 'ru' });
  const committed = await commit(lives, {
    life: `account/${id}`,
    idempotencyKey: `staff/${id}`,
    type: 'register',
    by: 'operator',
    actor: { note: BY },
    input: { id, kind: 'staff', roles: [], staff, person, details: reference },
    texts: [row],
    create: true,
    preconditions: [
      async (transaction) => ((await hasStaffAccount(transaction, person)) ? refusalBy('personHasNoStaffAccount') : undefined),
    ],
  });
  if (committed.outcome === 'refused' && committed.refusal.rule === 'personHasNoStaffAccount')
    return `${number} has an account of the staff already, and one person has one. Two administrators change its roles or dismiss it.`;
  if (committed.outcome !== 'done') throw new Error(`the account was not registered: ${committed.outcome}`);
  console.log(`account/${id}: ${staff.join(', ')}. The person logs in at the door of the staff with a code to the number.`);
  return undefined;
}

/** Why this person cannot set up a second factor; undefined if they can. */
async function whyNoFactor(person: string | undefined): Promise<string | undefined> {
  const isStaff = person !== undefined && (await database.transaction((transaction) => hasStaffAccount(transaction, person)));
  return isStaff ? undefined : `${number} has no account of the staff.`;
}

async function printEnrolment(person: string): Promise<void> {
  const { secret: enrolment, until } = await makeEnrolment(database, person, BY);
  console.log(`One-time secret to set up the second factor, until ${until.toISOString()}: ${enrolment}`);
  console.log('Hand it over in person, after you have seen who it is. It is not shown again.');
}
