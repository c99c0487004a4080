import type { Statement } from '../../testing/probes/plans.ts';
import { planFaults, saidDuring } from '../../testing/probes/plans.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

const TASKS = 20_000;
/** A page may look at so many rows in vain: cheap conditions are tried row by row in the order of the page. */
const MOST_IN_VAIN = 6_000;

const BIG = ['open_task_search', 'task', 'candidate', 'membership'];

let api: Api;
let contractor: Person;
beforeAll(async () => {
  api = await openApi({ limits: { requests: 1_000_000 } });
  contractor = await api.join(['contractor']);
  await api.owner.query(`
    set session_replication_role = replica;
    insert into life (id, kind, seq, state, done, at) select 'task/' || gen_random_uuid(), 'task', 1, 'posted', false, now() from generate_series(1, ${TASKS});
    insert into task (id, number, seq, state, stage, version, title, lines, price, payment, match, customer, start_at, due_at, deadlines, posted_at, changed_at)
      select id, number, 1, 'posted', 'posted', 1, 'Task', '[]', number, 'direct', 'first-come', gen_random_uuid(), now(), now(), '{}', now(), now()
      from life where kind = 'task';
    insert into open_task_search (task, number, version, customer, match, payment, hazards, category, place, price, start_at, spot, search, requires)
      select id, number, 1, customer, case when number % 7 = 0 then 'invited' else 'first-come' end, 'direct', number % 9 = 0,
        (array['plumbing', 'loaders', 'photo', 'websites', 'nannies'])[number % 5 + 1], (array['almaty', 'medeu-almaty', 'astana', 'semey'])[number % 4 + 1],
        (number * 7919) % 1000000, now() + number % 700 * interval '1 hour', point(number % 1000, number % 999),
        to_tsvector('russian', case when number % 2000 = 0 then 'редкость' else 'обычное' end || ' рояль') || array_to_tsvector(array['~обыкнов']),
        case when number % 3 = 0 then array['roofing'] else '{}' end
      from task;
    insert into candidate (account, number, task) select md5('contractor' || number % 300)::uuid, number, id from task;
    insert into membership (account, person, roles) select md5('account' || n)::uuid, md5('person' || n)::uuid, '{owner}' from generate_series(1, 20000) as n;
    set session_replication_role = origin`);
  await api.owner.query('vacuum analyze');
});
afterAll(() => api.close());

const SEARCHES = [
  '',
  'search=редкость',
  'search=никогда',
  'search=редкость%20-рояль',
  'search=абыкновенное',
  'category=home-repair',
  'category=photo&place=almaty',
  'place=almaty&sort=dearest',
  'sort=start&hazards=yes',
  'sort=dearest&priceFrom=1000&priceTo=500000',
  'sort=nearest&near=43.24,76.92',
  'near=43.24,76.92&within=10',
  'near=43.24,76.92&within=10&search=редкость',
  'facets=true',
  'facets=true&search=редкость&place=astana',
  'qualified=true',
  'qualified=true&category=photo&place=almaty',
  'qualified=true&search=редкость',
  'qualified=true&sort=nearest&near=43.24,76.92',
];

const said = (query: string): Promise<Statement[]> =>
  saidDuring(api, /open_task_search|membership as own/, async () => {
    expect((await api.as(contractor).get(`/v1/tasks/search?${query}`)).status).toBe(200);
  });

/** With an index dropped, as a control. */
async function faultsOf(statement: Statement, drop = ''): Promise<string[]> {
  const client = await api.owner.connect();
  try {
    await client.query(`begin; ${drop}`);
    return await planFaults((sql, bind) => client.query(sql, bind), statement, { tables: BIG, mostInVain: MOST_IN_VAIN });
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('with twenty thousand open tasks an index serves', () => {
  it.each(SEARCHES)('the search ?%s', async (query) => {
    const statements = await said(query);
    expect(statements.length).toBeGreaterThan(1);
    for (const each of statements) expect(await faultsOf(each)).toEqual([]);
  });

  it.each([
    ['search=редкость', 'open_task_words'],
    ['', 'open_task_newest'],
    ['sort=dearest', 'open_task_dearest'],
    ['sort=nearest&near=43.24,76.92', 'open_task_near'],
  ])('control: the search ?%s is reported without %s', async (query, index) => {
    const [, statement] = await said(query);
    expect(await faultsOf(statement as Statement, `drop index ${index}`)).not.toEqual([]);
  });
});
