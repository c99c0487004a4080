import fc from 'fast-check';
import { repeatedName } from './repeated-name.ts';

describe('a repeated name in an object', () => {
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
  ])('is not found in %s', (json) => {
    expect(repeatedName(json)).toBeUndefined();
  });

  it('is not found in JSON made from a value, and is found after a name is inserted again', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { minKeys: 1 }), (value) => {
        const json = JSON.stringify(value);
        expect(repeatedName(json)).toBeUndefined();
        const [name = ''] = Object.keys(value);
        expect(repeatedName(`${json.slice(0, -1)},${JSON.stringify(name)}:1}`)).toBe(name);
      }),
    );
  });

  it.each(['"', '\\"', '"\\"', '{', '{"a":', '"\\', '"a":'])('is searched in time linear to the text: %s repeated', (part) => {
    const json = part.repeat(1_048_576 / part.length);
    const since = performance.now();
    repeatedName(json);
    repeatedName(`"${json}\\`);
    expect(performance.now() - since).toBeLessThan(20_000);
  });
});
