/**
 * Hides contacts in a message before there is a deal (4.1.7): phone numbers, addresses of mail, links, names of messengers. It reads a text as a person does:
 * full-width digits, digits in words, letters that look like digits, and marks that nobody sees do not get around it. Prices, dates and sizes stay.
 */

/** What stands in the place of a contact. */
export const HIDDEN = '•••';

/** Cyrillic letters that look like Latin ones, small. */
const LATIN: Record<string, string> = Object.fromEntries(
  [...'аеорсхукмтнвігһ'].map((letter, index) => [letter, [...'aeopcxykmthbirh'][index] as string]),
);
/** The same the other way: of several letters that look like one, the first. */
const CYRILLIC: Record<string, string> = Object.fromEntries(
  Object.entries(LATIN)
    .toReversed()
    .map(([cyrillic, latin]) => [latin, cyrillic]),
);
/** Signs that stand for a digit among digits. */
const DIGIT_LIKE: Record<string, string> = { о: '0', o: '0', з: '3', б: '6', l: '1', i: '1', і: '1', '|': '1' };

/** In the order of their values, in Russian, Kazakh and English. */
const UNITS = [
  'ноль нуль нөл zero oh',
  'один одна бір one',
  'два две екі two',
  'три үш three',
  'четыре төрт four',
  'пять бес five',
  'шесть алты six',
  'семь жеті seven',
  'восемь сегіз eight',
  'девять тоғыз nine',
];
const TEENS = 'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'.split(
  ' ',
);
const TENS = 'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' ');
const KAZAKH_TENS = 'он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан'.split(' ');
const HUNDREDS = 'сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'.split(' ');
const NUMBERS = new Map<string, number>([
  ...UNITS.flatMap((words, value) => words.split(' ').map((word): [string, number] => [word, value])),
  ...TEENS.map((word, index): [string, number] => [word, 10 + index]),
  ...TENS.map((word, index): [string, number] => [word, 20 + 10 * index]),
  ...KAZAKH_TENS.map((word, index): [string, number] => [word, 10 + 10 * index]),
  ...HUNDREDS.map((word, index): [string, number] => [word, 100 + 100 * index]),
]);

/** A part of the text, from a position up to another. */
type Span = [from: number, to: number];

/** The text as it is read: one small letter or digit for each visible sign, and where each of them stands in the original. */
interface Read {
  plain: string;
  /** The same with Latin letters for those that look like them, and with Cyrillic ones. */
  latin: string;
  cyrillic: string;
  places: Span[];
}

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Me}]/u;
/** The first digit of the scripts whose digits people type here. */
const ZEROS = [0x660, 0x6f0, 0x966];
const digitOf = (sign: string): string => {
  const code = sign.codePointAt(0) ?? 0;
  const zero = ZEROS.find((each) => each <= code && code < each + 10);
  return zero === undefined ? sign : String(code - zero);
};

function read(text: string): Read {
  const places: Span[] = [];
  let plain = '';
  let at = 0;
  for (const sign of text) {
    const place: Span = [at, at + sign.length];
    at += sign.length;
    if (INVISIBLE.test(sign)) continue;
    const seen = digitOf(sign).normalize('NFKC').toLowerCase();
    plain += seen;
    places.push(...Array.from({ length: seen.length }, (): Span => place));
  }
  const inLetters = (alike: Record<string, string>): string => plain.replace(/\p{L}/gu, (letter) => alike[letter] ?? letter);
  return { plain, latin: inLetters(LATIN), cyrillic: inLetters(CYRILLIC), places };
}

const ZONES = 'kz|ru|su|by|uz|kg|ua|com|org|net|info|biz|me|io|app|link|site|online|pro|top|xyz|shop|store|club|page|dev|gl|ly|ee|cc|be';
/** Over the Latin reading. */
const ADDRESSES = [
  /(?:https?|ftp|tg|whatsapp|viber):\/*[^\s]+/g,
  /www\s?\.\s?[^\s]+/g,
  /(?<![\p{L}\p{N}._+-])[\p{L}\p{N}._+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:\s?(?:\.|\(dot\))\s?[\p{L}\p{N}-]+)+/gu,
  new RegExp(`(?<![\\p{L}\\p{N}])(?:[\\p{L}\\p{N}-]{1,63} ?\\. ?){1,5}(?:${ZONES})(?:/[^\\s]*|(?![\\p{L}\\p{N}]))`, 'gu'),
  /(?<![\p{L}\p{N}])@[a-z0-9_.]{4,}/gu,
];
/** Over the Latin reading, and over the Cyrillic one. */
const MESSENGERS = [
  /(?<!\p{L})(?:whats?\s?app?|telegram|viber|instagram|insta|skype|wechat|snapchat|tiktok|facebook|imo|signal)(?!\p{L})/gu,
];
const CYRILLIC_MESSENGERS = [
  /(?<!\p{L})(?:ват[сц]апп?|вот[сц]апп?|уат[сц]апп?|вацапп?|телеграмм?|телега|телегу|телеге|вайбер|инстаграмм?|инста|инсте|инсту|скайп|тикток|вконтакте|фейсбук)\p{L}{0,2}(?!\p{L})/gu,
  /(?<![\p{L}\p{N}._-])[\p{L}\p{N}._-]+\s?(?:собака|@)\s?[\p{L}\p{N}-]+\s?(?:точка|\.)\s?\p{L}+/gu,
];

const spansOf = (patterns: RegExp[], text: string): Span[] =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(({ index, 0: found }): Span => [index, index + found.length]));

