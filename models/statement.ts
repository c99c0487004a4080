import type { Transaction } from 'sequelize';

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
  async (transaction: Transaction, values: unknown[]): Promise<Row[]> => {
    const { connection } = transaction as unknown as { connection: Connection };
    try {
      return (await connection.query<Row>({ name, text, values })).rows;
    } catch (error) {
      if (error instanceof Error && error.message === NO_ANSWER) connection.connection.stream.destroy();
      throw error;
    }
  };
