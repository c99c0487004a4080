/** The revisions of the public offer (10.2): which one is in force, and how another is published. */
import type { Sequelize, Transaction } from 'sequelize';
import { QueryTypes } from 'sequelize';
import { clausesOf } from '../rules/clauses.ts';

export interface OfferRevision {
  /** Lower-case hex SHA-256 of the text's UTF-8 bytes: what an acceptance names. */
  sha256: string;
  number: number;
  text: string;
  /** A civil date in Asia/Almaty. */
  inForceFrom: string;
  /** Moments in UTC, ISO-8601. */
  publishedAt: string;
  /** The account that published it; nobody's where the text was there before the platform. */
  publishedBy: string | null;
  /** The hash of the revision before. */
  previous: string | null;
}

interface Row extends Omit<OfferRevision, 'publishedAt'> {
  publishedAt: Date;
}

const COLUMNS = `sha256, number, text, in_force_from::text as "inForceFrom", published_at as "publishedAt", published_by as "publishedBy", previous`;

const select = async (database: Sequelize, rest: string, bind: unknown[] = [], transaction?: Transaction): Promise<OfferRevision[]> => {
  const rows = await database.query<Row>(`select ${COLUMNS} from offer_revision ${rest}`, {
    bind,
    type: QueryTypes.SELECT,
    ...(transaction && { transaction }),
  });
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
};

/**
 * The revision in force at a moment (UTC, ISO-8601), now where none is given; `undefined` before the first. One that was published on the day it came
 * into force is so from its publication, so that the answer for a moment that has passed never changes.
 */
export async function revisionAt(database: Sequelize, moment?: string): Promise<OfferRevision | undefined> {
  const [row] = await select(
    database,
    `where in_force_from::timestamp at time zone 'Asia/Almaty' <= coalesce($1::timestamptz, clock_timestamp())
       and published_at <= coalesce($1::timestamptz, clock_timestamp())
     order by number desc limit 1`,
    [moment ?? null],
  );
  return row;
}

/** All that were published, newest first, those still to come among them. */
export const revisions = (database: Sequelize): Promise<OfferRevision[]> => select(database, 'order by number desc');

/** A revision by its hash. */
export async function revisionOf(database: Sequelize, sha256: string): Promise<OfferRevision | undefined> {
  const [row] = await select(database, 'where sha256 = $1', [sha256]);
  return row;
}

/** Why a text was not published. */
export type OfferRule = 'offerHasClauses' | 'offerInForceAhead' | 'offerComesLater' | 'offerIsNew';

export type Published = { outcome: 'published' | 'replayed'; revision: OfferRevision } | { outcome: 'refused'; rule: OfferRule };

/**
 * Publishes a text that is in force from a civil date on (10.2). `said`: it had been, with the same date. Refused is a text without numbered clauses
 * or with a number twice, one that was published already for another date, and a date that has passed or does not come after that of the revision
 * published last.
 */
export async function publishRevision(
  database: Sequelize,
  { text, inForceFrom, publishedBy }: { text: string; inForceFrom: string; publishedBy: string },
): Promise<Published> {
  if (!hasClauses(text)) return { outcome: 'refused', rule: 'offerHasClauses' };
  return database.transaction(async (transaction) => {
    // One after the other: two would take the same number.
    await database.query(`select pg_advisory_xact_lock(hashtextextended('offer_revision', 0))`, { transaction });
    const [same] = await select(database, `where text = $1`, [text], transaction);
    if (same)
      return same.inForceFrom === inForceFrom ? { outcome: 'replayed', revision: same } : { outcome: 'refused', rule: 'offerIsNew' };
    const [past] = await database.query(`select where $1::date < (clock_timestamp() at time zone 'Asia/Almaty')::date`, {
      bind: [inForceFrom],
      type: QueryTypes.SELECT,
      transaction,
    });
    if (past) return { outcome: 'refused', rule: 'offerInForceAhead' };
    const [last] = await select(database, 'order by number desc limit 1', [], transaction);
    if (last && inForceFrom <= last.inForceFrom) return { outcome: 'refused', rule: 'offerComesLater' };
    await database.query(
      `insert into offer_revision (sha256, number, text, in_force_from, published_by, previous)
       values (encode(sha256(convert_to($1, 'UTF8')), 'hex'), $2, $1, $3, $4, $5)`,
      { bind: [text, (last?.number ?? 0) + 1, inForceFrom, publishedBy, last?.sha256 ?? null], transaction },
    );
    const [revision] = await select(database, 'where text = $1', [text], transaction);
    return { outcome: 'published', revision: revision as OfferRevision };
  });
}

function hasClauses(text: string): boolean {
  try {
    return clausesOf(text).size > 0;
  } catch {
    return false;
  }
}
