import fc from 'fast-check';
import type { Line } from './money.ts';
import { costOf, formatTenge, isSumBetween, MAX_SUM, parseQuantity, priceOf, tiynOf } from './money.ts';

/** A quantity as thousandths, and as the API's number and the decimal string of a line. */
const thousandths = fc.integer({ min: 1, max: 1_000_000_000 });
const line = fc.record({
  quantity: thousandths.map((n) => parseQuantity(n / 1000)),
  unitPrice: fc.bigInt({ min: 0n, max: 5n * 10n ** 4n }).map(String),
});

describe('a quantity', () => {
  test.each<[number | string, string]>([
    [1, '1'],
    [2.5, '2.5'],
    [0.001, '0.001'],
    [1_000_000, '1000000'],
    ['2.50', '2.5'],
    ['0.100', '0.1'],
    ['10', '10'],
    ['007', '7'],
  ])('%p is %s', (value, quantity) => {
    expect(parseQuantity(value)).toBe(quantity);
  });

  test.each<[number | string]>([
    [0],
    [-1],
    [0.0001],
    [1.2345],
    [1_000_000.001],
    [1e21],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    ['0.000'],
    [''],
    ['1,5'],
    ['+1'],
    ['.5'],
    ['1.'],
    [' 1'],
    ['1e3'],
    ['１'],
  ])('%p is refused', (value) => {
    expect(() => parseQuantity(value)).toThrow(RangeError);
  });

  test('every number with at most three decimals keeps its value, in its shortest form', () => {
    fc.assert(
      fc.property(thousandths, (n) => {
        const quantity = parseQuantity(n / 1000);
        expect(Number(quantity)).toBe(n / 1000);
        expect(parseQuantity(quantity)).toBe(quantity);
      }),
    );
  });
});

describe('the cost of a line', () => {
  test.each([
    ['1', '1234567', 1_234_567n],
    ['2.5', '1001', 2503n],
    ['0.001', '499', 0n],
    ['0.001', '500', 1n],
    ['0.333', '100', 33n],
    ['0.335', '100', 34n],
    ['1000000', '1000000', MAX_SUM],
  ])('%s at %s tiyn is %s tiyn, half a tiyn rounded up', (quantity, unitPrice, cost) => {
    expect(costOf({ quantity, unitPrice })).toBe(cost);
  });

  test.each([['-1'], ['1.5'], [''], ['1e3'], ['12345678901234567']])('a unit price of "%s" is refused', (unitPrice) => {
    expect(() => costOf({ quantity: '1', unitPrice })).toThrow(RangeError);
  });

  test('is within half a tiyn of the exact product, and exact for whole quantities', () => {
    fc.assert(
      fc.property(thousandths, fc.bigInt({ min: 0n, max: 10n ** 6n }), (n, price) => {
        const exact = BigInt(n) * price;
        const rest = costOf({ quantity: parseQuantity(n / 1000), unitPrice: String(price) }) * 1000n - exact;
        expect(rest > -500n && rest <= 500n).toBe(true);
        if (n % 1000 === 0) expect(rest).toBe(0n);
      }),
    );
  });
});

describe('the price of a task', () => {
  test('is zero without lines, otherwise the sum of the rounded costs', () => {
    expect(priceOf([])).toBe(0n);
    const third: Line = { quantity: '0.333', unitPrice: '1000' };
    expect(priceOf([third, third, third])).toBe(999n);
  });

  test('does not depend on the order of the lines and adds up over parts of them', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.nat(20), (lines, cut) => {
        expect(priceOf(lines.toReversed())).toBe(priceOf(lines));
        expect(priceOf(lines.slice(0, cut)) + priceOf(lines.slice(cut))).toBe(priceOf(lines));
      }),
    );
  });

  test('is at most 10^12 tiyn, in one line or over all of them', () => {
    const most: Line = { quantity: '1000000', unitPrice: '1000000' };
    expect(priceOf([most])).toBe(MAX_SUM);
    expect(() => priceOf([most, { quantity: '1', unitPrice: '1' }])).toThrow(
      new RangeError('A sum is at most 1000000000000 tiyn: 1000000000001'),
    );
    expect(() => costOf({ quantity: '1000000', unitPrice: '1000001' })).toThrow(RangeError);
  });
});

describe('a formatted sum', () => {
  test.each<[bigint, 'kk' | 'ru' | 'en', string]>([
    [0n, 'ru', '0,00 ₸'],
    [7n, 'ru', '0,07 ₸'],
    [1_234_567n, 'ru', '12 345,67 ₸'],
    [1_234_567n, 'kk', '12 345,67 ₸'],
    [1_234_567n, 'en', '12,345.67 ₸'],
    [99_999n, 'ru', '999,99 ₸'],
    [100_000n, 'ru', '1 000,00 ₸'],
    [-129_750_000n, 'ru', '-1 297 500,00 ₸'],
    [MAX_SUM, 'ru', '10 000 000 000,00 ₸'],
  ])('%s tiyn in %s is %s, with spaces that do not break', (amount, locale, words) => {
    expect(formatTenge(amount, locale)).toBe(words.replaceAll(' ', '\u00a0'));
  });

  test('is in Russian by default', () => {
    expect(formatTenge(150n)).toBe('1,50\u00a0₸');
  });

  test('keeps every digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -MAX_SUM, max: MAX_SUM }), fc.constantFrom('kk', 'ru', 'en'), (amount, locale) => {
        expect(BigInt(formatTenge(amount, locale).replace(/[^\d-]/g, ''))).toBe(amount);
      }),
    );
  });
});

test('a sum is parsed only from a decimal string', () => {
  expect([tiynOf('0'), tiynOf('1500000')]).toEqual([0n, 1_500_000n]);
  for (const bad of [undefined, null, '', 'x', '-1', '1.5', ' 1', '0x10', 1, 1n, ['1'], { amount: '1' }]) {
    expect(tiynOf(bad)).toBeUndefined();
    expect(isSumBetween(bad, 0n, MAX_SUM)).toBe(false);
  }
  const within = (text: string) => isSumBetween(text, 1n, 10n);
  expect(['0', '1', '10', '11'].map(within)).toEqual([false, true, true, false]);
});
