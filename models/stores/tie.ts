/** Whom an account keeps as a favourite, and whom it has blocked. */
import type { Sequelize, Transaction } from 'sequelize';
import { query, statement } from '../statement.ts';
import { LAST } from './list.ts';

export type TieKind = 'favourite' | 'blocked';

export interface TieRow {
  other: string;
  number: string;
  name: string;
  since: Date;
}

const list = query<TieRow>(
  'tie-list',
  `select tie.other, tie.number, account.name, tie.since from tie join account on account.id = tie.other
   where tie.account = $1 and tie.kind = $2 and tie.number < $3 order by tie.number desc limit $4`,
);
/** One page, newest first. */
export const listTies = (
  database: Sequelize,
  account: string,
  kind: TieKind,
  { after = LAST, limit }: { after?: number | string | undefined; limit: number },
): Promise<TieRow[]> => list(database, [account, kind, after, limit]);

type Kept = 'kept' | 'full' | 'unknown';
const keep = query<{ outcome: Kept }>(
  'tie-keep',
  `with known as (select id from account where id = $3 and kind <> 'staff'),
   there as (select count(*) as number, coalesce(bool_or(other = $3), false) as kept from tie where account = $1 and kind = $2),
   kept as (
     insert into tie (account, kind, other) select $1, $2, id from known, there where not kept and there.number < $4::int on conflict do nothing)
   select case when not exists (select from known) then 'unknown' when not kept and there.number >= $4::int then 'full' else 'kept' end as outcome from there`,
);
/** Keeps it, unless there are so many already. A repeat changes nothing. */
export const keepTie = async (database: Sequelize, account: string, kind: TieKind, other: string, most: number): Promise<Kept> =>
  (await keep(database, [account, kind, other, most]))[0]?.outcome ?? 'unknown';

const drop = query('tie-drop', 'delete from tie where account = $1 and kind = $2 and other = $3');
export const dropTie = async (database: Sequelize, account: string, kind: TieKind, other: string): Promise<void> => {
  await drop(database, [account, kind, other]);
};

const blocked = statement<{ is: boolean }>(
  'tie-blocked',
  `select exists (
     select from tie
       join membership as behind on behind.account = tie.other and behind.registered
       join membership as person on person.person = behind.person and person.registered
     where tie.kind = 'blocked'
       and (tie.account = $1 and person.account = any($2::uuid[]) or tie.account = any($2::uuid[]) and person.account = $1)) as is`,
);
/** Whether the account has blocked one of the others, or one of them the account: also another account of the person who registered the blocked one. */
export const hasBlocked = async (transaction: Transaction, account: string, others: readonly string[]): Promise<boolean> =>
  others.length > 0 && (await blocked(transaction, [account, others]))[0]?.is === true;
