/**
 * The one place for SQL that is written by hand. It is for what a model cannot say: a change of several tables in one statement, an insert from a
 * select, a condition on a conflict, a page of a list. PostgreSQL parses and plans each such statement once for each connection.
 */
import type { Transaction } from 'sequelize';
import { BaseError, literal, QueryTypes, Sequelize } from 'sequelize';
import { dialectModule, named } from './prepared-client.ts';

/** Sends the statements of transactions, each over the connection that its transaction holds. It opens none of its own. */
const sender = new Sequelize({ dialect: 'postgres', dialectModule, logging: false });

/**
 * A statement of a transaction. The transaction is the first argument, so that none can be run outside of one.
 * @throws the error of pg, with its SQLSTATE in `code`, and without the values.
 */
export const statement = <Row = never>(name: string, text: string) => {
  const sql = named(name, text);
  return (transaction: Transaction, values: unknown[]): Promise<Row[]> => run<Row>(sender, sql, values, transaction);
};

/** The same, for a statement that is a transaction by itself. */
export const query = <Row = never>(name: string, text: string) => {
  const sql = named(name, text);
  return (database: Sequelize, values: unknown[]): Promise<Row[]> => run<Row>(database, sql, values);
};

/** SQL that is put together when it is asked for, such as a page of a list by its filters. It is planned each time. */
export const select = <Row>(database: Sequelize, text: string, values: unknown[]): Promise<Row[]> => run<Row>(database, text, values);

/** The moment, by PostgreSQL's clock: for a model's values and conditions. */
export const NOW = literal('clock_timestamp()');

async function run<Row>(database: Sequelize, sql: string, values: unknown[], transaction: Transaction | null = null): Promise<Row[]> {
  // Sequelize refuses an undefined value; pg takes it for null.
  const bind = values.map((value) => value ?? null);
  try {
    return (await database.query(sql, { bind, transaction, type: QueryTypes.SELECT })) as Row[];
  } catch (error) {
    throw withoutValues(error);
  }
}

/** Sequelize attaches the values to an error; they may be personal data, and errors are logged. */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof BaseError) || !('parent' in error) || !(error.parent instanceof Error)) return error;
  return Object.assign(error.parent, { parameters: undefined });
}
