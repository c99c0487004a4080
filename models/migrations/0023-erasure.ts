import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * What is erased after an account was closed or has ended, and when: one row for each stage (`rules/retention.ts`). The functions run with the owner's
 * rights and are the only way to erase. Each asks again whether the account's chain ends, whether the term is over and whether nothing of the account goes
 * on, so that no process can erase anything else or earlier.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table erasure (
      account uuid not null references account,
      stage text not null check (stage in ('closing', 'persons', 'traces', 'evidence', 'papers', 'ban')),
      closed_at timestamptz(3) not null,
      -- the operator has ended the account (4.4.2)
      banned boolean not null,
      next_try timestamptz not null default clock_timestamp(),
      done_at timestamptz(3),
      -- why it was not done when it was due
      fault text,
      primary key (account, stage)
    );
    create index erasure_open on erasure (next_try) where done_at is null;

    -- The chain of an account says that it is over, and not its row, which processes write.
    create function is_over(of_account uuid) returns boolean stable language sql as $$
      select coalesce((select state in ('closed', 'ended') from event where life = 'account/' || of_account order by seq desc limit 1), false)
    $$;

    -- Notes what is to be erased after the last event of an account's chain. Does nothing for an account that is not over, and nothing twice.
    create function begin_erasure(of_account uuid) returns void language plpgsql security definer as $$
    begin
      insert into erasure (account, stage, closed_at, banned)
      select of_account, stage, last.at, last.state = 'ended'
      from (select at, state from event where life = 'account/' || of_account order by seq desc limit 1) as last,
        unnest('{closing, persons, traces, evidence, papers, ban}'::text[]) as stage
      where last.state in ('closed', 'ended')
      on conflict do nothing;
    end $$;

    create function parameter_on(of_code text, on_day date) returns int stable language sql as $$
      select (value #>> '{}')::int from parameter where code = of_code and valid_from <= on_day and (valid_to is null or valid_to >= on_day)
    $$;

    -- Whether the account ever had a deal, or a member of staff acted for the operator by it: then the law keeps papers, and others may have claims.
    create function has_papers(of_account uuid) returns boolean stable language sql as $$
      select exists (select from account where id = of_account and kind = 'staff')
        or exists (select from task where customer = of_account and contractor is not null)
        or exists (select from task where contractor = of_account)
        or exists (select from life_of_account where account = of_account)
        or exists (select from dispute where claimant = of_account or respondent = of_account)
        or exists (select from fee where customer = of_account)
        or exists (select from debt where debtor = of_account or creditor = of_account)
    $$;

    -- From when a stage is due, by the parameters of today: a law that keeps longer holds for what is kept already. The same rule as
    -- rules/retention.ts, which tells people; a test compares them.
    create function erasure_due(of_account uuid, of_stage text) returns timestamptz stable language sql as $$
      select case
          when stage in ('closing', 'persons') then closed_at
          when stage = 'traces' then (day + 1 + parameter_on('authenticationRetentionDays', today))::timestamp at time zone 'Asia/Almaty'
          when stage = 'evidence' and (banned or has_papers(account)) then
            ((day + parameter_on('evidenceYears', today) * interval '1 year')::date + 1)::timestamp at time zone 'Asia/Almaty'
          when stage = 'papers' and has_papers(account) then
            make_date(extract(year from day)::int + 1 + parameter_on('retentionYears', today), 1, 1)::timestamp at time zone 'Asia/Almaty'
          when stage = 'ban' and banned then
            ((day + parameter_on('banYears', today) * interval '1 year')::date + 1)::timestamp at time zone 'Asia/Almaty'
          else closed_at
        end
      from erasure, lateral (select (closed_at at time zone 'Asia/Almaty')::date as day, (now() at time zone 'Asia/Almaty')::date as today) as days
      where account = of_account and stage = of_stage
    $$;

    -- Each life that the account is or was a party of, or was told of.
    create function lives_of(of_account uuid) returns table (life text) stable language sql as $$
      select life from life_of_account where account = of_account
      union select id from task where customer = of_account
      union select id from task where contractor = of_account
      union select id from dispute where claimant = of_account
      union select id from dispute where respondent = of_account
      union select id from fee where customer = of_account
      union select id from debt where debtor = of_account
      union select id from debt where creditor = of_account
      union select id from thread where customer = of_account
      union select id from thread where contractor = of_account
      union select life from notice where account = of_account
    $$;

    -- Whether a task, a dispute, money or another matter of the account goes on: as long as it does, nothing is erased. A review does not hold it up, nor does
    -- a thread, and a life that merely told the account something is not its own.
    create function is_unfinished(of_account uuid) returns boolean stable language sql as $$
      select exists (
        select from lives_of(of_account) as own join life on life.id = own.life
        where not life.done and life.kind not in ('account', 'reidentification', 'review', 'thread')
          and of_account::text in (life.snapshot -> 'context' ->> 'customer', life.snapshot -> 'context' ->> 'contractor'))
    $$;

    -- The texts that an input refers to.
    create function texts_in(input jsonb) returns table (id uuid) immutable language sql as $$
      select (ref ->> 'text')::uuid from jsonb_path_query(input, 'strict $.**') as ref
      where jsonb_typeof(ref) = 'object' and jsonb_typeof(ref -> 'text') = 'string' and jsonb_typeof(ref -> 'hash') = 'string'
        and ref ->> 'text' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    $$;

    -- What the texts of a stage are. A party's words are its own; what the staff and the platform wrote about several parties stays until all are gone;
    -- the words of a contract are kept as long as the papers of its customer.
    create function texts_to_erase(of_account uuid, of_stage text) returns table (id uuid, life text) stable language sql as $$
      -- The account's own lives: its profile, its name and address, every version of its requisites, which papers pin, and the rest as evidence.
      select text.id, text.life
      from (
          select 'account/' || of_account as life
          union all select 'verification/' || of_account || '/' || n from generate_series(1, coalesce(
            (select (snapshot -> 'context' -> 'children' ->> 'verification')::int from life where id = 'account/' || of_account), 0)) as n) as own
        join event on event.life = own.life, texts_in(event.input) as ref, erasable_text as text
      where text.id = ref.id and text.life = own.life and text.sealed is not null
        and of_stage = case when own.life like 'account/%' and event.type in ('register', 'changeDetails') then 'persons'
          when own.life like 'account/%' and event.type = 'setRequisites' then 'papers'
          when own.life like 'account/%' and event.type = 'describe' then 'closing' else 'evidence' end
      union
      select text.id, text.life from proposal, texts_in(proposal.content) as ref, erasable_text as text
      where of_stage = 'evidence' and proposal.subject = 'account/' || of_account and text.id = ref.id and text.sealed is not null
      union
      -- Its words in tasks in which it has no deal: at once.
      select text.id, text.life from erasable_text as text join task on task.id = text.life
      where of_stage = 'closing' and text.author = of_account and text.sealed is not null
        and not (task.contractor is not null and of_account in (task.customer, task.contractor))
      union
      -- Its words everywhere else, but for those of contracts.
      select text.id, text.life from erasable_text as text
      where of_stage = 'evidence' and text.author = of_account and text.life <> 'account/' || of_account and text.sealed is not null
        and not exists (select from task join event on event.life = task.id
          where task.id = text.life and task.contractor is not null and event.input -> 'wording' ->> 'text' = text.id::text)
      union
      -- The words of the contracts of a customer, whoever of the two proposed them.
      select text.id, text.life from task join event on event.life = task.id join erasable_text as text
          on text.id::text = event.input -> 'wording' ->> 'text' and text.life = task.id
      where of_stage = 'papers' and task.customer = of_account and text.sealed is not null
      union
      -- What nobody of the parties wrote, once none of them is left.
      select text.id, text.life
      from lives_of(of_account) as own join life on life.id = own.life join event on event.life = life.id, texts_in(event.input) as ref,
        erasable_text as text
      where of_stage = 'evidence' and life.kind not in ('account', 'verification', 'reidentification')
        and text.id = ref.id and text.life = life.id and text.author is null and text.sealed is not null
        and of_account::text in (life.snapshot -> 'context' ->> 'customer', life.snapshot -> 'context' ->> 'contractor')
        and not exists (
          select from unnest(array[life.snapshot -> 'context' ->> 'customer', life.snapshot -> 'context' ->> 'contractor']) as party (account)
          where party.account <> of_account::text
            and not exists (select from erasure where erasure.account::text = party.account and stage = 'evidence' and done_at is not null))
      union
      -- The re-identifications of its members whose other accounts are gone too.
      select text.id, text.life
      from membership as own join reidentification on reidentification.person = own.person and not reidentification.open
        join event on event.life = reidentification.life, texts_in(event.input) as ref, erasable_text as text
      where of_stage = 'evidence' and own.account = of_account and text.id = ref.id and text.life = reidentification.life and text.sealed is not null
        and not exists (select from membership as other where other.person = own.person and other.account <> of_account
          and not exists (select from erasure where erasure.account = other.account and stage = 'evidence' and done_at is not null))
    $$;

    -- @throws unless the stage of the account may be carried out now
    create function require_erasure(of_account uuid, of_stage text) returns void language plpgsql as $$
    begin
      if not is_over(of_account) or is_unfinished(of_account)
          or not exists (select from erasure where account = of_account and stage = of_stage and erasure_due(account, stage) <= clock_timestamp())
          or (of_stage <> 'closing' and not exists (select from erasure where account = of_account and stage = 'closing' and done_at is not null)) then
        raise exception 'nothing of the stage % of the account % may be erased now', of_stage, of_account using errcode = 'insufficient_privilege';
      end if;
    end $$;

    create function lives_to_erase(of_account uuid, of_stage text) returns table (life text) language plpgsql security definer as $$
    begin
      perform require_erasure(of_account, of_stage);
      return query select distinct each.life from texts_to_erase(of_account, of_stage) as each order by 1;
    end $$;

    -- The caller holds the life's lock.
    create function erase_texts(of_account uuid, of_stage text, of_life text) returns void language plpgsql security definer as $$
    begin
      perform require_erasure(of_account, of_stage);
      update erasable_text set sealed = null, erased_at = clock_timestamp(), erased_for = of_account
      where id in (select each.id from texts_to_erase(of_account, of_stage) as each where each.life = of_life);
    end $$;

    -- What stands in no text: the rows that describe the account, and the bytes of its papers.
    create function erase_rows(of_account uuid, of_stage text) returns void language plpgsql security definer as $$
    declare
      members uuid[] := array(select membership.person from membership join person on person.id = membership.person
        where membership.account = of_account and person.number is null);
    begin
      perform require_erasure(of_account, of_stage);
      if of_stage = 'closing' then
        delete from contractor_profile where account = of_account;
        delete from saved_search where account = of_account;
        delete from search_letter where account = of_account;
        delete from session where account = of_account and ended_at is not null;
      elsif of_stage = 'traces' then
        delete from email_code where account = of_account;
        delete from refused_address where account = of_account;
        delete from quota_use where subject = of_account or subject = any (members);
        delete from registration where person = any (members);
        update sms set number_hash = '', person = null where account = of_account or person = any (members);
        -- What nobody's request has deleted yet.
        delete from code where created_at < clock_timestamp()
          - parameter_on('authenticationRetentionDays', (now() at time zone 'Asia/Almaty')::date) * interval '1 day';
      elsif of_stage = 'evidence' then
        update proposal set reasons = null where subject = 'account/' || of_account and outcome is not null;
      elsif of_stage = 'papers' then
        -- The same bytes may be the papers of other deals: they go with the last of them.
        update document set bytes = null, awp = null, erased_at = clock_timestamp(), erased_for = of_account
        where bytes is not null and sha256 in (
            select document from document_of_life join lives_of(of_account) as own on own.life = document_of_life.life
              join life on life.id = own.life
            where of_account::text in (life.snapshot -> 'context' ->> 'customer', life.snapshot -> 'context' ->> 'contractor'))
          and not exists (
            select from document_of_life as paper join life on life.id = paper.life
            where paper.document = document.sha256 and not exists (
              select from unnest(array[life.snapshot -> 'context' ->> 'customer', life.snapshot -> 'context' ->> 'contractor']) as party (account)
              where party.account = of_account::text
                or exists (select from erasure where erasure.account::text = party.account and stage = 'papers' and done_at is not null)));
        update webhook set bytes = null, erased_at = clock_timestamp(), erased_for = of_account
        from life_of_account as own
        where own.account = of_account and regexp_replace(about, '/[0-9]+/[0-9]+$', '') = own.life and bytes is not null;
        update offer_acceptance set statement = null where account = of_account;
        update account set kept_name = null where id = of_account;
      elsif of_stage = 'ban' then
        update account set identifier_hash = null where id = of_account;
      end if;
      -- The IIN or BIN is kept for the papers, and to find a banned person: the later of the two erases it.
      if of_stage in ('papers', 'ban') and not exists (select from erasure
          where account = of_account and stage in ('papers', 'ban') and stage <> of_stage and done_at is null) then
        update account set identifier = null where id = of_account;
      end if;
    end $$;

    -- Erases the number, the password, the devices and the second factor of a person who has no account any more. 'kept' where another account stands:
    -- its closing looks again. 'waits' where something is under way, or the person is logged in, perhaps to register anew. \`hash\`: of the number, as
    -- messages have it.
    create function erase_person(of_account uuid, of_person uuid, hash text) returns text language plpgsql security definer as $$
    begin
      perform require_erasure(of_account, 'persons');
      -- A registration or an invitation that is being accepted holds this row, so it is seen below.
      perform from person where id = of_person for update;
      if not exists (select from membership where account = of_account and person = of_person) then
        raise exception 'the person is no member of the account' using errcode = 'insufficient_privilege';
      end if;
      if exists (select from membership where person = of_person and not is_over(membership.account)) then
        return 'kept';
      end if;
      if exists (select from membership where person = of_person
            and not exists (select from erasure where erasure.account = membership.account and stage = 'closing' and done_at is not null))
          or exists (select from session where person = of_person and ended_at is null and least(idle_until, expires_at) > clock_timestamp())
          or exists (select from reidentification where person = of_person and open)
          or exists (select from invitation join account on account.id = invitation.account
            where invitation.person = of_person and lapses_at > clock_timestamp() and not is_over(account.id))
          or exists (select from effect join notice on notice.id = effect.life || '/' || effect.seq || '/' || effect.index
            where open and kind = 'sendSms' and params ->> 'person' = of_person::text and created_at > clock_timestamp()
              - parameter_on('erasureNoticeHours', (now() at time zone 'Asia/Almaty')::date) * interval '1 hour') then
        return 'waits';
      end if;
      update person set number = null, number_hash = null, password = null where id = of_person;
      update sms set person = of_person where number_hash = hash;
      -- A code to log in, perhaps to register anew, may still be used.
      update code set number = null, used_at = coalesce(used_at, clock_timestamp())
      where number_hash = hash and number is not null and not (purpose = 'enter' and used_at is null and expires_at > clock_timestamp());
      delete from session where person = of_person;
      delete from device where person = of_person;
      delete from recovery_code where factor in (select id from second_factor where person = of_person);
      delete from second_factor where person = of_person;
      delete from factor_enrolment where person = of_person;
      return 'erased';
    end $$;
  `);
}
