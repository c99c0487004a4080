import { readFileSync } from 'node:fs';
import { lifeTypes } from '../charts/index.ts';
import type { LifeType } from '../charts/life-type.ts';
import { silenceTable } from './silence-table.ts';

test('docs/silence.md is current (npm run silence)', () => {
  const kept = readFileSync(new URL('../docs/silence.md', import.meta.url), 'utf8');
  expect(kept.split('\n')).toEqual(silenceTable().split('\n'));
});

test('a state has a consequence, a text, or both', () => {
  const rows = silenceTable({ invoice: lifeTypes.invoice as LifeType }).split('\n');
  expect(rows.find((row) => row.includes('`sent`'))).toMatch(/→ Overdue.* \| 6\.3 \| {2}\| {2}\| {2}\|$/);
  expect(rows.find((row) => row.includes('`overdue`'))).toMatch(
    /→ Penalty at its cap \| 3\.2, 6\.3 \| Nothing happens by itself\. .* \| 6\.3 \| people \|$/,
  );
  expect(rows.find((row) => row.includes('`capped`'))).toMatch(/warned .* \| 3\.2 \| Nothing happens by itself\. .* \| 6\.3 \| people \|$/);
  expect(rows.some((row) => row.includes('`paid`') || row.includes('`new`'))).toBe(false);
});