interface Token {
  span: Span;
  digits: string;
  /** Of a number in words. */
  value?: number;
}

const WORD = /[\p{L}\p{N}|]+/gu;
/** What may stand between the parts of one phone number. */
const BETWEEN = /^(?!.*\s\+\s)[\s().+\-–—_*·,/\\]{0,4}$/su;
/** Within a word: figures with the signs that stand for some of them, and the rest. */
const FIGURES = /[\doоl|iізб]+|[^\doоl|iізб]+/gu;

const inFigures = (signs: string): string => [...signs].map((sign) => DIGIT_LIKE[sign] ?? sign).join('');

/** The numbers in a word: one in words, or the figures, which may have letters stuck to them. */
function tokensIn(word: string, at: number): Token[] {
  const value = NUMBERS.get(word);
  if (value !== undefined) return [{ span: [at, at + word.length], digits: String(value), value }];
  if (!/\d/.test(word)) return DIGIT_LIKE[word] === undefined ? [] : [{ span: [at, at + word.length], digits: inFigures(word) }];
  return [...word.matchAll(FIGURES)].flatMap(({ 0: part, index }): Token[] => {
    if (!/\d/.test(part)) return [];
    // At the border to letters, what looks like a figure is a letter.
    const [before = ''] = index === 0 ? [] : (/^\D+/.exec(part) ?? []);
    const [after = ''] = index + part.length === word.length ? [] : (/(?<=\d)\D+$/.exec(part) ?? []);
    const figures = part.slice(before.length, part.length - after.length);
    const from = at + index + before.length;
    return [{ span: [from, from + figures.length], digits: inFigures(figures) }];
  });
}

/** «Семьсот один» is 701, «двадцать три» is 23, «ноль пять» stays two. */
const completes = ({ value: before }: Token, { value }: Token): boolean =>
  before !== undefined &&
  value !== undefined &&
  value > 0 &&
  ((before % 100 === 0 && before > 0 && value < 100) || (before % 10 === 0 && before >= 20 && before % 100 !== 0 && value < 10));

/** Rows of numbers that may be parts of one. */
function numbersIn(plain: string): Token[][] {
  const rows: Token[][] = [];
  for (const token of [...plain.matchAll(WORD)].flatMap(({ 0: word, index }) => tokensIn(word, index))) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row === undefined || last === undefined || !BETWEEN.test(plain.slice(last.span[1], token.span[0]))) rows.push([token]);
    else if (completes(last, token)) {
      const value = (last.value ?? 0) + (token.value ?? 0);
      row[row.length - 1] = { span: [last.span[0], token.span[1]], digits: String(value), value };
    } else row.push(token);
  }
  return rows;
}

/** A number of Kazakhstan or Russia, with its country or without. */
const PHONE = /^(?:[78](?:7\d{9}|9\d{9})|7[0-7]\d{8}|9\d{9})$/;
/** In thousands it is a sum: so many digits, or with a unit behind it. */
const isSum = (tokens: Token[], digits: string, rest: string): boolean =>
  tokens.length > 1 &&
  tokens.every((token, index) => (index === 0 ? token.digits.length <= 3 : token.digits.length === 3)) &&
  (digits.length <= 10 || UNIT.test(rest));
const UNIT = /^\s?(?:тг|тенге|теңге|kzt|₸|руб|usd|\$)/u;

/** The longest phone number that begins with this token. */
function phoneAt(plain: string, tokens: Token[], start: number): Span | undefined {
  const [from] = (tokens[start] as Token).span;
  let digits = '';
  let found: Span | undefined;
  for (let end = start; end < tokens.length && digits.length < 11; end++) {
    const { digits: more, span } = tokens[end] as Token;
    digits += more;
    if (PHONE.test(digits) && !isSum(tokens.slice(start, end + 1), digits, plain.slice(span[1], span[1] + 8))) found = [from, span[1]];
  }
  return found;
}

function phonesIn(plain: string): Span[] {
  return numbersIn(plain).flatMap((tokens) => {
    const found: Span[] = [];
    for (let start = 0; start < tokens.length; start++) {
      const span = phoneAt(plain, tokens, start);
      if (span === undefined) continue;
      found.push(span);
      while ((tokens[start + 1]?.span[1] ?? Number.POSITIVE_INFINITY) <= span[1]) start++;
    }
    return found;
  });
}

/** The text with its contacts hidden; the same text if it has none. */
export function withoutContacts(text: string): string {
  const { plain, latin, cyrillic, places } = read(text);
  const found = [
    ...spansOf([...ADDRESSES, ...MESSENGERS], latin),
    ...spansOf(CYRILLIC_MESSENGERS, cyrillic),
    ...phonesIn(plain),
    ...phonesIn(cyrillic),
  ];
  // Marks that nobody sees go with what they stand behind.
  const spans = found
    .map(([from, to]): Span => [places[from]?.[0] ?? 0, places[to]?.[0] ?? text.length])
    .sort(([one], [other]) => one - other);
  let shown = '';
  let at = 0;
  for (const [from, to] of spans) {
    if (to <= at) continue;
    if (from >= at) shown += text.slice(at, from) + HIDDEN;
    at = to;
  }
  return shown + text.slice(at);
}
