/** Reads orders of paid extras. */
import type { Transaction } from 'sequelize';
import { extraChart } from '../../charts/extra/chart.ts';
import { statesTagged } from '../../charts/state.ts';
import { statement } from '../statement.ts';

const queue = statement('extra-queue', `select pg_advisory_xact_lock(hashtextextended('extra/' || $1, 0))`);
const unpaid = statement(
  'extra-unpaid',
  `select from life_of_account as own join life on life.id = own.life
   where own.account = $1 and own.kind = 'extra' and own.open and life.state = any ($2::text[]) limit 1`,
);
/** Does an order of the account still wait for its payment or its paper? Two orders of one account wait for each other. */
export async function hasUnpaidExtra(transaction: Transaction, account: string): Promise<boolean> {
  await queue(transaction, [account]);
  return (await unpaid(transaction, [account, statesTagged(extraChart, 'awaited')])).length > 0;
}
