import fc from 'fast-check';
import { commonPasswords } from '../models/common-passwords.ts';
import type { PasswordFault } from './passwords.ts';
import { normalisedPassword, PASSWORD_FAULTS, passwordFaults } from './passwords.ts';
import { forbiddenWords } from './words.ts';

const owner = { number: '+77012345678', name: 'Айгүл Серікқызы Ли' };
const faults = (password: string): PasswordFault[] => passwordFaults(password, owner, commonPasswords);

describe('a new password (1.9)', () => {
  test.each([
    'correct horse battery staple',
    'тауда қар бар екен',
    'Жеті рет өлшеп, бір рет кес',
    'x7#Lq9!vTz4&Kw2m',
    'пятьсот двадцать гусей',
    'ключ-под-ковриком-у-соседа',
    '🚚🎹🚪🪜🐎🏔️🌧️🍎🍏🦊🐢🌵🍇🎲🛶',
    `${'ab'.repeat(63)}cd`,
    '83914502love7291',
    'Лилия и камыш у реки',
  ])('may be %j', (password) => {
    expect(faults(password)).toEqual([]);
  });

  test.each<[string, PasswordFault[]]>([
    ['x7#Lq9!vTz4&Kw', ['tooShort']],
    ['', ['tooShort']],
    ['🚚🎹🚪🪜🐎🏔', ['tooShort']],
    // Long, and found in breaches.
    ['1qaz2wsx3edc4rfv', ['common']],
    ['MomsAnAladventure', ['common']],
    ['polniypizdec0211', ['common']],
    ['passwordstandard', ['common']],
    [`x7#Lq9!v${'y'.repeat(121)}`, ['tooLong']],
    ['x7#Lq9!vTz4&Kw2m\n', ['unreadable']],
    ['x7#Lq9!vTz4&Kw2m\u0000', ['unreadable']],
    ['x7#Lq9!vTz4&Kw2m\ud800', ['unreadable']],
    ['password', ['tooShort', 'common']],
    ['PassWord', ['tooShort', 'common']],
    ['Password2026!', ['tooShort', 'common']],
    ['2026qwerty', ['tooShort', 'common']],
    ['1q2w3e4r5t', ['tooShort', 'common']],
    ['йцукенгш', ['tooShort', 'common']],
    ['zxcvbnm,', ['tooShort', 'common']],
    ['ghbdtn123', ['tooShort', 'common']],
    ['gfhjkm2026', ['tooShort', 'common']],
    ['Қазақстан1', ['tooShort', 'common']],
    ['0fpf0cnfy', ['tooShort', 'common']],
    ['qazaqstan', ['tooShort', 'common']],
    ['aruzhan2001', ['tooShort', 'common']],
    ['AkJet2026', ['tooShort', 'common']],
    ['akjet.kz', ['tooShort', 'common']],
    ['25111988', ['tooShort', 'common']],
    ['1988-11-25', ['tooShort', 'common']],
    ['19901991', ['tooShort', 'common']],
    ['aaaaaaaa', ['tooShort', 'pattern']],
    ['хорошохорошо', ['tooShort', 'pattern']],
    ['стуфхцчш', ['tooShort', 'pattern']],
    ['98765432', ['tooShort', 'common', 'pattern']],
    ['мой 2345678 номер', ['hasNumber']],
    ['+7 (701) 234-56-78', ['hasNumber']],
    ['моя айгүл дома', ['tooShort', 'hasName']],
    ['СЕРІКҚЫЗЫ у окна', ['hasName']],
    ['Айгу\u0308л и конь', ['tooShort']],
    ['ｐａｓｓｗｏｒｄ', ['tooShort', 'common']],
    ['abc', ['tooShort', 'pattern']],
  ])('cannot be %j: %j', (password, expected) => {
    expect(faults(password)).toEqual(expected);
  });

  it('is counted in code points after normalisation', () => {
    expect(faults('🚚🎹🚪🪜🐎🏔🌧🍎🦊🐢🌵🍇🎲🛶🍏')).toEqual([]);
    expect(faults('е\u0308жи, кони и сом')).toEqual([]);
    expect(faults('е\u0308жи, кони, сом')).toEqual(['tooShort']);
  });

  it('is the same on every keyboard and system', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (password) => {
        expect(normalisedPassword(password.normalize('NFD'))).toBe(normalisedPassword(password.normalize('NFC')));
        expect(normalisedPassword(normalisedPassword(password))).toBe(normalisedPassword(password));
      }),
    );
  });

  it('never causes an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), (password, name) => {
        expect(passwordFaults(password, { number: '', name }, commonPasswords)).toEqual(expect.any(Array));
      }),
    );
    expect(faults('ab'.repeat(1_000_000))).toEqual(['tooLong']);
  });
});

test('every fault has a text in each language, without forbidden words', () => {
  for (const texts of Object.values(PASSWORD_FAULTS)) {
    expect(new Set(Object.values(texts)).size).toBe(3);
    expect(Object.values(texts).flatMap(forbiddenWords)).toEqual([]);
  }
});

test('the list is long, in lower case and in the form that is compared', () => {
  expect(commonPasswords.size).toBeGreaterThan(10_000);
  expect([...commonPasswords].filter((each) => each !== normalisedPassword(each).toLowerCase() || /\s/.test(each))).toEqual([]);
});
