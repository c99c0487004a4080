/** The console of the staff in a real browser, at their own door of the real platform. */
import type { Browser, Page } from 'playwright-core';
import { codeAt } from '../../api/auth/one-time-codes.ts';
import { launchBrowser } from '../../testing/browser/browser.ts';
import type { WatchedPage } from '../../testing/browser/pages.ts';
import { barriersOf, keepLastLook, keepPicture, openPage } from '../../testing/browser/pages.ts';
import { checkedFile } from '../../testing/lives/files.ts';
import { acceptedTask } from '../../testing/lives/tasks.ts';
import type { Registered } from '../../testing/people/accounts.ts';
import { employ, registerUnderOffer } from '../../testing/people/accounts.ts';
import { lastCode } from '../../testing/people/logins.ts';
import { done } from '../../testing/people/registration.ts';
import { STEP, setUpSecondFactor } from '../../testing/people/second-factors.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

let api: Api;
let browser: Browser;
let customer: Person;
let contractor: Registered;
let staff: Employee;
let colleague: Employee;
/** Asks the API outside of the pages: a login ends the other sessions of its person. */
let observer: Person;
let watched: WatchedPage[];
let page: Page;

type Employee = Registered & { key: string };
async function employed(roles: Parameters<typeof employ>[1]): Promise<Employee> {
  const person = await employ(api, roles);
  return { ...person, key: (await setUpSecondFactor(api, person, api.as(person))).key };
}

/** A window of its own on a desk. */
async function openDesk(): Promise<Page> {
  const own = await openPage(browser, 'ru-RU');
  watched.push(own);
  await own.page.setViewportSize({ width: 1280, height: 900 });
  own.page.setDefaultTimeout(10_000);
  return own.page;
}

beforeAll(async () => {
  [api, browser] = await Promise.all([openApi(), launchBrowser()]);
  [customer, contractor, staff, colleague, observer] = await Promise.all([
    api.join(['customer'], 'ru'),
    registerUnderOffer(api, ['contractor']),
    employed(['support', 'moderator', 'finance', 'administrator']),
    employed(['administrator']),
    employ(api, ['support', 'administrator']),
  ]);
  watched = [];
  page = await openDesk();
});
afterAll(async () => {
  await browser?.close();
  await api?.close();
});
afterEach(async () => {
  await keepLastLook(page);
  expect(watched.flatMap(({ faults }) => faults.splice(0))).toEqual([]);
});

const heading = (name: string): Promise<void> => page.getByRole('heading', { name, exact: true }).waitFor();
const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

/** Logs in by a code of an SMS, up to where the second factor is asked for. */
async function enter(number: string): Promise<void> {
  await page.goto(`${api.urls.staff}/`);
  await heading('Консоль Оператора');
  await page.getByLabel('Номер телефона').fill(number);
  await press('Получить код в SMS');
  const code = page.getByLabel('Код из SMS');
  await code.waitFor();
  await code.fill(await lastCode(number));
  await press('Войти');
}

test('a user gets nowhere at the door of the staff', async () => {
  await enter(customer.number);
  await page.getByRole('alert').getByText('Этот сеанс не действует по этому адресу: у представителей Оператора свой адрес').waitFor();
  expect(await page.context().cookies()).toEqual([]);
});

test('one of the staff logs in with the second factor, and says why they read', async () => {
  await enter(staff.number);
  await heading('Второй фактор');
  expect(await barriersOf(page, 'second-factor')).toEqual([]);
  await page.getByLabel('Код из приложения').fill(codeAt(staff.key, Date.now() + 3_600_000));
  await press('Подтвердить');
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Код из приложения').fill(codeAt(staff.key));
  await press('Подтвердить');
  await heading('Зачем вы сейчас читаете?');
  expect(await barriersOf(page, 'reason')).toEqual([]);
  await page.getByLabel('дело ждёт решения').check();
  await press('Начать');
  await heading('Работа');
  await page.getByText(staff.name).waitFor();
  expect(await page.getByLabel('Причина чтения').inputValue()).toBe('work');
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ name: 'akjet-console', httpOnly: true, sameSite: 'Strict' });
  expect(await barriersOf(page, 'work')).toEqual([]);
});

