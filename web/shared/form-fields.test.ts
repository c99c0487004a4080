import type { BodySchema } from './form-fields.ts';
import { bodyOf, fieldsOf, lacking, typedOf } from './form-fields.ts';

const SCHEMA: BodySchema = {
  $defs: {
    Line: {
      type: 'object',
      properties: { name: { type: 'string', maxLength: 300 }, quantity: { type: 'number' }, unitPrice: { type: 'integer' } },
      required: ['name', 'quantity'],
    },
  },
  type: 'object',
  properties: {
    reasons: { type: 'string', maxLength: 4_000 },
    rest: { type: 'string', enum: ['rework', 'drop'] },
    dueAt: { type: 'string', format: 'date-time' },
    version: { type: 'integer' },
    lines: { type: 'array', items: { $ref: '#/$defs/Line' } },
    location: { type: 'object', properties: { place: { type: 'string' } }, required: ['place'] },
    files: { type: 'array', items: { type: 'string', format: 'uuid' } },
    requires: { type: 'array', items: { type: 'string' } },
  },
  required: ['reasons', 'lines'],
};
const fields = fieldsOf(SCHEMA);

test('each member of a body is a field of its kind', () => {
  expect(Object.fromEntries(fields.map(({ name, kind }) => [name, kind]))).toEqual({
    ...{ reasons: 'text', rest: 'choice', dueAt: 'moment', version: 'number', lines: 'list', location: 'group', files: 'files' },
    requires: 'names',
  });
  expect(fields.find(({ name }) => name === 'lines')?.fields.map(({ kind }) => kind)).toEqual(['line', 'number', 'sum']);
});

test('what was typed is sent as the API takes it', () => {
  const values = {
    ...{ reasons: 'Rain', rest: '', dueAt: '2026-12-01T18:00', version: 3, location: {} },
    lines: [{ name: 'Loading', quantity: '2,5', unitPrice: '3 000.50' }],
  };
  expect(bodyOf(fields, values)).toEqual({
    ...{ reasons: 'Rain', dueAt: '2026-12-01T18:00:00+05:00', version: 3 },
    lines: [{ name: 'Loading', quantity: 2.5, unitPrice: 300_050 }],
  });
});

test('what the API has fills a form, and comes back unchanged', () => {
  const given = {
    ...{ reasons: 'Rain', dueAt: '2026-12-01T13:00:00.000Z', version: 3, location: { place: 'almaty' } },
    lines: [{ name: 'Loading', quantity: 2.5, unitPrice: 300_050 }],
  };
  expect(bodyOf(fields, typedOf(fields, given))).toEqual({ ...given, dueAt: '2026-12-01T18:00:00+05:00' });
});

test('required fields that are empty are named by their paths', () => {
  expect(lacking(fields, { lines: [{ name: 'Loading' }, { quantity: '1' }] })).toEqual(['reasons', 'lines.0.quantity', 'lines.1.name']);
  expect(lacking(fields, { reasons: 'Rain' })).toEqual(['lines']);
});
