import { isRecent } from './programs.ts';

test.each([
  ['temporal version 1.9.0 (Server 1.32.0, UI 2.54.0)', true],
  ['temporal version 1.10.2 (Server 1.33.0, UI 2.60.0)', true],
  ['temporal version 2.0.0 (Server 2.0.0, UI 3.0.0)', true],
  ['temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)', false],
  ['temporal version 0.13.2', false],
  ['command not found', false],
  [undefined, false],
])('%s: %s', (version, recent) => {
  expect(isRecent(version)).toBe(recent);
});
