/** Renders a notice as an email in the reader's language. */
import { FILE_FAULTS } from '../charts/file/faults.ts';
import type { NoticeFacts } from '../charts/life-type.ts';
import type { Language, Localized, Messages, NoticeMessage } from '../charts/messages.ts';
import { DECLINE_WORDS } from '../charts/payment/decline-words.ts';
import { providerName } from '../charts/payout/providers.ts';
import { UNEXPECTED } from '../charts/unexpected.ts';
import type { Operator } from '../documents/operator.ts';
import { chargeWords } from '../documents/tariff-words.ts';
import { dayInWords, lastMoment } from '../rules/moments.ts';
import { formatTenge } from '../rules/money.ts';
import { oneLine, withoutLinks } from '../rules/plain-text.ts';
import { requisitesOf, SITE, signatureOf } from './sender.ts';

export interface LetterFacts {
  number: string;
  /** A text of a user: of a task to which the reader is a party. The only other ones are the titles of open tasks and headlines of contractors that the reader searches for (`found`). */
  title: string;
  /** UTC ISO-8601, or undefined without a deadline. */
  deadline: string | undefined;
  facts?: NoticeFacts | null | undefined;
  /** The event behind the notice. A letter of legal weight names it. */
  event?: EventReference | undefined;
  /** What only the letter itself names: what was found and it tells of. */
  found?: string;
  /** What only the letter itself says, to an address that is to be confirmed. */
  confirmation?: Confirmation;
}

/** An event as its reader can check it. */
export interface EventReference {
  seq: number;
  hash: string;
  /** The address of its life. */
  href: string;
}

/** What a letter says of its event, so that whoever keeps the letter can show later that the chain was another one. */
const EVENT: Localized = {
  kk: 'Бұл хабарлама № {seq} оқиға туралы. Оқиғаның хеші (SHA-256): {hash}\nОқиғалар тізбегі: {href}/events\nЖурналға енгізілгенінің дәлелі: {href}/proof?seq={seq}',
  ru: 'Это уведомление о событии № {seq}. Хеш события (SHA-256): {hash}\nЦепочка событий: {href}/events\nДоказательство, что событие внесено в журнал: {href}/proof?seq={seq}',
  en: 'This notice is about event no. {seq}. The hash of the event (SHA-256): {hash}\nThe chain of events: {href}/events\nThe proof that the event is in the log: {href}/proof?seq={seq}',
};

const eventInWords = ({ seq, hash, href }: EventReference, language: Language): string =>
  filled(EVENT[language], { seq: String(seq), hash, href });

export interface Confirmation {
  code: string;
  link: string;
}

/** The cabinet shows that a code was sent, and not the code: it proves that the letter was read. */
const UNTOLD: Confirmation = { code: '••••••••', link: SITE };

const NO_FACTS = { sum: '', rest: '', day: '', holder: '' };

/** A life's own facts as people read them. */
export const factsInWords = (
  { number, holder, day, decline, fault, charge, nextCharge, ...sums }: NoticeFacts,
  language: Language,
): Record<string, string> => ({
  ...(number !== undefined && { number }),
  ...(holder !== undefined && { holder: providerName(holder, language) }),
  ...(charge !== undefined && { charge: chargeWords(charge)[language] }),
  ...(nextCharge !== undefined && { nextCharge: chargeWords(nextCharge)[language] }),
  ...(decline !== undefined && { decline: DECLINE_WORDS[decline][language] }),
  ...(fault !== undefined && { fault: FILE_FAULTS[fault][language] }),
  ...(day !== undefined && { day: dayInWords(day, language) }),
  ...Object.fromEntries(
    Object.entries(sums).flatMap(([name, value]) => (value === undefined ? [] : [[name, formatTenge(BigInt(value), language)]])),
  ),
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

const valuesOf = (
  words: Messages,
  language: Language,
  { number, title, deadline, facts, found = '', confirmation = UNTOLD }: LetterFacts,
): Record<string, string> => ({
  number,
  title: oneLine(withoutLinks(title)),
  deadline: deadline === undefined ? '' : lastMoment(deadline, language),
  life: words.life[language],
  found,
  ...confirmation,
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
  const { body, unpayable, sums, legal } = noticeOf(words, template);
  const text = operator.bank === null ? (unpayable ?? body) : body;
  const said = sums !== undefined && given.facts?.sum !== undefined ? `${text[language]} ${sums[language]}` : text[language];
  const values = { ...valuesOf(words, language, given), requisites: requisitesOf(operator, language) };
  const event = legal === true && given.event ? [eventInWords(given.event, language)] : [];
  return {
    subject: subjectOf(words, template, language, given),
    text: [filled(said, values), ...event, signatureOf(operator, language)].join('\n\n'),
  };
}
