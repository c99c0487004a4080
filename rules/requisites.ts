/**
 * Requisites of a party: what each kind of paper needs of each kind of party, what is missing, and who acts for a company on a day. Pure. What a law
 * asks for is marked with its source; no lawyer has confirmed the table.
 */
import type { PaperBank, PaperParty, PaperRepresentative, TwoLanguages } from './paper-party.ts';

export type PartyKind = PaperParty['kind'];

/** A tax regime of who is no contractor: a contractor declares a tax status, which has evidence and an end. */
export type TaxRegime = 'general' | 'simplified' | 'farm';

/** By what right a person acts for a company. Days are civil dates, both included. */
export type Ground =
  | { kind: 'charter' }
  | { kind: 'powerOfAttorney'; number: string; from: string; until: string /** SHA-256 of the document, in hex. */; sha256: string };

/** Who acts for a company: one of its members with the role of owner or signatory. */
export interface Representative {
  /** The member's id as a person. */
  person: string;
  /** Full name as in the document. */
  name: string;
  /** The person's own. */
  iin: string;
  position: TwoLanguages;
  ground: Ground;
}

/** One version, as it is sealed. `null`: not given. */
export interface Requisites {
  /** The full legal name. */
  name: string | null;
  /** The legal address; of a natural person the address for papers. */
  address: string | null;
  /** E.164. */
  phone: string | null;
  email: string | null;
  bank: PaperBank | null;
  vat: PaperParty['vat'];
  taxRegime: TaxRegime | null;
  representatives: Representative[];
}

export const NO_REQUISITES: Requisites = {
  ...{ name: null, address: null, phone: null, email: null, bank: null, vat: null, taxRegime: null },
  representatives: [],
};

/** What can be missing. The IIN or BIN is the account's own, and nobody is asked whether they pay VAT: who names no certificate pays none. */
export const REQUISITE_FIELDS = ['name', 'address', 'phone', 'bank', 'representative'] as const;
export type RequisiteField = (typeof REQUISITE_FIELDS)[number];

export type PaperKind =
  | ('order' | 'contract' | 'completion-act' | 'amendment' | 'ending-agreement' | 'refusal' | 'defect-list' | 'briefing-sheet')
  | ('claim' | 'answer' | 'settlement' | 'set-off-statement' | 'pre-trial-statement')
  | ('invoice' | 'service-act' | 'credit-note' | 'penalty-sheet')
  | ('accession-statement' | 'consent' | 'income-certificate')
  // What a party brings itself.
  | 'own-paper';

type Needs = Record<PartyKind, readonly RequisiteField[]>;

/** Persons have the phone of their account (1.2); a company has one for papers, because that of its account is somebody's own. */
const needs = (ofPersons: readonly RequisiteField[], ofCompanies: readonly RequisiteField[]): Needs => ({
  natural: ofPersons,
  entrepreneur: ofPersons,
  company: ofCompanies,
});

/** A deal in writing names its parties so that a court can tell who they are and where to reach them, and who acted for a company (Civil Code 152). */
const DEAL = needs(['name', 'address'], ['name', 'address', 'phone', 'representative']);
/** What refers to a deal repeats no address. */
const ABOUT_A_DEAL = needs(['name'], ['name', 'representative']);
/** What the account says is enough. */
const NOTHING = needs([], []);

/** What each kind of paper needs, besides the IIN or BIN, of each kind of party whose paper it is or who is named in it. */
export const PAPER_NEEDS: Record<PaperKind, Needs> = {
  order: DEAL,
  contract: DEAL,
  // Form R-1: full name, address, means of communication; names and positions of who signs (law on accounting, article 7).
  'completion-act': DEAL,
  amendment: ABOUT_A_DEAL,
  'ending-agreement': ABOUT_A_DEAL,
  refusal: ABOUT_A_DEAL,
  'defect-list': ABOUT_A_DEAL,
  // A list of who was told what: nobody is bound by it.
  'briefing-sheet': needs(['name'], ['name']),
  // Whoever gets it has to know whom and where to answer.
  claim: DEAL,
  answer: DEAL,
  settlement: ABOUT_A_DEAL,
  'set-off-statement': ABOUT_A_DEAL,
  // The operator says what happened between the parties; they sign nothing.
  'pre-trial-statement': needs(['name', 'address'], ['name', 'address']),
  // Whoever posts a task has named what these say of the customer.
  invoice: needs(['name'], ['name', 'address']),
  'service-act': needs(['name'], ['name', 'address']),
  'credit-note': needs(['name'], ['name', 'address']),
  'penalty-sheet': needs(['name'], ['name', 'address']),
  // A person accedes by their IIN; for a company somebody signs (2.1.1).
  'accession-statement': needs([], ['name', 'address', 'representative']),
  // About its contractor alone, whose account says the name and the IIN or BIN.
  'income-certificate': NOTHING,
  // Given by persons of full age about themselves (7.2).
  consent: NOTHING,
  // Whoever brings it has written its parties into it.
  'own-paper': NOTHING,
};

/** Where a sum is to be paid past the platform, the payer has to learn where to. */
const SAYS_WHERE_TO_PAY: readonly PaperKind[] = ['order', 'contract', 'claim', 'settlement'];

