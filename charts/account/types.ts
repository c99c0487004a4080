import type { Calendar } from '../../rules/working-days.ts';
import type { Bound, TextReference, Told } from '../law.ts';

/** What a legal party is (1.6, 1.7). `staff` works for the operator. */
export type AccountKind = 'natural' | 'entrepreneur' | 'company' | 'staff';
/** What a person may do for a company. The owner may do everything. */
export type MemberRole = 'owner' | 'manager' | 'signatory' | 'accountant';
export type StaffRole = 'support' | 'moderator' | 'finance' | 'administrator';

/** The four grounds of 4.4.2, in the offer's order; the last of them in two, for laundering has rules of its own. */
export const GROUNDS = ['bad-faith', 'complaints', 'threat', 'fraud', 'laundering'] as const;
export type Ground = (typeof GROUNDS)[number];

/** How a contractor is taxed. */
export type TaxStatus = 'selfEmployed' | 'entrepreneurSimplified' | 'entrepreneurGeneral' | 'naturalPerson';

/** What follows from a suspension on a ground: dated parameters of the day it is ordered. */
export interface GroundTerms {
  /** Is the user told on which ground? */
  told: boolean;
  /** Working days to appeal, and those in which the appeal is decided. */
  appealWorkingDays: number;
  decisionWorkingDays: number;
  /** Do sums of the user's tasks stop too? */
  stopsMoney: boolean;
}

/** How the offer is accepted (2.1.1, 2.1.2), by the form each party's kind allows. */
export interface Acceptance {
  /** The acceptance's own id: tasks pin it. */
  acceptance: string;
  /** SHA-256 of the revision's text. */
  revision: string;
  /** The contractor's box, by its exact words. */
  checkbox?: string;
  /** The customer's accession statement, by the SHA-256 of its text (2.1.1). */
  statement?: string;
}

export interface Registration {
  /** The account's own uuid. */
  id: string;
  kind: AccountKind;
  roles: ('customer' | 'contractor')[];
  staff?: StaffRole[];
  /** The person who registers it and owns it. */
  person: string;
  /** Name, e-mail, language. */
  details: TextReference;
  /** The keyed hash of the IIN or BIN. */
  identifier?: string;
  /** Consent to the processing of personal data, by the SHA-256 of its text (7.2). */
  consent?: string;
}

type Reasoned = { reasons: TextReference };
type Reckoned = { calendar: Calendar };
type Nothing = Record<string, never>;
/** What a child life's report bears. */
type Reported = { child: string };
type Member = { person: string };

export interface VerificationOrder {
  what: TextReference;
  kinds: string[];
  terms: object;
}

export interface ReidentificationOrder {
  person: string;
  number: TextReference;
  proof: 'password' | 'device' | 'documents';
  evidence?: TextReference;
  terms: object;
}

export type AccountEvent =
  | Told<'register', Registration>
  | Told<'changeDetails', { details: TextReference }>
  | Told<'describe', { profile: TextReference }>
  | Told<'addMember' | 'changeMember', Member & { roles: MemberRole[] }>
  | Told<'removeMember', Member>
  | Told<'setStaffRoles', { staff: StaffRole[] }>
  | Told<'declareTaxStatus', { status: TaxStatus; until?: string; evidence: TextReference; reminderDays: number }>
  | Told<'confirmTaxStatus', Nothing>
  | Told<'refuseTaxStatus', Reasoned>
  | Told<'acceptOffer', Acceptance>
  | Told<'showOffer', { revision: string }>
  | Told<'consent', Acceptance & { act: string }>
  | Told<'declineOffer', { revision: string }>
  | Told<'reportAccess', Reasoned>
  | Told<'restoreAccess', Reasoned>
  | Told<'reidentify', ReidentificationOrder>
  | Told<'identityShown', Reported>
  | Told<'reidentificationOver', Reported & { became: 'done' | 'refused' | 'lapsed' }>
  | Told<'verify', VerificationOrder>
  | Told<'verificationOver', Reported & { became: string }>
  | Told<'suspend' | 'terminate', Reckoned & Reasoned & { ground?: Ground; terms: GroundTerms }>
  | Told<'lift', Reasoned>
  | Told<'appeal', Reckoned & Reasoned>
  | Told<'grantAppeal' | 'refuseAppeal', Reasoned>
  /** How much of it still goes on: tasks, payments, disputes, debts. */
  | Told<'close', { running: number }>
  /** What authentication saw (1.3): the device by its id, new where it was not authorised before. */
  | Told<'loggedIn', { device: string; isNew: boolean; how: 'code' | 'password' | 'device'; ended: number }>
  | Told<'loggedOut', { ended: number }>
  | Told<'deviceAuthorised' | 'deviceRevoked', { device: string }>
  | Told<'passwordSet', Nothing>
  | Told<'lockedOut', { until: string }>;

/** A suspension or termination (4.4.2), until it is lifted. */
export interface Sanction {
  /** Left out where the user is not to be told; it stands in the sealed reasons then. */
  ground?: Ground;
  terms: GroundTerms;
  reasons: TextReference;
  /** The member of staff who ordered it: an appeal is decided by another. */
  by: string;
  at: string;
  appealUntil: string;
  /** The term to appeal passed without an appeal. */
  final?: boolean;
}

export interface AccountContext extends Bound {
  id: string;
  kind: AccountKind;
  staff: StaffRole[];
  members: Record<string, MemberRole[]>;
  details: TextReference;
  identifier?: string;
  consent?: string;
  /** The acceptance under which the account stands, and what was shown of a later revision. */
  offer?: Acceptance & { at: string; form: 'checkbox' | 'statement' | 'conduct'; shownAt?: string };
  shown?: { revision: string; at: string } | undefined;
  declined?: string | undefined;
  tax?: { status: TaxStatus; until?: string; evidence: TextReference; reminderDays: number; confirmed: boolean } | undefined;
  /** Why the status declared last was not confirmed. */
  taxRefused?: TextReference | undefined;
  profile?: { text: TextReference; version: number };
  /** How many child lives of each kind were begun. */
  children: Record<string, number>;
  verification?: string | undefined;
  reidentification?: string | undefined;
  /** The operator has seen in documents who asked for it. */
  identityShown?: boolean | undefined;
  reported: boolean;
  /** What was reported, until it is answered. */
  report?: TextReference | undefined;
  /** When all its sessions were last ended together. */
  sessionsVoidedAt?: string;
  sanction?: Sanction | undefined;
  appeal?: { reasons: TextReference; decideBy: string; late?: boolean; refusal?: TextReference } | undefined;
}
