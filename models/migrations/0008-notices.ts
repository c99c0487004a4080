import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * Notices to the parties, and what was sent to phones. Of an SMS it is kept for whom it was, its length and its outcome, never its text or number. It is
 * counted before it is sent, and is `sending` until the provider's answer is known; `doubts` counts the tries without an answer. Each purpose has caps of its
 * own. A code over the caps is `capped` for good. A notice over the caps leaves no row: it waits.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table notice (
      id text primary key,
      life text not null references life,
      seq int not null,
      -- null for the operator's staff
      account uuid,
      template text not null,
      -- the sums and the day that it names
      facts jsonb,
      created_at timestamptz(3) not null,
      channel text not null default 'mail',
      status text not null default 'waiting' check (status in ('waiting', 'sent', 'delivered', 'undeliverable', 'repeated')),
      settled_at timestamptz(3),
      proof text,
      -- the deadline that the event left
      deadline timestamptz(3),
      -- it must reach its reader by some channel
      legal boolean not null default false
    );
    create index notice_of_account on notice (account, life, created_at);
    -- what a reader is told once a day
    create index notice_of_day on notice (account, template, settled_at) where channel = 'mail' and status in ('sent', 'delivered');
    create index notice_of_life on notice (life, created_at);

    create table sms (
      id text primary key,
      purpose text not null check (purpose in ('safety', 'legal', 'stranger', 'code')),
      -- the template of a notice that its reader gets once a day
      topic text,
      account uuid,
      person uuid,
      number_hash text not null,
      provider text not null,
      provider_id text,
      segments int,
      status text not null check (status in ('sending', 'sent', 'delivered', 'undeliverable', 'capped')),
      doubts int not null default 1,
      sent_at timestamptz(3) not null default clock_timestamp(),
      reported_at timestamptz(3),
      proof text,
      asks int not null default 0,
      next_ask timestamptz(3)
    );
    create index sms_of_number on sms (number_hash, purpose, sent_at);
    create index sms_of_day on sms (purpose, sent_at);
    create index sms_next_ask on sms (next_ask) where next_ask is not null;

    create function count_sms(of_purpose text, of_number_hash text, in_time interval) returns bigint stable language sql as $$
      select count(*) from sms
      where purpose = of_purpose and (of_number_hash is null or number_hash = of_number_hash) and status <> 'capped'
        and sent_at > clock_timestamp() - in_time
    $$;

    -- When there is room for another message within a limit; null where there is room now.
    create function sms_room(of_purpose text, of_number_hash text, most int, in_time interval) returns timestamptz stable language sql as $$
      select case when most < 1 then clock_timestamp() + in_time else (
        select sent_at + in_time from sms
        where purpose = of_purpose and (of_number_hash is null or number_hash = of_number_hash) and status <> 'capped'
          and sent_at > clock_timestamp() - in_time
        order by sent_at desc offset most - 1 limit 1) end
    $$;

    -- Counts and notes a try before it is made. The verdict: 'go'; 'repeated' where the number was told of the same topic within the time; 'again' where an earlier try may have got through; 'doubtful' where so many
    -- may have that there must be no other; 'full' for a notice that waits until \`room_at\`; else the message's status. A notice that must not wait
    -- until then goes over the caps.
    create function begin_sms(of_id text, of_purpose text, of_account uuid, of_person uuid, of_number_hash text, of_provider text,
      of_topic text, per_number int, in_total int, in_time interval, most_doubts int, latest timestamptz)
      returns table (verdict text, proof text, room_at timestamptz)
    language plpgsql as $$
    declare
      known sms;
    begin
      -- One after the other: two messages would both take the last place.
      perform pg_advisory_xact_lock(hashtextextended('sms', 0));
      select * into known from sms where id = of_id;
      if known.id is null and of_topic is not null and exists (select from sms where number_hash = of_number_hash and topic = of_topic
          and status <> 'capped' and sent_at > clock_timestamp() - in_time) then
        verdict := 'repeated';
      elsif known.id is null then
        room_at := greatest(sms_room(of_purpose, of_number_hash, per_number, in_time), sms_room(of_purpose, null, in_total, in_time));
        verdict := case when room_at is null or latest <= room_at then 'go' when of_purpose = 'code' then 'capped' else 'full' end;
        if verdict <> 'full' then
          insert into sms (id, purpose, topic, account, person, number_hash, provider, status)
            values (of_id, of_purpose, of_topic, of_account, of_person, of_number_hash, of_provider, case verdict when 'go' then 'sending' else verdict end);
        end if;
      elsif known.status <> 'sending' then
        verdict := known.status; proof := known.proof;
      elsif known.doubts >= most_doubts then
        verdict := 'doubtful';
      else
        update sms set doubts = known.doubts + 1, number_hash = of_number_hash, provider = of_provider, sent_at = clock_timestamp() where id = of_id;
        verdict := case known.doubts when 0 then 'go' else 'again' end;
      end if;
      return next;
    end $$;
  `);
}
