import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * Devices and sessions, and what limits a login. Each limit is counted in the statement that uses it up, so that of two simultaneous requests for the
 * last place one is refused. Advisory locks are taken in one order (number or subject, then address), so that no two requests wait for each other.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table device (
      id uuid primary key,
      person uuid not null references person,
      -- sealed; null where it has none
      name bytea,
      -- SPKI in base64; null for a browser that is known by its session alone
      public_key text,
      authorised_at timestamptz not null default clock_timestamp(),
      revoked_at timestamptz
    );
    create index device_of_person on device (person);

    create table session (
      id uuid primary key,
      token_hash text not null unique,
      person uuid not null references person,
      -- the account it acts for; null until one is registered or chosen
      account uuid references account,
      device uuid not null references device,
      -- how and when the person was identified: it goes with the session from account to account
      how text not null default 'code' check (how in ('code', 'password', 'device')),
      proved_at timestamptz not null default clock_timestamp(),
      created_at timestamptz not null default clock_timestamp(),
      seen_at timestamptz not null default clock_timestamp(),
      idle_until timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz
    );
    create index session_of_person on session (person, created_at desc);
    -- the sessions of an account are ended together
    create index session_of_account on session (account) where ended_at is null;

    -- one-time codes: neither the code nor its number is stored in plain text
    create table code (
      id uuid primary key,
      purpose text not null,
      number_hash text not null,
      code_hash text not null,
      address_hash text not null,
      -- the number a code was sent to, sealed, until the code is used: then it makes the person, or becomes their number
      number bytea,
      tries int not null default 0,
      created_at timestamptz not null default clock_timestamp(),
      expires_at timestamptz not null,
      used_at timestamptz
    );
    create index code_of_number on code (number_hash, created_at);
    create index code_of_address on code (address_hash, created_at);
    create index code_of_day on code (created_at);

    -- failed proofs, counted beside the lives: no event, no lock on a life
    create table failed_proof (
      id bigint generated always as identity primary key,
      subject_hash text not null,
      address_hash text not null,
      at timestamptz not null default clock_timestamp()
    );
    create index failed_proof_of_subject on failed_proof (subject_hash, at);
    create index failed_proof_of_address on failed_proof (address_hash, at);
    create index failed_proof_of_day on failed_proof (at);

    -- what a device has to sign, once
    create table challenge (
      id uuid primary key,
      nonce text not null,
      created_at timestamptz not null default clock_timestamp(),
      expires_at timestamptz not null,
      used_at timestamptz
    );
    create index challenge_of_day on challenge (created_at);

    -- Notes a code before it is sent, and deletes some that no limit counts any more. Answers until when it is valid, or the seconds to wait where there were too many.
    create function begin_code(of_id uuid, of_purpose text, of_number_hash text, of_code_hash text, of_address_hash text, of_number bytea,
      lasts interval, for_number int, in_time interval, for_number_long int, in_long interval, for_address int, in_address interval, kept interval)
      returns table (wait int, valid_until timestamptz) language plpgsql as $$
    declare
      free timestamptz;
    begin
      perform pg_advisory_xact_lock(hashtextextended('code ' || of_number_hash, 0));
      perform pg_advisory_xact_lock(hashtextextended('code ' || of_address_hash, 0));
      delete from code where id in
        (select id from code where created_at < clock_timestamp() - kept order by created_at limit 100 for update skip locked);
      -- the moment from which there are fewer than so many within the time
      free := greatest(
        (select created_at + in_time from code where number_hash = of_number_hash order by created_at desc offset for_number - 1 limit 1),
        (select created_at + in_long from code where number_hash = of_number_hash order by created_at desc offset for_number_long - 1 limit 1),
        (select created_at + in_address from code where address_hash = of_address_hash order by created_at desc offset for_address - 1 limit 1));
      if free > clock_timestamp() then
        wait := ceil(extract(epoch from free - clock_timestamp()));
        return next;
        return;
      end if;
      insert into code (id, purpose, number_hash, code_hash, address_hash, number, created_at, expires_at)
        values (of_id, of_purpose, of_number_hash, of_code_hash, of_address_hash, of_number, clock_timestamp(), clock_timestamp() + lasts)
        returning expires_at into valid_until;
      return next;
    end $$;

    -- Notes a proof as failed before it is judged, and deletes some that no limit counts any more; a right one is deleted again. Answers the seconds to wait where the subject is locked out or
    -- the address failed too often; and if this failure locks the subject out, until when.
    create function begin_proof(of_subject_hash text, of_address_hash text, most int, in_time interval, lasts interval, for_address int,
      in_address interval, kept interval) returns table (id bigint, wait int, locked_until timestamptz) language plpgsql as $$
    declare
      latest timestamptz;
      first timestamptz;
      free timestamptz;
    begin
      perform pg_advisory_xact_lock(hashtextextended('proof ' || of_subject_hash, 0));
      perform pg_advisory_xact_lock(hashtextextended('proof ' || of_address_hash, 0));
      delete from failed_proof where failed_proof.id in
        (select old.id from failed_proof old where old.at < clock_timestamp() - kept order by old.at limit 100 for update skip locked);
      select at into latest from failed_proof where subject_hash = of_subject_hash order by at desc limit 1;
      select at into first from failed_proof where subject_hash = of_subject_hash order by at desc offset most - 1 limit 1;
      free := greatest(
        case when latest - first <= in_time then latest + lasts end,
        (select at + in_address from failed_proof where address_hash = of_address_hash order by at desc offset for_address - 1 limit 1));
      if free > clock_timestamp() then
        wait := ceil(extract(epoch from free - clock_timestamp()));
        return next;
        return;
      end if;
      insert into failed_proof (subject_hash, address_hash, at) values (of_subject_hash, of_address_hash, clock_timestamp())
        returning failed_proof.id, at into id, latest;
      select at into first from failed_proof where subject_hash = of_subject_hash order by at desc offset most - 1 limit 1;
      locked_until := case when latest - first <= in_time then latest + lasts end;
      return next;
    end $$;

    grant select, insert, update on device, session to akjet_app;
    -- to skip rows that another request deletes, they are locked: that needs update
    grant select, insert, update, delete on code, failed_proof, challenge to akjet_app;
  `);
}
