/** A stranger registers in a real browser on the real platform, accedes to the offer, and is verified by the staff. */
import type { Browser, Page } from 'playwright-core';
import { offerRevisions } from '../../documents/offer.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { launchBrowser } from '../../testing/browser/browser.ts';
import { barriersOf, keepLastLook } from '../../testing/browser/pages.ts';
import type { Visitor } from '../../testing/browser/visitor.ts';
import { enterCode, visit } from '../../testing/browser/visitor.ts';
import { image } from '../../testing/lives/files.ts';
import { anyIdentifier } from '../../testing/people/identifiers.ts';
import { anyNumber } from '../../testing/people/people.ts';
import { inForceOn, publishes } from '../../testing/people/proposals.ts';
import type { Account } from '../../testing/people/registration.ts';
import { does, done, emailCode, read } from '../../testing/people/registration.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

let api: Api;
let browser: Browser;
let staff: Person;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  [api, browser] = await Promise.all([openApi(), launchBrowser()]);
  staff = await api.join(['operator']);
});
afterAll(async () => {
  await browser?.close();
  await api?.close();
});
afterEach(async () => {
  await keepLastLook(page);
  expect(visitor.faults.splice(0)).toEqual([]);
});

/** Another person with a browser of their own. */
async function another(number: string): Promise<void> {
  await page?.context().close();
  visitor = await visit(browser, api);
  page = visitor.page;
  await page.goto(`${api.url}/`);
  await visitor.logIn(number);
}

const heading = (name: string): Promise<void> => visitor.heading(name);
const click = (name: string): Promise<void> => visitor.click(name);
const field = (path: string) => visitor.field(path);
const account = async (): Promise<Account> => read(api, await visitor.own());

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
    await another(number);
    await heading('Регистрация');
    expect(await barriersOf(page, 'who')).toEqual([]);
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
    expect(await barriersOf(page, 'consent')).toEqual([]);
    await click('Зарегистрироваться');
    await page.getByRole('alert').waitFor();
    expect(await barriersOf(page, 'wrong-number')).toEqual([]);
    await field('identifier').fill(anyIdentifier('company'));
    await click('Далее');
    // Another number is another consent.
    expect(await page.getByRole('checkbox').isChecked()).toBe(false);
    await page.getByText('Я прочитал(а) текст').click();
    await click('Зарегистрироваться');
    await heading('ТОО «Мост»');
    expect((await account()).roles).toEqual(['customer']);
    expect(await barriersOf(page, 'account')).toEqual([]);
  });

  test('is told that the statement needs requisites, and gives them in steps', async () => {
    await page.getByRole('link', { name: 'Прочитать и принять оферту' }).click();
    await heading('Оферта');
    await page.getByText('Для документов не хватает ваших реквизитов').waitFor();
    expect(await barriersOf(page, 'offer-unready')).toEqual([]);
    await page.getByRole('link', { name: 'Указать реквизиты' }).click();
    await heading('Имя и адрес');
    await field('name').fill('Товарищество с ограниченной ответственностью «Мост»');
    await field('address').fill('г. Алматы, ул. Примерная, 1');
    await field('phone').fill('+7 727 200 00 00');
    expect(await barriersOf(page, 'requisites')).toEqual([]);
    await click('Далее');
    await heading('Кто действует');
    await field('representatives.0.name').fill('Примеров Пример');
    await field('representatives.0.iin').fill('750912300013');
    await field('representatives.0.position.kk').fill('директор');
    await field('representatives.0.position.ru').fill('директор');
    expect(await barriersOf(page, 'representative')).toEqual([]);
    await click('Далее');
    await heading('Счёт в банке');
    await field('bank.name').fill('АО «Вымышленный банк»');
    await field('bank.bic').fill('EXAMKZKA');
    await field('bank.iban').fill('KZ35 000E XAMP LE00 0000');
    await field('bank.beneficiaryCode').fill('17');
  });

  test('whose session was ended elsewhere logs in again, and what was typed stays', async () => {
    const elsewhere = api.as(await visitor.own());
    const { items } = done(await elsewhere.get<{ items: { id: string }[] }>('/v1/auth/sessions'));
    for (const { id } of items) done(await elsewhere.remove(`/v1/auth/sessions/${id}`));
    await click('Далее');
    await click('Сохранить');
    await visitor.logIn(number);
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
    expect(await barriersOf(page, 'offer')).toEqual([]);
    await click('Принять оферту');
    expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual(['Заявление о присоединении']);
    await page.getByText('Я прочитал(а) заявление и подтверждаю его').click();
    await click('Принять оферту');
    await heading('ТОО «Мост»');
    await isDone('Оферта');
    expect((await account()).offer).toMatchObject({ next: null, accepted: { form: 'statement' } });
    await page.getByText('Аккаунт готов: можно начинать новые задания.').waitFor();
    expect(await barriersOf(page, 'ready')).toEqual([]);
  });
});

