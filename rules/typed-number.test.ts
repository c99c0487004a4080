import fc from 'fast-check';
import { ungrouped, visibleNumber } from './typed-number.ts';

describe('a number is read as displayed', () => {
  test.each([
    ['an embedding of direction', '\u202a+7 701 123 45 67\u202c'],
    ['an override of direction', '\u202d+7 701 123 45 67\u202e'],
    ['isolates', '\u2066+7 701 123\u2069 45 67'],
    ['marks of direction', '\u200e+7\u200f 701 123 45 67\u061c'],
    ['spaces without width, joiners and a byte order mark', '\ufeff+7 7\u200b01 1\u200c2\u200d3 45\u2060 67'],
    ['a soft hyphen', '+7 701 12\u00ad3 45 67'],
    ['a Hangul filler', '\u3164+7 701 123 45 67'],
    ['a variation selector', '+7 701 123 45 67\ufe0f'],
    ['tags', '+7 701 123 45 67\u{e0041}'],
    ['spaces of other widths', '+7\u00a0701\u202f123\u200945\u300067'],
    ['a tabulator and line ends', '\n+7\t701 123 45 67\r\n'],
    ['digits of full width', '＋７　７０１　１２３　４５　６７'],
  ])('with %s', (_, text) => {
    expect(visibleNumber(text).replaceAll('  ', ' ')).toBe('+7 701 123 45 67');
  });

  test.each(['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\ufe63', '\uff0d'])('with %j for a hyphen', (hyphen) => {
    expect(visibleNumber(`123${hyphen}456`)).toBe('123-456');
    expect(ungrouped(` 123${hyphen}4 56`)).toBe('123456');
  });

  test('every visible character stays', () => {
    for (const text of ['12.5', '1,5', '٣', '²', '①', '12a', 'KZ86125K', '(701)', '½', 'О'])
      expect([visibleNumber(text), ungrouped(text)]).toEqual([text, text]);
  });

  test('a second normalisation changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visibleNumber(visibleNumber(text))).toBe(visibleNumber(text));
        expect(ungrouped(ungrouped(text))).toBe(ungrouped(text));
      }),
      { numRuns: 2_000 },
    );
  });
});
