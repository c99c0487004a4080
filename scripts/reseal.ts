// Seals anew what an older secret of SEALING_SECRETS sealed: npm run reseal. It runs beside users and may be repeated: docs/operating.md, "Keys".
import { secretsIn } from '../config.ts';
import { developmentEnvironment } from '../local/environment.ts';
import { reseal } from '../models/reseal.ts';
import { openStorage } from '../platform.ts';

const environment = developmentEnvironment();
const { DATABASE_URL } = environment;
if (!DATABASE_URL) {
  console.error('Usage: npm run reseal, with npm start running or DATABASE_URL, AKJET_SECRET and SEALING_SECRETS set.');
  process.exit(2);
}

const { database, sealing } = await openStorage({ DATABASE_URL, ...secretsIn(environment) }, { connections: 1 });
try {
  const counts = Object.entries(await reseal(database));
  for (const [column, count] of counts) console.log(`${column}: ${count} sealed anew`);
  console.log(`Everything is sealed with the secret ${sealing.ids[0]}. The others may be removed from SEALING_SECRETS.`);
} finally {
  await database.close();
}
