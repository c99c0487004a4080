import fc from 'fast-check';
import rows2026 from '../models/reference/calendar-2026.json' with { type: 'json' };
import rows2027 from '../models/reference/calendar-2027.json' with { type: 'json' };
import type { CalendarDay } from './working-days.ts';
import {
  addCalendarDays,
  addWorkingDays,
  calendarDaysAfter,
  calendarOf,
  checkedDate,
  civilDate,
  endOfDay,
  endOfMonth,
  firstOfNextMonth,
  isConfirmed,
  isWorkingDay,
  nextHour,
  shiftToWorkingDay,
  workingDaysAfter,
  workingDaysAfterTerm,
} from './working-days.ts';

const rows = [...rows2026, ...rows2027] as CalendarDay[];
const calendar = calendarOf(rows, '2025-12-01', '2027-12-31');

/** A civil date some days after 1 December 2025, inside the calendar with room on both sides for the terms below. */
const date = fc.integer({ min: 90, max: 660 }).map((n) => addCalendarDays('2025-12-01', n));
const term = fc.integer({ min: 0, max: 30 });

describe('working days', () => {
  test.each([
    ['2026-03-20', 1, '2026-03-26'],
    ['2026-03-20', 5, '2026-04-01'],
    ['2026-04-30', 3, '2026-05-06'],
    ['2026-05-06', 3, '2026-05-13'],
    ['2026-05-26', 1, '2026-05-28'],
    ['2025-12-31', 3, '2026-01-08'],
    ['2026-10-23', 1, '2026-10-27'],
    ['2026-07-03', 1, '2026-07-07'],
    ['2026-12-31', 1, '2027-01-05'],
    ['2027-03-12', 1, '2027-03-16'],
    ['2026-03-26', -1, '2026-03-20'],
    ['2026-05-10', 0, '2026-05-10'],
  ])('%s and %i of them is %s', (from, n, to) => {
    expect(addWorkingDays(from, n, calendar)).toBe(to);
  });

  test.each([
    ['2026', [19, 20, 18, 22, 17, 22, 22, 21, 22, 21, 21, 22], 247, 118],
    ['2027', [18, 20, 18, 22, 18, 22, 21, 22, 22, 20, 22, 22], 247, 118],
  ])('%s has %j of them by month, %i in all and %i days off', (year, months, working, off) => {
    const days = Array.from({ length: 365 }, (_, n) => addCalendarDays(`${year}-01-01`, n));
    const open = days.filter((day) => isWorkingDay(day, calendar));
    expect(months.map((_, month) => open.filter((day) => Number(day.slice(5, 7)) === month + 1).length)).toEqual(months);
    expect([open.length, days.length - open.length]).toEqual([working, off]);
  });

  test('a Saturday that is a working day counts', () => {
    const moved = calendarOf([{ date: '2026-03-28', kind: 'working' }], '2026-03-01', '2026-04-30');
    expect(isWorkingDay('2026-03-28', moved)).toBe(true);
    expect(addWorkingDays('2026-03-27', 1, moved)).toBe('2026-03-28');
    expect(isWorkingDay('2026-03-29', moved)).toBe(false);
  });

  test('a longer term or a later start never ends sooner', () => {
    fc.assert(
      fc.property(date, date, term, term, (a, b, m, n) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        expect(addWorkingDays(early, m, calendar) <= addWorkingDays(late, m, calendar)).toBe(true);
        expect(addWorkingDays(a, Math.min(m, n), calendar) <= addWorkingDays(a, Math.max(m, n), calendar)).toBe(true);
      }),
    );
  });

  test('two terms in a row equal their sum', () => {
    fc.assert(
      fc.property(date, term, term, (from, m, n) => {
        expect(addWorkingDays(addWorkingDays(from, m, calendar), n, calendar)).toBe(addWorkingDays(from, m + n, calendar));
      }),
    );
  });

  test('counting forward and back returns to the same working day', () => {
    fc.assert(
      fc.property(date, term, (any, n) => {
        const from = shiftToWorkingDay(any, calendar);
        expect(addWorkingDays(addWorkingDays(from, n, calendar), -n, calendar)).toBe(from);
      }),
    );
  });

  test('a term ends on a working day and contains exactly n of them', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 30 }), (from, n) => {
        const to = addWorkingDays(from, n, calendar);
        const passed = Array.from({ length: 120 }, (_, i) => addCalendarDays(from, i + 1)).filter(
          (day) => day <= to && isWorkingDay(day, calendar),
        );
        expect([isWorkingDay(to, calendar), passed.length]).toEqual([true, n]);
      }),
    );
  });
});

