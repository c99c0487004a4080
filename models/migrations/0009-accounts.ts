import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * Who acts: persons who log in, the accounts (legal parties) they act for, their devices and sessions. An account's row is the read model of the
 * life `account/<id>`; persons, devices, sessions and codes are no lives: what happens to them is told in the chains of the accounts.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    -- sessions of before belonged to nobody who could be named
    drop table session;

    create table person (
      id uuid primary key,
      -- E.164: the authorised number (1.2)
      number text not null unique,
      name text,
      language text not null default 'ru' check (language in ('kk', 'ru', 'en')),
      -- argon2id with its parameters and salt; null where only codes are used
      password text,
      created_at timestamptz not null default clock_timestamp()
    );

    alter table account
      alter column email drop not null,
      add column kind text not null default 'natural' check (kind in ('natural', 'entrepreneur', 'company', 'staff')),
      add column staff text[] not null default '{}',
      add column standing text not null default 'new',
      -- what the chart of the account says, as the door asks for it with every command
      add column may_act boolean not null default false,
      add column may_open boolean not null default false,
      add column paused boolean not null default false,
      add column offer_accepted text,
      add column offer_shown text,
      add column offer_declined text,
      add column acceptance uuid,
      add column tax_status text,
      add column seq int not null default 0,
      add column sessions_voided_at timestamptz(3),
      -- restricted: IIN or BIN, sealed; the keyed hash finds and compares it
      add column identifier bytea,
      add column identifier_hash text;
    create unique index account_of_identifier on account (kind, identifier_hash) where identifier_hash is not null;

    create table membership (
      account uuid not null references account,
      person uuid not null references person,
      roles text[] not null,
      primary key (account, person)
    );
    create index membership_of_person on membership (person);

    create table device (
      id uuid primary key,
      person uuid not null references person,
      name text not null,
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
      -- the account it acts for; none before one is registered
      account uuid references account,
      device uuid not null references device,
      created_at timestamptz not null default clock_timestamp(),
      seen_at timestamptz not null default clock_timestamp(),
      idle_until timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz
    );
    create index session_of_person on session (person, created_at desc);

    -- one-time codes: neither the code nor the number stands here in plain
    create table code (
      id uuid primary key,
      purpose text not null,
      number_hash text not null,
      code_hash text not null,
      address_hash text not null,
      tries int not null default 0,
      created_at timestamptz not null default clock_timestamp(),
      expires_at timestamptz not null,
      used_at timestamptz
    );
    create index code_of_number on code (number_hash, created_at);
    create index code_of_address on code (address_hash, created_at);

    -- failed proofs, counted beside the lives: no event, no lock on a life
    create table failed_proof (
      id bigint generated always as identity primary key,
      subject_hash text not null,
      address_hash text not null,
      at timestamptz not null default clock_timestamp()
    );
    create index failed_proof_of_subject on failed_proof (subject_hash, at);

    -- what a device has to sign, once
    create table challenge (
      id uuid primary key,
      nonce text not null,
      created_at timestamptz not null default clock_timestamp(),
      expires_at timestamptz not null,
      used_at timestamptz
    );

    create table offer_acceptance (
      id uuid primary key,
      account uuid not null references account,
      revision text not null,
      form text not null check (form in ('checkbox', 'statement', 'conduct')),
      seq int not null,
      at timestamptz(3) not null
    );
    create index offer_acceptance_of_account on offer_acceptance (account, at);

    -- what a contractor offers, found by customers
    create table contractor_profile (
      account uuid primary key references account,
      number bigint not null unique,
      version int not null,
      headline text not null,
      about text not null,
      services jsonb not null,
      search tsvector generated always as (
        to_tsvector('russian', headline || ' ' || about) || to_tsvector('simple', headline || ' ' || about)
        || jsonb_to_tsvector('russian', services, '["string"]') || jsonb_to_tsvector('simple', services, '["string"]')) stored,
      changed_at timestamptz(3) not null
    );
    create index contractor_profile_search on contractor_profile using gin (search);

    grant select, insert, update on account, person, device, session, code, challenge, contractor_profile to akjet_app;
    grant select, insert, update, delete on membership to akjet_app;
    grant select, insert on offer_acceptance, failed_proof to akjet_app;
  `);
}
