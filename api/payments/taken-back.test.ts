/** Money that a bank takes back after it was held or paid: at each stage of a task, the bookings, and what the parties and the staff read. */
import { pass } from '../../testing/engine/pass.ts';
import type { Sandbox } from '../../testing/stand-ins/payments.ts';
import { openSandbox } from '../../testing/stand-ins/payments.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { joinParties, openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

const DAY = 86_400_000;
const PRICE = 1_500_000;

let sandbox: Sandbox;
let api: Api;
let customer: Person;
let contractor: Person;
let staff: Person;
beforeAll(async () => {
  sandbox = await openSandbox();
  api = await openApi({ settings: sandbox.settings });
  ({ customer, contractor, staff } = await joinParties(api));
});
afterAll(async () => {
  await api.close();
  await sandbox.close();
});

const story = (name: string, work: () => Promise<void>) => test(name, () => api.withWorker(work));

const stateOf = async (life: string): Promise<string | undefined> =>
  (await api.rows<{ state: string }>('select state from life where id = $1', life))[0]?.state;
const comes = (life: string, state: string): Promise<unknown> =>
  until(async () => (await stateOf(life)) === state, `${life} ${state}`).catch(async (error) => {
    const events = await api.rows<{ type: string }>('select type from event where life = $1 order by seq', life);
    throw new Error(`${error.message}; it is ${await stateOf(life)} after ${events.map(({ type }) => type)}`);
  });
const noted = (life: string, template: string, count = 1): Promise<unknown> =>
  until(
    async () => (await api.rows('select from notice where life = $1 and template = $2', life, template)).length >= count,
    `${template} of ${life}`,
  );

async function pay(id: string, number = 1): Promise<void> {
  await comes(`payment/${id}/${number}`, 'waiting');
  const { page } = (await api.as(customer).get<{ page: string }>(`/v1/payments/${id}.${number}`)).body;
  await sandbox.onPage(page, 'approve');
}

/** A task whose money is held on the card, or prepaid. */
async function funded(funding: 'hold' | 'prepaid'): Promise<Task> {
  const { id, version } = await api.as(customer).postTask({ payment: 'platform', terms: { funding, reviewWorkingDays: 1, cancelCost: 0 } });
  const task = await api.as(contractor).command(id, 'accept', { version });
  await pay(id);
  await comes(`task/${id}`, 'agreed.awaited');
  return task;
}

async function work(id: string): Promise<void> {
  await api.as(contractor).command(id, 'start');
  await api.as(contractor).command(id, 'submit');
  await api.as(customer).command(id, 'approve');
}

/** The bank takes money of a payment back: all of it, or a part. */
async function takeBack(id: string, amount?: number): Promise<void> {
  const [entry] = await sandbox.book(`payment/${id}/1`);
  await sandbox.become(entry?.id as string, 'takenBack', amount);
}

/** Tiyn by account over all lives of a task but the operator's fee. Accounts at zero are left out; the sum over all is zero. */
async function balances(id: string): Promise<Record<string, number>> {
  const rows = await api.rows<{ account: string; sum: number }>(
    `select code as account, sum(credit - debit)::float as sum from entry join ledger_account on id = account
     where life like 'pay%/' || $1 || '/%' group by code having sum(credit - debit) <> 0`,
    id,
  );
  expect(rows.reduce((all, { sum }) => all + sum, 0)).toBe(0);
  const names: Record<string, string> = {
    [`held/task/${id}`]: 'held',
    [`taken-back/task/${id}`]: 'takenBack',
    [`owed/${contractor.id}`]: 'owed',
    'provider/sandbox': 'provider',
  };
  return Object.fromEntries(rows.map(({ account, sum }) => [names[account] ?? account, sum]));
}

/** The items of a task's lives in the staff's work list: kind and life. */
async function waitsForStaff(id: string): Promise<string[]> {
  const { items } = (await api.as(staff).get<{ items: { kind: string; href: string }[] }>('/v1/operator/work?limit=100')).body;
  return items.filter(({ href }) => href.includes(id)).map(({ kind, href }) => `${kind} ${href.split('/')[2]}`);
}

/** The templates of the notices of a life that an account reads. */
async function reads(person: Person, path: string): Promise<string[]> {
  const { items } = (await api.as(person).get<{ items: { template: string }[] }>(`${path}/notices`)).body;
  return items.map(({ template }) => template);
}
const toStaff = async (life: string): Promise<string[]> =>
  (await api.rows<{ template: string }>('select template from notice where life = $1 and account is null order by seq', life)).map(
    ({ template }) => template,
  );

