import type { Sequelize, Transaction } from 'sequelize';

interface Connection {
  query<Row>(query: { name: string; text: string; values: unknown[] }): Promise<{ rows: Row[] }>;
  connection: { stream: { destroy(): void } };
}

/** What pg says when an answer does not come within `query_timeout`: the connection is then of no use, and waits for it are cut short. */
const NO_ANSWER = 'Query read timeout';

/**
 * A statement that PostgreSQL parses and plans once per connection: for the few that every move of a life runs.
 * The transaction is the first argument, so that none can be run outside of one.
 */
export const statement =
  <Row = never>(name: string, text: string) =>
  (transaction: Transaction, values: unknown[]): Promise<Row[]> =>
    run<Row>((transaction as unknown as { connection: Connection }).connection, { name, text, values });

interface Connections {
  getConnection(options: { type: 'write' }): Promise<Connection>;
  releaseConnection(connection: Connection): void;
}

/** The same, for a statement that is a transaction by itself. */
export const query =
  <Row = never>(name: string, text: string) =>
  async (database: Sequelize, values: unknown[]): Promise<Row[]> => {
    const connections = database.connectionManager as unknown as Connections;
    const connection = await connections.getConnection({ type: 'write' });
    try {
      return await run<Row>(connection, { name, text, values });
    } finally {
      connections.releaseConnection(connection);
    }
  };

async function run<Row>(connection: Connection, statement: { name: string; text: string; values: unknown[] }): Promise<Row[]> {
  try {
    return (await connection.query<Row>(statement)).rows;
  } catch (error) {
    if (error instanceof Error && error.message === NO_ANSWER) connection.connection.stream.destroy();
    throw error;
  }
}
