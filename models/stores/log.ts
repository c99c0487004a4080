/** The log of heads: leaves, the tiles of their tree, checkpoints, time stamps, and what is still to be done with each checkpoint. */
import type { Sequelize, Transaction } from 'sequelize';
import { query, statement } from '../statement.ts';

/** A leaf with its place. Numbers of leaves stay far below 2^53. */
export interface LeafRow {
  index: number;
  life: string;
  seq: number;
  head: string;
}

export interface CheckpointRow {
  size: number;
  note: string;
  madeAt: Date;
}

/** What is done with a checkpoint: it is copied to the second place, stamped by the authority, mailed. */
export type Step = 'copy' | 'stamp' | 'mail';

const CHECKPOINT = 'size::float8 as size, note, made_at as "madeAt"';
const LEAF = 'index::float8 as index, life, seq, head';

const TILE = 'select hash from log_node where level = $1 and index >= $2::bigint * 256 and index < ($2::bigint + 1) * 256 order by index';
const tile = query<{ hash: Buffer }>('log-tile', TILE);
/** The stored hashes of a tile. */
export const readTile = async (database: Sequelize, level: number, number: number): Promise<Buffer[]> =>
  (await tile(database, [level, number])).map(({ hash }) => hash);

const tileLocked = statement<{ hash: Buffer }>('log-tile', TILE);
/** The same, for who has the right to append. */
export const readTileIn = async (transaction: Transaction, level: number, number: number): Promise<Buffer[]> =>
  (await tileLocked(transaction, [level, number])).map(({ hash }) => hash);

const lock = statement<{ mine: boolean }>('log-lock', `select pg_try_advisory_xact_lock(hashtextextended('log', 0)) as mine`);
/** The right to append, until the transaction ends. False if another process has it. */
export const takeLog = async (transaction: Transaction): Promise<boolean> => (await lock(transaction, []))[0]?.mine === true;

const newest = query<CheckpointRow & { now: Date }>(
  'log-newest',
  `select ${CHECKPOINT}, clock_timestamp() as now from log_checkpoint order by log_checkpoint.size desc limit 1`,
);
/** The newest checkpoint, and the time. */
export const newestCheckpoint = async (database: Sequelize): Promise<(CheckpointRow & { now: Date }) | undefined> =>
  (await newest(database, []))[0];

const newestLocked = statement<CheckpointRow>(
  'log-newest-locked',
  `select ${CHECKPOINT} from log_checkpoint order by log_checkpoint.size desc limit 1`,
);
/** The newest checkpoint, for who has the right to append. */
export const lastCheckpoint = async (transaction: Transaction): Promise<CheckpointRow | undefined> =>
  (await newestLocked(transaction, []))[0];

/** A life whose head is not the one that was anchored last. */
export interface MovedRow {
  life: string;
  seq: number;
  head: string;
  /** Of the last leaf; null without one. */
  anchored: number | null;
}

/** The days of balances are a chain of no life: each has a leaf of its own. */
export const BALANCES = 'balances';

const moved = statement<MovedRow>(
  'log-moved',
  `(select life.id as life, life.seq, life.head, last.seq as anchored
   from life left join lateral (select seq from log_leaf where log_leaf.life = life.id order by seq desc limit 1) as last on true
   where life.seq > 0
     and not exists (select from log_leaf where log_leaf.life = life.id and log_leaf.seq = life.seq and log_leaf.head = life.head)
   order by last.seq >= life.seq nulls first, life.number limit $1)
   union all select '${BALANCES}', number, head, (select max(seq) from log_leaf where log_leaf.life = '${BALANCES}') from balance_day
   where not exists (select from log_leaf where log_leaf.life = '${BALANCES}' and log_leaf.seq = number and log_leaf.head = balance_day.head)`,
);
/** The lives that moved since they were anchored last, those that contradict their leaf, and the days of balances that have none. */
export const movedLives = (transaction: Transaction, limit: number): Promise<MovedRow[]> => moved(transaction, [limit]);

