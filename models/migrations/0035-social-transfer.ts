import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * The registers of the monthly transfers of social payments, by account and component. They stand beside the chain, which has their hash. `nth` 0 is the
 * register as it was collected; each later one is a return that finance recorded. The sum of an account's lines is what the State has of it, and the next
 * register asks for the rest.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table social_transfer_line (
      transfer text not null references life,
      nth int not null check (nth >= 0),
      account uuid not null,
      component text not null check (component in ('opv', 'opvr', 'so', 'vosms')),
      -- tiyn
      amount bigint not null check (case when nth = 0 then amount > 0 else amount < 0 end),
      primary key (transfer, nth, account, component)
    );
    create trigger social_transfer_line_is_append_only before update or delete on social_transfer_line
      for each row execute function forbid();
    create index life_social_transfer on life (id) where kind = 'social-transfer';
  `);
}
