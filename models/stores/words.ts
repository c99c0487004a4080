/** Conditions on words, for tables with a column `search` and one `spellings`. */
import { stemmable, stemmed } from '../../rules/search-index.ts';
import type { SearchTerm } from '../../rules/search-words.ts';
import { spellingsOf } from '../../rules/spellings.ts';
import { wordsLike } from '../reference-trees.ts';

type Put = (value: unknown) => string;

/** A word may be like many of the known ones; this many are tried. */
const MOST_LIKE = 5;

/** The words as they are written, in any form. A query of stop words alone is taken literally. */
export function asWritten(alternatives: readonly SearchTerm[][], put: Put): string {
  const whole = (termOf: (words: string[]) => string): string =>
    alternatives
      .map((terms) => terms.map(({ words, excluded }) => (excluded ? `(!! ${termOf(words)})` : termOf(words))).join(' && '))
      .map((each) => `(${each})`)
      .join(' || ');
  const stems = whole((words) => termOf(words, put));
  return `search @@ case when numnode(${stems}) > 0 then ${stems} else ${whole((words) => `phraseto_tsquery('simple', ${put(stemmed(words))})`)} end`;
}

const termOf = (words: readonly string[], put: Put): string => `search_term(${put(stemmable(words))}, ${put(stemmed(words))})`;

/** The same, and single words also where one letter differs. */
export function similar(alternatives: readonly SearchTerm[][], put: Put): string {
  const conditionOf = ({ words, excluded }: SearchTerm): string => {
    const term = termOf(words, put);
    if (excluded) return `not search @@ ${term}`;
    const [word = '', ...more] = words;
    const spellings = more.length > 0 ? [] : spellingsOf(word);
    if (spellings.length === 0) return `(numnode(${term}) = 0 or search @@ ${term})`;
    const like = wordsLike(word).slice(0, MOST_LIKE);
    const known = like.map((each) => termOf([each], put));
    return `(search @@ (${[term, ...known].join(' || ')}) or spellings && ${put(spellings)}::text[])`;
  };
  return `(${alternatives.map((terms) => terms.map(conditionOf).join(' and ')).join(' or ')})`;
}
