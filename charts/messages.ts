/** What people read of a chart, in the three languages of its users. */
export type Language = 'kk' | 'ru' | 'en';
export type Localized = Record<Language, string>;

/** One text in the three languages. */
export const said = (kk: string, ru: string, en: string): Localized => ({ kk, ru, en });

/** Words with more sentences after them, each beginning with its space. */
export const joined = (...all: Localized[]): Localized => {
  const of = (language: keyof Localized): string => all.map((each) => each[language]).join('');
  return said(of('kk'), of('ru'), of('en'));
};

export interface Messages<Template extends string = string> {
  /** The life itself: "Task". */
  life: Localized;
  /** By dotted path under the first region: `posted`, `executing.overdue`. `waits` says who is expected to do what. */
  states: Record<string, { name: Localized; waits: Localized }>;
  /** By state, as in `states`: that nothing happens there by itself, and what people may do. For states that declare `openEnded`. */
  silence?: Record<string, Localized>;
  /** By event type: the verb a button would carry. */
  commands: Record<string, Localized>;
  /** By delay: what happens at that moment. */
  timers: Record<string, Localized>;
  /** By guard or check: why a command was refused and what to do. */
  rules: Record<string, Localized>;
  /** By duty: what waits for the operator's staff. */
  duties?: Record<string, Localized>;
  /**
   * By template: the subject and body of a notice. Placeholders: {number}, {title}, {deadline}, the life's facts (`NoticeFacts`),
   * the operator's {requisites}, the {found} of a letter that names it, and the {code} and {link} of a letter that asks its address to be confirmed.
   */
  notices: Record<Template, NoticeMessage>;
}

/** Letters that an account may choose to get or not: of unread messages, and of tasks or contractors that its saved searches find. */
export type LetterChoice = 'messageLetters' | 'searchLetters' | 'contractorLetters';

export interface NoticeMessage {
  subject: Localized;
  body: Localized;
  /** Ends the body if the life has a {sum}. A claim for conduct has none. */
  sums?: Localized;
  /** The body if the operator has named no account to pay to. No penalty accrues then (R11). */
  unpayable?: Localized;
  /**
   * A term, a debt or a right depends on it, so no limit drops it. `true`: it goes by email and as an SMS to the authorised number (1.2).
   * `unlessMailed`: it goes as an SMS where no email can reach the account. The SMS is the subject, and names the task instead of {title}.
   */
  legal?: true | 'unlessMailed';
  /** A legal notice about the safety of an account. It is sent at any hour, and its SMS have a budget of their own. */
  urgent?: true;
  /**
   * Somebody who has no deal with the reader may cause it, as often as they can. So its SMS have a budget of their own, and no words of users stand in
   * it. `onceADay`: its reader is told once within `smsWindowHours`; the cabinet lists every one.
   */
  byStrangers?: true | 'onceADay';
  /** Nothing depends on it, so an account may choose to get no such letters (`chooseNotices`): by which choice. The cabinet lists it. */
  byChoice?: LetterChoice;
  /** The letter names the open tasks or the contractors that were found for saved searches ({found}), and does not go without any. The cabinet leaves the list out. */
  names?: 'tasks' | 'contractors';
  /** The timer that gives {deadline}, if the first consequence may belong to another region. */
  until?: string;
}

/** What people read of one chart, its templates known to the compiler: a chart can only order a notice that has words. */
export const defineMessages = <Template extends string>(messages: Messages<Template>): Messages<Template> => messages;

/** Who can cause a notice, and what depends on it. SMS of one class never take the places of another. */
export type NoticeClass = 'stranger' | 'safety' | 'legal' | 'ordinary';

export const classOf = ({ byStrangers, urgent, legal }: NoticeMessage): NoticeClass => {
  if (byStrangers) return 'stranger';
  if (urgent) return 'safety';
  return legal ? 'legal' : 'ordinary';
};

/** The templates of a chart's notices. */
export type TemplateOf<Of extends Messages> = keyof Of['notices'] & string;
