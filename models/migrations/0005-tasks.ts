import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** The read model of tasks, with an index for each listed query. The commit alone writes it. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
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
      -- categories for which the contractor must have proved a qualification (4.2.2)
      requires text[] not null default '{}',
      location jsonb,
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
    create index task_posted_at on task (posted_at, number);
    -- the places of one post
    create index task_of_group on task ("group", number desc) where "group" is not null;

    -- contractors who may see a task before it has one: invited, or having responded
    create table candidate (
      account uuid not null,
      number bigint not null,
      task text not null references task,
      primary key (account, number)
    );
    create index candidate_of_task on candidate (task);
  `);
}
