import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * The ledger, fees and webhooks. A posting moves a sum from one account of the books to another, is written by its event and never changed. A pending one
 * reserves its sum; a later one posts all or a part of it, or voids it, once. The function `book` is the only way to write any of this.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    -- what kinds of accounts there are: rules/account-kinds.ts fills it. The number of shards changes only while nothing is pending
    create table account_kind (
      prefix text primary key,
      nature text not null check (nature in ('asset', 'liability', 'income', 'expense')),
      -- its balance never turns to the other side
      bounded boolean not null,
      -- many commits write it at once, so it is kept in so many rows
      shards int not null check (shards between 1 and 64),
      check (not bounded or shards = 1)
    );

    -- an account of the books, or one shard of it. The counters only grow, but for the pending ones
    create table ledger_account (
      id bigint generated always as identity primary key,
      code text not null,
      shard int not null,
      kind text not null references account_kind,
      currency text not null default 'KZT',
      -- the side that its balance never leaves, less what is pending
      keeps text check (keeps in ('debit', 'credit')),
      debits_pending bigint not null default 0 check (debits_pending >= 0),
      debits_posted bigint not null default 0 check (debits_posted >= 0),
      credits_pending bigint not null default 0 check (credits_pending >= 0),
      credits_posted bigint not null default 0 check (credits_posted >= 0),
      -- the number of its entries
      version bigint not null default 0,
      unique (code, shard)
    ) with (fillfactor = 50);
    create trigger ledger_account_is_never_deleted before delete on ledger_account for each row execute function forbid();
    create trigger ledger_account_is_never_emptied before truncate on ledger_account for each statement execute function forbid();

    create function keep_from_overdraft() returns trigger language plpgsql as $$
    begin
      raise exception '% would be overdrawn', new.code using errcode = 'AK001';
    end $$;
    create trigger ledger_account_is_not_overdrawn before insert or update on ledger_account for each row
      when (case new.keeps
        when 'credit' then new.credits_posted - new.debits_posted - new.debits_pending < 0
        when 'debit' then new.debits_posted - new.credits_posted - new.credits_pending < 0 end)
      execute function keep_from_overdraft();

    -- its id is that of its event with a number, so no caller makes one twice
    create table posting (
      life text not null,
      seq int not null,
      index int not null,
      phase text not null check (phase in ('single', 'pending', 'post', 'void')),
      debit text not null,
      credit text not null check (credit <> debit),
      amount bigint not null check (amount > 0),
      code text not null,
      at timestamptz(3) not null,
      -- the pending posting of the same life that it ends
      pending_seq int,
      pending_index int,
      primary key (life, seq, index),
      foreign key (life, seq) references event,
      foreign key (life, pending_seq, pending_index) references posting,
      check ((pending_seq is null) = (phase in ('single', 'pending')) and (pending_seq is null) = (pending_index is null))
    );
    create unique index posting_ends_once on posting (life, pending_seq, pending_index) where pending_seq is not null;

    -- what a posting changes in one account. A lost update would be a second entry with the same version
    create table entry (
      account bigint not null references ledger_account,
      version bigint not null,
      life text not null,
      seq int not null,
      index int not null,
      debit bigint not null,
      credit bigint not null,
      debit_pending bigint not null,
      credit_pending bigint not null,
      -- credits less debits that are posted, after it
      balance bigint not null,
      -- of its event
      at timestamptz(3) not null,
      primary key (account, version),
      foreign key (life, seq, index) references posting
    );
    create trigger posting_is_append_only before update or delete on posting for each row execute function forbid();
    create trigger posting_is_never_emptied before truncate on posting for each statement execute function forbid();
    create trigger entry_is_append_only before update or delete on entry for each row execute function forbid();
    create trigger entry_is_never_emptied before truncate on entry for each statement execute function forbid();

    -- credits less debits that are posted, over all shards
    create function balance(account text) returns bigint stable language sql as $$
      select coalesce(sum(credits_posted - debits_posted), 0)::bigint from ledger_account where code = account
    $$;

    -- the postings of a commit, two legs each: of which account and shard, and what changes there. Sums of a pending posting are known when it ends
    create function legs_of(given jsonb) returns table (life text, seq int, index int, at timestamptz, account text, shard int, kind text, keeps text,
      debit bigint, credit bigint, debit_pending bigint, credit_pending bigint) stable language sql as $$
      select p.life, p.seq, p.index, p.at, side.account, (hashtextextended(p.life, 0) & 2147483647)::int % coalesce(k.shards, 1), k.prefix,
        case when k.bounded then case when k.nature in ('asset', 'expense') then 'debit' else 'credit' end end,
        case when side.debits then sums.posted else 0 end, case when side.debits then 0 else sums.posted end,
        case when side.debits then sums.pending else 0 end, case when side.debits then 0 else sums.pending end
      from jsonb_to_recordset(given) as p (life text, seq int, index int, at timestamptz, phase text, debit text, credit text, amount bigint,
          pending bigint)
        cross join lateral (values
          (case when p.phase in ('pending', 'void') then 0 else p.amount end,
           case p.phase when 'pending' then p.amount when 'single' then 0 else - p.pending end)) as sums (posted, pending)
        cross join lateral (values (p.debit, true), (p.credit, false)) as side (account, debits)
        left join account_kind as k on side.account like '_%/_%' and k.prefix in (side.account, split_part(side.account, '/', 1))
    $$;

    -- Writes all postings of a commit. Locks all its accounts in one order, so two commits never wait for each other. A repeated posting changes nothing.
    -- The planner expects a hundred postings and would read whole tables for them: each is found by its key.
    create function book(given jsonb) returns void language plpgsql security definer set plan_cache_mode = force_generic_plan
      set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
    declare
      wrong text;
    begin
      select format('%s/%s/%s', life, seq, index) into wrong
        from jsonb_to_recordset(given) as p (life text, seq int, index int, phase text, debit text, credit text, amount bigint, code text)
        join posting as known using (life, seq, index)
        where (known.phase, known.debit, known.credit, known.amount, known.code) is distinct from (p.phase, p.debit, p.credit, p.amount, p.code) limit 1;
      if found then raise exception 'the posting % was written with other fields', wrong using errcode = 'AK002'; end if;

      -- what is new of it, each with the pending posting that it ends
      select jsonb_agg(to_jsonb(p) || jsonb_build_object('pending', pending.amount, 'pending_seq', pending.seq, 'pending_index', pending.index)) into given
        from jsonb_to_recordset(given) as p (life text, seq int, index int, phase text, debit text, credit text, amount bigint, code text, at timestamptz)
        left join lateral (
          select known.amount, known.seq, known.index from posting as known
          where p.phase in ('post', 'void') and known.life = p.life and known.phase = 'pending' and (known.debit, known.credit) = (p.debit, p.credit)
            and not exists (select from posting as ending
              where (ending.life, ending.pending_seq, ending.pending_index) = (known.life, known.seq, known.index))) as pending on true
        where not exists (select from posting as known where (known.life, known.seq, known.index) = (p.life, p.seq, p.index));
      if given is null then return; end if;

      -- nobody adds a posting to an earlier event
      select format('%s/%s', life, seq) into wrong
        from (select distinct life, seq from jsonb_to_recordset(given) as p (life text, seq int)) as named left join event using (life, seq)
        where event.xmin is distinct from pg_current_xact_id()::xid limit 1;
      if found then raise exception '% is no event of this transaction', wrong using errcode = 'AK002'; end if;
      select format('%s/%s/%s', life, seq, index) into wrong
        from jsonb_to_recordset(given) as p (life text, seq int, index int, phase text, amount bigint, pending bigint)
        where phase in ('post', 'void') and (pending is null or amount > pending or (phase = 'void' and amount < pending)) limit 1;
      if found then raise exception 'nothing pending fits the posting %', wrong using errcode = 'AK002'; end if;
      select account into wrong from legs_of(given) where kind is null limit 1;
      if found then raise exception 'no kind of account fits %', wrong using errcode = 'AK002'; end if;

      insert into ledger_account (code, shard, kind, keeps)
        select distinct account, shard, kind, keeps from legs_of(given) as leg
        where not exists (select from ledger_account as known where (known.code, known.shard) = (leg.account, leg.shard))
        order by account, shard
        on conflict (code, shard) do nothing;
      perform from ledger_account where (code, shard) in (select account, shard from legs_of(given)) order by code, shard for no key update;

      insert into posting (life, seq, index, phase, debit, credit, amount, code, at, pending_seq, pending_index)
        select life, seq, index, phase, debit, credit, amount, code, at, pending_seq, pending_index
        from jsonb_to_recordset(given) as p (life text, seq int, index int, phase text, debit text, credit text, amount bigint, code text, at timestamptz,
          pending_seq int, pending_index int);
      -- so that a later posting can name what it ends by its accounts
      select format('%s: %s to %s', life, debit, credit) into wrong from posting
        where phase = 'pending' and life in (select life from jsonb_to_recordset(given) as p (life text, phase text) where p.phase = 'pending')
          and not exists (select from posting as ending
            where (ending.life, ending.pending_seq, ending.pending_index) = (posting.life, posting.seq, posting.index))
        group by life, debit, credit having count(*) > 1 limit 1;
      if found then raise exception 'two postings are pending at once, %', wrong using errcode = 'AK002'; end if;
      with numbered as (
        select owner.id, owner.version + row_number() over each as version, leg.life, leg.seq, leg.index, leg.at, leg.debit, leg.credit,
          leg.debit_pending, leg.credit_pending, owner.credits_posted - owner.debits_posted + sum(leg.credit - leg.debit) over each as balance
        from legs_of(given) as leg join ledger_account as owner on (owner.code, owner.shard) = (leg.account, leg.shard)
        window each as (partition by owner.id order by leg.life, leg.seq, leg.index)),
      written as (
        insert into entry (account, version, life, seq, index, debit, credit, debit_pending, credit_pending, balance, at)
        select id, version, life, seq, index, debit, credit, debit_pending, credit_pending, balance, at from numbered)
      update ledger_account set version = changed.version,
          debits_posted = debits_posted + changed.debit, credits_posted = credits_posted + changed.credit,
          debits_pending = debits_pending + changed.debit_pending, credits_pending = credits_pending + changed.credit_pending
        from (select id, max(version) as version, sum(debit) as debit, sum(credit) as credit, sum(debit_pending) as debit_pending,
            sum(credit_pending) as credit_pending from numbered group by id) as changed
        where ledger_account.id = changed.id;
    end $$;

    -- where the check of the ledger stands, and what it found
    create table ledger_check (
      part text primary key,
      -- the last key that was checked; empty before the first
      after text not null default '',
      tried_at timestamptz(3) not null default '-infinity',
      checked_at timestamptz(3) not null default clock_timestamp(),
      began_anew_at timestamptz(3) not null default clock_timestamp()
    );
    insert into ledger_check (part) values ('sums'), ('accounts'), ('lives');
    create table ledger_fault (
      invariant text not null,
      about text not null,
      found_at timestamptz(3) not null default clock_timestamp(),
      primary key (invariant, about)
    );

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
    create index fee_of_parent on fee (parent);

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
