/** The lists of payment providers, the comparisons with what was booked, and what differed. */
import type { Sequelize, Transaction } from 'sequelize';
import type { DifferenceKind, Operation } from '../../rules/reconciliation.ts';
import { query, statement } from '../statement.ts';

/** An operation on a provider's list. */
export interface EntryRow {
  id: string;
  kind: Operation['kind'];
  /** Our id, as the provider has it. */
  about: string;
  /** Tiyn. PostgreSQL's bigint. */
  amount: string;
  status: Operation['status'];
  at: Date;
}

const lose = statement(
  'provider-entry-lose',
  `delete from provider_entry where provider = $1 and at between $2 and $3
     and (kind, id) not in (select kind, id from jsonb_to_recordset($4::jsonb) as listed (kind text, id text))`,
);
const keep = statement(
  'provider-entry-keep',
  `insert into provider_entry (provider, id, kind, about, amount, status, at)
   select $1, id, kind, about, amount, status, at
   from jsonb_to_recordset($2::jsonb) as listed (id text, kind text, about text, amount bigint, status text, at timestamptz)
   on conflict (provider, kind, id) do update
     set about = excluded.about, amount = excluded.amount, status = excluded.status, at = excluded.at, read_at = clock_timestamp()`,
);
/** Keeps a provider's list of a time as it is now: what is no more on it is forgotten. */
export async function keepList(
  transaction: Transaction,
  { provider, from, to, entries }: { provider: string; from: Date; to: Date; entries: readonly EntryRow[] },
): Promise<void> {
  const rows = JSON.stringify(entries);
  await lose(transaction, [provider, from, to, rows]);
  await keep(transaction, [provider, rows]);
}

const LIFE = `regexp_replace(about, '/[0-9]+/[0-9]+$', '')`;
const ofLives = query<EntryRow>(
  'provider-entry-of-lives',
  `select id, kind, about, amount, status, at from provider_entry where provider = $1 and ${LIFE} = any($2)
   union select id, kind, about, amount, status, at from provider_entry where provider = $1 and (at between $3 and $4 or id = any($5))`,
);
/** What is known of the list about these lives, of this time, and by these ids of the provider. */
export const entriesOf = (
  database: Sequelize,
  { provider, lives, from, to, ids }: { provider: string; lives: string[]; from: Date; to: Date; ids: string[] },
): Promise<EntryRow[]> => ofLives(database, [provider, lives, from, to, ids]);

const touched = query<{ id: string }>(
  'reconciliation-touched',
  `select id from life where kind in ('payment', 'payout') and at >= $2 and snapshot -> 'context' ->> 'provider' = $1`,
);
/** The payments and payouts at a provider that something happened to since. */
export const touchedSince = async (database: Sequelize, provider: string, since: Date): Promise<string[]> =>
  (await touched(database, [provider, since])).map(({ id }) => id);

const stored = query<{ id: string; snapshot: object; at: Date; busy: boolean }>(
  'reconciliation-lives',
  `select id, snapshot, at, exists (select from effect where effect.life = life.id and open and kind <> all('{askPayment,askPayout}')) as busy
   from life where id = any($1) and kind in ('payment', 'payout') and seq > 0`,
);
/** Payments and payouts as they stand. `busy`: the provider is being asked for something, so the two sides need not agree yet. */
export const livesOf = (database: Sequelize, ids: string[]): Promise<{ id: string; snapshot: object; at: Date; busy: boolean }[]> =>
  stored(database, [ids]);

export interface DifferenceRow {
  number: string;
  provider: string;
  kind: DifferenceKind;
  about: string;
  ours: Record<string, string> | null;
  theirs: { id: string; kind: string; amount: string; status: string }[];
  found_at: Date;
  seen_at: Date;
  closed_at: Date | null;
  closed_by: string | null;
  note: string | null;
}
export type Found = Pick<DifferenceRow, 'kind' | 'about' | 'ours' | 'theirs'> & { hash: string };

