/** What an index keeps of texts, and what it is asked with. Both are made here, so that the same words are always reduced alike. */
import { kazakhStem } from './kazakh-stem.ts';
import { wordsOf } from './search-words.ts';
import { fold, spellingsOf } from './spellings.ts';

/** Words for the dictionaries of PostgreSQL, which stem Russian and English. ё is written as е, as most people do. */
export const stemmable = (words: readonly string[]): string => words.map((word) => word.replaceAll('ё', 'е')).join(' ');
/** Words as Kazakh stems, which PostgreSQL then only compares. */
export const stemmed = (words: readonly string[]): string => words.map((word) => fold(kazakhStem(word))).join(' ');

/** The spellings of words, marked as such: a spelling is no word. */
export const spelt = (words: readonly string[]): string[] => [...new Set(words.flatMap(spellingsOf))].map((spelling) => `~${spelling}`);

export interface Indexed {
  words: string;
  stems: string;
  /** Of the most telling texts alone: they are many. */
  spellings: string[];
}

/** `telling`: those of the texts whose words are also found with a misspelling. */
export function indexed(texts: readonly string[], telling: readonly string[]): Indexed {
  const words = texts.flatMap(wordsOf);
  return {
    words: stemmable(words),
    stems: stemmed(words),
    spellings: spelt(telling.flatMap(wordsOf)),
  };
}
