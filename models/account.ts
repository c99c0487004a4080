import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { DataTypes, Model } from 'sequelize';

export type Role = 'customer' | 'contractor' | 'operator';

/** A legal party: the read model of the life `account/<id>`, as far as it is asked for by name. */
export class Account extends Model<InferAttributes<Account>, InferCreationAttributes<Account>> {
  declare id: string;
  declare name: string;
  declare email: string | null;
  declare language: 'kk' | 'ru' | 'en';
  declare kind: 'natural' | 'entrepreneur' | 'company' | 'staff';
  declare roles: Role[];
  declare standing: string;
}

/** Who logs in, by the authorised number (1.2). */
export class Person extends Model<InferAttributes<Person>, InferCreationAttributes<Person>> {
  declare id: string;
  declare number: string;
  declare language: 'kk' | 'ru' | 'en';
}

/** A session is known by its token's hash alone. */
export class Session extends Model<InferAttributes<Session>, InferCreationAttributes<Session>> {
  declare id: string;
  declare tokenHash: string;
  declare person: string;
  declare account: string | null;
  declare device: string;
  declare expiresAt: Date;
  declare endedAt: Date | null;
  declare owner?: CreationOptional<Person>;
}

export function defineAccounts(sequelize: Sequelize): void {
  const options = { sequelize, timestamps: false, underscored: true } as const;
  const { TEXT, UUID, DATE, ARRAY } = DataTypes;
  Account.init(
    { id: { type: UUID, primaryKey: true }, name: TEXT, email: TEXT, language: TEXT, kind: TEXT, roles: ARRAY(TEXT), standing: TEXT },
    { ...options, tableName: 'account' },
  );
  Person.init({ id: { type: UUID, primaryKey: true }, number: TEXT, language: TEXT }, { ...options, tableName: 'person' });
  Session.init(
    { id: { type: UUID, primaryKey: true }, tokenHash: TEXT, person: UUID, account: UUID, device: UUID, expiresAt: DATE, endedAt: DATE },
    { ...options, tableName: 'session' },
  );
  Session.belongsTo(Person, { as: 'owner', foreignKey: 'person' });
}
