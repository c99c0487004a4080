import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * Where accounts are paid to. The row of the account names the versions, each an erasable text of its chain, and from when they count. What may go out in a
 * day and a month is claimed before the provider is asked, under a lock of the account, so that two payouts at once do not use the same room.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    alter table account add column payout_details jsonb not null default '{}';

    create table payout_allowance (
      payout text primary key references life,
      account uuid not null,
      -- the day in Almaty
      day date not null,
      -- tiyn
      amount bigint not null check (amount > 0)
    );
    create index payout_allowance_of_account on payout_allowance (account, day);

    -- Every version is kept as long as the requisites are.
    do $$ declare
      former constant text := pg_get_functiondef('texts_to_erase'::regproc);
      latter constant text := replace(former, $q$event.type = 'setRequisites'$q$, $q$event.type in ('setRequisites', 'setPayoutDetails')$q$);
    begin
      if latter = former then raise exception 'texts_to_erase does not name setRequisites'; end if;
      execute latter;
    end $$;
  `);
}
