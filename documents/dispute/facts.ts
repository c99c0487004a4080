/** What the papers of a dispute are drawn from: the record of the dispute and, where it is about a deal, of the deal. */
import type { ClaimAnswer, DisputeContext, Side, Subject } from '../../charts/dispute/types.ts';
import type { LawReference } from '../../rules/law-references.ts';
import type { PaperParty, TwoLanguages } from '../../rules/paper-party.ts';
import { civilDate } from '../../rules/working-days.ts';
import type { Drawing, KnownDocument } from '../drawing.ts';
import type { Nature } from '../facts.ts';
import type { Origin, Paper, Said } from '../paper.ts';
import type { Role } from '../phrases.ts';
import { both, dayOf, ERASED, inBoth, ROLES } from '../phrases.ts';

/** An agreed line, and what of it was accepted. Sums in tiyn, as decimal strings. */
export interface DealLine {
  name: string;
  unit: string;
  quantity: string;
  amount: string;
  accepted: string;
  acceptedAmount: string;
}

/** Something that happened, with the words that were given with it. */
export interface Happened {
  at: string;
  what: TwoLanguages;
  /** A party's own words. */
  words: string | null;
}

/** The deal that a dispute is about, as its record has it. */
export interface DealFacts {
  number: string;
  version: number;
  nature: Nature;
  /** `null` once it was erased. */
  title: string | null;
  startAt: string;
  dueAt: string;
  /** Tiyn, as decimal strings. */
  price: string;
  approved: string;
  paid: string;
  lines: DealLine[];
  /** The contract or the order first. */
  documents: KnownDocument[];
  course: Happened[];
}

/** A sum that was named with the day of it, and the words that went with it. */
export interface Worded {
  at: string;
  /** What the claimant gets of what is in dispute: tiyn. Absent if the demand is not for money. */
  amount?: string;
  /** A civil date. */
  until?: string;
  words: string | null;
}

export interface DisputeFacts {
  number: string;
  about: Subject;
  claimant: Exclude<Role, 'operator'>;
  /** The role of the side that the claim is made against. */
  respondent: Role;
  parties: Record<Side, PaperParty | null>;
  /** The revision of the offer that binds the claimant. */
  offer: Origin['offer'];
  deal: DealFacts | null;
  laws: readonly LawReference[];
  /** Of a claim against the operator: the civil date of the event. */
  happenedOn?: string;
  /** Tiyn, as a decimal string. Absent if the demand is not for money. */
  amount?: string;
  admitted?: string;
  /** `null` once it was erased. */
  demand: string | null;
  calculation: { what: string; amount: string }[];
  sentAt: string;
  answerBy: string;
  answer?: Worded & Pick<ClaimAnswer, 'answer'>;
  offers: (Worded & { version: number; side: Side; declined: boolean })[];
  instruction?: Worded & { version: number; side: Side };
  outcome?: NonNullable<DisputeContext['outcome']>;
  /** The sides that have yet to sign what was agreed. Absent where the outcome is final. */
  toSign?: Side[];
  certificate?: NonNullable<DisputeContext['certificate']>;
}

/** The claimant or the respondent by role: `Өтініш беруші (Орындаушы)`. */
export const sideNamed = (side: Side, { claimant, respondent }: Pick<DisputeFacts, 'claimant' | 'respondent'>): TwoLanguages => {
  const role = ROLES[side === 'claimant' ? claimant : respondent];
  return side === 'claimant'
    ? both(`Өтініш беруші (${role.kk})`, `Заявитель (${role.ru})`)
    : both(`Кінәрат-талап қойылған тарап (${role.kk})`, `Сторона, к которой обращена претензия (${role.ru})`);
};

/** Both sides with their requisites, the author of the paper first. */
export const sidesOf = (facts: DisputeFacts, author: Side = 'claimant'): Paper['blocks'][number] => {
  const order: Side[] = author === 'claimant' ? ['claimant', 'respondent'] : ['respondent', 'claimant'];
  return { kind: 'parties', of: order.map((side) => ({ role: sideNamed(side, facts), party: facts.parties[side] })) };
};

/** The revision of the offer in words. */
export const offerNamed = ({ inForceFrom }: NonNullable<Origin['offer']>): TwoLanguages => {
  const day = dayOf(inForceFrom);
  return both(`Жария оферта, ${day.kk} күнінен бастап қолданыстағы редакция`, `Публичная оферта в редакции, действующей с ${day.ru}`);
};

/** The deal in words: the document that it was concluded by, and the task with its version. */
export function dealNamed({ number, version, title, documents: [first] }: DealFacts): TwoLanguages {
  const named = first && both(`${first.title.kk}, ${dayOf(first.date).kk}; `, `${first.title.ru} от ${dayOf(first.date).ru}; `);
  return inBoth((language) => {
    const task = language === 'kk' ? `№ ${number} тапсырма, ${version}-нұсқа` : `задание № ${number}, версия ${version}`;
    return `${named?.[language] ?? ''}${task}: «${title ?? ERASED[language]}»`;
  });
}

/** A person's own words, or that they were erased. */
export const wordsOf = (caption: TwoLanguages, text: string | null): Paper['blocks'][number] =>
  text === null ? { kind: 'facts', rows: [{ name: caption, value: ERASED }] } : { kind: 'words', caption, text };

/** The claim as other papers refer to it. */
export const claimNamed = ({ number, sentAt }: Pick<DisputeFacts, 'number' | 'sentAt'>): TwoLanguages => {
  const day = dayOf(civilDate(sentAt));
  return both(`${day.kk} күнгі № ${number} кінәрат-талап`, `претензия № ${number} от ${day.ru}`);
};

/** The claim has the number of its dispute, and later papers that of their event too. */
export const numberOf = ({ number }: DisputeFacts, { record: { seq } }: Drawing): string => (seq === 1 ? number : `${number}-${seq}`);

/** A row of names and values. */
export const row = (name: TwoLanguages, value: Said) => ({ name, value });
