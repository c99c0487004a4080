import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** Who acts, the reference data that rules are dated by, and the read model of tasks with an index for each listed query. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table account (
      id uuid primary key,
      name text not null,
      email text not null,
      language text not null default 'ru' check (language in ('kk', 'ru', 'en')),
      roles text[] not null,
      created_at timestamptz not null default now()
    );
    create table session (
      token_hash text primary key,
      account uuid not null references account,
      device text not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null
    );

    create table calendar_day (date date primary key, kind text not null check (kind in ('off', 'working')), name text not null, source text not null, confirmed boolean not null);
    create table parameter (
      code text not null,
      value jsonb not null,
      unit text not null,
      valid_from date not null,
      valid_to date,
      clause text not null,
      source text not null,
      confirmed boolean not null,
      primary key (code, valid_from)
    );

    create table task (
      id text primary key references life,
      number bigint not null unique,
      seq int not null,
      state text not null,
      stage text not null,
      version int not null,
      title text not null,
      description text,
      place text,
      hazards text,
      measures text,
      requirements text,
      category text,
      lines jsonb not null,
      price bigint not null,
      payment text not null,
      match text not null,
      customer uuid not null,
      contractor uuid,
      "group" uuid,
      start_at timestamptz(3) not null,
      due_at timestamptz(3) not null,
      deadlines jsonb not null,
      posted_at timestamptz(3) not null,
      changed_at timestamptz(3) not null
    ) with (fillfactor = 80);
    create index task_of_customer on task (customer, number desc);
    create index task_of_contractor on task (contractor, number desc) where contractor is not null;
    create index task_open on task (number desc) where state = 'posted' and match <> 'invited';
    create index task_in_state on task (state, number desc);
    create index task_of_customer_in_state on task (customer, state, number desc);
    create index task_of_contractor_in_state on task (contractor, state, number desc) where contractor is not null;

    -- contractors who may see a task before it has one: invited, or having responded
    create table candidate (
      account uuid not null,
      number bigint not null,
      task text not null references task,
      primary key (account, number)
    );
    create index candidate_of_task on candidate (task);

    grant select on account, calendar_day, parameter to akjet_app;
    grant select, insert, update, delete on session to akjet_app;
    grant select, insert, update on task to akjet_app;
    grant select, insert, delete on candidate to akjet_app;
  `);
}
