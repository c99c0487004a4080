/**
 * Each day, what people are owed is said once: the root of a tree over the balances, with the total and what the books have beside it. The days are a
 * chain whose heads are leaves of the log, so that none can be taken back or said otherwise later.
 */
import { randomBytes } from 'node:crypto';
import type { Sequelize } from 'sequelize';
import type { DayRow } from '../../models/stores/balance-proof.ts';
import {
  addBalanceDay,
  balanceDaysAfter,
  balanceLeafOf,
  balanceLeavesOf,
  balanceNodesAt,
  holdBalanceDays,
  lastBalanceDay,
  newestBalanceDay,
  readBooks,
} from '../../models/stores/balance-proof.ts';
import { BALANCES } from '../../models/stores/log.ts';
import { civilDate } from '../../rules/working-days.ts';
import { hashOf } from '../hashing.ts';
import type { Node, Owed, Step } from './balance-tree.ts';
import { inOrder, leafOf, levelsOf, placesBeside, rootOf } from './balance-tree.ts';
import { proofOf } from './proof.ts';

/** The hash that stands in the log for a day. It covers all days before. */
export const headOfDay = ({ number, day, at, leaves, root, total, beside }: Omit<DayRow, 'head'>, previous: string | null): string =>
  hashOf({ number, day, at: at.toISOString(), leaves, root: root.toString('hex'), total, beside, previous });

/** Says what people are owed at this moment, unless it was said today. */
export const tellBalances = (database: Sequelize, now = new Date()): Promise<boolean> =>
  database.transaction(async (transaction) => {
    await holdBalanceDays(transaction);
    const day = civilDate(now.toISOString());
    const before = await lastBalanceDay(transaction);
    if (before !== undefined && before.day >= day) return false;
    const { owed, beside } = await readBooks(transaction);
    const leaves = inOrder(owed.map(({ account, sum }): Owed => ({ account, nonce: randomBytes(32), sum: BigInt(sum) })));
    const levels = levelsOf(leaves.map(leafOf));
    const { hash: root, sum: total } = rootOf(levels);
    const said = { number: (before?.number ?? 0) + 1, day, at: now, leaves: leaves.length, root, total: String(total), beside };
    await addBalanceDay(transaction, {
      day: { ...said, head: headOfDay(said, before?.head ?? null) },
      nodes: levels.flatMap((row, level) => row.map((node, index) => ({ level, index, ...node }))),
      leaves: leaves.map(({ account, nonce }, index) => ({ account, nonce, index })),
    });
    return true;
  });

/** What shows an account that its balance is in the total of the last day. */
export interface BalanceProof {
  day: DayRow & { previous: string | null };
  /** Undefined if it was owed nothing. */
  owed: Owed | undefined;
  path: Step[];
  /** The proof that the day's head is in the log; undefined until a checkpoint has it. */
  inLog: string | undefined;
}

export async function balanceProofOf(database: Sequelize, account: string): Promise<BalanceProof | undefined> {
  const day = await newestBalanceDay(database);
  if (day === undefined) return undefined;
  const leaf = await balanceLeafOf(database, day.number, account);
  const places = leaf === undefined ? [] : placesBeside(leaf.index, day.leaves);
  const found = await balanceNodesAt(database, day.number, places);
  const path = places.map(({ level, index, side }): Step => {
    const node = found.find((each) => each.level === level && each.index === index);
    if (node === undefined) throw new Error(`day ${day.number} has no node ${level}/${index}`);
    return { side, hash: node.hash, sum: BigInt(node.sum) };
  });
  return {
    ...{ day, path },
    owed: leaf && { account, nonce: leaf.nonce, sum: BigInt(leaf.sum) },
    inLog: await proofOf(database, BALANCES, { covers: day.number, upTo: day.number }),
  };
}

/** What does not hold of the days: a tree that does not make its root, or a head that does not follow. */
export async function checkBalances(database: Sequelize): Promise<{ faults: string[]; days: number }> {
  const faults: string[] = [];
  let [days, previous]: [number, string | null] = [0, null];
  for (;;) {
    const page = await balanceDaysAfter(database, days);
    for (const day of page) {
      const rows = await balanceLeavesOf(database, day.number);
      const leaves = rows.map((row): Node => leafOf({ account: row.account, nonce: row.nonce, sum: BigInt(row.sum) }));
      const root = rootOf(levelsOf(leaves));
      const about = `balances of ${day.day}`;
      if (!root.hash.equals(day.root) || String(root.sum) !== day.total || leaves.length !== day.leaves)
        faults.push(`${about}: its leaves do not make its root`);
      if (day.number !== days + 1 || day.head !== headOfDay(day, previous))
        faults.push(`${about}: its head does not follow from the day before`);
      [days, previous] = [day.number, day.head];
    }
    if (page.length === 0) return { faults, days };
  }
}
