import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** Whom an account likes to find again, and with whom it makes no deals. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table tie (
      account uuid not null references account,
      kind text not null check (kind in ('favourite', 'blocked')),
      other uuid not null references account,
      number bigint not null generated always as identity,
      since timestamptz(3) not null default clock_timestamp(),
      primary key (account, kind, other),
      check (account <> other)
    );
    create index tie_newest on tie (account, kind, number desc);
    create index tie_of_other on tie (other) where kind = 'blocked';
  `);
}
