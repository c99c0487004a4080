/** The statements that every move of a life runs, each one round trip. */
import { query, statement } from '../models/statement.ts';

export interface LifeRow {
  id: string;
  number: string;
  seq: number;
  state: string;
  done: boolean;
  snapshot: object | null;
  head: string;
  at: Date | null;
  clock_offset: string;
}

/** A new life's row; one that is there already is left as it is. */
export const insertLife = statement('life-insert', 'insert into life (id, kind) values ($1, $2) on conflict do nothing');

export const lockLife = statement<LifeRow>(
  'life-lock',
  'select id, number, seq, state, done, snapshot, head, at, clock_offset from life where id = $1 for update',
);

export interface ClockRow {
  now: Date;
  life: string | null;
  seq: number;
  type: string;
  at: Date;
  hash: string;
  request_hash: string | null;
}

/** The moment, read under the lock, and what was said under the key before. Locking and reading in one statement would read the clock before the wait. */
export const readClock = statement<ClockRow>(
  'life-clock',
  `select clock_timestamp() as now, said.life, said.seq, said.type, said.at, said.hash, said.request_hash
   from (select 1) as one left join event said on said.key = $1`,
);

/** Everything a move writes, in one statement: events, steps, effects, notices, postings, texts, the effect it closes, and the life itself. */
export const append = statement(
  'life-append',
  `with given as (select $2::jsonb as move),
   events as (
     insert into event (life, seq, key, at, by, actor, type, input, state, snapshot_hash, chart_hash, hash, request_hash)
     select $1, e.seq, e.key, e.at, e.by, e.actor, e.type, e.input, e.state, e.snapshot_hash, e.chart_hash, e.hash, e.request_hash
     from given, jsonb_to_recordset(move -> 'events') as e (seq int, key text, at timestamptz, by text, actor jsonb, type text, input jsonb,
       state text, snapshot_hash text, chart_hash text, hash text, request_hash text)),
   steps as (
     insert into outbox (life, seq, delivered)
     select $1, s.seq, s.delivered from given, jsonb_to_recordset(move -> 'steps') as s (seq int, delivered boolean)),
   effects as (
     insert into effect (life, seq, index, kind, params)
     select $1, f.seq, f.index, f.kind, f.params from given, jsonb_to_recordset(move -> 'effects') as f (seq int, index int, kind text, params jsonb)),
   notices as (
     insert into notice (id, life, seq, account, template, channel, created_at, deadline)
     select n.id, $1, n.seq, n.account, n.template, n.channel, n.at, n.deadline
     from given, jsonb_to_recordset(move -> 'notices') as n (id text, seq int, account uuid, template text, channel text, at timestamptz,
       deadline timestamptz)),
   texts as (
     insert into erasable_text (id, life, body)
     select t.id, $1, t.body from given, jsonb_to_recordset(move -> 'texts') as t (id uuid, body jsonb)),
   postings as (
     insert into posting (life, seq, index, debit, credit, amount, code, at)
     select $1, p.seq, p.index, p.debit, p.credit, p.amount, p.code, p.at
     from given, jsonb_to_recordset(move -> 'postings') as p (seq int, index int, debit text, credit text, amount bigint, code text, at timestamptz)),
   surprises as (
     insert into unexpected (life, seq, type)
     select $1, u.seq, u.type from given, jsonb_to_recordset(move -> 'unexpected') as u (seq int, type text)),
   closed as (
     update effect set open = false, lease_until = null
     from given where life = $1 and effect.seq = (move -> 'closes' ->> 'seq')::int and effect.index = (move -> 'closes' ->> 'index')::int)
   update life set seq = $3, state = $4, done = $5, snapshot = $6, head = $7, at = $8, next_due = $9 where id = $1`,
);

/** Where a life stands, read without its lock; no row for one that never began. */
export const readLife = query<{ number: string; snapshot: object; at: Date }>(
  'life-standing',
  'select number, snapshot, at from life where id = $1 and seq > 0',
);

export interface OpenEffectRow {
  seq: number;
  index: number;
  kind: string;
}

/** What is still to be done for a life, oldest first; one more than fits tells that there is more. */
export const openEffects = statement<OpenEffectRow>(
  'effects-open',
  'select seq, index, kind from effect where life = $1 and open order by seq, index limit $2',
);

/** A workflow that has the whole standing has heard every step. */
export const markAllDelivered = statement(
  'steps-hear-all',
  'update outbox set delivered = true where life = $1 and not delivered and seq <= $2',
);
