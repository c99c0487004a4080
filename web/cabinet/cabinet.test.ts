/** The cabinet in a real browser on the real platform: what a person sees and does, with nothing between. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../testing/browser/browser.ts';
import type { WatchedPage } from '../../testing/browser/pages.ts';
import { barriersOf, keepLastLook, openPage } from '../../testing/browser/pages.ts';
import { lastCode } from '../../testing/people/logins.ts';
import { done } from '../../testing/people/registration.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { inHours, openApi } from '../../testing/worlds/api.ts';

let api: Api;
let browser: Browser;
let customer: Person;
let contractor: Person;
let watched: WatchedPage;
let page: Page;
let id: string;

beforeAll(async () => {
  [api, browser] = await Promise.all([openApi(), launchBrowser()]);
  [customer, contractor] = await Promise.all([api.join(['customer'], 'kk'), api.join(['contractor'], 'kk')]);
  watched = await openPage(browser, 'kk-KZ');
  page = watched.page;
  page.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await browser?.close();
  await api?.close();
});
afterEach(async () => {
  await keepLastLook(page);
  expect(watched.faults.splice(0)).toEqual([]);
});

/** The customer outside the page, with the same session. */
let own: { headers: Record<string, string>; language: string };
const task = async (): Promise<Task> => done(await api.as().get(`/v1/tasks/${id}`, own));
const buttons = (): Promise<string[]> => page.locator('.menu button').allTextContents();
const stateShown = (name: string): Promise<void> => page.locator('article .badge').first().getByText(name, { exact: true }).waitFor();

/** The page shows the task as the API has it now: state and menu, and nothing that the menu does not have. */
async function showsTask(): Promise<Task> {
  const now = await task();
  await stateShown(now.stateName);
  await page.getByText(now.waits, { exact: true }).first().waitFor();
  const { commands, claim } = now;
  const offered = [...commands, ...(claim ? [claim] : [])];
  // What is awaited comes first, and what binds stands apart.
  const ranked = ['main', 'other', 'dangerous'].flatMap((each) => offered.filter(({ rank }) => rank === each));
  expect(await buttons()).toEqual(ranked.map(({ title }) => title));
  return now;
}

const open = (command: string): Promise<void> => page.locator(`[data-command="${command}"]`).click();
const dialog = () => page.getByRole('dialog');
const confirm = (): Promise<void> => dialog().locator('button[type=submit]').click();

const hasPreview = (): Promise<void> => dialog().getByRole('heading', { name: 'Бұдан не шығады' }).waitFor();

/** Gives a command on the page. What it brings is shown first where the menu says that it brings something. */
async function give(command: string, fill?: () => Promise<void>): Promise<void> {
  const { commands } = await task();
  const brings = commands.find(({ name }) => name === command)?.consequences !== undefined;
  await open(command);
  await fill?.();
  if (brings && fill) await confirm();
  if (brings) await hasPreview();
  await confirm();
  await dialog().waitFor({ state: 'detached' });
}

const HOUR = 3_600_000;
/** In the time of Almaty, as a field takes it. */
const typedHours = (hours: number): string => new Date(Date.parse(inHours(hours + 5))).toISOString().slice(0, 16);

test('a person logs in by the code of an SMS, and the page keeps no token', async () => {
  await page.goto(`${api.url}/`);
  await page.getByRole('heading', { name: 'Кіру' }).waitFor();
  expect(await barriersOf(page, 'log-in')).toEqual([]);
  await page.getByLabel('Телефон нөмірі').fill(customer.number);
  await page.keyboard.press('Enter');
  const code = page.getByLabel('SMS-тегі код');
  await code.waitFor();
  expect([await code.getAttribute('autocomplete'), await code.getAttribute('inputmode')]).toEqual(['one-time-code', 'numeric']);
  await code.fill('000000');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('alert').textContent()).toContain('Расталмады');
  await code.fill(await lastCode(customer.number));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Менің тапсырмаларым' }).waitFor();
  await page.getByText(customer.name).waitFor();
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ name: 'akjet-cabinet', httpOnly: true, sameSite: 'Strict' });
  const Cookie = `${cookie?.name}=${cookie?.value}`;
  own = { headers: { Cookie, 'Akjet-Page': 'cabinet', 'Sec-Fetch-Site': 'same-origin' }, language: 'kk' };
  const kept = await page.evaluate<string>('document.cookie + JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage })');
  expect(kept).not.toContain(cookie?.value);
  expect(await barriersOf(page, 'no-tasks')).toEqual([]);
});

test('a task is posted, its sum is shown as it is typed, and a mistake loses nothing', async () => {
  await page.getByRole('link', { name: 'Тапсырма орналастыру' }).click();
  await page.getByRole('heading', { name: 'Тапсырма орналастыру' }).waitFor();
  await page.locator('#field-title').fill('Пианино көшіру');
  await page.locator('[id="field-lines.0.name"]').fill('Тиеу');
  await page.locator('[id="field-lines.0.unit"]').fill('сағат');
  await page.locator('[id="field-lines.0.quantity"]').fill('2,5');
  await page.locator('[id="field-lines.0.unitPrice"]').fill('6000');
  expect((await page.locator('.total').textContent())?.replaceAll(/\s/g, ' ')).toBe('Барлығы: 15 000 ₸');
  await page.getByRole('button', { name: 'Орналастыру' }).click();
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.evaluate((each) => each.matches(':focus'))).toBe(true);
  expect(await alert.getByRole('link').allTextContents()).toEqual(['Басталуы', 'Аяқталуы']);
  expect(await barriersOf(page, 'post')).toEqual([]);

  await page.reload();
  expect(await page.locator('#field-title').inputValue()).toBe('Пианино көшіру');
  await page.locator('#field-startAt').fill(typedHours(48));
  await page.locator('#field-dueAt').fill(typedHours(56));
  await page.getByRole('button', { name: 'Орналастыру' }).click();
  await page.getByRole('heading', { name: 'Пианино көшіру' }).waitFor();
  id = page.url().split('/').at(-1) as string;
  const { price } = await showsTask();
  expect(price.amount).toBe(1_500_000);
  expect(await page.getByRole('timer').textContent()).toMatch(/^(\d+ күн )?\d\d:\d\d:\d\d$/);
  expect(await barriersOf(page, 'task')).toEqual([]);
});

