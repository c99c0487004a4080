/** What waits for the operator's staff: duties, which their projection writes, unexpected answers, and proposals. */
import type { Sequelize } from 'sequelize';
import { query, select } from '../statement.ts';
import type { Page } from './list.ts';

/** The kind of an unexpected answer in the list; each other kind is a duty that a chart names. */
export const UNEXPECTED_KIND = 'unexpected';

/** The kind of a proposal that a second person decides. Its `life` is `<kind>/<id>`, and it has no number of a life. */
export const PROPOSAL_KIND = 'decideProposal';

export interface WorkRow {
  number: string;
  kind: string;
  life: string;
  life_number: string;
  answer: string | null;
  since: Date;
}

interface WorkFilter extends Page {
  kind?: string | undefined;
}

/** One page of what waits, from the longest. Duties, unexpected answers and proposals each have an index, and are numbered together. */
export async function listWork(database: Sequelize, { kind, after = 0, limit }: WorkFilter): Promise<WorkRow[]> {
  const duties = `(select number, duty as kind, life, null as answer, since from work
    where number > $2 ${kind === undefined ? '' : 'and duty = $3'} order by number limit $1)`;
  const surprises = `(select number, '${UNEXPECTED_KIND}' as kind, life, type as answer, noticed_at as since from unexpected
    where seen_at is null and number > $2 order by number limit $1)`;
  const proposals = `(select number, '${PROPOSAL_KIND}' as kind, kind || '/' || id as life, null as answer, proposed_at as since from proposal
    where outcome is null and number > $2 order by number limit $1)`;
  const own: Record<string, string> = { [UNEXPECTED_KIND]: surprises, [PROPOSAL_KIND]: proposals };
  const parts = kind === undefined ? [duties, surprises, proposals] : [own[kind] ?? duties];
  const named = kind !== undefined && own[kind] === undefined;
  return select<WorkRow>(
    database,
    `select waiting.*, coalesce(life.number, waiting.number) as life_number
     from (${parts.join(' union all ')}) as waiting left join life on life.id = waiting.life order by waiting.number limit $1`,
    [limit, after, ...(named ? [kind] : [])],
  );
}

const see = query<{ seen_at: Date }>(
  'unexpected-see',
  `update unexpected set seen_at = coalesce(seen_at, clock_timestamp()), seen_by = coalesce(seen_by, $2) where number = $1 returning seen_at`,
);
/** Marks an unexpected answer as seen, once. Answers when that was, or undefined where there is no such answer. */
export const markSeen = async (database: Sequelize, number: number, account: string): Promise<Date | undefined> =>
  (await see(database, [number, account]))[0]?.seen_at;