const note = statement(
  'provider-difference-note',
  `insert into provider_difference (provider, kind, about, ours, theirs, content_hash)
   select $1, kind, about, nullif(ours, 'null'), theirs, hash
   from jsonb_to_recordset($2::jsonb) as found (kind text, about text, ours jsonb, theirs jsonb, hash text)
   on conflict (provider, kind, about, content_hash) do update
     set seen_at = clock_timestamp(),
       -- what was gone and is there again is told again; what a person has closed stays closed
       told_at = case when provider_difference.closed_at is not null and provider_difference.closed_by is null then null
         else provider_difference.told_at end,
       closed_at = case when provider_difference.closed_by is null then null else provider_difference.closed_at end`,
);
const end = statement(
  'provider-difference-end',
  `update provider_difference set closed_at = clock_timestamp()
   where provider = $1 and closed_at is null and not about = any($3)
     and (kind, about, content_hash) not in (select kind, about, hash from jsonb_to_recordset($2::jsonb) as found (kind text, about text, hash text))`,
);
/** Keeps what was found, once; and ends what was not found any more. @param untried What was not compared this time. */
export async function keepDifferences(
  transaction: Transaction,
  { provider, found, untried }: { provider: string; found: readonly Found[]; untried: string[] },
): Promise<void> {
  const rows = JSON.stringify(found);
  await note(transaction, [provider, rows]);
  await end(transaction, [provider, rows, untried]);
}

const openAbout = query<{ about: string }>(
  'provider-difference-about',
  'select about from provider_difference where provider = $1 and closed_at is null',
);
/** What the open differences are about. */
export const openAbouts = async (database: Sequelize, provider: string): Promise<string[]> =>
  (await openAbout(database, [provider])).map(({ about }) => about);

export interface Comparison {
  provider: string;
  from: Date;
  to: Date;
  operations: number;
  lives: number;
  differences: number;
}
const noteRun = statement(
  'reconciliation-note',
  'insert into reconciliation (provider, from_at, to_at, operations, lives, differences) values ($1, $2, $3, $4, $5, $6)',
);
export const keepComparison = async (transaction: Transaction, run: Comparison): Promise<void> => {
  await noteRun(transaction, [run.provider, run.from, run.to, run.operations, run.lives, run.differences]);
};

const lastRuns = query<Comparison & { at: Date }>(
  'reconciliation-last',
  `select distinct on (provider) provider, from_at as "from", to_at as "to", operations, lives, differences, at
   from reconciliation order by provider, at desc`,
);
/** The last comparison with each provider. */
export const lastComparisons = (database: Sequelize): Promise<(Comparison & { at: Date })[]> => lastRuns(database, []);

const COLUMNS = 'number, provider, kind, about, ours, theirs, found_at, seen_at, closed_at, closed_by, note';
const list = query<DifferenceRow>(
  'provider-difference-list',
  `select ${COLUMNS} from provider_difference where (closed_at is null or $3) and number > $1 order by number limit $2`,
);
export const listDifferences = (
  database: Sequelize,
  { after, limit, closed }: { after: number; limit: number; closed: boolean },
): Promise<DifferenceRow[]> => list(database, [after, limit, closed]);

const close = query<DifferenceRow>(
  'provider-difference-close',
  `update provider_difference set closed_at = clock_timestamp(), closed_by = $2, note = $3 where number = $1 and closed_at is null returning ${COLUMNS}`,
);
const one = query<DifferenceRow>('provider-difference-read', `select ${COLUMNS} from provider_difference where number = $1`);
/** Closes a difference once. Returns it as it is then; undefined if there is none. */
export const closeDifference = async (
  database: Sequelize,
  { number, account, note: said }: { number: number; account: string; note: string },
): Promise<DifferenceRow | undefined> => (await close(database, [number, account, said]))[0] ?? (await one(database, [number]))[0];

const untold = statement<{ number: string; provider: string; kind: DifferenceRow['kind'] }>(
  'provider-difference-untold',
  'select number, provider, kind from provider_difference where told_at is null and closed_at is null order by number limit 100 for update skip locked',
);
/** Differences of which nobody was told yet. Locked until the transaction ends. */
export const holdUntoldDifferences = (transaction: Transaction) => untold(transaction, []);
const told = statement('provider-difference-told', 'update provider_difference set told_at = clock_timestamp() where number = any($1)');
export const markDifferencesTold = async (transaction: Transaction, numbers: string[]): Promise<void> => {
  await told(transaction, [numbers]);
};
