/** Sums in words, for papers: nobody can make another sum of them with a stroke. */
import type { TwoLanguages } from './paper-party.ts';

/** The largest sum that has words: 10^12 tenge, in tiyn. */
export const MAX_IN_WORDS = 10n ** 14n;

const RU_ONES = ['', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'];
const RU_TEENS = [
  ...['десять', 'одиннадцать', 'двенадцать', 'тринадцать', 'четырнадцать'],
  ...['пятнадцать', 'шестнадцать', 'семнадцать', 'восемнадцать', 'девятнадцать'],
];
const RU_TENS = ['', '', 'двадцать', 'тридцать', 'сорок', 'пятьдесят', 'шестьдесят', 'семьдесят', 'восемьдесят', 'девяносто'];
const RU_HUNDREDS = ['', 'сто', 'двести', 'триста', 'четыреста', 'пятьсот', 'шестьсот', 'семьсот', 'восемьсот', 'девятьсот'];
const KK_ONES = ['', 'бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз'];
const KK_TENS = ['', 'он', 'жиырма', 'отыз', 'қырық', 'елу', 'алпыс', 'жетпіс', 'сексен', 'тоқсан'];

/** The names of thousand, million and so on: of one, of two to four, of more. A thousand is feminine in Russian. */
const RU_SCALES = [
  ['', '', ''],
  ['тысяча', 'тысячи', 'тысяч'],
  ['миллион', 'миллиона', 'миллионов'],
  ['миллиард', 'миллиарда', 'миллиардов'],
  ['триллион', 'триллиона', 'триллионов'],
] as const;
const KK_SCALES = ['', 'мың', 'миллион', 'миллиард', 'триллион'];

/** Тенге does not change its form in Russian; тиын does. */
const RU_TIYN = ['тиын', 'тиына', 'тиынов'] as const;

function form(count: number): 0 | 1 | 2 {
  const [tens, ones] = [count % 100, count % 10];
  if (tens >= 11 && tens <= 14) return 2;
  if (ones === 1) return 0;
  return ones >= 2 && ones <= 4 ? 1 : 2;
}

/** The digits of a number below a thousand. */
const digitsOf = (group: number): [number, number, number] => [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10];

function russianGroup(group: number, scale: number): string[] {
  const [hundreds, tens, ones] = digitsOf(group);
  const feminine = scale === 1 && ones <= 2 ? ['', 'одна', 'две'][ones] : undefined;
  const rest = tens === 1 ? [RU_TEENS[ones]] : [RU_TENS[tens], feminine ?? RU_ONES[ones]];
  return [RU_HUNDREDS[hundreds], ...rest, RU_SCALES[scale]?.[form(group)]].filter((word) => word !== undefined && word !== '') as string[];
}

function kazakhGroup(group: number, scale: number): string[] {
  const [hundreds, tens, ones] = digitsOf(group);
  const words = [hundreds > 1 ? KK_ONES[hundreds] : '', hundreds > 0 ? 'жүз' : '', KK_TENS[tens], KK_ONES[ones], KK_SCALES[scale]];
  return words.filter((word) => word !== undefined && word !== '') as string[];
}

/** Groups of three digits, the lowest first. */
function groupsOf(whole: bigint): number[] {
  const groups: number[] = [];
  for (let rest = whole; rest > 0n; rest /= 1000n) groups.push(Number(rest % 1000n));
  return groups;
}

function inWords(whole: bigint, zero: string, groupIn: (group: number, scale: number) => string[]): string {
  const words = groupsOf(whole)
    .map((group, scale) => (group === 0 ? [] : groupIn(group, scale)))
    .toReversed()
    .flat();
  const text = words.length === 0 ? zero : words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/**
 * A sum in words as accountants write it: the tenge in words, the tiyn in two digits.
 * `Тринадцать тысяч тенге 00 тиынов`, `Он үш мың теңге 00 тиын`.
 * @param amount in tiyn, from 0 to `MAX_IN_WORDS`. @throws RangeError for another sum.
 */
export function amountInWords(amount: bigint): TwoLanguages {
  if (amount < 0n || amount > MAX_IN_WORDS) throw new RangeError(`No words for ${amount} tiyn`);
  const [whole, tiyn] = [amount / 100n, Number(amount % 100n)];
  const digits = String(tiyn).padStart(2, '0');
  return {
    kk: `${inWords(whole, 'нөл', kazakhGroup)} теңге ${digits} тиын`,
    ru: `${inWords(whole, 'ноль', russianGroup)} тенге ${digits} ${RU_TIYN[form(tiyn)]}`,
  };
}
