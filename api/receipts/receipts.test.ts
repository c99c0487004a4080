/** Receipts for payouts (3.4), over HTTP with the sandbox provider and a worker. */
import { countUnfinished } from '../../models/stores/account.ts';
import { pass } from '../../testing/engine/pass.ts';
import { paidOut, taxedAs } from '../../testing/lives/paid-out.ts';
import { done } from '../../testing/people/registration.ts';
import type { Sandbox } from '../../testing/stand-ins/payments.ts';
import { openSandbox } from '../../testing/stand-ins/payments.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

const DAY = 86_400_000;

let sandbox: Sandbox;
let api: Api;
let customer: Person;
let stranger: Person;
let staff: Person;
let contractor: Person;
const over = Promise.withResolvers<void>();
let work: Promise<void>;
beforeAll(async () => {
  sandbox = await openSandbox();
  api = await openApi({ settings: sandbox.settings });
  [customer, stranger, staff] = await Promise.all([api.join(['customer']), api.join(['customer']), api.join(['operator'])]);
  await api.owner.query(`
    update parameter set value = '1000000000000' where code = 'unprovedTaskMostTiyn';
    update parameter set valid_to = null where code in ('mrpTiyn', 'mzpTiyn')`);
  work = api.withWorker(() => over.promise);
  contractor = await taxedAs(api, staff, 'selfEmployed');
});
afterAll(async () => {
  over.resolve();
  await work;
  await api.close();
  await sandbox.close();
});

interface Receipt {
  state: string;
  amount: { amount: number };
  givenAt: string | null;
  annulledAt: string | null;
  statements: { command: string; words: Record<string, string> }[];
}
const stateOf = async (life: string): Promise<string | undefined> =>
  (await api.rows<{ state: string }>('select state from life where id = $1', life))[0]?.state;
const comes = (life: string, state: string): Promise<unknown> => until(async () => (await stateOf(life)) === state, `${life} ${state}`);
const templates = async (person: Person, path: string): Promise<string[]> =>
  done(await api.as(person).get<{ items: { template: string }[] }>(`${path}/notices`)).items.map(({ template }) => template);

/** A task that is worked, approved and paid through the platform. */
async function paidTask(): Promise<string> {
  const lines = [{ name: 'Loading', unit: 'hour', quantity: 1, unitPrice: 10_000_000 }];
  const { id, version } = await api.as(customer).postTask({ payment: 'platform', lines, terms: { funding: 'none' } });
  await api.as(contractor).command(id, 'accept', { version });
  for (const name of ['start', 'submit']) await api.as(contractor).command(id, name);
  await api.as(customer).command(id, 'approve');
  await comes(`payment/${id}/1`, 'waiting');
  await sandbox.onPage((await api.as(customer).get<{ page: string }>(`/v1/payments/${id}.1`)).body.page, 'approve');
  await comes(`task/${id}`, 'closed');
  return id;
}

