// Measures lists over 100 000 tasks: npm run bench:reads
// Each list is read like GET /v1/tasks. A list that scans a whole table is a failure.
import { performance } from 'node:perf_hooks';
import type { Sequelize } from 'sequelize';
import { QueryTypes } from 'sequelize';
import { ensureDatabase, inDatabase, loginAs, query } from '../local/postgresql.ts';
import { aligned, say } from '../local/progress.ts';
import type { Stack } from '../local/stack.ts';
import { migrate, openDatabase } from '../models/database.ts';
import type { TaskFilter } from '../models/stores/task.ts';
import { listQuery, listTasks } from '../models/stores/task.ts';
import { quantile } from './report.ts';
import { runBench } from './stack.ts';

type Asker = Parameters<typeof listTasks>[1];

interface Case extends Omit<TaskFilter, 'limit'> {
  what: string;
  asker: Asker;
}

const TASKS = 100_000;
const CUSTOMERS = 2_000;
const CONTRACTORS = 1_000;
const TIMES = 300;
const LIMIT = 50;

/** Derives an account's id from its name and number, so that SQL and this program agree. Number 0 of each party has every twentieth task. */
const account = (name: string): string => `overlay(overlay(md5('${name}' || number) placing '4' from 13) placing '8' from 17)::uuid`;

/** Inserts tasks of two years, one in twenty still open, with their candidates. Skips triggers and foreign keys, which would take minutes. */
const FILL = `
  set session_replication_role = replica;
  create temp table made as
    select n, n % 20 = 7 as open, (random() < 0.1) as invited,
      case when n % 20 = 0 then 0 else (random() * ${CUSTOMERS - 1})::int end as customer,
      case when n % 20 = 1 then 0 else (random() * ${CONTRACTORS - 1})::int end as contractor,
      now() - (${TASKS} - n) * interval '10 minutes' as at
    from generate_series(1, ${TASKS}) as n;
  insert into life (id, kind, seq, state, done, at)
    select 'task/' || gen_random_uuid(), 'task', 7, case when open then 'posted' else 'closed' end, not open, at from made order by n;
  insert into task (id, number, seq, state, stage, version, title, description, place, lines, price, payment, match, customer, contractor,
      start_at, due_at, deadlines, posted_at, changed_at)
    select life.id, life.number, 7, its.state, its.state, 1, 'Repair of a fence', repeat('Two sections, the boards are there. ', 10), 'Almaty',
      '[{"name": "Repair", "unit": "hour", "quantity": "5", "unitPrice": "300000"}]', 1500000, 'direct',
      case when invited then 'invited' else 'first-come' end, by.customer, case when not open then by.contractor end,
      made.at + interval '2 days', made.at + interval '3 days', '{}', made.at, made.at
    from life join made on made.n = life.number
      cross join lateral (select case when open then 'posted' else (array['closed', 'closed', 'closed', 'withdrawn', 'review', 'settling'])[n % 6 + 1] end as state) as its
      cross join lateral (select (select ${account('customer')} from (select customer as number) as one) as customer,
        (select ${account('contractor')} from (select contractor as number) as one) as contractor) as by;
  insert into candidate (account, number, task)
    select distinct on (1, 2) (select ${account('contractor')} from (select (task.number / 20 + each * 333) % ${CONTRACTORS} as number) as one), task.number, id
    from task, generate_series(1, 3) as each where contractor is null;
  set session_replication_role = origin;`;

