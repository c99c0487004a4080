import { createHash, randomUUID } from 'node:crypto';
import type { Statement } from '../../testing/probes/plans.ts';
import { planFaults } from '../../testing/probes/plans.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

const TASKS = 20_000;
/** The number of rows that one statement may read and discard. */
const MOST_IN_VAIN = 6_000;

let api: Api;
let said: Statement[] = [];
beforeAll(async () => {
  api = await openApi({ limits: { requests: 1_000_000 } });
  await fill();
  api.lives.database.addHook('afterQuery', ({ bind = [] }, query) => {
    said.push({ sql: (query as unknown as { sql: string }).sql, bind: bind as unknown[] });
  });
});
afterAll(() => api.close());

/** Twenty thousand tasks of four hundred customers over twenty thousand minutes, most of them closed. */
async function fill(): Promise<void> {
  await asReplica(`
    create function account_of(name text) returns uuid language sql immutable as $$ select overlay(overlay(md5(name) placing '4' from 13) placing '8' from 17)::uuid $$;
    insert into life (id, kind, seq, state, done, at) select 'task/' || gen_random_uuid(), 'task', 3, 'closed', true, now() from generate_series(1, ${TASKS});
    insert into task (id, number, seq, state, stage, version, title, lines, price, payment, match, customer, contractor, "group", start_at, due_at, deadlines, posted_at, changed_at)
    select id, number, 3, its.state, case its.state when 'agreed' then 'agreed.awaited' else its.state end, 1, 'Task', '[]', 100, 'direct', case when number % 7 = 0 then 'invited' when number % 3 = 0 then 'choice' else 'first-come' end,
      account_of('customer' || number % 400), case when its.state in ('posted', 'withdrawn') then null else account_of('contractor' || number % 300) end,
      case when number % 10 < 3 then account_of('group' || number / 10) end, now(), now(), '{}', now() - (${TASKS} - number) * interval '1 minute', now()
    from life cross join lateral (select case when number % 20 = 0 then 'posted' when number % 20 = 1 then 'withdrawn' when number % 20 = 2 then 'agreed' else 'closed' end as state) as its
    where kind = 'task';
    insert into candidate (account, number, task) select md5('contractor' || (number + each) % 300)::uuid, number, id from task, generate_series(1, 3) as each where contractor is null;
    insert into event (life, seq, key, at, by, type, input, state, snapshot_hash, effects_hash, chart_hash, hash)
    select id, nth, id || nth, now(), 'customer', 'post', '{}', 'posted', '', '', '', '' from task, generate_series(1, 3) as nth;
    insert into outbox (life, seq, delivered) select life, seq, true from event;
    insert into erasable_text (id, life, sealed) select gen_random_uuid(), life, '' from event;
    insert into notice (id, life, seq, account, template, created_at) select id || 'notice', id, 3, customer, 'task-accepted', now() from task;
    insert into account (id, name, roles) select account_of('contractor' || n), 'x', '{contractor}' from generate_series(0, 299) as n;
    insert into person (id) select md5('person' || n)::uuid from generate_series(0, 299) as n;
    insert into membership (account, person, roles) select account_of('contractor' || n), md5('person' || n)::uuid, '{owner}' from generate_series(0, 299) as n;
    insert into session (id, token_hash, person, account, device, idle_until, expires_at)
    select gen_random_uuid(), n::text, md5('person' || n % 300)::uuid, account_of('contractor' || n % 300), gen_random_uuid(), now(), now() from generate_series(1, 20000) as n;
    analyze`);
}

/** Statements without triggers and foreign keys. */
const asReplica = (sql: string): Promise<unknown> =>
  api.owner.query(`set session_replication_role = replica; ${sql}; set session_replication_role = origin`);

/** The accounts that own the tasks of this name. */
const takeOver = async (person: Person, name: string): Promise<void> => {
  const columns = { task: ['customer', 'contractor'], candidate: ['account'] };
  const updates = Object.entries(columns).flatMap(([table, each]) =>
    each.map((column) => `update ${table} set ${column} = '${person.id}' where ${column} = account_of('${name}')`),
  );
  await asReplica(updates.join(';'));
};

const BIG = ['task', 'candidate', 'life', 'event', 'notice', 'outbox', 'session', 'erasable_text'];

type Query = Parameters<typeof planFaults>[0];

/** With the rights of the owner, inside a transaction or not. */
const faultsOf = (statement: Statement, query: Query = (sql, bind) => api.owner.query(sql, bind)): Promise<string[]> =>
  planFaults(query, statement, { tables: BIG, mostInVain: MOST_IN_VAIN });

/** The statements that some requests send to the database, each once. */
const statementsOf = async (work: () => Promise<unknown>): Promise<Statement[]> => {
  said = [];
  await work();
  return [...new Map(said.map((each) => [JSON.stringify(each), each])).values()];
};

const faults = async (statements: Statement[]): Promise<string[]> => (await Promise.all(statements.map((each) => faultsOf(each)))).flat();

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
/** The id that `account_of` derives from a name. */
const idOf = (name: string): string => {
  const hex = createHash('md5').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};
