/** A deal between two people in two browsers on the real platform: papers, a photo, signatures, the money, and the sums that each side sees. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../testing/browser/browser.ts';
import type { WatchedPage } from '../../testing/browser/pages.ts';
import { actAs, barriersOf, keepLastLook, openPage } from '../../testing/browser/pages.ts';
import { image } from '../../testing/lives/files.ts';
import type { Registered } from '../../testing/people/accounts.ts';
import { registerUnderOffer } from '../../testing/people/accounts.ts';
import { lastCode } from '../../testing/people/logins.ts';
import { does } from '../../testing/people/registration.ts';
import { putNcaLayer } from '../../testing/stand-ins/nca-layer.ts';
import type { Sandbox } from '../../testing/stand-ins/payments.ts';
import { openSandbox } from '../../testing/stand-ins/payments.ts';
import type { SigningKeys } from '../../testing/stand-ins/signing-keys.ts';
import { openSigningKeys } from '../../testing/stand-ins/signing-keys.ts';
import type { Api } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

let keys: SigningKeys;
let sandbox: Sandbox;
let api: Api;
let browser: Browser;
let customer: Registered;
let contractor: Registered;
let atCustomer: WatchedPage;
let atContractor: WatchedPage;
let id: string;

beforeAll(async () => {
  [keys, sandbox, browser] = await Promise.all([openSigningKeys(), openSandbox(), launchBrowser()]);
  api = await openApi({ ownDatabase: true, signatures: keys.verifier, settings: sandbox.settings });
  await api.owner.query(`
    update parameter set value = '1000000000000' where code in ('unprovedTaskMostTiyn', 'payoutDayLimit', 'payoutMonthLimit', 'payoutAloneLimit');
    update parameter set valid_to = null where code in ('mrpTiyn', 'mzpTiyn')`);
  const staff = await api.join(['operator']);
  [customer, contractor] = await Promise.all([registerUnderOffer(api, ['customer']), registerUnderOffer(api, ['contractor'])]);
  await does(api, contractor, contractor, 'declare-tax-status', { status: 'selfEmployed', evidence: 'Уведомление' });
  await does(api, staff, contractor, 'confirm-tax-status');
  [atCustomer, atContractor] = await Promise.all([pageOf(customer), pageOf(contractor)]);
});
afterAll(async () => {
  await browser?.close();
  await api?.close();
  await sandbox?.close();
  keys?.authority.close();
});
afterEach(async () => {
  await keepLastLook(atCustomer.page, 'customer');
  await keepLastLook(atContractor.page, 'contractor');
  expect([...atCustomer.faults.splice(0), ...atContractor.faults.splice(0)]).toEqual([]);
});

async function pageOf(person: Registered): Promise<WatchedPage> {
  const watched = await openPage(browser, 'ru-RU');
  watched.page.setDefaultTimeout(40_000);
  await actAs(watched.page, api.url, person);
  return watched;
}

const story = (name: string, work: () => Promise<void>) => test(name, () => api.withWorker(work));
const dialog = (page: Page) => page.getByRole('dialog');
const submit = (page: Page): Promise<void> => dialog(page).locator('button[type=submit]').click();
const openTask = (page: Page) => page.goto(`${api.url}/cabinet/tasks/${id}`);
const command = (page: Page, name: string) => page.locator(`[data-command="${name}"]`);
/** With ordinary spaces, as a reader sees it. */
const textOf = async (page: Page): Promise<string> => ((await page.locator('main').textContent()) ?? '').replaceAll(/\s/g, ' ');

/** Gives a command whose effect is shown first. */
async function give(page: Page, name: string, fill?: () => Promise<void>): Promise<void> {
  await command(page, name).click();
  await fill?.();
  if (fill) await submit(page);
  await dialog(page).getByRole('heading', { name: 'Что из этого следует' }).waitFor();
  await submit(page);
  await dialog(page).waitFor({ state: 'detached' });
}

/** The bytes of the shown paper, as its reader saves them. */
async function readBytes(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Сохранить PDF' }).click()]);
  return readFileSync(await download.path());
}

story('before a deal the contractor reads what it will receive, and the customer what it will pay', async () => {
  const lines = [{ name: 'Покраска', unit: 'м²', quantity: 100, unitPrice: 100_000 }];
  const terms = { funding: 'none', paper: 'signed-contract', earlyStart: true } as const;
  ({ id } = await api.as(customer).postTask({ title: 'Покрасить забор', lines, payment: 'platform', terms }));
  const { page } = atContractor;
  await openTask(page);
  await page.getByText('Вы получите').waitFor();
  // 100 × 1 000 = 100 000; of it 1 % four times: 96 000.
  expect(await textOf(page)).toContain('Вы получите: 96 000 ₸');
  await page.getByText('Что удерживается').click();
  expect(await textOf(page)).toContain('ВОСМС (медицинское страхование)− 1 000 ₸');
  expect(await barriersOf(page, 'offer')).toEqual([]);
  await give(page, 'accept');
  await openTask(atCustomer.page);
  await atCustomer.page.getByText('Вы заплатите').waitFor();
  expect(await textOf(atCustomer.page)).toContain('Вы заплатите: 100 000 ₸');
});

