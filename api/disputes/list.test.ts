import type { z } from 'zod';
import { todayInAlmaty } from '../../models/today.ts';
import { acceptedTask, closedTask } from '../../testing/lives/tasks.ts';
import { walk } from '../../testing/probes/pages.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { joinParties, openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { DisputeList } from './schema.ts';

type Disputes = z.output<typeof DisputeList>;

const today = todayInAlmaty();

let api: Api;
let customer: Person;
let contractor: Person;
let stranger: Person;
let staff: Person;
beforeAll(async () => {
  api = await openApi();
  ({ customer, contractor, stranger, staff } = await joinParties(api));
});
afterAll(() => api.close());

const page = async (person: Person, query = ''): Promise<Disputes> => (await api.as(person).get<Disputes>(`/v1/disputes?${query}`)).body;
const ids = async (person: Person, query = ''): Promise<string[]> => (await page(person, query)).items.map(({ id }) => id);
const says = async (person: Person, id: string, name: string, body: object = {}): Promise<void> => {
  const { problem } = await api.as(person).post(`/v1/disputes/${id}/${name}`, body);
  if (problem) throw new Error(JSON.stringify(problem));
};
const claimAlone = async (person: Person, body: object): Promise<string> =>
  (await api.as(person).post<{ id: string }>('/v1/disputes', { demand: 'Something', ...body })).body.id;

