import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** Whose payments, payouts and signings there are, with an index for each listed query, filled from those that stand already. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table life_of_account (
      account uuid not null,
      kind text not null,
      number bigint not null,
      life text not null references life,
      open boolean not null,
      primary key (account, kind, number)
    );

    insert into life_of_account (account, kind, number, life, open)
    select account::uuid, kind, number, id, not done
    from life, lateral (values (snapshot -> 'context' ->> 'customer'), (snapshot -> 'context' ->> 'contractor')) as bound (account)
    where kind in ('payment', 'payout', 'signing') and seq > 0 and account is not null
    on conflict do nothing;

    create index life_of_account_open on life_of_account (account, kind, number desc) where open;
    create index life_of_anybody on life_of_account (kind, number desc);
    create index life_of_anybody_open on life_of_account (kind, number desc) where open;

    grant select, insert, update on life_of_account to akjet_app;
  `);
}
