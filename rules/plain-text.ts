/** Formats user input and times for messages and documents. */
/** Bidirectional control characters. They could make one sum look like another. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Puts user input on one line in one direction, so that it cannot imitate a separate line. */
export const oneLine = (text: string): string => text.replace(BIDI, '').replace(/\s+/gu, ' ').trim();

const LOCALE = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' };
type Language = keyof typeof LOCALE;

const clockOf = (language: Language): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'Asia/Almaty', dateStyle: 'long', timeStyle: 'short' });
/** Created once, because creating a formatter takes longer than the rest of an email. */
const CLOCKS = { kk: clockOf('kk'), ru: clockOf('ru'), en: clockOf('en') };

const dayOf = (language: Language): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'UTC', dateStyle: 'long' });
const DAYS = { kk: dayOf('kk'), ru: dayOf('ru'), en: dayOf('en') };

/** Formats a civil date. */
export const localDay = (date: string, language: Language): string => DAYS[language].format(new Date(`${date}T00:00:00Z`));

/** Formats a time in the parties' time zone. */
export const localMoment = (moment: string, language: Language): string => CLOCKS[language].format(new Date(moment));
