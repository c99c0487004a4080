import type { BoundParties, ChartEvent, ErasableRef } from '../law.ts';

export type DocumentKind = 'completion-act' | 'contract' | 'order';

/** Papers that need no other confirmations than those that their event brings. */
export type IssuedKind =
  | ('claim' | 'answer' | 'settlement' | 'pre-trial-statement')
  | ('refusal' | 'defect-list' | 'briefing-sheet' | 'amendment' | 'ending-agreement' | 'set-off-statement');

/** The parties whose confirmation a document may need. */
export type Side = 'customer' | 'contractor';

/** A document by its hash. Its bytes are stored elsewhere, once per hash. */
export interface DocumentReference {
  kind: DocumentKind | IssuedKind;
  /** Lower-case hex SHA-256 of its bytes. */
  sha256: string;
}

export interface AskInput {
  id: string;
  /** The life that receives the result. */
  parent: string;
  /** A paper of a claim against the operator has one of them. */
  customer?: string | undefined;
  contractor?: string | undefined;
  document: DocumentReference;
  /** Who confirms, one after the other. */
  order: Side[];
  signBy?: string;
  /** Moments before `signBy`. Without a term there are no reminders. */
  reminders?: string[];
  /** Who had confirmed in the parent before the document was drawn, and when. */
  confirmed?: Partial<Record<Side, string>>;
}

export type SigningEvent =
  | ChartEvent<'ask', AskInput>
  | ChartEvent<'sign', { sha256: string }>
  | ChartEvent<'refuse', { reasons: ErasableRef }>
  | ChartEvent<'confirm', { party: Side; account: string }>
  | ChartEvent<'replace', object>;

export interface Confirmation {
  party: Side;
  at: string;
}

export interface SigningContext extends BoundParties, Omit<AskInput, 'confirmed' | 'customer' | 'contractor'> {
  /** In the order they were given. */
  confirmations: Confirmation[];
  refused?: Confirmation & { reasons: ErasableRef };
}
