/** A legal notice as an SMS: what happened, to which task, and where to read more. It quotes no user input. One or two segments. */
import type { NoticeFacts } from '../charts/life-type.ts';
import type { Language, Localized, Messages } from '../charts/messages.ts';
import { factsInWords } from './letter.ts';

/** The site is part of the Platform (1.12). */
const WHERE: Localized = {
  kk: 'Толығырақ Жеке кабинетте: akjet.kz',
  ru: 'Подробности в Личном кабинете: akjet.kz',
  en: 'Details in your cabinet: akjet.kz',
};

const OF_TASK: Localized = { kk: '(№ {task} тапсырма)', ru: '(задание № {task})', en: '(task {task})' };

interface Facts {
  /** The life's own number. */
  number: string;
  /** The number of its task, if the life is not that task. */
  task: string | undefined;
  facts?: NoticeFacts | null;
}

/** Fills a template's subject. @throws for a template that is missing from the life's messages. */
export function textOf(words: Messages, template: string, language: Language, { number, task, facts }: Facts): string {
  const notice = words.notices[template];
  if (notice === undefined) throw new Error(`no words for the notice ${template}`);
  const values: Record<string, string> = { number, ...(facts && factsInWords(facts, language)) };
  const subject = notice.subject[language].replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
  const ofTask = task === undefined ? '' : ` ${OF_TASK[language].replace('{task}', task)}`;
  return `${subject}${ofTask}. ${WHERE[language]}`;
}
