import fc from 'fast-check';
import { repeatedName } from './repeated-name.ts';

describe('a name that an object has twice', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a" : 1 , "b":{"c":1,"c":1}}', 'c'],
    ['[{"a":1},{"a":1,"\\u0061":2}]', 'a'],
    ['{"a":{"a":1},"a":1}', 'a'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
    ['{"":1,"":2}', ''],
    ['{"\\"":"{","\\"":1}', '"'],
  ])('is found in %s', (json, name) => {
    expect(repeatedName(json)).toBe(name);
  });

  it.each([
    '{"a":"a","b":["a","a"],"c":{"a":{"a":1}}}',
    '{"a":"\\"a\\":1,{"}',
    '[{"a":1},{"a":1}]',
    '{"A":1,"a":2}',
    '"a":"a"',
    '}{"a":',
    '{"a',
    '{"\\',
  ])('is none in %s', (json) => {
    expect(repeatedName(json)).toBeUndefined();
  });

  it('is none in what was made of a value, and is one where a name is put in again', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { minKeys: 1 }), (value) => {
        const json = JSON.stringify(value);
        expect(repeatedName(json)).toBeUndefined();
        const [name = ''] = Object.keys(value);
        expect(repeatedName(`${json.slice(0, -1)},${JSON.stringify(name)}:1}`)).toBe(name);
      }),
    );
  });

  it.each(['"', '\\"', '"\\"', '{', '{"a":', '"\\', '"a":'])('is looked for in time that grows with the text: %s repeated', (part) => {
    const json = part.repeat(65_536 / part.length);
    const since = performance.now();
    repeatedName(json);
    repeatedName(`"${json}\\`);
    expect(performance.now() - since).toBeLessThan(1_000);
  });
});