test('what another person does is shown without a reload', async () => {
  await api.as(contractor).command(id, 'accept', { version: 1 });
  await stateShown((await task()).stateName);
  await page.getByRole('heading', { name: 'Хабарламалар' }).waitFor();
  await showsTask();
});

test('what a command brings is shown before it is given', async () => {
  const { commands } = await task();
  const cancel = commands.find(({ name }) => name === 'cancel');
  await open('cancel');
  await dialog().locator('#field-reasons').fill('Жоспар өзгерді');
  await confirm();
  await hasPreview();
  expect(await dialog().textContent()).toContain(cancel?.consequences);
  expect(await barriersOf(page, 'preview')).toEqual([]);
  await dialog().getByRole('button', { name: 'Түзету' }).click();
  expect(await dialog().locator('#field-reasons').inputValue()).toBe('Жоспар өзгерді');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await showsTask();
});

test('where somebody was faster, the form says what changed and offers nothing that is over', async () => {
  await open('cancel');
  await dialog().locator('#field-reasons').fill('Жоспар өзгерді');
  await api.as(contractor).command(id, 'resign', { reasons: 'Ауырып қалдым' });
  await confirm();
  await dialog().getByRole('alert').waitFor();
  await dialog().getByText('Осы арада тапсырма өзгерді').waitFor();
  expect(await dialog().locator('button[type=submit]').count()).toBe(0);
  expect(await barriersOf(page, 'late')).toEqual([]);
  await dialog().getByRole('button', { name: 'Қазір не істеуге болатынын көру' }).click();
  await showsTask();
});

test('the parties write to each other', async () => {
  await postByHttp();
  await page.getByLabel('Хабарлама', { exact: true }).fill('Сәлеметсіз бе!');
  await page.getByRole('button', { name: 'Жіберу', exact: true }).click();
  await page.locator('.messages .own').getByText('Сәлеметсіз бе!').waitFor();
  done(await api.as(contractor).post(`/v1/tasks/${id}/messages`, { text: 'Сәлем, келемін' }));
  await page.locator('.messages li:not(.own)').getByText('Сәлем, келемін').waitFor();
  expect(await barriersOf(page, 'thread')).toEqual([]);
});

/** Another task, which has been accepted. */
async function postByHttp(): Promise<void> {
  ({ id } = await api.as().postTask({ title: 'Қабырға бояу' }, own));
  await page.getByRole('link', { name: 'Менің тапсырмаларым' }).click();
  await page.getByRole('link', { name: 'Қабырға бояу' }).click();
  await page.getByRole('heading', { name: 'Қабырға бояу' }).waitFor();
  await api.as(contractor).command(id, 'accept', { version: 1 });
}

test('a task goes to its end', async () => {
  await api.as(contractor).command(id, 'start');
  await api.as(contractor).command(id, 'submit', { note: 'Дайын' });
  await showsTask();
  expect(await barriersOf(page, 'submitted')).toEqual([]);
  await give('approve');
  await page.locator('[data-command="report"]').waitFor();
  await showsTask();
  const today = new Date(Date.now() + 5 * HOUR).toISOString().slice(0, 10);
  await give('report', () => dialog().locator('#field-paidOn').fill(today));
  await api.as(contractor).command(id, 'confirm');
  await stateShown((await task()).stateName);
  expect((await showsTask()).state).toBe('closed');
  expect(await barriersOf(page, 'closed')).toEqual([]);
});

test('tasks are found by words', async () => {
  await page.getByRole('link', { name: 'Тапсырма іздеу' }).click();
  await page.getByRole('heading', { name: 'Тапсырма іздеу' }).waitFor();
  await page.getByLabel('Сөздер').fill('жоқ нәрсе');
  await page.getByRole('button', { name: 'Табу' }).click();
  await page.getByText('Ештеңе табылмады').waitFor();
  await api.as().postTask({ title: 'Терезе жуу' }, own);
  await page.getByLabel('Сөздер').fill('терезе');
  await page.getByRole('button', { name: 'Табу' }).click();
  await page.getByRole('link', { name: 'Терезе жуу' }).waitFor();
  expect(await barriersOf(page, 'search')).toEqual([]);
});

test('the list of tasks follows what happens', async () => {
  await page.getByRole('link', { name: 'Менің тапсырмаларым' }).click();
  await page.getByRole('heading', { name: 'Менің тапсырмаларым' }).waitFor();
  await api.as().postTask({ title: 'Шам ауыстыру' }, own);
  await page.getByRole('link', { name: 'Шам ауыстыру' }).waitFor();
  expect(await barriersOf(page, 'tasks')).toEqual([]);
});

test('who logs out is logged out', async () => {
  await page.getByRole('button', { name: 'Шығу' }).click();
  await page.getByRole('heading', { name: 'Кіру' }).waitFor();
  expect(await page.context().cookies()).toEqual([]);
  await page.reload();
  await page.getByRole('heading', { name: 'Кіру' }).waitFor();
});
