/**
 * Reminders where only people can move a life. One way for all charts: a state notes when it was entered, the dated parameter says after how many
 * working days its readers are reminded, and the letter says the state's own words of `silence`. After the last one there are none.
 */
import { WEEKENDS, workingDaysAfter } from '../rules/working-days.ts';
import { dueOf, next, openEnded } from './law.ts';
import type { Localized, NoticeMessage } from './messages.ts';

/** Of the terms of a life that has such states. Lives begun before they were among the terms have none. */
export interface OpenEndTerms {
  openReminderWorkingDays?: number[];
}

/** The context of a life with such states: the moment at which the current one was entered. Its reminders run from it. */
export interface OpenEndContext {
  openSince?: string;
}

/** For a state that people have to end. Its `after` has the reminders. */
export const waitsForPeople = (clause: string) => ({ meta: openEnded(clause, 'people'), entry: 'noteOpen' as const });

/** What `noteOpen` changes. The wait begins with the deadline that led to it, not with the moment when a late timer fired. */
export const openedAt = ({ at, input }: { at: string; input: object }): OpenEndContext => ({ openSince: dueOf({ input }) ?? at });

/** When the reminders of a wait come that began at a moment. A delay has no calendar; a reminder on a holiday does no harm. */
export const remindersOf = (since: string | undefined, terms: OpenEndTerms | undefined): string[] =>
  since === undefined ? [] : (terms?.openReminderWorkingDays ?? []).map((days) => workingDaysAfter(since, days, WEEKENDS));

/** The delay `openReminder` of a life without holds. */
export const openReminder = ({
  context: { openSince, terms },
  event,
}: {
  context: OpenEndContext & { terms?: OpenEndTerms };
  event: { at?: string };
}): number => next(remindersOf(openSince, terms), event.at);

const LANGUAGES = ['kk', 'ru', 'en'] as const;
const inEach = (say: (language: (typeof LANGUAGES)[number]) => string): Localized => ({ kk: say('kk'), ru: say('ru'), en: say('en') });

/**
 * The notices of these reminders, by template and the state that each is about: that the life waits, and the words of `silence` of that state.
 * @throws for a state without such words.
 */
export function stillOpen<Template extends string>(
  silence: Record<string, Localized>,
  { still, ...words }: Pick<NoticeMessage, 'subject' | 'sums'> & { still: Localized },
  stateOf: Record<Template, string>,
): Record<Template, NoticeMessage> {
  const noticeOf = (state: string): NoticeMessage => {
    const end = silence[state];
    if (end === undefined) throw new Error(`${state} has no words of silence`);
    return { legal: 'unlessMailed', ...words, body: inEach((language) => `${still[language]} ${end[language]}`) };
  };
  const notices = Object.entries<string>(stateOf).map(([template, state]) => [template, noticeOf(state)]);
  return Object.fromEntries(notices) as Record<Template, NoticeMessage>;
}

/** The timer `openReminder` in words. */
export const OPEN_REMINDER: Localized = {
  kk: 'Өздігінен ештеңе болмайтыны ескертіледі',
  ru: 'Напоминание: само собой ничего не произойдёт',
  en: 'A reminder that nothing happens by itself',
};
