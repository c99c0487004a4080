import fc from 'fast-check';
import parameters from '../models/reference/parameters.json' with { type: 'json' };
import type { Component, SelfEmployedTerms } from './withholding.ts';
import { COMPONENTS, NO_RATES, selfEmployedTermsAt, withholdingFrom } from './withholding.ts';

const terms = selfEmployedTermsAt(parameters, '2026-06-15');
const tenge = (sum: number): bigint => BigInt(sum) * 100n;

test('the parameters of 2026: four times 1 %, of at most 300 monthly indexes, which are 1 297 500 tenge', () => {
  expect(terms).toEqual({ rates: { opv: 100, opvr: 100, so: 100, vosms: 100 }, limit: tenge(1_297_500) });
});

test.each([
  [10_000, 100, 400, 9_600],
  [12_345, 123, 492, 11_853],
  [100_000, 1_000, 4_000, 96_000],
  [180_000, 1_800, 7_200, 172_800],
  [500_000, 5_000, 20_000, 480_000],
  [1_297_500, 12_975, 51_900, 1_245_600],
  // Half a tenge is rounded up, and less is not.
  [50, 1, 4, 46],
  [49, 0, 0, 49],
])('%d tenge: %d for each component, %d in all, %d net', (gross, each, withheld, net) => {
  const components = Object.fromEntries(COMPONENTS.map((component) => [component, tenge(each)]));
  expect(withholdingFrom(tenge(gross), 0n, terms)).toEqual({
    gross: tenge(gross),
    components,
    withheld: tenge(withheld),
    net: tenge(net),
    excess: 0n,
  });
});

test('the sum above the limit is named, and nothing is withheld from it', () => {
  const { components, withheld, net, excess } = withholdingFrom(tenge(1_300_000), 0n, terms);
  expect([components.opv, withheld, net, excess]).toEqual([12_975, 51_900, 1_248_100, 2_500].map(tenge));
});

test('what was paid earlier in the month counts towards the limit', () => {
  const second = withholdingFrom(tenge(100_000), tenge(1_290_000), terms);
  // 1 % of 1 297 500 less 1 % of 1 290 000.
  expect([second.components.so, second.withheld, second.excess]).toEqual([75, 300, 92_500].map(tenge));
  expect(withholdingFrom(tenge(1), tenge(1_297_500), terms)).toMatchObject({ withheld: 0n, excess: tenge(1), net: tenge(1) });
});

test('tiyn stay in the net sum', () => {
  expect(withholdingFrom(1_234_567n, 0n, terms)).toMatchObject({ withheld: tenge(492), net: 1_185_367n });
});

test('nothing is withheld from a pensioner or a student, and the limit holds', () => {
  expect(withholdingFrom(tenge(1_300_000), 0n, { ...terms, rates: NO_RATES })).toMatchObject({
    withheld: 0n,
    net: tenge(1_300_000),
    excess: tenge(2_500),
  });
});

describe('whatever is paid', () => {
  const sum = fc.bigInt({ min: 1n, max: tenge(2_000_000) });
  const others: SelfEmployedTerms = { rates: { opv: 137, opvr: 0, so: 250, vosms: 99 }, limit: tenge(1_000_000) };
  const anyTerms = fc.constantFrom(terms, others);

  test('components and net make up the gross sum', () => {
    fc.assert(
      fc.property(sum, sum, anyTerms, (gross, earlier, given) => {
        const { components, withheld, net } = withholdingFrom(gross, earlier, given);
        expect(COMPONENTS.reduce((all, each) => all + components[each], net)).toBe(gross);
        expect(withheld + net).toBe(gross);
        expect(COMPONENTS.every((each) => components[each] >= 0n)).toBe(true);
      }),
    );
  });

  test('more income never means less withheld, nor less in hand', () => {
    fc.assert(
      fc.property(sum, sum, sum, anyTerms, (gross, more, earlier, given) => {
        const [one, other] = [withholdingFrom(gross, earlier, given), withholdingFrom(gross + more, earlier, given)];
        expect(other.withheld).toBeGreaterThanOrEqual(one.withheld);
        // Four components may each be rounded up by the same tiyn: at most two tenge.
        expect(other.net).toBeGreaterThanOrEqual(one.net - 4n * 100n);
      }),
    );
  });

  test('a month that is paid in pieces bears exactly what one payment bears', () => {
    fc.assert(
      fc.property(fc.array(sum, { minLength: 1, maxLength: 20 }), anyTerms, (pieces, given) => {
        const all = { opv: 0n, opvr: 0n, so: 0n, vosms: 0n } as Record<Component, bigint>;
        let [paid, excess] = [0n, 0n];
        for (const piece of pieces) {
          const one = withholdingFrom(piece, paid, given);
          for (const each of COMPONENTS) all[each] += one.components[each];
          excess += one.excess;
          paid += piece;
        }
        const whole = withholdingFrom(paid, 0n, given);
        expect({ all, excess }).toEqual({ all: whole.components, excess: whole.excess });
      }),
    );
  });
});
