import type { Bound, TextReference, Told } from '../law.ts';

/** Who reviews: each of the two parties of a closed task, the other. */
export type Author = 'customer' | 'contractor';

/** What the parties stand under: the dated parameters of the day their task was posted. */
export interface ReviewTerms {
  /** How long before the end whoever has not written is reminded. */
  reminderHours: number;
  /** How long after publication the reviews may be replied to. */
  replyDays: number;
}

/** What one party wrote of the other, and replied to the other's. Texts are kept outside the chain. */
export interface Written {
  /** One to five. */
  stars?: number;
  note?: TextReference | undefined;
  /** The reply to the other's review: once. */
  reply?: TextReference | undefined;
  replied?: true;
  /** The operator's reasons for having blocked the texts (4.4.3). */
  blocked?: TextReference;
}

export type ReviewEvent =
  | Told<'open', { parent: string; customer: string; contractor: string; closesAt: string; terms: ReviewTerms }>
  | Told<'write', { stars: number; note?: TextReference }>
  | Told<'reply', { message: TextReference }>
  | Told<'block', { party: Author; reasons: TextReference }>;

export interface ReviewContext extends Bound {
  parent?: string;
  closesAt?: string;
  terms?: ReviewTerms;
  /** Set when nothing is secret any more: both have written, or the time is over. */
  publishedAt?: string;
  written: Partial<Record<Author, Written>>;
}
