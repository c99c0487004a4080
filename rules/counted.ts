/** Says numbers with their unit, in three languages: days, hours, years, times, shares and sums. Russian and English nouns agree with the number. */
import { formatTenge } from './money.ts';

type Language = 'kk' | 'ru' | 'en';

/** `percent` counts hundredths of a per cent, `tenge` counts tiyn. */
export type Unit = 'days' | 'workingDays' | 'hours' | 'years' | 'times' | 'percent' | 'tenge';
type Counted = Exclude<Unit, 'percent' | 'tenge'>;

/** Russian: 1 день, 2 дня, 5 дней. English: one, more. A Kazakh noun has no plural after a number. */
const NOUNS: Record<Counted, { ru: [string, string, string]; en: [string, string]; kk: string }> = {
  days: { ru: ['день', 'дня', 'дней'], en: ['day', 'days'], kk: 'күн' },
  workingDays: {
    ru: ['рабочий день', 'рабочих дня', 'рабочих дней'],
    en: ['working day', 'working days'],
    kk: 'жұмыс күні',
  },
  hours: { ru: ['час', 'часа', 'часов'], en: ['hour', 'hours'], kk: 'сағат' },
  years: { ru: ['год', 'года', 'лет'], en: ['year', 'years'], kk: 'жыл' },
  times: { ru: ['раз', 'раза', 'раз'], en: ['time', 'times'], kk: 'рет' },
};

/** After «кейін», which asks for the ablative. Of the units a list has. */
const ABLATIVE: Partial<Record<Counted, string>> = { days: 'күннен', workingDays: 'жұмыс күнінен' };
const AND = { kk: ' және ', ru: ' и ', en: ' and ' };
const NO_BREAK = '\u00a0';

function russianForm(count: number): 0 | 1 | 2 {
  const [tens, ones] = [count % 100, count % 10];
  if (tens >= 11 && tens <= 14) return 2;
  if (ones === 1) return 0;
  return ones >= 2 && ones <= 4 ? 1 : 2;
}

function nounOf(unit: Counted, count: number, language: Language): string {
  const { ru, en, kk } = NOUNS[unit];
  if (language === 'kk') return kk;
  return language === 'ru' ? ru[russianForm(count)] : en[count === 1 ? 0 : 1];
}

/** Hundredths of a per cent: `12,5 %`, in English `12.5%`. */
function percent(hundredths: number, language: Language): string {
  const share = String(hundredths / 100);
  return language === 'en' ? `${share}%` : `${share.replace('.', ',')}${NO_BREAK}%`;
}

/** A number with its unit, as it stands alone or after a colon: `5 рабочих дней`. */
export function counted(count: number, unit: Unit, language: Language): string {
  if (unit === 'percent') return percent(count, language);
  if (unit === 'tenge') return formatTenge(BigInt(count), language);
  return `${count}${NO_BREAK}${nounOf(unit, count, language)}`;
}

/** Several moments, each so long before or after another: `через 2 и 4 рабочих дня`, `1 және 3 күн бұрын`. Takes one at least. */
export function countedMoments(
  counts: readonly number[],
  unit: 'days' | 'workingDays',
  side: 'before' | 'after',
  language: Language,
): string {
  const inOrder = counts.toSorted((one, other) => one - other);
  const last = inOrder.at(-1) ?? 0;
  const numbers = [inOrder.slice(0, -1).join(', '), String(last)].filter((each) => each !== '').join(AND[language]);
  if (language === 'ru') return `${side === 'after' ? 'через' : 'за'} ${numbers} ${nounOf(unit, last, 'ru')}`;
  if (language === 'en') {
    const noun = nounOf(unit, inOrder.length > 1 ? 2 : last, 'en');
    return side === 'after' ? `after ${numbers} ${noun}` : `${numbers} ${noun} before`;
  }
  return side === 'after' ? `${numbers} ${ABLATIVE[unit] ?? ''} кейін` : `${numbers} ${nounOf(unit, last, 'kk')} бұрын`;
}
