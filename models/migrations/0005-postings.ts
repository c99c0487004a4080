import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * Money, kept simply: each posting moves a sum from one account to another, so that all of them always balance. They are written by the event they
 * follow from, and never changed. An account `held/...` keeps other people's money and cannot be overdrawn.
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

    grant select, insert on posting to akjet_app;
  `);
}
