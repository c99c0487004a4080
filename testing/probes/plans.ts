/** Whether listed queries go by an index: asked of the statements that the API itself said. */
import type { Api } from '../worlds/api.ts';

export interface Statement {
  sql: string;
  bind: unknown[];
}

/** The statements that match, of those said while the work was done. */
export async function saidDuring(api: Api, pattern: RegExp, work: () => Promise<unknown>): Promise<Statement[]> {
  const said: Statement[] = [];
  const name = `said ${pattern}`;
  api.lives.database.addHook('afterQuery', name, ({ bind = [] }, query) => {
    const { sql } = query as unknown as { sql: string };
    if (pattern.test(sql)) said.push({ sql, bind: bind as unknown[] });
  });
  await work();
  api.lives.database.removeHook('afterQuery', name);
  return said;
}

/** Expects that none of them reads a whole table, and as a control that each would without what `dropping` drops. */
export async function expectIndexed(api: Api, said: Statement[], dropping: string, whole = /Seq Scan/): Promise<void> {
  const client = await api.owner.connect();
  const scans = async (): Promise<number> => {
    const plans = [];
    for (const { sql, bind } of said) plans.push((await client.query(`explain ${sql}`, bind)).rows);
    return plans.filter((plan) => whole.test(JSON.stringify(plan))).length;
  };
  try {
    expect(await scans()).toBe(0);
    await client.query('begin');
    await client.query(dropping);
    expect(await scans()).toBe(said.length);
  } finally {
    await client.query('rollback');
    client.release();
  }
}