describe('calendar days', () => {
  test.each([
    ['2026-03-13', 10, '2026-03-23', '2026-03-26'],
    ['2026-04-27', 10, '2026-05-07', '2026-05-08'],
    ['2026-06-01', 10, '2026-06-11', '2026-06-11'],
    ['2026-12-06', 10, '2026-12-16', '2026-12-17'],
    ['2028-02-28', 1, '2028-02-29', undefined],
    ['2026-01-01', -1, '2025-12-31', '2025-12-31'],
  ])('%s and %i of them is %s, and on a day off %s', (from, n, to, shifted) => {
    expect(addCalendarDays(from, n)).toBe(to);
    if (shifted !== undefined) expect(shiftToWorkingDay(to, calendar)).toBe(shifted);
  });

  test('two terms in a row equal their sum, and counting back returns to the start', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 }), (from, m, n) => {
        expect(addCalendarDays(addCalendarDays(from, m), n)).toBe(addCalendarDays(from, m + n));
        expect(addCalendarDays(addCalendarDays(from, m), -m)).toBe(from);
      }),
    );
  });

  test('a shift never moves a day back, and a second one changes nothing', () => {
    fc.assert(
      fc.property(date, (day) => {
        const shifted = shiftToWorkingDay(day, calendar);
        expect(shifted >= day && isWorkingDay(shifted, calendar)).toBe(true);
        expect(shiftToWorkingDay(shifted, calendar)).toBe(shifted);
      }),
    );
  });
});

