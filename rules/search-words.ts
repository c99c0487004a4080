/**
 * Words for the search of PostgreSQL. Its parser takes a text apart, and its dictionaries change letters to small ones, as the locale of the
 * database says: in one a quotation mark is a letter, in another a capital stays. So both sides, text and query, are brought to plain words here.
 */

/** Joins and selectors inside a word. A space without width is none of them: it parts words. */
const INSIDE = /[\p{Default_Ignorable_Code_Point}--\u200b]/gv;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const split = (text: string): string[] => text.match(WORD) ?? [];
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll(/\p{M}/gu, '');

/** The words of a text in its order: small letters and digits in their compatibility form, without accents that have no letter of their own. */
export const wordsOf = (text: string): string[] =>
  // Signs go before the forms are changed: № would become letters. Some forms are several words: ½ is 1 and 2.
  split(plain(split(text.replaceAll(INSIDE, '')).join(' '))).filter((word) => plain(word) !== '');

/**
 * What a person looks for, as `websearch_to_tsquery` takes it: words, "several in quotes", -without and or. A word with signs inside, such as a
 * double name, is a phrase. Signs alone look for nothing: a run of hyphens would overflow PostgreSQL's stack of operators.
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
