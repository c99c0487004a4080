/** Formats civil dates for messages. */
const LOCALE = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' };
type Language = keyof typeof LOCALE;

const dayOf = (language: Language): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'UTC', dateStyle: 'long' });
/** Created once, because creating a formatter takes longer than the rest of an email. */
const DAYS = { kk: dayOf('kk'), ru: dayOf('ru'), en: dayOf('en') };

/** A civil date as people read it: `4 December 2026`. */
export const localDay = (date: string, language: Language): string => DAYS[language].format(new Date(`${date}T00:00:00Z`));
