/** Paid extras of contractors (3.3), with the sandbox provider, the ledger and the check page. Sums are tiyn. */
import { createHash } from 'node:crypto';
import parameters from '../../models/reference/parameters.json' with { type: 'json' };
import { todayInAlmaty } from '../../models/today.ts';
import { addCalendarDays } from '../../rules/working-days.ts';
import { pass } from '../../testing/engine/pass.ts';
import { paidOut, taxedAs } from '../../testing/lives/paid-out.ts';
import { fileOf } from '../../testing/lives/signed.ts';
import { addressOf, drawn } from '../../testing/lives/signings.ts';
import { acceptedTask } from '../../testing/lives/tasks.ts';
import { registerUnderOffer } from '../../testing/people/accounts.ts';
import { done } from '../../testing/people/registration.ts';
import type { Sandbox } from '../../testing/stand-ins/payments.ts';
import { openSandbox } from '../../testing/stand-ins/payments.ts';
import { textOfPdf } from '../../testing/texts/pdf-text.ts';
import type { Api, Person, Reply } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

interface Extra {
  id: string;
  state: string;
  payment: string;
  price: { amount: number };
  vat: string;
  papers: string;
  free: string;
}
interface Tariffs {
  inForce: { extras: { code: string; name: string; price: { amount: number } }[] };
  contractors: string;
}

const PRICE = 99_000;
const HOUR = 3_600_000;

let sandbox: Sandbox;
let api: Api;
let customer: Person;
let staff: Person;
beforeAll(async () => {
  sandbox = await openSandbox();
  api = await openApi({ settings: sandbox.settings, ownDatabase: true });
  [customer, staff] = await Promise.all([api.join(['customer']), api.join(['operator'])]);
});
afterAll(async () => {
  await api.close();
  await sandbox.close();
});

const order = (person: Person, given: object = {}, key?: string): Promise<Reply<Extra>> =>
  api.as(person).post<Extra>(
    '/v1/extras',
    {
      extra: 'income-certificate',
      from: addCalendarDays(todayInAlmaty(), -30),
      to: todayInAlmaty(),
      language: 'en',
      price: PRICE,
      ...given,
    },
    key === undefined ? {} : { key },
  );
const stateOf = async (life: string): Promise<string | undefined> =>
  (await api.rows<{ state: string }>('select state from life where id = $1', life))[0]?.state;
const comes = (life: string, state: string): Promise<unknown> =>
  until(async () => (await stateOf(life)) === state, `${life} ${state}`).catch(async (error) => {
    throw new Error(`${error.message}; it is ${await stateOf(life)}`);
  });
const balance = async (account: string): Promise<number> =>
  Number((await api.rows<{ sum: string }>('select balance($1) as sum', account))[0]?.sum) + 0;
const paymentLife = (id: string): string => `payment/${id}/1`;
async function approve(person: Person, { id, payment }: Extra): Promise<void> {
  await comes(paymentLife(id), 'waiting');
  const { page, extra } = done(await api.as(person).get<{ page: string; extra: string }>(`/v1/payments/${payment}`));
  expect(extra).toBe(id);
  await sandbox.onPage(page, 'approve');
}
const papersOf = async (person: Person, { papers }: Extra) =>
  done(await api.as(person).get<{ items: { kind: string; sha256: string; reference: string }[] }>(papers)).items;
const paidInAll = async (person: Person): Promise<number> =>
  done(await api.as(person).get<{ paid: { amount: number } }>(`/v1/accounts/${person.id}/liability?on=${todayInAlmaty()}`)).paid.amount;

test('is free for contractors but for what the tariffs list with its price, which everybody reads before', async () => {
  const [contractor, buyer] = await Promise.all([registerUnderOffer(api, ['contractor']), registerUnderOffer(api, ['customer'])]);
  for (const [language, words] of [
    ['ru', 'бесплатно'],
    ['kk', 'тегін'],
    ['en', 'free'],
  ] as const) {
    const { inForce, contractors } = done(await api.as().get<Tariffs>('/v1/tariffs', { language }));
    expect(inForce.extras).toMatchObject([{ code: 'income-certificate', price: { amount: PRICE, currency: 'KZT' } }]);
    expect(contractors).toContain(words);
    const own = done(await api.as(contractor).get<{ contractorPays: string }>('/v1/accounts/me', { language }));
    expect(own.contractorPays).toContain(words);
  }
  expect(done(await api.as(buyer).get<{ contractorPays: unknown }>('/v1/accounts/me')).contractorPays).toBeNull();
});

