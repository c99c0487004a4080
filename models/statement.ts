/**
 * All handwritten SQL goes through here. Use it where a model cannot express the statement: a change of several tables, an insert from a select, a
 * condition on a conflict, a page of a list. PostgreSQL parses and plans each named statement once for each connection.
 */
import type { Transaction } from 'sequelize';
import { BaseError, literal, QueryTypes, Sequelize } from 'sequelize';
import { dialectModule, named } from './prepared-client.ts';

/** Sends statements over the connection of their transaction. It opens no connection. */
const sender = new Sequelize({ dialect: 'postgres', dialectModule, logging: false });

/**
 * A prepared statement that runs in a transaction. The transaction is a required argument, so that it cannot be forgotten.
 * @throws the error of pg, with its SQLSTATE in `code` and without the values.
 */
export const statement = <Row = never>(name: string, text: string) => {
  const sql = named(name, text);
  return (transaction: Transaction, values: unknown[]): Promise<Row[]> => run<Row>(sender, sql, values, transaction);
};

/** Like `statement`, but each call is its own transaction. */
export const query = <Row = never>(name: string, text: string) => {
  const sql = named(name, text);
  return (database: Sequelize, values: unknown[]): Promise<Row[]> => run<Row>(database, sql, values);
};

/** Like both: in the given transaction, or as its own. */
export const either = <Row = never>(name: string, text: string) => {
  const sql = named(name, text);
  return (from: Sequelize | Transaction, values: unknown[]): Promise<Row[]> =>
    from instanceof Sequelize ? run<Row>(from, sql, values) : run<Row>(sender, sql, values, from);
};

/** Runs dynamic SQL, such as a page of a list by its filters. It is planned each time. */
export const select = <Row>(database: Sequelize, text: string, values: unknown[], transaction: Transaction | null = null): Promise<Row[]> =>
  run<Row>(database, text, values, transaction);

/** The database of a transaction, for a store that opens sealed columns. Sequelize has it and does not declare it. */
export const databaseOf = (transaction: Transaction): Sequelize => (transaction as unknown as { sequelize: Sequelize }).sequelize;

/** The current time by PostgreSQL's clock, for a model's values and conditions. */
export const NOW = literal('clock_timestamp()');

async function run<Row>(database: Sequelize, sql: string, values: unknown[], transaction: Transaction | null = null): Promise<Row[]> {
  // Sequelize refuses an undefined value, so it becomes null.
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
