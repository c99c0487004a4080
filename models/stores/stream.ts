/**
 * The stream of an account: what concerns it, in an order that no later commit changes. A reader gets what was committed before the oldest transaction that
 * still runs (the horizon), so nothing appears behind its place.
 */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

/** Where a reader has come to. The numbers are longer than JavaScript's, so they are decimal strings. */
export interface Place {
  era: number;
  xid: string;
  pos: string;
}

const HORIZON = 'select stream_era() as era, pg_snapshot_xmin(pg_current_snapshot()) as xid';

const horizon = query<Place>('stream-horizon', `select era, xid::text, '0' as pos from (${HORIZON}) as horizon`);
/** The place before everything that will still be committed. */
export async function placeNow(database: Sequelize): Promise<Place> {
  const [row] = await horizon(database, []);
  return row as Place;
}

export interface StreamRow extends Place {
  life: string;
  number: string;
  seq: number;
  at: Date;
  notice: string | null;
  template: string | null;
}
const items = query<StreamRow>(
  'stream-items',
  `select own.era, own.xid::text, own.pos::text, own.life, life.number, own.seq, event.at, own.notice, notice.template
   from account_event as own join life on life.id = own.life join event on (event.life, event.seq) = (own.life, own.seq) left join notice on notice.id = own.notice
   where own.account = $1 and (own.era, own.xid, own.pos) > ($2::int, $3::xid8, $4::bigint) and (own.era, own.xid) < ($5::int, $6::xid8)
   order by own.era, own.xid, own.pos limit $7`,
);
/** What the stream has between two places, oldest first. */
export const streamBetween = (database: Sequelize, account: string, after: Place, until: Place, most: number): Promise<StreamRow[]> =>
  items(database, [account, after.era, after.xid, after.pos, until.era, until.xid, most]);

/** The place before everything. */
export const BEGINNING: Place = { era: 0, xid: '0', pos: '0' };

const grown = query<{ has: boolean }>(
  'stream-grown',
  `select exists (
     select from account_event as own, (${HORIZON}) as horizon
     where own.account = reader.account and (own.era, own.xid, own.pos) > (reader.era, reader.xid::xid8, reader.pos)
       and (own.era, own.xid) < (horizon.era, horizon.xid)) as has
   from unnest($1::uuid[], $2::int[], $3::text[], $4::bigint[]) with ordinality as reader (account, era, xid, pos, nth) order by nth`,
);
/** For each reader: whether its stream has something after its place. */
export async function streamsGrown(database: Sequelize, readers: readonly (Place & { account: string })[]): Promise<boolean[]> {
  const column = <Name extends 'account' | keyof Place>(name: Name) => readers.map((reader) => reader[name]);
  return (await grown(database, [column('account'), column('era'), column('xid'), column('pos')])).map(({ has }) => has);
}

const forgotten = query<{ behind: boolean }>(
  'stream-forgotten',
  'select (forgotten_era, forgotten_xid, forgotten_pos) > ($1::int, $2::xid8, $3::bigint) as behind from stream_era',
);
/** Whether something after this place is not kept any more. */
export const isForgotten = async (database: Sequelize, { era, xid, pos }: Place): Promise<boolean> =>
  (await forgotten(database, [era, xid, pos]))[0]?.behind === true;

const forget = query<{ gone: number }>(
  'stream-forget',
  `with old as (delete from account_event where (account, era, xid, pos) in (
       select account, era, xid, pos from account_event where told_at < clock_timestamp() - make_interval(days => $1::int) limit $2)
     returning era, xid, pos),
   last as (select era, xid, pos from old order by era desc, xid desc, pos desc limit 1),
   noted as (
     update stream_era set forgotten_era = last.era, forgotten_xid = last.xid, forgotten_pos = last.pos from last
     where (forgotten_era, forgotten_xid, forgotten_pos) < (last.era, last.xid, last.pos))
   select count(*)::int as gone from old`,
);
/** Forgets at most so many items that are older than some days. Returns how many. */
export const forgetStream = async (database: Sequelize, days: number, most: number): Promise<number> =>
  (await forget(database, [days, most]))[0]?.gone ?? 0;
