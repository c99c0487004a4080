/** How long the personal data of a closed account are kept, and from when each kind of them is erased. */
import { civilDate, endOfDay, yearsAfter } from './working-days.ts';

/**
 * What is erased together. `closing`: the profile, and its words outside deals. `persons`: its name and address, and the numbers, passwords and devices of
 * members who have no other account; it waits for the notices of the closing. `traces`: what limits are counted by. `evidence`: what was said in deals, claims, checks and sanctions. `papers`: contracts
 * and acts, and whose they are. `ban`: what finds a banned person again.
 */
export const STAGES = ['closing', 'persons', 'traces', 'evidence', 'papers', 'ban'] as const;
export type Stage = (typeof STAGES)[number];

/** How an account came to its end. */
export interface Ending {
  /** When it was closed or has ended (UTC, ISO-8601). */
  at: string;
  /** The operator ended it (4.4.2). */
  banned: boolean;
  /** It had a deal, or was one of the staff: the law keeps papers, and others may have claims. */
  hasPapers: boolean;
}

/** Dated parameters of the day on which it is asked: a law that keeps longer holds for what is kept already. */
export interface RetentionTerms {
  traceDays: number;
  evidenceYears: number;
  /** After the end of the year. */
  paperYears: number;
  banYears: number;
}

const daysAfter = (date: string, days: number): string => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** From when the data of a stage are erased: at once, or after a term. @throws RangeError for a bad moment. */
export function erasedFrom(stage: Stage, { at, banned, hasPapers }: Ending, terms: RetentionTerms): string {
  const day = civilDate(at);
  if (stage === 'traces') return endOfDay(daysAfter(day, terms.traceDays));
  if (stage === 'evidence' && (hasPapers || banned)) return yearsAfter(at, terms.evidenceYears);
  if (stage === 'papers' && hasPapers) return endOfDay(`${Number(day.slice(0, 4)) + terms.paperYears}-12-31`);
  if (stage === 'ban' && banned) return yearsAfter(at, terms.banYears);
  return at;
}
