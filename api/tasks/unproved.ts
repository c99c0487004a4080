/** What an account may do whose IIN or BIN nobody has proved: small tasks, and few at a time. */
import type { Sequelize, Transaction } from 'sequelize';
import type { Refusal } from '../../charts/judge.ts';
import { amended } from '../../charts/task/money.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { holdUnproved } from '../../models/stores/account.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { countRunning } from '../../models/stores/task.ts';
import { numberAt } from '../../rules/parameters.ts';
import { totalOf } from '../../rules/work-lines.ts';
import { civilDate } from '../../rules/working-days.ts';
import { refusalBy } from '../errors.ts';

const REFUSED: Refusal = refusalBy('identity-unproved', '4.4.1');

type Limit = 'unprovedTaskMostTiyn' | 'unprovedTasksMost';
const limit = async (database: Sequelize, transaction: Transaction, code: Limit): Promise<number> =>
  numberAt(await readParameters(database, transaction), code, civilDate(new Date().toISOString()));

/** A task is not dearer than the limit if one of its parties is unproved. `price` in tiyn. */
export const isSmallEnough =
  (database: Sequelize, parties: readonly string[], price: bigint): Precondition =>
  async (transaction: Transaction) => {
    if (price <= BigInt(await limit(database, transaction, 'unprovedTaskMostTiyn'))) return undefined;
    return (await holdUnproved(transaction, parties)).length > 0 ? REFUSED : undefined;
  };

/** An unproved account has few unfinished tasks. */
export const hasFewTasks =
  (database: Sequelize, account: string): Precondition =>
  async (transaction: Transaction) => {
    if ((await holdUnproved(transaction, [account])).length === 0) return undefined;
    return (await countRunning(transaction, account)) >= (await limit(database, transaction, 'unprovedTasksMost')) ? REFUSED : undefined;
  };

/** The limits of the commands that bind both parties to a price. */
export function limitsOf(database: Sequelize, name: string, context: TaskContext, account: string): Precondition[] {
  const { customer, contractor, work, amendment } = context;
  const parties = [customer, contractor, account].filter((each) => each !== undefined);
  if (name === 'accept') return [isSmallEnough(database, parties, BigInt(totalOf(work.lines))), hasFewTasks(database, account)];
  if (name !== 'acceptAmendment' || amendment === undefined) return [];
  const changed = amended(context, { lines: amendment.work.lines, price: amendment.price });
  return changed ? [isSmallEnough(database, parties, BigInt(totalOf(changed.lines)))] : [];
}
