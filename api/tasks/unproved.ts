/** What an account may do whose IIN or BIN nobody has proved: small tasks, and few at a time. */
import type { Sequelize, Transaction } from 'sequelize';
import type { Refusal } from '../../charts/judge.ts';
import { amended } from '../../charts/task/money.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { holdUnproved } from '../../models/stores/account.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { countRunning } from '../../models/stores/task.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { numberAt } from '../../rules/parameters.ts';
import { totalOf } from '../../rules/work-lines.ts';
import { refusalBy } from '../errors.ts';

const REFUSED: Refusal = refusalBy('identity-unproved', '4.4.1');

interface Bound {
  /** Those whom the price binds. */
  parties: readonly string[];
  /** In tiyn. */
  price: bigint;
  /** Who of them gets one more unfinished task. */
  beginner?: string;
}

/** A task with an unproved party is not dearer than the limit, and an unproved account has few unfinished tasks. */
export const isWithinLimits =
  (database: Sequelize, { parties, price, beginner }: Bound): Precondition =>
  async (transaction: Transaction) => {
    const unproved = await holdUnproved(transaction, parties);
    if (unproved.length === 0) return undefined;
    const rows = await readParameters(database, transaction);
    const limit = (code: string): number => numberAt(rows, code, todayInAlmaty());
    if (price > BigInt(limit('unprovedTaskMostTiyn'))) return REFUSED;
    if (beginner === undefined || !unproved.includes(beginner)) return undefined;
    return (await countRunning(transaction, beginner)) >= limit('unprovedTasksMost') ? REFUSED : undefined;
  };

/** The limits of the commands that bind both parties to a price. */
export function limitsOf(database: Sequelize, name: string, context: TaskContext, account: string): Precondition[] {
  const { customer, contractor, work, amendment } = context;
  const parties = [customer, contractor, account].filter((each) => each !== undefined);
  if (name === 'accept') return [isWithinLimits(database, { parties, price: BigInt(totalOf(work.lines)), beginner: account })];
  if (name !== 'acceptAmendment' || amendment === undefined) return [];
  const changed = amended(context, { lines: amendment.work.lines, price: amendment.price });
  return changed ? [isWithinLimits(database, { parties, price: BigInt(totalOf(changed.lines)) })] : [];
}
