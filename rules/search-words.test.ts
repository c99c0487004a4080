import fc from 'fast-check';
import { searchTerms, wordsOf } from './search-words.ts';

describe('the words of a text', () => {
  test.each([
    ['«Хозяин»', ['хозяин']],
    ['ТОО “Рога и копыта”, ‹Алматы›', ['тоо', 'рога', 'и', 'копыта', 'алматы']],
    ['дом/квартира\\офис|склад', ['дом', 'квартира', 'офис', 'склад']],
    ['Школа №5', ['школа', '5']],
    ['C++ и C#', ['c', 'и', 'c']],
    ['aigul@example.kz https://x.kz/y?z=1', ['aigul', 'example', 'kz', 'https', 'x', 'kz', 'y', 'z', '1']],
    ['О’Генри д\u2019Артаньян', ['о', 'генри', 'д', 'артаньян']],
    ['пере\u00adвозка', ['перевозка']],
    ['один\u200bдва', ['один', 'два']],
    ['и\u0306од', ['йод']],
    ['Жүк ТАСЫМАЛДАУ Ұ Қ Ә', ['жүк', 'тасымалдау', 'ұ', 'қ', 'ә']],
    ['İzmir STRASSE', ['izmir', 'strasse']],
    ['Ｆｕｌｌ１２', ['full12']],
    ['½ м²', ['1', '2', 'м2']],
    ['ﬁn\ufe0f', ['fin']],
    ['1,5-2.0', ['1', '5', '2', '0']],
    ['\u0301', []],
    ['---«»…—_*', []],
    ['', []],
  ])('%j are %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('are stable when read again, and contain no sign of PostgreSQL’s query syntax', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const words = wordsOf(text);
        expect(wordsOf(words.join(' '))).toEqual(words);
        expect(words.join('')).toMatch(/^[\p{L}\p{N}]*$/u);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a search query', () => {
  /** The terms that were read, written anew. */
  const readingOf = (text: string): string =>
    searchTerms(text)
      .map((terms) => terms.map(({ words, excluded }) => `${excluded ? '-' : ''}"${words.join(' ')}"`).join(' '))
      .join(' or ');

  test.each([
    ['рояль', '"рояль"'],
    ['РОЯЛЬ шкаф', '"рояль" "шкаф"'],
    ['перевозка -мебель', '"перевозка" -"мебель"'],
    ['"перевозка мебели"', '"перевозка мебели"'],
    ['-"перевозка мебели" рояль', '-"перевозка мебели" "рояль"'],
    ['рояль or шкаф', '"рояль" or "шкаф"'],
    ['рояль OR OR шкаф', '"рояль" or "шкаф"'],
    ['or рояль or', '"рояль"'],
    ['"or" рояль', '"or" "рояль"'],
    ['a or - or b', '"a" or "b"'],
    [`${'-'.repeat(33)}a`, '-"a"'],
    ['санкт-петербург', '"санкт петербург"'],
    ['рояль - шкаф', '"рояль" "шкаф"'],
    ['«Хозяин»', '"хозяин"'],
    ['"a', '"a"'],
    ['""', ''],
    ['-', ''],
    ['-""', ''],
    ['\u0000', ''],
    ["' or 1=1 --", '"1 1"'],
  ])('by %j is read as %j', (text, query) => {
    expect(readingOf(text)).toBe(query);
  });
});
