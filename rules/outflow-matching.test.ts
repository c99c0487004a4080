import type { Due } from './outflow-matching.ts';
import { cameBackBeyondDoubt, faultIn, ordersIn, paidBeyondDoubt } from './outflow-matching.ts';
import type { Component } from './withholding.ts';

const ORDER = 'bank-order/one';
const line = (nth: number, amount: bigint, isOfPayee: boolean | null = null, number = 'PP-2026-17'): Due => ({
  ...{ pays: `payout/${number}/${nth}`, order: number === 'PP-2026-17' ? ORDER : 'bank-order/other', number, nth, amount, isOfPayee },
});
const entry = (amount: bigint, purpose: string, reference = '') => ({ amount, purpose, reference });

test('the numbers of orders and lines are read in both alphabets, and nothing else is one', () => {
  expect(ordersIn('Выплата по PP-2026-17/3 за работы')).toEqual([{ order: 'PP-2026-17', nth: 3 }]);
  expect(ordersIn('по ПП-2026-17/3, PP-2026-17/3')).toEqual([{ order: 'PP-2026-17', nth: 3 }]);
  expect(ordersIn('Реестр PP-2026-0017.')).toEqual([{ order: 'PP-2026-17' }]);
  expect(ordersIn('SP-2026-11/3, сп-2026-3/1')).toEqual([
    { order: 'SP-2026-11', nth: 3 },
    { order: 'SP-2026-03', nth: 1 },
  ]);
  expect(ordersIn('счёт № 2026-17 от 2026-12-01, ШПП-2026-17, XPP-2026-17')).toEqual([]);
});

describe('an entry that went out', () => {
  const lines = [line(1, 960_000n), line(2, 960_000n), line(1, 500_000n, null, 'PP-2026-18')];

  test.each<[string, ReturnType<typeof entry>, Due[], string | undefined]>([
    ['paid the line that it names', entry(960_000n, 'PP-2026-17/2'), lines, 'payout/PP-2026-17/2'],
    ['may name it in its reference', entry(960_000n, '', 'PP-2026-17/2'), lines, 'payout/PP-2026-17/2'],
    ['paid the whole order that it names', entry(1_920_000n, 'PP-2026-17'), lines, ORDER],
    ['of another sum paid no line', entry(960_001n, 'PP-2026-17/2'), lines, undefined],
    ['of another sum paid no order', entry(1_919_999n, 'PP-2026-17'), lines, undefined],
    ['to somebody else paid no line', entry(960_000n, 'PP-2026-17/1'), [line(1, 960_000n, false)], undefined],
    ['that names two lines is looked at by a person', entry(960_000n, 'PP-2026-17/1 PP-2026-17/2'), lines, undefined],
    ['that names an order which is not at the bank is too', entry(960_000n, 'PP-2026-19/1'), lines, undefined],
    [
      'without a number paid the only line of its payee with its sum',
      entry(960_000n, 'перевод'),
      [line(1, 960_000n, true)],
      'payout/PP-2026-17/1',
    ],
    ['without a number is in doubt between two', entry(960_000n, ''), [line(1, 960_000n, true), line(2, 960_000n, true)], undefined],
    ['without a number and a payee paid nothing that is known', entry(960_000n, ''), lines, undefined],
  ])('%s', (_, given, due, paid) => {
    expect(paidBeyondDoubt(given, due)?.pays).toBe(paid);
  });
});

describe('an entry that went to the State', () => {
  const TRANSFER = 'social-transfer/2026-11';
  const of = (component: Component, nth: number): Due => ({
    ...{ pays: TRANSFER, order: TRANSFER, component, number: 'SP-2026-11', nth, amount: 350_000n, isOfPayee: true },
  });
  const due = [of('opv', 1), of('opvr', 2), of('so', 3)];

  test.each<[string, ReturnType<typeof entry>, Due[], ReturnType<typeof paidBeyondDoubt>]>([
    ['paid the component that it names', entry(350_000n, 'SP-2026-11/3 Социальные отчисления'), due, { pays: TRANSFER, component: 'so' }],
    ['of another sum paid none', entry(350_001n, 'SP-2026-11/3'), due, undefined],
    ['to somebody else paid none', entry(350_000n, 'SP-2026-11/3'), [{ ...of('so', 3), isOfPayee: false }], undefined],
    ['that names a component which is paid already paid none', entry(350_000n, 'SP-2026-11/4'), due, undefined],
    ['paid all that is left, debited as one sum', entry(1_050_000n, 'SP-2026-11'), due, { pays: TRANSFER }],
    ['without a number is in doubt between equal components', entry(350_000n, 'Социальные платежи'), due, undefined],
  ])('%s', (_, given, lines, paid) => {
    expect(paidBeyondDoubt(given, lines)).toEqual(paid);
  });

  test('came back with its number and its sum', () => {
    expect(cameBackBeyondDoubt(entry(350_000n, 'Возврат SP-2026-11/2'), due)).toEqual({ pays: TRANSFER, component: 'opvr' });
    expect(cameBackBeyondDoubt(entry(100_000n, 'Возврат SP-2026-11/2'), due)).toBeUndefined();
  });
});

test('what came back is the line with its number and its sum', () => {
  const lines = [line(1, 960_000n)];
  expect(cameBackBeyondDoubt(entry(960_000n, 'Возврат PP-2026-17/1'), lines)).toEqual({ pays: 'payout/PP-2026-17/1' });
  expect(cameBackBeyondDoubt(entry(950_000n, 'Возврат PP-2026-17/1'), lines)).toBeUndefined();
  expect(cameBackBeyondDoubt(entry(960_000n, 'Возврат PP-2026-17'), lines)).toBeUndefined();
});

test.each([
  ['Возврат: счёт закрыт', 'account-closed'],
  ['шот жабылған', 'account-closed'],
  ['ИИК не найден', 'account-unknown'],
  ['Неверный счет получателя', 'account-unknown'],
  ['Несоответствие ИИН и наименования', 'other-name'],
  ['Возврат платежа', 'bank'],
])('the reason of a return is in the words of the bank: %s', (purpose, reason) => {
  expect(faultIn(purpose)).toBe(reason);
});
