import references from '../models/reference/law-references.json' with { type: 'json' };
import type { LawReference } from './law-references.ts';
import { lawsOn } from './law-references.ts';

const text = (ru: string) => ({ kk: ru, ru });
const rows: LawReference[] = [
  { code: 'setOff', text: text('ст. 370'), validFrom: '2026-01-01', validTo: '2026-06-30' },
  { code: 'setOff', text: text('ст. 371'), validFrom: '2026-07-01', validTo: null },
  { code: 'works', text: text('гл. 32'), validFrom: '2026-01-01', validTo: null },
];

test('references are those of the day, in the order asked for', () => {
  expect(lawsOn(rows, ['works', 'setOff'], '2026-06-30').map(({ ru }) => ru)).toEqual(['гл. 32', 'ст. 370']);
  expect(lawsOn(rows, ['setOff'], '2026-07-01').map(({ ru }) => ru)).toEqual(['ст. 371']);
});

test('a code without a reference of the day stops the paper', () => {
  expect(() => lawsOn(rows, ['penalty'], '2026-07-01')).toThrow(new RangeError('0 references of penalty on 2026-07-01'));
  expect(() => lawsOn([...rows, ...rows], ['works'], '2026-07-01')).toThrow(RangeError);
});

test('no lawyer has confirmed the references that the platform begins with', () => {
  expect(references.filter(({ confirmed }) => confirmed)).toEqual([]);
  expect(new Set(references.map(({ code }) => code)).size).toBe(references.length);
});
