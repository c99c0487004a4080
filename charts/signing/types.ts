import type { BoundParties, ChartEvent, ErasableRef } from '../law.ts';

export type DocumentKind = 'completion-act' | 'contract' | 'order';

/** The parties whose confirmation a document may need. */
export type Side = 'customer' | 'contractor';

/** A document by its hash. Its bytes are stored elsewhere, once per hash. */
export interface DocumentReference {
  kind: DocumentKind;
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
  customer: string;
  contractor: string;
  document: DocumentReference;
  paper: PaperName;
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
