import { readFileSync } from 'node:fs';

/** Common passwords, in lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(
  readFileSync(new URL('./reference/common-passwords.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# ')),
);
