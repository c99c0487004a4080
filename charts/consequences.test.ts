import { consequenceInWords } from './consequences.ts';

test('formats its sums by the rules of the language', () => {
  const words = { kk: 'Барлығы: {sum}', ru: 'Всего: {sum}', en: 'In all: {sum}' };
  const said = (['kk', 'ru', 'en'] as const).map((language) => consequenceInWords({ words, sums: { sum: '123456' } }, language));
  expect(said.map((each) => each.replaceAll('\u00a0', ' '))).toEqual(['Барлығы: 1 234,56 ₸', 'Всего: 1 234,56 ₸', 'In all: 1,234.56 ₸']);
});
