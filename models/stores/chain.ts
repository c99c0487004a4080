/** The chain of a life as it is stored, and the rows that follow from it. Only a commit writes them (`lives/store.ts`). */
import type { Sequelize } from 'sequelize';
import { Transaction } from 'sequelize';
import type { Party } from '../../charts/law.ts';
import { select } from '../statement.ts';

/** Who acted, as `lives/command.ts` (`Actor`) says. */
interface ActorRow {
  account?: string;
  person?: string;
  session?: string;
  device?: string;
  note?: string;
  signature?: { act: string; body: string; publicKey: string; value: string };
}

export interface ChainRow {
  life: string;
  seq: number;
  key: string;
  at: Date;
  by: Party;
  /** Null where the clock or another life acted. */
  actor: ActorRow | null;
  type: string;
  input: unknown;
  state: string;
  snapshot_hash: string;
  effects_hash: string;
  chart_hash: string;
  hash: string;
}

export interface HeadRow {
  number: string;
  seq: number;
  head: string;
  snapshot: unknown;
}

/** The rows that an event's commit wrote beside it. */
export interface Consequences {
  effects: { seq: number; index: number; kind: string; params: object }[];
  postings: { seq: number; index: number; phase: string; debit: string; credit: string; amount: string; code: string }[];
  notices: { id: string; seq: number; account: string | null; template: string; channel: string }[];
  /** The numbers of the events whose update is in the outbox. */
  updates: number[];
}

const EVENTS = `select life, seq, key, at, by, actor, type, input, state, snapshot_hash, effects_hash, chart_hash, hash
  from event where life = $1 order by seq`;

type Chain = { rows: ChainRow[]; head: HeadRow | undefined };

const chainIn = async (database: Sequelize, life: string, transaction: Transaction): Promise<Chain> => {
  const rows = await select<ChainRow>(database, EVENTS, [life], transaction);
  const [head] = await select<HeadRow>(database, 'select number, seq, head, snapshot from life where id = $1', [life], transaction);
  return { rows, head };
};

const atOneMoment = <Result>(database: Sequelize, work: (transaction: Transaction) => Promise<Result>): Promise<Result> =>
  database.transaction({ isolationLevel: Transaction.ISOLATION_LEVELS.REPEATABLE_READ }, work);

/** A life's events in order, and what its row says of the last one, both at one moment. */
export const findChain = (database: Sequelize, life: string): Promise<Chain> =>
  atOneMoment(database, (transaction) => chainIn(database, life, transaction));

/** A life's chain with everything that its events ordered, at one moment. */
export const findRecord = (database: Sequelize, life: string): Promise<Chain & Consequences> =>
  atOneMoment(database, async (transaction) => {
    const read = <Row>(sql: string) => select<Row>(database, sql, [life], transaction);
    const updates = await read<{ seq: number }>('select seq from outbox where life = $1 order by seq');
    return {
      ...(await chainIn(database, life, transaction)),
      effects: await read('select seq, index, kind, params from effect where life = $1 order by seq, index'),
      postings: await read('select seq, index, phase, debit, credit, amount, code from posting where life = $1 order by seq, index'),
      notices: await read('select id, seq, account, template, channel from notice where life = $1 order by seq, id'),
      updates: updates.map(({ seq }) => seq),
    };
  });

/** The read models of a life, by table: the column that names the life, and the id's form in it. */
const READ_MODELS = [
  { table: 'task', column: 'id' },
  { table: 'candidate', column: 'task' },
  { table: 'thread', column: 'id' },
  { table: 'message', column: 'thread' },
  { table: 'dispute', column: 'id' },
  { table: 'debt', column: 'id' },
  { table: 'fee', column: 'id' },
  { table: 'social_transfer_line', column: 'transfer' },
  { table: 'work', column: 'life' },
  { table: 'life_of_account', column: 'life' },
  { table: 'qualification', column: 'life' },
  { table: 'objection', column: 'life' },
  { table: 'document_of_life', column: 'life' },
  { table: 'paper_of_account', column: 'life' },
  { table: 'published_review', column: 'life' },
  { table: 'account', column: `'account/' || id` },
  { table: 'membership', column: `'account/' || account` },
  { table: 'contractor_profile', column: `'account/' || account` },
] as const;

/** All read-model rows of a life, by table, each as text that is equal for equal rows. */
export async function readModelRows(database: Sequelize, life: string, transaction: Transaction): Promise<Map<string, string[]>> {
  const parts = READ_MODELS.map(
    ({ table, column }) => `select '${table}' as name, to_jsonb(${table})::text as row from ${table} where ${column} = $1`,
  );
  const rows = await select<{ name: string; row: string }>(
    database,
    `${parts.join(' union all ')} order by name, row`,
    [life],
    transaction,
  );
  return new Map([...Map.groupBy(rows, ({ name }) => name)].map(([name, each]) => [name, each.map(({ row }) => row)]));
}
