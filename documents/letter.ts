/** A notice as a letter, in the reader's language. */
import { UNEXPECTED } from '../charts/unexpected.ts';
import type { Language, Words } from '../charts/words.ts';
import { oneLine } from './one-line.ts';

export interface LetterFacts {
  number: string;
  title: string;
  /** UTC ISO-8601, or undefined where nothing is due. */
  deadline: string | undefined;
}

const LOCALE: Record<Language, string> = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' };

const clockOf = (language: Language): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'Asia/Almaty', dateStyle: 'long', timeStyle: 'short' });
/** Made once: making one takes longer than the rest of a letter. */
const CLOCKS = { kk: clockOf('kk'), ru: clockOf('ru'), en: clockOf('en') };

/** A moment as the parties' clocks show it. */
export const localMoment = (moment: string, language: Language): string => CLOCKS[language].format(new Date(moment));

/** Fills a template's words. @throws for a template that the life's words do not have. */
export function letterOf(words: Words, template: string, language: Language, facts: LetterFacts): { subject: string; text: string } {
  const notice = template === UNEXPECTED.template ? UNEXPECTED.notice : words.notices[template];
  if (notice === undefined) throw new Error(`no words for the notice ${template}`);
  const deadline = facts.deadline === undefined ? '' : localMoment(facts.deadline, language);
  const fill = (text: string): string =>
    text.replace(
      /\{(number|title|deadline|life)\}/g,
      (_, name: keyof LetterFacts | 'life') =>
        ({ ...facts, title: oneLine(facts.title), deadline, life: words.life[language] })[name] ?? '',
    );
  return { subject: fill(notice.subject[language]), text: `${fill(notice.body[language])}\n\nAkJet` };
}
