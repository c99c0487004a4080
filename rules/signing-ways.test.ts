import type { Parameter } from './parameters.ts';
import { waysAt } from './signing-ways.ts';

const row = (code: string, value: number | number[]): Parameter => ({ code, value, unit: 'ways', validFrom: '2026-01-01', validTo: null });
const rows = [row('leastWayOfOrder', [1, 2, 3]), row('leastWayOfContract', [1, 1]), row('leastWayOfAct', [0, 4, 1])];

it('counts the weakest way that is asked for, and every stronger one', () => {
  const ways = (party: 'natural' | 'entrepreneur' | 'company') => waysAt(rows, { document: 'order', party }, '2026-11-29');
  expect([ways('natural'), ways('entrepreneur'), ways('company')]).toEqual([['account', 'code', 'cms'], ['code', 'cms'], ['cms']]);
});

it('refuses a parameter that names no way for a kind of party', () => {
  for (const [document, party] of [
    ['contract', 'company'],
    ['completion-act', 'natural'],
    ['completion-act', 'entrepreneur'],
  ] as const)
    expect(() => waysAt(rows, { document, party }, '2026-11-29')).toThrow(RangeError);
});
