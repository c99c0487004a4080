/** A light stemmer for Kazakh: PostgreSQL has none. Text and query are reduced alike, so a stem need not be a word. */

const SUFFIXES = [
  // Cases, and what is in a place: үйдегі.
  ...'дағы дегі тағы тегі ның нің дың дің тың тің дан ден тан тен нан нен мен бен пен да де та те ға ге қа ке на не ды ді ты ті ны ні'.split(
    ' ',
  ),
  // Whose it is.
  ...'ымыз іміз мыз міз сын сін сы сі ым ім ың ің ын ін ы і'.split(' '),
  // Plural.
  ...'лар лер дар дер тар тер'.split(' '),
].toSorted((one, other) => other.length - one.length);

const KAZAKH = /[әғқңөұүһі]/;
const VOWEL = /[аәеёиоөуұүыіэюя]/;
const ENDS_IN_VOWEL = /[аәеёиоөуұүыіэюя]$/;

/** What remains must look like a word. A stem of two letters does so only if it cannot be Russian. */
const isStem = (rest: string): boolean =>
  rest.length > 2 ? VOWEL.test(rest) : rest.length === 2 && KAZAKH.test(rest) && !ENDS_IN_VOWEL.test(rest);

/** The stem of a word in small letters. What looks like a suffix and is none goes too, until nothing does: only so do all forms of Алматы come to one. */
export function kazakhStem(word: string): string {
  const suffix = SUFFIXES.find((each) => word.endsWith(each) && isStem(word.slice(0, -each.length)));
  return suffix === undefined ? word : kazakhStem(word.slice(0, -suffix.length));
}
