/** What papers need of the parties is asked for by name before a command leads to a paper. */
import type { Refusal } from '../../charts/judge.ts';
import type { BoundParties } from '../../charts/law.ts';
import type { Language } from '../../charts/messages.ts';
import { PAPER_KINDS } from '../../documents/kinds.ts';
import type { Precondition } from '../../lives/precondition.ts';
import type { AccountRequisites } from '../../models/stores/requisites.ts';
import { holdRequisites, runningDeals } from '../../models/stores/requisites.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { PaperKind, RequisiteField, Requisites } from '../../rules/requisites.ts';
import { missingFor, REQUISITE_FIELDS } from '../../rules/requisites.ts';
import { Problem } from '../errors.ts';
import { FIELD_WORDS } from './words.ts';

/** Where an account sets its own. */
const OWN = { method: 'PUT', href: '/v1/accounts/me/requisites' };

/** The papers that a deal always has, whatever becomes of it: that which binds the parties, and the act. */
export const dealPapers = (paper: 'order' | 'signed-contract'): PaperKind[] => [paper === 'order' ? 'order' : 'contract', 'completion-act'];

/** A party of papers that are about to be drawn. */
export interface PaperSide {
  account: string;
  party: 'customer' | 'contractor';
  /** Money comes to it directly. */
  isPaid: boolean;
}

interface Missing {
  party: PaperSide['party'];
  /** Of the one who gives the command. */
  own: boolean;
  field: RequisiteField;
  papers: PaperKind[];
}

/** What papers lack of one party, each field once. */
function missingOf(
  papers: readonly PaperKind[],
  { isPaid }: Pick<PaperSide, 'isPaid'>,
  { kind, members }: Pick<AccountRequisites, 'kind' | 'members'>,
  requisites: Requisites | undefined,
): Pick<Missing, 'field' | 'papers'>[] {
  const on = todayInAlmaty();
  const lacking = papers.map((paper) => ({
    paper,
    fields: missingFor(paper, { kind, isPaid }, requisites, { on, members }),
  }));
  return REQUISITE_FIELDS.flatMap((field) => {
    const of = lacking.flatMap(({ paper, fields }) => (fields.includes(field) ? [paper] : []));
    return of.length > 0 ? [{ field, papers: of }] : [];
  });
}

const refused = (missing: Missing[]): Refusal => ({
  ...{ allowed: false, reason: 'precondition', rule: 'requisites-missing', clause: '4.1.4' },
  more: { missing },
});

/** The papers have all that they need of these parties. Until the commit ends, none of them changes its requisites. */
export const havePaperRequisites =
  (papers: readonly PaperKind[], sides: readonly PaperSide[], own: string): Precondition =>
  async (transaction) => {
    const rows = await holdRequisites(
      transaction,
      sides.map(({ account }) => account),
    );
    const missing = sides.flatMap(({ account, party, isPaid }) => {
      const row = rows.find((each) => each.account === account);
      return row ? missingOf(papers, { isPaid }, row, row.requisites).map((each) => ({ party, own: account === own, ...each })) : [];
    });
    return missing.length > 0 ? refused(missing) : undefined;
  };

/** Only what the papers need of who gives the command: nobody is held up by what the other party lacks. Nothing is asked of the staff. */
export function haveOwnRequisites(
  papers: readonly PaperKind[],
  { customer, contractor }: BoundParties,
  account: string,
  isPaid: (party: PaperSide['party']) => boolean,
): Precondition[] {
  const party = account === customer ? 'customer' : account === contractor ? 'contractor' : undefined;
  if (party === undefined || papers.length === 0) return [];
  return [havePaperRequisites(papers, [{ account, party, isPaid: isPaid(party) }], account)];
}

/**
 * A change takes nothing away that the papers of a running deal need: the other party made the deal with somebody it can find and pay. What was
 * missing before may stay so, or nobody could correct a part.
 */
export const keepRunningDeals =
  (account: string, next: Requisites): Precondition =>
  async (transaction) => {
    const deals = await runningDeals(transaction, account);
    const [row] = await holdRequisites(transaction, [account]);
    if (row === undefined) return undefined;
    const missing = deals.flatMap(({ party, payment }) => {
      const side = { isPaid: party === 'contractor' && payment === 'direct' };
      const papers = dealPapers('signed-contract');
      const before = missingOf(papers, side, row, row.requisites).map(({ field }) => field);
      const after = missingOf(papers, side, row, next);
      return after.filter(({ field }) => !before.includes(field)).map((each) => ({ party, own: true, ...each }));
    });
    return missing.length > 0 ? refused(missing) : undefined;
  };

const SENTENCES: Record<Language, { own: (fields: string) => string; other: (fields: string) => string }> = {
  kk: {
    own: (fields) => `Құжаттарға сіздің мына деректемелеріңіз жетіспейді: ${fields}.`,
    other: (fields) => `Құжаттарға екінші тараптың мына деректемелері жетіспейді, оларды өзі толтырады: ${fields}.`,
  },
  ru: {
    own: (fields) => `Для документов не хватает ваших реквизитов: ${fields}.`,
    other: (fields) => `Для документов не хватает реквизитов другой стороны, она указывает их сама: ${fields}.`,
  },
  en: {
    own: (fields) => `Papers lack these requisites of yours: ${fields}.`,
    other: (fields) => `Papers lack these requisites of the other party, who fills them in: ${fields}.`,
  },
};

/** 422 that names each field, whose it is, for which papers, and where the caller sets their own. */
export function problemOfRequisites(more: object, language: Language): Problem {
  const { missing } = more as { missing: Missing[] };
  const sentence = (own: boolean): string[] => {
    const fields = [...new Set(missing.filter((each) => each.own === own).map(({ field }) => FIELD_WORDS[field][language]))];
    return fields.length > 0 ? [SENTENCES[language][own ? 'own' : 'other'](fields.join('; '))] : [];
  };
  return new Problem('requisites-missing', {
    clause: '4.1.4',
    detail: [...sentence(true), ...sentence(false)].join(' '),
    missing: missing.map(({ papers, field, ...whose }) => ({
      ...whose,
      field,
      title: FIELD_WORDS[field][language],
      papers: papers.map((paper) => ({ paper, title: PAPER_KINDS[paper][language] })),
    })),
    ...(missing.some(({ own }) => own) && { next: OWN }),
  });
}
