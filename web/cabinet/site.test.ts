/** The site in a real browser: what a stranger reads, and the cabinet without a network. */
import type { Browser, Page } from 'playwright-core';
import { offerRevisions } from '../../documents/offer.ts';
import { createVapidKeys } from '../../gateways/push/vapid.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { addCalendarDays } from '../../rules/working-days.ts';
import { launchBrowser } from '../../testing/browser/browser.ts';
import type { WatchedPage } from '../../testing/browser/pages.ts';
import { barriersOf, openPage } from '../../testing/browser/pages.ts';
import { drawn } from '../../testing/lives/signings.ts';
import { acceptedTask } from '../../testing/lives/tasks.ts';
import { lastCode } from '../../testing/people/logins.ts';
import { inForceOn, publishes } from '../../testing/people/proposals.ts';
import { done } from '../../testing/people/registration.ts';
import type { PushService } from '../../testing/stand-ins/push-service.ts';
import { openPushService } from '../../testing/stand-ins/push-service.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { joinParties, openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

const keys = createVapidKeys();
let service: PushService;
let api: Api;
let browser: Browser;
let watched: WatchedPage;
let page: Page;
let customer: Person;
let contractor: Person;

beforeAll(async () => {
  service = await openPushService();
  const settings = { PUSH_PUBLIC_KEY: keys.publicKey, PUSH_PRIVATE_KEY: keys.privateKey, PUSH_SERVICES: [service.origin] };
  [api, browser] = await Promise.all([openApi({ settings }), launchBrowser()]);
  ({ customer, contractor } = await joinParties(api));
  watched = await openPage(browser, 'ru-KZ');
  page = watched.page;
  page.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await browser?.close();
  await api?.close();
  service?.close();
});
afterEach(() => expect(watched.faults.splice(0)).toEqual([]));

const heading = (name: string): Promise<void> => page.getByRole('heading', { name, exact: true, level: 1 }).waitFor();
const site = () => page.getByRole('navigation', { name: 'Сайт' });
async function goTo(name: string): Promise<void> {
  await site().getByRole('link', { name, exact: true }).click();
  await heading(name);
}
const text = async (): Promise<string> => ((await page.locator('main').textContent()) ?? '').replaceAll('\u00a0', ' ');

test('a stranger learns how a deal goes, by the steps of the published rules', async () => {
  await page.goto(`${api.url}/`);
  await heading('Вход');
  await goTo('Как устроен AkJet');
  await page.getByRole('listitem').filter({ hasText: 'Размещено' }).waitFor();
  const steps = await page.locator('.steps > li > strong').allTextContents();
  expect(steps).toEqual(['Размещено', 'Принято', 'Выполняется', 'На приёмке', 'Расчёты', 'Завершено']);
  expect(await text()).toContain('Исполнитель выполняет работу и сдаёт результат.');
  expect(await barriersOf(page, 'about')).toEqual([]);
});

test('the offer is read whole, by its clauses, and a revision to come clause by clause', async () => {
  const [first] = offerRevisions;
  const day = addCalendarDays(todayInAlmaty(), 10);
  const staff = [await api.join(['operator']), await api.join(['operator'])] as const;
  const next = inForceOn(first?.text as string, day).replace('пеня 0,1 % в день', 'пеня 0,05 % в день');
  done(await publishes(api, staff, next, day));
  await goTo('Оферта');
  await page.getByText('1.12. Сайт').waitFor();
  await page.getByText('действует сейчас').waitFor();
  expect(await text()).toContain('Действует с 1 февраля 2026 г.');
  expect(await barriersOf(page, 'offer')).toEqual([]);

  await page.goto(`${api.url}/cabinet/offer#clause-9.1`);
  await page.locator('[id="clause-9.1"]').waitFor();
  expect(await page.locator('[id="clause-9.1"]').evaluate((clause) => clause.getBoundingClientRect().top < 900)).toBe(true);

  await page.getByRole('link', { name: 'Редакция № 2' }).click();
  await heading('Оферта. Редакция № 2');
  await page.getByRole('heading', { name: 'п. 6.3 оферты: изменён' }).waitFor();
  expect([await page.locator('del').first().textContent(), await page.locator('ins').first().textContent()]).toEqual(['1', '05']);
  expect(await barriersOf(page, 'revision')).toEqual([]);
  await page.getByRole('link', { name: 'Редакция № 1' }).click();
  await page.getByText('Это первая редакция').waitFor();
});

