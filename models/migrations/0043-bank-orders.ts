import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * Payment orders to the operator's bank. A line is one attempt to pay a payout: it stands in one order at most, and a payout has one line at most that the
 * bank has or may get. An order that is released has a number, and the numbers of a year have no holes.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table bank_order_line (
      -- the effect that reckoned what is withheld
      attempt text primary key,
      payout text not null references life,
      bank_order text not null references life,
      account uuid not null,
      -- the version of the payout details
      details uuid not null,
      -- tiyn, after withholding
      amount bigint not null check (amount > 0),
      state text not null check (state in ('listed', 'atBank', 'paid', 'back')),
      -- its number in the order, once that is released
      nth int,
      unique (bank_order, nth)
    );
    create unique index bank_order_line_once on bank_order_line (payout) where state in ('listed', 'atBank');
    create index bank_order_line_due on bank_order_line (amount) where state in ('listed', 'atBank');

    create table bank_order (
      id text primary key references life,
      year int not null,
      seq int not null check (seq > 0),
      unique (year, seq)
    );
    -- what the finance recorded as paid from the bank account, and the entry of a statement that shows it
    create table bank_record (
      record text primary key,
      outflow text not null unique
    );
    create index inflow_sent_back on life ((snapshot -> 'context' ->> 'amount')) where kind = 'inflow' and state = 'sentBack';
    create index payout_queued on life (number) where kind = 'payout' and state = 'queued';
    create index life_bank_order on life (number) where kind = 'bank-order';
  `);
}
