/** What the API reads and writes of accounts beside their lives. Readers never lock. */
import { randomUUID } from 'node:crypto';
import type { Sequelize, Transaction } from 'sequelize';
import { QueryTypes } from 'sequelize';
import { query, statement } from '../../models/statement.ts';

export interface AccountRow {
  name: string;
  email: string | null;
  language: 'kk' | 'ru' | 'en';
  identifier: Buffer | null;
}

export async function findAccount(database: Sequelize, id: string): Promise<AccountRow | undefined> {
  const [row] = await database.query<AccountRow>('select name, email, language, identifier from account where id = $1', {
    bind: [id],
    type: QueryTypes.SELECT,
  });
  return row;
}

/** The authorised numbers of persons, by their ids. */
export async function numbersOf(database: Sequelize, persons: string[]): Promise<Map<string, string>> {
  const rows = await database.query<{ id: string; number: string }>('select id, number from person where id = any($1::uuid[])', {
    bind: [persons],
    type: QueryTypes.SELECT,
  });
  return new Map(rows.map(({ id, number }) => [id, number]));
}

const insertPerson = query<{ id: string }>(
  'person-of-number',
  `with made as (insert into person (id, number) values ($1, $2) on conflict (number) do nothing returning id)
   select id from made union all select id from person where number = $2 limit 1`,
);

/** The person with an authorised number, made where there is none yet: who owns it is shown when they log in. */
export async function personOf(database: Sequelize, number: string): Promise<string> {
  for (;;) {
    // Another request may make the person between the two halves of the statement: the next try finds it.
    const [row] = await insertPerson(database, [randomUUID(), number]);
    if (row) return row.id;
  }
}

/** Keeps a registered account's IIN or BIN, and lets the session that registered it act for it. */
const settle = statement(
  'account-settle',
  `with known as (update account set identifier = $2, identifier_hash = $3 where id = $1)
   update session set account = $1 where id = $4 and account is null`,
);

export const settleAccount = async (
  transaction: Transaction,
  { account, sealed, hash, session }: { account: string; sealed: Buffer; hash: string; session: string },
): Promise<void> => {
  await settle(transaction, [account, sealed, hash, session]);
};

/** How much of an account still goes on: tasks, payments, payouts and signings, disputes, and fees that it owes. */
export async function unfinished(database: Sequelize, account: string): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `select count(*)::int as count from (
       select task.id from task join life on life.id = task.id where task.customer = $1 and not life.done
       union all select task.id from task join life on life.id = task.id where task.contractor = $1 and not life.done
       union all select life from life_of_account where account = $1 and open
       union all select dispute.id from dispute join life on life.id = dispute.id where claimant = $1 and not life.done
       union all select dispute.id from dispute join life on life.id = dispute.id where respondent = $1 and not life.done
       union all select fee.id from fee join life on life.id = fee.id where fee.customer = $1 and not life.done) as running`,
    { bind: [account], type: QueryTypes.SELECT },
  );
  return row?.count ?? 0;
}

/** Was the IIN or BIN of an account taken already? The database says so in the name of its index. */
export const isTaken = (error: unknown): boolean =>
  (error as { parent?: { constraint?: string } }).parent?.constraint === 'account_of_identifier' ||
  (error as { constraint?: string }).constraint === 'account_of_identifier';
