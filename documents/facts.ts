/** The facts that the papers of a deal show. */
import type { TaskTerms } from '../charts/task/types.ts';
import type { PaperParty, TwoLanguages } from '../rules/paper-party.ts';
import { linesThatAddUp } from '../rules/unit-price.ts';
import { civilDate } from '../rules/working-days.ts';
import type { Origin, Words } from './paper.ts';
import { both } from './phrases.ts';

/** What law the deal is under: the Civil Code has a chapter for services (33) and one for works (32), and construction works have acts of their own. */
export type Nature = 'services' | 'works' | 'construction';

export interface Line {
  name: string;
  unit: string;
  /** Decimal string. */
  quantity: string;
  /** Tiyn, as decimal strings. The amount is what was agreed; papers reckon the unit price from it. */
  unitPrice: string;
  amount: string;
}

export interface DealFacts {
  /** See `Paper.reference`. */
  reference: string;
  /** Null once their data are erased. */
  customer: PaperParty | null;
  contractor: PaperParty | null;
  task: {
    number: string;
    version: number;
    nature: Nature;
    title: string;
    description: string | null;
    place: string | null;
    hazards: string | null;
    measures: string | null;
    requirements: string | null;
    /** Categories of work for which a qualification must be proved (4.2.2), in words. */
    requires: string | null;
    payment: string;
    /** UTC, ISO-8601. */
    startAt: string;
    dueAt: string;
    terms: TaskTerms;
  };
  /** True if the task's free texts were erased. They are then empty or null here. */
  erased: boolean;
  /** The work lines that the paper covers, each with the covered quantity. */
  lines: Line[];
  /** The paper's sum in tiyn, as a decimal string. */
  amount: string;
  /** VAT within the sum, in hundredths of a per cent: the rate of the day. It counts for a contractor who pays VAT. */
  vatRate: number;
  /** The event that ordered the paper: the paper carries its date. UTC, ISO-8601. */
  at: string;
  origin: Origin;
  /** The confirming parties in signing sequence, and when those confirmed who did so in the task. UTC, ISO-8601. */
  order: readonly ('customer' | 'contractor')[];
  confirmed: Partial<Record<'customer' | 'contractor', string>>;
}

const ERASED: TwoLanguages = { kk: 'жойылды', ru: 'удалено' };

/** The parties meet on the platform: of the place there is nothing narrower to say. */
export const COUNTRY = both('Қазақстан Республикасы', 'Республика Казахстан');

/** A person's word or a name; if it was erased, that. */
export const unlessErased = (text: string): string => text.trim() || `[${ERASED.kk} / ${ERASED.ru}]`;

/** The number of an order or a contract: the task's number and its version. */
export const dealNumber = ({ task: { number, version } }: Pick<DealFacts, 'task'>): string => `${number}-${version}`;

/** The day of the paper in Almaty. */
export const dateOf = ({ at }: Pick<DealFacts, 'at'>): string => civilDate(at);

/** A civil date as papers write it: `28.11.2026`. */
export const written = (date: string): string => date.split('-').reverse().join('.');

/** The lines as papers show them: quantities by unit prices are the amounts, to the tiyn. */
export const shownLines = ({ lines }: Pick<DealFacts, 'lines'>): Line[] => lines.flatMap(linesThatAddUp);

/** What the parties wrote of the work, each under its caption. */
export const wordsOfTask = ({ task, erased }: Pick<DealFacts, 'task' | 'erased'>): Words[] => {
  const said = (caption: TwoLanguages, text: string | null): Words[] => (text === null ? [] : [{ kind: 'words', caption, text }]);
  return [
    ...said(both('Тапсырманың атауы', 'Название задания'), unlessErased(erased ? '' : task.title)),
    ...said(both('Сипаттама', 'Описание'), task.description),
    ...said(both('Орны', 'Место'), task.place),
    ...said(both('Талаптар', 'Требования'), task.requirements),
    ...said(both('Расталған біліктілік қажет', 'Требуется подтверждённая квалификация'), task.requires),
    ...said(both('Өмір мен денсаулыққа қауіптер', 'Риски для жизни и здоровья'), task.hazards),
    ...said(both('Қауіпсіздік шаралары', 'Меры безопасности'), task.measures),
  ];
};
