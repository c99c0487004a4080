import fc from 'fast-check';
import type { AgreedLine, Part, Progress } from './work-lines.ts';
import {
  accept,
  amendLines,
  atTotal,
  atUnitPrices,
  costOfRest,
  drop,
  identify,
  keepAccepted,
  partsRemain,
  priceOfRest,
  priceParts,
  remainingParts,
  shareOut,
  totalOf,
} from './work-lines.ts';

const line = (id: number, quantity: string, unitPrice: string): AgreedLine =>
  atUnitPrices([{ id, unit: 'piece', quantity, unitPrice }])[0] as AgreedLine;
const doors = line(1, '10', '100000');
const windows = line(2, '10', '50000');

/** Accepts parts one after the other; the price of each. */
function inTurn(lines: AgreedLine[], turns: Part[][]): { prices: string[]; progress: Progress } {
  let progress: Progress = {};
  const prices = turns.map((parts) => {
    const priced = priceParts(lines, progress, parts);
    progress = accept(progress, priced);
    return totalOf(priced);
  });
  return { prices, progress };
}

describe('a total is divided', () => {
  test.each<[bigint, bigint[], bigint[]]>([
    // 3 x 3 350 agreed at 10 001: by hand 10 001 / 3 = 3 333 and 2 over, for the first two.
    [10_001n, [3_350n, 3_350n, 3_350n], [3_334n, 3_334n, 3_333n]],
    // 100 : 200 : 700 of 999 = 99.9, 199.8, 699.3.
    [999n, [100n, 200n, 700n], [100n, 200n, 699n]],
    [7n, [1n, 0n, 1n], [4n, 0n, 3n]],
    [0n, [5n, 5n], [0n, 0n]],
    [700_000n, [1_000_000n], [700_000n]],
  ])('%s over %s', (total, weights, shares) => {
    expect(shareOut(total, weights)).toEqual(shares);
  });

  test('to the tiyn, each within one tiyn of its exact share', () => {
    const weights = fc
      .array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 20 })
      .filter((all) => all.some((each) => each > 0n));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), weights, (total, all) => {
        const shares = shareOut(total, all);
        const sum = all.reduce((one, other) => one + other, 0n);
        expect(shares.reduce((one, other) => one + other, 0n)).toBe(total);
        for (const [index, share] of shares.entries()) {
          const exact = total * (all[index] as bigint);
          expect(share * sum - exact < sum && exact - share * sum < sum).toBe(true);
        }
      }),
      { seed: 11 },
    );
  });

  test('is refused in proportion to zero', () => {
    expect(() => shareOut(1n, [0n])).toThrow(RangeError);
  });
});

describe('the parts of a line', () => {
  test('cost its amount together: 1.5 at 101 in three halves', () => {
    // 1.5 x 101 = 151.5, rounded to 152. Up to a half 50.67 -> 51, up to one 101.33 -> 101, the whole 152.
    const half = [{ line: 1, quantity: '0.5' }];
    expect(inTurn([line(1, '1.5', '101')], [half, half, half]).prices).toEqual(['51', '50', '51']);
  });

  test('cost their share of an agreed total', () => {
    const lines = atTotal([{ ...doors }], 700_000n);
    expect(lines[0]?.amount).toBe('700000');
    expect(inTurn(lines, [[{ line: 1, quantity: '4' }], [{ line: 1, quantity: '6' }]]).prices).toEqual(['280000', '420000']);
  });

  test('do not exceed the rest of each line', () => {
    const { progress } = inTurn([doors, windows], [[{ line: 1, quantity: '8' }]]);
    expect(partsRemain([doors, windows], progress, [{ line: 1, quantity: '8' }])).toBe(false);
    expect(partsRemain([doors, windows], progress, [{ line: 1, quantity: '2' }])).toBe(true);
    expect(partsRemain([doors, windows], progress, [{ line: 1, quantity: '2.001' }])).toBe(false);
    expect(partsRemain([doors, windows], progress, [{ line: 3, quantity: '1' }])).toBe(false);
    expect(
      partsRemain([doors, windows], {}, [
        { line: 1, quantity: '1' },
        { line: 1, quantity: '1' },
      ]),
    ).toBe(false);
    expect(remainingParts([doors, windows], progress)).toEqual([
      { line: 1, quantity: '2' },
      { line: 2, quantity: '10' },
    ]);
    // 2 doors at 100 000 and 10 windows at 50 000.
    expect(priceOfRest([doors, windows], progress)).toBe('700000');
  });

  test('that are dropped count as neither done nor paid', () => {
    const { progress } = inTurn([doors], [[{ line: 1, quantity: '7' }]]);
    const dropped = drop(progress, [{ line: 1, quantity: '1' }]);
    expect(remainingParts([doors], dropped)).toEqual([{ line: 1, quantity: '2' }]);
    expect(priceOfRest([doors], dropped)).toBe('200000');
  });

  test('in any order and size add up to the price and never exceed the agreed quantities', () => {
    const agreed = fc
      .array(fc.record({ quantity: fc.integer({ min: 1, max: 5_000 }), unitPrice: fc.integer({ min: 1, max: 100_000 }) }), {
        minLength: 1,
        maxLength: 5,
      })
      .map((all) => all.map((each, index) => line(index + 1, String(each.quantity / 1000), String(each.unitPrice))));
    const turns = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 999 })), { maxLength: 40 });
    fc.assert(
      fc.property(agreed, turns, fc.option(fc.integer({ min: 1, max: 10_000_000 })), (given, tries, total) => {
        const lines = total === null || BigInt(totalOf(given)) === 0n ? given : atTotal(given, BigInt(total));
        let progress: Progress = {};
        let acts = 0n;
        for (const [place, thousandth] of tries) {
          const parts = [{ line: (place % lines.length) + 1, quantity: String(thousandth / 1000) }];
          if (!partsRemain(lines, progress, parts)) continue;
          const priced = priceParts(lines, progress, parts);
          acts += BigInt(totalOf(priced));
          progress = accept(progress, priced);
        }
        const last = priceParts(lines, progress, remainingParts(lines, progress));
        expect(acts + BigInt(totalOf(last))).toBe(BigInt(totalOf(lines)));
        progress = accept(progress, last);
        expect(remainingParts(lines, progress)).toEqual([]);
        for (const each of lines) expect(progress[each.id]?.accepted).toBe(each.quantity);
      }),
      { seed: 11 },
    );
  });
});

