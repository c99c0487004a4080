/** The fields of a form from the JSON Schema of a body: the part of JSON Schema that the API's commands use. */
import { momentOf, typedMoment } from './language.ts';

export interface BodySchema {
  $ref?: string;
  $defs?: Record<string, BodySchema>;
  title?: string;
  type?: string;
  format?: string;
  enum?: string[];
  properties?: Record<string, BodySchema>;
  required?: string[];
  items?: BodySchema;
  maxLength?: number;
}

export interface Field {
  name: string;
  kind:
    | ('line' | 'text' | 'sum' | 'number' | 'choice' | 'date' | 'moment' | 'group' | 'list' | 'names' | 'files' | 'flag')
    /** Several of some choices, of the categories or of the places; one file, and the SHA-256 of a file that stays where it is. */
    | ('choices' | 'categories' | 'places' | 'file' | 'hash');
  isRequired: boolean;
  choices: string[];
  mostLetters: number | undefined;
  /** Of a group, and of each item of a list. */
  fields: Field[];
  /** It is asked only where another field beside it has this value. */
  when?: { field: string; is: string };
  /** What a browser may fill in by itself: `autocomplete` and `inputmode`. */
  fills?: { autocomplete?: string; inputMode?: 'numeric' | 'email' | 'tel'; type?: 'tel' | 'email' };
}

/** A field that a page asks for by itself. */
export const field = (name: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  ...{ name, kind, isRequired: false, choices: [], mostLetters: undefined, fields: [] },
  ...more,
});

/** The fields that are asked, given what the others hold. */
export const askedOf = (fields: readonly Field[], values: Values): Field[] =>
  fields.filter(({ when }) => when === undefined || values[when.field] === when.is);

/** What a form holds by the names of its fields: texts as they were typed, `Values` of a group, and lists. */
export interface Values {
  [name: string]: unknown;
}

/** Above this many letters a text takes several lines. */
const ONE_LINE = 300;
/** The API has sums in tiyn; people type tenge. */
const SUMS = ['amount', 'price', 'priceFrom', 'unitPrice', 'value'];

/** The fields of a body. */
export function fieldsOf(schema: BodySchema, definitions = schema.$defs ?? {}): Field[] {
  const { properties = {}, required = [] } = resolved(schema, definitions);
  return Object.entries(properties).map(([name, given]) => {
    const own = resolved(given, definitions);
    const inner = own.type === 'array' && own.items ? resolved(own.items, definitions) : own;
    return {
      ...{ name, kind: kindOf(name, own, inner), isRequired: required.includes(name) },
      ...{ choices: own.enum ?? inner.enum ?? [], mostLetters: own.maxLength },
      fields: inner.properties ? fieldsOf(inner, definitions) : [],
    };
  });
}

const resolved = (schema: BodySchema, definitions: Record<string, BodySchema>): BodySchema =>
  schema.$ref === undefined ? schema : (definitions[schema.$ref.split('/').at(-1) as string] ?? {});

function kindOf(name: string, { type, format, enum: choices, maxLength = 0 }: BodySchema, inner: BodySchema): Field['kind'] {
  if (choices) return 'choice';
  if (name === 'files') return 'files';
  if (type === 'array') return inner.properties ? 'list' : inner.enum ? 'choices' : 'names';
  if (type === 'object') return 'group';
  if (type === 'boolean') return 'flag';
  if (SUMS.includes(name)) return 'sum';
  if (type === 'integer' || type === 'number') return 'number';
  if (format === 'date') return 'date';
  if (format === 'date-time') return 'moment';
  return maxLength > ONE_LINE ? 'text' : 'line';
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What was typed, as the API takes it: empty fields left out, tenge in tiyn, moments with the offset of Almaty. */
export function bodyOf(fields: readonly Field[], values: Values): Values {
  const given = askedOf(fields, values).flatMap((field) => {
    const value = sentOf(field, values[field.name]);
    return isEmpty(value) ? [] : [[field.name, value]];
  });
  return Object.fromEntries(given);
}

function sentOf({ kind, fields, isRequired }: Field, value: unknown): unknown {
  if (isEmpty(value)) return undefined;
  if (kind === 'list') return (value as Values[]).map((each) => bodyOf(fields, each));
  if (kind === 'group') {
    const body = bodyOf(fields, value as Values);
    return isRequired || Object.keys(body).length > 0 ? body : undefined;
  }
  if (kind === 'sum') return Math.round(numberOf(value) * 100);
  if (kind === 'number') return numberOf(value);
  if (kind === 'moment') return momentOf(String(value));
  return value;
}

/** A decimal comma is what people here type. */
const numberOf = (typed: unknown): number => Number(String(typed).replaceAll(/\s/g, '').replace(',', '.'));

/** What the API has, as a form holds it. */
export function typedOf(fields: readonly Field[], given: Values): Values {
  const typed = fields.flatMap(({ name, kind, fields: inner }) => {
    const value = given[name];
    if (isEmpty(value)) return [];
    if (kind === 'list') return [[name, (value as Values[]).map((each) => typedOf(inner, each))]];
    if (kind === 'group') return [[name, typedOf(inner, value as Values)]];
    if (kind === 'moment') return [[name, typedMoment(String(value))]];
    if (kind === 'sum') return [[name, String(Number((value as { amount?: number }).amount ?? value) / 100)]];
    return [[name, kind === 'number' ? String(value) : value]];
  });
  return Object.fromEntries(typed);
}

/** The required fields that are empty, by their paths as in `errors` of the API: `lines.0.name`. */
export function lacking(fields: readonly Field[], values: Values): string[] {
  return askedOf(fields, values).flatMap(({ name, kind, isRequired, fields: inner }) => {
    const value = values[name];
    if (kind === 'list' && !isEmpty(value))
      return (value as Values[]).flatMap((each, index) => lacking(inner, each).map((path) => `${name}.${index}.${path}`));
    if (kind === 'group' && (isRequired || !isEmpty(value)))
      return lacking(inner, (value ?? {}) as Values).map((path) => `${name}.${path}`);
    return isRequired && isEmpty(value) ? [name] : [];
  });
}
