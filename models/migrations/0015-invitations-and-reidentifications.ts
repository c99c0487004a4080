import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * What a person, and not an account, has to find: the invitations to act for a company, and the change of the own number. Both are read models of
 * lives. An invitation is kept while it is open.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table invitation (
      id uuid primary key,
      account uuid not null references account,
      person uuid not null references person,
      roles text[] not null,
      invited_by uuid not null references person,
      lapses_at timestamptz(3) not null
    );
    create index invitation_of_person on invitation (person);
    create index invitation_of_account on invitation (account);

    create table reidentification (
      life text primary key references life,
      person uuid not null references person,
      open boolean not null
    );
    -- one number at a time
    create unique index reidentification_open on reidentification (person) where open;
  `);
}
