import type { CoolingTerms, DetailsVersions } from '../../rules/payout-details.ts';
import type { Exemption, TaxStatus } from '../../rules/payout-tax.ts';
import type { Charge, Plan } from '../../rules/tariff.ts';
import type { WayOfPayment } from '../../rules/way-of-payment.ts';
import type { Calendar } from '../../rules/working-days.ts';
import type { BoundParties, ChartEvent, ErasableRef, Proposer, Shown } from '../law.ts';
import type { LetterChoice } from '../messages.ts';

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

/** `exemption`: why a self-employed person pays no social payments; the evidence shows it too. */
interface DeclaredTax {
  status: TaxStatus;
  until?: string;
  exemption?: Exemption;
  evidence: ErasableRef;
  reminderDays: number;
}

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
  /** The electronic signature (ЭЦП) under that text, by the SHA-256 of its CMS. */
  signature?: string;
}

/** What became of the e-mail: a new address was named, there is none any more, or the confirmed one was named again. */
export type EmailChange = 'named' | 'removed' | 'restored';

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
  /** The details name an e-mail address. */
  email?: 'named';
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
type Invited = { invitation: string };

export interface VerificationOrder {
  what: ErasableRef;
  kinds: string[];
  terms: object;
}

/** What a customer chose to be charged by (3.2). */
export interface ChosenPlan {
  /** The code of the plan. */
  plan: string;
  /** A civil date: the first of a month. */
  from: string;
  /** Individual terms, as they were agreed. */
  terms?: Plan;
}

/** Dated parameters of the day of an invitation. */
export interface InvitationTerms {
  /** After how many days it lapses. */
  days: number;
  /** How many open invitations an account may have. */
  most: number;
}

/** An invitation to be a member of a company. Membership begins when the person accepts it. */
export interface Invitation {
  person: string;
  roles: MemberRole[];
  /** The person who invited. */
  by: string;
  /** When it lapses. */
  until: string;
}

export type AccountEvent =
  | ChartEvent<'register', Registration>
  | ChartEvent<'changeDetails', { details: ErasableRef; email?: EmailChange }>
  /** The code of the letter to the address that these details name was entered. */
  | ChartEvent<'confirmEmail', { details: string }>
  | ChartEvent<'sendEmailCode', Nothing>
  /** The owner of an address said "not me". `details`: the texts that name it. */
  | ChartEvent<'emailRefused', { details: string[] }>
  | ChartEvent<'describe', { profile: ErasableRef } & Shown>
  /** A new version, which is the id of its text. `acting`: the persons whom it names as acting for a company. */
  | ChartEvent<'setRequisites', { requisites: ErasableRef; acting: string[] }>
  /** A new version of where the account is paid to, which is the id of its text. */
  | ChartEvent<'setPayoutDetails', { details: ErasableRef; cooling: CoolingTerms }>
  /** Those that do not count yet. */
  | ChartEvent<'withdrawPayoutDetails', Nothing>
  /** Invites a person. `invitation` is the id of the invitation, `by` the person who invites. */
  | ChartEvent<'addMember', Invited & Member & { roles: MemberRole[]; by: string; terms: InvitationTerms }>
  | ChartEvent<'withdrawInvitation', Invited>
  /** By the person invited, who may have no account to act for. */
  | ChartEvent<'invitationAccepted' | 'invitationDeclined', Invited & Member>
  | ChartEvent<'changeMember', Member & { roles: MemberRole[] }>
  | ChartEvent<'removeMember', Member>
  /** By the member, who wants to be one no longer. */
  | ChartEvent<'memberLeft', Member>
  /** `required`: whether the account's binding acts must carry the signature of a device. */
  | ChartEvent<'signActs', { required: boolean }>
  /** A plan of the operator's tariffs from the first day of a month, or individual terms that two of the staff offered. */
  | ChartEvent<'choosePlan', ChosenPlan>
  /** How its tasks are paid whose post names no way (5.2). */
  | ChartEvent<'choosePayment', { payment: WayOfPayment }>
  /** Which letters it wants. What is left out stays as it is, and what has legal weight is sent always. */
  | ChartEvent<'chooseNotices', Partial<Record<LetterChoice, boolean>>>
  /** What the customer is charged changes with a revision of the tariffs, from a day. */
  | ChartEvent<'tariffsChange', { revision: number; from: string; charge: Charge; nextCharge: Charge }>
  /** New tasks match the saved searches of the account. `letter`: what the letter tells of is kept under this id, as long as it is open. */
  | ChartEvent<'tasksFound', { letter: string }>
  /** The same of contractors. */
  | ChartEvent<'contractorsFound', { letter: string }>
  /** Two of the staff offered individual terms, which can be chosen until a day. */
  | ChartEvent<'planOffered', { plan: string; until: string; charge: Charge; nextCharge: Charge }>
  /** Two members of the staff decide about the roles and the dismissal of a third. */
  | ChartEvent<'setStaffRoles', { staff: StaffRole[]; proposed: Proposer }>
  | ChartEvent<'dismiss', Reasoned & { proposed: Proposer }>
  | ChartEvent<'declareTaxStatus', DeclaredTax & Shown>
  | ChartEvent<'confirmTaxStatus', Nothing>
  | ChartEvent<'refuseTaxStatus', Reasoned>
  | ChartEvent<'acceptOffer', Acceptance>
  | ChartEvent<'showOffer', { revision: string }>
  | ChartEvent<'consent', Acceptance & { act: string }>
  | ChartEvent<'declineOffer', { revision: string }>
  | ChartEvent<'reportAccess', Reasoned & Shown>
  | ChartEvent<'restoreAccess', Reasoned>
  /** The number of a person who acts for the account is being changed. `pauses` once the person is proved. */
  | ChartEvent<'reidentificationBegun', { reidentification: string; pauses: boolean }>
  | ChartEvent<'reidentificationOver', { reidentification: string; became: 'done' | 'refused' | 'lapsed' }>
  | ChartEvent<'verify', VerificationOrder>
  | ChartEvent<'verificationOver', Reported & { became: string; kinds: string[] }>
  /** The user shows a document of its own accord, to prove the IIN or BIN. */
  | ChartEvent<'proveIdentity', VerificationOrder>
  | ChartEvent<'changeIdentifier', { identifier: string }>
  /** Somebody else registered with the same number. Somebody else proved it. */
  | ChartEvent<'identityClaimed' | 'identityDisplaced', Nothing>
  /** A task that is paid through the platform was accepted. */
  | ChartEvent<'detailsAwaited', Nothing>
  /** Two members of the staff decide, because it displaces the account. */
  | ChartEvent<'withdrawIdentity', Reasoned & { proposed: Proposer }>
  | ChartEvent<'suspend', Ordered>
  /** Confirmed by a second person. The proposal is kept outside the lives, because the user must not learn of it earlier. */
  | ChartEvent<'terminate', Ordered & { proposed: Proposer }>
  | ChartEvent<'lift', Reasoned>
  | ChartEvent<'appeal', Reckoned & Reasoned & Shown>
  | ChartEvent<'grantAppeal' | 'refuseAppeal', Reasoned>
  /** `running`: the number of its tasks, payments, disputes and debts that have not ended. */
  | ChartEvent<'close', { running: number }>
  /** An event of authentication (1.3), with the id of the device. `isNew` if it was not authorised before. */
  | ChartEvent<'loggedIn', { device: string; isNew: boolean; how: 'code' | 'password' | 'device'; ended: number }>
  | ChartEvent<'loggedOut', { ended: number }>
  | ChartEvent<'deviceAuthorised' | 'deviceRevoked', { device: string }>
  | ChartEvent<'passwordSet' | 'secondFactorSet', Nothing>
  | ChartEvent<'lockedOut' | 'secondFactorGuessed', { until: string }>;

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

