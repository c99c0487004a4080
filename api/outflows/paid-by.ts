/** What money that went out paid: beyond doubt, and what it may have paid. */
import type { Sequelize } from 'sequelize';
import type { DueRow } from '../../models/stores/outflow.ts';
import { dueLines, recordedAs, recordsOf } from '../../models/stores/outflow.ts';
import type { Due, PaidOut } from '../../rules/outflow-matching.ts';
import { namedBy, paidBeyondDoubt } from '../../rules/outflow-matching.ts';

type Entry = PaidOut & { identifier: string | null };

async function dueFor(database: Sequelize, entry: Entry): Promise<(Omit<DueRow, 'amount'> & Due)[]> {
  const orders = namedBy(entry).map(({ order }) => order);
  const rows = await dueLines(database, { orders, identifier: entry.identifier, amount: String(entry.amount) });
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

/** The life that an entry paid beyond doubt: a payout, an order of payouts, or the one transfer that was recorded with its order and its sum. */
export async function paidBy(database: Sequelize, entry: Entry): Promise<string | undefined> {
  const paid = paidBeyondDoubt(entry, await dueFor(database, entry));
  if (paid !== undefined || namedBy(entry).length > 0) return paid;
  const recorded = await recordedAs(database, String(entry.amount), entry.reference);
  const fitting: string[] = [];
  for (const life of recorded) if ((await recordsOf(database, life, String(entry.amount))).length > 0) fitting.push(life);
  const [one, ...more] = fitting;
  return more.length === 0 && one?.startsWith('social-transfer/') ? one : undefined;
}

export interface Candidate {
  pays: string;
  because: ('number' | 'payee' | 'sum')[];
}

/** What an entry may have paid, the likeliest first. */
export async function mayHavePaid(database: Sequelize, entry: Entry): Promise<Candidate[]> {
  const named = namedBy(entry);
  const lines = (await dueFor(database, entry)).map(({ payout, number, nth, amount, isOfPayee }): Candidate => {
    const isNamed = named.some((each) => each.order === number && (each.nth === undefined || each.nth === nth));
    const signs = { number: isNamed, payee: isOfPayee === true, sum: amount === entry.amount };
    return { pays: payout, because: (Object.keys(signs) as (keyof typeof signs)[]).filter((sign) => signs[sign]) };
  });
  const recorded = await recordedAs(database, String(entry.amount), entry.reference);
  const all = [...lines, ...recorded.map((pays): Candidate => ({ pays, because: ['sum'] }))];
  return all
    .filter(({ because }) => because.length > 0)
    .toSorted((one, other) => other.because.length - one.because.length)
    .slice(0, 100);
}
