import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** Nothing waits for a receipt, a tax invoice, a qualification or an objection: one that is not over holds up no erasing, as a review does not. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create or replace function is_unfinished(of_account uuid) returns boolean stable language sql as $$
      select exists (
        select from lives_of(of_account) as own join life on life.id = own.life
        where not life.done and life.kind not in ('account', 'reidentification', 'review', 'receipt', 'tax-invoice', 'qualification', 'objection')
          and of_account::text in (life.snapshot -> 'context' ->> 'customer', life.snapshot -> 'context' ->> 'contractor'))
        or exists (select from unbilled_fee where customer = of_account)
    $$;
  `);
}
