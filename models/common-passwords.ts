import { readFileSync } from 'node:fs';

const linesOf = (file: string): string[] =>
  readFileSync(new URL(`./reference/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '));

/** Common and breached passwords, in lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(['common-passwords.txt', 'breached-passwords.txt'].flatMap(linesOf));
