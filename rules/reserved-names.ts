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
/** Legal forms of companies. They free a word of an office within a firm's name, but name nothing themselves. */
const COMPANIES = ['тоо', 'ао', 'жшс', 'ақ', 'llp', 'llc', 'ltd', 'jsc'];
/**
 * Words by which people know who speaks for the operator, each with its endings: reserved wherever one stands as a word of a name, also in Latin letters.
 * A name that a person goes by has no need of them.
 */
const SERVICES = [
  ...[
    ['support', '', 's'],
    ['helpdesk', ''],
    ['admin', ''],
    ['administration', ''],
    ['саппорт', '', 'а', 'у', 'ом'],
  ],
  ...['поддержк', 'техподдержк'].map((stem) => [stem, 'а', 'и', 'е', 'у', 'ой', 'ою']),
  ...['podderzhk', 'podderjk', 'tehpodderzhk', 'tekhpodderzhk'].map((stem) => [stem, 'a', 'i', 'e', 'u', 'oy', 'oi']),
  ...['қолдау', 'техқолдау'].map((stem) => [stem, '', 'ы', 'ын', 'ында', 'дың', 'ға', 'да', 'дан', 'мен']),
  ...[
    ['qoldau', '', 'y', 'i'],
    ['koldau', '', 'y', 'i'],
  ],
  ...[
    ['админ', ''],
    ['администраци', 'я', 'и', 'ю', 'ей'],
    ['administratsiya', ''],
    ['administraciya', ''],
  ],
  ...[
    ['әкімшілі', 'к', 'гі'],
    ['akimshilik', '', 'i'],
  ],
];
/** Offices that are trades too. As a word of a name each is reserved, unless the next word says of what: «Оператор котельной», «Администратор салона». */
const TRADES = ['operator', 'оператор', 'administrator', 'администратор', 'moderator', 'модератор', 'әкімші', 'akimshi'];
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

const skeletons = (words: readonly string[]): string[] => words.map(skeleton);
const [marks, offices, wholeOffices, fillers] = [MARKS, OFFICES, WHOLE_OFFICES, FILLERS].map(skeletons) as [
  string[],
  string[],
  string[],
  string[],
];
const companies = new Set(skeletons(COMPANIES));
const services = new Set(skeletons(SERVICES.flatMap(([stem = '', ...endings]) => endings.map((ending) => stem + ending))));
const trades = new Set(skeletons(TRADES));

const beginsWith = (word: string, beginnings: string[]): boolean =>
  beginnings.some((each) => word.startsWith(each) && word.length - each.length <= LONGEST_ENDING);
const isOffice = (word: string): boolean => beginsWith(word, offices) || wholeOffices.includes(word);
const isFiller = (word: string): boolean => beginsWith(word, fillers);

/** A word of a name: what it looks like, and whether it is written like a common noun. */
interface Word {
  look: string;
  isCommon: boolean;
}

/** Whether a name has the operator's brand in it, or is the name of an office and of nothing else. */
function isMarkOrOffice(words: string[]): boolean {
  const isMark = words.some((word) => marks.some((mark) => word.includes(mark)));
  const rests = words.map((_, index) => words.slice(index).join(''));
  if (isMark || rests.some((rest) => marks.some((mark) => rest.startsWith(mark)))) return true;
  return words.some(isOffice) && words.every((word) => isOffice(word) || isFiller(word) || companies.has(word));
}

/** The most words that one word may have been cut into, beside single letters: «Sup port». */
const MOST_PIECES = 4;

/** Whether one word of a name, whole or cut into pieces, is that of an office. */
const hasOffice = (words: Word[]): boolean =>
  words.some((_, from) =>
    [...Array(MOST_PIECES).keys()].some((more) => {
      const look = words
        .slice(from, from + more + 1)
        .map((word) => word.look)
        .join('');
      if (services.has(look)) return true;
      const next = words[from + more + 1];
      return trades.has(look) && (next === undefined || !next.isCommon || isFiller(next.look));
    }),
  );

const DIGITS = { first: /^[\d!|]+/, last: /[\d!|]+$/ };

/** The words of a name; letters with something between each of them are one word. */
function wordsOf(name: string, without: readonly RegExp[]): Word[] {
  const pieces = name
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .split(/[^\p{L}\p{M}\p{N}@$€|!]+/u)
    .map((piece) => without.reduce((rest, digits) => rest.replace(digits, ''), piece))
    .filter((piece) => piece !== '');
  const words: string[] = [];
  let spaced = false;
  for (const piece of pieces) {
    const isLetter = [...plain(piece)].length === 1;
    if (isLetter && spaced) words[words.length - 1] += piece;
    else words.push(piece);
    spaced = isLetter;
  }
  return words.map((word) => ({ look: skeleton(word), isCommon: /^\p{Ll}/u.test(word) }));
}

/**
 * Whether a display name, or one that looks like it, is reserved for the operator:
 *
 * - it contains the operator's brand, «Менеджер AkJet»;
 * - it names an office of the operator and nothing else, «Служба поддержки»;
 * - one of its words is that of an office: «Ivan Support», «Qoldau Aigul», «Администрация Алматы». A company's name with its legal form may have such a
 *   word among others, «Support Line Logistics LLP»: its documents say who it is;
 * - one of its words is an office that is a trade too, and no common noun after it says of what: «Оператор», «Оператор Иванов», «Ivan Operator».
 *   «Оператор котельной Иванов» is a trade and allowed. English puts what is operated first, so «Crane operator» is refused: a trade belongs into the
 *   headline of a profile, which is free text.
 *
 * Look-alikes count as the letters that they look like: other alphabets, digits for letters, letters that are spaced, and words that are cut or written
 * together with a capital, «IvanSupport».
 */
export function isReservedName(name: string): boolean {
  const apart = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  // Digits may replace letters, «0perat0r», or be a number beside the word, «Support 24». All readings are checked.
  const readings = [[], [DIGITS.first], [DIGITS.last], [DIGITS.first, DIGITS.last]].flatMap((without) => [
    wordsOf(name, without),
    wordsOf(apart, without),
  ]);
  return readings.some((words) => {
    const looks = words.map(({ look }) => look);
    return isMarkOrOffice(looks) || (!looks.some((look) => companies.has(look)) && hasOffice(words));
  });
}
