/** A page in a real browser, and what went wrong on it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

export interface WatchedPage {
  page: Page;
  /** Errors of the page and violations of its content policy, so far. */
  faults: string[];
}

const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
];
const SCHEMES = ['light', 'dark'] as const;

/** What a browser writes for every answer that is an error: a page shows it in its own words. */
const OF_ANSWER = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Opens a page for a person of Kazakhstan whose machine has another time. */
export async function openPage(browser: Browser, locale: string): Promise<WatchedPage> {
  const context = await browser.newContext({ locale, timezoneId: 'Europe/London', viewport: SIZES[0] as (typeof SIZES)[0] });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !OF_ANSWER.test(message.text())) faults.push(message.text());
  });
  return { page, faults };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/** Keeps a page as a picture in the folder that SHOTS names, if it names one, called after the test file. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const { SHOTS } = process.env;
  if (SHOTS === undefined) return;
  const file = basename(expect.getState().testPath ?? '', '.test.ts');
  await page.screenshot({ path: join(SHOTS, `${file}-${name}.png`), fullPage: true });
}

/** How a page looks when a test ends. */
export const keepLastLook = (page: Page, whose = ''): Promise<void> =>
  keepPicture(page, `after-${expect.getState().currentTestName?.slice(0, 40)}${whose && `-${whose}`}`);

/** What keeps people out of a page, by axe, as a phone and a desk show it in light and dark. Each is kept as a picture. */
export async function barriersOf(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const size of SIZES)
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const shown = `${name}-${size.width}-${colorScheme}`;
      await keepPicture(page, shown);
      await page.evaluate(axe);
      const barriers = await page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
        );
      });
      const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
      found.push(...barriers.map((each) => `${shown} ${each}`), ...(isWide ? [`${shown} is wider than the screen`] : []));
    }
  await page.setViewportSize(SIZES[0] as (typeof SIZES)[0]);
  return found;
}

/** Has a page of the cabinet act for a person, with the session that they have. */
export async function actAs(page: Page, url: string, { token }: { token: string }): Promise<void> {
  await page.context().addCookies([{ name: 'akjet-cabinet', value: token, url, httpOnly: true, sameSite: 'Strict' }]);
}
