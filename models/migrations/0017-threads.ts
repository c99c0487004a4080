import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** The read model of threads: a row for each message with the id of its text, and what each side has read. An index for each listed query. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    -- in the order of their last messages
    create sequence thread_touched;

    create table thread (
      id text primary key references life,
      number bigint not null unique,
      about text not null references life,
      customer uuid,
      contractor uuid,
      messages int not null,
      read_customer int not null,
      read_contractor int not null,
      -- of the staff, in the thread of a dispute
      read_operator int not null,
      touched bigint not null unique default nextval('thread_touched'),
      done boolean not null
    ) with (fillfactor = 80);
    create index thread_of_customer on thread (customer, touched desc);
    create index thread_of_contractor on thread (contractor, touched desc);
    create index thread_about on thread (about, touched desc);

    create table message (
      thread text not null references thread,
      number int not null,
      seq int not null,
      at timestamptz(3) not null,
      by text not null check (by in ('customer', 'contractor', 'operator')),
      account uuid not null,
      -- the last version, and what others read of it where contacts are masked
      text uuid not null,
      shown uuid,
      quote int,
      edited_at timestamptz(3),
      withdrawn_at timestamptz(3),
      primary key (thread, number)
    );
  `);
}
