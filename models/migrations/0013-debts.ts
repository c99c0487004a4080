import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** The read model of debts, with an index for each listed query. The operator as a side has no account. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table debt (
      id text primary key references life,
      number bigint not null unique,
      state text not null,
      stage text not null,
      parent text not null,
      about text,
      ground text not null check (ground in ('settlement', 'admission', 'court-act', 'cost-of-leaving', 'overpayment')),
      debtor uuid,
      creditor uuid,
      debtor_party text not null check (debtor_party in ('customer', 'contractor', 'operator')),
      creditor_party text not null check (creditor_party in ('customer', 'contractor', 'operator') and creditor_party <> debtor_party),
      amount bigint not null check (amount > 0),
      paid bigint not null check (paid >= 0),
      owed bigint not null check (owed >= 0 and paid + owed <= amount),
      due_on date not null,
      overdue_since date,
      arisen_at timestamptz(3) not null,
      changed_at timestamptz(3) not null
    ) with (fillfactor = 80);
    create index debt_of_debtor on debt (debtor, number desc) where debtor is not null;
    create index debt_of_debtor_in_state on debt (debtor, state, number desc) where debtor is not null;
    create index debt_of_creditor on debt (creditor, number desc) where creditor is not null;
    create index debt_of_creditor_in_state on debt (creditor, state, number desc) where creditor is not null;
    create index debt_of_operator on debt (number desc) where debtor is null;
    create index debt_of_operator_in_state on debt (state, number desc) where debtor is null;
    create index debt_to_operator on debt (number desc) where creditor is null;
    create index debt_to_operator_in_state on debt (state, number desc) where creditor is null;
    create index debt_in_state on debt (state, number desc);
    create index debt_about on debt (about, number desc) where about is not null;
  `);
}
