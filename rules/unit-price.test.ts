import fc from 'fast-check';
import { costOf } from './money.ts';
import { linesThatAddUp, vatOfEach, vatWithin } from './unit-price.ts';
import { thousandths } from './work-lines.ts';

const line = (quantity: string, unitPrice: string, amount: string) => ({ name: 'Покраска', quantity, unitPrice, amount });

describe('the lines of a paper', () => {
  it.each([
    ['keeps the posted price that comes to the amount', line('2', '700000', '1400000'), [['2', '700000', '1400000']]],
    ['reckons 6 500 for 2 under an agreed 13 000', line('2', '700000', '1300000'), [['2', '650000', '1300000']]],
    ['rounds to the amount where a quantity has decimals', line('2.5', '100000', '250003'), [['2.5', '100001', '250003']]],
    [
      'splits what does not divide',
      line('3', '4000', '10000'),
      [
        ['2', '3333', '6666'],
        ['1', '3334', '3334'],
      ],
    ],
    [
      'splits what costs less than a tiyn a piece',
      line('1000', '1', '400'),
      [
        ['600', '0', '0'],
        ['400', '1', '400'],
      ],
    ],
    ['takes a line that costs nothing', line('3', '4000', '0'), [['3', '0', '0']]],
  ])('%s', (_, given, expected) => {
    expect(linesThatAddUp(given).map(({ quantity, unitPrice, amount }) => [quantity, unitPrice, amount])).toEqual(expected);
  });

  it('have the quantity and the amount of the line, and each comes to its amount to half a tiyn', () => {
    const quantity = fc.integer({ min: 1, max: 10_000_000 }).map((all) => String(all / 1000));
    const amount = fc.bigInt({ min: 0n, max: 10n ** 11n });
    fc.assert(
      fc.property(quantity, amount, amount, (each, posted, agreed) => {
        fc.pre(thousandths(each) * posted <= 10n ** 15n);
        const parts = linesThatAddUp(line(each, String(posted), String(agreed)));
        expect(parts.reduce((sum, part) => sum + BigInt(part.amount), 0n)).toBe(agreed);
        expect(parts.reduce((sum, part) => sum + thousandths(part.quantity), 0n)).toBe(thousandths(each));
        for (const part of parts) {
          const exact = thousandths(part.quantity) * BigInt(part.unitPrice) * 2n;
          const shown = BigInt(part.amount) * 2000n;
          expect(exact - shown <= 1000n && shown - exact <= 1000n).toBe(true);
        }
        if (parts.length === 1) expect(String(costOf(parts[0] as (typeof parts)[0]))).toBe(String(agreed));
      }),
    );
  });
});

describe('VAT within a price', () => {
  it.each([
    [11_600n, 1_600, 1_600n],
    [11_200n, 1_200, 1_200n],
    [1_300_000n, 1_600, 179_310n],
    [1n, 1_600, 0n],
    [0n, 1_600, 0n],
  ])('of %d tiyn at %d is %d', (amount, rate, vat) => {
    expect(vatWithin(amount, rate)).toBe(vat);
  });

  it('of lines adds up to that of their sum', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { maxLength: 20 }), (amounts) => {
        const all = amounts.reduce((sum, amount) => sum + amount, 0n);
        expect(vatOfEach(amounts, 1_600).reduce((sum, vat) => sum + vat, 0n)).toBe(vatWithin(all, 1_600));
      }),
    );
  });
});
