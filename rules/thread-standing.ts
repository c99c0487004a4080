/** Who may write in a thread now. */
import { HOUR } from './hours.ts';

/** How the task or the dispute of a thread stands, at a moment by its own clock. */
export interface Standing {
  /** The contractor who has accepted the task. */
  contractor: string | null;
  /** The response of the thread's contractor stands. */
  responded: boolean;
  endedAt: Date | null;
  now: Date;
}

/** Has the deal of these two not ended, or ended less than so many days ago? Before that they do not know each other's contacts, and after it no more. */
export const isDealOf = ({ contractor, endedAt, now }: Standing, candidate: string | undefined, daysAfterEnd: number): boolean =>
  contractor !== null && contractor === candidate && !isOver({ endedAt, now }, daysAfterEnd);

/** Has the task or the dispute ended more than so many days ago? Then nobody may write about it any more. */
export const isOver = ({ endedAt, now }: Pick<Standing, 'endedAt' | 'now'>, daysAfterEnd: number): boolean =>
  endedAt !== null && now.getTime() > endedAt.getTime() + daysAfterEnd * 24 * HOUR;

/** A candidate whose response stands, and the customer, while nobody has accepted. */
export const isWithCandidate = ({ contractor, responded, endedAt }: Standing): boolean =>
  contractor === null && responded && endedAt === null;
