import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * Devices and sessions, and what limits a login. Each limit is counted under advisory locks in the transaction that uses it up, so that of two
 * simultaneous requests for the last place one is refused. The locks are taken in one order (number, network, wide network), so that no two requests
 * wait for each other.
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
      -- of the token that the device was given at its login: with it, failures of strangers do not count against the device
      known_hash text unique,
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
      -- when one of the staff last proved the second factor
      factor_at timestamptz,
      created_at timestamptz not null default clock_timestamp(),
      seen_at timestamptz not null default clock_timestamp(),
      idle_until timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz
    );
    create index session_of_person on session (person, created_at desc);
    -- the sessions of an account are ended together
    create index session_of_account on session (account) where ended_at is null;

    -- the browser of a session that gets notices: where, and the keys for which they are sealed
    create table push_subscription (
      session uuid primary key references session on delete cascade,
      endpoint text not null,
      p256dh text not null,
      auth text not null
    );
    create function forget_browser() returns trigger language plpgsql as $$
    begin
      delete from push_subscription where session = new.id;
      return null;
    end $$;
    create trigger forget_browser after update of ended_at on session for each row when (new.ended_at is not null) execute function forget_browser();

    -- one-time codes: neither the code nor its number is stored in plain text
    create table code (
      id uuid primary key,
      purpose text not null,
      number_hash text not null,
      code_hash text not null,
      network_hash text not null,
      -- the network of 48 bits of IPv6
      wide_hash text,
      -- requested on a known device of the number's owner
      known boolean not null,
      -- the number a code was sent to, sealed, until the code is used: then it makes the person, or becomes their number
      number bytea,
      tries int not null default 0,
      created_at timestamptz not null default clock_timestamp(),
      expires_at timestamptz not null,
      used_at timestamptz
    );
    create index code_of_number on code (number_hash, created_at);
    create index code_of_network on code (network_hash, created_at);
    create index code_of_wide_network on code (wide_hash, created_at);
    create index code_of_day on code (created_at);

    -- failed proofs, counted beside the lives: no event, no lock on a life
    create table failed_proof (
      id bigint generated always as identity primary key,
      -- what was tried, at which number: a password, a code, documents for a new number
      kind text not null check (kind in ('password', 'second-factor', 'code', 'documents')),
      subject_hash text not null,
      network_hash text not null,
      wide_hash text,
      -- the known device that it came from, if any: it counts there and nowhere else
      device uuid,
      -- the same caller was right later: it still counts among the guesses of all at the number
      forgiven boolean not null default false,
      at timestamptz not null default clock_timestamp()
    );
    create index failed_proof_of_subject on failed_proof (subject_hash, at);
    create index failed_proof_of_network on failed_proof (network_hash, at);
    create index failed_proof_of_wide_network on failed_proof (wide_hash, at);
    create index failed_proof_of_day on failed_proof (at);

    -- solved proofs of work that were used
    create table spent_work (
      id text primary key,
      expires_at timestamptz not null
    );
    create index spent_work_of_day on spent_work (expires_at);

    -- what a device has to sign, once
    create table challenge (
      id uuid primary key,
      nonce text not null,
      created_at timestamptz not null default clock_timestamp(),
      expires_at timestamptz not null,
      used_at timestamptz
    );
    create index challenge_of_day on challenge (created_at);

    -- What a limit counts, newest first: how many, the seconds since the last, and the seconds until fewer than each bound are within the time.
    create function tally(moments timestamptz[], free int, most int, in_time interval) returns jsonb volatile language sql as $$
      select jsonb_build_object(
        'count', cardinality(moments),
        'since', extract(epoch from clock_timestamp() - moments[1]),
        'easesIn', ceil(extract(epoch from moments[free] + in_time - clock_timestamp())),
        'opensIn', ceil(extract(epoch from moments[most] + in_time - clock_timestamp())))
    $$;

    -- The only way to change a person's number, sealed with its keyed hash: for an open effect that orders it. With the owner's rights, because no process may
    -- write numbers. The caller holds the number's lock, and gives its hash under each secret, because a rotation gives the same number two. It ends the
    -- sessions and keys of the old number, clears the password, and keeps the effect's id: a repeated effect must not end newer sessions. A person without an account, who came
    -- to be when the owner logged in with the new number before the change, gives it up. False, without any change, if another person has the number.
    create function change_number(of_effect text, of_person uuid, sealed bytea, hash text, hashes text[]) returns boolean language plpgsql security definer
    as $$
    begin
      if not exists (select from effect where life = regexp_replace(of_effect, '/[0-9]+/[0-9]+$', '') and seq = split_part(of_effect, '/', -2)::int
          and index = split_part(of_effect, '/', -1)::int and kind = 'changeNumber' and open and params ->> 'person' = of_person::text) then
        raise exception 'no open effect % changes the number of this person', of_effect using errcode = 'insufficient_privilege';
      end if;
      with empty as (update person set number = null, number_hash = null where number_hash = any (hashes) and id <> of_person
          and not exists (select from membership where membership.person = person.id) returning id),
        ended as (update session set ended_at = clock_timestamp() from empty where session.person = empty.id and ended_at is null)
        update device set revoked_at = clock_timestamp() from empty where device.person = empty.id and revoked_at is null;
      if exists (select from person where number_hash = any (hashes) and id <> of_person)
          and not exists (select from number_change where effect = of_effect) then
        raise unique_violation;
      end if;
      with kept as (insert into number_change (effect, person) values (of_effect, of_person) on conflict do nothing returning person),
        changed as (update person set number = sealed, number_hash = hash, password = null from kept where person.id = kept.person returning person.id),
        ended as (update session set ended_at = clock_timestamp() from changed where session.person = changed.id and ended_at is null)
        update device set revoked_at = clock_timestamp() from changed where device.person = changed.id and revoked_at is null;
      return true;
    exception when unique_violation then
      return false;
    end $$;
  `);
}
