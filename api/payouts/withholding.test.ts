/** What is withheld of payouts to the self-employed (3.4), over HTTP with the sandbox provider and the books. Sums in comments are tenge. */
import { pass } from '../../testing/engine/pass.ts';
import { anyIdentifier } from '../../testing/people/identifiers.ts';
import { agree } from '../../testing/people/proposals.ts';
import type { Newcomer } from '../../testing/people/registration.ts';
import { command, does, done, settle } from '../../testing/people/registration.ts';
import type { Sandbox } from '../../testing/stand-ins/payments.ts';
import { openSandbox } from '../../testing/stand-ins/payments.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

const DAY = 86_400_000;
const HUNDRED_THOUSAND = 10_000_000;

let sandbox: Sandbox;
let api: Api;
let customer: Person;
let staff: [Person, Person];
beforeAll(async () => {
  sandbox = await openSandbox();
  api = await openApi({ settings: sandbox.settings });
  const [one, other] = await Promise.all([api.join(['operator']), api.join(['operator'])]);
  staff = [one, other];
  customer = await api.join(['customer']);
  await api.owner.query(`
    update parameter set value = '1' where code = 'unprovedTaxStatusWaits';
    update parameter set value = '1000000000000' where code = 'unprovedTaskMostTiyn';
    update parameter set value = '1000' where code = 'unprovedTasksMost';
    update parameter set value = '1000000000000' where code in ('payoutDayLimit', 'payoutMonthLimit', 'payoutAloneLimit');
    update parameter set valid_to = null where code in ('mrpTiyn', 'mzpTiyn')`);
});
afterAll(async () => {
  await api.close();
  await sandbox.close();
});

const story = (name: string, work: () => Promise<void>) => test(name, () => api.withWorker(work));
const tenge = (amount: number) => ({ amount: amount * 100, currency: 'KZT' });
const stateOf = async (life: string): Promise<string | undefined> =>
  (await api.rows<{ state: string }>('select state from life where id = $1', life))[0]?.state;
const comes = (life: string, ...states: string[]): Promise<unknown> =>
  until(async () => states.includes((await stateOf(life)) ?? ''), `${life} ${states}`).catch(async (error) => {
    throw new Error(`${error.message}; it is ${await stateOf(life)}`);
  });

async function contractor(given: object = {}): Promise<Newcomer & { account: { id: string } }> {
  const { person, account } = await settle(api, given);
  return { ...person, account };
}
const declares = (person: Newcomer & { account: { id: string } }, status: string, more: object = {}) =>
  does(api, person, person.account as never, 'declare-tax-status', { status, evidence: 'Receipt 17', ...more });
const confirms = (person: { account: { id: string } }) => does(api, staff[0], person.account as never, 'confirm-tax-status');

async function selfEmployed(given: object = {}) {
  const person = await contractor(given);
  await declares(person, 'selfEmployed');
  await confirms(person);
  return person;
}

/** A task is worked, approved and paid by its customer, so that its payout begins. */
async function paidTask(by: Person, unitPrice = HUNDRED_THOUSAND): Promise<string> {
  const lines = [{ name: 'Loading', unit: 'hour', quantity: 1, unitPrice }];
  const { id, version } = await api.as(customer).postTask({ payment: 'platform', lines, terms: { funding: 'none' } });
  await api.as(by).command(id, 'accept', { version });
  await api.as(by).command(id, 'start');
  await api.as(by).command(id, 'submit');
  await api.as(customer).command(id, 'approve');
  await comes(`payment/${id}/1`, 'waiting');
  const { page } = (await api.as(customer).get<{ page: string }>(`/v1/payments/${id}.1`)).body;
  await sandbox.onPage(page, 'approve');
  return id;
}

interface Payout {
  state: string;
  amount: { amount: number };
  tax: { day: string; status: string; withheld: object[]; net: object; month: object } | null;
  waitsFor: { reason: string; until: string | null } | null;
}
const payout = async (person: Person, id: string): Promise<Payout> => done(await api.as(person).get<Payout>(`/v1/payouts/${id}.1`));
const templates = async (person: Person, id: string): Promise<string[]> =>
  done(await api.as(person).get<{ items: { template: string }[] }>(`/v1/payouts/${id}.1/notices`)).items.map(({ template }) => template);