test('is refused at another price than that of the day, for a period to come, and while another order waits', async () => {
  const contractor = await api.join(['contractor']);
  const tomorrow = addCalendarDays(todayInAlmaty(), 1);
  for (const [given, rule] of [
    [{ price: PRICE - 1 }, 'priceIsCurrent'],
    [{ price: 1 }, 'priceIsCurrent'],
    [{ to: tomorrow }, 'periodIsOver'],
    [{ from: todayInAlmaty(), to: addCalendarDays(todayInAlmaty(), -1) }, 'periodIsOver'],
    [{ from: addCalendarDays(todayInAlmaty(), -366) }, 'periodIsOver'],
  ] as const)
    expect([(await order(contractor, given)).problem?.rule, rule]).toEqual([rule, rule]);
  expect((await order(customer)).problem?.code).toBe('wrong-party');
  // Nobody gets a certificate of a number that was never proved.
  const unproved = await api.join(['contractor']);
  await api.owner.query('update account set proof = null where id = $1', [unproved.id]);
  expect((await order(unproved)).problem?.rule).toBe('identityIsProved');

  const first = done(await order(contractor, {}, 'one-and-the-same-key'));
  expect(first).toMatchObject({ state: 'paying', price: { amount: PRICE } });
  // The same request again is the same order; another one waits for it.
  expect(done(await order(contractor, {}, 'one-and-the-same-key')).id).toBe(first.id);
  expect((await order(contractor)).problem?.rule).toBe('noExtraIsUnpaid');
  const [one, two] = await Promise.all([order(customer), order(await api.join(['contractor']))]);
  expect([one.status, two.status]).toEqual([403, 201]);
  // Another's order is nobody's business, and the customers of this contractor know nothing of it.
  for (const person of [customer, unproved]) expect((await api.as(person).get(`/v1/extras/${first.id}`)).status).toBe(404);
});

test('is paid by card, then drawn from the acts and the ledger, and anybody can check it', () =>
  api.withWorker(async () => {
    const contractor = await taxedAs(api, staff, 'selfEmployed', { roles: ['contractor'] });
    await api.owner.query(`update account set proof = 'document' where id = $1 and proof is null`, [contractor.id]).catch(() => undefined);
    const payers = await api.join(['customer']);
    await paidOut(api, { contractor, payer: payers, tenge: 10_000 });
    const income = await balance('income/extra');
    const extra = done(await order(contractor));
    expect(extra.vat).toBe('без НДС');
    await approve(contractor, extra);
    await comes(`extra/${extra.id}`, 'delivered');
    expect([
      (await balance('income/extra')) - income,
      await balance(`held/extra/${extra.id}`),
      await balance(`receivable/${contractor.id}`),
      await paidInAll(contractor),
    ]).toEqual([PRICE, 0, 0, PRICE]);

    const payments = String(
      done(await api.as(staff).get<string>(`/v1/operator/exports/payments.csv?from=${todayInAlmaty()}&to=${todayInAlmaty()}`)),
    );
    expect(payments.split('\r\n').find((line) => line.includes('990,00'))).toContain(contractor.name);

    const papers = await papersOf(contractor, extra);
    expect(papers).toMatchObject([{ kind: 'income-certificate' }]);
    const [{ sha256, reference } = { sha256: '', reference: '' }] = papers;
    const { bytes } = await fileOf(api, contractor.token, `/v1/documents/${sha256}/content`);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    const text = (await textOfPdf(bytes)).replace(/\s+/g, ' ');
    // 4 % of 10 000 tenge are withheld.
    for (const words of ['CERTIFICATE OF COMPLETED WORK AND INCOME', '10,000.00', '400.00', '9,600.00']) expect(text).toContain(words);
    for (const hidden of [payers.name, payers.id, 'СПРАВКА', 'АНЫҚТАМА']) expect(text).not.toContain(hidden);
    for (const id of [reference, sha256]) {
      const page = await (await fetch(`${api.url}/verify/${id}`, { headers: { Accept: 'text/html', 'Accept-Language': 'en' } })).text();
      expect(page).toContain('Certificate of completed work and income');
      expect(page).not.toContain(contractor.id);
    }
    for (const person of [customer, payers]) expect((await api.as(person).get(`/v1/documents/${sha256}`)).status).toBe(404);
    expect((await api.rows('select from document where kind = $1', 'income-certificate')).length).toBe(1);
  }));

