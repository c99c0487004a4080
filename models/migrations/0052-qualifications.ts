import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** What contractors have shown that they can and may do (4.2.2). */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table qualification (
      life text primary key references life,
      account uuid not null references account,
      categories text[] not null,
      state text not null,
      -- its last civil day; null if it has none
      valid_until date
    );
    create index qualification_of_account on qualification (account, state);
  `);
}