/** Tenge that is posted, by account over all lives of a task. */
async function balances(id: string): Promise<Record<string, number>> {
  const rows = await api.rows<{ account: string; sum: number }>(
    `select split_part(account, '/', 1) || case when account like 'social/%' then '/' || split_part(account, '/', 2) else '' end as account,
       sum(amount)::float / 100 as sum from (
       select credit as account, amount from posting where life like '%/' || $1 || '/%' and phase in ('single', 'post')
       union all select debit, -amount from posting where life like '%/' || $1 || '/%' and phase in ('single', 'post')) as leg
     where account like any (array['social/%', 'owed/%', 'provider/%', 'held/%'])
     group by 1 having sum(amount) <> 0`,
    id,
  );
  return Object.fromEntries(rows.map(({ account, sum }) => [account, sum]));
}
const SOCIAL = { 'social/opv': 1_000, 'social/opvr': 1_000, 'social/so': 1_000, 'social/vosms': 1_000 };

story('100 000 owed to a self-employed person: four times 1 000 are withheld, and 96 000 go to the provider', async () => {
  const person = await selfEmployed();
  const id = await paidTask(person);
  await comes(`task/${id}`, 'closed');
  await comes(`payout/${id}/1`, 'confirmed', 'settled');
  expect(await sandbox.book(`payout/${id}/1`)).toMatchObject([
    { status: 'confirmed', amount: 9_600_000, recipient: { account: person.account.id, to: { iban: 'KZ35000EXAMPLE000000' } } },
  ]);
  expect(await balances(id)).toEqual({ ...SOCIAL, provider: -4_000 });
  const { tax, amount } = await payout(person, id);
  expect(amount).toEqual(tenge(100_000));
  expect(tax).toMatchObject({
    status: 'selfEmployed',
    income: tenge(100_000),
    net: tenge(96_000),
    month: { paid: tenge(100_000), limit: tenge(1_297_500) },
  });
  expect(tax?.withheld).toHaveLength(4);
  expect(tax?.withheld[0]).toMatchObject({
    ...{ component: 'opv', parameter: 'selfEmployedOpvBasisPoints', basisPoints: 100, amount: tenge(1_000) },
    source: expect.stringContaining('№ 214-VIII'),
  });
  expect(await templates(person, id)).toEqual(['payout-withheld']);
  // The statement says which payment each of the four is.
  const today = new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10);
  const { body } = await api
    .as(person)
    .get<{ accounts: { entries: { reason: string }[] }[] }>(`/v1/statement?from=${today}&to=${today}`, { language: 'en' });
  expect(
    body.accounts.flatMap(({ entries }) => entries.flatMap(({ reason }) => /withheld \(3\.4\): (\w+)/.exec(reason)?.[1] ?? [])).toSorted(),
  ).toEqual(['OPV', 'OPVR', 'SO', 'VOSMS']);
  // What the deal paid is the gross sum.
  expect((await api.as(customer).get(`/v1/tasks/${id}`)).body.progress?.paid).toEqual(tenge(100_000));

  // It stands in the register of its month.
  const register = done(
    await api
      .as(staff[0])
      .get<{ items: object[]; orders: object[]; csv: string }>(`/v1/operator/social-payments?month=${tax?.day.slice(0, 7)}`),
  );
  expect(register.items).toEqual([
    expect.objectContaining({ contractor: person.id, payments: 1, income: tenge(100_000), so: tenge(1_000) }),
  ]);
  expect(register.orders).toContainEqual({ component: 'so', code: '012', amount: tenge(1_000) });
  expect(register.csv.split('\r\n')).toHaveLength(6);

  // The bank returns it: everything comes back to the tiyn, and the month is free again.
  const [{ id: reference = '' } = {}] = (await sandbox.book(`payout/${id}/1`)) as { id: string }[];
  await sandbox.become(reference, 'returned');
  await comes(`payout/${id}/1`, 'returned');
  expect(await balances(id)).toEqual({ owed: 100_000, provider: -100_000 });
  expect((await payout(person, id)).tax).toBeNull();
  const counted = 'select count(*)::int as count from paid_income where payout = $1 and came_back_at is null';
  expect(await api.rows(counted, `payout/${id}/1`)).toEqual([{ count: 0 }]);

  // Sent again, it is taxed anew.
  done(await api.as(staff[0]).post(`/v1/payouts/${id}.1/try-again`));
  await comes(`payout/${id}/1`, 'confirmed', 'settled');
  expect(await balances(id)).toEqual({ ...SOCIAL, provider: -4_000 });
  expect(await api.rows(counted, `payout/${id}/1`)).toEqual([{ count: 1 }]);
});

