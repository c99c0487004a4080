import { monthBounds, obstaclesTo } from './month-end.ts';

const NOTHING = { suspense: 0, unbilled: 0, differences: 0, notCompared: 0, ledgerFaults: 0 };

test.each([
  ['2026-11', '2026-11-01', '2026-12-01'],
  ['2026-12', '2026-12-01', '2027-01-01'],
  ['2026-02', '2026-02-01', '2026-03-01'],
])('%s begins on %s and ends before %s', (month, first, next) => expect(monthBounds(month)).toEqual({ first, next }));

test('a month can be closed from the second day of the next one', () => {
  const on = (today: string) => obstaclesTo('2026-11', NOTHING, today);
  for (const day of ['2026-11-15', '2026-11-30', '2026-12-01']) expect(on(day)).toEqual([{ kind: 'notOver', count: 1 }]);
  expect(on('2026-12-02')).toEqual([]);
});

test('everything that is not settled stands in the way', () => {
  expect(obstaclesTo('2026-11', { ...NOTHING, suspense: 2, ledgerFaults: 1 }, '2026-12-02')).toEqual([
    { kind: 'suspense', count: 2 },
    { kind: 'ledgerFaults', count: 1 },
  ]);
});