/** A party of a paper, as far as needs depend on it. */
export interface Needing {
  kind: PartyKind;
  /** Money comes to this party directly. */
  isPaid: boolean;
}

/** The fields that a paper needs of a party. */
export const needsOf = (paper: PaperKind, { kind, isPaid }: Needing): readonly RequisiteField[] => {
  const fields = PAPER_NEEDS[paper][kind];
  return isPaid && SAYS_WHERE_TO_PAY.includes(paper) ? [...fields, 'bank'] : fields;
};

/** Who may act for a company, when its powers are asked about. */
export interface Powers {
  /** A civil date. */
  on: string;
  /** The roles of the present members by their ids as persons. Undefined for an earlier version, whose members are not known any more. */
  members?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** Does the ground give powers on a civil date? */
export const isInForce = (ground: Ground, on: string): boolean => ground.kind === 'charter' || (ground.from <= on && on <= ground.until);

/** The roles of members who may act in papers. */
export const ACTING_ROLES = ['owner', 'signatory'] as const;

/** Those whose powers hold, in the order in which the company named them. A member who left or lost the role has none. */
export const actingFor = (representatives: readonly Representative[], { on, members }: Powers): Representative[] =>
  representatives.filter(
    ({ person, ground }) =>
      isInForce(ground, on) && (members === undefined || ACTING_ROLES.some((role) => members[person]?.includes(role) === true)),
  );

/** The fields that a paper needs of a party and that its requisites do not have. `requisites`: undefined if there are none. */
export function missingFor(paper: PaperKind, party: Needing, requisites: Requisites | undefined, powers: Powers): RequisiteField[] {
  const { representatives, ...given } = requisites ?? NO_REQUISITES;
  return needsOf(paper, party).filter((field) =>
    field === 'representative' ? actingFor(representatives, powers).length === 0 : given[field] === null,
  );
}

/** `01.11.2026` */
const written = (date: string): string => date.split('-').reverse().join('.');

/** The ground in words, as a paper continues with it. */
const inWords = (ground: Ground): TwoLanguages =>
  ground.kind === 'charter'
    ? { kk: 'Жарғы', ru: 'Устава' }
    : {
        kk: `${written(ground.from)} № ${ground.number} сенімхат`,
        ru: `доверенности № ${ground.number} от ${written(ground.from)}`,
      };

const named = ({ name, position, ground }: Representative, acted: PaperRepresentative['acted']): PaperRepresentative => ({
  ...{ acted, name, position },
  ground: inWords(ground),
});

/** What an account knows of itself besides its requisites. */
export interface OwnDetails {
  kind: PartyKind;
  name: string;
  identifier: string;
  proved: boolean;
  /** The authorised number (1.2). */
  phone: string;
}

/** A version of requisites, and the id of its text. */
export interface Version {
  version: string;
  requisites: Requisites;
}

/**
 * A party as a paper names it. `acted`: finds the one who gave the command of the party; left out if the party has given none. Otherwise the first whose
 * powers hold is named, as one who is entitled to act. A paper may be drawn before a company acts on it: then nobody is named where nobody's powers hold.
 */
export function paperParty(
  { kind, name, identifier, proved, phone }: OwnDetails,
  given: Version | undefined,
  powers: Powers,
  acted?: (representative: Representative) => boolean,
): PaperParty {
  const { representatives, ...requisites } = given?.requisites ?? NO_REQUISITES;
  const acting = actingFor(representatives, powers);
  const actor = acted && acting.find(acted);
  const [first] = acting;
  const entitled = first && named(first, acted ? 'another' : 'nobody');
  return {
    ...{ kind, identifier, proved },
    name: requisites.name ?? name,
    address: requisites.address,
    phone: requisites.phone ?? phone,
    email: requisites.email,
    bank: requisites.bank,
    vat: requisites.vat,
    representative: (actor ? named(actor, 'this') : entitled) ?? null,
    version: given?.version ?? null,
  };
}

/** BIC (БИК): six letters, then two letters or digits. */
export const BIC = /^[A-Z]{6}[A-Z0-9]{2}$/;
/** КБе: residency, then the sector of the economy. */
export const BENEFICIARY_CODE = /^[12][1-9]$/;

/**
 * The BIC of the bank that a code in an IBAN belongs to. From a bank's own page (Kaspi) or from memory: a difference is shown as a warning and refuses
 * nothing. Banks change hands and names.
 */
const BIC_OF_CODE: Record<string, string> = {
  '070': 'KKMFKZ2A',
  '551': 'KSNVKZKA',
  '563': 'KPSTKZKA',
  '601': 'HSBKKZKX',
  '722': 'CASPKZKA',
  '821': 'KINCKZKA',
  '856': 'KCJBKZKX',
  '914': 'BRKEKZKA',
  '948': 'EURIKZKA',
  '965': 'IRTYKZKA',
};

/** The BIC that the bank's code in the IBAN speaks for, if it is known and differs. */
export function otherBic({ iban, bic }: Pick<PaperBank, 'iban' | 'bic'>): string | undefined {
  const known = BIC_OF_CODE[iban.slice(4, 7)];
  return known === bic ? undefined : known;
}
