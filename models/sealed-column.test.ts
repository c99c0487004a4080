import fc from 'fast-check';
import type { CellRef } from './sealed-column.ts';
import { openSealing } from './sealed-column.ts';

const [OLD, NEW] = ['11'.repeat(32), '22'.repeat(32)];
const IIN = '900101300007';
const PLACE: CellRef = { table: 'account', column: 'iin', row: '5f0e4a2c-8f43-4bf5-9b0e-2f6a4d1c7e11' };
const sealing = openSealing([OLD]);

describe('a sealed value (7.2)', () => {
  it('opens in its own cell, for any content', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (value, row) => {
        expect(sealing.open(sealing.seal(value, { ...PLACE, row }), { ...PLACE, row })).toBe(value);
      }),
    );
  });

  it('reveals nothing, not even that two values are equal', () => {
    const [one, other] = [sealing.seal(IIN, PLACE), sealing.seal(IIN, PLACE)];
    expect(one.includes(IIN)).toBe(false);
    expect(one.equals(other)).toBe(false);
  });

  it.each<[string, Partial<CellRef>]>([
    ['row', { row: 'a8b3c1de-0000-4000-8000-000000000000' }],
    ['column', { column: 'bin' }],
    ['table', { table: 'person' }],
    ['place that reads alike', { table: 'account","iin', column: '' }],
  ])('moved to another %s does not open', (_, other) => {
    expect(() => sealing.open(sealing.seal(IIN, PLACE), { ...PLACE, ...other })).toThrow('unable to authenticate');
  });

  it('does not open with a flipped bit, cut short or extended', () => {
    const sealed = sealing.seal(IIN, PLACE);
    for (let at = 0; at < sealed.length * 8; at++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8((sealed[at >> 3] as number) ^ (1 << (at & 7)), at >> 3);
      expect(() => sealing.open(changed, PLACE)).toThrow();
    }
    for (const length of [0, 1, 20, sealed.length - 1]) expect(() => sealing.open(sealed.subarray(0, length), PLACE)).toThrow();
    expect(() => sealing.open(Buffer.concat([sealed, Buffer.of(0)]), PLACE)).toThrow();
  });

  it('opens after a change of the secret while the old one is given, and is outdated', () => {
    const sealed = sealing.seal(IIN, PLACE);
    const both = openSealing([NEW, OLD]);
    expect(both.open(sealed, PLACE)).toBe(IIN);
    expect([sealing.isOutdated(sealed), both.isOutdated(sealed)]).toEqual([false, true]);
    const again = both.seal(both.open(sealed, PLACE), PLACE);
    expect(both.isOutdated(again)).toBe(false);
    expect(openSealing([NEW]).open(again, PLACE)).toBe(IIN);
    expect(() => openSealing([NEW]).open(sealed, PLACE)).toThrow('Sealed with an unknown secret');
    expect(() => openSealing([NEW]).isOutdated(sealed)).toThrow('Sealed with an unknown secret');
  });
});

describe('the search hash of a value', () => {
  it('is stable, and differs for another value, kind or secret', () => {
    const hash = sealing.searchHash('iin', IIN);
    // Computed by another program: HKDF and HMAC with SHA-256 over the JSON of kind and value.
    expect(hash).toBe('599eb7537fbd5c9aa66658bf8dcc238f22a7c1b774100a1b13e07ee52815e200');
    expect(openSealing([OLD]).searchHash('iin', IIN)).toBe(hash);
    const others = [
      sealing.searchHash('iin', '900101300017'),
      sealing.searchHash('bin', IIN),
      sealing.searchHash('', `iin${IIN}`),
      openSealing([NEW]).searchHash('iin', IIN),
    ];
    expect(new Set([hash, ...others]).size).toBe(5);
  });

  it('is searched under every secret, the current one first', () => {
    const both = openSealing([NEW, OLD]);
    expect(both.searchHashes('iin', IIN)).toEqual([both.searchHash('iin', IIN), sealing.searchHash('iin', IIN)]);
  });
});

it.each([[[]], [['']], [['xy'.repeat(32)]], [['11'.repeat(31)]], [[OLD, '11'.repeat(33)]]])('secrets such as %j are refused', (secrets) => {
  expect(() => openSealing(secrets)).toThrow(/secret/);
});
