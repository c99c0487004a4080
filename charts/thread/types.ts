import type { LetterTerms } from '../../rules/gathered-letters.ts';
import type { BoundParties, ChartEvent, ErasableRef, FileRef } from '../law.ts';

/** Who writes and reads: the two parties, and in the thread of a dispute the operator's staff too. */
export type Side = 'customer' | 'contractor' | 'operator';

/** Dated parameters of the day on which the thread was opened. */
export interface ThreadTerms extends LetterTerms {
  /** After so many days without a message it is asked whether anybody may still write. */
  idleDays: number;
  /** The hour of the day in Almaty at which the task or the dispute notes what was written. */
  notedHour: number;
}

export interface OpenThread {
  /** The task or the dispute that it is about. */
  about: string;
  customer?: string;
  contractor?: string;
  terms: ThreadTerms;
}

/** What was written. `shown`: what the others read of it, where contacts are masked (4.1.7). */
interface Wording {
  text: ErasableRef;
  shown?: ErasableRef;
}

export type ThreadEvent =
  | ChartEvent<'open', OpenThread>
  /** `quote`: the number of the message that it answers. */
  | ChartEvent<'say', Wording & { quote?: number; files?: FileRef[] }>
  /** Another version of a message, by its number. */
  | ChartEvent<'edit', Wording & { message: number }>
  | ChartEvent<'withdraw', { message: number }>
  /** The number of the last message that was read. */
  | ChartEvent<'markRead', { upTo: number }>
  | ChartEvent<'close', { reasons: ErasableRef }>
  /** The task or the dispute lets nobody write any more. */
  | ChartEvent<'over', object>;

/** What a side has not read and was not told of: since when, up to which message, and who wrote last. */
export interface Unread {
  since: string;
  upTo: number;
  from: Side;
}

/** It is written anew at each event, so it holds numbers and moments, and grows with no message. */
export interface ThreadContext extends BoundParties, Omit<OpenThread, keyof BoundParties> {
  /** How many were written. A message has the next number. */
  messages: number;
  /** How often one was edited or withdrawn. */
  revisions: number;
  /** The last message that a side has read. */
  read: Partial<Record<Side, number>>;
  unread: Partial<Record<Side, Unread>>;
  /** When a side was last told of unread messages. */
  toldAt: Partial<Record<Side, string>>;
  /** The last message, or when it was last asked whether more may come. */
  movedAt?: string;
  /** Since when something is written, edited or withdrawn that the task or the dispute has not noted. */
  unnotedSince?: string | undefined;
}
