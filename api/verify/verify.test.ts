/** The page to which the QR code of a paper leads, and its check as JSON. */
import { createHash } from 'node:crypto';
import type { BrowserPage, HTMLInputElement } from 'happy-dom';
import { Browser } from 'happy-dom';
import { fileOf, joinSigners, signedPaper } from '../../testing/lives/signed.ts';
import { addressOf, drawn } from '../../testing/lives/signings.ts';
import { acceptedTask } from '../../testing/lives/tasks.ts';
import type { SigningKeys } from '../../testing/stand-ins/signing-keys.ts';
import { openSigningKeys } from '../../testing/stand-ins/signing-keys.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { joinParties, openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { Checked } from './check.ts';

let keys: SigningKeys;
let api: Api;
let browser: Browser;
let customer: Person;
let contractor: Person;
let reference: string;
let sha256: string;
let bytes: Buffer;
beforeAll(async () => {
  keys = await openSigningKeys();
  api = await openApi({ signatures: keys.verifier });
  browser = new Browser({ settings: { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true } });
  ({ customer, contractor } = await joinParties(api));
  const signing = await drawn(api, await acceptedTask(api, customer, contractor, { title: 'Тайный кран' }));
  const { body } = await api.as(customer).get<{ items: { reference: string; sha256: string }[] }>('/v1/documents?limit=1');
  ({ reference, sha256 } = body.items[0] as { reference: string; sha256: string });
  await api.as(contractor).post(`${addressOf(signing)}/sign`, { sha256 });
  ({ bytes } = await fileOf(api, customer.token, `/v1/documents/${sha256}/content`));
});
afterAll(async () => {
  await browser.close();
  await api.close();
  keys.authority.close();
});

const page = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(api.url + path, { headers: { Accept: 'text/html', ...headers } });

