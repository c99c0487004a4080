import fc from 'fast-check';
import parameters from '../models/reference/parameters.json' with { type: 'json' };
import { civilContractOf, civilContractTermsAt } from './civil-contract.ts';

const terms = civilContractTermsAt(parameters, '2026-06-15');
const tenge = (sum: number): bigint => BigInt(sum) * 100n;

test.each([
  [180_000, true, 18_000, 3_600, 8_100, 20_550, 2_055, 148_245],
  [180_000, false, 18_000, 3_600, 8_100, 150_300, 15_030, 135_270],
  [500_000, true, 50_000, 10_000, 22_500, 287_750, 28_775, 388_725],
  [500_000, false, 50_000, 10_000, 22_500, 417_500, 41_750, 375_750],
  [1_000_000, true, 100_000, 20_000, 29_750, 720_500, 72_050, 778_200],
  [2_000_000, true, 200_000, 34_000, 29_750, 1_606_500, 160_650, 1_575_600],
  [5_000_000, true, 425_000, 34_000, 29_750, 4_381_500, 438_150, 4_073_100],
])('%d tenge, deduction %s: ОПВ %d, ВОСМС %d, СО %d, taxable %d, ИПН %d, net %d', (income, applied, opv, vosms, so, taxable, iit, net) => {
  expect(civilContractOf(tenge(income), terms, { applied })).toEqual({
    opv: tenge(opv),
    vosms: tenge(vosms),
    so: tenge(so),
    taxable: tenge(taxable),
    iit: tenge(iit),
    net: tenge(net),
  });
});

test('an income below the deduction bears no income tax', () => {
  // 100 000 less 10 000, 2 000 and 4 500 is less than 129 750.
  expect(civilContractOf(tenge(100_000), terms, { applied: true })).toMatchObject({ taxable: 0n, iit: 0n, net: tenge(83_500) });
});

test('above the step of the year the higher rate applies', () => {
  // The step is 8 500 monthly indexes: 36 762 500 tenge. 150 300 are taxable, and 50 300 of them are above it.
  const { taxable, iit } = civilContractOf(tenge(180_000), terms, { earlierInYear: tenge(36_662_500) });
  expect([taxable, iit]).toEqual([tenge(150_300), tenge(10_000 + 7_545)]);
});

test('what is withheld and what is paid make up the income, and nothing is below zero', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: tenge(100_000_000) }),
      fc.boolean(),
      fc.bigInt({ min: 0n, max: tenge(50_000_000) }),
      (income, applied, year) => {
        const { opv, vosms, so, iit, net } = civilContractOf(income, terms, { applied, earlierInYear: year });
        expect(opv + vosms + so + iit + net).toBe(income);
        expect([opv, vosms, so, iit, net].every((each) => each >= 0n)).toBe(true);
      },
    ),
  );
});

test('more income never means less withheld', () => {
  const sum = fc.bigInt({ min: 1n, max: tenge(10_000_000) });
  fc.assert(
    fc.property(sum, sum, fc.boolean(), (income, more, applied) => {
      const withheld = (of: bigint): bigint => of - civilContractOf(of, terms, { applied }).net;
      // The base of the income tax falls when a social payment is rounded up: by less than a tenge.
      expect(withheld(income + more)).toBeGreaterThanOrEqual(withheld(income) - 100n);
    }),
  );
});
