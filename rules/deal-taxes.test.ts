import parameters from '../models/reference/parameters.json' with { type: 'json' };
import { dealTaxes } from './deal-taxes.ts';
import type { TaxStatus } from './payout-tax.ts';

const tenge = (sum: number): bigint => BigInt(sum) * 100n;
const of = (
  status: TaxStatus | undefined,
  more: { payment?: 'platform' | 'direct'; customerIsAgent?: boolean; earlier?: bigint; price?: bigint } = {},
) =>
  dealTaxes(
    {
      ...{ day: '2026-06-15', price: tenge(180_000), payment: 'platform', customerIsAgent: true, earlier: 0n, ...more },
      tax: status && { status, confirmed: true },
    },
    parameters,
  );

test('through the platform the operator withholds from the self-employed: 180 000 bring 172 800', () => {
  expect(of('selfEmployed')).toMatchObject({ withholder: 'operator', net: tenge(172_800), waits: undefined });
  expect(of('selfEmployed').withheld).toEqual(['opv', 'opvr', 'so', 'vosms'].map((name) => ({ name, amount: tenge(1_800) })));
  expect(of('selfEmployed', { earlier: tenge(1_200_000) })).toMatchObject({ withholder: 'operator', waits: 'overLimit' });
});

test.each<['platform' | 'direct', string | undefined]>([
  ['direct', undefined],
  ['platform', 'withoutRegime'],
])('a company that pays a natural person (%s) withholds 44 730 of 180 000 itself: 15 030, 18 000, 3 600 and 8 100', (payment, waits) => {
  expect(of('naturalPerson', { payment })).toEqual({
    status: 'naturalPerson',
    withholder: 'customer',
    withheld: [
      { name: 'iit', amount: tenge(15_030) },
      { name: 'opv', amount: tenge(18_000) },
      { name: 'vosms', amount: tenge(3_600) },
      { name: 'so', amount: tenge(8_100) },
    ],
    net: tenge(135_270),
    waits,
  });
});

test.each<[string, TaxStatus | undefined, object, string]>([
  ['a natural person whom a natural person pays', 'naturalPerson', { customerIsAgent: false }, 'nobody'],
  ['an entrepreneur', 'entrepreneurGeneral', {}, 'nobody'],
  ['a self-employed person who is paid directly', 'selfEmployed', { payment: 'direct' }, 'nobody'],
  ['somebody whose regime is not proved', undefined, {}, 'unknown'],
])('from %s nothing is withheld', (_, status, more, withholder) => {
  expect(of(status, more)).toMatchObject({ withholder, withheld: [], net: tenge(180_000) });
});
