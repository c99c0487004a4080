import { fold, spellingsOf } from './spellings.ts';

const alike = (one: string, other: string): boolean => spellingsOf(one).some((each) => spellingsOf(other).includes(each));

describe('the spellings of a word', () => {
  test('are its beginning, and that with each letter left out', () => {
    expect(spellingsOf('рояль')).toEqual(['рояль', 'ояль', 'ряль', 'роль', 'рояь', 'роял']);
    expect(spellingsOf('перевозка')).toHaveLength(8);
    expect(spellingsOf('ааааа')).toEqual(['ааааа', 'аааа']);
    expect([spellingsOf('шкаф'), spellingsOf('')]).toEqual([[], []]);
  });

  test.each([
    ['сантехник', 'сантехнк', 'a letter is missing'],
    ['сантехник', 'саантехник', 'one too many'],
    ['сантехник', 'сонтехник', 'a wrong one'],
    ['сантехник', 'снатехник', 'two changed places'],
    ['перевозка', 'перевозки', 'another form'],
    ['тасымалдау', 'тасималдау', 'a letter of another language'],
    ['қаласында', 'каласында', 'a keyboard without the letter'],
    ['piano', 'paino', 'two changed places'],
  ])('%s and %s are alike: %s', (one, other) => {
    expect(alike(one, other)).toBe(true);
  });

  test.each([
    ['сантехник', 'электрик'],
    ['уборка', 'сборщик'],
    ['маляр', 'повар'],
  ])('%s and %s are not', (one, other) => {
    expect(alike(one, other)).toBe(false);
  });

  test('fold the letters of Kazakh', () => {
    expect(fold('әғқңөұүһіё')).toBe('агкноуухие');
  });
});
