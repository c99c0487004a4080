import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * Searches that an account keeps, the tasks that were found for them, and the letters that tell of these. The open tasks have the order of the stream, so that
 * a pass over what is new loses nothing that a slower transaction commits behind it.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    alter table open_task_search
      -- when it was opened or changed, in the order of the stream
      add column era int not null default stream_era(),
      add column xid xid8 not null default pg_current_xact_id();
    create index open_task_changed on open_task_search (era, xid, number);

    create table saved_search (
      id uuid primary key,
      account uuid not null references account,
      number bigint not null generated always as identity,
      -- its name and what it asks, sealed: what somebody looks for, and where, is theirs alone
      content bytea not null,
      alerts text not null check (alerts in ('at-once', 'daily', 'none')),
      created_at timestamptz(3) not null default clock_timestamp(),
      -- what was open before it was saved or changed is no news
      since_era int not null default stream_era(),
      since pg_snapshot not null default pg_current_snapshot()
    );
    create index saved_search_of_account on saved_search (account, number desc);
    create index saved_search_alerts on saved_search (number) where alerts <> 'none';

    -- a search is told of a task once. Neither a task that is no longer open nor a search that was dropped is told of
    create table found_task (
      search uuid not null references saved_search on delete cascade,
      task text not null references open_task_search on delete cascade,
      account uuid not null,
      due_at timestamptz(3) not null,
      -- the letter that tells of it
      letter uuid,
      primary key (search, task)
    );
    create index found_task_of_task on found_task (task);
    create index found_task_of_letter on found_task (letter);
    create index found_task_untold on found_task (account, due_at) where letter is null;

    -- the last letter to an account. The next one is begun once this one is in the account's chain
    create table search_letter (
      account uuid primary key references account,
      id uuid not null,
      made_at timestamptz(3) not null default clock_timestamp(),
      told_at timestamptz(3)
    );
    create index search_letter_untold on search_letter (account) where told_at is null;

    -- up to which task all searches were looked at, and how far those after it are
    create table search_pass (
      one boolean primary key default true check (one),
      era int not null,
      xid xid8 not null,
      number bigint not null,
      -- the last task that is being looked at, and the last search that was
      until_era int,
      until_xid xid8,
      until_number bigint,
      after_search bigint not null default 0
    );
    insert into search_pass (era, xid, number) select stream_era(), pg_snapshot_xmin(pg_current_snapshot()), 0;
  `);
}
