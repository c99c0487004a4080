import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * Money. A posting moves a sum from one account to another, so the sum over all accounts is always zero. A posting is written by its event and never
 * changed. An account `held/...` keeps other people's money and cannot be overdrawn.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table posting (
      life text not null,
      seq int not null,
      index int not null,
      debit text not null,
      credit text not null check (credit <> debit),
      amount bigint not null check (amount > 0),
      code text not null,
      at timestamptz(3) not null,
      primary key (life, seq, index),
      foreign key (life, seq) references event
    );
    create index posting_debit on posting (debit);
    create index posting_credit on posting (credit);
    create trigger posting_is_append_only before update or delete on posting for each row execute function forbid();
    create trigger posting_is_never_emptied before truncate on posting for each statement execute function forbid();

    create function balance(account text) returns bigint stable language sql as $$
      select coalesce((select sum(amount) from posting where credit = account), 0)::bigint
        - coalesce((select sum(amount) from posting where debit = account), 0)::bigint
    $$;

    create function keep_from_overdraft() returns trigger language plpgsql as $$
    begin
      -- Two lives may draw on one account: the second waits for the first.
      perform pg_advisory_xact_lock(hashtextextended(new.debit, 0));
      if balance(new.debit) < 0 then raise exception '% would be overdrawn', new.debit using errcode = 'AK001'; end if;
      return null;
    end $$;
    create constraint trigger posting_keeps_from_overdraft after insert on posting
      for each row when (new.debit like 'held/%') execute function keep_from_overdraft();

    -- the read model of the operator's fees, with an index for each listed query
    create table fee (
      id text primary key references life,
      number bigint not null unique,
      state text not null,
      parent text not null,
      customer uuid not null,
      principal bigint not null,
      -- of the invoice that gathers it: rules of the day on which its task was posted
      terms jsonb not null,
      charged_at timestamptz(3) not null
    );
    create index fee_of_customer on fee (customer, number desc);

    -- genuine webhooks of payment providers, byte for byte: one row for each message, however often it was delivered. The bytes may be erased
    create table webhook (
      provider text not null,
      message text not null,
      about text not null,
      timestamp text not null,
      bytes bytea,
      received_at timestamptz(3) not null default clock_timestamp(),
      erased_at timestamptz(3),
      -- the account whose closing erased it
      erased_for uuid,
      primary key (provider, message),
      check ((bytes is null) = (erased_at is not null))
    );
    create index webhook_of_life on webhook (regexp_replace(about, '/[0-9]+/[0-9]+$', ''));
    create trigger webhook_is_append_only before update or delete on webhook for each row execute function forbid_but_erasing();
  `);
}
