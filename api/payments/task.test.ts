/** A task's money through the provider, from end to end. */
import { pass } from '../../testing/engine/pass.ts';
import type { Sandbox } from '../../testing/stand-ins/payments.ts';
import { openSandbox } from '../../testing/stand-ins/payments.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { openApi, posting } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

const DAY = 86_400_000;
const PRICE = 1_500_000;

let sandbox: Sandbox;
let api: Api;
let customer: Person;
let contractor: Person;
beforeAll(async () => {
  sandbox = await openSandbox();
  api = await openApi({ settings: sandbox.settings });
  [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
});
afterAll(async () => {
  await api.close();
  await sandbox.close();
});

const story = (name: string, work: () => Promise<void>) => test(name, () => api.withWorker(work));
const agreed = async (funding: 'none' | 'hold' | 'prepaid', cancelCost = 1_000): Promise<Task> => {
  const { id, version } = await api.as(customer).postTask({ payment: 'platform', terms: { funding, cancelCost, reviewWorkingDays: 1 } });
  return api.as(contractor).command(id, 'accept', { version });
};
const stateOf = async (life: string): Promise<string | undefined> =>
  (await api.rows<{ state: string }>('select state from life where id = $1', life))[0]?.state;
const comes = (life: string, state: string): Promise<unknown> => until(async () => (await stateOf(life)) === state, `${life} ${state}`);

async function pay(id: string): Promise<void> {
  await comes(`payment/${id}/1`, 'waiting');
  const { page } = (await api.as(customer).get<{ page: string }>(`/v1/payments/${id}.1`)).body;
  await sandbox.onPage(page, 'approve');
}

/** Tiyn on the accounts that a task's money passes: kept for it, owed to the contractor, at the provider. */
async function balances(id: string): Promise<number[]> {
  const rows = await api.rows<{ code: string; sum: number }>(
    `select code, sum(credit - debit)::float as sum from entry join ledger_account on id = account where life like '%/' || $1 || '/%' group by code`,
    id,
  );
  return [`held/task/${id}`, `owed/${contractor.id}`, 'provider/sandbox'].map(
    (account) => rows.find(({ code }) => code === account)?.sum ?? 0,
  );
}
/** Tiyn of holds that are not captured yet: the customer's money still. */
async function onHold(id: string): Promise<number> {
  const [row] = await api.rows<{ sum: number }>(
    'select credits_pending::float as sum from ledger_account where code = $1',
    `held/task/${id}`,
  );
  return row?.sum ?? 0;
}

async function work(id: string): Promise<void> {
  await api.as(contractor).command(id, 'start');
  await api.as(contractor).command(id, 'submit');
  await api.as(customer).command(id, 'approve');
}

story('held from acceptance, captured for approved work, paid out, and the task closes', async () => {
  const { id } = await agreed('hold');
  await comes(`task/${id}`, 'agreed.funding');
  await pay(id);
  await comes(`task/${id}`, 'agreed.awaited');
  expect([await onHold(id), await balances(id)]).toEqual([PRICE, [0, 0, 0]]);
  await work(id);
  await comes(`task/${id}`, 'closed');
  expect([await onHold(id), await balances(id)]).toEqual([0, [0, 0, 0]]);
  expect((await sandbox.book(`payment/${id}/1`)).concat(await sandbox.book(`payout/${id}/1`))).toMatchObject([
    { kind: 'payment', status: 'captured', amount: PRICE },
    { kind: 'payout', status: 'confirmed', amount: PRICE, recipient: { account: contractor.id } },
  ]);
});

story('prepaid: kept from acceptance, paid out for approved work, and the task closes', async () => {
  const { id } = await agreed('prepaid');
  await pay(id);
  await comes(`task/${id}`, 'agreed.awaited');
  expect(await balances(id)).toEqual([PRICE, 0, -PRICE]);
  await work(id);
  await comes(`task/${id}`, 'closed');
  expect(await balances(id)).toEqual([0, 0, 0]);
  expect((await sandbox.book(`payment/${id}/1`)).concat(await sandbox.book(`payout/${id}/1`))).toMatchObject([
    { kind: 'payment', mode: 'charge', status: 'captured', amount: PRICE },
    { kind: 'payout', status: 'confirmed', amount: PRICE, recipient: { account: contractor.id } },
  ]);
});

story('prepaid and cancelled: the contractor gets the costs of the terms, the rest goes back once the provider agrees', async () => {
  const { id } = await agreed('prepaid');
  await pay(id);
  await comes(`task/${id}`, 'agreed.awaited');
  await sandbox.trouble(`payment/${id}/1`, 'refused');
  await api.as(customer).command(id, 'cancel', { reasons: 'Moved house' });
  await comes(`payment/${id}/1`, 'refunding.refused');
  await comes(`task/${id}`, 'settling.releasing');
  expect(await balances(id)).toEqual([PRICE - 150_000, 0, -PRICE + 150_000]);
  const operator = await api.join(['operator']);
  await api.as(operator).post(`/v1/payments/${id}.1/try-again`);
  await comes(`task/${id}`, 'cancelled');
  expect(await balances(id)).toEqual([0, 0, 0]);
  expect((await sandbox.book(`payout/${id}/1`))[0]).toMatchObject({ amount: 150_000 });
});

story('prepaid, and left without cost before and after the payment: nothing is kept', async () => {
  const [early, late] = [await agreed('prepaid', 0), await agreed('prepaid', 0)];
  await comes(`payment/${early.id}/1`, 'waiting');
  await pay(late.id);
  await comes(`task/${late.id}`, 'agreed.awaited');
  for (const { id } of [early, late]) await api.as(customer).command(id, 'cancel', { reasons: 'Moved house' });
  await Promise.all([comes(`task/${early.id}`, 'cancelled'), comes(`task/${late.id}`, 'cancelled')]);
  await comes(`payment/${late.id}/1`, 'refunded');
  expect([await balances(early.id), await balances(late.id)]).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ]);
});

