/** The chains, read. Only a commit writes them (`lives/store.ts`). */
import type { InferAttributes, Sequelize } from 'sequelize';
import { Op } from 'sequelize';
import type { Party } from '../../charts/law.ts';
import { query } from '../statement.ts';
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
/** A command of a person that came with texts. `texts`: by the field of the input, each as what it was sealed from, or null if it was erased. */
export interface SpokenEvent {
  seq: number;
  at: Date;
  by: Party;
  account: string | null;
  type: string;
  input: unknown;
  texts: Record<string, Record<string, unknown> | null>;
}

// Each text is looked up by a subselect, so that it is found by its key however many fields the planner expects of an input.
const spoken = query<SpokenEvent>(
  'event-spoken',
  `select event.seq, event.at, event.by, event.actor ->> 'account' as account, event.type, event.input, given.texts
   from event cross join lateral (
     select jsonb_object_agg(field.key, (select body from erasable_text where id = (field.value ->> 'text')::uuid)) as texts
     from jsonb_each(event.input) as field where field.value ->> 'text' is not null and field.value ->> 'hash' is not null) as given
   where event.life = $1 and event.by in ('customer', 'contractor', 'operator') and given.texts is not null
   order by event.seq`,
);
/** The commands of a life that came with texts, in order. */
export const spokenEvents = (database: Sequelize, life: string): Promise<SpokenEvent[]> => spoken(database, [life]);
