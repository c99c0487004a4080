/** The orders of a transition in addition to its context changes: side effects, notices and postings. The commit executes them, not the chart. */
import type { PayoutFault } from '../rules/payout-details.ts';
import type { Way } from '../rules/signing-ways.ts';
import type { Component } from '../rules/withholding.ts';
import type { PricedPart } from '../rules/work-lines.ts';
import type { AwardGround } from './fee/types.ts';
import type { InvoiceContext } from './invoice/types.ts';
import type { ErasableRef, Party } from './law.ts';
import type { Language } from './messages.ts';
import type { DocumentKind, IssuedKind, Side } from './signing/types.ts';
import type { WorkTerms } from './task/types.ts';

/** The messages between lives. Each is an event of the receiving life. */
export type LifeMessage =
  // to a task
  | 'partySigned'
  | 'signed'
  | 'signingRefused'
  | 'signingExpired'
  | 'paymentHeld'
  | 'paymentCaptured'
  | 'paymentFailed'
  | 'paymentExpired'
  | 'paymentCancelled'
  | 'paymentRefunded'
  | 'paymentTakenBack'
  | 'paidOut'
  | 'payoutRefused'
  | 'payoutReturned'
  | 'payoutStopped'
  | 'claimSettled'
  | 'claimAdmitted'
  | 'claimDropped'
  | 'claimCertified'
  // to an invoice or an extra
  | 'paymentSettled'
  // to a signing
  | 'confirm'
  | 'replace'
  // to a payment
  | 'capture'
  | 'release'
  | 'notPaidOut'
  | 'callOff'
  // to a payout
  | 'stop'
  | 'refused'
  | 'taxChanged'
  | 'detailsChanged'
  // to an account
  | 'verificationOver';

export interface StartChild<Type extends string = string> {
  /** The id of the life to be created. */
  child: string;
  /** Its first event. */
  type: Type;
  by: Party;
  actor?: { account: string };
  input: object;
}

export interface SendToLife<Type extends string = string> {
  /** The id of the receiving life. */
  to: string;
  type: Type;
  input: object;
}

/** A document of a task, and the signing in which its parties confirm it. */
export interface IssueDocument {
  /** The signing to be created: `signing/<task>/<n>`. */
  child: string;
  kind: DocumentKind;
  order: readonly Side[];
  /** The parties confirm in any order. */
  sideBySide?: true;
  /** The covered lines by id, each with its quantity and price in tiyn. Default: all lines. */
  lines?: { line: number; quantity: string; amount: string }[];
  /** Tiyn, as a decimal string. */
  amount: string;
  /** Of an act: what the contractor added for it. */
  particulars?: ErasableRef;
  signBy?: string;
  reminders?: string[];
  confirmed?: Partial<Record<Side, string>>;
}

/**
 * A paper that needs no other confirmations than those that its event brings: its signing is born complete, unless it is `toSign`. What it says is in the
 * record of the life; the parameters of its kind are what the event changes there. The performer names the signing.
 */
export type IssuePaper = { [Kind in IssuedKind]: { kind: Kind; confirmed: Partial<Record<Side, string>> } & Papers[Kind] }[IssuedKind];

/** What a paper still needs: a party whose account does not count has to sign it in time. */
export interface ToSign {
  ways: Partial<Record<Side, Way[]>>;
  signBy: string;
  reminders: string[];
}

/** The kinds of such papers, each with its own parameters. */
export interface Papers {
  claim: object;
  answer: object;
  /** `toSign`: both have agreed, and one of them at least has yet to sign. */
  settlement: { toSign?: ToSign };
  'pre-trial-statement': object;
  refusal: NotAccepted & { reworkBy: string };
  'defect-list': NotAccepted & { reworkBy?: string };
  'briefing-sheet': { wording: ErasableRef; note?: ErasableRef };
  /** The version that the amendment makes. */
  amendment: { before: WorkTerms; after: WorkTerms; version: number };
  /** Sums in tiyn, as decimal strings: `cost` is what the ending costs the customer beside accepted work. */
  /** `owed` and `otherOwed`: of this debt and of the other one, before the set-off. Tiyn, as decimal strings. */
  'set-off-statement': { debt: string; amount: string; owed: string; otherOwed: string };
  /** What the customer owes the operator for a month, the act of the services, and what a credit or a claim of the penalty says. */
  invoice: object;
  'service-act': object;
  /** `nth` among the credits of the invoice, and what had been credited before it. */
  'credit-note': { nth: number; before: string };
  /** What the penalty is reckoned of, as it stood at the claim. */
  'penalty-sheet': { nth: number; debt: Pick<InvoiceContext, 'principal' | 'credits' | 'payments' | 'dueOn'> };
  'ending-agreement': { proposer: Side; approved: string; cost: string; paid: string; reasons?: ErasableRef };
}