describe('a contractor', () => {
  const number = anyNumber();
  const email = `aigul-${number.slice(1)}@example.kz`;

  test('registers, and ticks the words of the offer', async () => {
    await another(number);
    await heading('Регистрация');
    await field('kind').selectOption('natural');
    await page.getByLabel('исполнитель').check();
    await click('Далее');
    await field('name').fill('Айгүл Серікова');
    await field('identifier').fill(anyIdentifier('natural'));
    await field('email').fill(email);
    await click('Далее');
    await page.getByText('Я прочитал(а) текст').click();
    await click('Зарегистрироваться');
    await heading('Айгүл Серікова');
    await visitor.follow('Прочитать и принять оферту');
    await page.getByText('Я принимаю условия публичной оферты', { exact: true }).click();
    expect(await barriersOf(page, 'checkbox')).toEqual([]);
    await click('Принять оферту');
    await isDone('Оферта');
    expect((await account()).offer).toMatchObject({ next: null, accepted: { form: 'checkbox' } });
  });

  test('confirms the address by the code of the letter', async () => {
    const code = await api.withWorker(() => until(() => emailCode(email), 'the letter with the code'));
    await step('Электронная почта').getByRole('button', { name: 'Подтвердить электронную почту' }).click();
    await field('code').fill(code);
    expect(await barriersOf(page, 'email')).toEqual([]);
    await visitor.confirm();
    await isDone('Электронная почта');
    expect((await account()).emailConfirmation).toBeNull();
  });

  test('declares a tax status, which the staff confirm', async () => {
    await step('Налоговый статус').getByRole('button', { name: 'Указать налоговый режим' }).click();
    await field('status').selectOption('selfEmployed');
    await field('evidence').fill('Чек № 1');
    expect(await barriersOf(page, 'tax')).toEqual([]);
    await visitor.confirm();
    await step('Налоговый статус').getByText('Оператор проверяет статус').waitFor();
    await does(api, staff, await account(), 'confirm-tax-status');
    await page.reload();
    await isDone('Налоговый статус');
  });

  test('shows a document, and the staff approve it', async () => {
    await step('Подтверждение ИИН/БИН').getByRole('button', { name: 'Подтвердить ИИН/БИН документом' }).click();
    await field('what').fill('Моё удостоверение личности');
    await visitor.confirm();
    await step('Подтверждение ИИН/БИН').getByRole('link', { name: 'Показать документы' }).click();
    await heading('Проверка документов');
    await page.getByText('Моё удостоверение личности').waitFor();
    expect(await barriersOf(page, 'verification')).toEqual([]);
    await page.locator('[data-command="submit"]').click();
    await field('evidence').fill('Обе стороны удостоверения');
    await field('files').setInputFiles({ name: 'card.png', mimeType: 'image/png', buffer: await image() });
    await api.withWorker(() => visitor.dialog().getByText('card.png').waitFor());
    expect(await barriersOf(page, 'submit')).toEqual([]);
    await visitor.confirm();
    await page.getByText('Обе стороны удостоверения').waitFor();
    const { verification } = await account();
    done(await api.as(staff).post(`/v1/verifications/${verification}/approve`, { version: 1 }));
    await visitor.follow('Аккаунт');
    await isDone('Подтверждение ИИН/БИН');
    await page.getByText('Аккаунт готов: можно начинать новые задания.').waitFor();
    expect((await account()).mayBegin).toBe(true);
    expect(await barriersOf(page, 'verified')).toEqual([]);
  });

  test('is shown what a new revision changes before it goes on', async () => {
    const [first] = offerRevisions;
    const today = todayInAlmaty();
    const text = `${inForceOn(first?.text ?? '', today)}\n10.4. Ещё один пункт.\n`;
    done(await publishes(api, [staff, await api.join(['operator'])], text, today));
    await page.reload();
    await visitor.follow('Посмотреть, что изменилось');
    await page.locator('ins').getByText('Ещё один пункт').waitFor();
    expect(await barriersOf(page, 'revision')).toEqual([]);
    await page.getByText('Я прочитал(а) новую редакцию').click();
    await click('Продолжить на новых условиях');
    await isDone('Оферта');
    expect((await account()).offer).toMatchObject({ next: null });
  });

  test('closes the account with a proof, after what is erased and kept is shown', async () => {
    // An account that is being verified does not close.
    await api.withWorker(() => until(async () => (await account()).verification === null, 'the end of the verification'));
    await page.reload();
    await page.getByText('Что сотрётся и что сохранится').click();
    await page.getByText('Профиль, сеансы и тексты заданий').waitFor();
    await page.locator('[data-command="close"]').click();
    await visitor.confirm();
    expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual(['Подтверждение']);
    await visitor.dialog().getByRole('button', { name: 'Получить код в SMS' }).click();
    await enterCode(page, number);
    expect(await barriersOf(page, 'close')).toEqual([]);
    await visitor.confirm();
    await visitor.dialog().getByRole('heading', { name: 'Что из этого следует' }).waitFor();
    await visitor.confirm();
    await heading('Вход');
  });
});
