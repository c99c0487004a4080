import { counted, languageAmong, momentInWords, momentOf, sumInWords, timeLeft, typedMoment } from './language.ts';

/** Spaces that do not break are written plainly here. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test.each<[string[], string]>([
  [['kk-KZ', 'ru'], 'kk'],
  [['de', 'en-US'], 'en'],
  [['de', 'uz'], 'ru'],
  [[], 'ru'],
])('of %j the pages speak %s', (wanted, language) => expect(languageAmong(wanted)).toBe(language));

test('a moment has the time of Almaty and the month in words', () => {
  const at = '2026-11-29T20:51:00.000Z';
  expect(momentInWords('kk', at)).toBe('30 қараша, 01:51');
  expect(momentInWords('ru', at)).toBe('30 ноября, 01:51');
  expect(momentInWords('en', at)).toBe('30 November, 01:51');
  expect(momentInWords('kk', '2026-12-02T03:05:00.000Z')).toBe('2 желтоқсан, 08:05');
});

test('what is typed as a moment is one in Almaty', () => {
  expect(typedMoment('2026-11-29T20:51:00.000Z')).toBe('2026-11-30T01:51');
  expect(Date.parse(momentOf('2026-11-30T01:51'))).toBe(Date.parse('2026-11-29T20:51:00.000Z'));
});

test('a sum is in tenge, with tiyn where there are some', () => {
  expect(plain(sumInWords('kk', 1_500_000))).toBe('15 000 ₸');
  expect(plain(sumInWords('ru', 1_500_050))).toBe('15 000,50 ₸');
  expect(plain(sumInWords('en', 1_500_050))).toBe('15,000.50 ₸');
});

test('a number bends the noun as its language does', () => {
  const forms = {
    kk: { other: '# тапсырма' },
    ru: { one: '# задание', few: '# задания', other: '# заданий' },
    en: { one: '# task', other: '# tasks' },
  };
  expect([1, 3, 8].map((number) => counted('ru', forms, number))).toEqual(['1 задание', '3 задания', '8 заданий']);
  expect([1, 8].map((number) => counted('kk', forms, number))).toEqual(['1 тапсырма', '8 тапсырма']);
});

test('what is left is counted in days and a clock, and never below nothing', () => {
  expect(timeLeft('kk', 98_707_000)).toBe('1 күн 03:25:07');
  expect(timeLeft('en', 59_000)).toBe('00:00:59');
  expect(timeLeft('en', -5)).toBe('00:00:00');
});
