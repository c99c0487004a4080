// Checks the record of a life, or of all, and reports where it breaks: npm run verify -- task/<id>, npm run verify -- --all
// Checks what is always true of the ledger: npm run verify -- --ledger
// Checks the log and every record against what is anchored outside: npm run verify -- --log
import { pino } from 'pino';
import { faultsOfAccession, faultsOfSignatures } from '../activities/check-signatures.ts';
import { lifeTypes } from '../charts/index.ts';
import type { SignatureFault } from '../charts/signing/types.ts';
import { readSignatureSettings, secretsIn } from '../config.ts';
import { messageOf } from '../error-message.ts';
import { openSignatures } from '../gateways/signatures/open.ts';
import type { Lives } from '../lives/lives.ts';
import { openLives } from '../lives/lives.ts';
import { examine } from '../lives/verify.ts';
import { developmentEnvironment } from '../local/environment.ts';
import { checkLedger, invariants } from '../models/stores/ledger-check.ts';
import { livesAfter } from '../models/stores/life.ts';
import { openStorage } from '../platform.ts';
import { checkLog } from './verify-log.ts';

const [which] = process.argv.slice(2);
const environment = developmentEnvironment();
const { DATABASE_URL } = environment;
if (!which || !DATABASE_URL) {
  console.error(
    'Usage: npm run verify -- task/<id>, -- --all, -- --ledger, or -- --log; with npm start running or DATABASE_URL, AKJET_SECRET, SEALING_SECRETS and SIGNATURES_… set.',
  );
  process.exit(2);
}

/** The faults of the electronic signatures that the record of a life names. */
async function signatureFaults(lives: Lives, life: string): Promise<SignatureFault[]> {
  const [type, id = ''] = life.split('/');
  if (type === 'signing') return faultsOfSignatures(lives, signatures, life);
  return type === 'account' ? faultsOfAccession(lives, signatures, id) : [];
}

/** Says what was found of a life. True if its record holds, and its electronic signatures do. */
async function holds(lives: Lives, life: string): Promise<boolean> {
  const { fault, events, repeated } = await examine(lives, life);
  const faults = await signatureFaults(lives, life);
  for (const each of faults) console.log(`${life}: the electronic signature of the ${each.party} does not hold: ${each.fault}.`);
  if (fault) console.log(`${life}: broken at event ${fault.seq}: ${fault.problem}.`);
  else if (repeated < events)
    console.log(`${life}: the chain holds. The present chart repeats ${repeated} of ${events} events: an earlier chart made the next one.`);
  else console.log(`${life}: all ${events} events hold, and everything that follows from them.`);
  return fault === undefined && faults.length === 0;
}

/** Says what is not true of the ledger. True if all of it is. */
async function ledgerHolds(storage: typeof database): Promise<boolean> {
  const faults = await checkLedger(storage);
  for (const { invariant, about } of faults) console.log(`${about}: it is not true that ${invariant}.`);
  const verdict = faults.length === 0 ? 'The ledger holds' : 'THE LEDGER DOES NOT HOLD';
  console.log(`${verdict}: ${invariants.length} rules, over all accounts and postings.`);
  return faults.length === 0;
}

const signatures = openSignatures(readSignatureSettings(environment));
const { database, keys } = await openStorage({ DATABASE_URL, ...secretsIn(environment) }, { connections: 2 });
try {
  const lives = await openLives(database, { lifeTypes, keys, log: pino({ name: 'verify' }) });
  if (which === '--ledger') process.exitCode = (await ledgerHolds(database)) ? 0 : 1;
  else if (which === '--log') process.exitCode = (await checkLog(lives, environment)) ? 0 : 1;
  else if (which !== '--all') process.exitCode = (await holds(lives, which)) ? 0 : 1;
  else for await (const life of livesAfter(database, '')) if (!(await holds(lives, life))) process.exitCode = 1;
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 2;
} finally {
  await database.close();
}
