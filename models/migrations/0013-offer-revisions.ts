import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** The revisions of the offer (10.2) as they were published: what an acceptance names by its hash can be shown for ever. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table offer_revision (
      sha256 text primary key check (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
      number int not null unique check (number > 0),
      text text not null,
      -- A civil date in Asia/Almaty: in force from its 00:00, one revision a day.
      in_force_from date not null unique,
      published_at timestamptz(3) not null default clock_timestamp(),
      -- Nobody's where the text was there before the platform.
      published_by uuid,
      previous text unique references offer_revision,
      check ((previous is null) = (number = 1))
    );
    create trigger offer_revision_is_append_only before update or delete on offer_revision for each row execute function forbid();
    create trigger offer_revision_is_never_emptied before truncate on offer_revision for each statement execute function forbid();
    grant select, insert on offer_revision to akjet_app;
  `);
}
