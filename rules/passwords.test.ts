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
    'x7#Lq9!v',
    'пятьсот двадцать гусей',
    'ключ-под-ковриком-у-соседа',
    '🚚🎹🚪🪜🐎🏔️🌧️🍎🍏',
    `${'ab'.repeat(63)}cd`,
    '83914502love7291',
    'Лилия и камыш',
  ])('may be %j', (password) => {
    expect(faults(password)).toEqual([]);
  });

  test.each<[string, PasswordFault[]]>([
    ['x7#Lq9!', ['tooShort']],
    ['', ['tooShort']],
    ['🚚🎹🚪🪜🐎🏔', ['tooShort']],
    [`x7#Lq9!v${'y'.repeat(121)}`, ['tooLong']],
    ['x7#Lq9!v\n', ['unreadable']],
    ['x7#Lq9!v\u0000', ['unreadable']],
    ['x7#Lq9!v\ud800', ['unreadable']],
    ['password', ['common']],
    ['PassWord', ['common']],
    ['Password2026!', ['common']],
    ['2026qwerty', ['common']],
    ['1q2w3e4r5t', ['common']],
    ['йцукенгш', ['common']],
    ['zxcvbnm,', ['common']],
    ['ghbdtn123', ['common']],
    ['gfhjkm2026', ['common']],
    ['Қазақстан1', ['common']],
    ['0fpf0cnfy', ['common']],
    ['qazaqstan', ['common']],
    ['aruzhan2001', ['common']],
    ['AkJet2026', ['common']],
    ['akjet.kz', ['common']],
    ['25111988', ['common']],
    ['1988-11-25', ['common']],
    ['19901991', ['common']],
    ['aaaaaaaa', ['pattern']],
    ['хорошохорошо', ['pattern']],
    ['стуфхцчш', ['pattern']],
    ['98765432', ['common', 'pattern']],
    ['мой 2345678 номер', ['hasNumber']],
    ['+7 (701) 234-56-78', ['hasNumber']],
    ['моя айгүл дома', ['hasName']],
    ['СЕРІКҚЫЗЫ у окна', ['hasName']],
    ['Айгу\u0308л и конь', []],
    ['ｐａｓｓｗｏｒｄ', ['common']],
    ['abc', ['tooShort', 'pattern']],
  ])('cannot be %j: %j', (password, expected) => {
    expect(faults(password)).toEqual(expected);
  });

  it('is counted in code points after normalisation', () => {
    expect(faults('🚚🎹🚪🪜🐎🏔🌧🍎')).toEqual([]);
    expect(faults('е\u0308жи и кони')).toEqual([]);
    expect(faults('xе\u0308ё7#Lq')).toEqual(['tooShort']);
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
