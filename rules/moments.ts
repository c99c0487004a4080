/**
 * Formats days and moments in the parties' time zone, in three languages. The month names are listed here, because those of `Intl` change with the
 * version of ICU, and its Kazakh has no form for a sentence.
 */
import { civilDate, endOfDay, lastDayOf } from './working-days.ts';

type Language = 'kk' | 'ru' | 'en';

const MONTHS = {
  kk: ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const;

const ORDER = {
  kk: (year: string, month: string, day: number): string => `${year} жылғы ${day} ${month}`,
  ru: (year: string, month: string, day: number): string => `${day} ${month} ${year} г.`,
  en: (year: string, month: string, day: number): string => `${day} ${month} ${year}`,
};

/** The English texts say «no later than», which includes the day. */
const INCLUSIVE = { kk: ' (қоса алғанда)', ru: ' (включительно)', en: '' };

// Not a fixed offset: see working-days.ts.
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Almaty', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Formats a civil date for the middle of a sentence: `4 December 2026`, `4 декабря 2026 г.`, `2026 жылғы 4 желтоқсан`. */
export function dayInWords(date: string, language: Language): string {
  const [year = '', month, day] = date.split('-');
  return ORDER[language](year, MONTHS[language][Number(month) - 1] ?? '', Number(day));
}

/** Formats a moment (UTC, ISO-8601) as day and time in Almaty: `4 December 2026, 15:00`. @throws RangeError for a bad moment. */
export const localMoment = (moment: string, language: Language): string =>
  `${dayInWords(civilDate(moment), language)}, ${clock.format(new Date(moment))}`;

/** Formats a moment for a cell of a table, the same in every language: `04.12.2026 15:00`. @throws RangeError for a bad moment. */
export const shortMoment = (moment: string): string =>
  `${civilDate(moment).split('-').reverse().join('.')} ${clock.format(new Date(moment))}`;

/**
 * Formats the last moment of a term (UTC, ISO-8601). A term ends at 24:00 of its last day (Civil Code art. 173-175, to be confirmed by a lawyer). The
 * text names that day, because readers take «5 December, 00:00» for the 5th. The Russian is genitive, for «не позднее» and «до». The Kazakh is
 * nominative, for use after a colon. @throws RangeError for a bad moment.
 */
export function lastMoment(moment: string, language: Language): string {
  const last = lastDayOf(moment);
  if (Date.parse(endOfDay(last)) !== Date.parse(moment)) return localMoment(moment, language);
  return `${dayInWords(last, language)}${INCLUSIVE[language]}`;
}
