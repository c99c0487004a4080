/** Checks that statements use an index, by explaining the very statements that the API executed. */
import type { Api } from '../worlds/api.ts';

export interface Statement {
  sql: string;
  bind: unknown[];
}

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}

interface Limits {
  /** The tables that no statement may scan whole; by default all. */
  tables?: readonly string[];
  /** The number of rows that one statement may read and discard. */
  mostInVain: number;
}

type Query = (sql: string, bind: unknown[]) => Promise<{ rows: object[] }>;

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** The faults of a statement's plan. The statement is executed, so one that writes needs a transaction that is rolled back. */
export async function planFaults(query: Query, { sql, bind }: Statement, { tables, mostInVain }: Limits): Promise<string[]> {
  const { rows } = await query(`explain (analyze, format json) ${sql}`, bind);
  const [row] = rows as [{ 'QUERY PLAN': [{ Plan: Node }] }];
  return nodesOf(row['QUERY PLAN'][0].Plan).flatMap((node) => {
    const { 'Node Type': type, 'Relation Name': relation = '', 'Actual Loops': loops, 'Rows Removed by Filter': removed = 0 } = node;
    const inVain = removed * loops;
    return [
      ...(/Seq Scan/.test(type) && (tables?.includes(relation) ?? true) ? [`${type} on ${relation}`] : []),
      ...(inVain > mostInVain ? [`${type} on ${relation} looks at ${inVain} rows in vain`] : []),
    ].map((fault) => `${fault}: ${sql} ${JSON.stringify(bind)}`);
  });
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

/** The number of rows that a page of a list may read and discard: a few pages. */
const MOST_IN_VAIN = 300;

/**
 * Expects that no statement scans a whole table, or reads many rows in vain. As a control, each must do so after `dropping` has removed the index.
 * With `tables`, only these may not be scanned.
 */
export async function expectIndexed(api: Api, statements: Statement[], dropping: string, tables?: readonly string[]): Promise<void> {
  const client = await api.owner.connect();
  const limits = { mostInVain: MOST_IN_VAIN, ...(tables && { tables }) };
  const faultsOfAll = async (): Promise<string[][]> => {
    const faults = [];
    for (const each of statements) faults.push(await planFaults((sql, bind) => client.query(sql, bind), each, limits));
    return faults;
  };
  try {
    await client.query('begin');
    expect((await faultsOfAll()).flat()).toEqual([]);
    await client.query(dropping);
    expect((await faultsOfAll()).filter((faults) => faults.length === 0)).toEqual([]);
  } finally {
    await client.query('rollback');
    client.release();
  }
}
