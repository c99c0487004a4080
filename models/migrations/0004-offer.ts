import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** The public offer: its revisions as they were published (10.2), so that what an acceptance names by its hash can always be shown, and the acceptances. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table offer_revision (
      sha256 text primary key check (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
      number int not null unique check (number > 0),
      text text not null,
      -- a civil date in Asia/Almaty: in force from its 00:00, one revision a day
      in_force_from date not null unique,
      published_at timestamptz(3) not null default clock_timestamp(),
      -- null where the text was published before the platform existed
      published_by uuid,
      previous text unique references offer_revision,
      check ((previous is null) = (number = 1))
    );
    create trigger offer_revision_is_append_only before update or delete on offer_revision for each row execute function forbid();
    create trigger offer_revision_is_never_emptied before truncate on offer_revision for each statement execute function forbid();

    create table offer_acceptance (
      id uuid primary key,
      account uuid not null references account,
      revision text not null,
      form text not null check (form in ('checkbox', 'statement', 'conduct')),
      seq int not null,
      at timestamptz(3) not null,
      -- the accession statement (2.1.1): it names IIN and number, so its bytes are sealed
      statement_sha256 text,
      -- of the CMS, if the statement was signed with an electronic signature; the CMS itself is sealed beside the text
      signature_sha256 text,
      statement bytea
    );
    create index offer_acceptance_of_account on offer_acceptance (account, at);
  `);
}
