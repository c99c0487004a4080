// A process that anchors once and stands still at a moment, until it is killed: node testing/probes/anchoring.ts MOMENT
// The moments are those between two writes. It says "here" when it has come to it.
import { pino } from 'pino';
import { anchorHeads, deliverAnchors } from '../../anchors/anchor.ts';
import { openAnchoring } from '../../anchors/open.ts';
import { readAnchorSettings, readConfig } from '../../config.ts';
import type { SecondPlace } from '../../gateways/second-place/port.ts';
import { loginAs } from '../../local/postgresql.ts';
import { openDatabase } from '../../models/database.ts';

const [moment] = process.argv.slice(2);

const standStill = async (): Promise<never> => {
  process.stdout.write('here\n');
  return new Promise(() => setInterval(() => {}, 1_000));
};

const log = pino({ level: 'silent' });
const database = openDatabase(loginAs(readConfig().DATABASE_URL, 'akjet_worker'));
const opened = openAnchoring(readAnchorSettings(), { database, log, mail: { send: async () => '250' } });
const place: SecondPlace = {
  ...opened.place,
  async keep(name, bytes) {
    const folder = name.split('/')[0];
    if (moment === `before ${folder}`) await standStill();
    await opened.place.keep(name, bytes);
    if (moment === `after ${folder}`) await standStill();
  },
};
const timestamps = moment === 'before the stamp' ? { stamp: standStill } : opened.timestamps;
const anchoring = { ...opened, place, timestamps };
await anchorHeads(anchoring);
if (moment === 'after the commit') await standStill();
await deliverAnchors(anchoring);
