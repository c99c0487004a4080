import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { DataTypes, Model } from 'sequelize';

export type Role = 'customer' | 'contractor' | 'operator';

/** A person's account: what a policy needs to know of who asks. */
export class Account extends Model<InferAttributes<Account>, InferCreationAttributes<Account>> {
  declare id: string;
  declare name: string;
  declare email: string;
  declare language: 'kk' | 'ru' | 'en';
  declare roles: Role[];
}

/** A session is known by its token's hash alone. */
export class Session extends Model<InferAttributes<Session>, InferCreationAttributes<Session>> {
  declare tokenHash: string;
  declare account: string;
  declare device: string;
  declare expiresAt: Date;
  declare owner?: CreationOptional<Account>;
}

export function defineAccounts(sequelize: Sequelize): void {
  const options = { sequelize, timestamps: false, underscored: true } as const;
  Account.init(
    {
      id: { type: DataTypes.UUID, primaryKey: true },
      name: DataTypes.TEXT,
      email: DataTypes.TEXT,
      language: DataTypes.TEXT,
      roles: DataTypes.ARRAY(DataTypes.TEXT),
    },
    { ...options, tableName: 'account' },
  );
  Session.init(
    { tokenHash: { type: DataTypes.TEXT, primaryKey: true }, account: DataTypes.UUID, device: DataTypes.TEXT, expiresAt: DataTypes.DATE },
    { ...options, tableName: 'session' },
  );
  Session.belongsTo(Account, { as: 'owner', foreignKey: 'account' });
}
