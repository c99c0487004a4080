// Checks a life's chain and reports where it breaks: npm run verify -- task/<id>
// Checks the log and all chains against what is anchored outside: npm run verify -- --log
import { pino } from 'pino';
import { lifeTypes } from '../charts/index.ts';
import { openLives } from '../lives/lives.ts';
import { verify } from '../lives/verify.ts';
import { developmentEnvironment } from '../local/environment.ts';
import { openDatabase } from '../models/database.ts';
import { checkLog } from './verify-log.ts';

const [life] = process.argv.slice(2);
const environment = developmentEnvironment();
const { DATABASE_URL, AKJET_SECRET } = environment;
if (!life || !DATABASE_URL || !AKJET_SECRET) {
  console.error('Usage: npm run verify -- task/<id> or --log, with npm start running or DATABASE_URL and AKJET_SECRET set.');
  process.exit(2);
}

const database = openDatabase(DATABASE_URL, { connections: 1 });
try {
  const lives = await openLives(database, { lifeTypes, secret: AKJET_SECRET, log: pino({ name: 'verify' }) });
  const holds = life === '--log' ? await checkLog(lives, environment) : await checkLife(life);
  if (!holds) process.exitCode = 1;

  async function checkLife(life: string): Promise<boolean> {
    const fault = await verify(lives, life);
    console.log(
      fault
        ? `${life}: the chain breaks at event ${fault.seq}: ${fault.problem}.`
        : `${life}: the chain holds, and the snapshot is what it led to.`,
    );
    return fault === undefined;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
} finally {
  await database.close();
}
