/** What is to be erased after an account was closed, and when it was (`rules/retention.ts`). Only functions of the database erase. */
import type { Sequelize, Transaction } from 'sequelize';
import type { Stage } from '../../rules/retention.ts';
import { sealingOf } from '../sealed-column.ts';
import { query, statement } from '../statement.ts';

const begin = statement('erasure-begin', 'select begin_erasure($1)');
/** Notes what is to be erased after the last event of an account. Nothing for an account that is not over. */
export const beginErasure = async (transaction: Transaction, account: string): Promise<void> => {
  await begin(transaction, [account]);
};

export interface DueStage {
  account: string;
  stage: Stage;
}

// Who takes a stage has a minute before another process may. Those whose term is not over are looked at once a day, because a parameter may change.
const claim = query<DueStage & { due: boolean }>(
  'erasure-claim',
  `update erasure as own
   set next_try = case when erasure_due(account, stage) <= clock_timestamp() then clock_timestamp() + interval '1 min'
     else least(erasure_due(account, stage), clock_timestamp() + interval '1 day') end
   where (account, stage) in (
     select account, stage from erasure as waiting
     where done_at is null and next_try <= clock_timestamp()
       and (stage = 'closing' or exists (
         select from erasure as first where first.account = waiting.account and first.stage = 'closing' and first.done_at is not null))
     order by next_try limit 20 for update skip locked)
   returning account, stage, erasure_due(account, stage) <= clock_timestamp() as due`,
);
/** Takes stages that are to be looked at. Those that are not due yet come again. */
export const claimStages = (database: Sequelize): Promise<(DueStage & { due: boolean })[]> => claim(database, []);

const finish = query(
  'erasure-done',
  'update erasure set done_at = clock_timestamp(), fault = null where account = $1 and stage = $2 and done_at is null',
);
export const closeStage = async (database: Sequelize, { account, stage }: DueStage): Promise<void> => {
  await finish(database, [account, stage]);
};

const postpone = query(
  'erasure-postpone',
  `update erasure set fault = $3, next_try = clock_timestamp() + $4::interval where account = $1 and stage = $2 and done_at is null`,
);
/** Not now: says why, and when to look again (a PostgreSQL interval). */
export const postponeStage = async (database: Sequelize, { account, stage }: DueStage, why: string, after: string): Promise<void> => {
  await postpone(database, [account, stage, why, after]);
};

const holding = query<{ why: string | null }>(
  'erasure-holding',
  `select case when is_unfinished($1) then 'something of the account goes on'
     when $2 = 'persons' and exists (
       select from notice where account = $1 and status = 'waiting' and created_at > clock_timestamp() - $3::interval)
       then 'a notice to the account is under way' end as why`,
);
/** Why a stage may not be carried out yet; null where nothing is in the way. Who is to be told is kept until then, and no longer than `within`. */
export const erasureIsHeldBy = async (database: Sequelize, { account, stage }: DueStage, within: string): Promise<string | null> =>
  (await holding(database, [account, stage, within]))[0]?.why ?? null;

const placeOf = (account: string) => ({ table: 'account', column: 'kept_name', row: account });
const nameToKeep = query<{ name: string }>(
  'erasure-name',
  `select name from account where id = $1 and name <> '' and kept_name is null and has_papers($1)`,
);
const keep = query('erasure-keep-name', 'update account set kept_name = $2 where id = $1 and kept_name is null');
/** Seals the name of a closed account whose papers are kept, before it is erased. */
export async function keepName(database: Sequelize, account: string): Promise<void> {
  const [row] = await nameToKeep(database, [account]);
  if (row) await keep(database, [account, sealingOf(database).seal(row.name, placeOf(account))]);
}

/** The name of a closed account as its papers have it; null where none is kept. */
export const keptName = (database: Sequelize, { id, kept_name: name }: { id: string; kept_name: Buffer | null }): string | null =>
  name && sealingOf(database).open(name, placeOf(id));

const livesWith = query<{ life: string }>('erasure-lives', 'select life from lives_to_erase($1, $2)');
/** The lives that have texts to erase. */
export const livesToErase = async (database: Sequelize, { account, stage }: DueStage): Promise<string[]> =>
  (await livesWith(database, [account, stage])).map(({ life }) => life);

const texts = statement('erasure-texts', 'select erase_texts($1, $2, $3)');
/** Erases the texts of a life whose lock the transaction holds. */
export const eraseTexts = async (transaction: Transaction, { account, stage }: DueStage, life: string): Promise<void> => {
  await texts(transaction, [account, stage, life]);
};

const rows = query('erasure-rows', 'select erase_rows($1, $2)');
/** Erases what stands in no text. */
export const eraseRows = async (database: Sequelize, { account, stage }: DueStage): Promise<void> => {
  await rows(database, [account, stage]);
};

const membersOf = query<{ person: string }>('erasure-members', 'select person from membership where account = $1 order by person');
export const membersToErase = async (database: Sequelize, account: string): Promise<string[]> =>
  (await membersOf(database, [account])).map(({ person }) => person);

const person = query<{ became: 'erased' | 'kept' | 'waits' }>('erasure-person', 'select erase_person($1, $2, $3) as became');
/** Erases a person who has no account any more. `hash`: of the number, as messages have it. */
export async function erasePerson(
  database: Sequelize,
  account: string,
  id: string,
  hash: string | null,
): Promise<'erased' | 'kept' | 'waits'> {
  const [row] = await person(database, [account, id, hash]);
  return (row as NonNullable<typeof row>).became;
}

export interface StageRow {
  stage: Stage;
  closed_at: Date;
  banned: boolean;
  done_at: Date | null;
}
const stages = query<StageRow>('erasure-stages', 'select stage, closed_at, banned, done_at from erasure where account = $1');
/** What is to be erased of an account that is over; nothing for one that stands. */
export const stagesOf = (database: Sequelize, account: string): Promise<StageRow[]> => stages(database, [account]);

const papers = query<{ has: boolean }>('erasure-has-papers', 'select has_papers($1) as has');
/** Whether the account had a deal, or was one of the staff. */
export const hasPapers = async (database: Sequelize, account: string): Promise<boolean> =>
  (await papers(database, [account]))[0]?.has === true;

const over = query<{ account: string }>('erasure-over', 'select account from unnest($1::uuid[]) as account where is_over(account)');
/** Those of the accounts whose chain says that they are closed or have ended. */
export const accountsOver = async (database: Sequelize, accounts: string[]): Promise<Set<string>> =>
  new Set(accounts.length === 0 ? [] : (await over(database, [accounts])).map(({ account }) => account));
