/** Papers: each is a document as the paper of one life, and stands on the shelf of every account that has it. Their projection writes them. */
import type { Sequelize, Transaction } from 'sequelize';
import type { BoundParties } from '../../charts/law.ts';
import { query, select, statement } from '../statement.ts';
import type { Reader } from './list.ts';
import { collect } from './list.ts';

export interface PaperRow {
  reference: string;
  /** SHA-256 of the bytes. */
  document: string;
  kind: string;
  number: string | null;
  /** `2026-11-28` */
  dated: string;
  place: string;
  life: string;
  /** The life's last event with its hash, its state and its snapshot. */
  seq: number;
  head: string;
  state: string;
  snapshot: { context: BoundParties };
  /** The life that it is a paper of, and the title of a task. */
  parent: string;
  task_title: string | null;
  /** The accounts that have it, and those of them it waits for. */
  readers: string[];
  awaited: string[];
  erased: boolean;
}

const PAPERS = `select paper.reference, paper.document, own.kind, paper.number, paper.dated::text, paper.place, paper.life,
     life.seq, life.head, life.state, life.snapshot, own.parent, task.title as task_title, own.readers, own.awaited, document.erased_at is not null as erased
   from document_of_life as paper join document on document.sha256 = paper.document join life on life.id = paper.life
     cross join lateral (select min(of.parent) as parent, min(of.kind) as kind, array_agg(of.account) as readers, coalesce(array_agg(of.account) filter (where of.waits), '{}') as awaited
       from paper_of_account as of where of.life = paper.life and of.document = paper.document) as own
     left join task on task.id = own.parent`;

const ofHash = query<PaperRow>(
  'papers-of-hash',
  `${PAPERS} where paper.document = $1 and own.readers is not null order by paper.place desc limit 100`,
);
const ofReference = query<PaperRow>('papers-of-reference', `${PAPERS} where paper.reference = $1 and own.readers is not null`);

/** The papers behind the SHA-256 of their bytes or behind a reference, the latest first. The same bytes may be the papers of several lives. */
export const papersOf = (database: Sequelize, id: string): Promise<PaperRow[]> =>
  id.length === 64 ? ofHash(database, [id]) : ofReference(database, [id]);

const left = statement(
  'papers-own-left',
  `select from parameter where code = 'ownPapersMostOfTask' and valid_from <= $2 and (valid_to is null or $2 <= valid_to)
     and (select count(*) from event where life = $1 and type = 'sendPaper') < (value #>> '{}')::int`,
);
/** May the parties of a task send another paper of their own, by the parameter of a civil date? */
export const areOwnPapersLeft = async (transaction: Transaction, task: string, on: string): Promise<boolean> =>
  (await left(transaction, [task, on])).length > 0;

const waiting = statement(
  'papers-waiting-in-task',
  `select from document_of_life as paper join life on life.id = paper.life
   where paper.document = $2 and not life.done and life.snapshot -> 'context' ->> 'parent' = $1`,
);
/** Does a document await signatures in this task? */
export const waitsInTask = async (transaction: Transaction, task: string, document: string): Promise<boolean> =>
  (await waiting(transaction, [task, document])).length > 0;

/** Where a paper stands in the list. */
export interface PaperPlace {
  dated: string;
  place: string;
}

export interface PaperFilter {
  limit: number;
  /** The last paper of the page before. */
  after?: PaperPlace | undefined;
  /** The life that they are papers of: `dispute/…` */
  parent?: string | undefined;
  kind?: string | undefined;
  /** Civil dates, both inclusive. */
  from?: string | undefined;
  until?: string | undefined;
  waitsForMe?: boolean | undefined;
}

/** One page of the papers of an account, or of all for the operator: the latest day first, and within a day the latest paper. Neither ever changes. */
export async function listPapers(database: Sequelize, reader: Reader, filter: PaperFilter): Promise<PaperRow[]> {
  const { sql, bind } = papersQuery(reader, filter);
  return select<PaperRow>(database, sql, bind);
}

function papersQuery({ account, roles }: Reader, { limit, after, parent, kind, from, until, waitsForMe }: PaperFilter) {
  const { bind, put } = collect(limit);
  const conditions = [
    // Nothing waits for the operator: the staff ask for what waits for themselves, and get nothing.
    ...(roles.includes('operator') && !waitsForMe ? [] : [`account = ${put(account)}`]),
    ...(parent === undefined ? [] : [`parent = ${put(parent)}`]),
    ...(kind === undefined ? [] : [`kind = ${put(kind)}`]),
    ...(from === undefined ? [] : [`dated >= ${put(from)}::date`]),
    ...(until === undefined ? [] : [`dated <= ${put(until)}::date`]),
    ...(waitsForMe ? ['waits'] : []),
    ...(after === undefined ? [] : [`(dated, place) < (${put(after.dated)}::date, ${put(after.place)}::bigint)`]),
  ];
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
  const page = `select distinct on (dated, place) dated, place, life, document from paper_of_account ${where} order by dated desc, place desc limit $1`;
  const sql = `${PAPERS} join (${page}) as page on page.life = paper.life and page.document = paper.document order by paper.dated desc, paper.place desc`;
  return { sql, bind };
}
