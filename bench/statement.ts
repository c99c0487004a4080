// Measures statements of 10 000 and of 100 000 entries: npm run bench:statement
// Both are streamed as CSV like GET /v1/statement.csv, piece by piece. The memory of the larger one may not be more than that of the smaller one.
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { asCsv } from '../api/balance/statement.ts';
import { aligned, say } from '../local/progress.ts';
import type { Stack } from '../local/stack.ts';
import { openDatabase } from '../models/database.ts';
import { statementOf } from '../models/stores/account-statement.ts';
import { openLedger } from '../testing/worlds/ledger.ts';
import { runBench } from './stack.ts';

const SIZES = [10_000, 100_000];
const PERIOD = { from: '2026-01-01', to: '2026-12-31' };
const MEGABYTE = 2 ** 20;
/** How much more the larger statement may keep, in megabytes: what the collector has not come to. */
const SLACK = 16;

const account = (size: number): string => `00000000-0000-4000-8000-${String(size).padStart(12, '0')}`;
/** Entries of a contractor's account: each a payment for a task of its own. */
const fill = (size: number): string => `
  set session_replication_role = replica;
  insert into ledger_account (code, shard, kind, keeps, credits_posted, version) values ('owed/${account(size)}', 0, 'owed', 'credit', ${size}::bigint * 100000, ${size});
  insert into life (id, kind, seq, state, done) select 'payment/${size}-' || n || '/1', 'payment', 3, 'captured', true from generate_series(1, ${size}) as n;
  insert into posting (life, seq, index, phase, debit, credit, amount, code, at)
    select 'payment/${size}-' || n || '/1', 3, 0, 'single', 'held/task/${size}-' || n, 'owed/${account(size)}', 100000, 'payment-captured',
      timestamptz '2026-01-02' + n * interval '300 days' / ${size} from generate_series(1, ${size}) as n;
  insert into entry (account, version, life, seq, index, debit, credit, debit_pending, credit_pending, balance, at)
    select ledger_account.id, row_number() over (order by at), life, seq, index, 0, amount, 0, 0, 100000 * row_number() over (order by at), at
    from posting join ledger_account on ledger_account.code = posting.credit where ledger_account.code = 'owed/${account(size)}';
  set session_replication_role = origin;`;

await runBench(bench);

async function bench({ environment }: Stack): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const ledger = await openLedger(2, environment.DATABASE_URL);
  const database = openDatabase(ledger.url);
  try {
    for (const size of SIZES) await ledger.owner.query(fill(size));
    await ledger.owner.query('vacuum analyze');
    const rows: string[][] = [['entries', 'seconds', 'entries per second', 'most kept, MB']];
    const kept: number[] = [];
    for (const size of SIZES) {
      collect();
      const before = process.memoryUsage().heapUsed;
      const began = performance.now();
      let [lines, most] = [0, 0];
      for await (const _line of asCsv(statementOf(database, account(size), '2026-01-01', '2027-01-01'), PERIOD, 'ru')) {
        if (++lines % 5_000 === 0) {
          collect();
          most = Math.max(most, process.memoryUsage().heapUsed - before);
        }
      }
      // With the head, the opening and the closing balance.
      if (lines !== size + 3) throw new Error(`${lines} lines of ${size} entries`);
      const seconds = (performance.now() - began) / 1_000;
      kept.push(most / MEGABYTE);
      rows.push([size.toLocaleString('en'), seconds.toFixed(1), (size / seconds).toFixed(0), (most / MEGABYTE).toFixed(1)]);
    }
    say(`\n${aligned(rows)}`);
    if ((kept[1] ?? 0) > (kept[0] ?? 0) + SLACK) throw new Error('the memory grows with the statement');
  } finally {
    await database.close();
    await ledger.close();
  }
}
