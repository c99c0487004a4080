/** What every function that moves or reads a life needs. */
import type { Logger } from 'pino';
import type { Sequelize, Transaction } from 'sequelize';
import type { LifeType } from '../charts/index.ts';
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

/** A kind of life: its law, the identity of its chart, and its read model if it has one. */
export interface PublishedLifeType extends LifeType {
  chartHash: string;
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
  for (const [name, law] of Object.entries(lifeTypes)) {
    const { hash, form } = chartHash(law);
    types[name] = { ...law, chartHash: hash, ...(projections[name] && { project: projections[name] }) };
    await database.query('insert into chart (hash, life, json) values ($1, $2, $3) on conflict do nothing', {
      bind: [hash, name, JSON.stringify(form)],
    });
  }
  return { database, types, secret, log, calendar: await openCalendar(database, log) };
}