/** Logs in with both factors, and says why. */
async function enterAs({ number, key }: Employee): Promise<void> {
  await enter(number);
  await page.getByLabel('Код из приложения').fill(codeAt(key));
  await press('Подтвердить');
  await page.getByLabel('дело ждёт решения').check();
  await press('Начать');
  await heading('Работа');
}

const follow = (name: string | RegExp): Promise<void> => page.getByRole('link', { name }).first().click();

test('why a task is stuck is answered in three clicks', async () => {
  const task = await acceptedTask(api, customer, contractor);
  const { number } = done(await api.as(observer).get<{ number: number }>(`/v1/tasks/${task}`));
  await api.owner.query(
    `update effect set tries = 4, fault = 'The mail server does not answer' where life = $1 and kind = 'sendEmail'
     and (seq, index) = (select seq, index from effect where life = $1 and kind = 'sendEmail' limit 1)`,
    [`task/${task}`],
  );
  await follow('Поиск');
  await page.getByLabel('Что известно').fill(String(number));
  await press('Найти');
  await follow(`Задание № ${number}`);
  await heading(`Задание № ${number}`);
  await page.getByText('Отправка письма: попыток: 4. The mail server does not answer').waitFor();
  const { stateName, waits } = done(await api.as(observer).get(`/v1/tasks/${task}`, { language: 'ru' }));
  await page.locator('.badge').first().getByText(stateName, { exact: true }).waitFor();
  await page.getByText(waits, { exact: true }).first().waitFor();
  await page.getByText('Цепочка цела: события не изменялись.').waitFor();
  await page.getByRole('heading', { name: 'Уведомления' }).waitFor();
  // The customer can read who looked, and why.
  const { items } = done(await api.as(customer).get<{ items: { operation: string }[] }>('/v1/accounts/me/readings'));
  expect(items.map(({ operation }) => operation)).toEqual(expect.arrayContaining(['searchMatters', 'readTask', 'readInside']));
  expect(await barriersOf(page, 'task')).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
});

test('the picture of the chart is shown with the present state lit', async () => {
  await page.getByText('Схема состояний').click();
  const lit = page.locator('.picture .here');
  await lit.first().waitFor();
  expect(await lit.count()).toBeGreaterThan(0);
  await keepPicture(page, 'picture');
});

test('documents are looked at side by side and approved', async () => {
  const file = await api.withWorker(() => checkedFile(api, contractor));
  done(await api.as(observer).post(`/v1/accounts/${contractor.id}/verify`, { what: 'Удостоверение личности', kinds: ['identity'] }));
  done(await api.as(contractor).post(`/v1/verifications/${contractor.id}.1/submit`, { files: [file], evidence: 'Обе стороны' }));
  await follow('Работа');
  await follow(/документ/i);
  await page.getByRole('heading', { name: 'Документы', exact: true }).waitFor();
  const image = page.locator('.documents img');
  await image.waitFor();
  const width = await image.evaluate(async (shown) => {
    const picture = shown as unknown as { decode(): Promise<void>; naturalWidth: number };
    await picture.decode();
    return picture.naturalWidth;
  });
  expect(width).toBeGreaterThan(0);
  await page.getByText('Обе стороны').first().waitFor();
  expect(await barriersOf(page, 'verification')).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  // The second factor is no longer fresh, and is asked for over the form.
  await api.owner.query(`update session set factor_at = factor_at - interval '1 day' where person = $1`, [staff.person]);
  await page.locator('[data-command="approve"]').click();
  const form = page.getByRole('dialog').first();
  await page.getByLabel('Код из приложения').fill(codeAt(staff.key, Date.now() + STEP));
  await press('Подтвердить');
  await page.getByLabel('Код из приложения').waitFor({ state: 'detached' });
  await form.locator('button[type=submit]').click();
  await form.getByRole('heading', { name: 'Что из этого следует' }).waitFor();
  await form.locator('button[type=submit]').click();
  await form.waitFor({ state: 'detached' });
  const { state, stateName } = done(await api.as(observer).get(`/v1/verifications/${contractor.id}.1`, { language: 'ru' }));
  expect(state).toBe('approved');
  await page.locator('.badge').first().getByText(stateName, { exact: true }).waitFor();
});

