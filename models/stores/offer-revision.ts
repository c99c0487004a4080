/** The revisions of the public offer (10.2): finds the one in force and publishes new ones. */
import { createHash } from 'node:crypto';
import type { Sequelize, Transaction } from 'sequelize';
import { clausesOf } from '../../rules/clauses.ts';
import { namesAnotherDay } from '../../rules/offer-day.ts';
import { query, statement } from '../statement.ts';
import type { OfferRevision as Model } from '../tables.ts';
import { tables } from '../tables.ts';

export interface OfferRevision {
  /** Lower-case hex SHA-256 of the text's UTF-8 bytes: what an acceptance names. */
  sha256: string;
  number: number;
  text: string;
  /** A civil date in Asia/Almaty. */
  inForceFrom: string;
  /** A moment in UTC, ISO-8601. */
  publishedAt: string;
  /** The account that published it. Null if the text was published before the platform existed. */
  publishedBy: string | null;
  /** The hash of the previous revision. */
  previous: string | null;
}

const revision = (row: Model): OfferRevision => ({
  sha256: row.sha256,
  number: row.number,
  text: row.text,
  inForceFrom: row.in_force_from,
  publishedAt: row.published_at.toISOString(),
  publishedBy: row.published_by,
  previous: row.previous_sha256,
});

const inForce = query<{ sha256: string }>(
  'offer-in-force',
  `select sha256 from offer_revision
   where in_force_from::timestamp at time zone 'Asia/Almaty' <= coalesce($1::timestamptz, clock_timestamp())
     and published_at <= coalesce($1::timestamptz, clock_timestamp())
   order by number desc limit 1`,
);

/**
 * The hash of the revision in force at a moment (UTC, ISO-8601; now by default). `undefined` before the first. A revision published on its first day is
 * in force from its publication, so that the answer for a past moment never changes.
 */
export const hashInForce = async (database: Sequelize, moment?: string): Promise<string | undefined> =>
  (await inForce(database, [moment]))[0]?.sha256;

/** Like `hashInForce`, but returns the whole revision. */
export async function revisionAt(database: Sequelize, moment?: string): Promise<OfferRevision | undefined> {
  const sha256 = await hashInForce(database, moment);
  return sha256 === undefined ? undefined : revisionOf(database, sha256);
}

/** All published revisions, newest first, including those not yet in force. */
export const revisions = async (database: Sequelize): Promise<OfferRevision[]> =>
  (await tables(database).OfferRevision.findAll({ order: [['number', 'desc']] })).map(revision);

/** A revision by its hash. */
export async function revisionOf(database: Sequelize, sha256: string, transaction?: Transaction): Promise<OfferRevision | undefined> {
  const row = await tables(database).OfferRevision.findByPk(sha256, { ...(transaction && { transaction }) });
  return row ? revision(row) : undefined;
}

/** Why a text was not published. */
export type OfferRule = 'offerHasClauses' | 'offerNamesItsDay' | 'offerGivesNotice' | 'offerComesLater' | 'offerIsNew';

export type Published = { outcome: 'published' | 'replayed'; revision: OfferRevision } | { outcome: 'refused'; rule: OfferRule };
/** The outcome that publishing a text now would have. */
export type Publishable = Published | { outcome: 'publishable'; sha256: string; last: OfferRevision | undefined };

const refuse = (rule: OfferRule) => ({ outcome: 'refused', rule }) as const;

const queue = statement('offer-queue', `select pg_advisory_xact_lock(hashtextextended('offer_revision', 0))`);
const givesNotice = statement(
  'offer-gives-notice',
  `select from parameter, (select (clock_timestamp() at time zone 'Asia/Almaty')::date as day) as today
   where code = 'offerNoticeDays' and valid_from <= today.day and (valid_to is null or today.day <= valid_to)
     and $1::date >= today.day + (value #>> '{}')::int`,
);

interface NewRevision {
  text: string;
  inForceFrom: string;
}

/**
 * Whether a text may be published that is in force from a civil date (10.2). `replayed`: it was already published with the same date. Refusals: a text
 * without numbered clauses or with a repeated number, a text that names another day in force, a text already published for another date, and a date
 * that leaves less than the notice of the day of publication (`offerNoticeDays`) or is not after that of the last revision. The confirmation asks again,
 * so a proposal that waited too long is refused.
 */
export async function mayPublish(database: Sequelize, transaction: Transaction, { text, inForceFrom }: NewRevision): Promise<Publishable> {
  if (!hasClauses(text)) return refuse('offerHasClauses');
  if (namesAnotherDay(text, inForceFrom)) return refuse('offerNamesItsDay');
  const sha256 = createHash('sha256').update(text).digest('hex');
  // The lock serialises publishing, because two at once would take the same number.
  await queue(transaction, []);
  const { OfferRevision } = tables(database);
  const same = await OfferRevision.findByPk(sha256, { transaction });
  if (same) return same.in_force_from === inForceFrom ? { outcome: 'replayed', revision: revision(same) } : refuse('offerIsNew');
  if ((await givesNotice(transaction, [inForceFrom])).length === 0) return refuse('offerGivesNotice');
  const last = await OfferRevision.findOne({ order: [['number', 'desc']], transaction });
  if (last && inForceFrom <= last.in_force_from) return refuse('offerComesLater');
  return { outcome: 'publishable', sha256, last: last ? revision(last) : undefined };
}

/** Publishes a text that a second person of the staff has confirmed. */
export async function publishRevision(
  database: Sequelize,
  transaction: Transaction,
  { text, inForceFrom, publishedBy }: NewRevision & { publishedBy: string },
): Promise<Published> {
  const asked = await mayPublish(database, transaction, { text, inForceFrom });
  if (asked.outcome !== 'publishable') return asked;
  const { sha256, last } = asked;
  const row = await tables(database).OfferRevision.create(
    {
      ...{ sha256, number: (last?.number ?? 0) + 1, text, in_force_from: inForceFrom },
      ...{ published_by: publishedBy, previous_sha256: last?.sha256 ?? null },
    },
    { transaction },
  );
  return { outcome: 'published', revision: revision(row) };
}

function hasClauses(text: string): boolean {
  try {
    return clausesOf(text).size > 0;
  } catch {
    return false;
  }
}
