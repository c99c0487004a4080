/** Delivery reports. Sending is decisive (1.2); a report is additional proof. Providers are polled in batches with backoff. */
import type { Sequelize } from 'sequelize';
import type { SentSms } from '../gateways/sms/port.ts';
import { repeat } from '../lives/repeat.ts';
import { numberToday } from '../models/stores/parameter.ts';
import { authorisedNumber, numbersOf } from '../models/stores/person.ts';
import type { WaitingSms } from '../models/stores/sms.ts';
import { claimReports, noteReport } from '../models/stores/sms.ts';
import type { Texting } from './sms-sending.ts';

/** Maximum batch size of one status request. */
const AT_ONCE = 100;

/** How long a message is polled after sending: a dated parameter. */
const askFor = async (database: Sequelize): Promise<string> => `${await numberToday(database, 'smsReportHours')} hours`;

/** Polls once. Returns the number of messages whose outcome became known. */
export async function askReports(texting: Texting): Promise<number> {
  const { database, sms } = texting;
  const waiting = await claimReports(database, { provider: sms.name, limit: AT_ONCE, askFor: await askFor(database) });
  if (waiting.length === 0) return 0;
  const asked = await Promise.all(waiting.map((each) => askable(texting, each)));
  const reports = await sms.statusOf(asked.filter((each) => each !== undefined));
  for (const report of reports) await noteReport(database, report);
  return reports.length;
}

/** The number is not kept. The reader's present number is used, if its hash shows that the message went there. */
async function askable({ database, keys, sms }: Texting, row: WaitingSms): Promise<SentSms | undefined> {
  const { id, account, person, number_hash, provider_id: providerId } = row;
  if (!sms.needsNumbers) return { id, to: '', providerId };
  const ofPerson = person === null ? undefined : (await numbersOf(database, [person])).get(person);
  const to = account === null ? ofPerson : await authorisedNumber(database, account);
  return to !== undefined && keys.isHash(number_hash, 'number', to) ? { id, to, providerId } : undefined;
}

/** Polls for delivery reports until the returned function is called. `every` is in milliseconds. A round that fails is repeated later. */
export const keepAsking = (texting: Texting, { every = 10_000 }: { every?: number } = {}): (() => Promise<void>) =>
  repeat(
    () => askReports(texting),
    every,
    (error) => texting.log.error({ err: error }, 'sms.reports-failed'),
  );