describe('money that a bank takes back before the work', () => {
  story('while it is held on the card: the task waits for money again, and both parties and the staff get a notice', async () => {
    const { id } = await funded('hold');
    expect(await balances(id)).toEqual({});
    await takeBack(id);
    await comes(`payment/${id}/1`, 'lapsed');
    await comes(`task/${id}`, 'agreed.unfunded');
    expect(await balances(id)).toEqual({});
    expect(await reads(customer, `/v1/tasks/${id}`)).toContain('hold-lost');
    expect(await reads(contractor, `/v1/tasks/${id}`)).toContain('hold-lost');
    expect(await toStaff(`payment/${id}/1`)).toEqual(['taken-back']);
    await api.as(customer).command(id, 'fund');
    await pay(id, 2);
    await comes(`task/${id}`, 'agreed.awaited');
    expect(await balances(id)).toEqual({});
    await work(id);
    await comes(`task/${id}`, 'closed');
    expect(await balances(id)).toEqual({});
    expect(await waitsForStaff(id)).toEqual([]);
  });

  story('while it is prepaid: the same, and the contractor may leave without cost', async () => {
    const { id } = await funded('prepaid');
    await takeBack(id);
    await comes(`payment/${id}/1`, 'takenBack');
    await comes(`task/${id}`, 'agreed.unfunded');
    expect(await balances(id)).toEqual({});
    for (const person of [customer, contractor]) {
      expect(await reads(person, `/v1/payments/${id}.1`)).toContain('money-taken-back');
      expect(await reads(person, `/v1/tasks/${id}`)).toContain('hold-lost');
    }
    expect(await toStaff(`payment/${id}/1`)).toEqual(['taken-back']);
    expect((await api.as(customer).get<object>(`/v1/payments/${id}.1`)).body).toMatchObject({
      takenBack: { amount: PRICE },
      held: { amount: 0 },
      lost: { amount: 0 },
    });
    await api.as(contractor).command(id, 'give-up', { reasons: 'No money' });
    await comes(`task/${id}`, 'cancelled');
    expect(await waitsForStaff(id)).toEqual([]);
  });
});

describe('money that a bank takes back once it is prepaid and captured', () => {
  story('during the work: nothing of it is paid out, and the customer is asked for it again', async () => {
    const { id } = await funded('prepaid');
    await api.as(contractor).command(id, 'start');
    await takeBack(id);
    await comes(`payment/${id}/1`, 'takenBack');
    await noted(`task/${id}`, 'hold-lost', 2);
    expect(await stateOf(`task/${id}`)).toBe('executing.working');
    await api.as(contractor).command(id, 'submit');
    await api.as(customer).command(id, 'approve');
    await comes(`task/${id}`, 'settling.paying');
    expect(await sandbox.book(`payout/${id}`)).toEqual([]);
    expect(await balances(id)).toEqual({});
    await pay(id, 2);
    await comes(`task/${id}`, 'closed');
    expect(await balances(id)).toEqual({});
    expect((await sandbox.book(`payout/${id}`)).map((each) => (each as { amount: number }).amount)).toEqual([PRICE]);
  });

  story('before the payout was sent: it is stopped, the customer owes again, the contractor gets a notice', async () => {
    const { id } = await funded('prepaid');
    // The provider accepts no payout while the bank takes the money back.
    await sandbox.trouble(`payout/${id}/1`, 'down', 4);
    await work(id);
    await comes(`payout/${id}/1`, 'sending');
    await takeBack(id);
    await comes(`payout/${id}/1`, 'stopped');
    await comes(`task/${id}`, 'settling.paying');
    await until(async () => Object.keys(await balances(id)).length === 0, 'nothing is owed');
    expect(await sandbox.book(`payout/${id}`)).toEqual([]);
    expect(await reads(contractor, `/v1/payouts/${id}.1`)).toEqual(['payout-stopped']);
    expect(await reads(contractor, `/v1/payments/${id}.1`)).toContain('money-taken-back');
    expect(await reads(customer, `/v1/payments/${id}.1`)).toContain('money-taken-back');
    for (const person of [customer, contractor]) expect(await reads(person, `/v1/tasks/${id}`)).toContain('payment-not-made');
    expect(await toStaff(`payment/${id}/1`)).toEqual(['taken-back']);
    const { progress } = (await api.as(customer).get<Task>(`/v1/tasks/${id}`)).body;
    expect([progress?.due.amount, progress?.paid.amount]).toEqual([PRICE, 0]);
    await pay(id, 2);
    await comes(`task/${id}`, 'closed');
    expect(await balances(id)).toEqual({});
  });

  story('in part: the rest is paid out, and the customer owes what was taken', async () => {
    const { id } = await funded('prepaid');
    await sandbox.trouble(`payout/${id}/1`, 'down', 4);
    await work(id);
    await comes(`payout/${id}/1`, 'sending');
    await takeBack(id, 400_000);
    await comes(`payout/${id}/1`, 'stopped');
    await comes(`task/${id}`, 'settling.paying');
    expect((await sandbox.book(`payout/${id}/2`)).map((each) => (each as { amount: number }).amount)).toEqual([1_100_000]);
    await until(async () => Object.keys(await balances(id)).length === 0, 'nothing is owed');
    await pay(id, 2);
    await comes(`task/${id}`, 'closed');
    expect((await sandbox.book(`payment/${id}/2`)).map((each) => (each as { amount: number }).amount)).toEqual([400_000]);
    expect(await balances(id)).toEqual({});
    expect(await waitsForStaff(id)).toEqual([]);
  });
});

