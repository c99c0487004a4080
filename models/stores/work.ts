/**
 * What waits for the operator's staff: duties, which their projection writes, lives that stand still for long, unexpected answers, undelivered legal
 * notices, and proposals.
 */
import type { Sequelize } from 'sequelize';
import { query, select } from '../statement.ts';
import type { Page } from './list.ts';

/** The kinds of what is no duty; each other kind in the list is one that a chart names. */
export const STANDING_KIND = 'standing';
export const UNEXPECTED_KIND = 'unexpected';
export const UNDELIVERED_KIND = 'undelivered';

/** The kind of a proposal that a second person decides. Its `life` is `<kind>/<id>`, and it has no number of a life. */
export const PROPOSAL_KIND = 'decideProposal';

export interface WorkRow {
  number: string;
  kind: string;
  life: string;
  life_number: string;
  /** Where a life stands still: the key of its words. */
  state: string | null;
  answer: string | null;
  /** The template of a notice, and its reader. Null for the operator's staff. */
  notice: string | null;
  account: string | null;
  since: Date;
}

interface WorkFilter extends Page {
  kind?: string | undefined;
  /** What has stood since then or longer waits for the staff. */
  stoodSince: Date;
}

/**
 * One page of what waits, from the longest. Each kind has an index, and all are numbered together. A life that stands still and has a duty is listed by
 * its duty alone. Those that began to stand later have higher numbers: they are cut off by number, and not looked at.
 */
export async function listWork(database: Sequelize, { kind, after = 0, limit, stoodSince }: WorkFilter): Promise<WorkRow[]> {
  const nothing = 'null as notice, null::uuid as account';
  const noState = 'null as state';
  const duties = `(select number, duty as kind, life, ${noState}, null as answer, ${nothing}, since from work
    where number > $2 ${kind === undefined ? '' : 'and duty = $3'} order by number limit $1)`;
  const surprises = `(select number, '${UNEXPECTED_KIND}' as kind, life, ${noState}, type as answer, ${nothing}, noticed_at as since
    from unexpected where seen_at is null and number > $2 order by number limit $1)`;
  const notices = `(select number, '${UNDELIVERED_KIND}' as kind, life, ${noState}, null as answer, template as notice, account, noticed_at as since
    from undelivered where seen_at is null and number > $2 order by number limit $1)`;
  const proposals = `(select number, '${PROPOSAL_KIND}' as kind, kind || '/' || id as life, ${noState}, null as answer, ${nothing}, proposed_at as since
    from proposal where outcome is null and number > $2 order by number limit $1)`;
  const standing = `(select number, '${STANDING_KIND}' as kind, life, state, null as answer, ${nothing}, since from standing
    where number > $2 and number <= (select number from standing where since <= $3 order by since desc limit 1)
      and since <= $3 and not exists (select from work where work.life = standing.life) order by number limit $1)`;
  const own: Record<string, string> = {
    [STANDING_KIND]: standing,
    [UNEXPECTED_KIND]: surprises,
    [UNDELIVERED_KIND]: notices,
    [PROPOSAL_KIND]: proposals,
  };
  const parts = kind === undefined ? [duties, ...Object.values(own)] : [own[kind] ?? duties];
  const named = kind !== undefined && own[kind] === undefined;
  const bound = parts.includes(standing) ? [stoodSince] : [];
  return select<WorkRow>(
    database,
    `select waiting.*, coalesce(life.number, waiting.number) as life_number
     from (${parts.join(' union all ')}) as waiting left join life on life.id = waiting.life order by waiting.number limit $1`,
    [limit, after, ...(named ? [kind] : bound)],
  );
}

const see = query<{ seen_at: Date }>(
  'work-see',
  `with answer as (
     update unexpected set seen_at = coalesce(seen_at, clock_timestamp()), seen_by = coalesce(seen_by, $2) where number = $1 returning seen_at),
   notice as (
     update undelivered set seen_at = coalesce(seen_at, clock_timestamp()), seen_by = coalesce(seen_by, $2) where number = $1 returning seen_at)
   select seen_at from answer union all select seen_at from notice`,
);
/** Marks an unexpected answer or an undelivered notice as seen, once. Returns when it was seen. `undefined` if there is none. */
export const markSeen = async (database: Sequelize, number: number, account: string): Promise<Date | undefined> =>
  (await see(database, [number, account]))[0]?.seen_at;
