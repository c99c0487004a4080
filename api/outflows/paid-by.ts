/** What money that went out paid: beyond doubt, and what it may have paid. */
import type { Sequelize } from 'sequelize';
import { dueLines, recordedAs, recordsOf } from '../../models/stores/outflow.ts';
import type { Due, Paid, PaidOut } from '../../rules/outflow-matching.ts';
import { namedBy, paidBeyondDoubt } from '../../rules/outflow-matching.ts';
import { dueTransferLines } from '../social-transfers/lines.ts';

/** `on`: the civil date on which the bank booked it. */
type Entry = PaidOut & { identifier: string | null; on: string };

async function dueFor(database: Sequelize, entry: Entry): Promise<Due[]> {
  const orders = namedBy(entry).map(({ order }) => order);
  const [rows, transfers] = await Promise.all([
    dueLines(database, { orders, identifier: entry.identifier, amount: String(entry.amount) }),
    dueTransferLines(database, entry.identifier, entry.on),
  ]);
  return [...rows.map((row) => ({ ...row, amount: BigInt(row.amount) })), ...transfers];
}

/** What an entry paid beyond doubt: a payout, an order of payouts, a social transfer, or the one that was recorded with its order and its sum. */
export async function paidBy(database: Sequelize, entry: Entry): Promise<Paid | undefined> {
  const paid = paidBeyondDoubt(entry, await dueFor(database, entry));
  if (paid !== undefined || namedBy(entry).length > 0) return paid;
  const recorded = await recordedAs(database, String(entry.amount), entry.reference);
  const fitting: string[] = [];
  for (const life of recorded) if ((await recordsOf(database, { life, amount: String(entry.amount) })).length > 0) fitting.push(life);
  const [one, ...more] = fitting;
  return more.length === 0 && one?.startsWith('social-transfer/') ? { pays: one } : undefined;
}

export interface Candidate extends Paid {
  because: ('number' | 'payee' | 'sum')[];
}

/** What an entry may have paid, the likeliest first. */
export async function mayHavePaid(database: Sequelize, entry: Entry): Promise<Candidate[]> {
  const named = namedBy(entry);
  const lines = (await dueFor(database, entry)).map(({ pays, component, number, nth, amount, isOfPayee }): Candidate => {
    const isNamed = named.some((each) => each.order === number && (each.nth === undefined || each.nth === nth));
    const signs = { number: isNamed, payee: isOfPayee === true, sum: amount === entry.amount };
    const because = (Object.keys(signs) as (keyof typeof signs)[]).filter((sign) => signs[sign]);
    return { pays, ...(component !== undefined && { component }), because };
  });
  const recorded = await recordedAs(database, String(entry.amount), entry.reference);
  const all = [...lines, ...recorded.map((pays): Candidate => ({ pays, because: ['sum'] }))];
  return all
    .filter(({ because }) => because.length > 0)
    .toSorted((one, other) => other.because.length - one.because.length)
    .slice(0, 100);
}
