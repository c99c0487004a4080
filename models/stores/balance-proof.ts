/** What people were owed on each day, as trees of balances, and the chain of these days. */
import type { Sequelize, Transaction } from 'sequelize';
import { query, statement } from '../statement.ts';

export interface Beside {
  /** Tiyn, as decimal strings: what is kept for deals and debts, and what is withheld for the State. */
  held: string;
  social: string;
  /** By provider: what the books have there, and when it was last compared with the provider's own list, with how many differences still open. */
  providers: { name: string; booked: string; comparedAt: string | null; differences: number }[];
}

export interface DayRow {
  number: number;
  /** The civil date in Almaty. */
  day: string;
  at: Date;
  leaves: number;
  root: Buffer;
  total: string;
  beside: Beside;
  head: string;
}

const lock = statement('balance-lock', `select pg_advisory_xact_lock(hashtextextended('balances', 0))`);
/** Until the transaction ends, nobody else adds a day. */
export const holdBalanceDays = async (transaction: Transaction): Promise<void> => {
  await lock(transaction, []);
};

const DAY = `number, to_char(day, 'YYYY-MM-DD') as day, at, leaves, root, total::text, beside, head`;
const last = statement<DayRow>('balance-last-day', `select ${DAY} from balance_day order by number desc limit 1`);
export const lastBalanceDay = async (transaction: Transaction): Promise<DayRow | undefined> => (await last(transaction, []))[0];

const books = statement<{ owed: { account: string; sum: string }[]; beside: Beside }>(
  'balance-books',
  `select coalesce((select json_agg(json_build_object('account', substr(code, 6), 'sum', (credits_posted - debits_posted)::text))
       from ledger_account where kind = 'owed' and credits_posted <> debits_posted), '[]') as owed,
     json_build_object(
       'held', (select coalesce(sum(credits_posted - debits_posted), 0)::text from ledger_account where kind = 'held'),
       'social', (select coalesce(sum(credits_posted - debits_posted), 0)::text from ledger_account where kind = 'social'),
       'providers', coalesce((select json_agg(json_build_object('name', substr(code, 10), 'booked', booked::text,
           'comparedAt', (select to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from reconciliation where provider = substr(code, 10)),
           'differences', (select count(*) from provider_difference where provider = substr(code, 10) and closed_at is null)) order by code)
         from (select code, sum(debits_posted - credits_posted) as booked from ledger_account where kind = 'provider' group by code) as there), '[]')) as beside`,
);
/** What everybody is owed now, and what the books have beside it: one statement, so all of one moment. */
export const readBooks = async (transaction: Transaction): Promise<{ owed: { account: string; sum: string }[]; beside: Beside }> => {
  const [row] = await books(transaction, []);
  return row as NonNullable<typeof row>;
};

const addDay = statement(
  'balance-add-day',
  'insert into balance_day (number, day, at, leaves, root, total, beside, head) values ($1, $2, $3, $4, $5, $6, $7, $8)',
);
const addNodes = statement(
  'balance-add-nodes',
  `insert into balance_node (number, level, index, hash, sum)
   select $1, level, index, decode(hash, 'hex'), sum from jsonb_to_recordset($2::jsonb) as node (level int, index int, hash text, sum bigint)`,
);
const addLeaves = statement(
  'balance-add-leaves',
  `insert into balance_leaf (number, account, index, nonce)
   select $1, account, index, decode(nonce, 'hex') from jsonb_to_recordset($2::jsonb) as leaf (account uuid, index int, nonce text)`,
);
export interface Told {
  day: DayRow;
  nodes: { level: number; index: number; hash: Buffer; sum: bigint }[];
  leaves: { account: string; index: number; nonce: Buffer }[];
}
export async function addBalanceDay(transaction: Transaction, { day, nodes, leaves }: Told): Promise<void> {
  const { number } = day;
  await addDay(transaction, [number, day.day, day.at, day.leaves, day.root, day.total, JSON.stringify(day.beside), day.head]);
  const written = nodes.map(({ hash, sum, ...place }) => ({ ...place, hash: hash.toString('hex'), sum: String(sum) }));
  await addNodes(transaction, [number, JSON.stringify(written)]);
  await addLeaves(transaction, [number, JSON.stringify(leaves.map((leaf) => ({ ...leaf, nonce: leaf.nonce.toString('hex') })))]);
}

const newest = query<DayRow & { previous: string | null }>(
  'balance-newest-day',
  `select ${DAY}, (select head from balance_day as before where before.number = balance_day.number - 1) as previous
   from balance_day order by number desc limit 1`,
);
/** The last day, with the head of the day before. */
export const newestBalanceDay = async (database: Sequelize) => (await newest(database, []))[0];

const leaf = query<{ index: number; nonce: Buffer; sum: string }>(
  'balance-leaf-of',
  `select leaf.index, nonce, sum::text from balance_leaf as leaf join balance_node as node on node.number = leaf.number and level = 0 and node.index = leaf.index
   where leaf.number = $1 and account = $2`,
);
/** An account's leaf in the tree of a day; undefined if it was owed nothing. */
export const balanceLeafOf = async (database: Sequelize, number: number, account: string) => (await leaf(database, [number, account]))[0];

const nodes = query<{ level: number; index: number; hash: Buffer; sum: string }>(
  'balance-nodes-at',
  `select level, index, hash, sum::text from balance_node join jsonb_to_recordset($2::jsonb) as place (level int, index int) using (level, index) where number = $1`,
);
export const balanceNodesAt = (database: Sequelize, number: number, places: readonly { level: number; index: number }[]) =>
  nodes(database, [number, JSON.stringify(places.map(({ level, index }) => ({ level, index })))]);

const days = query<DayRow>('balance-days', `select ${DAY} from balance_day where number > $1 order by number limit 100`);
/** The days after one, at most a hundred. */
export const balanceDaysAfter = (database: Sequelize, number: number): Promise<DayRow[]> => days(database, [number]);

const leaves = query<{ account: string; nonce: Buffer; sum: string; hash: Buffer }>(
  'balance-leaves-of-day',
  `select leaf.account, nonce, sum::text, hash from balance_leaf as leaf join balance_node as node on node.number = leaf.number and level = 0 and node.index = leaf.index
   where leaf.number = $1 order by leaf.index`,
);
export const balanceLeavesOf = (database: Sequelize, number: number) => leaves(database, [number]);