story('the contract is signed by a file of an electronic signature and by a code, and names who signed', async () => {
  const { page } = atContractor;
  await page.getByRole('link', { name: /Договор/ }).click();
  await page.getByRole('link', { name: 'Сохранить PDF' }).waitFor();
  expect(await barriersOf(page, 'paper')).toEqual([]);
  const bytes = await readBytes(page);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await command(page, 'sign').click();
  await dialog(page).getByLabel('ЭЦП: файл подписи').check();
  await submit(page);
  await dialog(page).getByText('Выберите файл подписи', { exact: true }).waitFor();
  const cms = Buffer.from(keys.sign(bytes, { name: contractor.name, iin: contractor.identifier }), 'base64');
  await dialog(page).locator('input[type=file]').setInputFiles({ name: 'договор.cms', mimeType: 'application/octet-stream', buffer: cms });
  expect(await barriersOf(page, 'sign')).toEqual([]);
  await submit(page);
  await dialog(page).waitFor({ state: 'detached' });
  await page.getByText('подписано ЭЦП').waitFor();
  await page.getByText(contractor.identifier.slice(0, 6)).waitFor();

  const other = atCustomer.page;
  await other.getByRole('link', { name: /Договор/ }).click();
  await command(other, 'sign').click();
  await dialog(other).getByLabel('Подтвердить кодом из SMS').check();
  await dialog(other).getByRole('button', { name: 'Получить код в SMS' }).click();
  const code = dialog(other).getByLabel('Код из SMS', { exact: true });
  await code.waitFor();
  await code.fill(await lastCode(customer.number));
  await submit(other);
  await dialog(other).waitFor({ state: 'detached' });
  await other.getByText('подтверждено кодом из SMS').waitFor();
  await page.getByText('подтверждено кодом из SMS').waitFor();
  await other.getByText('Как проверена подпись').click();
  expect(await textOf(other)).toContain('Сертификат не отозван: верно');
  expect(await barriersOf(other, 'signed')).toEqual([]);
});

story('work is submitted with a photo, which the customer sees', async () => {
  const { page } = atContractor;
  await openTask(page);
  await command(page, 'start').click();
  await submit(page);
  await command(page, 'submit').click();
  await dialog(page).locator('#field-note').fill('Забор покрашен в два слоя');
  await dialog(page)
    .locator('#field-files')
    .setInputFiles({ name: 'забор.png', mimeType: 'image/png', buffer: await image() });
  await dialog(page).getByText('забор.png').waitFor();
  expect(await barriersOf(page, 'submit')).toEqual([]);
  await submit(page);
  await dialog(page).waitFor({ state: 'detached' });

  const other = atCustomer.page;
  await openTask(other);
  await other.getByText('Забор покрашен в два слоя').waitFor();
  const photo = other.locator('.pictures img');
  await photo.waitFor();
  expect(await photo.evaluate((each: unknown) => (each as { naturalWidth: number }).naturalWidth)).toBeGreaterThan(0);
  expect(await barriersOf(other, 'submitted')).toEqual([]);
});

describe('an act is signed with NCALayer', () => {
  const signWithIt = async (): Promise<void> => {
    const { page } = atCustomer;
    await dialog(page).getByLabel('ЭЦП: через NCALayer').check();
    await submit(page);
  };

  story('where nobody is there, the page says what to do', async () => {
    const { page } = atCustomer;
    await page.getByRole('link', { name: /Акт/ }).click();
    await command(page, 'sign').click();
    await putNcaLayer(page, 'away');
    await signWithIt();
    await dialog(page).getByText('NCALayer не отвечает').waitFor();
    expect(await barriersOf(page, 'nobody-there')).toEqual([]);
  });

  story('where its user thinks better of it, nothing is signed', async () => {
    const { page } = atCustomer;
    await putNcaLayer(page, 'cancels');
    await signWithIt();
    await dialog(page).getByText('Подписание отменено в NCALayer').waitFor();
  });

  story('a QR code for eGov Mobile is shown beside it', async () => {
    const { page } = atCustomer;
    await dialog(page).getByLabel('ЭЦП: QR-код eGov Mobile').check();
    await dialog(page).getByRole('button', { name: 'Показать QR-код' }).click();
    const code = dialog(page).getByRole('img', { name: 'QR-код для eGov Mobile' });
    await code.waitFor();
    expect(await code.evaluate((each: unknown) => (each as { naturalWidth: number }).naturalWidth)).toBeGreaterThan(0);
    expect(await barriersOf(page, 'qr')).toEqual([]);
  });

  story('a key of somebody else is refused in words', async () => {
    const { page } = atCustomer;
    await putNcaLayer(page, (document) => keys.sign(document, { name: contractor.name, iin: contractor.identifier }));
    await signWithIt();
    await dialog(page).getByRole('alert').waitFor();
    expect(await dialog(page).getByRole('alert').textContent()).toMatch(/ИИН/);
    expect((await api.as(customer).get(`/v1/tasks/${id}`)).body.state).toMatch(/^review/);
  });

  story('with the own key it is signed, which approves the work', async () => {
    const { page } = atCustomer;
    await putNcaLayer(page, (document) => keys.sign(document, { name: customer.name, iin: customer.identifier }));
    await signWithIt();
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByText('подписано ЭЦП').waitFor();
    await openTask(page);
    await page.getByRole('link', { name: 'Перейти к оплате' }).waitFor();
  });
});

