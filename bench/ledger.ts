// Measures the ledger beside a bare INSERT of the same rows: npm run bench:ledger
// Every transaction writes a life with its event, and then its postings: by the function `book`, or by one INSERT into tables with the same keys.
import { performance } from 'node:perf_hooks';
import { databaseOf } from '../local/postgresql.ts';
import { aligned, say } from '../local/progress.ts';
import type { Stack } from '../local/stack.ts';
import { openDatabase } from '../models/database.ts';
import { checkLedger } from '../models/stores/ledger-check.ts';
import type { Ledger, Movement } from '../testing/worlds/ledger.ts';
import { BOOK, openLedger } from '../testing/worlds/ledger.ts';
import { quantile } from './report.ts';
import { runBench } from './stack.ts';

const ACCOUNTS = 10_000;
const BATCH = 50;
const ROUNDS = 3;
const SECONDS = 4;
const MACHINES: [callers: number, flushed: boolean][] = [
  [1, true],
  [8, true],
  [32, true],
  [1, false],
  [8, false],
];

/** Tables with the same columns and keys as those of the ledger, and one row for each leg as in `entry`, whose versions come from a sequence. */
const BARE = `
  create table bare_posting (like posting including all, foreign key (life, seq) references event);
  create table bare_entry (like entry including all, foreign key (life, seq, index) references bare_posting,
    foreign key (account) references ledger_account);
  create sequence bare_version start 1000000;
  grant all on bare_posting, bare_entry, bare_version to akjet_worker;`;
const INSERT = `
  with given as (select * from jsonb_to_recordset($1::jsonb) as p (life text, seq int, index int, phase text, debit text, credit text, amount bigint,
      code text, at timestamptz)),
  postings as (insert into bare_posting (life, seq, index, phase, debit, credit, amount, code, at) select * from given)
  insert into bare_entry (account, version, life, seq, index, debit, credit, debit_pending, credit_pending, balance, at)
  select leg % ${ACCOUNTS} + 1, nextval('bare_version'), life, seq, index, amount * leg, amount * (1 - leg), 0, 0, amount, at from given, generate_series(0, 1) as leg`;

const account = (n: number): string => `owed/${String(n).padStart(8, '0')}`;
const any = (): number => Math.floor(Math.random() * ACCOUNTS);
/** From one account to another. Each has enough. */
const uniform = (): Movement[] => {
  const from = any();
  return [{ debit: account(from), credit: account((from + 1 + Math.floor(Math.random() * (ACCOUNTS - 1))) % ACCOUNTS), amount: 1 }];
};

interface Load {
  what: string;
  sql: string;
  movements: () => Movement[];
}
const batch = (): Movement[] => Array.from({ length: BATCH }, uniform).flat();
const hot = (code: string) => (): Movement[] => [{ debit: account(any()), credit: code, amount: 1 }];
const LOADS: Load[] = [
  { what: 'bare INSERT', sql: INSERT, movements: uniform },
  { what: 'uniform', sql: BOOK, movements: uniform },
  { what: 'hot, 16 shards', sql: BOOK, movements: hot('income/fee') },
  { what: 'hot, one row', sql: BOOK, movements: hot('set-off/hot') },
  { what: `bare INSERT of ${BATCH}`, sql: INSERT, movements: batch },
  { what: `batch of ${BATCH}`, sql: BOOK, movements: batch },
];

await runBench(bench);

async function bench({ environment }: Stack): Promise<void> {
  for (const [callers, flushed] of MACHINES) {
    const ledger = await openLedger(callers, environment.DATABASE_URL);
    try {
      await ledger.owner.query(BARE);
      // For the connections that are opened from now on: without waiting for the disk, what is left is the work of the database.
      if (!flushed) await ledger.owner.query(`alter database "${databaseOf(ledger.url)}" set synchronous_commit = off`);
      for (let n = 0; n < ACCOUNTS; n += 500)
        await ledger.book(
          Array.from({ length: 500 }, (_, each) => ({ debit: 'provider/sandbox', credit: account(n + each), amount: 1_000_000 })),
        );
      // Foreign keys of an empty table would be looked up by reading all of it.
      await ledger.owner.query('insert into bare_posting select * from posting; insert into bare_entry select * from entry');
      await ledger.owner.query('vacuum analyze');
      const found = new Map(LOADS.map(({ what }) => [what, [] as number[]]));
      // In turns, so that whatever else the machine does meets all of them.
      for (let round = 0; round < ROUNDS; round++)
        for (const load of LOADS) found.get(load.what)?.push(await perSecond(ledger, load, callers));
      const median = (what: string): number =>
        quantile(
          (found.get(what) ?? []).toSorted((one, other) => one - other),
          0.5,
        );
      say(`\n${callers} at once, ${flushed ? '' : 'not '}flushed to disk: postings per second, median of ${ROUNDS} rounds of ${SECONDS} s`);
      const rows = LOADS.map(({ what }) => {
        const bare = median(what.includes(String(BATCH)) ? `bare INSERT of ${BATCH}` : 'bare INSERT');
        return [what, median(what).toFixed(0), (median(what) / bare).toFixed(2)];
      });
      say(aligned([['', '/s', 'to bare'], ...rows]));
      const database = openDatabase(ledger.url);
      const faults = await checkLedger(database);
      await database.close();
      if (faults.length > 0) throw new Error(`the ledger does not hold: ${JSON.stringify(faults)}`);
    } finally {
      await ledger.close();
    }
  }
}

async function perSecond({ write }: Ledger, { sql, movements }: Load, callers: number): Promise<number> {
  const began = performance.now();
  let count = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() - began < SECONDS * 1_000) {
      const each = movements();
      await write(sql, each);
      count += each.length;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return count / ((performance.now() - began) / 1_000);
}
