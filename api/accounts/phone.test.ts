import fc from 'fast-check';
import { forbiddenWords } from '../../rules/words.ts';
import { PHONE_FAULTS, readPhone } from './phone.ts';

const MOBILE = ['700', '701', '702', '705', '706', '707', '708', '747', '771', '775', '776', '777', '778', '760', '785'];

describe('the authorised number (1.2)', () => {
  it.each(MOBILE)('of mobile operator %s is stored in E.164, in whatever form it is typed', (code) => {
    const number = `+7${code}1234567`;
    for (const text of [
      number,
      `8${code}1234567`,
      `7${code}1234567`,
      `${code}1234567`,
      `+7 ${code} 123 45 67`,
      `8 (${code}) 123-45-67`,
      ` +7-${code}-123-45-67 `,
      `\u202a+7 ${code} 123 45 67\u202c`,
      `\u2066+7\u00a0${code}\u00a0123\u201145\u201167\u2069`,
      `\u200b8${code}\u200b1234567\ufeff`,
      `+\u200e7${code}12\u00ad34567`,
      `＋７ ${code} １２３ ４５ ６７`,
    ])
      expect(readPhone(text)).toEqual({ number });
  });

  it.each([
    ['77777777777', 'madeUp'],
    ['+77777777777', 'madeUp'],
    ['87777777777', 'madeUp'],
    ['+77010000000', 'madeUp'],
    ['+7 7172 12 34 56', 'notMobile'],
    ['+7 900 123 45 67', 'countryNotAllowed'],
    ['+1 201 555 0123', 'countryNotAllowed'],
    ['+996 700 123 456', 'countryNotAllowed'],
    ['+7 850 123 45 67', 'notANumber'],
    ['+7701123456', 'notANumber'],
    ['+770112345678', 'notANumber'],
    ['+7 701 123 45 67 ext. 5', 'notANumber'],
    ['call +7 701 123 45 67', 'notANumber'],
    ['+77011234567, +77021234567', 'notANumber'],
    ['aigul@example.kz', 'notANumber'],
    ['', 'notANumber'],
    ['+', 'notANumber'],
    ['7'.repeat(10_000), 'notANumber'],
  ])('%j is refused: %s', (text, fault) => {
    expect(readPhone(text)).toEqual({ fault });
  });

  it('may be easy to remember', () => {
    expect(readPhone('+77017777777')).toEqual({ number: '+77017777777' });
  });

  it('may be of any allowed country; without a country code it is of the first one', () => {
    expect(readPhone('+79001234567', ['KZ', 'RU'])).toEqual({ number: '+79001234567' });
    expect(readPhone('87011234567', ['KZ', 'RU'])).toEqual({ number: '+77011234567' });
    expect(readPhone('+77011234567', ['RU'])).toEqual({ fault: 'countryNotAllowed' });
    expect(readPhone('+77011234567', [])).toEqual({ fault: 'countryNotAllowed' });
  });

  it('is unchanged when it is read again, and no text causes an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[+78()\d -]{5,15}$/)), (text) => {
        const read = readPhone(text);
        if ('number' in read) expect(readPhone(read.number)).toEqual(read);
      }),
    );
  });

  it('has a message for every fault in each language, without forbidden words', () => {
    for (const texts of Object.values(PHONE_FAULTS)) {
      expect(new Set(Object.values(texts)).size).toBe(3);
      expect(Object.values(texts).flatMap(forbiddenWords)).toEqual([]);
    }
  });
});