/**
 * Who reads an account's notices: its present addresses, its earlier email, a new one that is not confirmed, or the person who was invited or whose
 * membership was changed last.
 */
export type AccountReader = 'account' | 'formerEmail' | 'newEmail' | 'lastMember' | 'invited';

export interface AccountContext extends BoundParties {
  id: string;
  kind: AccountKind;
  staff: StaffRole[];
  /** The person who registered the account. */
  registrant: string;
  members: Record<string, MemberRole[]>;
  /** The open invitations, by their ids. */
  invitations: Record<string, Invitation>;
  details: ErasableRef;
  /**
   * The texts of details whose e-mail address its owner confirmed, and has not confirmed yet. Letters go only to the confirmed one. `refused`: the
   * owner of the address named last wants no letters.
   */
  confirmedEmail?: string | undefined;
  newEmail?: string | undefined;
  emailRefused?: boolean | undefined;
  /** The last event asked the new address to be confirmed. */
  asksNewEmail?: boolean | undefined;
  /** The text of the details whose email the last event replaced. The former email then gets a notice. */
  formerDetails?: string | undefined;
  /** The person who was invited or whose membership was changed last. This person gets a notice of it. */
  lastMember?: string;
  identifier?: string;
  consent?: string;
  /** The plans of the operator's tariffs that it chose, in the order of their months. */
  plans?: ChosenPlan[];
  /** How its tasks are paid whose post names no way (5.2). Absent: the usual way. */
  payment?: WayOfPayment;
  /** False: no letters tell of unread messages, of tasks that were found, or of contractors that were. */
  messageLetters?: boolean;
  searchLetters?: boolean;
  contractorLetters?: boolean;
  /** Its binding acts must carry the signature of a device. */
  signsActs?: boolean;
  /** The current acceptance of the account, and the later revision that was shown. */
  offer?: Acceptance & { at: string; form: 'checkbox' | 'statement' | 'conduct'; shownAt?: string };
  shown?: { revision: string; at: string } | undefined;
  declined?: string | undefined;
  tax?: (DeclaredTax & { confirmed: boolean }) | undefined;
  /** Why the status declared last was not confirmed. */
  taxRefused?: ErasableRef | undefined;
  profile?: { text: ErasableRef; version: number };
  /** The version of the requisites that the next paper pins. Earlier ones stay, because papers pin them. */
  requisites?: ErasableRef;
  /** Where it is paid to. Payouts pin the version that they were sent to. */
  payoutDetails?: DetailsVersions;
  /** It has named payout details, or was told that money will wait for them. */
  knowsOfDetails?: true;
  /** How many child lives of each kind were begun. */
  children: Record<string, number>;
  verification?: string | undefined;
  /** The verification in which the IIN or BIN was proved, or why the staff withdrew it. */
  proof?: string | undefined;
  withdrawal?: ErasableRef | undefined;
  /** The running re-identifications of persons who act for the account, and whether each pauses its commands. */
  reidentifications: Record<string, boolean>;
  reported: boolean;
  /** What was reported, until it is answered. */
  report?: ErasableRef | undefined;
  /** When all its sessions were last ended together. */
  sessionsVoidedAt?: string;
  sanction?: Sanction | undefined;
  appeal?: { reasons: ErasableRef; decideBy: string; late?: boolean; refusal?: ErasableRef } | undefined;
}
