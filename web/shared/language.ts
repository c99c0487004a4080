/** Numbers, sums and moments as people in Kazakhstan write them, in the three languages of the platform. */

export type Language = 'kk' | 'ru' | 'en';
export type Localized = Record<Language, string>;
/** By the categories of Intl.PluralRules, `#` for the number. Kazakh nouns stay in the singular after a number. */
export type Plural = Record<Language, Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

const LANGUAGES: readonly Language[] = ['kk', 'ru', 'en'];

/** The first language of these that the platform speaks, else Russian. */
export function languageAmong(wanted: readonly string[]): Language {
  const spoken = wanted.flatMap((each) => LANGUAGES.find((language) => each.toLowerCase().startsWith(language)) ?? []);
  return spoken[0] ?? 'ru';
}

/** Everybody in Kazakhstan has one time, without changes in summer. */
const TIME_ZONE = 'Asia/Almaty';
const OFFSET = '+05:00';

const KAZAKH_MONTHS = [
  ...['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым'],
  ...['шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
];

/**
 * Chromium says that it knows Kazakh, but has only its plural rules: it writes `M11 29` and `₸ 15,000`. So numbers are written as in Russian, which is
 * the same in Kazakh, and the names of months stand here.
 */
const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : 'ru');

/** `29 қараша, 20:51`, in the time of Almaty. */
export function momentInWords(language: Language, at: string): string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    ...{ timeZone: TIME_ZONE, day: 'numeric', month: language === 'kk' ? 'numeric' : 'long', hour: '2-digit', minute: '2-digit' },
    hourCycle: 'h23',
  });
  const part = Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const month = language === 'kk' ? KAZAKH_MONTHS[Number(part.month) - 1] : part.month;
  return `${Number(part.day)} ${month}, ${part.hour}:${part.minute}`;
}

/** `2026 жылғы 1 ақпан`: a civil day, such as 2026-02-01. */
export function dayInFull(language: Language, day: string): string {
  const [year, month = '', date] = day.split('-');
  if (language === 'kk') return `${year} жылғы ${Number(date)} ${KAZAKH_MONTHS[Number(month) - 1]}`;
  const format = { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(localeOf(language), format).format(new Date(day));
}

/** `28.11.2026` of a civil date, as on papers. */
export const dayInWords = (day: string): string => day.slice(0, 10).split('-').reverse().join('.');

/** `15 000 ₸`; tiyn only where there are some. */
export function sumInWords(language: Language, tiyn: number): string {
  const digits = tiyn % 100 === 0 ? 0 : 2;
  return `${(tiyn / 100).toLocaleString(localeOf(language), { minimumFractionDigits: digits, maximumFractionDigits: digits })}\u00a0₸`;
}

export const numberInWords = (language: Language, number: number): string => number.toLocaleString(localeOf(language));

/** `8 тапсырма`. */
export function counted(language: Language, forms: Plural, number: number): string {
  const own = forms[language];
  return (own[new Intl.PluralRules(language).select(number)] ?? own.other).replace('#', numberInWords(language, number));
}

const DAYS: Plural = {
  kk: { other: '# күн' },
  ru: { one: '# день', few: '# дня', many: '# дней', other: '# дня' },
  en: { one: '# day', other: '# days' },
};
const DAY = 86_400;

/** `1 күн 03:25:07`: what is left of some milliseconds. */
export function timeLeft(language: Language, milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  const days = Math.floor(seconds / DAY);
  const clock = new Date((seconds % DAY) * 1_000).toISOString().slice(11, 19);
  return days === 0 ? clock : `${counted(language, DAYS, days)} ${clock}`;
}

/** A moment for `<input type="datetime-local">`, in the time of Almaty. */
export const typedMoment = (at: string): string => new Date(Date.parse(at) + 5 * 3_600_000).toISOString().slice(0, 16);

/** What such a field holds, as the API takes it. */
export const momentOf = (typed: string): string => `${typed.slice(0, 16)}:00${OFFSET}`;
