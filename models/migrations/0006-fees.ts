import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** The read model of the operator's fees, with an index for each listed query. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table fee (
      id text primary key references life,
      number bigint not null unique,
      state text not null,
      parent text not null,
      customer uuid not null,
      principal bigint not null,
      paid bigint not null,
      due_on date not null,
      charged_at timestamptz(3) not null,
      changed_at timestamptz(3) not null
    ) with (fillfactor = 80);
    create index fee_of_customer on fee (customer, number desc);
    create index fee_of_customer_in_state on fee (customer, state, number desc);
    create index fee_in_state on fee (state, number desc);

    grant select, insert, update on fee to akjet_app;
  `);
}