/** What of a submission the customer does not accept. `reworkBy`: until when it is put right; left out where it is given up. */
interface NotAccepted {
  submission: number;
  parts: PricedPart[];
  /** Tiyn, as a decimal string. */
  amount: string;
  reasons: ErasableRef;
}

/** A payout that came back, and why. */
export interface PayoutBack {
  payout: string;
  reason: PayoutFault;
  /** What less came back than was paid, in tiyn: two of the staff have accepted that the bank kept it. */
  short?: string;
}

/** What of a social transfer came back, and why: the line of a contractor, or the whole order of a component. */
export interface TransferBack {
  /** The life of the transfer. */
  transfer: string;
  component: Component;
  contractor?: string;
  reason: PayoutFault;
}

export type CameBack = PayoutBack | TransferBack;

/** A payment at the provider, by the reference it was opened under. */
interface AtProvider {
  reference: string;
}

/** Tiyn, as a decimal string. */
interface Sum {
  amount: string;
}

/**
 * The one address of a notice that does not go to its account's present ones: the email of other details, by the id of their erasable text, or the
 * number of a person. `asks`: the letter brings the code by which the owner of the address confirms it.
 */
export type Elsewhere = { details: string; asks?: true } | { person: string };

/** Every kind of side effect with its parameters. `activities/performers.ts` has a performer for each but `startChild`, which the commit carries out. */
export interface Effects {
  /** Both are ordered by a notice. Its row names the account; the parameters name another address. */
  sendEmail: { details?: string; asks?: true };
  sendSms: { person?: string };
  startChild: StartChild<'ask' | 'charge' | 'open' | 'claim' | 'owe'>;
  sendToLife: SendToLife<LifeMessage>;
  issueDocument: IssueDocument;
  /** Reads the document of a signing and each electronic signature from the store, and checks them again. Its answer is `checked`. */
  checkSignatures: object;
  issuePaper: IssuePaper;
  /** Sends each account that a person acts for, and those that were told before, the state of the person's re-identification. It is read when the effect is performed. */
  tellAccounts: { person: string };
  /** `number` is a text `{ number }` in E.164. */
  changeNumber: { person: string; number: ErasableRef };
  /** Sends an account's status to each of its running tasks. The status is read when the effect is performed. */
  tellTasks: { account: string };
  /** Tells the other accounts with the same IIN or BIN that the number was registered again, or that it was proved. */
  tellHolders: { account: string; event: 'identityClaimed' | 'identityDisplaced' };
  /** Takes the sum off another debt, whose answer is `setOffDone` or `setOffFailed`. */
  setOffDebt: Sum & { debt: string };
  createPayment: Sum & { mode: 'hold' | 'charge' };
  askPayment: AtProvider;
  closePayment: AtProvider;
  releasePayment: AtProvider;
  capturePayment: AtProvider & Sum;
  refundPayment: AtProvider & Sum;
  /** Draws the certificate of a period. Its answer is `drawn` or `notDrawn`. */
  drawExtra: { kind: 'income-certificate'; from: string; to: string; language: Language };
  /** Has an invoice or a debt take money that came, or a payout or a social transfer that it came back. Its answer is `applied`, `notApplied`, or `cameShort`. */
  applyInflow: Sum & { inflow: string; paidOn: string; to: { pays: string } | CameBack };
  /** Has a payout, an order of payouts, a social transfer or what was recorded before take money that went out. Its answer is `applied` or `notApplied`. */
  applyOutflow: Sum & { outflow: string; paidOn: string; pays: string; component?: Component };
  /** Whether and when a notice of the life was sent, and whether the operator's requisites were set then. */
  askNotice: { template: string };
  /**
   * Chooses the details of the account that count now, and claims what may go out in a day and a month. `allowed`: the version that two
   * persons let it go to, whatever the limits. `refused`: the version that the bank did not take.
   */
  preparePayout: Sum & { account: string; allowed?: string; refused?: string };
  /**
   * `details`: the version that the payout has pinned; `income`: what of it pays for work; `payer`: the account behind it; `inFull`: it waits for no tax
   * status. `byBank`: it is not sent but listed in a payment order.
   */
  sendPayout: Sum & { account: string; details: string; byBank?: true; income?: string; payer?: string; inFull?: true };
  /** Has each of these payouts join a payment order to the bank, go out with it or leave it. The answer says what the order comes to then. */
  moveOrder: { step: 'take' | 'handOver' | 'leave'; payouts: string[] };
  /** Tells the contractor of a task that is paid through the platform to name payout details, if none are named. */
  askDetails: object;
  /** Whether a payout still waits for a tax status. */
  reviewTax: object;
  /** Tells the payouts of an account that its tax status may have changed, or that it has named other details. */
  tellPayouts: { account: string; type: 'taxChanged' | 'detailsChanged' };
  askPayout: AtProvider;
  /** Asks the finance for a tax invoice (ЭСФ) of what the event charged or credited, if the operator owes one. `amount`: negative for a credit. */
  askTaxInvoice: Sum & { nth: number; paper: string };
  /**
   * Charges the commission on what a claim that stands alone brings for the work of its task, once (3.2). `amount`: below zero for what comes off the price.
   * `nth` among what the claim brings.
   */
  chargeClaim: Sum & { task: string; nth: number; ground: AwardGround };
  /** Asks for a receipt of what a payout paid for work, if its payee has to give one. */
  askReceipt: object;
  /** Has a file looked at. Its answer is `passed`, `infected` or `unfit`. */
  scanFile: { content: string; mediaType: string };
  /** Whether a file hangs on anything. Its answer is `used` or `unused`. */
  askUse: object;
  /** Whether the task or the dispute of a thread lets nobody write any more. Its answer is `over`; there is none while somebody may. */
  askWhetherOver: { about: string };
  /** Has the task or the dispute of a thread note how far it has come, unless that is over. */
  noteMessages: { about: string; messages: number; contractor?: string };
}

