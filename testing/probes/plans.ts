/** Checks that list queries use an index, by explaining the very statements that the API executed. */
import type { Api } from '../worlds/api.ts';

export interface Statement {
  sql: string;
  bind: unknown[];
}

/** The matching statements that the API executed during the work. */
export async function saidDuring(api: Api, pattern: RegExp, work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const name = `statements ${pattern}`;
  api.lives.database.addHook('afterQuery', name, ({ bind = [] }, query) => {
    const { sql } = query as unknown as { sql: string };
    if (pattern.test(sql)) statements.push({ sql, bind: bind as unknown[] });
  });
  await work();
  api.lives.database.removeHook('afterQuery', name);
  return statements;
}

/** Expects that no statement scans a whole table. As a control, each must do so once `dropping` has removed the index. */
export async function expectIndexed(api: Api, statements: Statement[], dropping: string, whole = /Seq Scan/): Promise<void> {
  const client = await api.owner.connect();
  const scans = async (): Promise<number> => {
    const plans = [];
    for (const { sql, bind } of statements) plans.push((await client.query(`explain ${sql}`, bind)).rows);
    return plans.filter((plan) => whole.test(JSON.stringify(plan))).length;
  };
  try {
    expect(await scans()).toBe(0);
    await client.query('begin');
    await client.query(dropping);
    expect(await scans()).toBe(statements.length);
  } finally {
    await client.query('rollback');
    client.release();
  }
}