describe('money that a bank takes back while the payout is on its way', () => {
  const onItsWay = async (): Promise<string> => {
    const { id } = await funded('prepaid');
    await sandbox.trouble(`payout/${id}/1`, 'payout-slow');
    await work(id);
    await comes(`payout/${id}/1`, 'sent');
    await takeBack(id);
    await noted(`payment/${id}/1`, 'money-taken-back', 2);
    await until(async () => (await api.rows(`select from event where life = $1 and type = 'stop'`, `payout/${id}/1`)).length > 0, 'a stop');
    expect(await balances(id)).toEqual({ takenBack: -PRICE, owed: PRICE });
    return id;
  };
  const decide = async (id: string, status: 'refused' | 'confirmed'): Promise<void> => {
    const [entry] = await sandbox.book(`payout/${id}/1`);
    await sandbox.become(entry?.id as string, status);
  };

  story('and the bank refuses the payout: it is not sent again, and the customer owes again', async () => {
    const id = await onItsWay();
    await decide(id, 'refused');
    await comes(`payout/${id}/1`, 'stopped');
    await comes(`task/${id}`, 'settling.paying');
    await until(async () => Object.keys(await balances(id)).length === 0, 'nothing is owed');
    expect(await waitsForStaff(id)).toEqual([]);
  });

  story('and the payout arrives: the contractor keeps it, the loss is booked and is a duty of the staff', async () => {
    const id = await onItsWay();
    await decide(id, 'confirmed');
    await comes(`task/${id}`, 'closed');
    await noted(`payment/${id}/1`, 'payment-lost-late', 2);
    expect(await balances(id)).toEqual({ 'loss/payments': -PRICE, provider: PRICE });
    expect(await waitsForStaff(id)).toEqual(['closeLoss payments']);
  });
});

