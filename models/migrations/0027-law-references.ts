import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** The references to laws that papers name, dated like parameters. `confirmed`: a lawyer has confirmed the article and its words. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table law_reference (
      code text not null,
      kk text not null,
      ru text not null,
      valid_from date not null,
      valid_to date,
      source text not null,
      confirmed boolean not null,
      primary key (code, valid_from)
    );
  `);
}
