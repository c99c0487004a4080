/** The statements of the event store. Each is one round trip. */
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

/**
 * A life under its lock, the database's clock, what its last event says of it, and the event that already has the key, if there is one. A new life
 * has no last event.
 */
export interface LockedLife extends LifeRow {
  now: Date;
  last_hash: string | null;
  last_snapshot_hash: string | null;
  known_life: string | null;
  known_seq: number;
  known_type: string;
  known_at: Date;
  known_hash: string;
  known_request_hash: string | null;
}

const LIFE = 'id, number, seq, state, done, snapshot, head, at, clock_offset';
const KNOWN = `known.life as known_life, known.seq as known_seq, known.type as known_type, known.at as known_at, known.hash as known_hash,
  known.request_hash as known_request_hash`;

/** Inserts a new life's row. No row comes back where the life exists already. */
export const insertLife = statement<LockedLife>(
  'life-insert',
  `with inserted as (insert into life (id, kind) values ($1, $2) on conflict do nothing returning ${LIFE})
   select inserted.*, clock_timestamp() as now, null as last_hash, null as last_snapshot_hash, ${KNOWN}
   from inserted left join event as known on known.key = $3`,
);

/**
 * Locks a life. The clock is read outside the subquery, so it is read after the wait for the lock. The key and the last event are looked up in the
 * snapshot from before the wait. A key that was committed meanwhile is found by the unique index, and the transaction runs again; a last event that
 * was committed meanwhile is null here, and `readLast` finds it.
 */
export const lockLife = statement<LockedLife>(
  'life-lock',
  `select locked.*, clock_timestamp() as now, ${KNOWN},
     last.hash as last_hash, last.snapshot_hash as last_snapshot_hash
   from (select ${LIFE} from life where id = $1 for update) as locked
     left join event as last on last.life = locked.id and last.seq = locked.seq
     left join event as known on known.key = $2`,
);

/** The hashes of an event of a life that is locked. */
export const readLast = statement<Pick<LockedLife, 'last_hash' | 'last_snapshot_hash'>>(
  'life-last-event',
  'select hash as last_hash, snapshot_hash as last_snapshot_hash from event where life = $1 and seq = $2',
);

const appending = (alsoClosing = ''): string =>
  `with given as (select $1::jsonb as draft),
   created as (
     insert into life (id, kind, seq, state, done, snapshot, head, at, next_due)
     select l.id, split_part(l.id, '/', 1), l.seq, l.state, l.done, l.snapshot, l.head, l.at, l.next_due
     from given, jsonb_to_recordset(draft -> 'created') as l (id text, seq int, state text, done boolean, snapshot jsonb, head text, at timestamptz,
       next_due timestamptz)
     returning id, number),
   changed as (
     update life set seq = l.seq, state = l.state, done = l.done, snapshot = l.snapshot, head = l.head, at = l.at, next_due = l.next_due
     from given, jsonb_to_record(draft -> 'changed') as l (id text, seq int, state text, done boolean, snapshot jsonb, head text, at timestamptz,
       next_due timestamptz)
     where life.id = l.id),
   events as (
     insert into event (life, seq, key, at, by, actor, type, input, state, snapshot_hash, effects_hash, chart_hash, hash, request_hash, request_id)
     select e.life, e.seq, e.key, e.at, e.by, e.actor, e.type, e.input, e.state, e.snapshot_hash, e.effects_hash, e.chart_hash, e.hash,
       e.request_hash, e.request_id
     from given, jsonb_to_recordset(draft -> 'events') as e (life text, seq int, key text, at timestamptz, by text, actor jsonb, type text,
       input jsonb, state text, snapshot_hash text, effects_hash text, chart_hash text, hash text, request_hash text, request_id text)),
   updates as (
     insert into outbox (life, seq, delivered)
     select u.life, u.seq, u.delivered from given, jsonb_to_recordset(draft -> 'outbox') as u (life text, seq int, delivered boolean)),
   effects as (
     insert into effect (life, seq, index, kind, params)
     select f.life, f.seq, f.index, f.kind, f.params
     from given, jsonb_to_recordset(draft -> 'effects') as f (life text, seq int, index int, kind text, params jsonb)),
   notices as (
     insert into notice (id, life, seq, account, template, channel, created_at, deadline, facts, legal)
     select n.id, n.life, n.seq, n.account, n.template, n.channel, n.at, n.deadline, n.facts, n.legal
     from given, jsonb_to_recordset(draft -> 'notices') as n (id text, life text, seq int, account uuid, template text, channel text, at timestamptz,
       deadline timestamptz, facts jsonb, legal boolean)
     returning id, life, seq, account),
   streamed as (
     insert into account_event (account, life, seq, notice)
     select c.account, c.life, c.seq, null from given, jsonb_to_recordset(draft -> 'concerned') as c (account uuid, life text, seq int)
     union all select account, life, seq, id from notices where account is not null),
   texts as (
     insert into erasable_text (id, life, author, sealed)
     select t.id, t.life, t.author, decode(t.sealed, 'base64')
     from given, jsonb_to_recordset(draft -> 'texts') as t (id uuid, life text, author uuid, sealed text)),
   unexpected_answers as (
     insert into unexpected (life, seq, type)
     select x.life, x.seq, x.type from given, jsonb_to_recordset(draft -> 'unexpected') as x (life text, seq int, type text)),
   moved_on as (
     delete from standing using given, jsonb_to_recordset(draft -> 'standing') as s (life text, state text)
     where standing.life = s.life and s.state is null),
   stands as (
     insert into standing (life, state, since)
     select s.life, s.state, s.since from given, jsonb_to_recordset(draft -> 'standing') as s (life text, state text, since timestamptz)
     where s.state is not null
     on conflict (life) do update set number = excluded.number, state = excluded.state, since = excluded.since)${alsoClosing}
   select id, number from created`;

