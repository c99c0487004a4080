/** A person at a page of the cabinet in Russian, with what every test of the cabinet does there. */
import type { Browser, Locator, Page } from 'playwright-core';
import { lastCode } from '../people/logins.ts';
import type { Api, Person } from '../worlds/api.ts';
import type { WatchedPage } from './pages.ts';
import { openPage } from './pages.ts';

export interface Visitor extends WatchedPage {
  heading(name: string): Promise<void>;
  click(button: string): Promise<void>;
  follow(link: string): Promise<void>;
  field(path: string): Locator;
  dialog(): Locator;
  /** The submit button of the open form. */
  confirm(): Promise<void>;
  logIn(number: string): Promise<void>;
  /** The one who is logged in, outside of the page, with the same session. */
  own(): Promise<Person>;
}

export async function visit(browser: Browser, api: Api): Promise<Visitor> {
  const watched = await openPage(browser, 'ru-RU');
  const { page } = watched;
  page.setDefaultTimeout(10_000);
  const visitor: Visitor = {
    ...watched,
    heading: (name) => page.getByRole('heading', { name, exact: true }).first().waitFor(),
    click: (name) => page.getByRole('button', { name, exact: true }).first().click(),
    follow: (name) => page.getByRole('link', { name, exact: true }).first().click(),
    field: (path) => page.locator(`[id="field-${path}"]`),
    dialog: () => page.getByRole('dialog'),
    confirm: () => page.getByRole('dialog').locator('button[type=submit]').click(),
    async logIn(number) {
      await visitor.heading('Вход');
      await page.getByLabel('Номер телефона').fill(number);
      await visitor.click('Получить код в SMS');
      await enterCode(page, number);
      await visitor.click('Войти');
    },
    async own() {
      const token = (await page.context().cookies())[0]?.value ?? '';
      const { items } = (await api.as({ token } as Person).get<{ items: { id: string; own: boolean }[] }>('/v1/auth/accounts')).body;
      return { token, id: items.find((each) => each.own)?.id ?? '', name: '', email: '', number: '' };
    },
  };
  return visitor;
}

/** Types the code of the SMS that was just asked for. */
export async function enterCode(page: Page, number: string): Promise<void> {
  const code = page.getByLabel('Код из SMS');
  await code.waitFor();
  await code.fill(await lastCode(number));
}
