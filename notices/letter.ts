/** Renders a notice as an email in the reader's language. */

import type { NoticeFacts } from '../charts/life-type.ts';
import type { Language, Messages } from '../charts/messages.ts';
import { UNEXPECTED } from '../charts/unexpected.ts';
import { formatTenge } from '../rules/money.ts';
import { localDay, localMoment, oneLine } from '../rules/plain-text.ts';

export interface LetterFacts {
  number: string;
  title: string;
  /** UTC ISO-8601, or undefined without a deadline. */
  deadline: string | undefined;
  facts?: NoticeFacts | null | undefined;
}

/** A life's own facts as people read them. */
export const factsInWords = ({ sum, rest, day }: NoticeFacts, language: Language): Record<keyof NoticeFacts, string> => ({
  sum: formatTenge(BigInt(sum), language),
  rest: formatTenge(BigInt(rest), language),
  day: localDay(day, language),
});

/** Fills a template. @throws for a template that is missing from the life's messages. */
export function letterOf(
  words: Messages,
  template: string,
  language: Language,
  { facts, ...given }: LetterFacts,
): { subject: string; text: string } {
  const notice = template === UNEXPECTED.template ? UNEXPECTED.notice : words.notices[template];
  if (notice === undefined) throw new Error(`no words for the notice ${template}`);
  const values: Record<string, string> = {
    number: given.number,
    title: oneLine(given.title),
    deadline: given.deadline === undefined ? '' : localMoment(given.deadline, language),
    life: words.life[language],
    ...(facts && factsInWords(facts, language)),
  };
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return { subject: fill(notice.subject[language]), text: `${fill(notice.body[language])}\n\nAkJet` };
}
