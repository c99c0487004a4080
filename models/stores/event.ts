/** Reads the chains. Only a commit writes them (`lives/store.ts`). */
import type { InferAttributes, Sequelize, Transaction } from 'sequelize';
import { Op } from 'sequelize';
import type { Party } from '../../charts/law.ts';
import { query, statement } from '../statement.ts';
import type { Event } from '../tables.ts';
import { tables } from '../tables.ts';
import { openText } from './erasable-text.ts';

/** The fields of an event that a receipt shows. `at` in UTC, ISO-8601. */
export type EventRow = Pick<InferAttributes<Event>, 'life' | 'seq' | 'type' | 'hash'> & { at: string };

/** The event made under this key by this request. `undefined` if there is none or another request made it. */
export async function eventOfRequest(database: Sequelize, key: string, request: string): Promise<EventRow | undefined> {
  const attributes = ['life', 'seq', 'type', 'at', 'hash'];
  const row = await tables(database).Event.findOne({ attributes, where: { key, request_hash: request }, raw: true });
  return row ? { ...row, at: row.at.toISOString() } : undefined;
}

/** The hash of a life's event. */
export const hashOf = async (database: Sequelize, life: string, seq: number): Promise<string | undefined> =>
  (await tables(database).Event.findOne({ attributes: ['hash'], where: { life, seq }, raw: true }))?.hash;

const first = query<{ at: Date; input: unknown }>('event-first', 'select at, input from event where life = $1 and seq = 1');
/** The event with which a life begins. */
export const firstEventOf = async (database: Sequelize, life: string): Promise<{ at: Date; input: unknown } | undefined> =>
  (await first(database, [life]))[0];

/** When a life's event was committed. @throws if there is no such event */
export async function momentOf(database: Sequelize, life: string, seq: number): Promise<Date> {
  const row = await tables(database).Event.findOne({ attributes: ['at'], where: { life, seq }, raw: true });
  if (row === null) throw new Error(`${life} has no event ${seq}`);
  return row.at;
}

/** The number of events of a type in a life, up to and including `seq`. */
export const countEvents = (database: Sequelize, life: string, type: string, seq: number): Promise<number> =>
  tables(database).Event.count({ where: { life, type, seq: { [Op.lte]: seq } } });
const saidOften = statement(
  'event-said-often',
  `select from parameter where code = 'commandMostRepeats' and valid_from <= $4 and (valid_to is null or $4 <= valid_to)
     and (select count(*) from event where life = $1 and type = $2 and by = $3) >= (value #>> '{}')::int`,
);
/** Has a party given a command to a life as often as `commandMostRepeats` of a civil date allows? */
export const isSaidOften = async (
  transaction: Transaction,
  { life, type, by, on }: { life: string; type: string; by: Party; on: string },
): Promise<boolean> => (await saidOften(transaction, [life, type, by, on])).length > 0;
/** A person's command with texts. `texts`: the sealed content by input field, or null if it was erased. */
export interface SpokenEvent {
  seq: number;
  at: Date;
  by: Party;
  account: string | null;
  type: string;
  input: unknown;
  texts: Record<string, Record<string, unknown> | null>;
}

/** The rows of texts by the field of the input, the bytes in base64. Null where there is none or it was erased. */
type SealedTexts = Record<string, { id: string; life: string; sealed: string } | null>;

// A subselect finds each text by its key, even if the planner misjudges the number of fields in an input.
const spoken = query<Omit<SpokenEvent, 'texts'> & { texts: SealedTexts }>(
  'event-spoken',
  `select event.seq, event.at, event.by, event.actor ->> 'account' as account, event.type, event.input, given.texts
   from event cross join lateral (
     select jsonb_object_agg(field.key, (select jsonb_build_object('id', id, 'life', erasable_text.life, 'sealed', encode(sealed, 'base64'))
       from erasable_text where id = (field.value ->> 'text')::uuid and sealed is not null)) as texts
     from jsonb_each(event.input) as field where field.value ->> 'text' is not null and field.value ->> 'hash' is not null) as given
   where event.life = $1 and event.by in ('customer', 'contractor', 'operator') and given.texts is not null
   order by event.seq`,
);
/** The commands of a life with texts, in order. */
export async function spokenEvents(database: Sequelize, life: string): Promise<SpokenEvent[]> {
  const open = (row: SealedTexts[string]) => row && openText(database, { ...row, sealed: Buffer.from(row.sealed, 'base64') });
  const rows = await spoken(database, [life]);
  return rows.map(({ texts, ...row }) => ({
    ...row,
    texts: Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, open(text)])),
  }));
}
