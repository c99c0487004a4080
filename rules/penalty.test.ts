import fc from 'fast-check';
import type { Debt, Payment, PenaltyTerms } from './penalty.ts';
import { balanceOf, capReachedOn } from './penalty.ts';
import { addCalendarDays } from './working-days.ts';

const terms: PenaltyTerms = { perDayBasisPoints: 10, capBasisPoints: 1_000, capBase: 'initial', firstDay: 1, paidFirst: 'principal' };
const DUE = '2026-06-30';
const day = (late: number): string => addCalendarDays(DUE, late);
const debt = (principal: bigint, payments: Payment[] = [], own: Partial<PenaltyTerms> = {}): Debt => ({
  principal,
  dueOn: DUE,
  payments,
  terms: { ...terms, ...own },
});
const paid = (late: number, amount: bigint): Payment => ({ on: day(late), amount });

describe('the penalty (6.3)', () => {
  test.each([
    [10_000_000n, -5, 0n],
    [10_000_000n, 0, 0n],
    [10_000_000n, 1, 10_000n],
    [10_000_000n, 10, 100_000n],
    [10_000_000n, 99, 990_000n],
    [10_000_000n, 100, 1_000_000n],
    [10_000_000n, 101, 1_000_000n],
    [10_000_000n, 150, 1_000_000n],
    [3_333_333n, 7, 23_333n],
    [129_750_000n, 45, 5_838_750n],
  ])('of %p tiyn after %p days is %p', (principal, days, penalty) => {
    expect(balanceOf(debt(principal), day(days))).toMatchObject({ penalty, penaltyOwed: penalty, principalOwed: principal, excess: 0n });
  });

  test.each([
    [499n, 0n],
    [500n, 1n],
    [1_499n, 1n],
    [1_500n, 2n],
  ])('of %p tiyn for a day is rounded half up to %p', (principal, penalty) => {
    expect(balanceOf(debt(principal), day(1)).penalty).toBe(penalty);
  });

  test('is shown by day ranges: a payment lowers the sum from the next day', () => {
    const payments = [paid(-1, 2_000_000n), paid(10, 3_000_000n)];
    expect(balanceOf(debt(10_000_000n, payments), day(130))).toEqual({
      ranges: [
        { from: '2026-07-01', until: '2026-07-10', days: 10, base: 8_000_000n, penalty: 80_000n, capped: false },
        { from: '2026-07-11', until: '2026-11-07', days: 120, base: 5_000_000n, penalty: 600_000n, capped: false },
      ],
      penalty: 680_000n,
      principalOwed: 5_000_000n,
      penaltyOwed: 680_000n,
      excess: 0n,
    });
  });

  test('stops at the cap of the initial or the current overdue sum', () => {
    const payments = [paid(50, 5_000_000n)];
    const capOf = (capBase: PenaltyTerms['capBase']) => {
      const balance = balanceOf(debt(10_000_000n, payments, { capBase }), day(400));
      return [balance.penalty, balance.cappedOn, balance.ranges.map(({ days, penalty, capped }) => [days, penalty, capped])];
    };
    expect(capOf('initial')).toEqual([
      1_000_000n,
      day(150),
      [
        [50, 500_000n, false],
        [100, 500_000n, false],
        [250, 0n, true],
      ],
    ]);
    expect(capOf('current')).toEqual([
      500_000n,
      day(51),
      [
        [50, 500_000n, false],
        [350, 0n, true],
      ],
    ]);
  });

  test.each([
    // 10 % of 5 tiyn is half a tiyn, of 19 tiyn 1.9, of 1 005 tiyn 100.5.
    [5n, 0n],
    [19n, 1n],
    [1_005n, 100n],
    [1_010n, 101n],
  ])('of %p tiyn never exceeds %p: the cap is rounded down to whole tiyn', (principal, most) => {
    expect(balanceOf(debt(principal), day(500))).toMatchObject({ penalty: most, penaltyOwed: most });
  });

  test('with the current cap does not outgrow a debt that is almost paid', () => {
    // 100 000 tenge overdue; 90 000 paid on the fifth day. Five days add 100 tenge each; the cap is then 10 % of 10 000, so 500 more.
    const payments = [paid(5, 9_000_000n)];
    const penaltyOn = (late: number, capBase: PenaltyTerms['capBase']) =>
      balanceOf(debt(10_000_000n, payments, { capBase }), day(late)).penalty;
    expect([penaltyOn(5, 'current'), penaltyOn(6, 'current'), penaltyOn(55, 'current'), penaltyOn(400, 'current')]).toEqual([
      50_000n,
      51_000n,
      100_000n,
      100_000n,
    ]);
    expect(penaltyOn(400, 'initial')).toBe(445_000n);
  });

  test('begins on the day set by the parameter', () => {
    expect(balanceOf(debt(10_000_000n, [], { firstDay: 4 }), day(3)).penalty).toBe(0n);
    expect(balanceOf(debt(10_000_000n, [], { firstDay: 4 }), day(4)).penalty).toBe(10_000n);
    expect(capReachedOn(debt(10_000_000n, [], { firstDay: 4 }))).toBe(day(103));
  });

  test('is paid before or after the principal by the parameter; an overpayment is the excess', () => {
    const rest = (paidFirst: PenaltyTerms['paidFirst'], amount: bigint) => {
      const { principalOwed, penaltyOwed, excess } = balanceOf(debt(10_000_000n, [paid(10, amount)], { paidFirst }), day(10));
      return [principalOwed, penaltyOwed, excess];
    };
    expect(rest('principal', 1_000_000n)).toEqual([9_000_000n, 100_000n, 0n]);
    expect(rest('principal', 10_050_000n)).toEqual([0n, 50_000n, 0n]);
    expect(rest('penalty', 1_000_000n)).toEqual([9_100_000n, 0n, 0n]);
    expect(rest('penalty', 60_000n)).toEqual([10_000_000n, 40_000n, 0n]);
    for (const order of ['principal', 'penalty'] as const) expect(rest(order, 10_100_007n)).toEqual([0n, 0n, 7n]);
  });

  test('ends with the day of a write-off', () => {
    const writtenOff = { ...debt(10_000_000n), writtenOffOn: day(10) };
    expect(balanceOf(writtenOff, day(5)).penalty).toBe(50_000n);
    expect(balanceOf(writtenOff, day(90)).penalty).toBe(100_000n);
  });

  test('reaches its cap on the hundredth day, later after a payment, and never if nothing is overdue', () => {
    expect(capReachedOn(debt(10_000_000n))).toBe('2026-10-08');
    expect(capReachedOn(debt(10_000_000n, [paid(50, 5_000_000n)]))).toBe(day(150));
    expect(capReachedOn(debt(10_000_000n, [paid(0, 10_000_000n)]))).toBeUndefined();
    expect(capReachedOn(debt(10_000_000n, [paid(1, 9_999_999n)]))).toBeUndefined();
    expect(capReachedOn(debt(10_000_000n, [], { perDayBasisPoints: 0 }))).toBeUndefined();
  });

  test('refuses a date that does not exist', () => {
    expect(() => balanceOf(debt(1n), '2026-02-30')).toThrow(new RangeError('Not a civil date: 2026-02-30'));
  });
});

