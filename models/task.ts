import type { InferAttributes, Sequelize } from 'sequelize';
import { DataTypes, Model } from 'sequelize';
import { bigint } from './bigint.ts';

/** The read model of a task: the columns that lists and answers need. The commit alone writes it. */
export class Task extends Model<InferAttributes<Task>> {
  declare id: string;
  declare number: bigint;
  declare seq: number;
  declare state: string;
  declare stage: string;
  declare version: number;
  declare title: string;
  declare description: string | null;
  declare place: string | null;
  declare hazards: string | null;
  declare measures: string | null;
  declare requirements: string | null;
  declare category: string | null;
  declare lines: { name: string; unit: string; quantity: string; unitPrice: string }[];
  declare price: bigint;
  declare payment: string;
  declare match: string;
  declare customer: string;
  declare contractor: string | null;
  declare group: string | null;
  declare startAt: Date;
  declare dueAt: Date;
  declare deadlines: Record<string, string | string[]>;
  declare postedAt: Date;
  declare changedAt: Date;
}

/** A contractor who may see a task before it has one. */
export class Candidate extends Model<InferAttributes<Candidate>> {
  declare account: string;
  declare number: bigint;
  declare task: string;
}

export function defineTasks(sequelize: Sequelize): void {
  const options = { sequelize, timestamps: false, underscored: true } as const;
  const { TEXT, UUID, INTEGER, JSONB, DATE } = DataTypes;
  Task.init(
    {
      id: { type: TEXT, primaryKey: true },
      number: bigint('number'),
      seq: INTEGER,
      state: TEXT,
      stage: TEXT,
      version: INTEGER,
      title: TEXT,
      description: TEXT,
      place: TEXT,
      hazards: TEXT,
      measures: TEXT,
      requirements: TEXT,
      category: TEXT,
      lines: JSONB,
      price: bigint('price'),
      payment: TEXT,
      match: TEXT,
      customer: UUID,
      contractor: UUID,
      group: UUID,
      startAt: DATE,
      dueAt: DATE,
      deadlines: JSONB,
      postedAt: DATE,
      changedAt: DATE,
    },
    { ...options, tableName: 'task' },
  );
  Candidate.init(
    { account: { type: UUID, primaryKey: true }, number: { ...bigint('number'), primaryKey: true }, task: TEXT },
    { ...options, tableName: 'candidate' },
  );
}