describe('money that a bank takes back after it was paid out', () => {
  const closed = async (): Promise<string> => {
    const { id } = await funded('prepaid');
    await work(id);
    await comes(`task/${id}`, 'closed');
    await until(
      async () => (await api.rows(`select from event where life = $1 and type = 'paidOut'`, `payment/${id}/1`)).length > 0,
      'word',
    );
    expect(await balances(id)).toEqual({});
    return id;
  };

  story('is a booked loss and a duty of the staff; both parties get a notice, and the task stays closed', async () => {
    const id = await closed();
    await takeBack(id);
    await noted(`payment/${id}/1`, 'payment-lost', 2);
    expect(await balances(id)).toEqual({ 'loss/payments': -PRICE, provider: PRICE });
    expect(await stateOf(`task/${id}`)).toBe('closed');
    for (const person of [customer, contractor]) expect(await reads(person, `/v1/payments/${id}.1`)).toContain('payment-lost');
    expect(await toStaff(`payment/${id}/1`)).toEqual(['loss-booked']);
    expect(await waitsForStaff(id)).toEqual(['closeLoss payments']);
    const path = `/v1/payments/${id}.1`;
    expect((await api.as(staff).get<object>(path)).body).toMatchObject({ state: 'takenBack', lost: { amount: PRICE } });
    const tooMuch = await api.as(staff).post(`${path}/close-loss`, { recovered: PRICE + 1, reasons: 'The customer paid' });
    expect(tooMuch.problem).toMatchObject({ code: 'rule-refused', rule: 'recoveredIsWithinLoss' });
    expect((await api.as(staff).post(`${path}/close-loss`, { recovered: 1_000_000, reasons: 'The customer paid in part' })).status).toBe(
      200,
    );
    expect(await balances(id)).toEqual({ 'loss/payments': -500_000, 'bank/operator': -1_000_000, provider: PRICE });
    expect(await waitsForStaff(id)).toEqual([]);
    // How the operator deals with its loss is not for the parties.
    const readBy = async (person: Person): Promise<string> =>
      JSON.stringify(await Promise.all([path, `${path}/events`].map(async (each) => (await api.as(person).get<object>(each)).body)));
    for (const person of [customer, contractor]) expect(await readBy(person)).not.toMatch(/paid in part|"recovered":"?\d/);
    expect(await readBy(staff)).toMatch(/paid in part.*"recovered":"1000000"/);
  });

  story('months later, and no webhook comes: the provider is still asked', async () => {
    const id = await closed();
    await pass(api, `payment/${id}/1`, 100 * DAY);
    await sandbox.trouble(`payment/${id}/1`, 'hook-lost', 9);
    await takeBack(id, 300_000);
    await pass(api, `payment/${id}/1`, 40 * DAY);
    await noted(`payment/${id}/1`, 'payment-lost', 2);
    expect(await balances(id)).toEqual({ 'loss/payments': -300_000, provider: 300_000 });
    expect(await stateOf(`payment/${id}/1`)).toBe('captured');
    expect(await waitsForStaff(id)).toEqual(['closeLoss payments']);
  });

  story('and the bank also returns the payout: nothing is lost, and it is not sent again', async () => {
    const id = await closed();
    await takeBack(id);
    await noted(`payment/${id}/1`, 'payment-lost', 2);
    const [payout] = await sandbox.book(`payout/${id}/1`);
    await sandbox.become(payout?.id as string, 'returned');
    await comes(`payout/${id}/1`, 'stopped');
    await until(async () => Object.keys(await balances(id)).length === 0, 'nothing is lost');
    expect(await waitsForStaff(id)).toEqual([]);
  });

  // The bank took 4 000 of the 15 000 paid out: the loss is 4 000. The payout comes back whole: 15 000 are owed again, less the 4 000, which are no
  // longer a loss. 11 000 are left for the contractor.
  story('in part, and the payout comes back: the rest stays owed, and the staff send it again', async () => {
    const id = await closed();
    await takeBack(id, 400_000);
    await noted(`payment/${id}/1`, 'payment-lost', 2);
    const [payout] = await sandbox.book(`payout/${id}/1`);
    await sandbox.become(payout?.id as string, 'returned');
    await noted(`payout/${id}/1`, 'payout-cut');
    await until(async () => (await balances(id)).owed === PRICE - 400_000, 'the rest is owed');
    expect(await balances(id)).toEqual({ owed: PRICE - 400_000, provider: 400_000 - PRICE });
    const path = `/v1/payouts/${id}.1`;
    expect((await api.as(staff).get<object>(path)).body).toMatchObject({ state: 'returned', amount: { amount: PRICE - 400_000 } });
    expect(await waitsForStaff(id)).toContain('tryAgain payouts');
    await api.as(staff).post(`${path}/try-again`, {});
    await comes(`payout/${id}/1`, 'confirmed');
    await until(async () => Object.keys(await balances(id)).length === 0, 'nothing is owed');
  });

  story('after the watch on the payment has ended: the staff get it as unexpected', async () => {
    const id = await closed();
    await pass(api, `payment/${id}/1`, 541 * DAY);
    await comes(`payment/${id}/1`, 'settled');
    await takeBack(id);
    await until(async () => (await waitsForStaff(id)).includes('unexpected payments'), 'the work list');
  });
});

describe('money that is already on its way back to the customer', () => {
  story('is taken by the bank first: the refund that the provider then refuses is no duty, and the task ends', async () => {
    const { id } = await funded('prepaid');
    await sandbox.trouble(`payment/${id}/1`, 'refused');
    await api.as(customer).command(id, 'cancel', { reasons: 'Moved house' });
    await comes(`payment/${id}/1`, 'refunding.refused');
    await takeBack(id);
    await comes(`payment/${id}/1`, 'takenBack');
    await comes(`task/${id}`, 'cancelled');
    expect(await balances(id)).toEqual({});
    expect(await waitsForStaff(id)).toEqual([]);
  });

  story('is the rest of a prepayment, and the bank takes all: the payout is stopped too', async () => {
    const { id } = await funded('prepaid');
    await sandbox.trouble(`payment/${id}/1`, 'refused');
    await sandbox.trouble(`payout/${id}/1`, 'payout-slow');
    await api.as(contractor).command(id, 'start');
    await api.as(contractor).command(id, 'submit', { parts: [{ line: 1, quantity: 3 }] });
    await api.as(customer).command(id, 'approve');
    await api.as(customer).command(id, 'propose-cancel', { reasons: 'Enough' });
    await api.as(contractor).command(id, 'accept-cancel');
    await comes(`payment/${id}/1`, 'refunding.refused');
    await comes(`payout/${id}/1`, 'sent');
    await takeBack(id);
    await comes(`payment/${id}/1`, 'takenBack');
    const [payout] = await sandbox.book(`payout/${id}/1`);
    await until(async () => (await api.rows(`select from event where life = $1 and type = 'stop'`, `payout/${id}/1`)).length > 0, 'a stop');
    await sandbox.become(payout?.id as string, 'refused');
    await comes(`task/${id}`, 'settling.paying');
    await until(async () => Object.keys(await balances(id)).length === 0, 'nothing is owed');
  });
});
