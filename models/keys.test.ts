import { createHmac } from 'node:crypto';
import { deriveKey, openKeys } from './keys.ts';

const [OLD, NEW] = ['11'.repeat(32), '22'.repeat(32)];
const [old, both, onlyNew] = [openKeys([OLD]), openKeys([NEW, OLD]), openKeys([NEW])];

/** HKDF written out from RFC 5869 (section 2), for one block of output. */
function hkdf({ secret, salt, info, length }: { secret: Buffer; salt: Buffer; info: Buffer; length: number }): Buffer {
  const hmac = (key: Buffer, ...parts: Buffer[]) => createHmac('sha256', key).update(Buffer.concat(parts)).digest();
  const extracted = hmac(salt.length === 0 ? Buffer.alloc(32) : salt, secret);
  const blocks: Buffer[] = [];
  for (let count = 1; blocks.length * 32 < length; count++)
    blocks.push(hmac(extracted, blocks.at(-1) ?? Buffer.of(), info, Buffer.of(count)));
  return Buffer.concat(blocks).subarray(0, length);
}
const hex = (text: string) => Buffer.from(text, 'hex');

describe('a derived key', () => {
  // RFC 5869, appendix A.1 and A.3: they show that the function above is HKDF.
  it.each([
    [
      '000102030405060708090a0b0c',
      'f0f1f2f3f4f5f6f7f8f9',
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    ],
    ['', '', '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8'],
  ])('is compared with a function that fits the vectors of RFC 5869', (salt, info, output) => {
    expect(hkdf({ secret: Buffer.alloc(22, 0x0b), salt: hex(salt), info: hex(info), length: 42 }).toString('hex')).toBe(output);
  });

  it('is HKDF-SHA-256 of the secret, without salt, for its label', () => {
    const own = hkdf({ secret: hex(OLD), salt: Buffer.of(), info: Buffer.from('akjet/keyed-hash/text'), length: 32 });
    expect(deriveKey(OLD, 'keyed-hash/text')).toEqual(own);
  });

  it.each(['code', 'text'])('hashes the JSON of the parts with HMAC-SHA-256 (%s)', (purpose) => {
    const key = hkdf({ secret: hex(OLD), salt: Buffer.of(), info: Buffer.from(`akjet/keyed-hash/${purpose}`), length: 32 });
    const hash = createHmac('sha256', key).update('["a","b"]').digest('hex');
    expect(
      old
        .hash(purpose as 'code', 'a', 'b')
        .split('.')
        .at(-1),
    ).toBe(hash);
  });
});

describe('a keyed hash', () => {
  it('differs for each purpose, value and division into parts', () => {
    const purposes = [
      'person',
      'session',
      'device',
      'note',
      'hazards',
      'reference',
      'text',
      'event',
      'number',
      'address',
      'code',
      'proof',
      'log',
    ] as const;
    const hashes = [
      ...purposes.map((purpose) => old.hash(purpose, 'ab', 'c')),
      old.hash('code', 'a', 'bc'),
      old.hash('code', 'abc'),
      old.hash('code', 'ab', 'd'),
    ].map((hash) => hash.split('.').at(-1));
    expect(new Set(hashes).size).toBe(purposes.length + 3);
  });

  it('that lasts is the same after a rotation, because charts compare it', () => {
    for (const purpose of ['person', 'session', 'device', 'note', 'hazards', 'reference'] as const) {
      expect(both.hash(purpose, 'life', 'id')).toBe(old.hash(purpose, 'life', 'id'));
      expect(both.isHash(old.hash(purpose, 'x'), purpose, 'x')).toBe(true);
      expect(onlyNew.isHash(old.hash(purpose, 'x'), purpose, 'x')).toBe(false);
    }
  });

  it('of a text is new after a rotation and names its secret, so that an old one can still be checked', () => {
    const [before, after] = [old.hash('text', 'x'), both.hash('text', 'x')];
    expect([before, after].map((hash) => hash.split('.')[0])).toEqual([both.ids[1], both.ids[0]]);
    for (const hash of [before, after]) expect([both.isHash(hash, 'text', 'x'), both.isHash(hash, 'text', 'y')]).toEqual([true, false]);
    expect(() => onlyNew.isHash(before, 'text', 'x')).toThrow(`Hashed with an unknown secret: ${both.ids[1]}`);
  });

  it('that passes is new after a rotation; an old one is still recognised', () => {
    for (const purpose of ['event', 'number', 'address', 'code', 'proof', 'log'] as const) {
      expect(both.hash(purpose, 'x')).not.toBe(old.hash(purpose, 'x'));
      expect(both.isHash(old.hash(purpose, 'x'), purpose, 'x')).toBe(true);
      expect(both.isHash('', purpose, 'x')).toBe(false);
    }
  });
});

it.each([[[]], [['']], [['xy'.repeat(32)]], [['11'.repeat(31)]], [[OLD, '11'.repeat(33)]]])('secrets such as %j are refused', (secrets) => {
  expect(() => openKeys(secrets)).toThrow(/secret/);
});
