/** One's own things in a real browser on the real platform. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../testing/browser/browser.ts';
import { barriersOf, keepLastLook } from '../../testing/browser/pages.ts';
import type { Visitor } from '../../testing/browser/visitor.ts';
import { enterCode, visit } from '../../testing/browser/visitor.ts';
import { image } from '../../testing/lives/files.ts';
import { missedStart } from '../../testing/lives/starts.ts';
import { enter } from '../../testing/people/logins.ts';
import type { Account } from '../../testing/people/registration.ts';
import { done, read, settle } from '../../testing/people/registration.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

let api: Api;
let browser: Browser;
let staff: Person;
let customer: Person;
let contractor: Person;
let number: string;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  [api, browser] = await Promise.all([openApi(), launchBrowser()]);
  [staff, customer] = await Promise.all([api.join(['operator']), api.join(['customer'])]);
  contractor = (await settle(api, { roles: ['contractor'], name: 'Айгүл Серікова' })).person;
  visitor = await visit(browser, api);
  page = visitor.page;
  await page.goto(`${api.url}/cabinet/account`);
  number = contractor.number;
  await visitor.logIn(number);
  await visitor.heading('Айгүл Серікова');
  // The login has ended the session before it.
  contractor = await visitor.own();
});
afterAll(async () => {
  await browser?.close();
  await api?.close();
});
afterEach(async () => {
  await keepLastLook(page);
  expect(visitor.faults.splice(0)).toEqual([]);
});

const account = (): Promise<Account> => read(api, contractor);
const field = (path: string) => visitor.field(path);
/** A page that the account's page leads to. */
async function goTo(link: string, heading = link): Promise<void> {
  await visitor.follow('Аккаунт');
  await visitor.heading('Айгүл Серікова');
  await page.getByRole('navigation', { name: 'Разделы Аккаунта' }).getByRole('link', { name: link, exact: true }).click();
  await visitor.heading(heading);
}

test('a contractor writes a profile, with a photo', async () => {
  await goTo('Профиль');
  await visitor.click('Сохранить');
  expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual(['Коротко']);
  await field('profile.headline').fill('Собираю мебель');
  await field('profile.skills')
    .selectOption('assembly')
    .catch(() => field('profile.skills').selectOption({ index: 1 }));
  await field('profile.photo').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: await image() });
  await api.withWorker(() => page.getByText('me.png').waitFor());
  expect(await barriersOf(page, 'profile')).toEqual([]);
  await page.reload();
  expect(await field('profile.headline').inputValue()).toBe('Собираю мебель');
  await visitor.click('Сохранить');
  await visitor.heading('Айгүл Серікова');
  const { profile } = await account();
  expect(profile).toMatchObject({ headline: 'Собираю мебель', photo: expect.any(String) });
  expect(profile?.skills).toHaveLength(1);
});

test('letters are chosen by the menu of the account', async () => {
  await visitor.follow('Аккаунт');
  await page.locator('[data-command="choose-notices"]').click();
  await page.getByLabel('Письма о сообщениях').uncheck();
  expect(await barriersOf(page, 'letters')).toEqual([]);
  await visitor.confirm();
  await visitor.dialog().waitFor({ state: 'detached' });
  expect((await account()).messageLetters).toBe(false);
});

test('sessions are seen and ended, and a password is set with a code', async () => {
  // By the rule of today a login ends every other session.
  await setParameter(api.owner, 'keepOtherSessions', 1);
  await enter(api, number, { deviceName: 'Чужой телефон' });
  await goTo('Вход и устройства');
  await page.getByText('Чужой телефон').waitFor();
  expect(await barriersOf(page, 'security')).toEqual([]);
  await page.locator('li.card').filter({ hasText: 'Чужой телефон' }).getByRole('button', { name: 'Завершить сеанс' }).click();
  await page.getByText('Чужой телефон').waitFor({ state: 'detached' });
  await page.getByLabel('Новый пароль').fill('12345678');
  await visitor.click('Получить код в SMS');
  await enterCode(page, number);
  await visitor.click('Установить пароль');
  await page.getByRole('alert').waitFor();
  expect(await barriersOf(page, 'password')).toEqual([]);
  await page.getByLabel('Новый пароль').fill('пианино и четыре этажа');
  await visitor.click('Установить пароль');
  await page.getByText('Пароль установлен.').waitFor();
});