describe('the day in Almaty', () => {
  test.each([
    ['2026-11-22T18:59:59.999Z', '2026-11-22'],
    ['2026-11-22T19:00:00.000Z', '2026-11-23'],
    ['2024-02-29T17:59:59.000Z', '2024-02-29'],
    ['2024-02-29T18:00:00.000Z', '2024-02-29'],
    ['2024-02-29T19:00:00.000Z', '2024-03-01'],
    ['2024-02-28T18:00:00.000Z', '2024-02-29'],
  ])('at %s is %s', (moment, day) => {
    expect(civilDate(moment)).toBe(day);
  });

  test.each([
    ['2026-11-22', '2026-11-22T19:00:00.000Z'],
    ['2026-12-31', '2026-12-31T19:00:00.000Z'],
    ['2024-02-27', '2024-02-27T18:00:00.000Z'],
    ['2024-02-28', '2024-02-28T18:00:00.000Z'],
    ['2024-02-29', '2024-02-29T19:00:00.000Z'],
    ['2004-03-27', '2004-03-27T18:00:00.000Z'],
    ['2004-10-30', '2004-10-30T17:00:00.000Z'],
  ])('%s ends at %s', (day, moment) => {
    expect(endOfDay(day)).toBe(moment);
  });

  test.each([
    ['2026-11-22T21:59:59.999Z', '2026-11-22T22:00:00.000Z'],
    ['2026-11-22T22:00:00.000Z', '2026-11-23T22:00:00.000Z'],
    ['2026-11-22T18:00:00.000Z', '2026-11-22T22:00:00.000Z'],
    ['2026-11-22T23:30:00.000Z', '2026-11-23T22:00:00.000Z'],
  ])('after %s it is next three in the morning at %s', (moment, next) => {
    expect(nextHour(moment, 3)).toBe(next);
  });

  test('ends where the next begins, under every offset', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
        const day = addCalendarDays('2000-01-01', n);
        const end = Date.parse(endOfDay(day));
        expect(civilDate(new Date(end).toISOString())).toBe(addCalendarDays(day, 1));
        expect(civilDate(new Date(end - 1).toISOString())).toBe(day);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a term', () => {
  test.each([
    ['2026-03-20T09:00:00.000Z', 1, '2026-03-26T19:00:00.000Z'],
    ['2026-03-20T18:59:59.999Z', 5, '2026-04-01T19:00:00.000Z'],
    ['2026-03-20T19:00:00.000Z', 5, '2026-04-01T19:00:00.000Z'],
    ['2026-12-31T18:30:00.000Z', 10, '2027-01-19T19:00:00.000Z'],
  ])('that runs from %s for %i working days ends at %s', (moment, n, end) => {
    expect(workingDaysAfter(moment, n, calendar)).toBe(end);
  });

  test.each([
    ['2026-03-13T09:00:00.000Z', 10, '2026-03-26T19:00:00.000Z'],
    ['2026-06-01T09:00:00.000Z', 10, '2026-06-11T19:00:00.000Z'],
    ['2026-12-06T19:00:00.000Z', 10, '2026-12-17T19:00:00.000Z'],
  ])('that runs from %s for %i calendar days ends at %s', (moment, n, end) => {
    expect(calendarDaysAfter(moment, n, calendar)).toBe(end);
  });
});

describe('an input that cannot be computed is refused', () => {
  test.each([['2026-02-30'], ['2026-2-3'], ['20260203'], [''], ['2026-11-22T00:00:00.000Z'], ['tomorrow'], ['+02026-01-01']])(
    'the date "%s"',
    (bad) => {
      for (const use of [checkedDate, endOfDay, (day: string) => addCalendarDays(day, 1), (day: string) => isWorkingDay(day, calendar)]) {
        expect(() => use(bad)).toThrow(new RangeError(`Not a civil date: ${bad}`));
      }
    },
  );

  test.each([['2026-11-22'], ['2026-11-22T10:00:00Z'], ['2026-11-22T10:00:00.000+05:00'], ['2026-02-30T10:00:00.000Z'], [''], ['now']])(
    'the moment "%s"',
    (bad) => {
      expect(() => civilDate(bad)).toThrow(new RangeError(`Not a moment in UTC with milliseconds: ${bad}`));
    },
  );

  test.each([[1.5], [Number.NaN], [Number.POSITIVE_INFINITY]])('a term of %p days', (n) => {
    expect(() => addWorkingDays('2026-11-22', n, calendar)).toThrow(new RangeError(`Not a whole number of days: ${n}`));
    expect(() => addCalendarDays('2026-11-22', n)).toThrow(new RangeError(`Not a whole number of days: ${n}`));
  });

  test('a calendar with a bad date', () => {
    expect(() => calendarOf([], '2026-12-32', '2027-01-01')).toThrow(RangeError);
    expect(() => calendarOf([{ date: '2026-13-01', kind: 'off' }], '2026-01-01', '2026-12-31')).toThrow(RangeError);
  });
});

describe('beyond the table', () => {
  const none = calendarOf([], '2027-01-01', '2026-12-31');
  const datesOf = (year: string) => Array.from({ length: 365 }, (_, n) => addCalendarDays(`${year}-01-01`, n));
  const KURBAN_AIT = ['2026-05-27', '2027-05-16'];

  // 31 December 2027 is a Friday; 1 and 2 January 2028 move to Monday and Tuesday, 7 January is a Friday.
  test.each([
    ['2027-12-31', 1, '2028-01-05'],
    ['2027-12-31', 3, '2028-01-10'],
    ['2027-12-01', 60, '2028-02-29'],
    ['2028-03-07', 1, '2028-03-09'],
    ['2028-03-20', 1, '2028-03-24'],
    ['2028-05-05', 1, '2028-05-10'],
    ['2026-01-08', -3, '2025-12-31'],
    ['2025-12-17', -1, '2025-12-15'],
  ])('only the days off fixed by law apply: %s and %i working days is %s', (from, n, to) => {
    expect(addWorkingDays(from, n, calendarOf(rows, '2026-01-01', '2027-12-31'))).toBe(to);
  });

  test.each(['2026', '2027'])('the law determines the table of %s, except for Kurban Ait', (year) => {
    const differ = datesOf(year).filter((day) => isWorkingDay(day, none) !== isWorkingDay(day, calendar));
    expect(differ).toEqual(KURBAN_AIT.filter((day) => day.startsWith(year) && ![0, 6].includes(new Date(day).getUTCDay())));
  });

  test('a year has from 244 to 250 working days, and a holiday never counts as one', () => {
    for (let year = 2028; year < 2100; year++) {
      const open = datesOf(String(year)).filter((day) => isWorkingDay(day, none));
      expect([year, open.length >= 244 && open.length <= 250]).toEqual([year, true]);
      for (const day of [
        '01-01',
        '01-02',
        '01-07',
        '03-08',
        '03-15',
        '03-21',
        '03-22',
        '03-23',
        '05-01',
        '05-07',
        '05-09',
        '07-06',
        '10-25',
        '12-16',
      ])
        expect(open).not.toContain(`${year}-${day}`);
    }
  });

  test('no term causes an error, wherever the table ends', () => {
    const any = fc.integer({ min: -10_000, max: 30_000 }).map((n) => addCalendarDays('2026-01-01', n));
    fc.assert(
      fc.property(any, any, any, fc.integer({ min: -250, max: 250 }), (from, until, start, n) => {
        const window = calendarOf(rows, from, until);
        const end = addWorkingDays(start, n, window);
        expect(n === 0 || isWorkingDay(end, window)).toBe(true);
        expect(isWorkingDay(shiftToWorkingDay(start, window), window)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('a term is confirmed if the table covers its last day', () => {
    const short = calendarOf(rows, '2026-11-01', '2026-11-30');
    expect(isConfirmed(endOfDay('2026-11-30'), short)).toBe(true);
    expect(isConfirmed(endOfDay('2026-12-01'), short)).toBe(false);
    expect(isConfirmed(endOfDay('2026-10-31'), short)).toBe(false);
    expect(isConfirmed(workingDaysAfter('2026-11-20T00:00:00.000Z', 6, short), short)).toBe(true);
    expect(isConfirmed(workingDaysAfter('2026-11-20T00:00:00.000Z', 7, short), short)).toBe(false);
  });
});

describe('the calendar table', () => {
  test('has each day once, in order', () => {
    const dates = rows.map((day) => day.date);
    expect(dates).toEqual([...new Set(dates)].sort());
  });

  test('is plain JSON with only the days of its window', () => {
    const spring = calendarOf(rows, '2026-03-01', '2026-05-01');
    expect(JSON.parse(JSON.stringify(spring))).toEqual(spring);
    expect(spring).toEqual({
      from: '2026-03-01',
      until: '2026-05-01',
      off: ['2026-03-09', '2026-03-23', '2026-03-24', '2026-03-25', '2026-05-01'],
      working: [],
    });
  });

  // A holiday on a day off moves to the next working day; 7 January and the first day of Kurban Ait do not move.
  test.each([
    [
      '2026',
      ['01-01', '01-02', '03-08', '03-21', '03-22', '03-23', '05-01', '05-07', '05-09', '07-06', '10-25', '12-16'],
      ['01-07', '05-27'],
    ],
    [
      '2027',
      ['01-01', '01-02', '03-08', '03-15', '03-21', '03-22', '03-23', '05-01', '05-07', '05-09', '07-06', '10-25', '12-16'],
      ['01-07', '05-16'],
    ],
  ])('of %s is the result of the rule for the holidays', (year, moving, fixed) => {
    const weekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay());
    const [movable, staying] = [moving, fixed].map((days) => days.map((day) => `${year}-${day}`)) as [string[], string[]];
    const off = new Set([...movable.filter((day) => !weekend(day)), ...staying]);
    for (const holiday of movable.filter(weekend)) {
      let day = addCalendarDays(holiday, 1);
      while (weekend(day) || off.has(day)) day = addCalendarDays(day, 1);
      off.add(day);
    }
    const table = rows.filter((row) => row.date.startsWith(year) && row.kind === 'off').map((row) => row.date);
    expect(table).toEqual([...off].sort());
  });

  test('names a source for each day; in 2027 moved days and Kurban Ait are unconfirmed', () => {
    expect([...rows2026, ...rows2027].filter((day) => day.source === '' || day.name === '')).toEqual([]);
    expect(rows2026.filter((day) => !day.confirmed)).toEqual([]);
    expect(rows2027.filter((day) => !day.confirmed).map((day) => day.date)).toEqual([
      '2027-01-04',
      '2027-03-24',
      '2027-05-03',
      '2027-05-10',
      '2027-05-16',
    ]);
  });
});

test('a term that follows another begins the day after its last day, also if it ended at 24:00', () => {
  // Friday 4 December at 24:00 and at 15:00: the next working day is Monday the 7th, the second Tuesday the 8th.
  for (const end of ['2026-12-04T19:00:00.000Z', '2026-12-04T10:00:00.000Z'])
    expect(workingDaysAfterTerm(end, 2, calendar)).toBe('2026-12-08T19:00:00.000Z');
});

test.each([
  ['2026-01-31', '2026-01-31T19:00:00.000Z'],
  ['2026-12-01', '2026-12-31T19:00:00.000Z'],
  ['2028-02-10', '2028-02-29T19:00:00.000Z'],
])('the month of %s ends at %s', (day, moment) => {
  expect(endOfMonth(day)).toBe(moment);
});

test.each([
  ['2026-11', '2026-12-01'],
  ['2026-12-31', '2027-01-01'],
  ['2028-01-31', '2028-02-01'],
])('the first day of the month after %s is %s', (of, day) => {
  expect(firstOfNextMonth(of)).toBe(day);
});

test('no month follows what is no date', () => {
  expect(() => firstOfNextMonth('soon')).toThrow(RangeError);
});