story('prepaid, and a higher price agreed afterwards: the difference is charged at the end', async () => {
  const task = await agreed('prepaid');
  const { id, title, startAt, dueAt } = task;
  await pay(id);
  await comes(`task/${id}`, 'agreed.awaited');
  const lines = [{ name: 'Loading', unit: 'hour', quantity: 6, unitPrice: 300_000 }];
  await api.as(contractor).command(id, 'amend', { title, lines, startAt, dueAt, version: 1 });
  await api.as(customer).command(id, 'accept-amendment', { version: 1 });
  await work(id);
  await comes(`payment/${id}/2`, 'waiting');
  const { page } = (await api.as(customer).get<{ page: string }>(`/v1/payments/${id}.2`)).body;
  await sandbox.onPage(page, 'approve');
  await comes(`task/${id}`, 'closed');
  expect(await balances(id)).toEqual([0, 0, 0]);
  expect((await sandbox.book(`payout/${id}`)).map((each) => (each as { amount: number }).amount)).toEqual([PRICE, 300_000]);
});

story('charged when the work is approved, paid out, and the task closes', async () => {
  const { id } = await agreed('none');
  await work(id);
  await comes(`task/${id}`, 'settling.paying');
  await pay(id);
  await comes(`task/${id}`, 'closed');
  expect(await balances(id)).toEqual([0, 0, 0]);
});

story('a hold for work longer than a bank keeps it is refused, with the alternative (R14)', async () => {
  const long = { ...posting(), payment: 'platform' as const, terms: { funding: 'hold' as const, reviewWorkingDays: 6 } };
  const { status, problem } = await api.as(customer).post('/v1/tasks', long);
  expect([status, problem?.code, problem?.rule, problem?.clause]).toEqual([422, 'rule-refused', 'holdOutlastsWork', 'platform']);
  expect(problem?.detail).toContain('Choose prepaid');
  expect((await api.as(customer).post('/v1/tasks', { ...long, terms: { ...long.terms, funding: 'prepaid' } })).status).toBe(201);
});

story('not paid in time: the task knows it, and the customer may fund it again', async () => {
  const { id } = await agreed('hold');
  await comes(`payment/${id}/1`, 'waiting');
  await pass(api, `payment/${id}/1`, 10 * DAY);
  await comes(`task/${id}`, 'agreed.unfunded');
  await api.as(customer).command(id, 'fund');
  await comes(`payment/${id}/2`, 'waiting');
  expect(await balances(id)).toEqual([0, 0, 0]);
});