describe('the list of disputes', () => {
  let task: string;
  /** Oldest first: a claim of each party in a running task and about an ended one, and one of each against the operator. */
  let all: string[];
  beforeAll(async () => {
    task = await acceptedTask(api, customer, contractor);
    await api.withWorker(async () => {
      for (const [count, person] of [customer, contractor].entries()) {
        await api.as(person).command(task, 'claim', { about: 'conduct', demand: 'Something' });
        await until(async () => (await api.as(person).get(`/v1/disputes/${task}.${count + 1}`)).status === 200, 'the dispute');
      }
    });
    const ended = await closedTask(api, customer, contractor);
    const alone = [
      await claimAlone(customer, {
        task: ended,
        against: 'counterparty',
        about: 'damages',
        amount: 200_000,
        calculation: [{ what: 'Damage', amount: 200_000 }],
      }),
      await claimAlone(contractor, { against: 'operator', happenedOn: today, about: 'conduct' }),
      await claimAlone(customer, { task: ended, against: 'operator', happenedOn: today, about: 'price', amount: 300_000 }),
    ];
    all = [`${task}.1`, `${task}.2`, ...alone];
    await says(contractor, all[2] as string, 'admit');
    await says(customer, all[1] as string, 'reject', { reasons: 'No' });
  });
  const some = (...places: number[]): string[] => places.map((place) => all[place] as string);

  it('shows a party its own and the operator all, newest first', async () => {
    expect(await ids(customer)).toEqual(some(4, 2, 1, 0));
    expect(await ids(contractor)).toEqual(some(3, 2, 1, 0));
    expect(await ids(staff)).toEqual(some(4, 3, 2, 1, 0));
    expect(await ids(stranger)).toEqual([]);
    expect((await api.as().get('/v1/disputes')).status).toBe(401);
  });

  it('shows enough of each dispute to find it again', async () => {
    const [against, settled, talks] = (await page(customer)).items;
    expect(against).toMatchObject({ id: all[4], state: 'sent', claimant: 'customer', against: 'operator', contractor: null });
    expect(settled).toMatchObject({ id: all[2], state: 'settled', stateName: 'Settled', amount: { amount: 200_000, currency: 'KZT' } });
    expect(talks).toMatchObject({
      id: all[1],
      state: 'talks.answered',
      task,
      claimant: 'contractor',
      against: 'counterparty',
      customer: customer.id,
      contractor: contractor.id,
    });
    for (const item of (await page(staff)).items) {
      const { body } = await api.as(staff).get<Record<string, unknown>>(`/v1/disputes/${item.id}`);
      expect(body).toMatchObject(Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'changedAt')));
    }
  });

  it('can be filtered by side, opponent, task and state', async () => {
    expect(await ids(customer, 'party=claimant')).toEqual(some(4, 2, 0));
    expect(await ids(customer, 'party=respondent')).toEqual(some(1));
    expect(await ids(contractor, 'party=respondent')).toEqual(some(2, 0));
    expect(await ids(staff, 'party=respondent')).toEqual([]);
    expect(await ids(staff, 'against=operator')).toEqual(some(4, 3));
    expect(await ids(customer, 'against=counterparty')).toEqual(some(2, 1, 0));
    expect(await ids(customer, `task=${task}`)).toEqual(some(1, 0));
    expect(await ids(contractor, `task=${task}&party=claimant`)).toEqual(some(1));
    expect(await ids(staff, 'state=sent')).toEqual(some(4, 3, 0));
    expect(await ids(staff, 'state=sent&against=operator')).toEqual(some(4, 3));
    expect(await ids(customer, 'state=talks')).toEqual(some(1));
    expect(await ids(customer, 'state=settled&party=claimant')).toEqual(some(2));
    for (const wrong of ['state=lost', 'party=operator', 'against=me', 'task=1', 'limit=0', 'limit=101', 'unknown=1'])
      expect((await api.as(customer).get(`/v1/disputes?${wrong}`)).status).toBe(400);
  });

  it('returns pages', async () => {
    for (const person of [customer, staff]) {
      const walked = await walk((query) => page(person, query), 2);
      expect(walked.map(({ id }) => id)).toEqual(await ids(person));
    }
  });

  it('uses an index for every reader and filter', async () => {
    await fill();
    const said: { sql: string; bind: unknown[] }[] = [];
    api.lives.database.addHook('afterQuery', 'disputes', ({ bind = [] }, query) => {
      const { sql } = query as unknown as { sql: string };
      if (sql.includes('from dispute')) said.push({ sql, bind: bind as unknown[] });
    });
    const filters = ['', 'party=claimant', 'party=respondent'].flatMap((party) =>
      ['', 'state=sent', 'state=settled', 'against=operator', 'state=sent&against=operator', `task=${task}`].flatMap((filter) =>
        ['', 'after=1003000'].map((after) => [party, filter, after].filter(Boolean).join('&')),
      ),
    );
    for (const person of [customer, staff]) for (const filter of filters) await api.as(person).get(`/v1/disputes?${filter}`);
    expect(said).toHaveLength(2 * filters.length);
    const client = await api.owner.connect();
    const faults = async (): Promise<number> => {
      let count = 0;
      for (const { sql, bind } of said) {
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, timing off) ${sql}`, bind);
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
        const vain = [...plan.matchAll(/Rows Removed by Filter: (\d+)/g)].reduce((sum, [, removed]) => sum + Number(removed), 0);
        if (/Seq Scan/.test(plan) || vain > MOST_IN_VAIN) count++;
      }
      return count;
    };
    try {
      expect(await faults()).toBe(0);
      await client.query('begin');
      const { rows } =
        await client.query(`select indexname from pg_indexes where indexname like 'dispute\\_of%' or indexname like 'dispute\\_a%'
        or indexname = 'dispute_in_state'`);
      await client.query(
        `drop index ${rows.map(({ indexname }) => indexname).join(', ')}; alter table dispute drop constraint dispute_number_key`,
      );
      expect(await faults()).toBe(said.length);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

/** The number of rows that one list may read and discard. */
const MOST_IN_VAIN = 1_000;

/** Ten thousand disputes of two hundred accounts, most of them settled, one in twenty against the operator. */
const fill = (): Promise<unknown> =>
  api.owner.query(
    `
    set session_replication_role = replica;
    insert into dispute (id, number, state, stage, about, against, side, claimant, respondent, amount, deadlines, sent_at, changed_at)
    select 'dispute/' || n, 1000000 + n, its.state, its.state, 'task/' || n / 2, case when n % 20 = 0 then 'operator' else 'counterparty' end, 'customer',
      account_of(n % 200), case when n % 20 > 0 then account_of(n % 200 + 1) end, 100,
      '{ "answerReminders": [], "answerBy": "", "talksBy": "", "limitationOn": "" }', now(), now()
    from generate_series(1, 10000) as n, lateral (select case when n % 50 = 0 then 'sent' else 'settled' end as state) as its;
    set session_replication_role = origin;
    analyze dispute`.replaceAll(/account_of\(([^)]*)\)/g, (_, n) => `('00000000-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`),
  );
