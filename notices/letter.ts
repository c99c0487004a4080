/** Renders a notice as an email in the reader's language. */

import type { NoticeFacts } from '../charts/life-type.ts';
import type { Language, Messages, NoticeMessage } from '../charts/messages.ts';
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

const NO_FACTS = { sum: '', rest: '', day: '' };

/** A life's own facts as people read them. */
export const factsInWords = ({ sum, rest, day }: NoticeFacts, language: Language): Record<string, string> => ({
  ...(sum !== undefined && { sum: formatTenge(BigInt(sum), language) }),
  ...(rest !== undefined && { rest: formatTenge(BigInt(rest), language) }),
  ...(day !== undefined && { day: dayInWords(day, language) }),
});

/** A text with its placeholders filled; unknown ones stay. «4 декабря 2026 г.» at the end of a sentence brings its full stop. */
export const filled = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}(\.?)/g, (placeholder, name: string, stop: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return value.endsWith('.') ? value : value + stop;
  });

/** Fills a template, and signs it by the operator. @throws for a template that is missing from the life's messages. */
export function letterOf(
  words: Messages,
  template: string,
  language: Language,
  { facts, ...given }: LetterFacts,
  operator: Operator = OPERATOR,
): { subject: string; text: string } {
  const notice: NoticeMessage | undefined = template === UNEXPECTED.template ? UNEXPECTED.notice : words.notices[template];
  if (notice === undefined) throw new Error(`no words for the notice ${template}`);
  const values: Record<string, string> = {
    number: given.number,
    title: oneLine(given.title),
    deadline: given.deadline === undefined ? '' : lastMoment(given.deadline, language),
    life: words.life[language],
    requisites: requisitesOf(operator, language),
    ...NO_FACTS,
    ...(facts && factsInWords(facts, language)),
  };
  const { subject, body, sums } = notice;
  const said = sums !== undefined && facts?.sum !== undefined ? `${body[language]} ${sums[language]}` : body[language];
  return { subject: filled(subject[language], values), text: `${filled(said, values)}\n\n${signatureOf(operator, language)}` };
}
