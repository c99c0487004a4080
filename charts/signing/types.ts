import type { PaperKind } from '../../rules/requisites.ts';
import type { Way } from '../../rules/signing-ways.ts';
import type { BoundParties, ChartEvent, ErasableRef } from '../law.ts';

/** What a task has its parties confirm. */
export type DocumentKind = Extract<PaperKind, 'completion-act' | 'contract' | 'order'>;

/** Papers that need no other confirmations than those that their event brings. */
export type IssuedKind =
  | ('claim' | 'answer' | 'settlement' | 'pre-trial-statement')
  | ('refusal' | 'defect-list' | 'briefing-sheet' | 'amendment' | 'ending-agreement' | 'set-off-statement')
  | ('invoice' | 'service-act' | 'credit-note' | 'penalty-sheet');

/** The parties whose confirmation a document may need. */
export type Side = 'customer' | 'contractor';

/** A document by its hash. Its bytes are stored elsewhere, once per hash. */
export interface DocumentReference {
  kind: PaperKind;
  /** Lower-case hex SHA-256 of its bytes. */
  sha256: string;
}

/** What a paper calls itself. */
export interface PaperName {
  /** A UUID in its QR code. */
  reference: string;
  number: string | null;
  /** The civil date in Almaty that it bears: `2026-11-28`. */
  date: string;
}

export interface AskInput {
  id: string;
  /** The life that receives the result. */
  parent: string;
  /** A paper of a claim against the operator has one of them. */
  customer?: string | undefined;
  contractor?: string | undefined;
  document: DocumentReference;
  paper: PaperName;
  /** Who confirms: one after the other, or in any order. */
  order: Side[];
  /** In any order. */
  sideBySide?: true;
  /** The ways that count for each party, as they were on the day it was asked. A later change of the rules moves nothing. Default: the account. */
  ways?: Partial<Record<Side, Way[]>>;
  /**
   * The party that brought the document itself. It may withdraw it before the first confirmation. The parent asked for nothing, so it hears nothing of what
   * becomes of it.
   */
  issuer?: Side;
  /** What the issuer calls it: `{ title }`. */
  title?: ErasableRef;
  signBy?: string;
  /** Moments before `signBy`. Without a term there are no reminders. */
  reminders?: string[];
  /** Who had confirmed in the parent before the document was drawn, and when. It counts for a party that may confirm by its account. */
  confirmed?: Partial<Record<Side, string>>;
}

/** An electronic signature by its row. The row has the signature itself; what identifies the signer stands in no event. */
export interface SignatureReference {
  id: string;
  /** Lower-case hex SHA-256 of the CMS. */
  cms: string;
}

/** `way`: by the account if it is left out. */
export interface SignInput {
  sha256: string;
  way?: Way;
  signature?: SignatureReference;
}

/** What was wrong with a signature that was read again from the store. */
export interface SignatureFault {
  party: Side;
  /** A fixed word: a fault of the check, or `missing` where the row or the document is not what was signed. */
  fault: string;
}

export type SigningEvent =
  | ChartEvent<'ask', AskInput>
  | ChartEvent<'sign', SignInput>
  | ChartEvent<'refuse' | 'refuseSignatures', { reasons: ErasableRef }>
  /** `at`: when the party confirmed in the parent. */
  | ChartEvent<'confirm', { party: Side; account: string; at: string }>
  | ChartEvent<'withdraw' | 'replace' | 'checkAgain', object>
  | ChartEvent<'checked', { faults: SignatureFault[] }>;

interface Act<By = Side> {
  party: By;
  at: string;
}

/** What a party gave over the document's hash. An electronic signature is one whose way is `cms`. */
export interface Confirmation extends Act {
  way: Way;
  signature?: SignatureReference;
}

export interface SigningContext extends BoundParties, Omit<AskInput, 'confirmed' | 'customer' | 'contractor'> {
  /** In the order they were given. */
  confirmations: Confirmation[];
  refused?: Act<Side | 'operator'> & { reasons: ErasableRef };
  withdrawn?: Act;
  /** A new document took its place while the signatures were checked. */
  replaced?: true;
  /** Of the last check. */
  faults?: SignatureFault[];
}
