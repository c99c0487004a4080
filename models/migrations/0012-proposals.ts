import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * What one member of staff proposes and another decides. A proposal stands beside the lives: in the chain of an account its user could see that
 * something is about to happen. It is numbered with the rest of the work list.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table proposal (
      id uuid primary key,
      number bigint not null unique default nextval('work_number'),
      kind text not null check (kind in (
        'termination', 'staffRoles', 'dismissal', 'identityWithdrawal', 'writeOff', 'credit', 'inflowBack', 'difference', 'debtWriteOff', 'payoutInFull',
        'largePayout', 'unpaidPayout', 'ownSpending', 'monthReopening', 'offerRevision', 'tariffRevision', 'individualPlan'
      )),
      -- the life whose command is proposed, or the hash of the text that would be published
      subject text not null,
      content jsonb not null,
      proposed_by uuid not null,
      -- one person may have two accounts of the staff
      proposed_by_person uuid not null,
      proposed_at timestamptz(3) not null default clock_timestamp(),
      outcome text check (outcome in ('confirmed', 'refused')),
      decided_by uuid,
      decided_by_person uuid,
      decided_at timestamptz(3),
      -- why it was refused
      reasons text,
      check ((outcome is null) = (decided_at is null) and (outcome is null) = (decided_by is null) and (outcome is null) = (decided_by_person is null)),
      check (decided_by <> proposed_by and decided_by_person <> proposed_by_person)
    );
    create unique index proposal_open on proposal (kind, subject) where outcome is null;
    create index proposal_waiting on proposal (number) where outcome is null;
    create index proposal_waiting_since on proposal (proposed_at, number) where outcome is null;
  `);
}
