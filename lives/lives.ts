/** What every function that moves or reads a life needs. */
import type { Sequelize, Transaction } from 'sequelize';
import type { LifeLaw } from '../charts/index.ts';
import type { Calendar } from '../rules/working-days.ts';
import { openCalendar } from './calendar.ts';
import { chartHash } from './chart-hash.ts';

/** Brings a read model up to what a life has become; runs in the transaction of its commit. */
export type Projection = (transaction: Transaction, life: Projected) => Promise<void>;

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
export interface Kind extends LifeLaw {
  chartHash: string;
  project?: Projection;
}

export interface Lives {
  database: Sequelize;
  kinds: Record<string, Kind>;
  /** Hex. Keys the hashes that stand for persons and texts. */
  secret: string;
  /** The days off around a moment. */
  calendar(at: string): Calendar;
}

/** `task/0b7e…` is a task. */
export const kindOf = (lives: Lives, id: string): Kind => {
  const kind = lives.kinds[id.slice(0, id.indexOf('/'))];
  if (kind === undefined) throw new Error(`no chart for ${id}`);
  return kind;
};

/** Publishes the charts in their present form and makes the lives ready to move. */
export async function openLives(
  database: Sequelize,
  { laws, projections, secret }: { laws: Record<string, LifeLaw>; projections: Record<string, Projection>; secret: string },
): Promise<Lives> {
  const kinds: Record<string, Kind> = {};
  for (const [name, law] of Object.entries(laws)) {
    const { hash, form } = chartHash(law);
    kinds[name] = { ...law, chartHash: hash, ...(projections[name] && { project: projections[name] }) };
    await database.query('insert into chart (hash, life, json) values ($1, $2, $3) on conflict do nothing', {
      bind: [hash, name, JSON.stringify(form)],
    });
  }
  return { database, kinds, secret, calendar: await openCalendar(database) };
}
