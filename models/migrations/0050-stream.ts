import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * What concerns an account, in the order in which a reader gets it. An identity alone would lose what a slower transaction commits behind a reader, so the
 * order is that of the transactions' ids, and a reader stops before the oldest transaction that still runs. A database that was restored elsewhere counts its
 * transactions from another number: it begins a new era.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table stream_era (
      one boolean primary key default true check (one),
      era int not null,
      -- the server whose transactions it counts
      server bigint not null,
      -- the last item that was forgotten
      forgotten_era int not null default 0,
      forgotten_xid xid8 not null default '0',
      forgotten_pos bigint not null default 0
    );
    insert into stream_era (era, server) select 1, system_identifier from pg_control_system();
    create function stream_era() returns int stable language sql as $$ select era from stream_era $$;

    create table account_event (
      account uuid not null,
      era int not null default stream_era(),
      xid xid8 not null default pg_current_xact_id(),
      pos bigint not null generated always as identity,
      life text not null,
      seq int not null,
      -- the notice to the account; null for the event itself
      notice text,
      told_at timestamptz(3) not null default clock_timestamp(),
      primary key (account, era, xid, pos)
    );
    create index account_event_told on account_event using brin (told_at);
    create trigger account_event_is_kept before update on account_event for each row execute function forbid();
  `);
}
