import { readFileSync } from 'node:fs';
import type { LifeLaw } from '../charts/index.ts';
import { laws } from '../charts/index.ts';
import { errorTable } from './error-table.ts';

test('docs/errors.md is what the problems and the rules are now (npm run errors)', () => {
  const kept = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
  expect(kept.split('\n')).toEqual(errorTable().split('\n'));
});

test('words for a rule that no command asks are refused', () => {
  const task = laws.task as LifeLaw;
  const rules = { ...task.words.rules, moonIsFull: { kk: 'x', ru: 'x', en: 'x' } };
  expect(() => errorTable({ task: { ...task, words: { ...task.words, rules } } })).toThrow('moonIsFull');
});
