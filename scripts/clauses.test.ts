import { readFileSync } from 'node:fs';
import { lifeTypes } from '../charts/index.ts';
import type { LifeType } from '../charts/life-type.ts';
import { clauseTable, currentTable } from './clause-table.ts';

test('docs/clauses.md is what the charts, the code and the tests give now (npm run clauses)', () => {
  const kept = readFileSync(new URL('../docs/clauses.md', import.meta.url), 'utf8');
  expect(kept.split('\n')).toEqual(currentTable().split('\n'));
});

describe('the table', () => {
  const clauses = new Map([
    ['3.4', 'При принятии Задания возникает отдельное обязательство по выполнению работ. И далее'],
    ['7.1', 'Тайна'],
    ['9.1', 'Досудебное\nурегулирование'],
  ]);
  const given = {
    clauses,
    lifeTypes: { task: lifeTypes.task as LifeType },
    sources: [{ path: 'rules/claim.ts', text: '/** A claim comes before the court (9.1). */ const rate = calculate(7.1);' }],
    reasons: { '7.1': 'A duty.' },
  };
  const rowOf = (number: string, changed: Partial<typeof given> = {}) =>
    clauseTable({ ...given, ...changed })
      .split('\n')
      .find((line) => line.startsWith(`| ${number} |`));

  test('shows the transitions of each clause, the code and the tests that cite it, or why there are none', () => {
    expect(rowOf('3.4')).toMatch(
      /^\| 3\.4 \| При принятии Задания возникает отдельное обязательство по выполнению … \| task: `accept`, `amend`, .* \| {2}\| {2}\|$/,
    );
    expect(rowOf('9.1')).toBe('| 9.1 | Досудебное | task: `claim` | `rules/claim.ts` |  |');
    expect(rowOf('7.1')).toBe('| 7.1 | Тайна | *A duty.* |  |  |');
  });

  test.each([
    ["test('a claim needs an answer (9.1)', () => {", true],
    ["])('%s ends a claim under clause 9.1', () => {", true],
    ["describe('claims (8.1, 9.1)', () => {", true],
    ["  expect(claim('as in (9.1)')).toBe(true);", false],
    ["test('a rate of 9.1', () => {", false],
    ["test('a claim (9.12)', () => {", false],
  ])('counts a test by its name: %s', (line, counts) => {
    const sources = [...given.sources, { path: 'rules/claim.test.ts', text: `import 'x';\n${line}\n` }];
    expect(rowOf('9.1', { sources })?.includes('claim.test.ts')).toBe(counts);
  });

  test('is refused while a clause has neither software nor a reason, or a reason has no clause', () => {
    expect(() => clauseTable({ ...given, reasons: {} } as typeof given)).toThrow('clause 7.1 has neither software nor a reason');
    expect(() => clauseTable({ ...given, reasons: { ...given.reasons, '7.9': 'None.' } })).toThrow('a reason for 7.9, which is no clause');
  });
});
