/** Payment orders to the operator's bank: the payouts that wait for one, its lines, and its number. Sums are tiyn. */
import type { Sequelize, Transaction } from 'sequelize';
import type { LineState } from '../../charts/payout/types.ts';
import { either, query, statement } from '../statement.ts';
import { lockAll } from './advisory-lock.ts';
import type { LifeRow } from './life.ts';

export interface Line {
  attempt: string;
  payout: string;
  account: string;
  /** The version of the payout details. */
  details: string;
  amount: string;
  state: LineState;
  nth: number | null;
}

const list = statement(
  'bank-order-list',
  `insert into bank_order_line (attempt, payout, bank_order, account, details, amount, state) values ($1, $2, $3, $4, $5, $6, 'listed')
   on conflict (attempt) do nothing`,
);
/** Puts a payout into an order. */
export const listLine = async (
  transaction: Transaction,
  { attempt, payout, order, account, details, amount }: Omit<Line, 'state' | 'nth'> & { order: string },
): Promise<void> => {
  await list(transaction, [attempt, payout, order, account, details, amount]);
};

const move = statement(
  'bank-order-line-move',
  `update bank_order_line set state = $2 where attempt = $1 and state <> 'listed' or attempt = $1 and $2 = 'atBank'`,
);
const leave = statement('bank-order-line-leave', `delete from bank_order_line where attempt = $1 and state = 'listed'`);
/** Where a line is now. Without a state the payout has left an order that was not released. */
export const moveLine = async (transaction: Transaction, attempt: string, state: LineState | undefined): Promise<void> => {
  if (state === undefined || state === 'back') await leave(transaction, [attempt]);
  if (state !== undefined) await move(transaction, [attempt, state]);
};

const LINE = 'attempt, payout, account, details, amount::text, state, nth';
const lines = query<Line>('bank-order-lines', `select ${LINE} from bank_order_line where bank_order = $1 order by nth, attempt`);
/** All lines of an order. Those of one that is released are in the order of their numbers. */
export const linesOf = (database: Sequelize, order: string): Promise<Line[]> => lines(database, [order]);

/** What of the operator's bank account no order has claimed yet. */
const FREE = `- balance('bank/operator') - (select coalesce(sum(amount), 0) from bank_order_line where state in ('listed', 'atBank'))`;

const free = either<{ free: string }>('bank-order-free', `select (${FREE})::text as free`);
/** What of the operator's bank account is not in an order yet, by the books. */
export const freeAtBank = async (from: Sequelize | Transaction): Promise<bigint> => BigInt((await free(from, []))[0]?.free ?? '0');

const queue = query<{ payout: string; fits: boolean }>(
  'bank-order-queue',
  `select id as payout, sum(amount) over (order by number) <= $1::bigint as fits
   from (select id, number, (snapshot -> 'context' ->> 'amount')::bigint as amount from life
     where kind = 'payout' and state = 'queued' order by number limit $2) as waiting`,
);
/** The payouts that wait longest, before anything is withheld, and whether a sum is enough for each and those before it. */
export const queuedPayouts = (database: Sequelize, sum: bigint, most: number) => queue(database, [String(sum), most]);

const waiting = query<{ payouts: number; sum: string }>(
  'bank-order-waiting',
  `select count(*)::int as payouts, coalesce(sum((snapshot -> 'context' ->> 'amount')::bigint), 0)::text as sum from life
   where kind = 'payout' and state = 'queued'`,
);
/** How many payouts wait for an order, and what they come to before anything is withheld. */
export const waitingForOrder = async (database: Sequelize) => (await waiting(database, []))[0] ?? { payouts: 0, sum: '0' };

const take = statement(
  'bank-order-number',
  `insert into bank_order (id, year, seq) select $1, $2::int, coalesce(max(seq), 0) + 1 from bank_order where year = $2::int on conflict (id) do nothing`,
);
const count = statement(
  'bank-order-count',
  `update bank_order_line set nth = counted.nth
   from (select attempt, row_number() over (order by attempt) as nth from bank_order_line where bank_order = $1 and state = 'atBank') as counted
   where bank_order_line.attempt = counted.attempt and not exists (select from bank_order_line where bank_order = $1 and nth is not null)`,
);
const number = statement<{ number: string }>('bank-order-numbered', `select year || '-' || seq as number from bank_order where id = $1`);
/** Numbers an order and its lines, once. Two at once wait for each other, so that the numbers of a year have no holes. */
export const numberOrder = (database: Sequelize, order: string, year: number): Promise<string> =>
  database.transaction(async (transaction) => {
    await lockAll(transaction, ['numbers of bank orders']);
    await take(transaction, [order, year]);
    await count(transaction, [order]);
    return (await number(transaction, [order]))[0]?.number ?? '';
  });

const page = query<LifeRow>(
  'bank-order-page',
  `select id, number, seq, state, snapshot, at, null as title from life
   where kind = 'bank-order' and seq > 0 and ($2::bigint is null or number < $2) order by number desc limit $1`,
);
/** One page of the orders, the latest first. `after`: the number of the last one before. */
export const listOrders = (database: Sequelize, { limit, after }: { limit: number; after?: number | undefined }): Promise<LifeRow[]> =>
  page(database, [limit, after]);
