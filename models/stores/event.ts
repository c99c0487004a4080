/** The chains, read. Only a commit writes them (`lives/store.ts`). */
import type { InferAttributes, Sequelize } from 'sequelize';
import { Op } from 'sequelize';
import type { Event } from '../tables.ts';
import { tables } from '../tables.ts';

/** What a receipt says of an event. `at` in UTC, ISO-8601. */
export type EventRow = Pick<InferAttributes<Event>, 'life' | 'seq' | 'type' | 'hash'> & { at: string };

/** The event that a request made under this key, or undefined where there is none or it was another request. */
export async function eventOfRequest(database: Sequelize, key: string, request: string): Promise<EventRow | undefined> {
  const attributes = ['life', 'seq', 'type', 'at', 'hash'];
  const row = await tables(database).Event.findOne({ attributes, where: { key, request_hash: request }, raw: true });
  return row ? { ...row, at: row.at.toISOString() } : undefined;
}

/** The hash of a life's event. */
export const hashOf = async (database: Sequelize, life: string, seq: number): Promise<string | undefined> =>
  (await tables(database).Event.findOne({ attributes: ['hash'], where: { life, seq }, raw: true }))?.hash;

/** How many events of a type a life has up to one of its events. */
export const countEvents = (database: Sequelize, life: string, type: string, seq: number): Promise<number> =>
  tables(database).Event.count({ where: { life, type, seq: { [Op.lte]: seq } } });
