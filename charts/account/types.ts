import type { Calendar } from '../../rules/working-days.ts';
import type { BoundParties, ChartEvent, ErasableRef } from '../law.ts';

/** What a legal party is (1.6, 1.7). `staff` works for the operator. */
export type AccountKind = 'natural' | 'entrepreneur' | 'company' | 'staff';
/** The kind of document that shows whose the IIN or BIN is: of a company its own, and not that of who acts for it. */
export const documentOf = (kind: AccountKind) => (kind === 'company' ? 'company' : 'identity');
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
  /** True if the user may learn the ground. */
  told: boolean;
  /** Working days to appeal, and those in which the appeal is decided. */
  appealWorkingDays: number;
  decisionWorkingDays: number;
  /** Do sums of the user's tasks stop too? Only by an order that is named. */
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
  details: ErasableRef;
  /** The keyed hash of the IIN or BIN. */
  identifier?: string;
  /** Consent to the processing of personal data, by the SHA-256 of its text (7.2). */
  consent?: string;
}

interface Reasoned {
  reasons: ErasableRef;
}
interface Reckoned {
  calendar: Calendar;
}
type Nothing = Record<string, never>;
/** The input of a child life's report. */
type Reported = { child: string };
type Member = { person: string };

export interface VerificationOrder {
  what: ErasableRef;
  kinds: string[];
  terms: object;
}

export interface ReidentificationOrder {
  person: string;
  number: ErasableRef;
  proof: 'password' | 'device' | 'documents';
  evidence?: ErasableRef;
  terms: object;
}

export type AccountEvent =
  | ChartEvent<'register', Registration>
  | ChartEvent<'changeDetails', { details: ErasableRef; emailChanged?: boolean }>
  | ChartEvent<'describe', { profile: ErasableRef }>
  | ChartEvent<'addMember' | 'changeMember', Member & { roles: MemberRole[] }>
  | ChartEvent<'removeMember', Member>
  /** `required`: whether the account's binding acts must carry the signature of a device. */
  | ChartEvent<'signActs', { required: boolean }>
  | ChartEvent<'setStaffRoles', { staff: StaffRole[] }>
  | ChartEvent<'declareTaxStatus', { status: TaxStatus; until?: string; evidence: ErasableRef; reminderDays: number }>
  | ChartEvent<'confirmTaxStatus', Nothing>
  | ChartEvent<'refuseTaxStatus', Reasoned>
  | ChartEvent<'acceptOffer', Acceptance>
  | ChartEvent<'showOffer', { revision: string }>
  | ChartEvent<'consent', Acceptance & { act: string }>
  | ChartEvent<'declineOffer', { revision: string }>
  | ChartEvent<'reportAccess', Reasoned>
  | ChartEvent<'restoreAccess', Reasoned>
  | ChartEvent<'reidentify', ReidentificationOrder>
  | ChartEvent<'identityShown', Reported>
  | ChartEvent<'reidentificationOver', Reported & { became: 'done' | 'refused' | 'lapsed' }>
  | ChartEvent<'verify', VerificationOrder>
  | ChartEvent<'verificationOver', Reported & { became: string; kinds: string[] }>
  /** The user shows a document of its own accord, to prove the IIN or BIN. */
  | ChartEvent<'proveIdentity', VerificationOrder>
  | ChartEvent<'changeIdentifier', { identifier: string }>
  /** Somebody else registered with the same number. Somebody else proved it. */
  | ChartEvent<'identityClaimed' | 'identityDisplaced', Nothing>
  | ChartEvent<'withdrawIdentity', Reasoned>
  | ChartEvent<'suspend', Ordered>
  /** Confirmed by a second person. The proposal is kept outside the lives, because the user must not learn of it earlier. */
  | ChartEvent<'terminate', Ordered & { proposed: Proposer }>
  | ChartEvent<'lift', Reasoned>
  | ChartEvent<'appeal', Reckoned & Reasoned>
  | ChartEvent<'grantAppeal' | 'refuseAppeal', Reasoned>
  /** `running`: the number of its tasks, payments, disputes and debts that have not ended. */
  | ChartEvent<'close', { running: number }>
  /** An event of authentication (1.3), with the id of the device. `isNew` if it was not authorised before. */
  | ChartEvent<'loggedIn', { device: string; isNew: boolean; how: 'code' | 'password' | 'device'; ended: number }>
  | ChartEvent<'loggedOut', { ended: number }>
  | ChartEvent<'deviceAuthorised' | 'deviceRevoked', { device: string }>
  | ChartEvent<'passwordSet', Nothing>
  | ChartEvent<'lockedOut', { until: string }>;

/** Who proposed a termination: the account of the staff, and the keyed hash of the person. */
export interface Proposer {
  account: string;
  person?: string;
}

interface Ordered extends Reckoned, Reasoned {
  ground?: Ground;
  terms: GroundTerms;
  /** The order of an authority by which sums are stopped: authority, number and date. */
  order?: ErasableRef;
}

/** A suspension or termination (4.4.2), until it is lifted. */
export interface Sanction {
  /** Absent if the user must not learn it; then it is in the sealed reasons. */
  ground?: Ground;
  terms: GroundTerms;
  reasons: ErasableRef;
  /** The member of staff who ordered it, by account and person, and who had proposed it: an appeal is decided by another. */
  by: string;
  byPerson?: string;
  proposed?: Proposer;
  /** The order of an authority by which sums are stopped: authority, number and date. */
  order?: ErasableRef;
  at: string;
  appealUntil: string;
  /** The term to appeal passed without an appeal. */
  final?: boolean;
}

/** Who reads an account's notices: its present addresses, its earlier email, or the person whose membership was changed last. */
export type AccountReader = 'account' | 'formerEmail' | 'lastMember';

export interface AccountContext extends BoundParties {
  id: string;
  kind: AccountKind;
  staff: StaffRole[];
  members: Record<string, MemberRole[]>;
  details: ErasableRef;
  /** The text of the details before the last change, if the email changed. The former email then gets a notice. */
  formerDetails?: string | undefined;
  /** The person whose membership was changed last. This person gets a notice of it. */
  lastMember?: string;
  identifier?: string;
  consent?: string;
  /** Its binding acts must carry the signature of a device. */
  signsActs?: boolean;
  /** The current acceptance of the account, and the later revision that was shown. */
  offer?: Acceptance & { at: string; form: 'checkbox' | 'statement' | 'conduct'; shownAt?: string };
  shown?: { revision: string; at: string } | undefined;
  declined?: string | undefined;
  tax?: { status: TaxStatus; until?: string; evidence: ErasableRef; reminderDays: number; confirmed: boolean } | undefined;
  /** Why the status declared last was not confirmed. */
  taxRefused?: ErasableRef | undefined;
  profile?: { text: ErasableRef; version: number };
  /** How many child lives of each kind were begun. */
  children: Record<string, number>;
  verification?: string | undefined;
  /** The verification in which the IIN or BIN was proved, or why the staff withdrew it. */
  proof?: string | undefined;
  withdrawal?: ErasableRef | undefined;
  reidentification?: string | undefined;
  /** The operator has seen in documents who asked for it. */
  identityShown?: boolean | undefined;
  reported: boolean;
  /** What was reported, until it is answered. */
  report?: ErasableRef | undefined;
  /** When all its sessions were last ended together. */
  sessionsVoidedAt?: string;
  sanction?: Sanction | undefined;
  appeal?: { reasons: ErasableRef; decideBy: string; late?: boolean; refusal?: ErasableRef } | undefined;
}
