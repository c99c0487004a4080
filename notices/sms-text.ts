/** A notice as an SMS: what happened, to which task, and where to read more. It has no words of users. One or two segments. */
import type { NoticeFacts } from '../charts/life-type.ts';
import type { Language, Localized, Messages } from '../charts/messages.ts';
import { factsInWords, filled } from './letter.ts';
import { SITE } from './sender.ts';

/** The site is part of the Platform (1.12). */
const WHERE: Localized = {
  kk: 'Толығырақ Жеке кабинетте: akjet.kz',
  ru: 'Подробности в Личном кабинете: akjet.kz',
  en: 'Details in your cabinet: akjet.kz',
};

const TASK: Localized = { kk: '№ {task} тапсырма', ru: 'задание № {task}', en: 'task {task}' };

interface Facts {
  /** The life's own number. */
  number: string;
  /** The number of its task, if the life is not that task. */
  task: string | undefined;
  facts?: NoticeFacts | null;
  /** The reader is a person who may be no member of the account any more, and have no cabinet to read more in. */
  noCabinet?: boolean;
}

/** Fills a template's subject. @throws for a template that is missing from the life's messages. */
export function textOf(words: Messages, template: string, language: Language, { number, task, facts, noCabinet }: Facts): string {
  const notice = words.notices[template];
  if (notice === undefined) throw new Error(`no words for the notice ${template}`);
  const ofTask = task === undefined ? '' : TASK[language].replace('{task}', task);
  const values: Record<string, string> = {
    number,
    title: ofTask,
    ...(facts && factsInWords(facts, language)),
  };
  const subject = notice.subject[language];
  const named = subject.includes('{title}') || ofTask === '' ? '' : ` (${ofTask})`;
  return `${filled(`${subject}${named}.`, values)} ${noCabinet ? SITE : WHERE[language]}`;
}
