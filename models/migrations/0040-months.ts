import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** The end of a month: what its totals are read by, and the proposal to open it again. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    -- entries are written in the order of time, so that a coarse index finds those of a month
    create index entry_at on entry using brin (at) with (pages_per_range = 16);
    create index posting_at on posting using brin (at) with (pages_per_range = 16);
    create index fee_charged on fee (charged_at);
    create index invoice_drawn on invoice (drawn_on, number);
    create index bank_entry_open on life (id) where kind in ('inflow', 'outflow') and not done;
    create index closing_of_month on life (id) where kind = 'month';
  `);
}
