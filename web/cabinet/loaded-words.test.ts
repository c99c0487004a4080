/** Pages that are loaded later bring words of their own. What is loaded at first must not say these. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENTRY_WORDS } from '../shared/words/entry.ts';
import { SITE_WORDS } from '../shared/words/site.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The modules that are loaded with one, by their paths. Types and `import()` load nothing. */
function loadedWith(path: string, seen = new Map<string, string>()): Map<string, string> {
  if (seen.has(path) || !/\.tsx?$/.test(path)) return seen;
  const text = readFileSync(path, 'utf8');
  seen.set(path, text);
  for (const [, named] of text.matchAll(/^(?:import|export) (?!type)[^;]*?'(\.[^']+)';/gm))
    loadedWith(join(dirname(path), named as string), seen);
  return seen;
}

const saidIn = (text: string, words: object): string[] =>
  Object.keys(words).filter((word) => new RegExp(`(say\\([^()]*|(word|title)(=|: ))['"]${word}['"]`).test(text));

test.each([
  ['src/main.tsx', { ...SITE_WORDS, ...ENTRY_WORDS }],
  ['src/site/pages.ts', ENTRY_WORDS],
  ['src/mine/pages.ts', SITE_WORDS],
])('%s says only what is loaded with it', (entry, others) => {
  const found = [...loadedWith(join(here, entry))].flatMap(([path, text]) =>
    saidIn(text, others).map((word) => `${relative(here, path)}: ${word}`),
  );
  expect(found).toEqual([]);
});
