import type { InferAttributes, Sequelize } from 'sequelize';
import { DataTypes, Model } from 'sequelize';

/** A message to a party's account, or without one to the operator's staff, with what became of its delivery. */
export class Notice extends Model<InferAttributes<Notice>> {
  declare id: string;
  declare life: string;
  declare seq: number;
  declare account: string | null;
  declare template: string;
  declare createdAt: Date;
  declare channel: string;
  declare status: 'waiting' | 'sent' | 'delivered' | 'undeliverable';
  declare settledAt: Date | null;
}

export function defineNotices(sequelize: Sequelize): void {
  const { TEXT, INTEGER, UUID, DATE } = DataTypes;
  Notice.init(
    {
      id: { type: TEXT, primaryKey: true },
      life: TEXT,
      seq: INTEGER,
      account: UUID,
      template: TEXT,
      createdAt: DATE,
      channel: TEXT,
      status: TEXT,
      settledAt: DATE,
    },
    { sequelize, timestamps: false, underscored: true, tableName: 'notice' },
  );
}
