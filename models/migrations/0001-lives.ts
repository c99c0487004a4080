import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * Where lives are kept. The chain (`event`) is append-only by trigger and by its rights (`models/rights.ts`). What changes after an event, such as the delivery of its step, is
 * therefore in tables of its own.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    -- the number counts the versions of one life's chart
    create table chart (
      hash text primary key,
      life text not null,
      -- counts up as the charts of one life type are published
      number int not null,
      json jsonb not null,
      published_at timestamptz not null default clock_timestamp(),
      unique (life, number)
    );

    -- updates of a life stay on its page, so that they touch no index
    create table life (
      id text primary key,
      number bigint generated always as identity unique,
      kind text not null,
      seq int not null default 0,
      state text not null default '',
      done boolean not null default false,
      snapshot jsonb,
      head text not null default repeat('0', 64),
      at timestamptz(3),
      next_due timestamptz(3),
      -- milliseconds by which a test has moved the life's clock; nothing in production writes it
      clock_offset bigint not null default 0
    ) with (fillfactor = 70);
    create index life_by_state on life (kind, split_part(state, '.', 1), number desc);
    create index life_next_due on life (next_due) where next_due is not null;

    -- A key that names its life is in that life's rows only: nobody can use it up for another life (lives/key-owners.ts).
    create function is_own_key(life text, seq int, key text) returns boolean immutable language sql as $$
      select case split_part(key, '/', 1)
        when 'timer' then key = 'timer/' || life || '/' || seq
        when 'effect' then starts_with(key, 'effect/' || life || '/')
        when 'provider' then strpos(key, '/' || life || '/') > 0
        when 'consent' then life = 'account/' || split_part(key, '/', 2)
        when 'upload' then life = 'file/' || split_part(key, '/', 2)
        when 'tariff' then life = 'account/' || split_part(key, '/', 2)
        when 'found' then life = 'account/' || split_part(key, '/', 2)
        else true end $$;

    create table event (
      life text not null references life,
      seq int not null,
      key text not null unique check (is_own_key(life, seq, key)),
      at timestamptz(3) not null,
      by text not null,
      actor jsonb,
      type text not null,
      input jsonb not null,
      state text not null,
      snapshot_hash text not null,
      -- covers the effects that the event ordered: their kinds and parameters
      effects_hash text not null,
      chart_hash text not null references chart,
      hash text not null,
      request_hash text,
      -- the HTTP request that brought it, to find it in the logs; not part of the chain's hash
      request_id text,
      primary key (life, seq)
    );

    create function forbid() returns trigger language plpgsql as $$
      begin raise exception '% is append-only', tg_table_name; end $$;
    -- Of a document and a webhook the bytes may be erased, and nothing else changes.
    create function forbid_but_erasing() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and old.bytes is not null and new.bytes is null
          and to_jsonb(new) - '{bytes, awp, erased_at, erased_for}'::text[] = to_jsonb(old) - '{bytes, awp, erased_at, erased_for}'::text[]
          and to_jsonb(new) ->> 'awp' is null then
        return new;
      end if;
      raise exception '% is append-only', tg_table_name;
    end $$;
    create trigger event_is_append_only before update or delete on event for each row execute function forbid();
    create trigger event_is_never_emptied before truncate on event for each statement execute function forbid();
    create trigger chart_is_append_only before update or delete on chart for each row execute function forbid();

    -- steps that their workflow has yet to hear of
    create table outbox (
      life text not null,
      seq int not null,
      delivered boolean not null default false,
      made_at timestamptz not null default clock_timestamp(),
      primary key (life, seq),
      foreign key (life, seq) references event
    );
    create index outbox_undelivered on outbox (made_at) where not delivered;

    -- side effects that an event ordered
    create table effect (
      life text not null,
      seq int not null,
      index int not null,
      kind text not null,
      params jsonb not null,
      open boolean not null default true,
      tries int not null default 0,
      next_try timestamptz not null default clock_timestamp(),
      lease_until timestamptz,
      fault text,
      primary key (life, seq, index),
      foreign key (life, seq) references event
    );
    create index effect_open on effect (life) where open;
    create index effect_next_try on effect (next_try) where open;

    -- free texts and personal data: erasable, because the chain holds only their id and keyed hash; sealed as JSON, null once erased
    create table erasable_text (
      id uuid primary key,
      life text not null,
      -- the account of the party that wrote it; null for the operator's staff and the platform
      author uuid,
      sealed bytea,
      erased_at timestamptz,
      -- the account whose closing erased it
      erased_for uuid
    );
    create index erasable_text_of_author on erasable_text (author) where author is not null and sealed is not null;

    -- lives whose workflow seems to be gone: how often the sweep has signalled it, and when it does so next
    create table nudge (
      life text primary key references life,
      tries int not null default 1,
      next_at timestamptz not null
    );

    -- which payments, payouts and signings an account has: a list of them needs no more, the rest is shown from the lives
    create table life_of_account (
      account uuid not null,
      kind text not null,
      number bigint not null,
      life text not null references life,
      open boolean not null,
      primary key (account, kind, number)
    );
    create index life_of_account_open on life_of_account (account, kind, number desc) where open;
    create index life_of_anybody on life_of_account (kind, number desc);
    create index life_of_anybody_open on life_of_account (kind, number desc) where open;
  `);
}
