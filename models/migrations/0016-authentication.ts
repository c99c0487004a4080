import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * Limits of authentication, each counted in the statement that uses it up: of two requests at once for the last place, one is refused. Advisory
 * locks are taken in one order (number or subject, then address), so that none waits for another in a ring. What is too old to count is deleted
 * on the way.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    -- the number a code was sent to, sealed, until it is used: it makes the person, or becomes their number
    alter table code add column number bytea;
    create index code_of_day on code (created_at);
    create index failed_proof_of_address on failed_proof (address_hash, at);
    create index failed_proof_of_day on failed_proof (at);
    create index challenge_of_day on challenge (created_at);

    -- how the person was known, and when: it goes with the session from account to account
    alter table session
      add column how text not null default 'code' check (how in ('code', 'password', 'device')),
      add column proved_at timestamptz not null default clock_timestamp();

    -- Notes a code before it is sent. Answers until when it is valid, or the seconds to wait where there were too many.
    create function begin_code(of_id uuid, of_purpose text, of_number_hash text, of_code_hash text, of_address_hash text, of_number bytea,
      lasts interval, for_number int, in_time interval, for_number_a_day int, for_address_an_hour int) returns table (wait int, valid_until timestamptz)
    language plpgsql as $$
    declare
      free timestamptz;
    begin
      perform pg_advisory_xact_lock(hashtextextended('code ' || of_number_hash, 0));
      perform pg_advisory_xact_lock(hashtextextended('code ' || of_address_hash, 0));
      delete from code where id in
        (select id from code where created_at < clock_timestamp() - interval '2 days' order by created_at limit 100 for update skip locked);
      -- the moment from which there are fewer than so many within the time
      free := greatest(
        (select created_at + in_time from code where number_hash = of_number_hash order by created_at desc offset for_number - 1 limit 1),
        (select created_at + interval '1 day' from code where number_hash = of_number_hash order by created_at desc offset for_number_a_day - 1 limit 1),
        (select created_at + interval '1 hour' from code where address_hash = of_address_hash order by created_at desc offset for_address_an_hour - 1 limit 1));
      if free > clock_timestamp() then
        wait := ceil(extract(epoch from free - clock_timestamp()));
        return next;
        return;
      end if;
      insert into code (id, purpose, number_hash, code_hash, address_hash, number, created_at, expires_at)
        values (of_id, of_purpose, of_number_hash, of_code_hash, of_address_hash, of_number, clock_timestamp(), clock_timestamp() + lasts)
        returning expires_at into valid_until;
      return next;
    end $$;

    -- Notes a proof as failed before it is looked at; the right ones are taken out again. Answers the seconds to wait where the subject is locked
    -- out or the address failed too often; and if this one locks the subject out should it fail, until when.
    create function begin_proof(of_subject_hash text, of_address_hash text, most int, in_time interval, lasts interval, for_address_an_hour int)
      returns table (id bigint, wait int, locked_until timestamptz) language plpgsql as $$
    declare
      latest timestamptz;
      first timestamptz;
      free timestamptz;
    begin
      perform pg_advisory_xact_lock(hashtextextended('proof ' || of_subject_hash, 0));
      perform pg_advisory_xact_lock(hashtextextended('proof ' || of_address_hash, 0));
      delete from failed_proof where failed_proof.id in
        (select old.id from failed_proof old where old.at < clock_timestamp() - interval '2 days' order by old.at limit 100 for update skip locked);
      select at into latest from failed_proof where subject_hash = of_subject_hash order by at desc limit 1;
      select at into first from failed_proof where subject_hash = of_subject_hash order by at desc offset most - 1 limit 1;
      free := greatest(
        case when latest - first <= in_time then latest + lasts end,
        (select at + interval '1 hour' from failed_proof where address_hash = of_address_hash order by at desc offset for_address_an_hour - 1 limit 1));
      if free > clock_timestamp() then
        wait := ceil(extract(epoch from free - clock_timestamp()));
        return next;
        return;
      end if;
      insert into failed_proof (subject_hash, address_hash, at) values (of_subject_hash, of_address_hash, clock_timestamp())
        returning failed_proof.id, at into id, latest;
      select at into first from failed_proof where subject_hash = of_subject_hash order by at desc offset most - 1 limit 1;
      locked_until := case when latest - first <= in_time then latest + lasts end;
      return next;
    end $$;

    -- skipping what another request deletes is locking it
    grant update on failed_proof to akjet_app;
    grant delete on code, failed_proof, challenge to akjet_app;
  `);
}
