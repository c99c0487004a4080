/** When a month of the books may be closed, and what stands in the way. Months and days are civil, in Almaty. */
import { firstOfNextMonth } from './working-days.ts';

/** The first day of a month (`2026-11`), and that of the next one. */
export function monthBounds(month: string): { first: string; next: string } {
  return { first: `${month}-01`, next: firstOfNextMonth(month) };
}

/** What has to be settled first, each counted. */
export interface OpenMatters {
  /** Money that came by the month's last day and is not known yet for what. */
  suspense: number;
  /** Fees of the month and before that are no line of an invoice yet. */
  unbilled: number;
  /** What payment providers list otherwise than it was booked. A difference may be found days later, so all that are open count. */
  differences: number;
  /** Payment providers with turnover in the month whose lists were not compared to its end: silence is no agreement. */
  notCompared: number;
  /** Broken rules of the ledger. */
  ledgerFaults: number;
}
/** `notOver`: the bank's statement of the last day comes on the first day of the next month, so the month can be closed from the day after that. */
export type Obstacle = 'notOver' | keyof OpenMatters;

export const obstaclesTo = (month: string, matters: OpenMatters, today: string): { kind: Obstacle; count: number }[] => [
  ...(today > monthBounds(month).next ? [] : [{ kind: 'notOver' as const, count: 1 }]),
  ...(Object.entries(matters) as [keyof OpenMatters, number][]).flatMap(([kind, count]) => (count === 0 ? [] : [{ kind, count }])),
];
