import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { owe } from '../../testing/lives/debts.ts';
import { walk } from '../../testing/probes/pages.ts';
import { expectIndexed, saidDuring } from '../../testing/probes/plans.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { joinParties, openApi } from '../../testing/worlds/api.ts';
import type { DebtList } from './schema.ts';

type Debts = z.output<typeof DebtList>;

let api: Api;
let customer: Person;
let contractor: Person;
let stranger: Person;
let staff: Person;
const task = randomUUID();
/** Oldest first: what the customer owes for a task, what it is owed, what the operator owes it, and what it owes the operator. */
let all: string[];
beforeAll(async () => {
  api = await openApi();
  ({ customer, contractor, stranger, staff } = await joinParties(api));
  const sides = { customer: customer.id, contractor: contractor.id };
  all = [
    await owe(api, { ...sides, parent: `task/${task}`, about: `task/${task}` }),
    await owe(api, { ...sides, debtor: 'contractor', creditor: 'customer' }),
    await owe(api, { ...sides, debtor: 'operator', creditor: 'customer' }),
    await owe(api, { ...sides, creditor: 'operator' }),
  ];
  const { problem } = await api.as(customer).post(`/v1/debts/${all[1]}/confirm`, { amount: 40_000 });
  const { problem: other } = await api.as(customer).post(`/v1/debts/${all[2]}/confirm`, {});
  if (problem ?? other) throw new Error(JSON.stringify(problem ?? other));
});
afterAll(() => api.close());

const page = async (person: Person, query = ''): Promise<Debts> => (await api.as(person).get<Debts>(`/v1/debts?${query}`)).body;
const ids = async (person: Person, query = ''): Promise<string[]> => (await page(person, query)).items.map(({ id }) => id);
const some = (...places: number[]): string[] => places.map((place) => all[place] as string);

describe('the list of debts', () => {
  it('shows a party its debts and claims, and the operator all, newest first', async () => {
    expect(await ids(customer)).toEqual(some(3, 2, 1, 0));
    expect(await ids(contractor)).toEqual(some(1, 0));
    expect(await ids(staff)).toEqual(some(3, 2, 1, 0));
    expect(await ids(stranger)).toEqual([]);
    expect((await api.as().get('/v1/debts')).status).toBe(401);
  });

  it('shows each debt as it is read alone', async () => {
    for (const item of (await page(staff)).items) {
      const { body } = await api.as(staff).get<Record<string, unknown>>(`/v1/debts/${item.id}`);
      expect(body).toMatchObject(Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'changedAt')));
    }
    expect((await page(customer)).items[2]).toMatchObject({
      state: 'open',
      stateName: 'Payment awaited',
      paid: { amount: 40_000, currency: 'KZT' },
      owed: { amount: 60_000, currency: 'KZT' },
    });
  });

  it('can be filtered by side, state and task', async () => {
    expect(await ids(customer, 'party=debtor')).toEqual(some(3, 0));
    expect(await ids(customer, 'party=creditor')).toEqual(some(2, 1));
    expect(await ids(staff, 'party=debtor')).toEqual(some(2));
    expect(await ids(staff, 'party=creditor')).toEqual(some(3));
    expect(await ids(customer, 'state=paid')).toEqual(some(2));
    expect(await ids(contractor, 'state=open&party=creditor')).toEqual(some(0));
    expect(await ids(contractor, `task=${task}`)).toEqual(some(0));
    for (const wrong of ['state=lost', 'party=operator', 'task=1', 'limit=0', 'limit=101', 'unknown=1'])
      expect((await api.as(customer).get(`/v1/debts?${wrong}`)).status).toBe(400);
  });

  it('returns pages', async () => {
    for (const person of [customer, staff]) {
      const walked = await walk((query) => page(person, query), 3);
      expect(walked.map(({ id }) => id)).toEqual(some(3, 2, 1, 0));
    }
  });

  it('uses an index for every reader and filter', async () => {
    await fill();
    const filters = ['', 'party=debtor', 'party=creditor'].flatMap((party) =>
      ['', 'state=open', 'state=paid', `task=${task}`].flatMap((filter) =>
        ['', 'after=1003000'].map((after) => [party, filter, after].filter(Boolean).join('&')),
      ),
    );
    const said = await saidDuring(api, /from debt/, async () => {
      for (const person of [customer, staff]) for (const filter of filters) await page(person, filter);
    });
    expect(said).toHaveLength(2 * filters.length);
    const rows = await api.rows<{ indexname: string }>(
      `select indexname from pg_indexes where tablename = 'debt' and indexname like 'debt\\_%'`,
    );
    const dropping = rows.map(({ indexname }) => indexname).filter((name) => !name.endsWith('key'));
    await expectIndexed(api, said, `drop index ${dropping.join(', ')}; alter table debt drop constraint debt_number_key`);
  });
});

/** Ten thousand debts of two hundred accounts. Most are paid; the operator owes one in twenty and is owed one in twenty. */
const fill = (): Promise<unknown> =>
  api.owner.query(
    `
    set session_replication_role = replica;
    insert into debt (id, number, state, stage, parent, about, ground, debtor, creditor, debtor_party, creditor_party, amount, paid, owed, due_on,
      arisen_at, changed_at)
    select 'debt/' || n, 1000000 + n, its.state, its.state, 'task/' || n / 2, 'task/' || account_of(n / 2), 'settlement',
      case when n % 20 > 0 then account_of(n % 200) end, case when n % 20 <> 1 then account_of(n % 200 + 1) end,
      case when n % 20 > 0 then 'customer' else 'operator' end, case when n % 20 = 1 then 'operator' else 'contractor' end,
      100, 0, 100, current_date, now(), now()
    from generate_series(1, 10000) as n, lateral (select case when n % 50 = 0 then 'open' else 'paid' end as state) as its;
    set session_replication_role = origin;
    analyze debt`.replaceAll(/account_of\(([^)]*)\)/g, (_, n) => `('00000000-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`),
  );
