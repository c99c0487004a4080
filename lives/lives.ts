/** What every function that moves or reads a life needs. */
import type { Logger } from 'pino';
import type { Sequelize, Transaction } from 'sequelize';
import { QueryTypes } from 'sequelize';
import type { LifeType } from '../charts/life-type.ts';
import type { Calendar } from '../rules/working-days.ts';
import { openCalendar } from './calendar.ts';
import { chartHash } from './chart-hash.ts';
import { kindOf } from './ids.ts';
import { projections } from './projections/index.ts';

/** Brings a read model up to date, in the transaction of the life's commit. May return the row that it wrote: see `LifeState.readModel`. */
export type Projection = (transaction: Transaction, life: Projected) => Promise<unknown>;

export interface Projected {
  id: string;
  number: string;
  seq: number;
  state: string;
  /** What the chart says of the states that it stands in. */
  tags: ReadonlySet<string>;
  done: boolean;
  context: object;
  /** The work that now waits for the operator's staff. */
  duties(): string[];
  at: string;
}

/** A life type with the identity of its chart, and its read model if it has one. */
export interface PublishedLifeType extends LifeType {
  chartHash: string;
  /** Which of the charts published for this life type it is: 1 for the first. */
  chartNumber: number;
  project?: Projection;
}

export interface Lives {
  database: Sequelize;
  types: Record<string, PublishedLifeType>;
  /** Hex. Keys the hashes that stand for persons and texts. */
  secret: string;
  /** The days off around a moment. */
  calendar(at: string): Calendar;
  log: Logger;
}

/** `task/0b7e…` is a task. */
export const lifeTypeOf = ({ types }: Pick<Lives, 'types'>, id: string): PublishedLifeType => {
  const type = types[kindOf(id)];
  if (type === undefined) throw new Error(`no chart for ${id}`);
  return type;
};

/** Publishes the charts in their present form and makes the lives ready to move. */
export async function openLives(
  database: Sequelize,
  { lifeTypes, secret, log }: { lifeTypes: Record<string, LifeType>; secret: string; log: Logger },
): Promise<Lives> {
  const types: Record<string, PublishedLifeType> = {};
  for (const [name, type] of Object.entries(lifeTypes)) {
    const { hash, form } = chartHash(type);
    const chartNumber = (await numberOf(database, hash)) ?? (await publish(database, name, hash, form));
    types[name] = { ...type, chartHash: hash, chartNumber, ...(projections[name] && { project: projections[name] }) };
  }
  return { database, types, secret, log, calendar: await openCalendar(database, log) };
}

async function numberOf(database: Sequelize, hash: string, transaction: Transaction | null = null): Promise<number | undefined> {
  const [row] = await database.query<{ number: number }>('select number from chart where hash = $1', {
    bind: [hash],
    transaction,
    type: QueryTypes.SELECT,
  });
  return row?.number;
}

/** Several processes may publish at once: the lock makes them count one after the other. */
const PUBLISHING = 4184;

/** Keeps a chart under the next number of its life type, unless another process was faster. Answers its number. */
const publish = (database: Sequelize, life: string, hash: string, form: object): Promise<number> =>
  database.transaction(async (transaction) => {
    await database.query('select pg_advisory_xact_lock($1)', { bind: [PUBLISHING], transaction });
    await database.query(
      `insert into chart (hash, life, number, json)
       select $1, $2, coalesce(max(number), 0) + 1, $3::jsonb from chart where life = $2
       on conflict (hash) do nothing`,
      { bind: [hash, life, JSON.stringify(form)], transaction },
    );
    return (await numberOf(database, hash, transaction)) as number;
  });
