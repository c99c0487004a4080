/** Finds the day on which the text of an offer says that it comes into force. */

const RUSSIAN = ['январ', 'феврал', 'март', 'апрел', 'ма', 'июн', 'июл', 'август', 'сентябр', 'октябр', 'ноябр', 'декабр'];
const KAZAKH = ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'];

const DAY = String.raw`[«"“]?\d{1,2}[»"”]?`;
/** A date in Russian, Kazakh or digits. Kazakh case endings follow the month or the day. */
const DATE = [
  String.raw`\d{4}-\d{2}-\d{2}`,
  String.raw`\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\d)`,
  String.raw`${DAY}\s+(?:${RUSSIAN.join('|')})\p{L}*\s+\d{4}`,
  String.raw`\d{4}\s*(?:ж\.|жыл\p{L}*)\s*${DAY}\s*[-–]?\s*(?:${KAZAKH.join('|')})\p{L}*`,
].join('|');
const AFTER = String.raw`\s*(?:г\.|год\p{L}*|ж\.)?(?:-?(?:нан|нен|дан|ден|тан|тен|да|де|та|те))?`;

/** A few words between, such as «настоящей редакции». */
const WORDS = String.raw`(?:\s+\p{L}+){0,3}?`;
const IN_FORCE = String.raw`(?:вступ\p{L}*${WORDS}\s+в\s+силу|вв(?:од|ед)\p{L}*${WORDS}\s+в\s+действие)`;
const APPLIES = String.raw`(?:действует|действуют|действовать|действительн\p{L}*|применяется|применяются)`;
/** The day next to the words for coming into force. */
const PATTERNS = [
  String.raw`${IN_FORCE}${WORDS}\s*[:—–-]?\s*(?:со?\s+|от\s+)?(${DATE})`,
  String.raw`(?<!\p{L})со?\s+(${DATE})${AFTER},?\s+(?:${IN_FORCE}|${APPLIES})`,
  String.raw`${APPLIES}\s+со?\s+(${DATE})`,
  String.raw`(${DATE})${AFTER}\s+(?:бастап\s+)?күшіне\s+ен`,
  String.raw`күшіне\s+ену?\p{L}*\s+күні\s*[:—–-]?\s*(${DATE})`,
].map((pattern) => new RegExp(pattern, 'giu'));

/** A sentence about the offer itself, not about a statute that it mentions. */
const OF_THE_OFFER = /редакци|оферт|изменени|өзгеріс/iu;

/** The days on which the text says that it comes into force, as civil dates in the text's order. Empty if it names none. */
export function namedDaysInForce(text: string): string[] {
  const sentences = sentencesOf(text).filter((sentence) => OF_THE_OFFER.test(sentence));
  return sentences.flatMap((sentence) => {
    const days = PATTERNS.flatMap((pattern) => [...sentence.matchAll(pattern)].flatMap(([, date]) => civilDateOf(date ?? '') ?? []));
    return [...new Set(days)];
  });
}

/** A line break ends a sentence only before a numbered clause or an empty line. */
const sentencesOf = (text: string): string[] => text.split(/\n(?=\s*(?:\d+\.|\n|$))|(?<=[.;!?])\s+(?=\p{Lu})/u);

/** Whether the text names other days, but not `inForceFrom` (a civil date). */
export function namesAnotherDay(text: string, inForceFrom: string): boolean {
  const days = namedDaysInForce(text);
  return days.length > 0 && !days.includes(inForceFrom);
}

const dateFrom = (year = '', month = 0, day = ''): string => `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;

function civilDateOf(written: string): string | undefined {
  const text = written.toLowerCase();
  if (/^\d{4}-/.test(text)) return text;
  const numeric = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(text);
  if (numeric) return dateFrom(numeric[3]?.padStart(4, '20'), Number(numeric[2]), numeric[1]);
  const [first = '', second = ''] = text.match(/\d+/g) ?? [];
  // A longer name wins: «ма» of May is also the beginning of «март».
  const monthIn = (names: string[]): number =>
    names.findIndex((name) => text.includes(name) && !names.some((other) => other.length > name.length && text.includes(other))) + 1;
  if (first.length === 4) return dateFrom(first, monthIn(KAZAKH), second);
  return dateFrom(second, monthIn(RUSSIAN), first);
}
