/** The registers of the monthly transfers of social payments, and what they are made of. Sums are tiyn. */
import type { Sequelize, Transaction } from 'sequelize';
import type { SocialTransferContext } from '../../charts/social-transfer/types.ts';
import type { AccountsSums, TransferLine } from '../../rules/social-transfer.ts';
import type { Component } from '../../rules/withholding.ts';
import { query, statement } from '../statement.ts';
import { identifierOf } from './account.ts';
import type { LifeRow } from './life.ts';
import { STANDING } from './paid-income.ts';

type Sums = { account: string } & Record<Component, string>;
const sumsOf = ({ account, opv, opvr, so, vosms }: Sums): AccountsSums => ({
  account,
  components: { opv: BigInt(opv), opvr: BigInt(opvr), so: BigInt(so), vosms: BigInt(vosms) },
});

const withheld = query<Sums>(
  'social-transfer-withheld',
  `select paid.account, sum(opv)::text as opv, sum(opvr)::text as opvr, sum(so)::text as so, sum(vosms)::text as vosms
   from ${STANDING} where $1::text is null or paid.month <= ($1 || '-01')::date group by paid.account`,
);
/** What was withheld in all months, or in those up to one (`YYYY-MM`), by account, and did not come back. */
export const withheldUntil = async (database: Sequelize, month?: string): Promise<AccountsSums[]> =>
  (await withheld(database, [month])).map(sumsOf);

const collected = query<Sums>(
  'social-transfer-collected',
  `select account, ${['opv', 'opvr', 'so', 'vosms']
    .map((component) => `coalesce(sum(amount) filter (where component = '${component}'), 0)::text as ${component}`)
    .join(', ')} from social_transfer_line group by account`,
);
/** What stands in the registers of all transfers so far, by account, less what came back from the State. */
export const collectedSoFar = async (database: Sequelize): Promise<AccountsSums[]> => (await collected(database, [])).map(sumsOf);

const months = query<{ month: string }>(
  'social-transfer-months',
  `select to_char(month, 'YYYY-MM') as month from (select distinct month from paid_income where month < ($1 || '-01')::date) as past
   where not exists (select from life where id = 'social-transfer/' || to_char(month, 'YYYY-MM')) order by month`,
);
/** The months before one (`YYYY-MM`) in which something was paid and that have no transfer yet. */
export const monthsWithoutTransfer = async (database: Sequelize, before: string): Promise<string[]> =>
  (await months(database, [before])).map(({ month }) => month);

const insert = statement(
  'social-transfer-lines',
  `insert into social_transfer_line (transfer, nth, account, component, amount)
   select $1, $2, account, component, amount from unnest($3::uuid[], $4::text[], $5::bigint[]) as line (account, component, amount)
   on conflict do nothing`,
);
/** Keeps the lines of a register, or of a return. Those that are there stay. */
export const keepLines = async (transaction: Transaction, transfer: string, nth: number, lines: readonly TransferLine[]): Promise<void> => {
  const columns = [lines.map(({ account }) => account), lines.map(({ component }) => component), lines.map(({ amount }) => String(amount))];
  await insert(transaction, [transfer, nth, ...columns]);
};

const register = query<{ account: string; component: Component; amount: string; name: string | null; identifier: Buffer | null }>(
  'social-transfer-register',
  `select line.account, component, amount::text, account.name, account.identifier from social_transfer_line as line
     left join account on account.id = line.account where transfer = $1 and nth = 0 order by line.account, component`,
);
/** A line with its person. */
export type PersonsLine = TransferLine & { iin: string; name: string };
/** The register of a transfer. Name and IIN are those of the account today: empty once they are erased. */
export const registerLines = async (database: Sequelize, transfer: string): Promise<PersonsLine[]> =>
  (await register(database, [transfer])).map(({ account, component, amount, name, identifier }) => ({
    ...{ account, component, amount: BigInt(amount), name: name ?? '' },
    iin: identifierOf(database, { id: account, identifier }) ?? '',
  }));

const left = statement<{ amount: string }>(
  'social-transfer-left',
  `select coalesce(sum(amount), 0)::text as amount from social_transfer_line where transfer = $1 and account = $2 and component = $3`,
);
/** What of an account's line in a register has not come back. */
export const leftOfLine = async (
  transaction: Transaction,
  { transfer, account, component }: { transfer: string; account: string; component: Component },
): Promise<bigint> => BigInt((await left(transaction, [transfer, account, component]))[0]?.amount ?? '0');

const active = query<{ id: string; context: SocialTransferContext }>(
  'social-transfer-active',
  `select id, snapshot -> 'context' as context from life where kind = 'social-transfer' and seq > 0 and snapshot ->> 'status' = 'active' order by id`,
);
/** The transfers that are not closed, the earliest month first: they may still be paid or come back. */
export const activeTransfers = (database: Sequelize) => active(database, []);

const page = query<LifeRow>(
  'social-transfer-page',
  `select id, number, seq, state, snapshot, at, null as title from life
   where kind = 'social-transfer' and seq > 0 and ($2::text is null or id < 'social-transfer/' || $2) order by id desc limit $1`,
);
/** One page of the transfers, latest month first. `after`: the month of the last one before. */
export const listTransfers = (database: Sequelize, { limit, after }: { limit: number; after?: string | undefined }): Promise<LifeRow[]> =>
  page(database, [limit, after]);