const CASES = ({ busy, usual, contractor, busyContractor, newcomer, operator }: Record<string, Asker>): Case[] => {
  const [monthAgo, weekAgo] = [30, 7].map((days) => new Date(Date.now() - days * 86_400_000).toISOString());
  const half = TASKS / 2;
  const lists: [string, Asker | undefined, Partial<Case>][] = [
    ['a customer of 50 tasks', usual, {}],
    ['a customer of 5 000 tasks', busy, {}],
    ['... from the middle', busy, { after: half }],
    ['... in review', busy, { state: 'review' }],
    ['a contractor of 100 tasks', contractor, {}],
    ['... tasks accepted', contractor, { party: 'contractor' }],
    ['... tasks offered', contractor, { party: 'candidate' }],
    ['a contractor of 5 000 tasks', busyContractor, {}],
    ['... from the middle', busyContractor, { after: half }],
    ['... settling', busyContractor, { party: 'contractor', state: 'settling' }],
    ['a new contractor: open tasks', newcomer, {}],
    ['... from the middle', newcomer, { after: half }],
    ['... of a month', newcomer, { postedFrom: monthAgo }],
    ['an operator', operator, {}],
    ['... from the middle', operator, { after: half }],
    ['... in review', operator, { state: 'review' }],
    ['... of three weeks', operator, { postedFrom: monthAgo, postedUntil: weekAgo }],
    ['... of three weeks, withdrawn', operator, { postedFrom: monthAgo, postedUntil: weekAgo, state: 'withdrawn' }],
  ];
  return lists.map(([what, asker, filter]) => ({ what, asker: asker as Asker, ...filter }));
};

await runBench(bench);

async function bench({ environment }: Stack): Promise<void> {
  const url = inDatabase(environment.DATABASE_URL ?? '', 'akjet_reads');
  const server = loginAs(url, 'postgres');
  await ensureDatabase(server, 'akjet_owner');
  await migrate(loginAs(url, 'akjet_owner'));
  await query(server, FILL);
  await query(server, 'vacuum analyze');
  say(`\n${TASKS.toLocaleString('en')} tasks, pages of ${LIMIT}, each list read ${TIMES} times`);

  const database = openDatabase(url);
  const rows: string[][] = [['', 'rows', 'p50 ms', 'p99 ms', 'scan']];
  let wholeScans = 0;
  for (const { what, asker, ...filter } of CASES(await askers(url))) {
    const { count, times } = await timed(database, asker, { ...filter, limit: LIMIT });
    const scans = await scansOf(database, asker, { ...filter, limit: LIMIT });
    wholeScans += scans.filter((scan) => scan.startsWith('Seq Scan')).length;
    rows.push([what, String(count), quantile(times, 0.5).toFixed(2), quantile(times, 0.99).toFixed(2), scans.join(', ')]);
  }
  await database.close();
  say(aligned(rows));
  if (wholeScans > 0) throw new Error(`${wholeScans} lists scan a whole table`);
}

/** Accounts by how many tasks they have. */
async function askers(url: string): Promise<Record<string, Asker>> {
  const [ids = {}] = await query(
    url,
    `select ${['customer', 'contractor'].map((party) => [0, 1].map((n) => `(select ${account(party)} from (select ${n} as number) as one) as ${party}${n}`)).join()}`,
  );
  const asker = (id: string, ...roles: Asker['roles']): Asker => ({ account: String(ids[id] ?? crypto.randomUUID()), roles });
  return {
    busy: asker('customer0', 'customer'),
    usual: asker('customer1', 'customer'),
    contractor: asker('contractor1', 'contractor'),
    busyContractor: asker('contractor0', 'contractor'),
    newcomer: asker('none', 'contractor'),
    operator: asker('none', 'operator'),
  };
}

async function timed(database: Sequelize, asker: Asker, filter: TaskFilter): Promise<{ count: number; times: number[] }> {
  const times: number[] = [];
  let count = 0;
  for (let time = 0; time < TIMES; time++) {
    const began = performance.now();
    count = (await listTasks(database, asker, filter)).length;
    times.push(performance.now() - began);
  }
  return { count, times: times.sort((one, other) => one - other) };
}

/** The distinct scans in PostgreSQL's plan. */
async function scansOf(database: Sequelize, asker: Asker, filter: TaskFilter): Promise<string[]> {
  const { sql, bind } = listQuery(asker, filter);
  const plan = await database.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${sql}`, { bind, type: QueryTypes.SELECT });
  const scans = plan.flatMap(
    ({ 'QUERY PLAN': line }) =>
      /(?:Index(?: Only)? Scan(?: Backward)? using|Bitmap Index Scan on) (\w+)|(Seq Scan on \w+)/.exec(line)?.slice(1) ?? [],
  );
  return [...new Set(scans.filter((scan) => scan !== undefined))];
}
