import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** The data that rules are dated by: the calendar of days off, and the dated parameters. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table calendar_day (
      date date primary key,
      kind text not null check (kind in ('off', 'working')),
      name text not null,
      source text not null,
      confirmed boolean not null
    );

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
  `);
}
