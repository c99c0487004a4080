import { readFileSync } from 'node:fs';
import { lifeTypes } from '../charts/index.ts';
import type { LifeType } from '../charts/life-type.ts';
import { errorTable } from './error-table.ts';

test('docs/errors.md is current (npm run errors)', () => {
  const kept = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
  expect(kept.split('\n')).toEqual(errorTable().split('\n'));
});

test('a text for a rule that no command uses is refused', () => {
  const task = lifeTypes.task as LifeType;
  const rules = { ...task.messages.rules, moonIsFull: { kk: 'x', ru: 'x', en: 'x' } };
  expect(() => errorTable({ task: { ...task, messages: { ...task.messages, rules } } })).toThrow('moonIsFull');
});
