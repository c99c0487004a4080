import { createHash, randomUUID } from 'node:crypto';
import { commit } from '../../lives/commit.ts';
import { bookOwed } from '../../testing/lives/owed.ts';
import { walk } from '../../testing/probes/pages.ts';
import { expectIndexed, saidDuring } from '../../testing/probes/plans.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { joinParties, openApi } from '../../testing/worlds/api.ts';

interface Listed {
  items: { id: string; number: number; state: string; commands: { name: string; href: string }[] }[];
  next: string | null;
}

let api: Api;
let customer: Person;
let contractor: Person;
let stranger: Person;
let operator: Person;
beforeAll(async () => {
  api = await openApi();
  ({ customer, contractor, stranger, staff: operator } = await joinParties(api));
  await bookOwed(api, contractor.id);
});
afterAll(() => api.close());

/** The platform's events to a life: the answers of effects, without performing them. */
const hears = async (life: string, type: string, input: object = {}): Promise<void> => {
  const create = type === 'ask' && { create: true as const };
  const { outcome } = await commit(api.lives, { life, idempotencyKey: randomUUID(), type, by: 'platform', input, ...create });
  expect(outcome).toBe('done');
};
/** A payment that waits for the provider, or has failed. */
async function payment(failed = false): Promise<string> {
  const id = randomUUID();
  const life = `payment/${id}/1`;
  const given = { parent: `task/${id}`, customer: customer.id, contractor: contractor.id, amount: '100000', mode: 'hold' };
  await hears(life, 'ask', { ...given, payBy: new Date(Date.now() + 86_400_000).toISOString(), reminders: [] });
  if (failed) await hears(life, 'failed', { id: life, fault: 'no such merchant' });
  return `${id}.1`;
}
const list = async (person: Person, query = '', path = 'payments'): Promise<Listed> =>
  (await api.as(person).get<Listed>(`/v1/${path}?${query}`)).body;
const ids = async (...given: Parameters<typeof list>): Promise<string[]> => (await list(...given)).items.map(({ id }) => id);

describe('the lists of payments, payouts and signings', () => {
  const payments: string[] = [];
  beforeAll(async () => {
    for (const failed of [false, true, false, true]) payments.unshift(await payment(failed));
  });
  const some = (...places: number[]): string[] => places.map((place) => payments[place] as string);

  it('show a party its own and the operator all, newest first, and can be filtered to open ones', async () => {
    for (const person of [customer, contractor, operator]) {
      expect(await ids(person)).toEqual(payments);
      expect(await ids(person, 'open=true')).toEqual(some(1, 3));
    }
    expect(await ids(stranger)).toEqual([]);
    expect((await api.as().get('/v1/payments')).status).toBe(401);
    for (const wrong of ['open=false', 'limit=0', 'unknown=1'])
      expect((await api.as(customer).get(`/v1/payments?${wrong}`)).status).toBe(400);
  });

  it('return pages, each item as it is read alone', async () => {
    for (const person of [customer, operator]) {
      const walked = await walk((query) => list(person, query), 1);
      const alone = await Promise.all(payments.map(async (id) => (await api.as(person).get(`/v1/payments/${id}`)).body));
      // Statements are read with a life, not in a list.
      expect(walked).toEqual(alone.map(({ statements: _, ...rest }) => rest));
    }
    expect((await list(customer, 'open=true')).items[0]?.commands.map(({ name }) => name)).toEqual(['cancel']);
    expect((await list(contractor, 'open=true')).items[0]?.commands).toEqual([]);
  });

  it('show payouts to the contractor, and signings to both parties', async () => {
    const id = randomUUID();
    await hears(`payout/${id}/1`, 'ask', { parent: `task/${id}`, contractor: contractor.id, amount: '100000' });
    expect(await ids(contractor, '', 'payouts')).toEqual([`${id}.1`]);
    expect(await ids(customer, '', 'payouts')).toEqual([]);

    const bytes = Buffer.from('An act');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await api.owner.query(`insert into document (sha256, kind, media_type, bytes) values ($1, 'completion-act', 'text/plain', $2)`, [
      sha256,
      bytes,
    ]);
    await hears(`signing/${id}/1`, 'ask', {
      parent: `task/${id}`,
      customer: customer.id,
      contractor: contractor.id,
      document: { kind: 'completion-act', sha256 },
      paper: { reference: randomUUID(), number: null, date: '2026-11-28' },
      order: ['contractor', 'customer'],
      signBy: new Date(Date.now() + 86_400_000).toISOString(),
      reminders: [],
    });
    for (const person of [customer, contractor]) expect(await ids(person, 'open=true', 'signings')).toEqual([`${id}.1`]);
    expect((await list(contractor, '', 'signings')).items[0]?.commands.map(({ name }) => name)).toContain('sign');
  });

  it('use an index for every reader and filter', async () => {
    await fill();
    const said = await saidDuring(api, /life_of_account/, async () => {
      for (const person of [customer, operator])
        for (const query of ['limit=1', 'limit=1&open=true', 'limit=1&after=3000000']) await api.as(person).get(`/v1/payments?${query}`);
    });
    expect(said).toHaveLength(6);
    const dropping = `alter table life_of_account drop constraint life_of_account_pkey;
      drop index life_of_account_open, life_of_anybody, life_of_anybody_open`;
    await expectIndexed(api, said, dropping, ['life_of_account', 'life']);
  });

  it('use an index for a state that few are in', async () => {
    const said = await saidDuring(api, /life_of_account/, async () => {
      for (const state of ['takenBack', 'declined']) await api.as(customer).get(`/v1/payments?limit=1&state=${state}`);
      await api.as(operator).get('/v1/payments?limit=1&state=takenBack');
    });
    expect(said).toHaveLength(3);
    await expectIndexed(api, said.slice(2), 'drop index life_by_state', ['life_of_account', 'life']);
    const dropping = `alter table life_of_account drop constraint life_of_account_pkey;
      drop index life_of_account_open, life_of_anybody, life_of_anybody_open`;
    await expectIndexed(api, said.slice(0, 2), dropping, ['life_of_account', 'life']);
  });
});

/** Ten thousand ended payments of a hundred customers, with lower numbers than those of the tests. */
const fill = (): Promise<unknown> =>
  api.owner.query(`
    set session_replication_role = replica;
    insert into life (id, number, kind, seq, state, done, at) overriding system value
    select 'payment/' || n, -n, 'payment', 1, case when n % 5000 = 0 then 'takenBack' else 'settled' end, true, now() from generate_series(1, 10000) as n;
    insert into life_of_account (account, kind, number, life, open)
    select ('00000000-0000-4000-8000-' || lpad((n % 100)::text, 12, '0'))::uuid, 'payment', -n, 'payment/' || n, false from generate_series(1, 10000) as n;
    set session_replication_role = origin;
    analyze life_of_account; analyze life`);
