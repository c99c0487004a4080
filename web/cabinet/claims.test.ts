/** What two people change, choose, send and claim about a task in the cabinet, on the real platform. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../testing/browser/browser.ts';
import type { WatchedPage } from '../../testing/browser/pages.ts';
import { actAs, barriersOf, keepLastLook, openPage } from '../../testing/browser/pages.ts';
import { image } from '../../testing/lives/files.ts';
import { done } from '../../testing/people/registration.ts';
import { craftedPdf } from '../../testing/texts/crafted-pdf.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

let api: Api;
let browser: Browser;
let customer: Person;
let contractor: Person;
let atCustomer: WatchedPage;
let atContractor: WatchedPage;

beforeAll(async () => {
  [api, browser] = await Promise.all([openApi(), launchBrowser()]);
  [customer, contractor] = await Promise.all([api.join(['customer'], 'ru'), api.join(['contractor'], 'ru')]);
  [atCustomer, atContractor] = await Promise.all([pageOf(customer), pageOf(contractor)]);
});
afterAll(async () => {
  await browser?.close();
  await api?.close();
});
afterEach(async () => {
  await keepLastLook(atCustomer.page, 'customer');
  await keepLastLook(atContractor.page, 'contractor');
  expect([...atCustomer.faults.splice(0), ...atContractor.faults.splice(0)]).toEqual([]);
});

async function pageOf(person: Person): Promise<WatchedPage> {
  const watched = await openPage(browser, 'ru-RU');
  watched.page.setDefaultTimeout(40_000);
  await actAs(watched.page, api.url, person);
  return watched;
}

const dialog = (page: Page) => page.getByRole('dialog');
const submit = (page: Page): Promise<void> => dialog(page).locator('button[type=submit]').click();
const command = (page: Page, name: string) => page.locator(`[data-command="${name}"]`);
const openTask = (page: Page, id: string) => page.goto(`${api.url}/cabinet/tasks/${id}`);
const task = async (id: string, person = customer): Promise<Task> => done(await api.as(person).get(`/v1/tasks/${id}`));
const textOf = async (page: Page): Promise<string> => ((await page.locator('main').textContent()) ?? '').replaceAll(/\s/g, ' ');

const follows = (page: Page) => dialog(page).getByRole('heading', { name: 'Что из этого следует' });

/** Gives the open command once it was filled in, with what it brings shown first where it brings something. */
async function confirm(page: Page): Promise<void> {
  await submit(page);
  await Promise.race([follows(page).waitFor(), dialog(page).waitFor({ state: 'detached' })]);
  if (await follows(page).isVisible()) await submit(page);
  await dialog(page).waitFor({ state: 'detached' });
}

/** Gives a command with nothing to fill in, whose effect is shown at once. */
async function agree(page: Page): Promise<void> {
  await follows(page).waitFor();
  await submit(page);
  await dialog(page).waitFor({ state: 'detached' });
}

test('a posted task is changed: the form holds what it was', async () => {
  const { id } = await api.as(customer).postTask({ title: 'Вымыть окна' });
  const { page } = atCustomer;
  await openTask(page, id);
  await command(page, 'change').click();
  expect(await dialog(page).locator('#field-title').inputValue()).toBe('Вымыть окна');
  expect(await dialog(page).locator('[id="field-lines.0.unitPrice"]').inputValue()).toBe('3000');
  await dialog(page).locator('[id="field-lines.0.unitPrice"]').fill('3500');
  expect(await barriersOf(page, 'change')).toEqual([]);
  await confirm(page);
  // 5 × 3 500.
  await page.getByText('17 500 ₸').first().waitFor();
  expect((await task(id)).price.amount).toBe(1_750_000);
});

test('of those who responded one is chosen', async () => {
  const { id } = await api.as(customer).postTask({ title: 'Собрать шкаф', match: 'choice' });
  await api.as(contractor).command(id, 'respond', { version: 1, message: 'Соберу за час' });
  const { page } = atCustomer;
  await openTask(page, id);
  await command(page, 'choose').click();
  await submit(page);
  await dialog(page).getByRole('alert').waitFor();
  await dialog(page).getByText('Соберу за час').click();
  expect(await barriersOf(page, 'choose')).toEqual([]);
  await confirm(page);
  await command(page, 'choose').waitFor({ state: 'detached' });
  expect((await task(id, contractor)).commands.map(({ name }) => name)).toContain('accept');
});

test('terms are amended, and the other party accepts them', async () => {
  const { id } = await api.as(customer).postTask({ title: 'Поклеить обои' });
  await api.as(contractor).command(id, 'accept', { version: 1 });
  const { page } = atCustomer;
  await openTask(page, id);
  await command(page, 'amend').click();
  await dialog(page).locator('[id="field-lines.0.quantity"]').fill('6');
  expect(await barriersOf(page, 'amend')).toEqual([]);
  await confirm(page);
  await openTask(atContractor.page, id);
  await command(atContractor.page, 'accept-amendment').click();
  await agree(atContractor.page);
  // 6 × 3 000, on the page of the other without a reload.
  await page.getByText('18 000 ₸').first().waitFor();
});

