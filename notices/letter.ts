/** Renders a notice as an email in the reader's language. */

import type { NoticeFacts } from '../charts/life-type.ts';
import type { Language, Messages, NoticeMessage } from '../charts/messages.ts';
import { UNEXPECTED } from '../charts/unexpected.ts';
import type { Operator } from '../documents/operator.ts';
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

const NO_FACTS = { sum: '', rest: '', day: '', account: '…' };

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

function noticeOf(words: Messages, template: string): NoticeMessage {
  const notice: NoticeMessage | undefined = template === UNEXPECTED.template ? UNEXPECTED.notice : words.notices[template];
  if (notice === undefined) throw new Error(`no words for the notice ${template}`);
  return notice;
}

const valuesOf = (words: Messages, language: Language, { number, title, deadline, facts }: LetterFacts): Record<string, string> => ({
  number,
  title: oneLine(title),
  deadline: deadline === undefined ? '' : lastMoment(deadline, language),
  life: words.life[language],
  ...NO_FACTS,
  ...(facts && factsInWords(facts, language)),
});

/** The subject of a notice. @throws for a template that is missing from the life's messages. */
export const subjectOf = (words: Messages, template: string, language: Language, given: LetterFacts): string =>
  filled(noticeOf(words, template).subject[language], valuesOf(words, language, given));

/** Fills a template, and signs it by the operator as it stands on the day. @throws as `subjectOf` does. */
export function letterOf(
  words: Messages,
  template: string,
  language: Language,
  given: LetterFacts,
  operator: Operator,
): { subject: string; text: string } {
  const { body, unpayable, sums } = noticeOf(words, template);
  const text = operator.bank === null ? (unpayable ?? body) : body;
  const said = sums !== undefined && given.facts?.sum !== undefined ? `${text[language]} ${sums[language]}` : text[language];
  const values = { ...valuesOf(words, language, given), requisites: requisitesOf(operator, language) };
  return { subject: subjectOf(words, template, language, given), text: `${filled(said, values)}\n\n${signatureOf(operator, language)}` };
}
