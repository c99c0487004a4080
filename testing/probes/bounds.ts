/** Generates request bodies at and beyond the bounds of a schema, so that every declared bound is tested. */
import { z } from 'zod';

export interface Tried {
  name: string;
  /** JSON. */
  body: string;
}

interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string;
  enum?: string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

type Values = [name: string, value: unknown][];

/** Valid JSON, but it overflows a JavaScript number. */
const BOUNDLESS = '1e999';
const NUMBERS: Values = [
  ['a fraction', 1.5],
  ['without bounds', BOUNDLESS],
  ['beyond exact integers', 2 ** 53],
  ['digits in a text', '5'],
  ['NaN in a text', 'NaN'],
  ['hex in a text', '0x10'],
];
const TEXTS: Values = [
  ['nothing', ''],
  ['blanks', ' \t\n'],
  ['nothing to be seen', '\u200b\u2060\u200b'],
  ['a NUL', 'a\u0000b'],
  ['an escape sequence', 'a\u001b[31mb'],
  ['a control character of Latin-1', 'a\u0085b'],
  ['half a character', 'a\ud83d'],
  ['the other half', '\udc00b'],
];
const KEYS = ['extra', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'Title', ''];
const OF_TYPE: Record<string, unknown> = { boolean: true, integer: 5, string: 'text', array: [], object: {} };

/** Bodies that differ from the example in one place and that the schema must reject. The example must have every field. */
export function beyondBounds(schema: z.ZodType, example: object): Tried[] {
  const root = z.toJSONSchema(schema, { io: 'input' }) as Schema;
  return variants(root, example, (each, value) => {
    const type = each.type ?? 'string';
    const others = Object.entries(OF_TYPE).filter(([other]) => other !== type && !(type === 'number' && other === 'integer'));
    // The body parser already rejects a body that is not an object.
    const wrong =
      value === example
        ? []
        : [['null', null] as Values[number], ...others.map(([other, given]): Values[number] => [`of type ${other}`, given])];
    return [...wrong, ...beyond(each, type, value)];
  });
}

/** Bodies with one field exactly at a bound, which the schema must accept. */
export const atBounds = (schema: z.ZodType, example: object): Tried[] =>
  variants(z.toJSONSchema(schema, { io: 'input' }) as Schema, example, (each, value) => within(each, value));

function beyond(
  { enum: choices, pattern, maxLength, minimum, exclusiveMinimum, maximum, minItems = 0, maxItems, properties, required = [] }: Schema,
  type: string,
  value: unknown,
): Values {
  if (choices)
    return [
      ['unknown', 'nonsense'],
      ['nothing', ''],
      ...choices.map((choice): Values[number] => [`${choice} in capitals`, choice.toUpperCase()]),
    ];
  if (type === 'string') {
    return [
      ...TEXTS,
      ...(maxLength === undefined ? [] : [['too long', 'x'.repeat(maxLength + 1)] as Values[number]]),
      ...(pattern === undefined ? [] : [['of another form', 'Nonsense! 2026'] as Values[number]]),
    ];
  }
  if (type === 'integer' || type === 'number') {
    return [
      ...NUMBERS.filter(([, number]) => type === 'integer' || number !== 1.5),
      ['negative', -1],
      ...(minimum === undefined ? [] : [['too small', minimum - 1] as Values[number]]),
      ...(exclusiveMinimum === undefined ? [] : [['too small', exclusiveMinimum] as Values[number]]),
      ['too large', (maximum as number) + 1],
    ];
  }
  if (type === 'array') {
    const [item] = value as unknown[];
    return [
      ['too many', Array.from({ length: (maxItems as number) + 1 }, () => item)],
      ...(minItems > 0 ? [['too few', Array.from({ length: minItems - 1 }, () => item)] as Values[number]] : []),
    ];
  }
  if (type !== 'object') return [];
  const known = value as Record<string, unknown>;
  return [
    ...KEYS.filter((key) => !Object.hasOwn(properties ?? {}, key)).map((key): Values[number] => [
      `with the unknown key ${key}`,
      withKey(known, key, { admin: true }),
    ]),
    ...required.map((key): Values[number] => [
      `without ${key}`,
      Object.fromEntries(Object.entries(known).filter(([name]) => name !== key)),
    ]),
  ];
}

function within({ type, enum: choices, maxLength, minimum, maximum, minItems, maxItems }: Schema, value: unknown): Values {
  if (choices) return choices.map((choice) => [choice, choice]);
  if (type === 'string' && maxLength !== undefined) {
    return [
      ['one character', 'ә'],
      ['as long as may be', 'ұ'.repeat(maxLength)],
      ['emoji', '🚚'.repeat(Math.floor(maxLength / 2))],
    ];
  }
  if (type === 'integer' || type === 'number')
    return [minimum, maximum].filter((bound) => bound !== undefined).map((bound) => [String(bound), bound]);
  if (type === 'boolean')
    return [
      ['true', true],
      ['false', false],
    ];
  if (type === 'array')
    return [minItems, maxItems]
      .filter((count) => count !== undefined)
      .map((length) => [`${length} items`, Array.from({ length }, () => (value as unknown[])[0])]);
  return [];
}

/** Sets an own property, also for names such as `__proto__` that an assignment would treat specially. */
const withKey = (object: object, key: string, value: unknown): object => {
  const made = { ...object };
  Object.defineProperty(made, key, { value, enumerable: true });
  return made;
};

/** Replaces each place of the example, one at a time, with each value that `make` gives for it. */
function variants(root: Schema, example: object, make: (schema: Schema, value: unknown) => Values): Tried[] {
  const resolve = ({ $ref, ...rest }: Schema): Schema =>
    $ref === undefined ? rest : (root.$defs?.[$ref.slice('#/$defs/'.length)] as Schema);
  const walk = (given: Schema, value: unknown, path: string, put: (value: unknown) => unknown): Tried[] => {
    const schema = resolve(given);
    const made = make(schema, value).map(([name, each]) => ({ name: `${path || 'the body'}: ${name}`, body: write(put(each)) }));
    const inside = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
      const known = value as Record<string, unknown>;
      if (known[key] === undefined) throw new Error(`the example lacks ${path}.${key}`);
      return walk(property, known[key], `${path}.${key}`, (each) => put({ ...known, [key]: each }));
    });
    const [first, ...others] = Array.isArray(value) ? value : [];
    const items = schema.items && first !== undefined ? walk(schema.items, first, `${path}[0]`, (each) => put([each, ...others])) : [];
    return [...made, ...inside, ...items];
  };
  return walk(root, example, '', (value) => value);
}

const write = (value: unknown): string => JSON.stringify(value).replace(`"${BOUNDLESS}"`, BOUNDLESS);
