// Measures the end of a month of 10 000 customers and 300 000 fees: npm run bench:month
// The fees and their postings are inserted; then the invoices are drawn as the schedule does it, and the books are read as for the close. The sweep starts
// the invoices' runs after that. In the same run the rows that drawing writes at the least, one life and one event for each invoice, are inserted bare, one
// transaction for each.
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { bill } from '../activities/bill.ts';
import { spanOf } from '../api/months/presenter.ts';
import { sweep } from '../lives/sweep.ts';
import { aligned, say } from '../local/progress.ts';
import type { Stack } from '../local/stack.ts';
import parameters from '../models/reference/parameters.json' with { type: 'json' };
import { monthFigures, openMatters, revenueOf, totalsOf } from '../models/stores/month.ts';
import { payTermsAt } from '../rules/pay-terms.ts';
import { CHART } from '../testing/worlds/ledger.ts';
import type { World } from '../testing/worlds/world.ts';
import { openWorld } from '../testing/worlds/world.ts';
import { runBench } from './stack.ts';

const CUSTOMERS = 10_000;
const FEES = 300_000;
const MONTH = '2026-10';
/** What the month's end may take. */
const MOST_SECONDS = 60;

/** Customers, tasks and fees of the month with their entries. Skips triggers and foreign keys, which would take minutes. */
const FILL = `
  set session_replication_role = replica;
  create temp table who as select n, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid as account from generate_series(1, ${CUSTOMERS}) as n;
  create temp table made as
    select account, 'task/' || gen_random_uuid() as task, 10000 + (fees.n::bigint * 7919) % 500000 as principal,
      timestamptz '2026-10-01T00:00:00+05:00' + (fees.n * interval '30 days') / ${FEES} as at
    from generate_series(1, ${FEES}) as fees (n) join who on who.n = fees.n % ${CUSTOMERS} + 1;
  insert into life (id, kind, seq, state, done, at, snapshot)
    select task, 'task', 9, 'closed', true, at, '{"context": {"terms": {"fee": {"rate": 500}}}}' from made;
  insert into life (id, kind, seq, state, done, at) select replace(task, 'task/', 'fee/') || '/1', 'fee', 1, 'charged', true, at from made;
  insert into fee (id, number, state, parent, customer, principal, terms, charged_at)
    select life.id, life.number, 'charged', task, account, principal, $terms$, made.at
    from made join life on life.id = replace(task, 'task/', 'fee/') || '/1';
  insert into unbilled_fee select id, customer, number from fee;
  insert into posting (life, seq, index, phase, debit, credit, amount, code, at)
    select replace(task, 'task/', 'fee/') || '/1', 1, 0, 'single', 'receivable/' || account, 'income/fee', principal, 'fee-charged', at from made;
  insert into ledger_account (code, shard, kind, keeps, debits_posted, credits_posted, version)
    select 'receivable/' || account, 0, 'receivable', 'debit', sum(principal), 0, count(*) from made group by account
    union all select 'income/fee', 0, 'income/fee', null, 0, sum(principal), count(*) from made;
  insert into entry (account, version, life, seq, index, debit, credit, debit_pending, credit_pending, balance, at)
    select id, row_number() over own, life, 1, 0, debit, credit, 0, 0, sum(credit - debit) over own, at from (
      select ledger_account.id, posting.life, case when ledger_account.code = posting.debit then amount else 0 end as debit,
        case when ledger_account.code = posting.credit then amount else 0 end as credit, posting.at
      from posting join ledger_account on ledger_account.code in (posting.debit, posting.credit)) as legs
    window own as (partition by id order by at, life);
  set session_replication_role = origin;
  analyze;`;

await runBench(bench);

async function bench({ environment }: Stack): Promise<void> {
  Object.assign(process.env, environment);
  const world = await openWorld({ ownDatabase: true, sweeping: false });
  try {
    const { owner, worker, lives, dispatch } = world;
    await owner.query(FILL.replace('$terms$', `'${JSON.stringify(payTermsAt(parameters, `${MONTH}-01`))}'::jsonb`));
    await owner.query('vacuum analyze');
    say(`\n${CUSTOMERS.toLocaleString('en')} customers, ${FEES.toLocaleString('en')} fees of ${MONTH}`);

    const rows: string[][] = [['', 'seconds', 'processor of this process']];
    const timed = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
      const [began, spent] = [performance.now(), process.cpuUsage()];
      const result = await work();
      const { user, system } = process.cpuUsage(spent);
      rows.push([what, ((performance.now() - began) / 1_000).toFixed(1), ((user + system) / 1e6).toFixed(1)]);
      return result;
    };
    await timed(`bare: ${CUSTOMERS.toLocaleString('en')} lives with an event`, () => bare(world));
    const began = performance.now();
    const drawn = await timed('drawing the invoices', () => bill(worker, '2026-11-02T22:00:00.000Z'));
    const bounds = spanOf(MONTH);
    await timed('reading the books, twice: preview and close', async () => {
      for (let time = 0; time < 2; time++)
        await Promise.all([
          totalsOf(lives.database, MONTH, bounds),
          openMatters(lives.database, bounds),
          monthFigures(lives.database, `${MONTH}-01`, bounds.next),
          revenueOf(lives.database, bounds),
        ]);
    });
    const seconds = (performance.now() - began) / 1_000;
    await timed('running it again, which draws nothing', () => bill(worker, '2026-11-02T22:00:00.000Z'));
    await timed('the sweep, which starts the first 200 runs', () => sweep(lives, dispatch));
    say(aligned(rows));
    const [row] = await world.rows<{ ratio: number; lines: number }>('select count(*)::int as lines from bill_line');
    if (drawn !== CUSTOMERS || row?.lines !== FEES) throw new Error(`${drawn} invoices with ${row?.lines} lines were drawn`);
    say(`The month's end took ${seconds.toFixed(0)} s; it may take ${MOST_SECONDS}.`);
    if (seconds > MOST_SECONDS) process.exitCode = 1;
  } finally {
    await world.close();
  }
}

/** As many at once as the drawing. */
async function bare({ owner }: World): Promise<void> {
  await owner.query(CHART);
  let left = CUSTOMERS;
  const caller = async (): Promise<void> => {
    while (left-- > 0) {
      const life = `bare/${randomUUID()}`;
      await owner.query(
        `with born as (insert into life (id, kind, seq, state, done) values ($1, 'bare', 1, 'made', true))
         insert into event (life, seq, key, at, by, type, input, state, snapshot_hash, effects_hash, chart_hash, hash)
         values ($1, 1, 'message/' || gen_random_uuid(), now(), 'platform', 'made', '{}', '', '', '', 'ledger', '')`,
        [life],
      );
    }
  };
  await Promise.all(Array.from({ length: 4 }, caller));
}