const GROUP = idOf('group700');
const FILTERS = [
  ['', 'state=posted', 'state=closed', 'state=blocked'],
  ['', 'party=customer', 'party=contractor', 'party=candidate'],
  [
    '',
    `postedFrom=${ago(30)}`,
    `postedUntil=${ago(TASKS - 30)}`,
    `postedUntil=${ago(TASKS / 2)}`,
    `postedFrom=${ago(2_000)}&postedUntil=${ago(1_900)}`,
    `postedFrom=${ago(-60)}`,
  ],
  ['', `after=${TASKS / 2}`],
].reduce<string[]>(
  (done, choices) => done.flatMap((query) => choices.map((choice) => [query, choice].filter(Boolean).join('&'))),
  ['limit=20'],
);

const OF_A_GROUP = ['', '&state=agreed', '&party=contractor', '&party=candidate'].map((more) => `group=${GROUP}${more}`);

describe('with twenty thousand tasks an index serves', () => {
  it.each([
    [['customer'], 'customer7'],
    [['contractor'], 'contractor7'],
    [['customer', 'contractor'], 'customer8'],
    [['operator'], 'nobody'],
    [['contractor'], 'nobody'],
  ] as const)('any list of %p (%s)', async (roles, name) => {
    const person = await api.join([...roles]);
    await takeOver(person, name);
    const statements = await statementsOf(async () => {
      for (const filter of [...FILTERS, ...OF_A_GROUP]) expect((await api.as(person).get(`/v1/tasks?${filter}`)).status).toBe(200);
    });
    expect(statements.length).toBeGreaterThan(FILTERS.length / 2);
    expect(await faults(statements)).toEqual([]);
  });

  it('reading a task, its chain and its notices, long polling, and the reads of a command', async () => {
    const [customer, contractor, operator] = await Promise.all([api.join(['customer']), api.join(['contractor']), api.join(['operator'])]);
    const statements = await statementsOf(async () => {
      const { id } = await api.as(customer).postTask({ match: 'invited', invited: [contractor.id] });
      const key = randomUUID();
      for (const person of [customer, contractor, operator]) {
        for (const path of ['', '/events', '/notices', '?after=1&wait=1']) await api.as(person).get(`/v1/tasks/${id}${path}`);
      }
      for (let time = 0; time < 2; time++) await api.as(contractor).post(`/v1/tasks/${id}/decline`, {}, { key });
    });
    const reads = [
      /from life where id = any/,
      /from event where life/,
      /from event cross join/,
      /FROM "event" AS "event" WHERE "event"."key"/,
      /FROM "notice"/,
      /from session/,
      /FROM "account"/,
    ];
    for (const read of reads) expect(statements.filter(({ sql }) => read.test(sql))).not.toEqual([]);
    expect(await faults(statements.filter(({ sql }) => /^\s*(\/\* [\w-]+ \*\/ )?select/i.test(sql)))).toEqual([]);
  });

  it('reading the customer’s reputation', async () => {
    const [customer, stranger] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
    await takeOver(customer, 'customer10');
    const { id } = await api.as(customer).postTask();
    const statements = await statementsOf(async () => {
      expect((await api.as(stranger).get(`/v1/tasks/${id}`)).body).toMatchObject({ postedBy: { name: customer.name } });
    });
    const told = statements.filter(({ sql }) => /as tasks_done/.test(sql));
    expect(told).toHaveLength(1);
    expect(await faults(told)).toEqual([]);
  });

  it.each([
    ['task_of_customer', 'customer', 'limit=100'],
    ['task_of_contractor', 'contractor', 'limit=100&party=contractor'],
    ['task_of_group', 'operator', `limit=20&group=${GROUP}`],
    ['task_posted', 'operator', `limit=20&postedFrom=${ago(30)}`],
  ] as const)('control: without %s the check reports its list', async (index, role, filter) => {
    const person = await api.join([role]);
    await takeOver(person, `${role}9`);
    const [statement] = (await statementsOf(() => api.as(person).get(`/v1/tasks?${filter}`))).filter(({ sql }) =>
      sql.includes('from task'),
    );
    expect(await faultsOf(statement as Statement)).toEqual([]);
    const client = await api.owner.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query('select indexname from pg_indexes where indexname like $1', [`${index}%`]);
      for (const { indexname } of rows) await client.query(`drop index ${indexname}`);
      const found = await faultsOf(statement as Statement, (sql, values) => client.query(sql, values));
      expect(found).not.toEqual([]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('control: without the numbers stored with days, the check reports a list by days', async () => {
    const operator = await api.join(['operator']);
    const [statement] = (await statementsOf(() => api.as(operator).get(`/v1/tasks?postedUntil=${ago(TASKS / 2)}`))).filter(({ sql }) =>
      sql.includes('from task'),
    );
    const { sql, bind } = statement as Statement;
    const plain = sql.replace(/and task\.number <= \(select .*? limit 1\)/, '');
    expect(plain).not.toBe(sql);
    expect(await faultsOf({ sql: plain, bind })).not.toEqual([]);
  });
});
