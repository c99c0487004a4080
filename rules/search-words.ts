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

/**
 * Rewrites a person's search for `websearch_to_tsquery`: words, "phrases in quotes", -excluded and `or`. A word with signs inside, such as a double
 * name, becomes a phrase. Signs alone are dropped, because a run of hyphens would overflow PostgreSQL's operator stack.
 */
export function searchQuery(text: string): string {
  const parts: string[] = [];
  let either = false;
  for (const [part] of text.matchAll(/-*"[^"]*"?|[^\s"]+/gu)) {
    const words = wordsOf(part);
    if (/^or$/i.test(part)) either = parts.length > 0;
    else if (words.length > 0) {
      if (either) parts.push('or');
      either = false;
      parts.push(`${part.startsWith('-') ? '-' : ''}"${words.join(' ')}"`);
    }
  }
  return parts.join(' ');
}
