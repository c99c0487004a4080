import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { COMPANY, PERSON } from '../../testing/texts/deal.ts';
import { pagesOf, textOfPdf } from '../../testing/texts/pdf-text.ts';
import type { Block, Paper } from '../paper.ts';
import { FONTS } from './fonts.ts';
import { renderPaper } from './render.ts';

const URL = 'https://akjet.kz';
const both = (kk: string, ru: string) => ({ kk, ru });

const paperOf = (blocks: readonly Block[], given: Partial<Paper> = {}): Paper => ({
  reference: '5f0e4a2c-8f43-5bf5-9b0e-2f6a4d1c7e11',
  title: both('Шарт', 'Договор'),
  number: '106-1',
  date: '2026-11-28',
  blocks,
  origin: {
    offer: { inForceFrom: '2026-02-01', sha256: 'ab'.repeat(32) },
    chart: 'cd'.repeat(32),
    record: { event: 'task/1/4', hash: 'ef'.repeat(32) },
  },
  ...given,
});
const drawn = (blocks: readonly Block[], given?: Partial<Paper>): Promise<Buffer> => renderPaper(paperOf(blocks, given), URL);
const words = (text: string): Block => ({ kind: 'words', caption: both('Сипаттама', 'Описание'), text });
const signatures: Block = {
  kind: 'signatures',
  of: [
    { role: both('Тапсырыс беруші', 'Заказчик'), party: COMPANY, confirmedAt: '2026-11-28T05:00:00.000Z' },
    { role: both('Орындаушы', 'Исполнитель'), party: PERSON },
  ],
};
const table = (rows: number): Block => ({
  kind: 'table',
  numbered: true,
  columns: [
    { head: both('№', '№'), share: 1 },
    { head: both('Атауы', 'Наименование'), share: 6 },
    { head: both('құны', 'стоимость'), under: both('Орындалды', 'Выполнено'), share: 2, align: 'right' },
  ],
  rows: Array.from({ length: rows }, (_, index) => [String(index + 1), `Грунтовка ${'стен и потолков '.repeat(index % 5)}`, '1,50']),
  totals: ['', both('Барлығы', 'Итого'), '300,00'],
});
const without = (text: string): string => text.replace(/\s+/gu, '');

describe('a drawn paper', () => {
  it('says what is the same in both languages in each of its columns, and once where it is in one language', async () => {
    const facts: Block = { kind: 'facts', rows: [{ name: both('Алгоритм', 'Алгоритм'), value: 'ГОСТ 1' }] };
    const times = async (given?: Partial<Paper>): Promise<number[]> => {
      const text = without(await textOfPdf(await drawn([facts], given)));
      return ['Алгоритм', 'ГОСТ1'].map((each) => text.split(each).length - 1);
    };
    expect(await times()).toEqual([2, 2]);
    expect(await times({ language: 'ru' })).toEqual([1, 1]);
  });

  it('is PDF/A-2b with embedded letters and the standard colours, and the same for the same data', async () => {
    const bytes = await drawn([table(3), signatures]);
    const file = bytes.toString('latin1');
    expect(file).toMatch(/^%PDF-1\.7\n/);
    for (const part of ['<pdfaid:part>2</pdfaid:part>', '<pdfaid:conformance>B</pdfaid:conformance>', '/GTS_PDFA1', '/FontFile2'])
      expect(file).toContain(part);
    expect(file).toContain('D:20261128000000Z');
    expect(file).not.toMatch(/Helvetica|\/JavaScript|\/Encrypt|\/ModDate/);
    const hash = (each: Buffer): string => createHash('sha256').update(each).digest('hex');
    expect(hash(await drawn([table(3), signatures]))).toBe(hash(bytes));
    expect(hash(await drawn([table(4), signatures]))).not.toBe(hash(bytes));
  });

  it('gives every Russian and Kazakh letter and the sign of the tenge back', async () => {
    const alphabet =
      'АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя₸№«»„“—–…%²³°§ABCXYZabcxyz0123456789aаcсeеoоpр';
    expect(without(await textOfPdf(await drawn([words(alphabet), { kind: 'text', text: alphabet, style: 'strong' }])))).toContain(
      `${alphabet}${alphabet}`,
    );
    expect(FONTS.bold.characterSet).toEqual(FONTS.regular.characterSet);
  });

  it('names itself and its place on each page, and leads to its check', async () => {
    const pages = await pagesOf(await drawn([table(80), signatures]));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page).toContain(`Шарт / Договор № 106-1 · 5f0e4a2c-8f43-5bf5-9b0e-2f6a4d1c7e11\n${index + 1}/${pages.length}`);
    });
    expect(pages.at(-1)).toContain('https://akjet.kz/verify/5f0e4a2c-8f43-5bf5-9b0e-2f6a4d1c7e11');
    expect(pages.at(-1)).toContain(`SHA-256 ${'ef'.repeat(32)}`);
  });

  it('that no record has leads to no check, and says so', async () => {
    const text = await textOfPdf(
      await drawn([signatures], { origin: null, unrecorded: { words: { kk: 'Сұрау бойынша жасалды.', ru: 'Составлен по запросу.' } } }),
    );
    expect(text).toContain('Составлен по запросу.');
    expect(text).not.toMatch(/verify|Запись:/);
  });

  it('says neutrally that signatures are recorded, and never that there is none', async () => {
    const text = await textOfPdf(await drawn([signatures]));
    expect(text).toContain('Подписи и подтверждения сторон записываются на платформе AkJet вместе с SHA-256 этого файла.');
    expect(text).toContain('Подтверждено в Личном кабинете: 28 ноября 2026 г., 10:00');
    expect(text).not.toMatch(/не является|не подписан|қол қойылмаған/);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|not given|to be confirmed/);
  });

  it('of 200 lines repeats the head of the table on each page and keeps the total with a line', async () => {
    const pages = await pagesOf(await drawn([table(200), signatures]));
    const ofTable = pages.filter((page) => page.includes('Грунтовка'));
    expect(ofTable.length).toBeGreaterThan(4);
    for (const page of ofTable) {
      expect(page).toContain('Наименование');
      expect(page).toMatch(/\n1\n2\n3\n/);
    }
    const ofTotal = pages.find((page) => page.includes('300,00'));
    expect(ofTotal).toContain('Грунтовка');
    const text = pages.join('\n');
    for (let line = 1; line <= 200; line++) expect(text).toMatch(new RegExp(`^${line}$`, 'm'));
  });

  it('never leaves signatures alone on a page, wherever the text before them ends', async () => {
    for (let lines = 30; lines <= 75; lines += 3) {
      const pages = await pagesOf(
        await drawn([words(Array.from({ length: lines }, (_, line) => `строка ${line}`).join('\n')), signatures]),
      );
      const signed = pages.find((page) => page.includes('қолы / подпись')) ?? '';
      expect([lines, signed.includes('строка'), signed.includes('Серікбаев')]).toEqual([lines, true, true]);
    }
  });
});