story('nothing is withheld from an entrepreneur, nor from a student', async () => {
  const entrepreneur = await contractor({ kind: 'entrepreneur' });
  await declares(entrepreneur, 'entrepreneurSimplified');
  await confirms(entrepreneur);
  const student = await contractor();
  expect(
    (
      await command(api, student, student.account as never, 'declare-tax-status', {
        status: 'naturalPerson',
        evidence: 'A',
        exemption: 'student',
      })
    ).problem?.rule,
  ).toBe('exemptionFitsTax');
  await declares(student, 'selfEmployed', { exemption: 'student' });
  await confirms(student);
  for (const person of [entrepreneur, student]) {
    const id = await paidTask(person);
    await comes(`task/${id}`, 'closed');
    expect(await sandbox.book(`payout/${id}/1`)).toMatchObject([{ amount: HUNDRED_THOUSAND }]);
    expect(await balances(id)).toEqual({});
    expect((await payout(person, id)).tax).toMatchObject({ withheld: [], net: tenge(100_000) });
    expect(await templates(person, id)).toEqual(['payout-confirmed']);
  }
});

story('without a proved regime the payout waits, and it goes by itself once the staff confirm one', async () => {
  const person = await contractor();
  const id = await paidTask(person);
  await comes(`payout/${id}/1`, 'waiting.unproved');
  expect(await balances(id)).toEqual({ owed: 100_000, provider: -100_000 });
  expect(await payout(person, id)).toMatchObject({ tax: null, waitsFor: { reason: 'unproved', until: null } });
  expect(await templates(person, id)).toEqual(['payout-unproved']);
  await declares(person, 'selfEmployed');
  expect(await stateOf(`payout/${id}/1`)).toBe('waiting.unproved');
  await confirms(person);
  await comes(`task/${id}`, 'closed');
  expect(await balances(id)).toEqual({ ...SOCIAL, provider: -4_000 });
  expect((await payout(person, id)).waitsFor).toBeNull();
});

story('what nobody proves is decided by two of the staff, once its term is over', async () => {
  const person = await contractor();
  const id = await paidTask(person);
  await comes(`payout/${id}/1`, 'waiting.unproved');
  await pass(api, `payout/${id}/1`, 31 * DAY);
  await comes(`payout/${id}/1`, 'waiting.late');
  const { items } = (await api.as(staff[0]).get<{ items: { kind: string }[] }>('/v1/operator/work?limit=50')).body;
  expect(items.map(({ kind }) => kind)).toContain('decideWait');
  expect(await templates(person, id)).toEqual([
    'payout-unproved',
    'payout-still-waits',
    'payout-still-waits',
    'payout-still-waits',
    'payout-waits-long',
  ]);
  await agree(api, staff, `/v1/payouts/${id}.1/pay-in-full`, { reasons: 'The regime was shown on paper' });
  await comes(`task/${id}`, 'closed');
  expect(await sandbox.book(`payout/${id}/1`)).toMatchObject([{ amount: HUNDRED_THOUSAND }]);
  expect((await payout(person, id)).tax).toMatchObject({ status: null, withheld: [], net: tenge(100_000) });
});

story('two payouts at once, to two accounts of one person, do not exceed the limit of the month together', async () => {
  const identifier = anyIdentifier();
  const accounts = [await selfEmployed({ identifier }), await selfEmployed({ identifier })] as const;
  // 700 000 each: together above 1 297 500.
  const tasks = await Promise.all(accounts.map((each) => paidTask(each, 70_000_000)));
  const lives = tasks.map((id) => `payout/${id}/1`);
  await Promise.all(lives.map((life) => comes(life, 'confirmed', 'settled', 'waiting.overLimit')));
  const states = await Promise.all(lives.map(stateOf));
  const late = states.indexOf('waiting.overLimit');
  expect(states.filter((state) => state === 'waiting.overLimit')).toHaveLength(1);
  const [id, person] = [tasks[late] as string, accounts[late] as Newcomer];
  expect(await payout(person, id)).toMatchObject({ waitsFor: { reason: 'overLimit', until: expect.stringMatching(/T19:00:00/) } });
  expect(await templates(person, id)).toEqual(['payout-over-limit']);

  // In the next month it goes by itself.
  await pass(api, `payout/${id}/1`, 32 * DAY);
  await comes(`payout/${id}/1`, 'confirmed', 'settled');
  expect((await payout(person, id)).tax).toMatchObject({ net: tenge(672_000), month: { paid: tenge(700_000) } });
});

story('the self-employed are told at 80 and at 100 % of the month', async () => {
  const person = await selfEmployed();
  // 1 038 000 are 80 % of 1 297 500.
  const near = await paidTask(person, 103_800_000);
  await comes(`task/${near}`, 'closed');
  expect(await templates(person, near)).toEqual(['income-near-limit', 'payout-withheld']);
  const full = await paidTask(person, 25_950_000);
  await comes(`task/${full}`, 'closed');
  expect(await templates(person, full)).toEqual(['income-at-limit', 'payout-withheld']);
});
