/** What became of messages on their way: providers are asked in batches, with growing pauses, a day at most (1.2: the sending counts, this is proof). */

import type { Asked } from '../gateways/sms/port.ts';
import { repeat } from '../lives/repeat.ts';
import { authorisedNumber } from '../models/authorised-number.ts';
import { query } from '../models/statement.ts';
import type { Texting } from './sms-sending.ts';
import { numberHash } from './sms-sending.ts';

/** The most that a provider is asked about at once. */
const AT_ONCE = 100;

interface Waiting {
  id: string;
  account: string | null;
  person: string | null;
  number_hash: string;
  provider_id: string;
}

/** Claims what is to be asked about now, each for a pause of 2, 4, 8 ... minutes, an hour at most; after a day it was asked about for the last time. */
const claim = query<Waiting>(
  'sms-claim',
  `update sms set asks = asks + 1,
     next_ask = case when sent_at > clock_timestamp() - interval '1 day' then clock_timestamp() + least(power(2, asks + 1), 60) * interval '1 min' end
   where id in (
     select id from sms where next_ask <= clock_timestamp() and status = 'sent' and provider = $1 order by next_ask limit ${AT_ONCE} for update skip locked)
   returning id, account, person, number_hash, provider_id`,
);
const note = query(
  'sms-report',
  `with reported as (
     update sms set status = $2, proof = $3, reported_at = clock_timestamp(), next_ask = null where id = $1 and status = 'sent' returning id)
   update notice set status = $2, proof = $3, settled_at = clock_timestamp() from reported where notice.id = reported.id and notice.status in ('waiting', 'sent')`,
);
const numberOfPerson = query<{ number: string }>('sms-number', 'select number from person where id = $1');

/** One round. Answers how many had come to an end. */
export async function askReports(texting: Texting): Promise<number> {
  const { database, sms } = texting;
  const waiting = await claim(database, [sms.name]);
  if (waiting.length === 0) return 0;
  const asked = await Promise.all(waiting.map((each) => askable(texting, each)));
  const reports = await sms.statusOf(asked.filter((each) => each !== undefined));
  for (const { id, status, proof } of reports) await note(database, [id, status, proof]);
  return reports.length;
}

/** The number is not kept: it is the reader's of today, if that is still the one the message went to. */
async function askable({ database, secret, sms }: Texting, row: Waiting): Promise<Asked | undefined> {
  const { id, account, person, number_hash, provider_id: providerId } = row;
  if (!sms.needsNumbers) return { id, to: '', providerId };
  const ofPerson = person === null ? undefined : (await numberOfPerson(database, [person]))[0]?.number;
  const to = account === null ? ofPerson : await authorisedNumber(database, account);
  return to !== undefined && numberHash(secret, to) === number_hash ? { id, to, providerId } : undefined;
}

/** Polls for delivery reports until the returned function is called. `every` is in milliseconds. A round that fails is repeated later. */
export const keepAsking = (texting: Texting, { every = 10_000 }: { every?: number } = {}): (() => Promise<void>) =>
  repeat(
    () => askReports(texting),
    every,
    (error) => texting.log.error({ err: error }, 'sms.reports-failed'),
  );
