/**
 * What a task and a dispute keep of the messages about them: the hash of an event of the thread, so their own chains prove what was written. Nobody has
 * acted by it, so nothing of the life changes, and no stream, list or thread shows it.
 */
import type { ChartEvent } from './law.ts';
import { answer } from './law.ts';

/** How far a thread had come. */
export interface MessagesNoted {
  /** The thread, its event that covers all that was written before, and the hash of that event. */
  from: string;
  seq: number;
  hash: string;
  /** How many messages there were. */
  messages: number;
  /** With whom the customer writes: another contractor reads nothing of it. */
  contractor?: string;
}

export type MessagesNotedEvent = ChartEvent<'messagesNoted', MessagesNoted>;

/** For the root of a chart: every state takes it until the life is over. The event in the chain is all that is kept of it. */
export const notesMessages = { messagesNoted: answer({ actions: ['keepInChain' as const] }) };