describe("a person's words in a paper", () => {
  it('are confined to their place: one direction, no line that imitates the structure elsewhere', async () => {
    const evil = 'Забор\r\nИтого: 1 ₸\u2028Принял: \u202eникто\u2066\u200f\u200b | 0,00 ₸';
    const name = await textOfPdf(await drawn([{ kind: 'text', text: evil }]));
    expect(name).toContain('Забор Итого: 1 ₸ Принял: никто | 0,00 ₸');
    expect(name).not.toMatch(/[\u200b\u200f\u202e\u2066]/u);
  });

  it('lose no letter: what the typeface does not have is shown by its number, and the paper says so', async () => {
    const text = await textOfPdf(await drawn([words('Шығарма 😀👨‍👩‍👧 漢')]));
    expect(text).toContain('Шығарма [U+1F600 U+1F468 U+1F469 U+1F467] [U+6F22]');
    expect(text).toContain('Знаки, которых нет в шрифте документа, показаны их номером в Юникоде: [U+…].');
    expect(await textOfPdf(await drawn([words('Шығарма')]))).not.toContain('Юникод');
  });

  it('of 10 000 characters or without a space run over pages, and none of them is lost', async () => {
    for (const text of ['қ'.repeat(10_000), 'ұзақ мәтін '.repeat(900).trim(), 'а\n'.repeat(3_000).trim()]) {
      const pages = await pagesOf(await drawn([words(text), signatures]));
      const drawnText = without(pages.map((page) => page.replace(/\nШарт \/ Договор[\s\S]*$/u, '')).join(''));
      expect(drawnText).toContain(without(text));
    }
  });

  it('come back from the file as they are, wherever they stand', async () => {
    const letters = fc.constantFrom(...'аәбҒқңөұүһіЩё₸«»№ABz019.,-/()%  ');
    const text = fc
      .array(letters, { minLength: 1, maxLength: 200 })
      .map((all) => all.join('').replace(/\s+/gu, ' ').trim())
      .filter((each) => each !== '');
    await fc.assert(
      fc.asyncProperty(text, text, async (one, other) => {
        const blocks: Block[] = [
          words(one),
          { kind: 'section', title: both(other, one), clauses: [both(one, other)] },
          { kind: 'facts', rows: [{ name: both(one, other), value: other }] },
          {
            kind: 'table',
            columns: [
              { head: both('а', 'б'), share: 1 },
              { head: both('в', 'г'), share: 5 },
            ],
            rows: [[one, other]],
          },
        ];
        const all = without(await textOfPdf(await drawn(blocks)));
        for (const each of [one, other]) expect(all.split(without(each)).length).toBeGreaterThan(4);
      }),
      { numRuns: 25 },
    );
  });
});