test('tariffs, help and contacts say what the API says today', async () => {
  await goTo('Тарифы');
  await page.getByText('Для исполнителя пользование платформой бесплатно').waitFor();
  await page.getByText('Примеры').first().click();
  await page.getByRole('columnheader', { name: 'Принятая работа' }).first().waitFor();
  expect(await barriersOf(page, 'tariffs')).toEqual([]);

  await api.owner.query(`update parameter set value = '4' where code = 'payWorkingDays'`);
  await goTo('Помощь');
  await page.getByText('4 рабочих дня').waitFor();
  await page.getByText('Претензия направлена').waitFor();
  expect(await text()).toContain('п. 9.1, 9.2 оферты');
  expect(await barriersOf(page, 'help')).toEqual([]);

  await goTo('Контакты');
  await page.getByText(api.operatorEntity.bin, { exact: true }).waitFor();
  expect(await page.getByRole('link', { name: api.operatorEntity.email }).getAttribute('href')).toBe(`mailto:${api.operatorEntity.email}`);
  expect(await barriersOf(page, 'contacts')).toEqual([]);
});

test('a paper is checked by its reference and by its file, which goes nowhere', async () => {
  await drawn(api, await acceptedTask(api, customer, contractor, { title: 'Тайный кран' }));
  const { items } = done(await api.as(customer).get<{ items: { reference: string; sha256: string }[] }>('/v1/documents?limit=1'));
  const [{ reference, sha256 }] = items as [{ reference: string; sha256: string }];
  const { body } = await api.as(customer).get<string>(`/v1/documents/${sha256}/content`);
  await goTo('Проверка документа');
  expect(await barriersOf(page, 'check')).toEqual([]);
  await page.getByLabel('Метка документа').fill(` ${reference} `);
  await page.getByRole('button', { name: 'Проверить' }).click();
  await page.waitForURL(`**/verify/${reference}`);
  await page.getByText('Акт выполненных работ').waitFor();
  expect(await text()).not.toContain(customer.name);
  expect(await barriersOf(page, 'verify')).toEqual([]);

  await page.getByRole('link', { name: 'AkJet' }).click();
  await heading('Проверка документа');
  await page
    .getByLabel('Или выберите файл')
    .setInputFiles({ name: 'act.pdf', mimeType: 'application/pdf', buffer: Buffer.from(body, 'latin1') });
  await page.waitForURL(`**/verify/${sha256}`);
  await page.goBack();
  await heading('Проверка документа');
  await page.getByRole('link', { name: 'Войти' }).click();
  await heading('Вход');
});

const INSTALLED = 'navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)';
const kept = (): Promise<string[]> =>
  page.evaluate(async () => {
    const { caches } = globalThis as unknown as { caches: { open(name: string): Promise<{ keys(): Promise<{ url: string }[]> }> } };
    return (await (await caches.open('read')).keys()).map(({ url }) => new URL(url).pathname);
  });

