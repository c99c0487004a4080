import fc from 'fast-check';
import { hoursAfter } from './hours.ts';
import type { DetailsVersions, PayableTo, PayoutDetails } from './payout-details.ts';
import { comingAt, detailsAt, limitPassed, maskedDetails, needsTwo, wayTo, withDetails, withoutComing } from './payout-details.ts';

const terms = { first: 0, change: 48 };
const MONDAY = '2026-12-07T05:00:00.000Z';
const inHours = (hours: number): string => hoursAfter(MONDAY, hours);
const first = withDetails({}, { version: 'a', at: MONDAY, terms });

describe('payout details', () => {
  it('count at once if they are the first, by the terms of the day', () => {
    expect(detailsAt(first, MONDAY)).toEqual({ version: 'a', from: MONDAY });
    expect(detailsAt(withDetails({}, { version: 'a', at: MONDAY, terms: { first: 1, change: 48 } }), MONDAY)).toBeUndefined();
  });

  it('that replace others count after the cooling time, and payouts go to the former ones until then', () => {
    const changed = withDetails(first, { version: 'b', at: inHours(1), terms });
    expect(detailsAt(changed, inHours(48))?.version).toBe('a');
    expect(comingAt(changed, inHours(48))?.from).toBe(inHours(49));
    expect(detailsAt(changed, inHours(49))?.version).toBe('b');
    expect(comingAt(changed, inHours(49))).toBeUndefined();
  });

  it('that had not begun to count are replaced or withdrawn without having counted', () => {
    const changed = withDetails(first, { version: 'b', at: inHours(1), terms });
    const again = withDetails(changed, { version: 'c', at: inHours(2), terms });
    expect(again).toEqual({ present: { version: 'a', from: MONDAY }, coming: { version: 'c', from: inHours(50) } });
    expect(withoutComing(again, inHours(3))).toEqual({ present: { version: 'a', from: MONDAY } });
    // What counts already stays.
    expect(detailsAt(withoutComing(again, inHours(50)), inHours(50))?.version).toBe('c');
  });

  it('never count earlier than the cooling time after they were named, whatever was named and withdrawn before', () => {
    const act = fc.record({ hours: fc.integer({ min: 0, max: 60 }), withdraws: fc.boolean() });
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 8 }), (acts) => {
        let [at, versions]: [number, DetailsVersions] = [0, first];
        for (const [index, { hours, withdraws }] of acts.entries()) {
          at += hours;
          const before = detailsAt(versions, inHours(at));
          versions = withdraws
            ? withoutComing(versions, inHours(at))
            : withDetails(versions, { version: String(index), at: inHours(at), terms });
          expect(detailsAt(versions, inHours(at))).toEqual(before);
          if (!withdraws) expect(comingAt(versions, inHours(at))?.from).toBe(inHours(at + 48));
        }
      }),
    );
  });

  it('are shown by the end of the number alone', () => {
    expect(maskedDetails({ iban: 'KZ35000EXAMPLE000000', bic: 'EXAMKZKA' })).toBe('KZ•• •••• •••• •••• 0000');
    expect(maskedDetails({ card: { token: 'tk_secret', lastFour: '4242' } })).toBe('•••• •••• •••• 4242');
  });
});

describe('the limits of payouts', () => {
  const limits = { day: 100n, month: 250n, alone: 80n };

  it.each([
    [80n, false],
    [81n, true],
    [300n, true],
  ])('a payout of %s needs two persons: %s', (amount, two) => expect(needsTwo(amount, limits)).toBe(two));

  it.each([
    [40n, 60n, 60n, undefined],
    [41n, 60n, 60n, 'day'],
    [10n, 0n, 241n, 'month'],
    [70n, 60n, 240n, 'month'],
  ] as const)('%s after %s in the day and %s in the month passes: %s', (amount, day, month, passed) =>
    expect(limitPassed(amount, { day, month }, limits)).toBe(passed),
  );
});

describe('who pays', () => {
  const [account, card] = [{ iban: 'KZ86125KZT5004100100', bic: 'KSNVKZKA' }, { card: { token: 'token', lastFour: '1111' } }];

  test.each<[string, PayoutDetails, PayableTo, string | undefined, object]>([
    ['the provider, where it pays there', account, ['iban', 'card'], 'The bank', {}],
    ["the operator's bank, where the provider pays to cards alone", account, ['card'], 'The bank', { bank: 'The bank' }],
    ["the operator's bank, where the provider has no payouts", account, [], 'The bank', { bank: 'The bank' }],
    ['nobody, without a bank', account, ['card'], undefined, { fault: 'cards-only' }],
    ['nobody to a card, where the provider has no payouts', card, [], 'The bank', { fault: 'accounts-only' }],
  ])('%s', (_, details, paysTo, bank, way) => {
    expect(wayTo(details, paysTo, bank)).toEqual(way);
  });
});
