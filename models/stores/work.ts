/**
 * What waits for the operator's staff: duties, which their projection writes, lives that stand still for long, unexpected answers, undelivered legal
 * notices, damaged lives, and proposals.
 */
import type { Sequelize } from 'sequelize';
import { query, select } from '../statement.ts';

/** The kinds of what is no duty; each other kind in the list is one that a chart names. */
export const STANDING_KIND = 'standing';
export const UNEXPECTED_KIND = 'unexpected';
export const UNDELIVERED_KIND = 'undelivered';
export const DAMAGED_KIND = 'damaged';

/** The kind of a proposal that a second person decides. Its `life` is `<kind>/<id>`, and it has no number of a life. */
export const PROPOSAL_KIND = 'decideProposal';

export interface WorkRow {
  number: string;
  kind: string;
  life: string;
  life_number: string;
  /** When the life's next timer is due. */
  next_due: Date | null;
  /** Where a life stands still: the key of its words. */
  state: string | null;
  answer: string | null;
  /** The template of a notice, and its reader. Null for the operator's staff. */
  notice: string | null;
  account: string | null;
  since: Date;
}

/** Where a row stands in the list. */
export interface WorkPlace {
  since: Date;
  number: string;
}

interface WorkFilter {
  kind?: string | undefined;
  /** The last row of the page before. */
  after?: WorkPlace | undefined;
  limit: number;
  /** What has stood since then or longer waits for the staff. */
  stoodSince: Date;
}

/** Before every row. */
const FIRST: WorkPlace = { since: new Date(0), number: '0' };

/**
 * One page of what waits, from the longest. The order is `since`, then `number`, also within each kind, which has an index for it. Numbers alone would be
 * no order in time: a moment is read under the lock of its life, and its number is drawn when the row is written, so two transactions may cross. A life
 * that stands still and has a duty is listed by its duty alone.
 */
export async function listWork(database: Sequelize, { kind, after = FIRST, limit, stoodSince }: WorkFilter): Promise<WorkRow[]> {
  const nothing = 'null as notice, null::uuid as account';
  const noState = 'null as state';
  /** The rows behind the place, where `since` is this column. */
  const page = (since: string): string => `(${since}, number) > ($2::timestamptz, $3::bigint) order by ${since}, number limit $1`;
  const duties = `(select number, duty as kind, life, ${noState}, null as answer, ${nothing}, since from work
    where ${kind === undefined ? '' : 'duty = $4 and '}${page('since')})`;
  const surprises = `(select number, '${UNEXPECTED_KIND}' as kind, life, ${noState}, type as answer, ${nothing}, noticed_at as since
    from unexpected where seen_at is null and ${page('noticed_at')})`;
  const notices = `(select number, '${UNDELIVERED_KIND}' as kind, life, ${noState}, null as answer, template as notice, account, noticed_at as since
    from undelivered where seen_at is null and ${page('noticed_at')})`;
  const damages = `(select number, '${DAMAGED_KIND}' as kind, life, ${noState}, problem as answer, ${nothing}, found_at as since
    from damaged_life where seen_at is null and ${page('found_at')})`;
  const proposals = `(select number, '${PROPOSAL_KIND}' as kind, kind || '/' || id as life, ${noState}, null as answer, ${nothing}, proposed_at as since
    from proposal where outcome is null and ${page('proposed_at')})`;
  // With `offset 0` the duty of each life is looked up until the page is full; joined, both tables would be read as a whole.
  const standing = `(select number, '${STANDING_KIND}' as kind, life, state, null as answer, ${nothing}, since from standing
    where since <= $4 and not exists (select from work where work.life = standing.life offset 0) and ${page('since')})`;
  const own: Record<string, string> = {
    [STANDING_KIND]: standing,
    [UNEXPECTED_KIND]: surprises,
    [UNDELIVERED_KIND]: notices,
    [DAMAGED_KIND]: damages,
    [PROPOSAL_KIND]: proposals,
  };
  const parts = kind === undefined ? [duties, ...Object.values(own)] : [own[kind] ?? duties];
  const named = kind !== undefined && own[kind] === undefined;
  const bound = parts.includes(standing) ? [stoodSince] : [];
  return select<WorkRow>(
    database,
    `select waiting.*, coalesce(life.number, waiting.number) as life_number, life.next_due
     from (${parts.join(' union all ')}) as waiting left join life on life.id = waiting.life
     order by waiting.since, waiting.number limit $1`,
    [limit, after.since, after.number, ...(named ? [kind] : bound)],
  );
}

const see = query<{ seen_at: Date }>(
  'work-see',
  `with answer as (
     update unexpected set seen_at = coalesce(seen_at, clock_timestamp()), seen_by = coalesce(seen_by, $2) where number = $1 returning seen_at),
   notice as (
     update undelivered set seen_at = coalesce(seen_at, clock_timestamp()), seen_by = coalesce(seen_by, $2) where number = $1 returning seen_at),
   damage as (
     update damaged_life set seen_at = coalesce(seen_at, clock_timestamp()), seen_by = coalesce(seen_by, $2) where number = $1 returning seen_at)
   select seen_at from answer union all select seen_at from notice union all select seen_at from damage`,
);
/** Marks an unexpected answer, an undelivered notice or a damaged life as seen, once. Returns when it was seen. `undefined` if there is none. */
export const markSeen = async (database: Sequelize, number: number, account: string): Promise<Date | undefined> =>
  (await see(database, [number, account]))[0]?.seen_at;
