/** Messages to phones: reader, length and outcome. The text and the number are never stored. */
import type { InferAttributes, Sequelize } from 'sequelize';
import { literal } from 'sequelize';
import type { Keys } from '../keys.ts';
import { NOW, query } from '../statement.ts';
import type { Sms } from '../tables.ts';
import { tables } from '../tables.ts';

/** The keyed hash that replaces a number in the rows of `sms`. */
export const numberHash = (keys: Keys, number: string): string => keys.hash('number', number);

/** Each has caps of its own. Of the notices: what is about the safety of an account, what has legal weight, and what strangers may cause. */
export type Purpose = 'safety' | 'legal' | 'stranger' | 'code';
type Status = InferAttributes<Sms>['status'];

/**
 * `go`: send it. `repeated`: the number was told of the same topic already. `again`: send it, but an earlier attempt may have arrived. `doubtful`: too many attempts may have arrived, so send no more. `full`: a
 * notice must wait for the caps. Otherwise the status of the message.
 */
export type Verdict = 'go' | 'repeated' | 'again' | 'doubtful' | 'full' | Exclude<Status, 'sending'>;

interface Begun {
  verdict: Verdict;
  proof: string | null;
  /** When the caps allow it again. Null if they allow it now. */
  room_at: Date | null;
}

const begin = query<Begun>('sms-begin', 'select * from begin_sms($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::interval, $11, $12)');

export interface NewSms {
  id: string;
  purpose: Purpose;
  account: string | undefined;
  person: string | undefined;
  numberHash: string;
  provider: string;
  /** Of what a number is told once within the caps' time. */
  topic: string | undefined;
}

export interface SmsLimits {
  /** The caps: messages within a time (a PostgreSQL interval), for one number and for all. */
  number: number;
  total: number;
  inTime: string;
  /** The maximum of attempts without an answer. Null for a provider that knows our ids. */
  doubts: number | null;
  /** A message that would wait until this moment (UTC, ISO-8601) or later ignores the caps. */
  latest: string | undefined;
}

/** Counts and records an attempt before it is made. */
export async function beginSms(
  database: Sequelize,
  { id, purpose, account, person, numberHash, provider, topic }: NewSms,
  { number, total, inTime, doubts, latest }: SmsLimits,
): Promise<Begun> {
  const [row] = await begin(database, [id, purpose, account, person, numberHash, provider, topic, number, total, inTime, doubts, latest]);
  return row as NonNullable<typeof row>;
}

/** Records that the provider accepted the message, and when to ask first for its delivery. */
export const noteSent = async (
  database: Sequelize,
  id: string,
  taken: Pick<InferAttributes<Sms>, 'provider_id' | 'segments' | 'proof'>,
): Promise<void> => {
  const next_ask = literal(`clock_timestamp() + interval '1 min'`);
  await tables(database).Sms.update({ ...taken, status: 'sent', doubts: 0, sent_at: NOW, next_ask }, { where: { id } });
};

/** Records that the message will not arrive. */
export const noteUndeliverable = async (database: Sequelize, id: string, proof: string): Promise<void> => {
  await tables(database).Sms.update({ status: 'undeliverable', proof, doubts: 0, reported_at: NOW }, { where: { id } });
};

/** Records that the provider did not receive the last attempt. */
export const noteNotSent = async (database: Sequelize, id: string): Promise<void> => {
  await tables(database).Sms.update({ doubts: literal('doubts - 1') }, { where: { id } });
};

const count = query<{ total: string }>('sms-count', 'select count_sms($1, null, $2::interval) as total');
/** The number of messages to all numbers within a time (a PostgreSQL interval). */
export async function countSms(database: Sequelize, purpose: Purpose, inTime: string): Promise<number> {
  const [row] = await count(database, [purpose, inTime]);
  return Number(row?.total);
}

/** A message whose delivery is not known yet. */
export interface WaitingSms {
  id: string;
  account: string | null;
  person: string | null;
  number_hash: string;
  provider_id: string;
}

const claim = query<WaitingSms>(
  'sms-claim',
  `update sms set asks = asks + 1,
     next_ask = case when sent_at > clock_timestamp() - $3::interval then clock_timestamp() + least(power(2, asks + 1), 60) * interval '1 min' end
   where id in (select id from sms where next_ask <= clock_timestamp() and status = 'sent' and provider = $1
     order by next_ask limit $2 for update skip locked)
   returning id, account, person, number_hash, provider_id`,
);
/**
 * Claims messages whose delivery is to be asked for now. The next question follows after 2, 4, 8 ... minutes, at most an hour. Messages older than
 * `askFor` (a PostgreSQL interval) are claimed for the last time.
 */
export const claimReports = (
  database: Sequelize,
  { provider, limit, askFor }: { provider: string; limit: number; askFor: string },
): Promise<WaitingSms[]> => claim(database, [provider, limit, askFor]);

const report = query(
  'sms-report',
  `with reported as (
     update sms set status = $2, proof = $3, reported_at = clock_timestamp(), next_ask = null where id = $1 and status = 'sent' returning id)
   update notice set status = $2, proof = $3, settled_at = clock_timestamp() from reported where notice.id = reported.id and notice.status in ('waiting', 'sent')`,
);
/** Records a provider's delivery report, for the message and its notice. */
export const noteReport = async (
  database: Sequelize,
  { id, status, proof }: { id: string; status: string; proof: string },
): Promise<void> => {
  await report(database, [id, status, proof]);
};