story('the customer pays on the page of the provider, and each sees the right sums', async () => {
  const { page } = atCustomer;
  expect(await textOf(page)).toContain('Всего к оплате100 000 ₸');
  expect(await barriersOf(page, 'to-pay')).toEqual([]);
  const [paying] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: 'Перейти к оплате' }).click()]);
  await paying.locator('button[value=approve]').click();
  await paying.getByText('Оплачено').waitFor();
  await paying.close();
  await page.locator('article .badge').first().getByText('Завершено').waitFor();
  const seen = await textOf(page);
  for (const part of ['Оплачено100 000 ₸', 'Списано100 000 ₸']) expect(seen).toContain(part);
  expect(seen).not.toContain('Перейти к оплате');
  expect(await barriersOf(page, 'closed')).toEqual([]);

  const other = atContractor.page;
  await openTask(other);
  await other.locator('article .badge').first().getByText('Завершено').waitFor();
  await other.getByText('До удержаний').waitFor();
  const text = await textOf(other);
  for (const part of ['До удержаний100 000 ₸', 'ОПВ (пенсионные взносы)− 1 000 ₸', 'К получению96 000 ₸']) expect(text).toContain(part);
  expect(await barriersOf(other, 'paid-out')).toEqual([]);
});

story('the pages of money show the payment, the payout and the statement, which can be saved', async () => {
  const { page } = atCustomer;
  await page.getByRole('link', { name: 'Деньги', exact: true }).click();
  await page.getByRole('heading', { name: 'Платежи' }).waitFor();
  expect(await barriersOf(page, 'money')).toEqual([]);
  await page.getByRole('link', { name: '100 000 ₸' }).first().click();
  await page.getByText('Списано').waitFor();
  expect(await barriersOf(page, 'payment')).toEqual([]);

  const other = atContractor.page;
  await other.getByRole('link', { name: 'Деньги', exact: true }).click();
  await other.getByRole('heading', { name: 'Выплаты' }).waitFor();
  await other.getByRole('link', { name: 'Выписка' }).click();
  await other.getByText('На начало').first().waitFor();
  expect(await barriersOf(other, 'statement')).toEqual([]);
  // All that was owed, 100 000, went out again: 4 000 withheld and 96 000 paid.
  expect(await textOf(other)).toMatch(/На конец0 ₸/);
  const [csv] = await Promise.all([other.waitForEvent('download'), other.getByRole('button', { name: 'CSV' }).click()]);
  expect(readFileSync(await csv.path(), 'utf8')).toMatch(/100000,00/);
  const [pdf] = await Promise.all([other.waitForEvent('download'), other.getByRole('button', { name: 'PDF' }).click()]);
  expect(
    readFileSync(await pdf.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

story('payout details are named with a code, count after a waiting time, and can be withdrawn', async () => {
  const { page } = atContractor;
  await page.getByRole('link', { name: 'Деньги', exact: true }).click();
  await page.getByRole('link', { name: 'Реквизиты для выплат' }).click();
  await page.getByLabel('IBAN (ИИК)').fill('KZ86125KZT5004100100');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.getByRole('link').allTextContents()).toEqual(['БИК', 'Подтвердите, что это вы']);
  expect(await barriersOf(page, 'payout-details')).toEqual([]);
  await page.getByLabel('БИК').fill('EURIKZKA');
  await page.getByRole('button', { name: 'Получить код в SMS' }).click();
  const code = page.getByLabel('Код из SMS', { exact: true });
  await code.waitFor();
  await code.fill(await lastCode(contractor.number));
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Новые реквизиты', { exact: true }).waitFor();
  const shown = await textOf(page);
  expect(shown).toMatch(/Новые реквизиты.*0100/);
  expect(shown).not.toContain('KZ86125KZT5004100100');
  expect(await barriersOf(page, 'payout-details-coming')).toEqual([]);
  await page.getByRole('button', { name: 'Отменить новый счёт для выплат' }).click();
  await submit(page);
  await dialog(page).waitFor({ state: 'detached' });
  await page.getByText('Новые реквизиты', { exact: true }).waitFor({ state: 'detached' });
});

story('the history names every event, and shows the hashes on request', async () => {
  const { page } = atContractor;
  await openTask(page);
  await page.getByText('История').click();
  await page.getByText('Показать хеши').waitFor();
  const { items } = (
    await api.as(contractor).get<{ items: { title: string; hash: string }[] }>(`/v1/tasks/${id}/events`, { language: 'ru' })
  ).body;
  const text = await textOf(page);
  for (const { title } of items) expect(text).toContain(title.replaceAll(/\s/g, ' '));
  await page.getByLabel('Показать хеши').check();
  await page.getByText(items.at(-1)?.hash ?? '').waitFor();
  expect(await barriersOf(page, 'history')).toEqual([]);
});
