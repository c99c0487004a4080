/** Values that a field's JSON Schema allows: the field must take each of them. */
import fc from 'fast-check';
import type { z } from 'zod';
import { createSchema } from 'zod-openapi';

interface Field {
  type?: string;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
}

const FIRST = new Date('1000-01-01T00:00:00.000Z');
const LAST = new Date('9999-12-31T23:59:59.999Z');
const dates = fc.date({ min: FIRST, max: LAST, noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

/** Undefined where the schema alone does not say all that is asked, as for free texts and codes: its description does. */
function valuesOf({ type, enum: choices, format, pattern, minimum, maximum }: Field): fc.Arbitrary<unknown> | undefined {
  if (choices) return fc.constantFrom(...choices);
  if (type === 'integer' && minimum !== undefined && maximum !== undefined) return fc.integer({ min: minimum, max: maximum });
  if (type === 'boolean') return fc.boolean();
  if (format === 'uuid') return fc.uuid();
  const form = new RegExp(pattern ?? '');
  if (format === 'date') return dates.filter((date) => form.test(date));
  return undefined;
}

/** The fields of an object whose schema allows a value that they refuse, each with such a value. */
export function refusedFields(schema: z.ZodType, written: (value: unknown) => unknown): string[] {
  const { shape } = schema as z.ZodObject;
  return Object.entries(shape ?? {}).flatMap(([name, field]) => {
    const values = valuesOf(createSchema(field as z.ZodType, { io: 'input' }).schema as Field);
    if (values === undefined) return [];
    const { failed, counterexample } = fc.check(
      fc.property(values, (value) => (field as z.ZodType).safeParse(written(value)).success),
      { numRuns: 30 },
    );
    return failed ? [`${name} refuses ${JSON.stringify(counterexample?.[0])}`] : [];
  });
}
