import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * Searches that an account keeps, what was found for them, and the letters that tell of it. Open tasks and profiles have the order of the stream, so that a pass
 * over what is new loses nothing that a slower transaction commits behind it.
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
      -- what it looks for
      kind text not null check (kind in ('tasks', 'contractors')),
      -- its name and what it asks, sealed: what somebody looks for, and where, is theirs alone
      content bytea not null,
      alerts text not null check (alerts in ('at-once', 'daily', 'none')),
      created_at timestamptz(3) not null default clock_timestamp(),
      -- the numbers of contractors who matched then: whoever had matched is no news afterwards
      known bigint[] not null default '{}',
      -- what was there before it was saved or changed is no news
      since_era int not null default stream_era(),
      since pg_snapshot not null default pg_current_snapshot()
    );
    create index saved_search_of_account on saved_search (account, number desc);
    create index saved_search_alerts on saved_search (kind, number) where alerts <> 'none';

    -- a search is told of a task or a contractor once. Neither a task that is no longer open nor a search that was dropped is told of
    create table found_item (
      search uuid not null references saved_search on delete cascade,
      task text references open_task_search on delete cascade,
      contractor uuid references contractor_profile on delete cascade,
      account uuid not null,
      due_at timestamptz(3) not null,
      -- the letter that tells of it
      letter uuid,
      check (num_nonnulls(task, contractor) = 1),
      unique (search, task),
      unique (search, contractor)
    );
    create index found_item_of_task on found_item (task);
    create index found_item_of_contractor on found_item (contractor);
    create index found_item_of_letter on found_item (letter);
    create index found_item_untold on found_item (account, due_at) where letter is null;

    -- the last letter to an account about one kind. The next one is begun once this one is in the account's chain
    create table search_letter (
      account uuid references account,
      kind text,
      id uuid not null,
      made_at timestamptz(3) not null default clock_timestamp(),
      told_at timestamptz(3),
      primary key (account, kind)
    );
    create index search_letter_untold on search_letter (account) where told_at is null;

    -- up to which task or profile all searches of a kind were looked at, and how far those after it are
    create table search_pass (
      kind text primary key,
      era int not null,
      xid xid8 not null,
      number bigint not null,
      -- the last task or profile that is being looked at, and the last search that was
      until_era int,
      until_xid xid8,
      until_number bigint,
      after_search bigint not null default 0
    );
    insert into search_pass (kind, era, xid, number)
      select kind, stream_era(), pg_snapshot_xmin(pg_current_snapshot()), 0 from unnest(array['tasks', 'contractors']) as kind;
  `);
}
