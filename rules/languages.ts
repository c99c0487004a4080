/** Languages that people speak, by ISO 639-1. */

const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Whether it is the code of a language, and not a former one that another has replaced. */
export const isLanguageCode = (code: string): boolean =>
  /^[a-z]{2}$/.test(code) && Intl.getCanonicalLocales(code)[0] === code && NAMES.of(code) !== undefined;
