import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** The operator's tariffs (3.2): their revisions as they were published. And the invoices of what customers owe by them (5.1). */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table tariff_revision (
      number int primary key check (number > 0),
      -- an array of plans: rules/tariff.ts
      plans jsonb not null,
      -- what contractors may buy, with its price
      extras jsonb not null default '[]',
      -- a civil date in Asia/Almaty: in force from its 00:00. A month is charged by one revision
      in_force_from date not null unique check (extract(day from in_force_from) = 1),
      published_at timestamptz(3) not null default clock_timestamp(),
      -- null where it was published before the platform existed
      published_by uuid
    );
    create trigger tariff_revision_is_append_only before update or delete on tariff_revision for each row execute function forbid();
    create trigger tariff_revision_is_never_emptied before truncate on tariff_revision for each statement execute function forbid();

    -- Individual terms that two of the staff offered to a customer. They hold once the account's own chain has them.
    create table individual_plan (
      code text primary key,
      account uuid not null references account,
      plan jsonb not null,
      -- the last day on which the customer can choose it
      valid_until date not null,
      offered_by uuid not null,
      offered_at timestamptz(3) not null default clock_timestamp()
    );
    create index individual_plan_of_account on individual_plan (account);
    create trigger individual_plan_is_append_only before update or delete on individual_plan for each row execute function forbid();
    create trigger individual_plan_is_never_emptied before truncate on individual_plan for each statement execute function forbid();

    -- A bill is an invoice before its life: its number without holes, and the fees that are its lines. Written once, by one worker at a time.
    create table bill (
      id text primary key,
      customer uuid not null,
      -- the month: 2026-11
      period text not null,
      year int not null,
      seq int not null check (seq > 0),
      principal bigint not null check (principal > 0),
      -- of what was paid too much before
      advance bigint not null check (advance between 0 and principal),
      lines int not null check (lines > 0),
      terms jsonb not null,
      made_at timestamptz(3) not null default clock_timestamp(),
      unique (year, seq)
    );
    create index bill_of_customer on bill (customer);
    create trigger bill_is_append_only before update or delete on bill for each row execute function forbid();
    create trigger bill_is_never_emptied before truncate on bill for each statement execute function forbid();
    create table bill_line (
      -- a fee is invoiced once
      fee text primary key references fee,
      invoice text not null references bill
    );
    create index bill_line_of_invoice on bill_line (invoice);
    create trigger bill_line_is_append_only before update or delete on bill_line for each row execute function forbid();
    create trigger bill_line_is_never_emptied before truncate on bill_line for each statement execute function forbid();
    -- What is to be billed is found without reading the fees of all years. A row of its own, because a mark on a fee would write all indexes of the fee again.
    create table unbilled_fee (
      fee text primary key,
      customer uuid not null,
      number bigint not null
    );
    create index unbilled_fee_of_customer on unbilled_fee (customer, number);
    create function note_unbilled() returns trigger language plpgsql security definer as $$
    begin
      insert into unbilled_fee (fee, customer, number) select id, customer, number from charged where principal > 0;
      return null;
    end $$;
    create trigger fee_is_charged after insert on fee referencing new table as charged for each statement execute function note_unbilled();
    create function note_billed() returns trigger language plpgsql security definer as $$
    begin
      delete from unbilled_fee using line where unbilled_fee.fee = line.fee;
      return null;
    end $$;
    create trigger fee_is_billed after insert on bill_line referencing new table as line for each statement execute function note_billed();

    -- the read model of invoices
    create table invoice (
      id text primary key references life,
      number bigint not null unique,
      -- the number that its papers bear
      paper_number text not null unique,
      customer uuid not null,
      period text not null,
      state text not null,
      principal bigint not null,
      credited bigint not null,
      paid bigint not null,
      drawn_on date not null,
      due_on date not null,
      changed_at timestamptz(3) not null,
      -- the day from which its customer posts no new tasks, once it was told; and whether new tasks are limited now
      limit_from date,
      limits boolean not null default false
    ) with (fillfactor = 80);
    create index invoice_that_limits on invoice (customer) where limit_from is not null;
    create index invoice_of_customer on invoice (customer, number desc);
    create index invoice_of_customer_in_state on invoice (customer, state, number desc);
    create index invoice_in_state on invoice (state, number desc);
    create index invoice_credited on invoice (drawn_on) where credited > 0;

    create or replace function lives_of(of_account uuid) returns table (life text) stable language sql as $$
      select life from life_of_account where account = of_account
      union select id from task where customer = of_account
      union select id from task where contractor = of_account
      union select id from dispute where claimant = of_account
      union select id from dispute where respondent = of_account
      union select id from fee where customer = of_account
      union select id from invoice where customer = of_account
      union select id from debt where debtor = of_account
      union select id from debt where creditor = of_account
      union select life from notice where account = of_account
    $$;
    -- A fee that is no line of an invoice yet is still owed.
    create or replace function is_unfinished(of_account uuid) returns boolean stable language sql as $$
      select exists (
        select from lives_of(of_account) as own join life on life.id = own.life
        where not life.done and life.kind not in ('account', 'reidentification', 'review')
          and of_account::text in (life.snapshot -> 'context' ->> 'customer', life.snapshot -> 'context' ->> 'contractor'))
        or exists (select from unbilled_fee where customer = of_account)
    $$;
  `);
}