describe('an amendment', () => {
  const agreed = atTotal([{ ...doors }], 700_000n);
  const at = (more: object = {}) => ({ before: agreed, progress: {}, last: 1, ...more });

  test('of only dates keeps the agreed price, with or without line ids', () => {
    const { amount: _, ...named } = doors;
    const { id: __, ...plain } = named;
    for (const proposed of [named, plain]) expect(amendLines([proposed], at())?.lines).toEqual(agreed);
  });

  test('of lines under an agreed total must name a new total', () => {
    expect(amendLines([{ ...doors, quantity: '12' }], at())).toBeUndefined();
    expect(amendLines([{ ...doors, quantity: '12' }], at({ total: 800_000n }))?.lines[0]?.amount).toBe('800000');
  });

  test('of lines at unit prices is priced by them', () => {
    const { lines, last } = amendLines(
      [
        { ...doors, quantity: '12' },
        { unit: 'piece', quantity: '1', unitPrice: '5' },
      ],
      {
        before: [doors],
        progress: {},
        last: 1,
      },
    ) as { lines: AgreedLine[]; last: number };
    expect(lines.map(({ id, amount }) => [id, amount])).toEqual([
      [1, '1200000'],
      [2, '5'],
    ]);
    expect(last).toBe(2);
  });

  test('keeps the price of accepted work', () => {
    const { progress } = inTurn(agreed, [[{ line: 1, quantity: '4' }]]);
    // 280 000 were accepted; the rest of 400 000 is for six doors.
    const { lines } = amendLines([doors], at({ progress, total: 400_000n })) as { lines: AgreedLine[] };
    expect(lines[0]?.amount).toBe('400000');
    expect(amendLines([doors], at({ progress, total: 279_999n }))).toBeUndefined();
    expect(keepAccepted([{ ...doors, quantity: '3' }], agreed, progress)).toBe(false);
    expect(keepAccepted([{ ...doors, quantity: '4' }], agreed, progress)).toBe(true);
    expect(keepAccepted([{ ...doors, quantity: '4' }], agreed, progress, [{ line: 1, quantity: '1' }])).toBe(false);
    expect(keepAccepted([{ ...doors, unitPrice: '1' }], agreed, progress)).toBe(false);
    expect(keepAccepted([windows], agreed, progress)).toBe(false);
  });

  test('never reuses a line id', () => {
    expect(identify([{ unit: 'hour', quantity: '1', unitPrice: '5' }], [doors], 7).lines[0]?.id).toBe(8);
  });
});

describe('the cost of leaving the rest', () => {
  // Ten doors at 1 000 tenge and ten windows at 500, half of which is 5 000 and 2 500.
  const cost = (progress: Progress, share = 5_000) => costOfRest([doors, windows], progress, share);
  const claimed = (amount: string, more: Partial<Progress[number]> = {}): Progress => ({
    1: { accepted: '0', amount: '0', dropped: '0', claimed: amount, ...more },
  });

  test('is a share of its price, half a tiyn rounded up once', () => {
    expect(cost({})).toBe(750_000n);
    expect(cost(accept({}, priceParts([doors], {}, [{ line: 1, quantity: '4' }])))).toBe(550_000n);
    // 0.5 and 0.5 of a tiyn.
    expect(costOfRest([line(1, '1', '10'), line(2, '1', '10')], {}, 500)).toBe(1n);
    expect(costOfRest([line(1, '1', '10')], {}, 500)).toBe(1n);
  });

  test('is replaced by the result of a claim about work of the same line only', () => {
    expect(cost(claimed('200000'))).toBe(550_000n);
    expect(cost(claimed('900000'))).toBe(250_000n);
  });

  test('stays if the claim was about work that has been accepted or dropped since', () => {
    // Nine doors are left at 900 000: what was claimed was for the tenth.
    expect(cost(claimed('100000', { dropped: '1' }))).toBe(450_000n + 250_000n);
  });
});
