import { forbiddenWords } from '../rules/words.ts';
import { OPERATOR } from '../testing/texts/operator.ts';
import { pagesOf } from '../testing/texts/pdf-text.ts';
import { wrongWords } from '../testing/texts/wrong-words.ts';
import type { StatementFacts } from './account-statement.ts';
import { statementPaper } from './account-statement.ts';
import { paperText } from './paper-text.ts';
import { renderPaper } from './pdf/render.ts';
import { both } from './phrases.ts';

const TASK = both('Тапсырма № 106', 'Задание № 106');
const facts = (given: Partial<StatementFacts> = {}): StatementFacts => ({
  reference: '5f0e4a2c-8f43-5bf5-9b0e-2f6a4d1c7e11',
  holder: { kind: 'natural', name: 'Серікбаев Ержан Болатұлы', masked: '900101••••07' },
  operator: OPERATOR,
  from: '2026-10-01',
  to: '2026-10-31',
  at: '2026-11-02T05:07:00.000Z',
  sha256: 'ab'.repeat(32),
  books: [
    {
      name: both('Мәміле бойынша сақталған ақша', 'Деньги, удерживаемые по сделке'),
      about: TASK,
      opening: '0',
      closing: '40000000',
      entries: [
        {
          at: '2026-10-01T07:00:00.000Z',
          about: TASK,
          papers: both('Шарт № 106-1', 'Договор № 106-1'),
          reason: both('Алдын ала төлем алынды', 'Получена предоплата'),
          amount: '100000000',
          balance: '100000000',
        },
        {
          at: '2026-10-05T18:59:00.000Z',
          about: TASK,
          papers: both('Шарт № 106-1; Орындалған жұмыстар актісі № 2026-7', 'Договор № 106-1; Акт выполненных работ № 2026-7'),
          reason: both('Қабылданған жұмыс үшін төлем', 'Оплата принятой работы'),
          amount: '-60000000',
          balance: '40000000',
        },
      ],
    },
  ],
  ...given,
});
const many = (count: number): StatementFacts['books'] => {
  const [book] = facts().books;
  const [entry] = book?.entries ?? [];
  if (book === undefined || entry === undefined) throw new Error('no example');
  return [{ ...book, entries: Array.from({ length: count }, () => entry) }];
};
const textIn = (language: 'kk' | 'ru', given: Partial<StatementFacts> = {}): string =>
  paperText(statementPaper(facts(given)), language).replaceAll('\u00a0', ' ');

describe('a statement of an account as a paper', () => {
  it('names the holder with a masked number, the operator, the period, and every entry between its balances', () => {
    const text = textIn('ru');
    expect(text).toContain('ВЫПИСКА ПО АККАУНТУ');
    for (const part of ['Пользователь: Серікбаев Ержан Болатұлы', 'ИИН: 900101••••07', 'Период: 1 октября 2026 г. – 31 октября 2026 г.'])
      expect(text).toContain(part);
    expect(text).toContain('Составлена (время Астаны): 2 ноября 2026 г., 10:07');
    expect(text).toContain('ТОО «GIGPLATFORMWORK», БИН 240140000011');
    expect(text).toContain('Остаток на начало |  | 0,00');
    expect(text).toContain('01.10.2026 12:00 | Задание № 106 | Договор № 106-1 | Получена предоплата | 1 000 000,00 | 1 000 000,00');
    expect(text).toContain(
      '05.10.2026 23:59 | Задание № 106 | Договор № 106-1; Акт выполненных работ № 2026-7 | Оплата принятой работы | -600 000,00 | 400 000,00',
    );
    expect(text).toContain('Остаток на конец |  | 400 000,00');
  });

  it('of a company has a BIN, and says so where nothing was posted', () => {
    expect(textIn('ru', { holder: { kind: 'company', name: 'ТОО «А»', masked: '240140••••11' } })).toContain('БИН: 240140••••11');
    expect(textIn('kk', { books: [] })).toContain('Кезең ішінде жазбалар мен қалдықтар болған жоқ.');
  });

  it('of many pages repeats the head of its table and numbers each page, and names the hash of the file', async () => {
    const pages = await pagesOf(await renderPaper(statementPaper(facts({ books: many(120) })), 'https://akjet.kz'));
    expect(pages.length).toBeGreaterThan(3);
    pages.slice(0, -1).forEach((page, index) => {
      expect(page).toContain('Изменение, ₸');
      expect(page).toContain(`${index + 1}/${pages.length}`);
    });
    expect(pages.at(-1)).toContain('ab'.repeat(32));
  });

  it('has no words that reviewers found wrong', () => {
    for (const language of ['kk', 'ru'] as const) {
      const text = [textIn(language), textIn(language, { books: [] })].join('\n');
      expect([...forbiddenWords(text), ...wrongWords(text, language)]).toEqual([]);
    }
  });
});