const insert = statement(
  'log-append',
  `with leaves as (
     insert into log_leaf (index, life, seq, head)
     select index, life, seq, head from jsonb_to_recordset($1) as leaf (index bigint, life text, seq int, head text)),
   nodes as (
     insert into log_node (level, index, hash)
     select level, index, decode(hash, 'hex') from jsonb_to_recordset($2) as node (level int, index bigint, hash text)),
   checkpoint as (
     insert into log_checkpoint (size, note) values ($3, $4))
   select`,
);
const order = statement('log-order-steps', 'insert into anchor_step (size, step) select $1::bigint, unnest($2::text[])');

export interface Growth {
  leaves: LeafRow[];
  nodes: { level: number; index: number; hash: Buffer }[];
  checkpoint: { size: number; note: string };
  steps: Step[];
}
/** Appends leaves with the checkpoint that covers them, and orders what is to be done with it. */
export async function appendLeaves(transaction: Transaction, { leaves, nodes, checkpoint: { size, note }, steps }: Growth): Promise<void> {
  const hashes = nodes.map(({ hash, ...node }) => ({ ...node, hash: hash.toString('hex') }));
  await insert(transaction, [JSON.stringify(leaves), JSON.stringify(hashes), size, note]);
  await order(transaction, [size, steps]);
}

const published = query<CheckpointRow>(
  'log-published',
  `select ${CHECKPOINT} from log_checkpoint join anchor_step using (size)
   where step = 'copy' and done_at is not null order by log_checkpoint.size desc limit 1`,
);
/** The newest checkpoint that is in the second place. Only such a one is shown: it can no longer be taken back. */
export const publishedCheckpoint = async (database: Sequelize): Promise<CheckpointRow | undefined> => (await published(database, []))[0];

const covering = query<CheckpointRow>(
  'log-covering',
  `select ${CHECKPOINT} from log_checkpoint join anchor_step using (size) left join log_stamp using (size)
   where log_checkpoint.size > $1 and step = 'copy' and done_at is not null
   order by log_stamp.size is null, case when log_stamp.size is null then -log_checkpoint.size else log_checkpoint.size end limit 1`,
);
/** The published checkpoint that proves a leaf best: the first one with a time stamp, or else the newest. */
export const checkpointCovering = async (database: Sequelize, index: number): Promise<CheckpointRow | undefined> =>
  (await covering(database, [index]))[0];

const leafCovering = query<LeafRow>(
  'log-leaf-covering',
  `select ${LEAF} from log_leaf where life = $1 and seq >= $2 and seq <= $3 order by seq limit 1`,
);
const lastLeaf = query<LeafRow>('log-leaf-last', `select ${LEAF} from log_leaf where life = $1 and seq <= $2 order by seq desc limit 1`);
/** The first leaf of a life that covers an event, or its last one; none behind `upTo`. */
export const findLeaf = async (database: Sequelize, life: string, { covers, upTo }: { covers?: number | undefined; upTo: number }) =>
  (covers === undefined ? await lastLeaf(database, [life, upTo]) : await leafCovering(database, [life, covers, upTo]))[0];

const leavesUpTo = query<LeafRow>(
  'log-leaves-of-checkpoint',
  `select ${LEAF} from log_leaf
   where index < $1 and index >= coalesce((select max(size) from log_checkpoint where size < $1), 0) order by log_leaf.index`,
);
/** The leaves that a checkpoint adds to the one before. */
export const leavesOf = (database: Sequelize, size: number): Promise<LeafRow[]> => leavesUpTo(database, [size]);

const find = query<CheckpointRow>('log-find', `select ${CHECKPOINT} from log_checkpoint where size = $1`);
export const findCheckpoint = async (database: Sequelize, size: number): Promise<CheckpointRow | undefined> =>
  (await find(database, [size]))[0];

const stamp = query<{ reply: Buffer }>('log-stamp', 'select reply from log_stamp where size = $1');
/** The authority's reply about a checkpoint, byte for byte. */
export const findStamp = async (database: Sequelize, size: number): Promise<Buffer | undefined> =>
  (await stamp(database, [size]))[0]?.reply;

