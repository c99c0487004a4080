import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * The income of self-employed persons that was paid through the platform, by person and calendar month: the meter to the limit of the month, and the
 * register of social payments. A row is written before the provider is asked to pay, under a lock of its person and month, so that two payouts at once do
 * not use the same room. It has the id of the effect that pays. What was refused or returned stays, and counts no more.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table paid_income (
      attempt text primary key,
      payout text not null references life,
      account uuid not null,
      -- keyed hash of the IIN: one person may have several accounts
      person_hash text not null,
      -- the day of payment in Almaty, and the first day of its month
      day date not null,
      month date not null check (month = date_trunc('month', day)),
      -- tiyn
      income bigint not null check (income > 0),
      opv bigint not null check (opv >= 0),
      opvr bigint not null check (opvr >= 0),
      so bigint not null check (so >= 0),
      vosms bigint not null check (vosms >= 0),
      came_back_at timestamptz(3)
    );
    create index paid_income_of_person on paid_income (person_hash, month) where came_back_at is null;
    create index paid_income_of_payout on paid_income (payout) where came_back_at is null;
    create index paid_income_of_month on paid_income (month);
  `);
}
