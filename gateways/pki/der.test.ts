import fc from 'fast-check';
import { NotDer, readDer, writeDer } from './der.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

it.each([
  ['an indefinite length', '30 80 02 01 01 00 00'],
  ['a length in a longer form', '30 81 03 02 01 01'],
  ['a length with zeros before it', '04 82 00 81 00'],
  ['a number with a zero before it', '02 02 00 01'],
  ['a negative number with ones before it', '02 02 ff 80'],
  ['a number without bytes', '02 00'],
  ['true that is not ff', '01 01 01'],
  ['a null with content', '05 01 00'],
  ['octets in pieces', '24 03 04 01 00'],
  ['a sequence that is marked primitive', '10 00'],
  ['unused bits that are set', '03 02 03 ff'],
  ['more unused bits than there are', '03 01 01'],
  ['an object identifier with padding', '06 03 2a 80 01'],
  ['an object identifier that does not end', '06 02 2a 86'],
  ['a set out of order', '31 06 02 01 02 02 01 01'],
  ['a time without seconds', '17 0b 32 36 31 31 32 39 31 32 30 30 5a'],
  ['a time with another zone', '17 11 32 36 31 31 32 39 31 32 30 30 30 30 2b 30 35 30 30'],
  ['a fraction that ends in zero', '18 12 32 30 32 36 31 31 32 39 31 32 30 30 30 30 2e 35 30 5a'],
  ['a tag of several bytes', '3f 21 00'],
  ['bytes that follow', '02 01 01 00'],
  ['nothing', ''],
  ['an end that is missing', '30 05 02 01 01'],
])('refuses %s', (_, bytes) => {
  expect(() => readDer(hex(bytes))).toThrow(NotDer);
});

it('refuses what is nested without end', () => {
  let bytes: Buffer = Buffer.of();
  for (let each = 0; each < 60; each++) bytes = writeDer(0x30, bytes);
  expect(() => readDer(bytes)).toThrow(NotDer);
});

it('reads what it has written, and nothing that was cut off', () => {
  const content = fc.uint8Array({ maxLength: 400 });
  fc.assert(
    fc.property(fc.array(content, { maxLength: 5 }), (parts) => {
      const whole = writeDer(0x30, ...parts.map((part) => writeDer(0x04, part)));
      const { children } = readDer(whole);
      expect(children.map((each) => [...each.content])).toEqual(parts.map((part) => [...part]));
      expect(() => readDer(whole.subarray(0, -1))).toThrow(NotDer);
    }),
  );
});

it('never fails in another way', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        expect(readDer(bytes).whole).toHaveLength(bytes.length);
      } catch (error) {
        expect(error).toBeInstanceOf(NotDer);
      }
    }),
    { numRuns: 2_000 },
  );
});