test('a party sends a paper of its own, which the other confirms', async () => {
  const { id } = await api.as(customer).postTask({ title: 'Полить цветы' });
  await api.as(contractor).command(id, 'accept', { version: 1 });
  const { page } = atCustomer;
  await openTask(page, id);
  await command(page, 'send-paper').click();
  await dialog(page).locator('#field-title').fill('Список цветов');
  await dialog(page).locator('#field-signers').selectOption('contractor');
  await dialog(page)
    .locator('#field-file')
    .setInputFiles({ name: 'список.pdf', mimeType: 'application/pdf', buffer: Buffer.from(craftedPdf()) });
  expect(await barriersOf(page, 'send-paper')).toEqual([]);
  await confirm(page);
  await page.getByRole('link', { name: /Список цветов/ }).waitFor();
  const other = atContractor.page;
  await other.getByRole('link', { name: 'Документы' }).click();
  await other.getByRole('link', { name: /Список цветов/ }).click();
  expect(await barriersOf(other, 'own-paper')).toEqual([]);
  await command(other, 'sign').click();
  await submit(other);
  await dialog(other).waitFor({ state: 'detached' });
  await other.getByText('подтверждено в кабинете').waitFor();
});

describe('a claim', () => {
  let id: string;

  test('is written line by line, read as the paper that it becomes, and only then sent', async () => {
    await api.withWorker(async () => {
      ({ id } = await api.as(customer).postTask({ title: 'Перевезти мебель', terms: { earlyStart: true } }));
      await api.as(contractor).command(id, 'accept', { version: 1 });
      await api.as(contractor).command(id, 'start');
      const { page } = atCustomer;
      await openTask(page, id);
      await command(page, 'claim').click();
      await page.getByRole('heading', { name: 'Предъявить претензию' }).waitFor();
      await page.getByRole('button', { name: 'Прочитать претензию' }).click();
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await alert.getByRole('link').count()).toBe(2);
      await page.getByRole('radio', { name: /возместить причинённый вред/ }).check();
      for (const [index, [what, amount]] of [
        ['Ремонт комода', '3000'],
        ['Новая ручка', '2000'],
      ].entries()) {
        await page.getByRole('button', { name: 'Добавить' }).click();
        await page.locator(`[id="field-calculation.${index}.what"]`).fill(what ?? '');
        await page.locator(`[id="field-calculation.${index}.amount"]`).fill(amount ?? '');
      }
      await page.locator('#field-demand').fill('Комод поцарапан при погрузке');
      await page.locator('#field-files').setInputFiles({ name: 'комод.png', mimeType: 'image/png', buffer: await image() });
      await page.getByText('комод.png').waitFor();
      expect(await barriersOf(page, 'claim')).toEqual([]);

      // What was written is still there.
      await page.reload();
      expect(await page.locator('#field-demand').inputValue()).toBe('Комод поцарапан при погрузке');
      await page.getByRole('button', { name: 'Прочитать претензию' }).click();
      await page.getByRole('article', { name: 'Претензия' }).waitFor();
      expect(await textOf(page)).toContain('Итого: 5 000 ₸');
      expect(await barriersOf(page, 'claim-paper')).toEqual([]);
      await page.getByRole('button', { name: 'Отправить претензию' }).click();
      await page.getByRole('link', { name: 'Претензия' }).click();
      await page.getByText('Комод поцарапан при погрузке').first().waitFor();
      expect(await barriersOf(page, 'dispute')).toEqual([]);
      // What proves it hangs on the task.
      await page.getByRole('link', { name: 'К заданию' }).click();
      await page.locator('.pictures img').waitFor();
      await page.goBack();
    });
  });

  test('is found by the other side, which answers and writes', async () => {
    const other = atContractor.page;
    await other.getByRole('link', { name: 'Споры' }).click();
    await other.getByRole('link', { name: /5 000 ₸/ }).click();
    await other.getByRole('timer').waitFor();
    await other.getByLabel('Сообщение', { exact: true }).fill('Давайте обсудим');
    await other.getByRole('button', { name: 'Отправить', exact: true }).click();
    await other.locator('.messages .own').getByText('Давайте обсудим').waitFor();
    await command(other, 'reject').click();
    await dialog(other).locator('#field-reasons').fill('Комод был поцарапан раньше');
    await confirm(other);
    await other.getByText('Ответ: отклонена').waitFor();
    expect(await barriersOf(other, 'dispute-answered')).toEqual([]);
    await atCustomer.page.getByText('Комод был поцарапан раньше').first().waitFor();
  });

  test('an offer names its number by itself, and is accepted as it was read', async () => {
    const { page } = atCustomer;
    await command(page, 'offer').click();
    await dialog(page).locator('#field-amount').fill('2500');
    await confirm(page);
    const other = atContractor.page;
    await other.getByText('Предложение 1').waitFor();
    expect(await textOf(other)).toContain('заявителю 2 500 ₸');
    await command(other, 'accept-offer').click();
    await agree(other);
    await other.locator('.badge').getByText('Урегулирован').waitFor();
    expect(await textOf(other)).toContain('Итог заявителю 2 500 ₸');
  });
});
