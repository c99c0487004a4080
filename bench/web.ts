// Measures how soon the cabinet shows on a slow phone: npm run bench:web
// A real browser with a processor slowed four times and a slow 4G, each page three times, the median printed. Beside it a page of the same origin's kind that has its
// words in its HTML alone: what the network and the browser cost whatever is shown.

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import express from 'express';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { build } from 'vite';
import { aligned, say } from '../local/progress.ts';
import type { Stack } from '../local/stack.ts';
import { launchBrowser } from '../testing/browser/browser.ts';
import type { Api, Person } from '../testing/worlds/api.ts';
import { openApi, startable } from '../testing/worlds/api.ts';
import { runBench } from './stack.ts';

const TIMES = 3;
const TASKS = 20;
const SLOWER = 4;
/** A slow 4G as Lighthouse emulates it in a browser. */
const NETWORK = { offline: false, latency: 562.5, downloadThroughput: (1_474.56 * 1024) / 8, uploadThroughput: (675 * 1024) / 8 };
/** What a page may take: milliseconds until its largest part shows and until it answers a person, and bytes of all its files by gzip. */
const MOST = { largest: 2_500, interaction: 200, bytes: 60_000, shift: 0.005 };

interface Shown {
  /** Milliseconds until the largest part was painted. */
  largest: number;
  /** How much what was shown moved afterwards, without unit. */
  shift: number;
  /** Bytes on the wire of the page's own files and of the API's answers. */
  files: number;
  answers: number;
}

interface Visit {
  name: string;
  path: string;
  person?: Person;
  /** What the page does when a person uses it. Absent: it is only read. */
  use?(page: Page): Promise<void>;
}

const median = (values: number[]): number => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

async function slowPage(
  browser: Browser,
  url: string,
  person?: Person,
): Promise<{ context: BrowserContext; page: Page; wire: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'kk-KZ', serviceWorkers: 'block' });
  if (person) await context.addCookies([{ name: 'akjet-cabinet', value: person.token, url, httpOnly: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.emulateNetworkConditions', NETWORK);
  await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return { context, page, wire };
}

async function shown(browser: Browser, url: string, { path, person }: Visit): Promise<Shown> {
  const { context, page, wire } = await slowPage(browser, url, person);
  const kinds = new Map<string, string>();
  const bytes = { files: 0, answers: 0 };
  wire.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[kinds.get(requestId) === 'Fetch' ? 'answers' : 'files'] += encodedDataLength;
  });
  await page.goto(url + path);
  await page.locator('h1').waitFor();
  // A page that follows its task asks without an end, so the network never rests.
  await page.waitForTimeout(3_000);
  const painted = await page.evaluate<{ largest: number; shift: number }>(`new Promise((resolve) => {
    let shift = 0;
    new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      const largest = list.getEntries().at(-1).startTime;
      setTimeout(() => resolve({ largest, shift }), 100);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  })`);
  await context.close();
  return { ...painted, ...bytes };
}

/** Milliseconds from what a person did until the next frame, the longest of a visit. */
async function longestAnswer(browser: Browser, url: string, { path, person, use }: Visit): Promise<number> {
  const { context, page } = await slowPage(browser, url, person);
  await page.addInitScript(`globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries()) if (interactionId) longest = Math.max(longest, duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });`);
  await page.goto(url + path);
  await page.locator('h1').waitFor();
  await use?.(page);
  await page.waitForTimeout(500);
  const longest = await page.evaluate<number>('longest');
  await context.close();
  return longest;
}

/** A page with its words in its HTML, and how soon that shows. */
async function bare(browser: Browser): Promise<Shown> {
  const words = Array.from({ length: TASKS }, (_, each) => `<li>Тапсырма ${each}</li>`).join('');
  const app = express().get(
    '/',
    (_request, response) => void response.send(`<!doctype html><title>AkJet</title><h1>AkJet</h1><ul>${words}</ul>`),
  );
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await often(() => shown(browser, url, { name: 'bare', path: '/' }));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function often(work: () => Promise<Shown>): Promise<Shown> {
  const all: Shown[] = [];
  for (let time = 0; time < TIMES; time++) all.push(await work());
  const of = (what: keyof Shown): number => median(all.map((each) => each[what]));
  return { largest: of('largest'), shift: of('shift'), files: of('files'), answers: of('answers') };
}

/** By fetch: the client of the tests checks each answer, which only jest can. */
async function post(api: Api, { token }: Person, body: object): Promise<string> {
  const headers = { Authorization: `Bearer ${token}`, 'Idempotency-Key': randomUUID(), 'Content-Type': 'application/json' };
  const answer = await fetch(`${api.url}/v1/tasks`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.status !== 201) throw new Error(`a task was not posted: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

async function measure(): Promise<void> {
  await build({ root: fileURLToPath(new URL('../web/cabinet', import.meta.url)), logLevel: 'warn' });
  const api = await openApi({ ownDatabase: true, sweeping: false });
  const browser = await launchBrowser();
  try {
    const [customer, contractor] = await Promise.all([api.join(['customer'], 'kk'), api.join(['contractor'], 'kk')]);
    const ids: string[] = [];
    for (let each = 0; each < TASKS; each++) ids.push(await post(api, customer, startable({ title: `Тапсырма ${each}` })));
    const task = `/cabinet/tasks/${ids.at(-1)}`;
    const visits: Visit[] = [
      { name: 'log in', path: '/cabinet/', use: (page) => page.locator('input[type=tel]').pressSequentially('77011234567') },
      { name: 'my tasks', path: '/cabinet/', person: customer, use: (page) => page.locator('nav a').nth(1).click() },
      { name: 'a task', path: task, person: contractor, use: (page) => page.locator('.menu button').first().click() },
      {
        name: 'post a task',
        path: '/cabinet/post',
        person: customer,
        use: (page) => page.locator('#field-title').pressSequentially('Тапсырма'),
      },
    ];
    const plain = await bare(browser);
    const rows: string[][] = [];
    let isMissed = false;
    for (const visit of visits) {
      const own = await often(() => shown(browser, api.url, visit));
      const answers: number[] = [];
      for (let time = 0; time < TIMES; time++) answers.push(await longestAnswer(browser, api.url, visit));
      const interaction = median(answers);
      isMissed ||= own.largest > MOST.largest || interaction > MOST.interaction || own.files > MOST.bytes || own.shift > MOST.shift;
      rows.push([
        visit.name,
        ...[own.largest, own.largest / plain.largest, interaction].map((value, at) => value.toFixed(at === 1 ? 1 : 0)),
        ...[own.shift.toFixed(3), (own.files / 1024).toFixed(1), (own.answers / 1024).toFixed(1)],
      ]);
    }
    say(`\nA phone with a processor slowed ${SLOWER} times and a slow 4G, median of ${TIMES}`);
    say(
      aligned([
        ['', 'largest paint ms', 'of bare', 'answer ms', 'shift', 'files KB', 'answers KB'],
        ['bare', plain.largest.toFixed(0), '1', '', '', (plain.files / 1024).toFixed(1), ''],
        ...rows,
      ]),
    );
    say(
      isMissed
        ? `More than a page may take: ${MOST.largest} ms, ${MOST.interaction} ms, a shift of ${MOST.shift}, ${MOST.bytes / 1000} KB.`
        : 'Each page keeps to what it may take.',
    );
    if (isMissed) process.exitCode = 1;
  } finally {
    await browser.close();
    await api.close();
  }
}

await runBench(async ({ environment }: Stack) => {
  Object.assign(process.env, environment);
  await measure();
});
