/** A search for words as a condition on a column `search`, in one statement over one index. */
import { spelt, stemmable, stemmed } from '../../rules/search-index.ts';
import type { SearchTerm } from '../../rules/search-words.ts';
import { wordsLike } from '../reference-trees.ts';
import type { Put } from './list.ts';

export interface Words {
  alternatives: readonly SearchTerm[][];
  /** Single words also where one letter differs. */
  misspelt: boolean;
}

/** A word may be like many of the known ones; this many are tried. */
const MOST_LIKE = 5;

const written = (words: readonly string[], put: Put): string => `search_term(${put(stemmable(words))}, ${put(stemmed(words))})`;

/** The words in any form, those that are spelt alike, and the known words that are. */
function alike([word = '', ...more]: readonly string[], put: Put): string {
  const spellings = more.length > 0 ? [] : spelt([word]);
  if (spellings.length === 0) return written([word, ...more], put);
  // A spelling has only letters and digits, and a quotation mark on each side of it.
  const asQuery = spellings.map((each) => `'${each}'`).join(' | ');
  const known = wordsLike(word).slice(0, MOST_LIKE);
  return `(${[word, ...known].map((each) => written([each], put)).join(' || ')} || ${put(asQuery)}::tsquery)`;
}

/** A search of stop words alone is taken literally. */
export function hasWords({ alternatives, misspelt }: Words, put: Put): string {
  const whole = (termOf: (term: SearchTerm) => string): string =>
    alternatives
      .map((terms) => terms.map((term) => (term.excluded ? `(!! ${termOf(term)})` : termOf(term))).join(' && '))
      .map((each) => `(${each})`)
      .join(' || ');
  const stems = whole(({ words, excluded }) => (misspelt && !excluded ? alike(words, put) : written(words, put)));
  const literal = whole(({ words }) => `phraseto_tsquery('simple', ${put(stemmed(words))})`);
  return `search @@ case when numnode(${stems}) > 0 then ${stems} else ${literal} end`;
}
