import parameters from '../models/reference/parameters.json' with { type: 'json' };
import { feeAgrees, feeTermsAt } from './provider-fee.ts';

const terms = { basisPoints: 250, rounding: '100' };

// 2.5 % of 1 000 000 tenge are 25 000, so 975 000 come.
test.each([
  ['the share of what was collected', '97500000', '2500000', true],
  ['one tenge more, which rounding may make of many payments', '97499900', '2500100', true],
  ['one tenge less', '97500100', '2499900', true],
  // 2.5 % of 1 000 000 still: the fee is 25 001.01.
  ['more than rounding explains', '97499899', '2500101', false],
  ['less than rounding explains', '97500101', '2499899', false],
  ['nothing at all', '100000000', '0', false],
  ['the share of what came, not of what was collected', '97500000', '2437500', false],
])('a fee of 2.5 %%: %s', (_, came, fee, agrees) => {
  expect(feeAgrees(came, fee, terms)).toBe(agrees);
});

test('half a tiyn is rounded up, and without leeway nothing else agrees', () => {
  // 2.5 % of 100.20 tenge are 2.505.
  expect(['250', '251'].map((fee) => feeAgrees(String(10_020 - Number(fee)), fee, { basisPoints: 250, rounding: '0' }))).toEqual([
    false,
    true,
  ]);
});

test('a contract without a fee takes none, and where no contract is known a person decides', () => {
  expect(feeAgrees('1000', '0', { basisPoints: 0, rounding: '0' })).toBe(true);
  expect(feeAgrees('1000', '0', undefined)).toBe(false);
});

test('the rate of a contract counts from its day; before it, and of a provider without one, none is known', () => {
  const rate = { code: 'tiptoppayFeeBasisPoints', value: 250, unit: 'basisPoints', validFrom: '2026-06-01', validTo: null };
  const rows = [...parameters, rate];
  expect(feeTermsAt(rows, 'tiptoppay', '2026-06-01')).toEqual(terms);
  expect(feeTermsAt(rows, 'tiptoppay', '2026-05-31')).toBeUndefined();
  expect(feeTermsAt(parameters, 'tiptoppay', '2026-06-01')).toBeUndefined();
});
