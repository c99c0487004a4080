import type { Model } from 'sequelize';
import { DataTypes } from 'sequelize';

/** PostgreSQL hands BIGINT over as a string; the getter makes it a bigint. */
export function bigint(name: string) {
  return {
    type: DataTypes.BIGINT,
    allowNull: false,
    get(this: Model): bigint | null {
      const raw: unknown = this.getDataValue(name);
      return raw === null || raw === undefined ? null : BigInt(raw as string);
    },
  };
}
