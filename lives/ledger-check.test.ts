import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Sequelize, Transaction } from 'sequelize';
import { loginAs } from '../local/postgresql.ts';
import { openDatabase } from '../models/database.ts';
import { checkLedger, invariants } from '../models/stores/ledger-check.ts';
import type { Ledger, Movement } from '../testing/worlds/ledger.ts';
import { openLedger } from '../testing/worlds/ledger.ts';
import { checkNext } from './ledger-check.ts';

let ledger: Ledger;
let owner: Sequelize;
beforeAll(async () => {
  ledger = await openLedger();
  owner = openDatabase(loginAs(ledger.url, 'akjet_owner'));
});
afterAll(async () => {
  await owner.close();
  await ledger.close();
});

const brokenIn = async (from: Sequelize | Transaction): Promise<string[]> => [
  ...new Set((await checkLedger(from)).map(({ invariant }) => invariant)),
];

const moves = (debit: string, credit: string, amount: number, phase: Movement['phase'] = 'single'): Movement => ({
  debit,
  credit,
  amount,
  phase,
});
const TRANSIT = 'in-transit/payouts';

/** A payout that was paid, came back, and was paid again; and a hold that was voided. Returns the names of what they touch. */
async function story(): Promise<Record<'task' | 'owed' | 'payout' | 'payment', string>> {
  const [id, contractor] = [randomUUID(), randomUUID()];
  const names = { task: `held/task/${id}`, owed: `owed/${contractor}`, payout: `payout/${id}/1`, payment: `payment/${id}/1` };
  await ledger.book([moves('provider/sandbox', names.task, 70, 'pending')], names.payment);
  await ledger.book([moves('provider/sandbox', names.task, 70, 'void')], names.payment);
  await ledger.book([moves('provider/sandbox', names.task, 100), moves(names.task, names.owed, 100)], names.payment);
  await ledger.book([moves(names.owed, TRANSIT, 100, 'pending')], names.payout);
  await ledger.book([moves(names.owed, TRANSIT, 100, 'post'), moves(TRANSIT, 'provider/sandbox', 100)], names.payout);
  await ledger.book([{ ...moves('provider/sandbox', names.owed, 100), code: 'payout-returned' }], names.payout);
  await ledger.book([moves(names.owed, TRANSIT, 100, 'pending')], names.payout);
  await ledger.book([moves(names.owed, TRANSIT, 100, 'post'), moves(TRANSIT, 'provider/sandbox', 100)], names.payout);
  return names;
}

type Harm = (names: Awaited<ReturnType<typeof story>>) => string;

/** For each rule, ways to break it that only the owner of the database has. */
const harms: Record<string, Harm[]> = {
  'all debits are equal to all credits, posted and pending': [
    ({ owed }) => `update ledger_account set credits_posted = credits_posted + 1 where code = '${owed}'`,
    ({ owed }) => `update ledger_account set credits_pending = credits_pending + 1 where code = '${owed}'`,
  ],
  'there are two entries for each posting': [
    ({ payout }) =>
      `insert into posting select life, seq, index + 1, 'single', debit, credit, 5, code, at from posting where life = '${payout}' and seq = 1`,
  ],
  'an account is of its kind, and is not overdrawn': [
    ({ owed }) => `update ledger_account set keeps = null where code = '${owed}'`,
    ({ owed }) =>
      `update ledger_account set debits_pending = debits_pending + 1, credits_pending = credits_pending + 1 where code = '${owed}'`,
    ({ owed }) => `update ledger_account set code = 'tips/1' where code = '${owed}'`,
  ],
  'the counters of an account are the sums of its entries, and its version is their number': [
    ({ owed }) => `update ledger_account set debits_posted = debits_posted + 1, credits_posted = credits_posted + 1 where code = '${owed}'`,
    ({ owed }) => `update ledger_account set version = version + 1 where code = '${owed}'`,
    ({ owed }) => `delete from entry using ledger_account where id = account and code = '${owed}' and entry.version = 1`,
  ],
  'the balance of each entry follows from the one before': [
    ({ owed }) =>
      `update entry set balance = balance + 1 from ledger_account where id = account and code = '${owed}' and entry.version = 3`,
  ],
  'an entry changes its account as its posting says, and each account once': [
    ({ payout }) => `update posting set amount = 99 where life = '${payout}' and seq = 4`,
    ({ payout }) => `update posting set phase = 'single' where life = '${payout}' and seq = 4`,
    ({ payout }) => `update posting set debit = 'owed/somebody' where life = '${payout}' and seq = 4`,
    ({ payout }) => `delete from posting where life = '${payout}' and seq = 4`,
  ],
  'nothing is kept for a life that is over': [
    ({ task }) =>
      `insert into life (id, kind, done) values (substr('${task}', 6), 'task', true);
       update ledger_account set credits_posted = credits_posted + 1 where code = '${task}'`,
  ],
  'a posting that ends a pending one has its accounts and not more than its sum, and is the only one': [
    ({ payout }) => `update posting set amount = 101 where life = '${payout}' and phase = 'post'`,
    ({ payment }) => `update posting set amount = 69 where life = '${payment}' and phase = 'void'`,
    ({ payout }) => `update posting set debit = 'owed/somebody' where life = '${payout}' and phase = 'post'`,
    ({ payout }) =>
      `drop index posting_ends_once;
       insert into posting select life, 4, 1, phase, debit, credit, amount, code, at, pending_seq, pending_index from posting where life = '${payout}' and phase = 'post' and seq = 2`,
  ],
  'each posting has its event, and those of an event are numbered without a gap': [
    ({ payout }) => `delete from event where life = '${payout}' and seq = 4`,
    ({ payout }) => `update posting set index = 1 where life = '${payout}' and seq = 4`,
  ],
  'a payout is paid once, until it comes back': [
    ({ payout }) => `update posting set code = 'other' where life = '${payout}' and code = 'payout-returned'`,
  ],
};

const log = pino({ enabled: false });
const AT_ONCE = { sums: 0, accounts: 0, lives: 0 };

it('finds nothing in a ledger that was written by its function', async () => {
  await story();
  expect(await brokenIn(owner)).toEqual([]);
  for (let n = 0; n < 3; n++) expect(await checkNext({ database: owner, log }, AT_ONCE)).toBe(0);
});

it('knows a way to break each rule', () => {
  expect(Object.keys(harms)).toEqual(invariants.map(({ says }) => says));
});

it.each(Object.entries(harms))('finds an owner who makes it untrue that %s', async (says, ways) => {
  for (const harm of ways) {
    const sql = harm(await story());
    const transaction = await owner.transaction();
    try {
      await owner.query(`set local session_replication_role = replica; ${sql}`, { transaction });
      expect([sql, await brokenIn(transaction)]).toEqual([sql, expect.arrayContaining([says])]);
    } finally {
      await transaction.rollback();
    }
  }
});

it('keeps what the job found', async () => {
  const { owed } = await story();
  await owner.query(`update ledger_account set credits_posted = credits_posted + 1 where code = '${owed}'`);
  while ((await checkNext({ database: owner, log }, AT_ONCE)) === 0);
  const { rows } = await ledger.worker.query('select invariant, about from ledger_fault order by 1');
  expect(rows).toContainEqual({ invariant: 'all debits are equal to all credits, posted and pending', about: 'KZT' });
});
