import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * What others know of an account before they deal with it, in either role. The sums are kept by the commits that change them: to add up ten thousand
 * closed tasks with their reviews took a tenth of a second for each reader.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table reputation (
      account uuid not null,
      party text not null check (party in ('customer', 'contractor')),
      -- closed tasks
      tasks_done int not null default 0,
      -- published reviews by the other party, and the sum of their stars
      reviews int not null default 0,
      stars int not null default 0,
      primary key (account, party)
    ) with (fillfactor = 80);

    -- which reviews are in the sums: each is counted once, and its stars never change
    create table published_review (
      life text not null references life,
      account uuid not null,
      party text not null,
      -- the other party of the task, who wrote it
      author uuid not null,
      stars int not null check (stars between 1 and 5),
      primary key (life, party)
    );
  `);
}
