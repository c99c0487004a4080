import { isLanguageCode } from './languages.ts';

describe('the code of a language', () => {
  it.each(['kk', 'ru', 'en', 'uz', 'ky', 'tr', 'zh', 'de', 'ug', 'tt', 'he'])('is %s', (code) => {
    expect(isLanguageCode(code)).toBe(true);
  });

  it.each(['', 'k', 'KK', 'kaz', 'xx', 'zz', 'q1', 'iw', 'kk-KZ', 'кк'])('is not %s', (code) => {
    expect(isLanguageCode(code)).toBe(false);
  });
});
