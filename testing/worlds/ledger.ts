/** A database with a ledger alone: lives without charts, whose events book what a test or a measurement says. */
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import type { Booking } from '../../charts/effects.ts';
import { readConfig } from '../../config.ts';
import { loginAs } from '../../local/postgresql.ts';
import { createDatabase } from './database.ts';

export interface Ledger {
  /** Of the database, with the API's login. */
  url: string;
  /** As the worker. */
  worker: Pool;
  /** As the owner, who could break what the function keeps. */
  owner: Pool;
  /** Books all of it in one event of a new life, or of the given one. Amounts are tiyn. Returns the life. */
  book(bookings: Movement[], life?: string): Promise<string>;
  /** The same with other SQL, which gets the postings as JSON. */
  write(sql: string, bookings: Movement[], life?: string): Promise<string>;
  close(): Promise<void>;
}

export type Movement = Pick<Booking, 'debit' | 'credit' | 'phase'> & { amount: number; code?: string; at?: string };

/** A chart for the events of these lives. */
export const CHART = `insert into chart (hash, life, number, json) values ('ledger', 'ledger', 1, '{}') on conflict do nothing`;
/** A life and its event, in one statement. */
const EVENT = `
  with born as (insert into life (id, kind) values ($1, split_part($1, '/', 1)) on conflict do nothing)
  insert into event (life, seq, key, at, by, type, input, state, snapshot_hash, effects_hash, chart_hash, hash)
  select $1, coalesce(max(seq), 0) + 1, 'message/' || gen_random_uuid(), now(), 'platform', 'booked', '{}', '', '', '', 'ledger', ''
  from event where life = $1 returning seq`;

/** Writes an event and what it books, in one transaction. `sql` gets the postings as JSON. Returns the life. */
export async function writeBooked(pool: Pool, sql: string, bookings: Movement[], life = `payment/${randomUUID()}/1`): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ seq: number }>({ name: 'event', text: EVENT, values: [life] });
    const seq = rows[0]?.seq;
    const postings = bookings.map((each, index) => ({ phase: 'single', code: 'test', at: new Date(), ...each, life, seq, index }));
    await client.query({ name: sql.slice(0, 40), text: sql, values: [JSON.stringify(postings)] });
    await client.query('commit');
    return life;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
export const BOOK = 'select book($1::jsonb)';

export async function openLedger(connections = 8, server: string = readConfig().DATABASE_URL): Promise<Ledger> {
  const database = await createDatabase(server);
  const open = (login: 'akjet_owner' | 'akjet_worker') => new Pool({ connectionString: loginAs(database.url, login), max: connections });
  const [worker, owner] = [open('akjet_worker'), open('akjet_owner')];
  await owner.query(CHART);
  const write: Ledger['write'] = (sql, bookings, life) => writeBooked(worker, sql, bookings, life);
  return {
    url: database.url,
    worker,
    owner,
    write,
    book: (bookings, life) => write(BOOK, bookings, life),
    async close() {
      await Promise.all([worker.end(), owner.end()]);
      await database.drop();
    },
  };
}
