/** How people's words and the moments of their deals are written in what is sent and drawn. */
import type { Language } from '../charts/messages.ts';

/** Characters that turn the direction of a line: a sum could be read as another. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** What a person wrote, in one line and in one direction: it begins no line of its own. */
export const oneLine = (text: string): string => text.replace(BIDI, '').replace(/\s+/gu, ' ').trim();

const LOCALE: Record<Language, string> = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' };

const clockOf = (language: Language): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'Asia/Almaty', dateStyle: 'long', timeStyle: 'short' });
/** Made once: making one takes longer than the rest of a letter. */
const CLOCKS = { kk: clockOf('kk'), ru: clockOf('ru'), en: clockOf('en') };

/** A moment as the parties' clocks show it. */
export const localMoment = (moment: string, language: Language): string => CLOCKS[language].format(new Date(moment));
