/** Renders a notice as an email in the reader's language. */

import type { NoticeFacts } from '../charts/life-type.ts';
import type { Language, Messages } from '../charts/messages.ts';
import { UNEXPECTED } from '../charts/unexpected.ts';
import type { Operator } from '../documents/operator.ts';
import { OPERATOR } from '../documents/operator.ts';
import { dayInWords, lastMoment } from '../rules/moments.ts';
import { formatTenge } from '../rules/money.ts';
import { oneLine } from '../rules/plain-text.ts';
import { requisitesOf, signatureOf } from './sender.ts';

export interface LetterFacts {
  number: string;
  title: string;
  /** UTC ISO-8601, or undefined without a deadline. */
  deadline: string | undefined;
  facts?: NoticeFacts | null | undefined;
}

/** A life's own facts as people read them. */
export const factsInWords = ({ sum, rest, day }: NoticeFacts, language: Language): Record<string, string> => ({
  sum: formatTenge(BigInt(sum), language),
  rest: formatTenge(BigInt(rest), language),
  ...(day !== undefined && { day: dayInWords(day, language) }),
});

/** Fills a template, and signs it by the operator. @throws for a template that is missing from the life's messages. */
export function letterOf(
  words: Messages,
  template: string,
  language: Language,
  { facts, ...given }: LetterFacts,
  operator: Operator = OPERATOR,
): { subject: string; text: string } {
  const notice = template === UNEXPECTED.template ? UNEXPECTED.notice : words.notices[template];
  if (notice === undefined) throw new Error(`no words for the notice ${template}`);
  const values: Record<string, string> = {
    number: given.number,
    title: oneLine(given.title),
    deadline: given.deadline === undefined ? '' : lastMoment(given.deadline, language),
    life: words.life[language],
    requisites: requisitesOf(operator, language),
    ...(facts && factsInWords(facts, language)),
  };
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return { subject: fill(notice.subject[language]), text: `${fill(notice.body[language])}\n\n${signatureOf(operator, language)}` };
}