test('one of the staff proposes what a second person confirms', async () => {
  await follow('Аккаунт исполнителя');
  await page.locator('[data-command="terminate"]').click();
  const form = page.getByRole('dialog').first();
  expect(await barriersOf(page, 'terminate')).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await form.locator('#field-ground').selectOption({ label: 'мошенничество' });
  await form.locator('#field-reasons').fill('Поддельные документы');
  await form.locator('button[type=submit]').click();
  await form.waitFor({ state: 'detached' });
  await page.getByText('Предложение внесено: оно исполнится, когда его подтвердит второй представитель.').waitFor();
  await follow('Открыть предложение');
  await page.getByText('Решает другой представитель с нужной ролью, не тот, кто внёс предложение.').waitFor();
  expect(await page.getByRole('button', { name: 'Подтвердить предложение' }).count()).toBe(0);

  const own = page;
  page = await openDesk();
  await enterAs(colleague);
  await follow(/Подтвердить или отклонить предложение о прекращении доступа/);
  await page.getByText('Поддельные документы').waitFor();
  expect(await barriersOf(page, 'proposal')).toEqual([]);
  await press('Подтвердить предложение');
  await page.locator('.badge').first().getByText('подтверждено', { exact: true }).waitFor();
  const account = done(await api.as(observer).get<{ state: string }>(`/v1/accounts/${contractor.id}`));
  expect(account.state).toMatch(/^terminated/);
  page = own;
});

/** Every address of the menu. */
test.each(['Дела', 'Деньги', 'Оферта', 'Предложения'])('the page %s is shown and has no barriers', async (name) => {
  await follow(name);
  await heading(name);
  await page.getByText('Загрузка …').waitFor({ state: 'detached' });
  expect(await barriersOf(page, name)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
});

test('two hundred rows of work are shown whole, and scroll without a halt', async () => {
  await api.owner.query(`
    set session_replication_role = replica;
    insert into life (id, kind, seq, state, at) select 'payout/' || gen_random_uuid() || '/1', 'payout', 1, 'refused', now() from generate_series(1, 250);
    insert into work (life, duty, since) select id, 'tryAgain', now() - number * interval '1 minute' from life where kind = 'payout' and state = 'refused';
    set session_replication_role = origin`);
  await follow('Работа');
  const rows = page.locator('.list tbody tr');
  await rows.nth(99).waitFor();
  await press('Показать ещё');
  await rows.nth(199).waitFor();
  const longest = await page.evaluate<number>(`(async () => {
    let slowest = 0;
    for (let at = 0, before = performance.now(); at < 40; at++) {
      scrollTo(0, at * 200);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      slowest = Math.max(slowest, performance.now() - before);
      before = performance.now();
    }
    return slowest;
  })()`);
  // A halt that a person notices is longer; a busy machine needs some of it.
  expect(longest).toBeLessThan(500);
  await api.owner.query(`delete from work where duty = 'tryAgain'`);
});

test('who logs out is logged out, and the session has ended', async () => {
  const [cookie] = await page.context().cookies();
  await press('Выйти');
  await heading('Консоль Оператора');
  expect(await page.context().cookies()).toEqual([]);
  const headers = { Cookie: `${cookie?.name}=${cookie?.value}`, 'Akjet-Page': 'console', 'Sec-Fetch-Site': 'same-origin' };
  expect((await fetch(`${api.urls.staff}/v1/operator/work`, { headers })).status).toBe(401);
});
