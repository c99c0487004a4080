import { counted, countedMoments } from './counted.ts';

test.each([
  [1, 'workingDays', '1 рабочий день', '1 жұмыс күні', '1 working day'],
  [2, 'workingDays', '2 рабочих дня', '2 жұмыс күні', '2 working days'],
  [5, 'workingDays', '5 рабочих дней', '5 жұмыс күні', '5 working days'],
  [11, 'days', '11 дней', '11 күн', '11 days'],
  [21, 'days', '21 день', '21 күн', '21 days'],
  [112, 'hours', '112 часов', '112 сағат', '112 hours'],
  [24, 'hours', '24 часа', '24 сағат', '24 hours'],
  [0, 'times', '0 раз', '0 рет', '0 times'],
  [3, 'times', '3 раза', '3 рет', '3 times'],
  [1_250, 'percent', '12,5 %', '12,5 %', '12.5%'],
  [10, 'percent', '0,1 %', '0,1 %', '0.1%'],
] as const)('%d of %s reads correctly in each language', (count, unit, ru, kk, en) => {
  const said = [counted(count, unit, 'ru'), counted(count, unit, 'kk'), counted(count, unit, 'en')];
  expect(said.map((each) => each.replaceAll('\u00a0', ' '))).toEqual([ru, kk, en]);
});

test.each([
  [[1], 'workingDays', 'after', 'через 1 рабочий день', '1 жұмыс күнінен кейін', 'after 1 working day'],
  [[4, 2], 'workingDays', 'after', 'через 2 и 4 рабочих дня', '2 және 4 жұмыс күнінен кейін', 'after 2 and 4 working days'],
  [[1, 7, 30], 'days', 'after', 'через 1, 7 и 30 дней', '1, 7 және 30 күннен кейін', 'after 1, 7 and 30 days'],
  [[3, 1], 'days', 'before', 'за 1 и 3 дня', '1 және 3 күн бұрын', '1 and 3 days before'],
] as const)('%j of %s %s reads correctly in each language', (counts, unit, side, ru, kk, en) => {
  expect([
    countedMoments(counts, unit, side, 'ru'),
    countedMoments(counts, unit, side, 'kk'),
    countedMoments(counts, unit, side, 'en'),
  ]).toEqual([ru, kk, en]);
});
