import parameters from '../models/reference/parameters.json' with { type: 'json' };
import type { DeclaredTax, Income, TaxStatus } from './payout-tax.ts';
import { statusOn, taxOn } from './payout-tax.ts';

const DAY = '2026-06-15';
const tenge = (sum: number): bigint => BigInt(sum) * 100n;
const confirmed = (status: TaxStatus, more: Partial<DeclaredTax> = {}): DeclaredTax => ({ status, confirmed: true, ...more });
const taxed = (given: Partial<Income> & { tax: DeclaredTax | undefined }, set: Record<string, number> = {}) =>
  taxOn(
    DAY,
    { income: tenge(100_000), earlier: 0n, payerIsAgent: true, inFull: false, ...given },
    parameters.map((row) => ({ ...row, value: set[row.code] ?? row.value })),
  );

test.each<[string, DeclaredTax | undefined, TaxStatus | undefined]>([
  ['none was declared', undefined, undefined],
  ['it is not confirmed', { status: 'selfEmployed', confirmed: false }, undefined],
  ['it is confirmed without an end', confirmed('selfEmployed'), 'selfEmployed'],
  ['it is its last day', confirmed('naturalPerson', { until: DAY }), 'naturalPerson'],
  ['it ended the day before', confirmed('selfEmployed', { until: '2026-06-14' }), undefined],
])('the status on a day, where %s', (_, tax, expected) => {
  expect(statusOn(tax, DAY)).toBe(expected);
});

describe('what is withheld on the day of payment', () => {
  test('100 000 tenge of a self-employed person: four times 1 000, and 96 000 in hand', () => {
    expect(taxed({ tax: confirmed('selfEmployed') })).toMatchObject({
      status: 'selfEmployed',
      withheld: { withheld: tenge(4_000), net: tenge(96_000), components: { opv: tenge(1_000), vosms: tenge(1_000) } },
    });
  });

  test('a payment of a few tenge that the social payments would use up bears none, so that something is left to pay', () => {
    // With it the month reaches 50 tenge, and each component half a tenge, which is rounded up.
    const tiny = { income: tenge(1), earlier: tenge(49), tax: confirmed('selfEmployed') };
    expect(taxed(tiny)).toMatchObject({ withheld: { withheld: 0n, net: tenge(1), components: { opv: 0n, opvr: 0n, so: 0n, vosms: 0n } } });
    expect(taxed({ ...tiny, income: tenge(4) })).toMatchObject({ withheld: { withheld: 0n, net: tenge(4) } });
    expect(taxed({ ...tiny, income: tenge(5) })).toMatchObject({ withheld: { withheld: tenge(4), net: tenge(1) } });
  });

  test.each<[string, Partial<Income> & { tax: DeclaredTax | undefined }]>([
    ['an entrepreneur on the simplified declaration', { tax: confirmed('entrepreneurSimplified') }],
    ['an entrepreneur on the general regime', { tax: confirmed('entrepreneurGeneral') }],
    ['a natural person whom a natural person pays', { tax: confirmed('naturalPerson'), payerIsAgent: false }],
    ['a natural person, if two of the staff have decided', { tax: confirmed('naturalPerson'), inFull: true }],
    ['somebody without a proved status, if two of the staff have decided', { tax: undefined, inFull: true }],
    ['damages and costs, which pay for no work', { tax: confirmed('selfEmployed'), income: 0n }],
    ['damages to somebody without a status', { tax: undefined, income: 0n }],
  ])('nothing from %s', (_, given) => {
    const result = taxed(given);
    expect(result).not.toHaveProperty('waits');
    expect(result).not.toHaveProperty('withheld');
  });

  test('a student has a limit and pays nothing', () => {
    expect(taxed({ tax: confirmed('selfEmployed', { exemption: 'student' }) })).toMatchObject({
      withheld: { withheld: 0n, net: tenge(100_000) },
    });
    expect(taxed({ tax: confirmed('selfEmployed', { exemption: 'student' }), earlier: tenge(1_297_500) })).toMatchObject({
      waits: 'overLimit',
    });
  });
});

describe('a payout waits', () => {
  test.each<[string, Partial<Income> & { tax: DeclaredTax | undefined }, string, string]>([
    ['no status is proved', { tax: undefined }, 'unproved', 'unprovedTaxStatusWaits'],
    ['a company pays a natural person without a regime', { tax: confirmed('naturalPerson') }, 'withoutRegime', 'withoutRegimeWaits'],
    ['the limit would be exceeded', { tax: confirmed('selfEmployed'), earlier: tenge(1_200_000) }, 'overLimit', 'overLimitWaits'],
  ])('where %s, unless the parameter says otherwise', (_, given, waits, parameter) => {
    expect(taxed(given)).toMatchObject({ waits });
    expect(taxed(given, { [parameter]: 0 })).not.toHaveProperty('waits');
  });

  test('for the next month, if it fits into one', () => {
    const tax = confirmed('selfEmployed');
    // The month begins at midnight in Almaty, UTC+5.
    expect(taxed({ tax, earlier: tenge(1_200_000) })).toEqual({ waits: 'overLimit', until: '2026-06-30T19:00:00.000Z' });
    expect(taxed({ tax, income: tenge(1_300_000) })).toEqual({ waits: 'overLimit' });
  });

  test('and if it does not wait for the limit, the sum above it is named and bears nothing', () => {
    expect(taxed({ tax: confirmed('selfEmployed'), income: tenge(1_300_000) }, { overLimitWaits: 0 })).toMatchObject({
      withheld: { withheld: tenge(51_900), net: tenge(1_248_100), excess: tenge(2_500) },
    });
  });
});
