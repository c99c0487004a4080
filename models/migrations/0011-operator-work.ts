import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * What waits for the operator's staff: the duties that charts name, and the answers that nobody expected and nobody has looked at yet, numbered
 * together. A notice without an account is for the staff. Duties that stand already are filled in by what the charts say of these states today.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create sequence work_number;
    create table work (
      number bigint primary key default nextval('work_number'),
      life text not null references life,
      duty text not null,
      since timestamptz(3) not null,
      unique (life, duty)
    );
    create index work_by_duty on work (duty, number);

    insert into work (life, duty, since)
    select id, duty, at from life, lateral (select snapshot -> 'context' as its) as said, lateral (values
      ('tryAgain', kind = 'payment' and state like '%.refused' or kind = 'payout' and state in ('refused', 'returned')),
      ('answerClaim', kind = 'dispute' and its ->> 'against' = 'operator' and state in ('sent', 'talks.unanswered')),
      ('answerOffer', kind = 'dispute' and its ->> 'against' = 'operator' and state like 'talks.%'
        and its -> 'offers' -> -1 ->> 'side' = 'claimant' and its -> 'offers' -> -1 -> 'declined' is null),
      ('answerInstruction', kind = 'dispute' and its ->> 'against' = 'operator' and state = 'unsettled'
        and its -> 'instruction' ->> 'side' = 'claimant'),
      ('confirmCourtAct', kind = 'dispute' and state = 'unsettled' and its -> 'courtAct' is not null)
    ) as duties (duty, waits)
    where waits and not done and seq > 0 order by at;

    alter table unexpected
      add column number bigint not null default nextval('work_number'),
      add column seen_at timestamptz(3),
      add column seen_by uuid;
    create unique index unexpected_number on unexpected (number);
    create index unexpected_unseen on unexpected (number) where seen_at is null;

    alter table notice alter column account drop not null;

    grant usage on sequence work_number to akjet_app;
    grant select, insert, delete on work to akjet_app;
    grant update (seen_at, seen_by) on unexpected to akjet_app;
  `);
}
