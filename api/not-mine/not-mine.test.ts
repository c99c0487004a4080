/** The link "not me" of real letters, in a DOM that loads the page and its script from the running API. */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserPage, Element, HTMLElement } from 'happy-dom';
import { Browser } from 'happy-dom';
import type { Account, Newcomer } from '../../testing/people/registration.ts';
import { read, settle } from '../../testing/people/registration.ts';
import { lettersTo } from '../../testing/stand-ins/mailbox.ts';
import type { Api } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

let api: Api;
let browser: Browser;
/** The letter's link, and whose letter it is. */
let link: string;
let reader: { person: Newcomer; account: Account };

beforeAll(async () => {
  api = await openApi();
  browser = new Browser({
    settings: { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true, enableCSSFileLoading: true },
  });
  const email = `${randomUUID()}@example.kz`;
  await api.withWorker(async () => {
    reader = await settle(api, { email });
    link = await until(async () => /https?:\/\/\S+#[\w-]{43}/.exec((await lettersTo(email))[0]?.text ?? '')?.[0], 'the link of the letter');
  });
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

const open = async (url: string): Promise<BrowserPage> => {
  const page = browser.newPage();
  await page.goto(url);
  await page.waitUntilComplete();
  return page;
};
const stateOf = ({ mainFrame }: BrowserPage): string | undefined => mainFrame.document.body.dataset.shows;
/** What a reader sees, in each language. */
function visible({ mainFrame: { document, window } }: BrowserPage): Record<string, string> {
  const shown = (section: Element) =>
    [...section.children]
      .filter((each) => window.getComputedStyle(each).display !== 'none')
      .map(({ textContent }) => textContent?.trim().replace(/\s+/g, ' '))
      .join(' ');
  return Object.fromEntries([...document.querySelectorAll('section')].map((each) => [each.getAttribute('lang') ?? '', shown(each)]));
}
async function press(page: BrowserPage, language = 'ru'): Promise<void> {
  (page.mainFrame.document.querySelector(`section[lang=${language}] button`) as HTMLElement).click();
  // Not `waitUntilComplete`: it would wait for the request's time limit too.
  await until(async () => stateOf(page) !== 'start' && stateOf(page) !== 'sending', 'an answer');
}
const refusals = async (): Promise<number> => (await api.rows('select from refused_address')).length;

it('leads to a page of the API, which a mail program may open as often as it wants: nothing is refused', async () => {
  expect(link.startsWith(`${api.url}/not-mine#`)).toBe(true);
  for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(link, { method })).status).toBe(200);
  const page = await open(link);
  expect(stateOf(page)).toBe('start');
  for (const text of Object.values(visible(page))) expect(text.length).toBeGreaterThan(200);
  expect(await refusals()).toBe(0);
  // The secret is in no line of the log: a browser sends no fragment.
  expect(api.logged()).not.toContain(link.split('#')[1]);
});

it('is a page that loads its own files alone, runs no script in it, stands in no frame, and tells nobody where its reader came from', async () => {
  const response = await fetch(link);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  );
  const names = ['referrer-policy', 'cache-control', 'x-content-type-options', 'content-type', 'set-cookie'];
  expect(names.map((name) => response.headers.get(name))).toEqual(['no-referrer', 'no-store', 'nosniff', 'text/html; charset=utf-8', null]);
  const text = await response.text();
  expect([...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address)).toEqual(['not-mine/page.css', 'not-mine/page.js']);
  expect(text).not.toMatch(/<script[^>]*>[^<]|<style|\son\w+=|style=|https?:|\/\//i);
  for (const [file, type] of [
    ['page.css', 'text/css'],
    ['page.js', 'text/javascript'],
  ]) {
    const got = await fetch(`${api.url}/not-mine/${file}`);
    expect([got.status, got.headers.get('content-type'), got.headers.get('cache-control')]).toEqual([
      200,
      `${type}; charset=utf-8`,
      'no-store',
    ]);
    expect(await got.text()).not.toMatch(/https?:\/\/|cookie|localStorage|innerHTML|eval/);
  }
  // The staff's door has no such page.
  expect((await api.as(undefined, 'staff').get('/not-mine')).status).toBe(404);
});

it.each(['', '#', '#abc', `#${'x'.repeat(44)}`, '#<script>'])(
  'without a whole secret (%s) says so and offers no button',
  async (fragment) => {
    const page = await open(`${api.url}/not-mine${fragment}`);
    expect(stateOf(page)).toBe('incomplete');
    expect(visible(page)).toMatchObject({ en: expect.stringContaining('not complete'), ru: expect.stringContaining('неполная') });
    expect(visible(page).kk).not.toContain('жіберілмесін');
  },
);

it('with a secret that nobody sent says that nothing has changed', async () => {
  const page = await open(`${api.url}/not-mine#${'x'.repeat(43)}`);
  await press(page);
  expect(stateOf(page)).toBe('unknown');
  expect(visible(page).ru).toContain('ничего не изменилось');
  expect(await refusals()).toBe(0);
});

describe('behind a server that answers for the API', () => {
  let server: Server;
  let status = 503;
  beforeAll(async () => {
    // A proxy: the page comes from the API, and what the button sends is answered here.
    server = createServer(async (request, response) => {
      if (request.method === 'POST') return void (status === 0 ? request.socket.destroy() : response.writeHead(status).end());
      const got = await fetch(`${api.url}${request.url?.replace(/^\/under/, '')}`);
      response.writeHead(got.status, { 'Content-Type': got.headers.get('content-type') ?? '' }).end(await got.text());
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterAll(() => server.close());

  it.each([429, 500, 503, 0])('says to try later after %s, and the button stays', async (answered) => {
    status = answered;
    const page = await open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/under/not-mine${new URL(link).hash}`);
    await press(page, 'kk');
    expect(stateOf(page)).toBe('later');
    for (const [language, words] of [
      ['kk', 'біраздан кейін'],
      ['ru', 'немного позже'],
      ['en', 'a little later'],
    ] as const)
      expect(visible(page)[language]).toContain(words);
    expect(visible(page).en).toContain('It was not me, send no letters');
  });
});

it('by its button leads to the refusal, once and for good, and says so', async () => {
  const page = await open(link);
  await press(page, 'en');
  expect(stateOf(page)).toBe('done');
  expect(visible(page)).toMatchObject({
    kk: expect.stringContaining('Дайын'),
    ru: expect.stringContaining('Готово'),
    en: expect.stringContaining('Done'),
  });
  expect(await refusals()).toBe(1);
  expect(await read(api, reader.person)).toMatchObject({ emailConfirmation: { lettersGoTo: null, refused: true } });
  const again = await open(link);
  await press(again);
  expect([stateOf(again), await refusals()]).toEqual(['done', 1]);
  expect(api.logged()).not.toContain(link.split('#')[1]);
});
