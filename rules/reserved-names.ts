/** Names that only the operator may bear: a user under one of them could ask others for codes, documents or money in its name. */

/** The operator's mark, also as it is written in Cyrillic. Reserved wherever a word begins with it. */
const MARKS = ['akjet', 'акжет', 'акджет'];

/** Beginnings of words for the operator's people, in three languages. Reserved where a name says nothing else. */
const OFFICES = [
  ...['operator', 'support', 'admin', 'moderator', 'helpdesk'],
  ...['оператор', 'поддержк', 'техподдержк', 'админ', 'администра', 'модератор'],
  ...['қолдау', 'әкімші', 'техқолдау'],
];
/** The same as whole words, because a name of people begins with it: Көмекбай. */
const WHOLE_OFFICES = ['көмек', 'көмекші'];
/** What such names add to it, and what changes nothing: «Служба поддержки Платформы», «Official Support Team». */
const FILLERS = [
  ...['the', 'of', 'and', 'official', 'team', 'service', 'center', 'centre', 'desk', 'tech', 'technical', 'customer', 'platform'],
  ...['служб', 'официальн', 'команд', 'сервис', 'центр', 'тех', 'техническ', 'клиент', 'платформ', 'сайт', 'главн', 'и', 'пользовател'],
  ...['қызмет', 'ресми', 'орталы', 'техникалық', 'платформа'],
];
/** The longest ending that a word may have after its beginning: «администратор», «поддержками», «операторлар». */
const LONGEST_ENDING = 7;

/** Characters that look like another, by the Latin letter that stands for all of them. Marks above and below are taken off before. */
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

/** Without case, width, marks and invisible characters. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');

/** A word by what it looks like: two words of one skeleton cannot be told apart at a glance. */
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
  // Letters with spaces between them are one word.
  return isOffice(whole) || (words.some(isOffice) && words.every((word) => isOffice(word) || beginsWith(word, fillers)));
};

/**
 * Is this name, or one that looks like it, the operator's alone? It is where it holds the operator's mark, or names nothing but an office of the
 * operator. «Оператор экскаватора» is a trade and free.
 */
export function isReservedName(name: string): boolean {
  const words = plain(name)
    .split(/[^\p{L}\p{N}@$€|!]+/u)
    .filter((word) => word !== '');
  // Digits are letters in disguise, «0perat0r», or a number beside the word, «Support 24».
  const withoutNumbers = words.map((word) => word.replace(/^[\d!|]+|[\d!|]+$/g, '')).filter((word) => word !== '');
  return [words, withoutNumbers].some((each) => isReserved(each.map(skeleton)));
}
