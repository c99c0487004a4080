/** What is known of a paper before it is drawn: its reference and the event that ordered it. */
import type { TwoLanguages } from '../rules/paper-party.ts';
import { civilDate } from '../rules/working-days.ts';
import type { Origin, Paper } from './paper.ts';

export interface Drawing {
  reference: string;
  /** The event that ordered the paper: `dispute/…/2`, its hash, its moment, and its number in its life. */
  record: { event: string; hash: string; at: string; seq: number };
  /** The hash of the chart that decided. */
  chart: string;
}

/** The head and the origin of a paper. */
export const headOf = (
  number: string,
  offer: Origin['offer'],
  { reference, record: { event, hash, at }, chart }: Drawing,
): Omit<Paper, 'title' | 'blocks'> => ({ reference, number, date: civilDate(at), origin: { offer, chart, record: { event, hash } } });

/** A document in the record, by the hash of its bytes. */
export interface KnownDocument {
  title: TwoLanguages;
  /** A civil date. */
  date: string;
  sha256: string;
}
