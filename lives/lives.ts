/** What every function that moves or reads a life needs. */
import type { Logger } from 'pino';
import type { Sequelize } from 'sequelize';
import type { LifeType } from '../charts/life-type.ts';
import type { Keys } from '../models/keys.ts';
import { chartNumber, publishChart } from '../models/stores/chart.ts';
import type { Calendar } from '../rules/working-days.ts';
import { openCalendar } from './calendar.ts';
import { chartHash } from './chart-hash.ts';
import { kindOf } from './ids.ts';
import type { Projection } from './projection.ts';
import { projections } from './projections/index.ts';

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
  /** The keys of the hashes that stand for persons, texts, numbers and codes. */
  keys: Keys;
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
  { lifeTypes, keys, log }: { lifeTypes: Record<string, LifeType>; keys: Keys; log: Logger },
): Promise<Lives> {
  const types: Record<string, PublishedLifeType> = {};
  for (const [name, type] of Object.entries(lifeTypes)) {
    const { hash, form } = chartHash(type);
    const number = (await chartNumber(database, hash)) ?? (await publishChart(database, { life: name, hash, form }));
    types[name] = { ...type, chartHash: hash, chartNumber: number, ...(projections[name] && { project: projections[name] }) };
  }
  return { database, types, keys, log, calendar: await openCalendar(database, log) };
}
