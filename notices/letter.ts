/** Renders a notice as an email in the reader's language. */

import type { Language, Messages } from '../charts/messages.ts';
import { UNEXPECTED } from '../charts/unexpected.ts';
import { formatTenge } from '../rules/money.ts';
import { localMoment, oneLine } from '../rules/plain-text.ts';

export interface LetterFacts {
  number: string;
  title: string;
  /** UTC ISO-8601, or undefined without a deadline. */
  deadline: string | undefined;
  /** Tiyn: the sum that the notice's event names. */
  amount?: string | undefined;
}

/** Fills a template. @throws for a template that is missing from the life's messages. */
export function letterOf(words: Messages, template: string, language: Language, facts: LetterFacts): { subject: string; text: string } {
  const notice = template === UNEXPECTED.template ? UNEXPECTED.notice : words.notices[template];
  if (notice === undefined) throw new Error(`no words for the notice ${template}`);
  const deadline = facts.deadline === undefined ? '' : localMoment(facts.deadline, language);
  const amount = facts.amount === undefined ? '' : formatTenge(BigInt(facts.amount), language);
  const fill = (text: string): string =>
    text.replace(
      /\{(number|title|deadline|life|amount)\}/g,
      (_, name: keyof LetterFacts | 'life') =>
        ({ ...facts, title: oneLine(facts.title), deadline, amount, life: words.life[language] })[name] ?? '',
    );
  return { subject: fill(notice.subject[language]), text: `${fill(notice.body[language])}\n\nAkJet` };
}