describe('the check page of a paper', () => {
  it('tells by hash and by reference what is signed, in the language of the reader, and no names', async () => {
    for (const id of [reference, sha256, sha256.toUpperCase()])
      for (const [language, words] of [
        [
          'ru',
          [
            'Акт выполненных работ №\u00a0АВР-',
            'Ожидает',
            'Исполнитель: подтверждение в Личном кабинете',
            'не электронная подпись',
            'Ещё ожидается: 1.',
          ],
        ],
        ['kk', ['Орындалған жұмыстар актісі', 'Орындаушы', 'электрондық қолтаңба емес']],
        ['en', ['Act of completed works', 'Contractor: confirmation in the account', 'Still awaited: 1.']],
      ] as const) {
        const response = await page(`/verify/${id}`, { 'Accept-Language': language });
        expect(response.status).toBe(200);
        const text = await response.text();
        for (const each of [...words, sha256, reference]) expect(text).toContain(each);
        for (const hidden of [customer.name, contractor.name, customer.id, contractor.id, 'Тайный']) expect(text).not.toContain(hidden);
      }
    expect(await (await page(`/verify/${reference}`)).text()).toContain('<html lang="ru">');
  });

  it('is the same for every other way to write an unknown paper: it says so plainly, and nothing else', async () => {
    const texts = new Set<string>();
    for (const id of ['f'.repeat(64), '0e6e7d0c-3f5e-4a35-8b7c-5c1c8e1b9a01', 'x', '%3Cscript%3E', '..%2f..']) {
      const response = await page(`/verify/${id}`);
      expect(response.status).toBe(404);
      texts.add(await response.text());
    }
    expect(texts.size).toBe(1);
    expect([...texts][0]).toContain('Платформа такого документа не знает');
  });

  it('loads its own files alone, runs no script in it and stands in no frame', async () => {
    const response = await page(`/verify/${reference}`);
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    );
    const text = await response.text();
    expect([...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      'page.css',
      'page.js',
      '/cabinet/check',
      '',
    ]);
    expect(text).not.toMatch(/<script[^>]*>[^<]|<style|\son\w+=|style=|https?:|\/\//i);
    for (const file of ['page.css', 'page.js']) {
      const got = await page(`/verify/${file}`);
      expect(got.status).toBe(200);
      expect(await got.text()).not.toMatch(/https?:\/\/|cookie|localStorage|innerHTML|eval|fetch|XMLHttp/);
    }
    expect((await api.as(undefined, 'staff').get('/verify')).status).toBe(404);
  });

  it('sends a client that asks for JSON to the check, which tells the same', async () => {
    const response = await page(`/verify/${reference}`, { Accept: 'application/json' });
    expect(new URL(response.url).pathname).toBe(`/v1/checks/${reference}`);
    const { papers } = (await response.json()) as Checked;
    expect(papers).toMatchObject([
      {
        ...{ reference, sha256, kind: 'completion-act', state: 'awaited', bytes: 'whole', awaited: 1 },
        signatures: [{ party: 'contractor', way: 'account', received: null, now: null }],
      },
    ]);
    expect((await api.as().get(`/v1/checks/${'f'.repeat(64)}`)).problem?.code).toBe('not-found');
  });

  it('checks electronic signatures again, and shows when one does not hold any more', async () => {
    const signers = await joinSigners(api);
    const paper = await signedPaper(api, keys, signers, ['gost', 'rsa']);
    const checked = async (id: string) =>
      ((await api.as().get<Checked>(`/v1/checks/${id}`)).body.papers[0] as Checked['papers'][number]).signatures;
    const [first, second] = await checked(paper.reference);
    expect(first).toMatchObject({
      party: 'contractor',
      way: 'cms',
      algorithm: 'gost2015',
      received: { holds: true },
      now: { holds: true },
    });
    expect(second).toMatchObject({ party: 'customer', algorithm: 'rsa', timeStampedAt: expect.any(String), now: { holds: true } });
    expect(second?.now?.checks.map(({ result }) => result)).toEqual(Array.from({ length: 8 }, () => 'held'));
    const text = await (await page(`/verify/${paper.sha256}`)).text();
    for (const words of ['ГОСТ 34.10-2015', 'подпись верна', 'Сертификат не был отозван']) expect(text).toContain(words);
    for (const { name, identifier } of Object.values(signers)) for (const hidden of [name, identifier]) expect(text).not.toContain(hidden);

    const damaged = await signedPaper(api, keys, signers, ['ecdsa', 'account']);
    await api.owner.query(`set session_replication_role = replica; update signature set cms_sha256 = repeat('0', 64) where signing = '${damaged.signing}';
      set session_replication_role = origin`);
    expect(await checked(damaged.reference)).toMatchObject([
      { received: null, now: { holds: false, checks: [] } },
      { way: 'account', now: null },
    ]);
    expect(await (await page(`/verify/${damaged.sha256}`)).text()).toContain('подпись неверна');
  });

  it('makes one check for all who ask at once', async () => {
    const { reference: asked } = await signedPaper(api, keys, await joinSigners(api), ['gost', 'gost']);
    let rechecks = 0;
    const { recheck } = keys.verifier;
    keys.verifier.recheck = (...given) => {
      rechecks += 1;
      return recheck(...given);
    };
    const answers = await Promise.all(Array.from({ length: 40 }, () => api.as().get<Checked>(`/v1/checks/${asked}`)));
    keys.verifier.recheck = recheck;
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(rechecks).toBe(2);
  });

  it('says that the bytes of a paper were erased, and that its record stands', async () => {
    const own = await drawn(api, await acceptedTask(api, customer, contractor), { kind: 'order' });
    const [{ document } = { document: '' }] = await api.rows<{ document: string }>(
      'select document from document_of_life where life = $1',
      own,
    );
    await api.owner.query('update document set bytes = null, erased_at = clock_timestamp(), erased_for = $2 where sha256 = $1', [
      document,
      customer.id,
    ]);
    const text = await (await page(`/verify/${document}`)).text();
    expect(text).toContain('стёрт по закону');
    expect(text).toContain('Заказ №');
  });
});

describe('the script of the check page', () => {
  const open = async (path: string): Promise<BrowserPage> => {
    const opened = browser.newPage();
    await opened.goto(api.url + path);
    await opened.waitUntilComplete();
    return opened;
  };
  async function choose({ mainFrame: { document, window } }: BrowserPage, content: Buffer): Promise<string | undefined> {
    const input = document.querySelector('input') as HTMLInputElement;
    Object.defineProperty(input, 'files', { configurable: true, value: [new window.File([content], 'act.pdf')] });
    input.dispatchEvent(new window.Event('change'));
    await until(async () => !['start', 'reading'].includes(document.body.dataset.shows ?? ''), 'the comparison');
    return document.body.dataset.shows;
  }

  it('compares a file with the paper, here in the browser', async () => {
    const opened = await open(`/verify/${reference}`);
    expect(await choose(opened, bytes)).toBe('same');
    const other = Buffer.from('another');
    expect(await choose(opened, other)).toBe('other');
    const href = opened.mainFrame.document.querySelector('.other a')?.getAttribute('href');
    expect(href).toBe(createHash('sha256').update(other).digest('hex'));
  });
});
