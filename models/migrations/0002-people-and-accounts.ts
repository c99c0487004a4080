import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * Persons, who log in, and the accounts (legal parties) they act for. An account's row is the read model of the life `account/<id>`. A person is not a
 * life: what happens to a person is recorded in the chains of the accounts.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table person (
      id uuid primary key,
      -- the authorised number (1.2) in E.164, sealed; the keyed hash finds it. Null after the number was given up
      number bytea,
      number_hash text unique,
      language text not null default 'ru' check (language in ('kk', 'ru', 'en')),
      -- argon2id with its parameters and salt; null where only codes are used
      password text,
      created_at timestamptz not null default clock_timestamp(),
      check ((number is null) = (number_hash is null))
    );

    create table account (
      id uuid primary key,
      name text not null,
      -- the erasable text that names the address its owner has confirmed: letters go there, and nowhere else
      confirmed_details uuid,
      -- the erasable text that names an address which waits for its owner. An address stands only in its text
      new_details uuid,
      language text not null default 'ru' check (language in ('kk', 'ru', 'en')),
      kind text not null default 'natural' check (kind in ('natural', 'entrepreneur', 'company', 'staff')),
      roles text[] not null,
      staff text[] not null default '{}',
      standing text not null default 'new',
      -- what the account's chart permits: the API asks for it with every command
      may_act boolean not null default false,
      may_open boolean not null default false,
      paused boolean not null default false,
      signs_acts boolean not null default false,
      offer_accepted text,
      offer_shown text,
      offer_declined text,
      acceptance uuid,
      tax_status text,
      seq int not null default 0,
      sessions_voided_at timestamptz(3),
      -- restricted: IIN or BIN, sealed; the keyed hash finds and compares it
      identifier bytea,
      identifier_hash text,
      -- sealed: the name of a closed account, as long as its papers are kept. The column \`name\` is then empty
      kept_name bytea,
      -- the verification by which the IIN or BIN was proved; null for an account that only says whose it is
      proof text,
      -- another account proved the same number: nothing new begins
      displaced boolean not null default false,
      created_at timestamptz not null default now()
    );
    -- Anybody may say that a number is theirs, and only one account proves it. A closed one does not keep its owner from proving it in another.
    create unique index account_of_proof on account (kind, identifier_hash) where proof is not null and standing <> 'closed';
    create index account_of_identifier on account (identifier_hash) where identifier_hash is not null;

    create table membership (
      account uuid not null references account,
      person uuid not null references person,
      roles text[] not null,
      -- of an open account of the operator's staff
      staff boolean not null default false,
      -- the person registered the account, and did not join it by an invitation
      registered boolean not null default false,
      since timestamptz not null default clock_timestamp(),
      primary key (account, person)
    );
    -- whoever decides as a second person must not be the first one under another account
    create unique index membership_of_staff on membership (person) where staff;
    create index membership_of_person on membership (person);

    -- which effect changed whose number: an effect that is performed again finds its change done
    create table number_change (
      effect text primary key,
      person uuid not null references person,
      changed_at timestamptz(3) not null default clock_timestamp()
    );
    create trigger number_change_is_append_only before update or delete on number_change for each row execute function forbid();

    -- what a contractor offers, searched by customers
    create table contractor_profile (
      account uuid primary key references account,
      number bigint not null unique,
      version int not null,
      headline text not null,
      about text not null,
      services jsonb not null,
      -- its words without signs and capitals: what a letter is must not depend on the database's locale
      words text not null,
      search tsvector generated always as (to_tsvector('russian', words) || to_tsvector('simple', words)) stored,
      changed_at timestamptz(3) not null
    );
    create index contractor_profile_search on contractor_profile using gin (search);
  `);
}
