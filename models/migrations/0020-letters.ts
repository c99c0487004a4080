import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * What keeps the platform from writing to strangers: the codes by which the owner of an e-mail address confirms it, the addresses whose owner said
 * "not me", and what an account has used up of its quotas. No address is stored here, only its keyed hash.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    -- one for each letter that asks an address; the letter's effect is its id, so that a repeated try counts once
    create table email_code (
      id text primary key,
      account uuid not null,
      -- the erasable text that names the address
      details uuid not null,
      address_hash text not null,
      code_hash text not null,
      -- of the secret in the letter's link, by which the owner of the address says "not me"
      refusal_hash text not null unique,
      tries int not null default 0,
      sent_at timestamptz(3) not null default clock_timestamp(),
      expires_at timestamptz(3) not null,
      used_at timestamptz(3)
    );
    create index email_code_of_account on email_code (account, sent_at desc);
    create index email_code_of_address on email_code (address_hash, sent_at desc);

    create table refused_address (
      account uuid not null,
      address_hash text not null,
      refused_at timestamptz(3) not null default clock_timestamp(),
      primary key (account, address_hash)
    );

    create table quota_use (
      id bigint generated always as identity primary key,
      quota text not null,
      -- an account or a person
      subject uuid not null,
      amount int not null,
      used_at timestamptz(3) not null default clock_timestamp()
    );
    create index quota_use_of_subject on quota_use (subject, quota, used_at);
    create index quota_use_of_day on quota_use (used_at);

    -- Notes a code before its letter is sent. The verdict: 'go'; 'refused' by the owner of the address; 'full' where the address had too many
    -- letters within the time.
    create function begin_email_code(of_id text, of_account uuid, of_details uuid, of_address_hash text, of_code_hash text, of_refusal_hash text,
      lasts interval, for_address int, in_time interval) returns text language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('email ' || of_address_hash, 0));
      if exists (select from refused_address where account = of_account and address_hash = of_address_hash) then
        return 'refused';
      end if;
      if not exists (select from email_code where id = of_id) and
          (select count(*) from email_code where address_hash = of_address_hash and sent_at > clock_timestamp() - in_time) >= for_address then
        return 'full';
      end if;
      -- not "on conflict": that would ask for the right to read the hashes
      update email_code set code_hash = of_code_hash, refusal_hash = of_refusal_hash, expires_at = clock_timestamp() + lasts where id = of_id;
      if not found then
        insert into email_code (id, account, details, address_hash, code_hash, refusal_hash, expires_at)
          values (of_id, of_account, of_details, of_address_hash, of_code_hash, of_refusal_hash, clock_timestamp() + lasts);
      end if;
      return 'go';
    end $$;

    -- Whether so much more fits into a quota. Two requests for the last place are asked one after the other: the second waits for the first one's
    -- transaction, which notes what it uses. No row where it fits. \`wait\`: the seconds until it would fit, null where it never does.
    create function quota_exceeded(of_subject uuid, of_quota text, asked int, on_day date) returns table (most int, wait int) language plpgsql as $$
    declare
      in_time interval;
      used bigint;
    begin
      perform pg_advisory_xact_lock(hashtextextended('quota ' || of_subject, 0));
      in_time := case when of_quota like '%PerMinute' then interval '1 minute' else (select (value #>> '{}')::int * interval '1 hour' from parameter
        where code = 'quotaHours' and valid_from <= on_day and (valid_to is null or valid_to >= on_day)) end;
      most := (select (value #>> '{}')::int from parameter
        where code = of_quota and valid_from <= on_day and (valid_to is null or valid_to >= on_day));
      if most is null or in_time is null then
        raise exception 'no parameter % on %', of_quota, on_day;
      end if;
      used := (select coalesce(sum(amount), 0) from quota_use
        where subject = of_subject and quota = of_quota and used_at > clock_timestamp() - in_time);
      if used + asked <= most then
        return;
      end if;
      wait := case when asked <= most then (
        select ceil(extract(epoch from min(used_at) + in_time - clock_timestamp())) from (
          select used_at, sum(amount) over (order by used_at, id) as freed from quota_use
          where subject = of_subject and quota = of_quota and used_at > clock_timestamp() - in_time) as each
        where freed >= used + asked - most) end;
      return next;
    end $$;
  `);
}
