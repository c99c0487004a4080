// Checks a life's chain and reports where it breaks: npm run verify -- task/<id>
import { pino } from 'pino';
import { lifeTypes } from '../charts/index.ts';
import { secretsIn } from '../config.ts';
import { openLives } from '../lives/lives.ts';
import { verify } from '../lives/verify.ts';
import { developmentEnvironment } from '../local/environment.ts';
import { openStorage } from '../platform.ts';

const [life] = process.argv.slice(2);
const environment = developmentEnvironment();
const { DATABASE_URL } = environment;
if (!life || !DATABASE_URL) {
  console.error('Usage: npm run verify -- task/<id>, with npm start running or DATABASE_URL, AKJET_SECRET and SEALING_SECRETS set.');
  process.exit(2);
}

const { database, keys } = await openStorage({ DATABASE_URL, ...secretsIn(environment) }, { connections: 1 });
try {
  const lives = await openLives(database, { lifeTypes, keys, log: pino({ name: 'verify' }) });
  const fault = await verify(lives, life);
  if (fault) process.exitCode = 1;
  console.log(
    fault
      ? `${life}: the chain breaks at event ${fault.seq}: ${fault.problem}.`
      : `${life}: the chain holds, and the snapshot is what it led to.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
} finally {
  await database.close();
}
