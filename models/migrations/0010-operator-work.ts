import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * What waits for the operator's staff: the duties that charts name, the lives that stand still for long, the answers that a chart did not expect, the
 * legal notices that reached their reader by no channel, and damaged lives. The last three wait until one of the staff has seen them. They are one list, ordered by since when
 * they wait: moments in milliseconds, as its cursor names them, and one sequence of numbers for what waits since the same moment.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create sequence work_number;

    create table work (
      number bigint primary key default nextval('work_number'),
      life text not null references life,
      duty text not null,
      since timestamptz(3) not null,
      unique (life, duty)
    );
    create index work_since on work (since, number);
    create index work_by_duty on work (duty, since, number);

    create table unexpected (
      life text not null,
      seq int not null,
      number bigint not null default nextval('work_number'),
      type text not null,
      noticed_at timestamptz(3) not null default clock_timestamp(),
      seen_at timestamptz(3),
      seen_by uuid,
      primary key (life, seq)
    );
    create unique index unexpected_number on unexpected (number);
    create index unexpected_unseen on unexpected (noticed_at, number) where seen_at is null;

    create table undelivered (
      number bigint primary key default nextval('work_number'),
      life text not null,
      seq int not null,
      -- null for the operator's staff
      account uuid,
      template text not null,
      noticed_at timestamptz(3) not null default clock_timestamp(),
      seen_at timestamptz(3),
      seen_by uuid,
      unique nulls not distinct (life, seq, account, template)
    );
    create index undelivered_unseen on undelivered (noticed_at, number) where seen_at is null;

    -- Lives that are stopped, because their row is not what their last event led to: somebody changed it past the commit.
    create table damaged_life (
      life text primary key references life,
      number bigint not null default nextval('work_number'),
      seq int not null,
      problem text not null,
      found_at timestamptz(3) not null default clock_timestamp(),
      -- when the staff got the alarm
      told_at timestamptz(3),
      seen_at timestamptz(3),
      seen_by uuid
    );
    create unique index damaged_life_number on damaged_life (number);
    create index damaged_life_unseen on damaged_life (found_at, number) where seen_at is null;

    -- lives in a state that people, the staff or an answer from outside have to end, and since when: those that stand so for long wait for the staff
    create table standing (
      life text primary key references life,
      number bigint not null default nextval('work_number'),
      -- its key in the messages of its life
      state text not null,
      since timestamptz(3) not null
    );
    create unique index standing_since on standing (since, number);

    -- A legal notice whose last channel failed waits for the staff. One that arrives after all does not.
    create function note_undelivered() returns trigger language plpgsql as $$
    begin
      if new.status = 'undeliverable' then
        -- One after the other: two channels that fail at once would each take the other for waiting.
        perform pg_advisory_xact_lock(hashtextextended('undelivered ' || new.life || ' ' || new.seq, 0));
        insert into undelivered (life, seq, account, template)
        select new.life, new.seq, new.account, new.template
        where not exists (select from notice where life = new.life and seq = new.seq and account is not distinct from new.account
          and template = new.template and status <> 'undeliverable')
        on conflict do nothing;
      else
        delete from undelivered where life = new.life and seq = new.seq and account is not distinct from new.account and template = new.template
          and seen_at is null;
      end if;
      return null;
    end $$;
    create trigger note_undelivered after update of status on notice for each row
      when (new.legal and new.status is distinct from old.status) execute function note_undelivered();

    grant usage on sequence work_number to akjet_app;
    grant select, insert, delete on work to akjet_app;
    grant select, insert, update, delete on standing to akjet_app;
    grant select, insert, update on damaged_life to akjet_app;
    grant select, insert on unexpected to akjet_app;
    grant update (seen_at, seen_by) on unexpected to akjet_app;
    grant select, insert, delete on undelivered to akjet_app;
    grant update (seen_at, seen_by) on undelivered to akjet_app;
  `);
}
