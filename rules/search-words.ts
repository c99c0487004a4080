/**
 * Words for PostgreSQL's full-text search. Its parser and dictionaries depend on the locale of the database: in one a quotation mark is a letter, in
 * another a capital stays a capital. So both text and query are reduced to plain words here.
 */

/** Joiners and variation selectors inside a word. A zero-width space is excluded, because it separates words. */
const INSIDE = /[\p{Default_Ignorable_Code_Point}--\u200b]/gv;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const split = (text: string): string[] => text.match(WORD) ?? [];
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll(/\p{M}/gu, '');

/** The words of a text, in order: lower case, compatibility form, without combining marks. */
export const wordsOf = (text: string): string[] =>
  // Signs are removed before normalisation, because № would become letters. Then the text is split again, because ½ becomes 1 and 2.
  split(plain(split(text.replaceAll(INSIDE, '')).join(' '))).filter((word) => plain(word) !== '');

/** One thing that a person searches for: words that follow each other, or that must not. */
export interface SearchTerm {
  words: string[];
  excluded: boolean;
}

/**
 * A person's search: alternatives, separated by `or`, each of terms that all count. "Quotes" make a phrase, and a hyphen before a term excludes it. A word
 * with signs inside, such as a double name, becomes a phrase. Signs alone are dropped.
 */
export function searchTerms(text: string): SearchTerm[][] {
  const alternatives: SearchTerm[][] = [];
  let either = true;
  for (const [part] of text.matchAll(/-*"[^"]*"?|[^\s"]+/gu)) {
    const words = wordsOf(part);
    if (/^or$/i.test(part)) either = true;
    else if (words.length > 0) {
      if (either) alternatives.push([]);
      either = false;
      alternatives.at(-1)?.push({ words, excluded: part.startsWith('-') });
    }
  }
  return alternatives;
}
