/**
 * Words that differ by one letter, found by an index: both have a spelling in common when up to one letter is left out of each. One letter too many, one
 * missing, a wrong one, and two that changed places are found so. Trigrams of PostgreSQL know no Cyrillic letter where the database's locale is C.
 */

/** Endings differ by the form of a word, so only its beginning counts. */
const BEGINNING = 7;
/** Shorter words have too many neighbours. */
const SHORTEST = 5;

/** Letters that a Russian keyboard lacks, and ё, as people write them without. */
const FOLDED: Record<string, string> = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', ё: 'е' };
export const fold = (word: string): string => word.replaceAll(/[әғқңөұүһіё]/g, (letter) => FOLDED[letter] as string);

/** The spellings of a word in small letters; none if it is too short. */
export function spellingsOf(word: string): string[] {
  const letters = [...fold(word)].slice(0, BEGINNING);
  if (letters.length < SHORTEST) return [];
  return [...new Set([letters.join(''), ...letters.map((_, index) => letters.toSpliced(index, 1).join(''))])];
}
