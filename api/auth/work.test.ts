import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeys } from '../../models/keys.ts';
import { solve } from '../../testing/people/work.ts';
import { beginsWithZeros, issueWork, solvedWork } from './work.ts';

const KEYS = openKeys(['ab'.repeat(32)]);
const MINE = 'code +77011234567 203.0.113.7';
const issued = (bits = 8, milliseconds = 60_000) => issueWork(KEYS, MINE, { bits, milliseconds });

test('a solved challenge counts for what it was issued for', () => {
  const { challenge, bits, expiresAt } = issued();
  expect(bits).toBe(8);
  const found = solvedWork(KEYS, MINE, solve({ challenge, bits }));
  expect(found?.expiresAt.toISOString()).toBe(expiresAt);
  expect(solvedWork(KEYS, MINE, solve({ challenge, bits }))?.id).toBe(found?.id);
});

test.each([
  ['another number', 'code +77011234568 203.0.113.7'],
  ['another network', 'code +77011234567 203.0.113.8'],
  ['another action', 'password +77011234567 203.0.113.7'],
])('for %s it counts nothing', (_, about) => {
  expect(solvedWork(KEYS, about, solve(issued()))).toBeUndefined();
});

test('an expired, altered, unsolved or foreign one counts nothing', () => {
  const { challenge, bits } = issued(8);
  const right = solve({ challenge, bits });
  const unsolved = Array.from({ length: 1_000 }, (_, each) => `${challenge}.${each}`).find(
    (given) => !beginsWithZeros(createHash('sha256').update(given).digest(), 8),
  ) as string;
  const cheaper = challenge.replace(/^8\./, '1.');
  const later = challenge.replace(/\.\d+\./, `.${Date.now() + 9_000_000}.`);
  const foreign = issueWork(openKeys(['cd'.repeat(32)]), MINE, { bits: 1, milliseconds: 60_000 });
  for (const given of [
    unsolved,
    solve({ challenge: cheaper, bits: 1 }),
    solve({ challenge: later, bits: 1 }),
    solve(foreign),
    right.slice(0, -80),
  ])
    expect(solvedWork(KEYS, MINE, given)).toBeUndefined();
  for (const given of ['', '.', challenge, `${challenge}.`, `${challenge}.x`, `${'9'.repeat(300)}.1`, `${challenge}.-1`])
    expect(solvedWork(KEYS, MINE, given)).toBeUndefined();
  expect(solvedWork(KEYS, MINE, solve(issued(1, -1)))).toBeUndefined();
});

test('leading zeros are counted by bit', () => {
  expect(beginsWithZeros(Buffer.from([0, 0b0001_0000]), 11)).toBe(true);
  expect(beginsWithZeros(Buffer.from([0, 0b0001_0000]), 12)).toBe(false);
  expect(beginsWithZeros(Buffer.from([0xff]), 0)).toBe(true);
});

test('the program in docs/logging-in.md solves it', () => {
  const [, program = ''] = /```js\n(\/\/ work\.mjs[\s\S]*?)```/.exec(readFileSync('docs/logging-in.md', 'utf8')) ?? [];
  const file = join(mkdtempSync(join(tmpdir(), 'work-')), 'work.mjs');
  writeFileSync(file, program);
  const { challenge, bits } = issued(14);
  const printed = execFileSync(process.execPath, [file, challenge, String(bits)])
    .toString()
    .trim();
  expect(solvedWork(KEYS, MINE, printed)).toBeDefined();
});