test('a self-employed contractor is asked for a receipt once paid, records it, and the customer reads it with the task', async () => {
  const id = await paidTask();
  const [life, path] = [`receipt/${id}/1`, `/v1/receipts/${id}.1`];
  // The task is closed: nothing waits for the receipt.
  await comes(life, 'awaited');
  expect(await templates(contractor, path)).toEqual(['receipt-awaited']);
  const ofTask = async (person: Person): Promise<object[] | undefined> =>
    done(await api.as(person).get<{ receipts?: object[] }>(`/v1/tasks/${id}`, { language: 'en' })).receipts;
  expect(await ofTask(customer)).toEqual([
    expect.objectContaining({
      href: path,
      state: 'awaited',
      stateName: 'Receipt awaited',
      amount: { amount: 10_000_000, currency: 'KZT' },
    }),
  ]);
  expect((await api.as(stranger).get(path)).status).toBe(404);
  expect((await api.as(customer).post(`${path}/give`, { number: '1' })).problem?.code).toBe('wrong-party');
  expect((await api.as(contractor).post(`${path}/give`, {})).problem?.rule).toBe('somethingIsGiven');
  done(await api.as(contractor).post(`${path}/give`, { number: '000123', qr: 'https://receipts.example/000123' }));
  expect(await ofTask(customer)).toMatchObject([{ state: 'given', givenAt: expect.any(String) }]);
  const read = async (person: Person): Promise<Receipt> => done(await api.as(person).get<Receipt>(path));
  for (const person of [customer, staff])
    expect((await read(person)).statements).toMatchObject([
      { command: 'give', words: { number: '000123', qr: 'https://receipts.example/000123' } },
    ]);
  expect(await templates(customer, path)).toEqual(['receipt-given']);
  // Texts are in no chain.
  expect(JSON.stringify(await api.rows('select input from event where life = $1', life))).not.toContain('000123');

  done(await api.as(contractor).post(`${path}/annul`, { reasons: 'A wrong sum' }));
  expect(await read(customer)).toMatchObject({ state: 'annulled', givenAt: null, annulledAt: expect.any(String) });
  expect(await templates(customer, path)).toEqual(['receipt-given', 'receipt-annulled']);
  expect((await api.as(contractor).post(`${path}/annul`, {})).status).toBe(409);
  done(await api.as(contractor).post(`${path}/give`, { note: 'A new one was sent by email' }));
  expect((await read(customer)).statements.map(({ command }) => command)).toEqual(['give', 'annul', 'give']);
  const { items } = done(await api.as(contractor).get<{ items: { state: string }[] }>('/v1/receipts?open=true'));
  expect(items.map(({ state }) => state)).toEqual(['given']);
});

test('without a receipt the contractor is reminded, may still give it late, and in the end it is closed without one', async () => {
  const slow = await taxedAs(api, staff, 'selfEmployed');
  const payout = await paidOut(api, { contractor: slow, payer: customer, tenge: 10_000 });
  const life = payout.replace('payout', 'receipt');
  await comes(life, 'awaited');
  const path = `/v1/receipts/${life.split('/').slice(1).join('.')}`;
  await pass(api, life, 6 * DAY);
  expect([await stateOf(life), await templates(slow, path)]).toEqual([
    'late',
    ['receipt-awaited', 'receipt-reminder', 'receipt-reminder', 'receipt-late'],
  ]);
  // Neither the closing of an account nor the erasing after it waits for a receipt.
  await api.owner.query(
    `update life set done = true where id like 'payout/%'; update life_of_account set open = false where kind = 'payout'`,
  );
  expect(await countUnfinished(api.lives.database, slow.id)).toBe(0);
  expect((await api.owner.query('select is_unfinished($1) as waits', [slow.id])).rows).toEqual([{ waits: false }]);
  await pass(api, life, 90 * DAY);
  await expect(api.ended(life)).resolves.toBe('missing');
  expect((await api.as(slow).post(`${path}/give`, { number: '1' })).status).toBe(409);
});

test('entrepreneurs are asked where the parameter says so, and natural persons never', async () => {
  const [entrepreneur, natural] = await Promise.all([
    taxedAs(api, staff, 'entrepreneurSimplified', { kind: 'entrepreneur' }),
    taxedAs(api, staff, 'naturalPerson'),
  ]);
  const askedOf = async (person: Person): Promise<string> => {
    const payout = await paidOut(api, { contractor: person, payer: customer, tenge: 1_000 });
    await until(
      async () => (await api.rows(`select from effect where life = $1 and kind = 'askReceipt' and not open`, payout)).length === 1,
      'the effect',
    );
    return (await stateOf(payout.replace('payout', 'receipt'))) ?? 'none';
  };
  expect([await askedOf(entrepreneur), await askedOf(natural)]).toEqual(['awaited', 'none']);
  await api.owner.query(`update parameter set value = '0' where code = 'receiptOfEntrepreneurs'`);
  expect(await askedOf(entrepreneur)).toBe('none');
});
