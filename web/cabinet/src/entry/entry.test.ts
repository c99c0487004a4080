/** A stranger registers in a real browser on the real platform, accedes to the offer, and is verified by the staff. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../../testing/browser/browser.ts';
import type { WatchedPage } from '../../../../testing/browser/pages.ts';
import { barriersOf, openPage } from '../../../../testing/browser/pages.ts';
import { anyIdentifier } from '../../../../testing/people/identifiers.ts';
import { lastCode } from '../../../../testing/people/logins.ts';
import { anyNumber } from '../../../../testing/people/people.ts';
import type { Account } from '../../../../testing/people/registration.ts';
import { done } from '../../../../testing/people/registration.ts';
import type { Api, Person } from '../../../../testing/worlds/api.ts';
import { openApi } from '../../../../testing/worlds/api.ts';

let api: Api;
let browser: Browser;
let staff: Person;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  [api, browser] = await Promise.all([openApi(), launchBrowser()]);
  staff = await api.join(['operator']);
  await open();
});
afterAll(async () => {
  await browser?.close();
  await api?.close();
});
afterEach(async () => {
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/entry-after-${expect.getState().currentTestName?.slice(0, 24)}.png` });
  expect(watched.faults.splice(0)).toEqual([]);
});

/** Another person with a browser of their own. */
async function open(): Promise<void> {
  await page?.context().close();
  watched = await openPage(browser, 'ru-RU');
  page = watched.page;
  page.setDefaultTimeout(10_000);
}

const heading = (name: string): Promise<void> => page.getByRole('heading', { name, exact: true }).first().waitFor();
const click = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const field = (path: string) => page.locator(`[id="field-${path}"]`);

async function logIn(number: string): Promise<void> {
  await heading('Вход');
  await page.getByLabel('Номер телефона').fill(number);
  await click('Получить код в SMS');
  const code = page.getByLabel('Код из SMS');
  await code.waitFor();
  await code.fill(await lastCode(number));
  await click('Войти');
}

/** The account outside of the page, with the same session. */
async function own(): Promise<{ headers: Record<string, string>; language: string }> {
  const [cookie] = await page.context().cookies();
  return {
    headers: { Cookie: `${cookie?.name}=${cookie?.value}`, 'Akjet-Page': 'cabinet', 'Sec-Fetch-Site': 'same-origin' },
    language: 'ru',
  };
}
const account = async (): Promise<Account> => done(await api.as().get<Account>('/v1/accounts/me', await own()));

/** The step of the account's page with this name. */
const step = (name: string) =>
  page
    .locator('li.card')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first();
const isDone = (name: string): Promise<void> => step(name).getByText('готово', { exact: true }).waitFor();

describe('a company', () => {
  const number = anyNumber();

  test('registers in steps, and what was typed outlives a reload', async () => {
    await page.goto(`${api.url}/`);
    await logIn(number);
    await heading('Регистрация');
    expect(await barriersOf(page, 'entry-who')).toEqual([]);
    await click('Далее');
    expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual(['Кто вы', 'Кем вы будете на Платформе']);
    await field('kind').selectOption('company');
    await page.getByLabel('заказчик').check();
    await click('Далее');
    await heading('Данные');
    expect(await page.getByRole('heading', { name: 'Данные', exact: true }).evaluate((each) => each.matches(':focus'))).toBe(true);
    await field('name').fill('ТОО «Мост»');
    await field('identifier').fill('123');
    await page.reload();
    await heading('Данные');
    expect(await field('name').inputValue()).toBe('ТОО «Мост»');
    await field('email').fill('most@example.kz');
    await click('Далее');
    await page.getByText('Я прочитал(а) текст').click();
    expect(await barriersOf(page, 'entry-consent')).toEqual([]);
    await click('Зарегистрироваться');
    await page.getByRole('alert').waitFor();
    expect(await barriersOf(page, 'entry-wrong-number')).toEqual([]);
    await field('identifier').fill(anyIdentifier('company'));
    await click('Далее');
    // Another number is another consent.
    expect(await page.getByRole('checkbox').isChecked()).toBe(false);
    await page.getByText('Я прочитал(а) текст').click();
    await click('Зарегистрироваться');
    await heading('ТОО «Мост»');
    expect((await account()).roles).toEqual(['customer']);
    expect(await barriersOf(page, 'entry-account')).toEqual([]);
  });

  test('is told that the statement needs requisites, and gives them in steps', async () => {
    await page.getByRole('link', { name: 'Прочитать и принять оферту' }).click();
    await heading('Оферта');
    await page.getByText('Для документов не хватает ваших реквизитов').waitFor();
    expect(await barriersOf(page, 'entry-offer-unready')).toEqual([]);
    await page.getByRole('link', { name: 'Указать реквизиты' }).click();
    await heading('Имя и адрес');
    await field('name').fill('Товарищество с ограниченной ответственностью «Мост»');
    await field('address').fill('г. Алматы, ул. Примерная, 1');
    await field('phone').fill('+7 727 200 00 00');
    expect(await barriersOf(page, 'entry-requisites')).toEqual([]);
    await click('Далее');
    await heading('Кто действует');
    await field('representatives.0.name').fill('Примеров Пример');
    await field('representatives.0.iin').fill('750912300013');
    await field('representatives.0.position.kk').fill('директор');
    await field('representatives.0.position.ru').fill('директор');
    expect(await barriersOf(page, 'entry-representative')).toEqual([]);
    await click('Далее');
    await heading('Счёт в банке');
    await field('bank.name').fill('АО «Вымышленный банк»');
    await field('bank.bic').fill('EXAMKZKA');
    await field('bank.iban').fill('KZ35 000E XAMP LE00 0000');
    await field('bank.beneficiaryCode').fill('17');
  });

  test('whose session was ended elsewhere logs in again, and what was typed stays', async () => {
    const { items } = done(await api.as().get<{ items: { id: string }[] }>('/v1/auth/sessions', await own()));
    for (const { id } of items) done(await api.as().remove(`/v1/auth/sessions/${id}`, await own()));
    await click('Далее');
    await click('Сохранить');
    await logIn(number);
    await heading('Налоги');
    await click('Предыдущий шаг');
    expect(await field('bank.iban').inputValue()).toBe('KZ35 000E XAMP LE00 0000');
    await click('Далее');
    await click('Сохранить');
    await heading('ТОО «Мост»');
    await isDone('Реквизиты');
  });

  test('accedes to the offer by the statement that it has read', async () => {
    await page.getByRole('link', { name: 'Прочитать и принять оферту' }).click();
    await heading('Заявление о присоединении');
    expect(await page.getByRole('region', { name: 'Оферта' }).textContent()).toContain('публичный договор-оферта');
    expect(await barriersOf(page, 'entry-offer')).toEqual([]);
    await click('Принять оферту');
    expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual(['Заявление о присоединении']);
    await page.getByText('Я прочитал(а) заявление и подтверждаю его').click();
    await click('Принять оферту');
    await heading('ТОО «Мост»');
    await isDone('Оферта');
    expect((await account()).offer).toMatchObject({ next: null, accepted: { form: 'statement' } });
    await page.getByText('Аккаунт готов: можно начинать новые задания.').waitFor();
    expect(await barriersOf(page, 'entry-ready')).toEqual([]);
  });
});
