import type { BoundParties, ChartEvent, ErasableRef, FileRef, Shown } from '../law.ts';

/** Who reviews: each of the two parties of a closed task, the other. */
export type Author = 'customer' | 'contractor';

/** The dated parameters of the day on which the task was posted. */
export interface ReviewTerms {
  /** How long before the end a party without a review is reminded. */
  reminderHours: number;
  /** How long after publication the reviews may be replied to. */
  replyDays: number;
}

/** What one party wrote of the other, and replied to the other's. Texts are kept outside the chain. */
export interface Written {
  /** One to five. */
  stars?: number;
  note?: ErasableRef | undefined;
  files?: FileRef[] | undefined;
  /** The reply to the other's review: once. */
  reply?: ErasableRef | undefined;
  replyFiles?: FileRef[] | undefined;
  replied?: true;
  /** The operator's reasons for having blocked the texts and files (4.4.3). */
  blocked?: ErasableRef;
}

export type ReviewEvent =
  | ChartEvent<'open', { parent: string; customer: string; contractor: string; closesAt: string; terms: ReviewTerms }>
  | ChartEvent<'write', { stars: number; note?: ErasableRef } & Shown>
  | ChartEvent<'reply', { message: ErasableRef } & Shown>
  | ChartEvent<'block', { party: Author; reasons: ErasableRef }>;

export interface ReviewContext extends BoundParties {
  parent?: string;
  closesAt?: string;
  terms?: ReviewTerms;
  /** Set when nothing is secret any more: both have written, or the time is over. */
  publishedAt?: string;
  written: Partial<Record<Author, Written>>;
}
