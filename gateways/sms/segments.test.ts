import fc from 'fast-check';
import { segmentsOf } from './segments.ts';

test.each([
  ['', 1],
  ['Your code: 123456', 1],
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['a'.repeat(306), 2],
  ['a'.repeat(307), 3],
  ['€'.repeat(80), 1],
  ['€'.repeat(81), 2],
  // 152 letters and an escape would tear the sign: it moves whole to the next part.
  [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
  ['ж'.repeat(70), 1],
  ['ж'.repeat(71), 2],
  ['ж'.repeat(134), 2],
  ['ж'.repeat(135), 3],
  [`${'a'.repeat(70)}ә`, 2],
  ['№ 7', 1],
  ['😀'.repeat(35), 1],
  ['😀'.repeat(36), 2],
  // 67 places hold 33 whole pairs.
  ['😀'.repeat(67), 3],
])('%# takes as many segments as the standard says', (text, segments) => {
  expect(segmentsOf(text)).toBe(segments);
});

test('a longer text never takes fewer segments, and never more than its length requires', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 20 }), (text, more) => {
      expect(segmentsOf(text + more)).toBeGreaterThanOrEqual(segmentsOf(text));
      expect(segmentsOf(text)).toBeLessThanOrEqual(Math.max(1, Math.ceil((text.length * 2) / 66)));
    }),
  );
});
