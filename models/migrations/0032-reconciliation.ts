import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** The lists of payment providers as they were last read, each comparison with what was booked, and what differs until somebody has dealt with it. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table provider_entry (
      provider text not null,
      id text not null,
      kind text not null check (kind in ('payment', 'refund', 'payout', 'chargeback')),
      about text not null,
      amount bigint not null,
      status text not null check (status in ('open', 'held', 'done', 'void')),
      at timestamptz(3) not null,
      -- when the list was last read with it
      read_at timestamptz(3) not null default clock_timestamp(),
      primary key (provider, kind, id)
    );
    create index provider_entry_of_life on provider_entry (provider, regexp_replace(about, '/[0-9]+/[0-9]+$', ''));
    create index provider_entry_at on provider_entry (provider, at);

    -- That a comparison was made, also if it found nothing: silence is no agreement.
    create table reconciliation (
      number bigint primary key generated always as identity,
      provider text not null,
      from_at timestamptz(3) not null,
      to_at timestamptz(3) not null,
      operations int not null,
      lives int not null,
      differences int not null,
      at timestamptz(3) not null default clock_timestamp()
    );
    create index reconciliation_at on reconciliation (provider, at);

    create table provider_difference (
      number bigint primary key generated always as identity,
      provider text not null,
      kind text not null check (kind in ('missing', 'foreign', 'doubled', 'changed')),
      about text not null,
      ours jsonb,
      theirs jsonb not null,
      -- of ours and theirs: another state of the same matter is another difference
      content_hash text not null,
      found_at timestamptz(3) not null default clock_timestamp(),
      seen_at timestamptz(3) not null default clock_timestamp(),
      told_at timestamptz(3),
      closed_at timestamptz(3),
      -- null if the next comparison found it gone
      closed_by uuid,
      note text,
      unique (provider, kind, about, content_hash),
      check (closed_by is null or (closed_at is not null and note is not null))
    );
    create index provider_difference_open on provider_difference (number) where closed_at is null;
  `);
}
