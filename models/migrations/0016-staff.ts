import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** The second factor of the operator's staff, and what they read of others. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    -- Lets one person set up a second factor once. Whoever runs the platform makes it, not the person: otherwise the first factor alone would be enough.
    create table factor_enrolment (
      id uuid primary key,
      person uuid not null references person,
      -- SHA-256 of 256 random bits
      secret_hash text not null unique,
      made_by text not null,
      created_at timestamptz not null default clock_timestamp(),
      expires_at timestamptz not null,
      -- used, or replaced by another one
      used_at timestamptz
    );

    create table second_factor (
      id uuid primary key,
      person uuid not null references person,
      enrolment uuid not null references factor_enrolment,
      -- the key of the one-time codes (RFC 6238), sealed
      secret bytea not null,
      created_at timestamptz not null default clock_timestamp(),
      -- the first right code
      confirmed_at timestamptz,
      -- the step of the last code that was taken: a code counts once
      last_step bigint not null default 0,
      ended_at timestamptz
    );
    create unique index second_factor_of_person on second_factor (person) where confirmed_at is not null and ended_at is null;
    create index second_factor_begun on second_factor (person, created_at desc);

    -- for whoever has lost the device with the key: each counts once
    create table recovery_code (
      factor uuid not null references second_factor,
      code_hash text not null,
      used_at timestamptz,
      primary key (factor, code_hash)
    );

    -- What the staff read of a person's matters. The person can read it, without the reader's name.
    create table staff_reading (
      id bigint generated always as identity primary key,
      -- whom it is about
      account uuid not null references account,
      -- the life or document, and what of it was read
      subject text not null,
      operation text not null,
      -- who read it, in which roles, and why
      reader uuid not null,
      reader_person uuid not null,
      roles text[] not null,
      reason text not null,
      at timestamptz(3) not null default clock_timestamp()
    );
    create index staff_reading_of_account on staff_reading (account, id desc);
    create trigger staff_reading_is_append_only before update or delete on staff_reading for each row execute function forbid();
    create trigger staff_reading_is_never_emptied before truncate on staff_reading for each statement execute function forbid();
  `);
}
