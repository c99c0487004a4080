/** Names reserved for the operator. With such a name a user could ask others for codes, documents or money in the operator's name. */

/** The operator's brand in Latin and Cyrillic. A word that contains it is reserved. */
const MARKS = ['akjet', 'акжет', 'акджет'];

/** Stems for the operator's staff, in three languages. A name of nothing else is reserved. */
const OFFICES = [
  ...['operator', 'support', 'admin', 'moderator', 'helpdesk'],
  ...['оператор', 'поддержк', 'техподдержк', 'админ', 'администра', 'модератор'],
  ...['қолдау', 'әкімші', 'техқолдау'],
];
/** Like `OFFICES`, but compared as whole words, because given names begin with them: Көмекбай. */
const WHOLE_OFFICES = ['көмек', 'көмекші'];
/** Words that may stand beside an office and do not free the name: «Служба поддержки Платформы», «Official Support Team». */
const FILLERS = [
  ...['the', 'of', 'and', 'official', 'team', 'service', 'center', 'centre', 'desk', 'tech', 'technical', 'customer', 'platform'],
  ...['служб', 'официальн', 'команд', 'сервис', 'центр', 'тех', 'техническ', 'клиент', 'платформ', 'сайт', 'главн', 'и', 'пользовател'],
  ...['қызмет', 'ресми', 'орталы', 'техникалық', 'платформа'],
];
/** The longest ending after a stem: «администратор», «поддержками», «операторлар». */
const LONGEST_ENDING = 7;

/** Look-alike characters by the Latin letter that replaces them. Diacritics are removed before. */
const LOOK_ALIKES: Record<string, string> = {
  a: 'аαәᴀꭺ@4',
  b: 'вβʙ8',
  c: 'сϲᴄ',
  d: 'ԁđᴅ',
  e: 'еєεəᴇꭼ€3',
  h: 'нһңʜ',
  j: 'јյᴊꭻ',
  k: 'кқκᴋꮶ',
  l: 'iіıɪι1ӏ|!łʟ',
  m: 'мᴍ',
  n: 'пηɴ',
  o: 'оөοσօøᴏ0',
  p: 'рρᴘ',
  r: 'гʀ',
  s: 'ѕꜱ5$',
  t: 'тτᴛꭲ7',
  u: 'иυцᴜ',
  w: 'шԝ',
  x: 'хχ',
  y: 'уүұγʏ',
};
const FOLDED = new Map(Object.entries(LOOK_ALIKES).flatMap(([letter, others]) => [...others].map((other) => [other, letter] as const)));

/** Removes case, width, diacritics and invisible characters. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');

/** Folds look-alikes (Unicode TR39 calls this a skeleton): words that look the same get the same skeleton. */
const skeleton = (word: string): string => [...plain(word)].map((letter) => FOLDED.get(letter) ?? letter).join('');

const [marks, offices, wholeOffices, fillers] = [MARKS, OFFICES, WHOLE_OFFICES, FILLERS].map((words) => words.map(skeleton)) as [
  string[],
  string[],
  string[],
  string[],
];
const beginsWith = (word: string, beginnings: string[]): boolean =>
  beginnings.some((each) => word.startsWith(each) && word.length - each.length <= LONGEST_ENDING);
const isOffice = (word: string): boolean => beginsWith(word, offices) || wholeOffices.includes(word);

const isReserved = (words: string[]): boolean => {
  const [whole = '', ...rests] = words.map((_, index) => words.slice(index).join(''));
  const isMark = words.some((word) => marks.some((mark) => word.includes(mark)));
  if (isMark || [whole, ...rests].some((rest) => marks.some((mark) => rest.startsWith(mark)))) return true;
  // Spaced letters are one word: «o p e r a t o r».
  return isOffice(whole) || (words.some(isOffice) && words.every((word) => isOffice(word) || beginsWith(word, fillers)));
};

/**
 * Whether a name, or one that looks like it, is reserved for the operator: it contains the operator's brand, or names only an office of the operator.
 * «Оператор экскаватора» is a trade and allowed.
 */
export function isReservedName(name: string): boolean {
  const words = plain(name)
    .split(/[^\p{L}\p{N}@$€|!]+/u)
    .filter((word) => word !== '');
  // Digits may replace letters, «0perat0r», or be a number beside the word, «Support 24». Both readings are checked.
  const withoutNumbers = words.map((word) => word.replace(/^[\d!|]+|[\d!|]+$/g, '')).filter((word) => word !== '');
  return [words, withoutNumbers].some((each) => isReserved(each.map(skeleton)));
}
