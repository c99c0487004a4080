/** The console of the staff in a real browser, at their own door of the real platform. */
import type { Browser, Page } from 'playwright-core';
import { codeAt } from '../../api/auth/one-time-codes.ts';
import { launchBrowser } from '../../testing/browser/browser.ts';
import type { WatchedPage } from '../../testing/browser/pages.ts';
import { barriersOf, openPage } from '../../testing/browser/pages.ts';
import type { Registered } from '../../testing/people/accounts.ts';
import { employ } from '../../testing/people/accounts.ts';
import { lastCode } from '../../testing/people/logins.ts';
import { setUpSecondFactor } from '../../testing/people/second-factors.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

let api: Api;
let browser: Browser;
let customer: Person;
let staff: Registered & { key: string };
let watched: WatchedPage;
let page: Page;

async function employed(roles: Parameters<typeof employ>[1]): Promise<Registered & { key: string }> {
  const person = await employ(api, roles);
  return { ...person, key: (await setUpSecondFactor(api, person, api.as(person))).key };
}

beforeAll(async () => {
  [api, browser] = await Promise.all([openApi(), launchBrowser()]);
  [customer, staff] = await Promise.all([api.join(['customer'], 'ru'), employed(['support', 'moderator', 'finance', 'administrator'])]);
  watched = await openPage(browser, 'ru-RU');
  page = watched.page;
  await page.setViewportSize({ width: 1280, height: 900 });
  page.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await browser?.close();
  await api?.close();
});
afterEach(async () => {
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/after-${expect.getState().currentTestName?.slice(0, 24)}.png` });
  expect(watched.faults.splice(0)).toEqual([]);
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

test('who logs out is logged out, and the session has ended', async () => {
  const [cookie] = await page.context().cookies();
  await press('Выйти');
  await heading('Консоль Оператора');
  expect(await page.context().cookies()).toEqual([]);
  const headers = { Cookie: `${cookie?.name}=${cookie?.value}`, 'Akjet-Page': 'console', 'Sec-Fetch-Site': 'same-origin' };
  expect((await fetch(`${api.urls.staff}/v1/operator/work`, { headers })).status).toBe(401);
});