const keep = query('log-keep-stamp', 'insert into log_stamp (size, reply, stamped_at) values ($1, $2, $3) on conflict do nothing');
/** Keeps the first reply about a checkpoint. */
export const keepStamp = async (database: Sequelize, size: number, { reply, at }: { reply: Buffer; at: Date }): Promise<void> => {
  await keep(database, [size, reply, at]);
};

export interface StepRow {
  size: number;
  step: Step;
  tries: number;
}

// Who takes a step has half a minute for it before another process may try; the pauses grow to five minutes. Copies are made in order.
const claim = query<StepRow>(
  'anchor-step-claim',
  `update anchor_step as due
   set tries = due.tries + 1, next_try = clock_timestamp() + (30 + least(power(2, least(due.tries, 20)), 300)) * interval '1 s'
   where (due.size, due.step) in (
     select size, step from anchor_step as waiting
     where done_at is null and next_try <= clock_timestamp()
       and (step <> 'copy' or not exists (
         select from anchor_step as earlier where earlier.size < waiting.size and earlier.step = 'copy' and earlier.done_at is null))
     order by size, step limit 1 for update skip locked)
   returning size::float8 as size, step, tries`,
);
/** Takes the oldest step that is due. */
export const takeStep = async (database: Sequelize): Promise<StepRow | undefined> => (await claim(database, []))[0];

const finish = query('anchor-step-done', 'update anchor_step set done_at = clock_timestamp(), fault = $3 where size = $1 and step = $2');
/** Closes a step; with a fault if it can never be done. */
export const closeStep = async (database: Sequelize, { size, step }: StepRow, fault?: string): Promise<void> => {
  await finish(database, [size, step, fault]);
};

const fail = query('anchor-step-failed', 'update anchor_step set fault = $3 where size = $1 and step = $2');
export const stepFailed = async (database: Sequelize, { size, step }: StepRow, fault: string): Promise<void> => {
  await fail(database, [size, step, fault]);
};

export interface OpenStepRow extends StepRow {
  madeAt: Date;
  nextTry: Date;
  fault: string | null;
}
const open = query<OpenStepRow>(
  'anchor-step-open',
  `select size::float8 as size, step, tries, made_at as "madeAt", next_try as "nextTry", fault
   from anchor_step join log_checkpoint using (size) where done_at is null order by anchor_step.size, step limit 100`,
);
/** What is still to be done with checkpoints, oldest first: at most a hundred. */
export const openSteps = (database: Sequelize): Promise<OpenStepRow[]> => open(database, []);

export interface FaultRow {
  subject: string;
  fault: string;
  since: Date;
}
const faults = query<FaultRow>('log-faults', 'select subject, fault, since from log_fault order by since, subject limit 100');
/** What stands in the way of anchoring, and the lives that contradict their anchors: at most a hundred. */
export const logFaults = (database: Sequelize): Promise<FaultRow[]> => faults(database, []);

const note = query(
  'log-note-faults',
  `with given as (select subject, fault from jsonb_to_recordset($1) as each (subject text, fault text)),
   gone as (delete from log_fault where not exists (select from given where given.subject = log_fault.subject))
   insert into log_fault (subject, fault) select subject, fault from given
   on conflict (subject) do update set fault = excluded.fault where log_fault.fault <> excluded.fault`,
);
/** These are the faults now. Each keeps the moment at which it was noticed first. */
export const noteFaults = async (database: Sequelize, now: Omit<FaultRow, 'since'>[]): Promise<void> => {
  await note(database, [JSON.stringify(now)]);
};

const hashOfEvents = query<{ life: string; seq: number; hash: string }>(
  'log-events',
  `select event.life, event.seq, event.hash from jsonb_to_recordset($1) as leaf (life text, seq int)
   join event on event.life = leaf.life and event.seq = leaf.seq
   union all select leaf.life, leaf.seq, head from jsonb_to_recordset($1) as leaf (life text, seq int) join balance_day on number = leaf.seq where leaf.life = '${BALANCES}'`,
);
/** The hashes of these events, as the chains have them now. */
export const eventsAt = (database: Sequelize, leaves: { life: string; seq: number }[]) =>
  hashOfEvents(database, [JSON.stringify(leaves.map(({ life, seq }) => ({ life, seq })))]);