test('is drawn in the language asked for, with the acts that both confirmed and nothing of the customer', async () => {
  const contractor = await api.join(['contractor']);
  const task = await acceptedTask(api, customer, contractor, { title: 'Тайный кран' });
  const signing = await drawn(api, task);
  // Its order, as the commit of a task's chart writes it.
  await api.owner.query(`insert into effect (life, seq, index, kind, params, open) values ($1, 2, 990, 'issueDocument', $2, false)`, [
    `task/${task}`,
    JSON.stringify({ child: signing, kind: 'completion-act', amount: '1500000' }),
  ]);
  const { items } = done(await api.as(contractor).get<{ items: { sha256: string }[] }>('/v1/documents?limit=1'));
  for (const person of [contractor, customer]) done(await api.as(person).post(`${addressOf(signing)}/sign`, { sha256: items[0]?.sha256 }));
  await api.withWorker(async () => {
    for (const [language, title] of [
      ['kk', 'АНЫҚТАМА'],
      ['ru', 'СПРАВКА О ВЫПОЛНЕННЫХ ЗАДАНИЯХ И ДОХОДЕ'],
    ] as const) {
      const extra = done(await order(contractor, { language }));
      await approve(contractor, extra);
      await comes(`extra/${extra.id}`, 'delivered');
      const [{ sha256 } = { sha256: '' }] = await papersOf(contractor, extra);
      const text = (await textOfPdf((await fileOf(api, contractor.token, `/v1/documents/${sha256}/content`)).bytes)).replace(/\s+/g, ' ');
      for (const words of [title, 'АВР-', '15 000,00']) expect(text).toContain(words);
      for (const hidden of ['Тайный', customer.name, 'CERTIFICATE']) expect(text).not.toContain(hidden);
    }
  });
});

test('that cannot be drawn in its term is paid back by itself', () =>
  api.withWorker(async () => {
    const contractor = await api.join(['contractor']);
    const extra = done(await order(contractor));
    // The record of the contractor's name is gone, so nothing can be certified.
    await api.owner.query(`update account set name = '' where id = $1`, [contractor.id]);
    await approve(contractor, extra);
    await comes(`extra/${extra.id}`, 'refunded');
    expect((await sandbox.book(paymentLife(extra.id)))[0]).toMatchObject({ status: 'captured', amount: PRICE });
    expect([await balance(`held/extra/${extra.id}`), await balance(`receivable/${contractor.id}`), await paidInAll(contractor)]).toEqual([
      0, 0, 0,
    ]);
    expect(await papersOf(contractor, extra)).toEqual([]);
  }));

test('that is not paid is cancelled by itself, and the next can be ordered', () =>
  api.withWorker(async () => {
    const contractor = await api.join(['contractor']);
    const extra = done(await order(contractor));
    await comes(paymentLife(extra.id), 'waiting');
    const hours = parameters.find(({ code }) => code === 'extraPayHours')?.value as number;
    await pass(api, paymentLife(extra.id), hours * HOUR + HOUR);
    await comes(`extra/${extra.id}`, 'cancelled');
    expect((await order(contractor)).status).toBe(201);
  }));

test('whose price a bank takes back counts as paid no more, and the books are even', () =>
  api.withWorker(async () => {
    const contractor = await api.join(['contractor']);
    const extra = done(await order(contractor));
    await approve(contractor, extra);
    await comes(`extra/${extra.id}`, 'delivered');
    const [{ id } = { id: '' }] = await sandbox.book(paymentLife(extra.id));
    // First 400 of the 990.
    await sandbox.become(id, 'takenBack', 40_000);
    await until(async () => (await paidInAll(contractor)) === PRICE - 40_000, 'a part to count as paid no more');
    const lost = await api.rows<{ facts: { sum: string } }>(
      `select facts from notice where life = $1 and template = 'extra-lost'`,
      `extra/${extra.id}`,
    );
    expect(lost.map(({ facts }) => facts.sum)).toEqual(['40000']);
    await sandbox.become(id, 'takenBack', PRICE - 40_000);
    await until(async () => (await paidInAll(contractor)) === 0, 'nothing to count as paid');
    await until(async () => (await balance(`held/extra/${extra.id}`)) === 0, 'the books to be even');
    expect([await balance(`taken-back/extra/${extra.id}`), await balance(`receivable/${contractor.id}`)]).toEqual([0, 0]);
  }));