describe('the cabinet on a phone of its person', () => {
  let id: string;
  let other: string;
  const reload = async (): Promise<void> => {
    await page.reload();
  };

  beforeAll(async () => {
    ({ id } = await api.as(customer).postTask({ title: 'Покрасить забор' }));
    other = (await api.as(customer).postTask({ title: 'Вымыть окна' })).id;
    await page.waitForFunction(INSTALLED);
    await page.getByLabel('Номер телефона').fill(customer.number);
    await page.keyboard.press('Enter');
    await page.getByLabel('Код из SMS').waitFor();
    await page.getByLabel('Код из SMS').fill(await lastCode(customer.number));
    await page.keyboard.press('Enter');
    await heading('Мои задания');
    await page.getByRole('link', { name: 'Покрасить забор' }).click();
    await heading('Покрасить забор');
    await page.locator('.menu button').first().waitFor();
  });

  /** The headless browser has no push service: the test stands in for what it would give. */
  const standIn = (subscription: object): Promise<void> =>
    page.evaluate((given) => {
      const { Notification, PushManager } = globalThis as unknown as Record<string, { prototype: object }>;
      Object.assign(Notification as object, { requestPermission: async () => 'granted' });
      Object.assign((PushManager as { prototype: object }).prototype, {
        subscribe: async ({ applicationServerKey: key }: { applicationServerKey: string }) => ({
          toJSON: () => ({ ...given, key: undefined }),
          key,
        }),
        getSubscription: async () => null,
      });
    }, subscription);

  test('notices come to the screen of whoever asks for them, with a click', async () => {
    const device = service.browser();
    await page.goto(`${api.url}/cabinet/screen`);
    await heading('Уведомления на экране');
    await standIn(device.subscription);
    await page.getByRole('button', { name: 'Включить' }).click();
    await page.getByText('Уведомления включены.').waitFor();
    expect(await barriersOf(page, 'screen-notices')).toEqual([]);
    await api.owner.query(`update parameter set value = '0' where code in ('quietFromHour', 'quietToHour')`);
    await api.withWorker(async () => {
      await api.as(contractor).command(other, 'accept', { version: 1 });
      await until(async () => device.received.some(({ message }) => message.path === `/v1/tasks/${other}`), 'the notice');
    });
    expect(new Set(device.received.map(({ key, message }) => `${key} ${message.title}`))).toEqual(new Set([`${keys.publicKey} AkJet`]));

    await page.getByRole('button', { name: 'Выключить' }).click();
    await page.getByRole('button', { name: 'Включить' }).waitFor();
    await page.getByRole('link', { name: 'Мои задания' }).click();
    await page.getByRole('link', { name: 'Покрасить забор' }).click();
    await page.locator('.menu button').first().waitFor();
  });

  test('without a network a task that was read is shown with the moment of reading, and offers nothing', async () => {
    await page.context().setOffline(true);
    await reload();
    await heading('Покрасить забор');
    const note = await page.getByText('Нет связи. Показано прочитанное').textContent();
    expect(note).toMatch(/\d+ [а-я]+, \d\d:\d\d: с тех пор оно могло измениться/);
    const offered = page.locator('.menu button');
    expect([await offered.count(), await page.locator('.menu button:enabled').count()]).toEqual([expect.any(Number), 0]);
    expect(await offered.count()).toBeGreaterThan(0);
    expect(await barriersOf(page, 'offline')).toEqual([]);
    watched.faults.splice(0);
  });

  test('without a network what was not read is not shown', async () => {
    await page.goto(`${api.url}/cabinet/search`);
    await page.getByText('Нет связи с сервером').waitFor();
    watched.faults.splice(0);
  });

  test('once the network is back, it shows how things are, and offers it', async () => {
    await page.goto(`${api.url}/cabinet/tasks/${id}`);
    await heading('Покрасить забор');
    const { stateName } = await api.as(contractor).command(id, 'accept', { version: 1 }, { language: 'ru' });
    await page.context().setOffline(false);
    await page.locator('.badge').first().getByText(stateName, { exact: true }).waitFor();
    await page.getByText('Нет связи. Показано прочитанное').waitFor({ state: 'detached' });
    watched.faults.splice(0);
  });

  test('nothing of the person stays after the logout', async () => {
    expect(await kept()).toEqual(expect.arrayContaining(['/v1/auth/accounts', '/v1/tasks', `/v1/tasks/${id}`]));
    await page.getByRole('button', { name: 'Выйти' }).click();
    await heading('Вход');
    await until(async () => (await kept()).length === 0, 'the erasure');
    await page.context().setOffline(true);
    await reload();
    await page.getByText('Нет связи с сервером').waitFor();
    expect(await page.locator('body').textContent()).not.toContain(customer.name);
    watched.faults.splice(0);
  });
});
