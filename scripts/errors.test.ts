import { readFileSync } from 'node:fs';
import { lifeTypes } from '../charts/index.ts';
import type { LifeType } from '../charts/life-type.ts';
import { errorTable } from './error-table.ts';

test('docs/errors.md is what the problems and the rules are now (npm run errors)', () => {
  const kept = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
  expect(kept.split('\n')).toEqual(errorTable().split('\n'));
});

test('words for a rule that no command asks are refused', () => {
  const task = lifeTypes.task as LifeType;
  const rules = { ...task.messages.rules, moonIsFull: { kk: 'x', ru: 'x', en: 'x' } };
  expect(() => errorTable({ task: { ...task, messages: { ...task.messages, rules } } })).toThrow('moonIsFull');
});
