import type { Sequelize } from 'sequelize';
import { defineAccounts } from './account.ts';
import { defineNotices } from './notice.ts';
import { defineTasks } from './task.ts';

/** Binds every model to a database. */
export function defineModels(sequelize: Sequelize): void {
  defineAccounts(sequelize);
  defineTasks(sequelize);
  defineNotices(sequelize);
}