describe('for any debt and payments', () => {
  const principals = fc.bigInt({ min: 1n, max: 10n ** 15n });
  const lates = fc.integer({ min: -30, max: 400 });
  const debts = fc
    .record({
      principal: principals,
      payments: fc.array(fc.tuple(lates, fc.bigInt({ min: 1n, max: 10n ** 14n })), { maxLength: 5 }),
      own: fc.record({
        perDayBasisPoints: fc.integer({ min: 0, max: 100 }),
        capBasisPoints: fc.integer({ min: 0, max: 3_000 }),
        capBase: fc.constantFrom('initial' as const, 'current' as const),
        firstDay: fc.integer({ min: 1, max: 5 }),
        paidFirst: fc.constantFrom('principal' as const, 'penalty' as const),
      }),
    })
    .map(({ principal, payments, own }) =>
      debt(
        principal,
        payments.map(([late, amount]) => paid(late, amount)),
        own,
      ),
    );
  const holds = (property: (given: Debt, late: number) => void): void => {
    fc.assert(
      fc.property(debts, lates, (given, late) => property(given, late)),
      { numRuns: 500 },
    );
  };

  test('splitting a period changes nothing', () => {
    fc.assert(
      fc.property(debts, lates, lates, (given, late, split) => {
        const whole = balanceOf(given, day(late));
        const parts = balanceOf({ ...given, payments: [...given.payments, paid(split, 0n)] }, day(late));
        expect({ ...parts, ranges: [] }).toEqual({ ...whole, ranges: [] });
      }),
    );
  });

  test('the ranges follow each other and add up', () => {
    holds((given, late) => {
      const { ranges, penalty } = balanceOf(given, day(late));
      expect(ranges.reduce((sum, range) => sum + range.penalty, 0n)).toBe(penalty);
      for (const [index, { from, until, days }] of ranges.entries()) {
        expect(addCalendarDays(from, days - 1)).toBe(until);
        const before = ranges[index - 1];
        if (before) expect(addCalendarDays(before.until, 1)).toBe(from);
      }
    });
  });

  test('a sum over single days gives the same', () => {
    holds((given, late) => {
      let exact = 0n;
      const { perDayBasisPoints, capBasisPoints, capBase, firstDay } = given.terms;
      const paidBy = (last: string): bigint => given.payments.filter(({ on }) => on <= last).reduce((sum, { amount }) => sum + amount, 0n);
      fc.pre(given.terms.paidFirst === 'principal');
      for (let count = firstDay; count <= late; count++) {
        const base = given.principal - paidBy(day(count - 1));
        if (base <= 0n) break;
        const cap = (((capBase === 'initial' ? given.principal - paidBy(DUE) : base) * BigInt(capBasisPoints)) / 10_000n) * 10_000n;
        const grown = exact + base * BigInt(perDayBasisPoints);
        if (exact < cap) exact = grown < cap ? grown : cap;
      }
      expect(balanceOf(given, day(late)).penalty).toBe((exact + 5_000n) / 10_000n);
    });
  });

  test('the penalty never falls from one day to the next', () => {
    holds((given, late) => {
      expect(balanceOf(given, day(late + 1)).penalty).toBeGreaterThanOrEqual(balanceOf(given, day(late)).penalty);
    });
  });

  test('it is never above the cap of what was overdue at first', () => {
    holds((given, late) => {
      const inTime = given.payments.filter(({ on }) => on <= DUE).reduce((sum, { amount }) => sum + amount, 0n);
      const overdue = inTime > given.principal ? 0n : given.principal - inTime;
      expect(balanceOf(given, day(late)).penalty).toBeLessThanOrEqual((overdue * BigInt(given.terms.capBasisPoints)) / 10_000n);
    });
  });

  test('a payment in time adds no penalty', () => {
    fc.assert(
      fc.property(
        principals,
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        fc.integer({ min: -30, max: 0 }),
        lates,
        (rest, early, when, late) => {
          const { penalty } = balanceOf(debt(rest + early, [paid(when, early)]), day(late));
          expect(penalty).toBe(balanceOf(debt(rest), day(late)).penalty);
        },
      ),
    );
  });

  test('owed, paid and excess sums balance', () => {
    holds((given, late) => {
      const { principalOwed, penaltyOwed, penalty, excess } = balanceOf(given, day(late));
      const sum = given.payments.filter(({ on }) => on <= day(late)).reduce((total, { amount }) => total + amount, 0n);
      expect(principalOwed + penaltyOwed - excess).toBe(given.principal + penalty - sum);
      expect([principalOwed, penaltyOwed, excess].every((each) => each >= 0n)).toBe(true);
    });
  });

  test('the cap is reached exactly on the predicted day, and nothing is added after it', () => {
    holds((given) => {
      const on = capReachedOn(given);
      fc.pre(on !== undefined);
      const reached = balanceOf(given, on as string);
      expect(reached.cappedOn).toBe(on);
      expect(balanceOf(given, addCalendarDays(on as string, -1)).cappedOn).toBeUndefined();
      expect(balanceOf(given, addCalendarDays(on as string, 50)).penalty).toBe(reached.penalty);
    });
  });
});
