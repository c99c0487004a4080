import { readFileSync } from 'node:fs';
import { accountKinds, kindOfAccount } from '../rules/account-kinds.ts';
import { entriesOf, situations } from '../testing/charts/situations.ts';
import { accountRows } from './money-rows.ts';

const doc = readFileSync(new URL('../docs/money.md', import.meta.url), 'utf8');
/** The text below a heading, by lines. */
const under = (heading: string): string[] => {
  const [, text = ''] = doc.split(`\n${heading}\n`);
  return (text.split(/\n##/)[0] ?? '').split('\n');
};

test('the chart of accounts in docs/money.md is the one of the database', () => {
  expect(under('## Chart of accounts').filter((line) => line.startsWith('|'))).toEqual(accountRows());
});

test.each(Object.entries(situations))('docs/money.md says what is booked: %s', (heading, situation) => {
  const { rows, left } = entriesOf(situation);
  const text = under(`### ${heading}`);
  expect(text.filter((line) => line.startsWith('| ') && !/^\| (event|---)/.test(line))).toEqual(rows);
  expect(text).toContain(`Left after it: ${left}.`);
});

test('docs/money.md has no situation that nobody drives', () => {
  const headings = [...doc.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(Object.keys(situations));
});

test('the situations book on every kind of account', () => {
  const booked = Object.values(situations).flatMap((situation) => entriesOf(situation).rows.flatMap((row) => row.match(/`[^`]+`/g) ?? []));
  expect(accountKinds.map(({ prefix }) => prefix).filter((prefix) => !booked.includes(`\`${prefix}\``))).toEqual([]);
});

test('a code without a kind is refused', () => {
  for (const code of ['', 'held', 'held/', '/held', 'tips/1', 'income/tips', 'provider']) expect(kindOfAccount(code)).toBeUndefined();
  expect(kindOfAccount('held/task/1')?.prefix).toBe('held');
  expect(kindOfAccount('income/fee')?.prefix).toBe('income/fee');
});
