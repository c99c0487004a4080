import pg from 'pg';

/** A statement that begins with a comment which holds its name. */
const NAMED = /^\/\* ([a-z0-9-]{1,60}) \*\/ /;

/** The SQL of a statement that PostgreSQL shall parse and plan once for each connection. `name`: a to z, digits, hyphens; one name, one text. */
export const named = (name: string, text: string): string => `/* ${name} */ ${text.trim()}`;

/** The error of pg when an answer does not come within `query_timeout`. */
const NO_ANSWER = 'Query read timeout';

type Callback = (error: Error | null, result?: unknown) => void;

/** The client of pg for Sequelize, which itself can neither prepare a statement by name nor cut a connection that says nothing. */
class PreparedClient extends pg.Client {
  override query(...given: unknown[]): never {
    const send = super.query.bind(this) as (...to: unknown[]) => never;
    const [text, callback] = [given[0], given.at(-1)];
    if (typeof text !== 'string' || typeof callback !== 'function') return send(...given);
    const answer: Callback = (error, result) => {
      // The connection is of no use any more: what else waits for it fails at once.
      if (error?.message === NO_ANSWER) void this.end();
      (callback as Callback)(error, result);
    };
    const name = NAMED.exec(text)?.[1];
    if (name === undefined) return send(...given.slice(0, -1), answer);
    return send({ name, text, values: given.length === 3 ? given[1] : [] }, answer);
  }
}

/** What Sequelize takes for `pg` (its documented option `dialectModule`). */
export const dialectModule = { Client: PreparedClient, types: pg.types };