/**
 * Writes a draft in one statement: events, outbox, effects, notices, what the streams of accounts have of them, texts, where the life now stands still, the life itself, and new children with all of
 * theirs. Returns the numbers of the new children.
 */
export const appendDraft = statement<{ id: string; number: string }>('life-append', appending());

/** The same, and closes the effect that the draft answers. Only the worker may. */
export const appendAnswer = statement<{ id: string; number: string }>(
  'life-append-answer',
  appending(`,
   closed as (
     update effect set open = false, lease_until = null
     from given where life = draft -> 'closes' ->> 'life' and effect.seq = (draft -> 'closes' ->> 'seq')::int
       and effect.index = (draft -> 'closes' ->> 'index')::int)`),
);

/**
 * Writes the postings of a commit to the ledger, and locks their accounts until it ends. So it comes after everything else that a commit locks.
 * @throws AK001 if an account would be overdrawn, AK002 if a posting fits no event, no account or no pending posting.
 */
export const bookPostings = statement('ledger-book', 'select book($1::jsonb)');

/** A life, read without its lock. No row comes back for one without a first event. */
export const readLife = query<LifeRow & { snapshot: object; at: Date; now: Date }>(
  'life-read',
  `select ${LIFE}, clock_timestamp() as now from life where id = $1 and seq > 0`,
);

export interface OpenEffectRow {
  seq: number;
  index: number;
  kind: string;
}

/** The open effects of a life, oldest first. The caller asks for one more than fits, to know whether there are more. */
export const openEffects = statement<OpenEffectRow>(
  'effects-open',
  'select seq, index, kind from effect where life = $1 and open order by seq, index limit $2',
);

/** A workflow that has the whole life needs no earlier update. */
export const markAllDelivered = statement(
  'outbox-deliver-all',
  'update outbox set delivered = true where life = $1 and not delivered and seq <= $2',
);

/** Marks updates as delivered to their workflows. A mark that is lost costs one more signal. */
export const markDelivered = query(
  'outbox-deliver',
  `update outbox set delivered = true from unnest($1::text[], $2::int[]) as sent (life, seq)
   where (outbox.life, outbox.seq) = (sent.life, sent.seq)`,
);
