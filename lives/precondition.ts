/** What must hold outside a life for a command to be done. */
import type { Transaction } from 'sequelize';
import type { Refusal } from '../charts/judge.ts';

/**
 * Answers why the command may not be done, or undefined. It reads, and locks what must not change before the commit. It writes nothing: the due
 * timers stay committed after a refusal, and what it wrote would stay with them.
 */
export type Precondition = (transaction: Transaction) => Promise<Refusal | undefined>;

/** Asks one after the other. The first refusal counts. */
export async function firstRefusal(transaction: Transaction, preconditions: readonly Precondition[]): Promise<Refusal | undefined> {
  for (const precondition of preconditions) {
    const refusal = await precondition(transaction);
    if (refusal) return refusal;
  }
  return undefined;
}
