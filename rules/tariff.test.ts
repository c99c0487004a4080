import fc from 'fast-check';
import { afterClaim, badPlans, commissionFor, commissionOn, planOf, STANDARD, workedOut } from './tariff.ts';

/** 5 %, at least 500 ₸ and at most 5 000 ₸. */
const bounded = { rate: 500, minimum: 50_000, maximum: 500_000 };
const name = { kk: 'Ж', ru: 'П', en: 'P' };

describe('a commission (3.2)', () => {
  test.each([
    [0n, 0n],
    // 5 % of 4 000 ₸ is 200 ₸: the least is 500 ₸
    [400_000n, 50_000n],
    [1_000_000n, 50_000n],
    [2_000_000n, 100_000n],
    [10_000_000n, 500_000n],
    // 5 % of 120 000 ₸ is 6 000 ₸: the most is 5 000 ₸
    [12_000_000n, 500_000n],
  ])('on %p tiyn is %p', (work, fee) => expect(commissionOn(work, bounded)).toBe(fee));

  test('by parts costs what one part would: 500 + 500 + 4 000 ₸ of 4 000, 16 000 and 100 000 ₸', () => {
    expect(workedOut([400_000n, 1_600_000n, 10_000_000n], bounded)).toEqual({
      parts: [
        { work: 400_000n, fee: 50_000n },
        { work: 1_600_000n, fee: 50_000n },
        { work: 10_000_000n, fee: 400_000n },
      ],
      fee: 500_000n,
    });
  });

  test('rounds half a tiyn up once: three parts of 3,33 ₸ cost 50 tiyn, not three times 17', () => {
    expect(workedOut([333n, 333n, 333n], { rate: 500 })).toEqual({
      parts: [17n, 16n, 17n].map((fee) => ({ work: 333n, fee })),
      fee: 50n,
    });
  });

  test('charges nothing back for work that a claim lowered, and counts it towards later work', () => {
    expect([commissionFor(1_000n, 500n, { rate: 500 }), commissionFor(1_000n, 1_500n, { rate: 500 })]).toEqual([0n, 25n]);
  });

  test.each([
    // 5 % of 3 000 ₸ is 150 ₸, and of 3 000 + 5 000 it is 400 ₸: the least, 500 ₸, covers both
    [3_000, 3_000, 5_000, [8_000, 8_000, 0]],
    // Of 8 000 the least was charged, 5 % of 8 000 + 12 000 is 1 000 ₸
    [8_000, 8_000, 12_000, [20_000, 20_000, 500]],
    // Nothing was accepted before: 5 % of 4 000 ₸ is 200 ₸, and the least 500 ₸
    [0, 0, 4_000, [4_000, 4_000, 500]],
    // 5 % of 90 000 ₸ was 4 500 ₸; of 90 000 + 30 000 it would be 6 000 ₸, and the most is 5 000 ₸
    [90_000, 90_000, 30_000, [120_000, 120_000, 500]],
    // 3 000 of the price go back: 750 ₸ on 15 000 stay
    [15_000, 15_000, -3_000, [12_000, 15_000, 0]],
    // 5 000 come after that: of 17 000 it is 850 ₸, of which 750 ₸ were charged
    [12_000, 15_000, 5_000, [17_000, 17_000, 100]],
    // All goes back, and more than was to be paid
    [2_000, 2_000, -5_000, [0, 2_000, 0]],
  ])('on %p ₸ of work, %p of it charged, a claim of %p makes it %p', (work, charged, amount, expected) => {
    const after = afterClaim({ work: BigInt(work * 100), charged: BigInt(charged * 100) }, BigInt(amount * 100), bounded);
    expect([after.work, after.charged, after.fee].map((each) => Number(each) / 100)).toEqual(expected);
  });

  test('can be the same for each task', () => expect(commissionOn(1n, { rate: 0, minimum: 30_000 })).toBe(30_000n));

  test('of any parts adds up to that of the whole, and none is negative', () => {
    const works = fc.array(fc.bigInt(1n, 10n ** 10n), { minLength: 1, maxLength: 8 });
    const tariffs = fc.record({ rate: fc.integer({ min: 0, max: 10_000 }), minimum: fc.nat(10 ** 7), more: fc.nat(10 ** 7) });
    const total = (sums: readonly bigint[]): bigint => sums.reduce((all, each) => all + each, 0n);
    fc.assert(
      fc.property(works, tariffs, (parts, { rate, minimum, more }) => {
        const commission = { rate, minimum, maximum: minimum + more };
        const fees = workedOut(parts, commission).parts.map(({ fee }) => fee);
        expect(fees.every((fee) => fee >= 0n)).toBe(true);
        expect(total(fees)).toBe(commissionOn(total(parts), commission));
      }),
    );
  });
});

describe('plans', () => {
  const plans = [
    { code: STANDARD, name, commission: { rate: 500 } },
    { code: 'free', name },
  ];
  test('are found by their code, and the standard one stands for a code that is gone', () => {
    expect([planOf(plans, 'free'), planOf(plans), planOf(plans, 'gone')].map(({ code }) => code)).toEqual(['free', STANDARD, STANDARD]);
    expect(() => planOf([])).toThrow(RangeError);
  });

  test.each([
    [plans, undefined],
    [[{ code: 'free', name }], 'tariffHasStandardPlan'],
    [[...plans, ...plans], 'tariffNamesPlansOnce'],
    [[{ code: STANDARD, name, commission: { rate: 500, minimum: 2, maximum: 1 } }], 'tariffBoundsAreInOrder'],
  ])('%j: %p', (given, rule) => expect(badPlans(given)).toBe(rule));
});