test('a qualification is declared with its document, and the staff approve it', async () => {
  await goTo('Квалификации');
  await visitor.follow('Добавить квалификацию');
  await visitor.heading('Добавить квалификацию');
  await field('kind').selectOption('licence');
  await field('title').fill('Лицензия на строительные работы');
  await field('categories').selectOption('building');
  await field('documentNumber').fill('AB-7');
  await field('issuer').fill('Акимат');
  await field('issuedOn').fill('2026-01-15');
  await field('files').setInputFiles({ name: 'licence.png', mimeType: 'image/png', buffer: await image() });
  await api.withWorker(() => page.getByText('licence.png').waitFor());
  expect(await barriersOf(page, 'declare')).toEqual([]);
  await visitor.click('Отправить');
  await visitor.heading('Лицензия на строительные работы');
  expect(await barriersOf(page, 'qualification')).toEqual([]);
  const id = page.url().split('/').at(-1);
  const { stateName } = done(await api.as(staff).post<{ stateName: string }>(`/v1/qualifications/${id}/approve`, {}, { language: 'ru' }));
  await goTo('Квалификации');
  await page.getByText(stateName, { exact: true }).waitFor();
  expect(await barriersOf(page, 'qualifications')).toEqual([]);
});

test('a contractor objects to a missed start', async () => {
  await missedStart(api, customer, contractor, { title: 'Перенести пианино' });
  await goTo('Опоздания и неявки');
  await page.getByText('неявка', { exact: true }).waitFor();
  await page.getByText('Возразить до').click();
  await field('reasons').fill('Заказчик не открыл дверь');
  expect(await barriersOf(page, 'starts')).toEqual([]);
  await visitor.click('Отправить');
  await visitor.heading('Возражение');
  await page.getByText('Заказчик не открыл дверь').waitFor();
  expect(await barriersOf(page, 'objection')).toEqual([]);
});

test('saved searches say whether letters tell of what is new', async () => {
  const query = { search: 'пианино', priceFrom: 1_000_000 };
  done(await api.as(contractor).post('/v1/searches', { kind: 'tasks', name: 'Пианино', alerts: 'daily', query }));
  await goTo('Сохранённые поиски');
  await page.getByLabel('Письма о новом').selectOption('none');
  await page.getByRole('link', { name: 'Пианино' }).waitFor();
  expect(await barriersOf(page, 'searches')).toEqual([]);
  await page.getByRole('link', { name: 'Пианино' }).click();
  await visitor.heading('Поиск заданий');
  expect(await page.getByLabel('Цена, ₸: от').inputValue()).toBe('10000');
  const { items } = done(await api.as(contractor).get<{ items: { alerts: string }[] }>('/v1/searches'));
  expect(items.map(({ alerts }) => alerts)).toEqual(['none']);
  await goTo('Сохранённые поиски');
  await visitor.click('Удалить поиск');
  await page.getByText('Сохранённых поисков нет.').waitFor();
});

test('another address is named with a proof', async () => {
  await goTo('Данные Аккаунта');
  await field('email').fill('new@example.kz');
  await visitor.click('Получить код в SMS');
  await enterCode(page, number);
  expect(await barriersOf(page, 'details')).toEqual([]);
  await visitor.click('Сохранить');
  await visitor.heading('Айгүл Серікова');
  expect((await account()).email).toBe('new@example.kz');
});

test('what the account was told is shown, and what is new is marked once', async () => {
  await goTo('Уведомления об Аккаунте');
  await page.getByText('новое', { exact: true }).first().waitFor();
  expect(await barriersOf(page, 'notices')).toEqual([]);
  await page.reload();
  await page.getByText('юридически значимое').first().waitFor();
  expect(await page.getByText('новое', { exact: true }).count()).toBe(0);
});
