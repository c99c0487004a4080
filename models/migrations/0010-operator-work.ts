import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * What waits for the operator's staff: the duties that charts name, and the answers that a chart did not expect and that nobody has seen yet. Both are
 * numbered from one sequence, so that they are one list.
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
    create index work_by_duty on work (duty, number);

    create table unexpected (
      life text not null,
      seq int not null,
      number bigint not null default nextval('work_number'),
      type text not null,
      noticed_at timestamptz not null default clock_timestamp(),
      seen_at timestamptz(3),
      seen_by uuid,
      primary key (life, seq)
    );
    create unique index unexpected_number on unexpected (number);
    create index unexpected_unseen on unexpected (number) where seen_at is null;

    grant usage on sequence work_number to akjet_app;
    grant select, insert, delete on work to akjet_app;
    grant select, insert on unexpected to akjet_app;
    grant update (seen_at, seen_by) on unexpected to akjet_app;
  `);
}