/** What a chart may order: letters and texts follow from its notices. */
type Orderable = Omit<Effects, 'sendEmail' | 'sendSms'>;

/**
 * A sum moved from one account of the books to another. Tiyn, as a decimal string. The accounts are of a kind in `rules/account-kinds.ts`.
 *
 * `single` moves it at once. `pending` reserves it: a life has one between two accounts at a time. `post` moves all or a part of what is pending between the
 * same accounts, and lets the rest go. `void` lets all of it go, and names the whole sum.
 */
export interface Posting extends Sum {
  phase: 'single' | 'pending' | 'post' | 'void';
  debit: string;
  credit: string;
  code: string;
}

/** What a chart says of a posting: most are single. */
export type Booking = Omit<Posting, 'phase'> & Partial<Pick<Posting, 'phase'>>;

const nothingHappens = (): void => {};

/**
 * The builders of one chart's orders. `Scope` is its context and event, `Reader` who its notices go to, `Template` the notices its messages have.
 * A test's chart brings a catalogue of its own.
 */
export const ordersOf = <Scope, Reader extends string, Template extends string, Catalogue = Orderable>() => {
  type Order<Type, Params> = { type: Type; params: Params | ((scope: Scope) => Params) };
  interface Orders {
    notify: { to: Reader; template: Template };
    book: { postings: Posting[] };
  }
  type All = Catalogue & Orders;

  return {
    /** Work outside the transaction. Parameters that the context decides are a function of it. */
    effect: <Kind extends keyof Catalogue>(kind: Kind, params: Catalogue[Kind] | ((scope: Scope) => Catalogue[Kind])) =>
      ({ type: kind, params }) satisfies Order<Kind, Catalogue[Kind]>,

    /** A notice to some of those whom the life concerns. */
    notify: (to: Reader, template: Template) => ({ type: 'notify' as const, params: { to, template } }),

    /** Postings to the books. */
    book: (bookings: (scope: Scope) => Booking[]) => ({
      type: 'book' as const,
      params: (scope: Scope) => ({ postings: bookings(scope).map((each): Posting => ({ phase: 'single', ...each })) }),
    }),

    /** The orders that a chart gives, as its `setup` has to name them: xstate checks their parameters. */
    ordered: <Kind extends keyof All>(...kinds: Kind[]): { [Each in Kind]: (scope: unknown, params: All[Each]) => void } =>
      Object.fromEntries(kinds.map((kind) => [kind, nothingHappens])) as Record<Kind, () => void>,
  };
};
