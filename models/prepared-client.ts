import pg from 'pg';

/** A statement whose leading comment holds its name. */
const NAMED = /^\/\* ([a-z0-9-]{1,60}) \*\/ /;

/** The text of every prepared statement by its name. */
export const statements = new Map<string, string>();

/**
 * Marks a statement as prepared: PostgreSQL parses and plans it once for each connection. `name`: a to z, digits, hyphens, at most 60 characters.
 * @throws Error if the name stands for another text already: a connection would run that one.
 */
export function named(name: string, text: string): string {
  const known = statements.get(name) ?? text;
  if (known !== text) throw new Error(`two statements have the name ${name}`);
  statements.set(name, text);
  return `/* ${name} */ ${text.trim()}`;
}

/** The message of pg's error after `query_timeout`. */
const TIMED_OUT = 'Query read timeout';

type Callback = (error: Error | null, result?: unknown) => void;

/** A pg client for Sequelize, which can neither prepare a named statement nor close a silent connection. */
class PreparedClient extends pg.Client {
  override query(...given: unknown[]): never {
    const send = super.query.bind(this) as (...to: unknown[]) => never;
    const [text, callback] = [given[0], given.at(-1)];
    if (typeof text !== 'string' || typeof callback !== 'function') return send(...given);
    const answer: Callback = (error, result) => {
      // The connection is unusable. Closing it lets everything that waits for it fail at once.
      if (error?.message === TIMED_OUT) void this.end();
      (callback as Callback)(error, result);
    };
    const name = NAMED.exec(text)?.[1];
    if (name === undefined) return send(...given.slice(0, -1), answer);
    return send({ name, text, values: given.length === 3 ? given[1] : [] }, answer);
  }
}

/** Replaces `pg` in Sequelize (its documented option `dialectModule`). */
export const dialectModule = { Client: PreparedClient, types: pg.types };
