/** Lives of any type as the staff look for them, and what the platform still does for one. */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

/** A life of any type, in short. */
export interface MatterRow {
  id: string;
  number: string;
  state: string;
  done: boolean;
  at: Date;
  /** The parties' accounts, as its snapshot has them. */
  customer: string | null;
  contractor: string | null;
  /** The title of the task it belongs to, or the name of the account that it is. */
  title: string | null;
  /** When the platform acts in it by itself next. */
  next_due: Date | null;
}

const COLUMNS = `life.id, life.number, life.state, life.done, life.at, life.next_due, life.snapshot -> 'context' ->> 'customer' as customer,
   life.snapshot -> 'context' ->> 'contractor' as contractor, coalesce(task.title, account.name) as title`;
const JOINS = `left join task on task.id = 'task/' || split_part(life.id, '/', 2)
   left join account on account.id = case when life.kind = 'account' then split_part(life.id, '/', 2)::uuid end`;

/** Most lives that are shown at once. */
const MOST = 50;

const found = query<MatterRow>(
  'matters-found',
  `select ${COLUMNS} from (
     select id from life where number = $1::bigint
     union select unnest($2::text[])
     union select life from document_of_life where reference = $3::uuid
     union select life from document_of_life where number = $4) as hit join life on life.id = hit.id ${JOINS}
   where life.seq > 0 order by life.number desc limit ${MOST}`,
);

interface Sought {
  /** The number of a life. */
  number: string | null;
  /** Whole ids. */
  lives: readonly string[];
  /** What the QR code of a paper leads to. */
  reference: string | null;
  /** The number of a paper, as it says it. */
  paper: string;
}

/** The lives that are one of these or have such a paper, newest first. */
export const findMatters = (database: Sequelize, { number, lives, reference, paper }: Sought): Promise<MatterRow[]> =>
  found(database, [number, lives, reference, paper]);

const related = query<MatterRow>(
  'matters-related',
  `select ${COLUMNS} from unnest($1::text[]) as of(kind)
     join lateral (select * from life where id >= of.kind || '/' || $2 and id < of.kind || '/' || $2 || '0' limit ${MOST}) as life on true ${JOINS}
   where life.seq > 0 and split_part(life.id, '/', 2) = $2 and life.id <> $3 order by life.number limit ${MOST}`,
);
/** The other lives of these types whose ids begin with the same one: a task with its signings, payments and disputes. */
export const relatedMatters = (database: Sequelize, kinds: readonly string[], root: string, life: string): Promise<MatterRow[]> =>
  related(database, [kinds, root, life]);

const own = query<MatterRow>('matter', `select ${COLUMNS} from life ${JOINS} where life.id = $1 and life.seq > 0`);
export const matterOf = async (database: Sequelize, life: string): Promise<MatterRow | undefined> => (await own(database, [life]))[0];

export interface OrderedEffect {
  seq: number;
  index: number;
  kind: string;
  open: boolean;
  tries: number;
  next_try: Date;
  fault: string | null;
}
const effects = query<OrderedEffect>(
  'matter-effects',
  `select seq, index, kind, open, tries, next_try, fault from effect where life = $1 order by open desc, seq desc, index limit ${MOST}`,
);
/** What the events of a life ordered: what is still to be done first, then the latest. */
export const effectsOf = (database: Sequelize, life: string): Promise<OrderedEffect[]> => effects(database, [life]);

export interface BookedRow {
  at: Date;
  phase: 'single' | 'pending' | 'post' | 'void';
  amount: string;
  code: string;
}
const postings = query<BookedRow>(
  'matter-postings',
  `select at, phase, amount::text, code from posting where life = $1 order by seq desc, index limit ${MOST}`,
);
/** What a life booked, the latest first. */
export const postingsOf = (database: Sequelize, life: string): Promise<BookedRow[]> => postings(database, [life]);
