/** Reads orders of paid extras. */
import type { Transaction } from 'sequelize';
import { statement } from '../statement.ts';

const queue = statement('extra-queue', `select pg_advisory_xact_lock(hashtextextended('extra/' || $1, 0))`);
const open = statement(
  'extra-open',
  `select from life_of_account as own join life on life.id = own.life
   where own.account = $1 and own.kind = 'extra' and own.open and life.state = any ($2::text[]) limit 1`,
);
/** Is an order of the account in one of these states? Two orders of one account wait for each other. */
export async function hasExtraIn(transaction: Transaction, account: string, states: readonly string[]): Promise<boolean> {
  await queue(transaction, [account]);
  return (await open(transaction, [account, states])).length > 0;
}
