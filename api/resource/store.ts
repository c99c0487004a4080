/** What the API reads of any life. */
import type { Sequelize } from 'sequelize';
import { QueryTypes } from 'sequelize';
import type { ErasableRef } from '../../charts/law.ts';
import type { Receipt } from '../../lives/command.ts';
import type { Session } from '../session.ts';

export interface LifeRow {
  id: string;
  number: string;
  seq: number;
  state: string;
  snapshot: object;
  at: Date;
  /** The title of the task it belongs to, if it belongs to one. */
  title: string | null;
}

/** A life with its snapshot, or undefined. */
export async function findLife(database: Sequelize, id: string): Promise<LifeRow | undefined> {
  const [row] = await database.query<LifeRow>(
    `select life.id, life.number, life.seq, life.state, life.snapshot, life.at, task.title
     from life left join task on task.id = 'task/' || split_part(life.id, '/', 2) where life.id = $1 and life.seq > 0`,
    { bind: [id], type: QueryTypes.SELECT },
  );
  return row;
}

interface ListFilter {
  /** Only those that still go on. */
  open?: unknown;
  /** The number of the last life of the page before. */
  after?: number | undefined;
  limit: number;
}

/** One page of the lives of a kind that an account stands in, newest first; all of them for the operator. */
export async function listLives(
  database: Sequelize,
  kind: string,
  { account, roles }: Pick<Session, 'account' | 'roles'>,
  { open, after, limit }: ListFilter,
): Promise<LifeRow[]> {
  const bind: unknown[] = [limit, kind];
  const put = (value: unknown): string => `$${bind.push(value)}`;
  const conditions = [
    'kind = $2',
    ...(roles.includes('operator') ? [] : [`account = ${put(account)}`]),
    ...(open === undefined ? [] : ['open']),
    ...(after === undefined ? [] : [`number < ${put(after)}`]),
  ];
  return database.query<LifeRow>(
    `select life.id, life.number, life.seq, life.state, life.snapshot, life.at, task.title
     from (select distinct on (number) number, life from life_of_account where ${conditions.join(' and ')} order by number desc limit $1) as page
       join life on life.id = page.life left join task on task.id = 'task/' || split_part(life.id, '/', 2) order by page.number desc`,
    { bind, type: QueryTypes.SELECT },
  );
}

/** Texts of people by their ids, each as what it was sealed from. One that was erased is left out. */
export async function readTexts(database: Sequelize, ids: string[]): Promise<Map<string, Record<string, unknown>>> {
  const rows = await database.query<{ id: string; body: Record<string, unknown> }>(
    'select id, body from erasable_text where id = any($1::uuid[]) and body is not null',
    { bind: [ids], type: QueryTypes.SELECT },
  );
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/** Reads texts by what stands for them: each the one field it was sealed from, or null where there is none or it was erased. */
export async function textReader(
  database: Sequelize,
  references: (ErasableRef | undefined)[],
): Promise<(reference: ErasableRef | undefined) => string | null> {
  const texts = await readTexts(
    database,
    references.flatMap((each) => each?.text ?? []),
  );
  return (reference) => {
    const [text = null] = Object.values(texts.get(reference?.text ?? '') ?? {});
    return text as string | null;
  };
}

export interface NoticeRow {
  id: string;
  seq: number;
  template: string;
  account: string;
  channel: string;
  created_at: Date;
  status: 'waiting' | 'sent' | 'delivered' | 'undeliverable';
  settled_at: Date | null;
  proof: string | null;
  /** The deadline that its event left. */
  deadline: Date | null;
}

/** The notices of a life, to one account or to all. */
export const readNotices = (database: Sequelize, life: string, account: string | undefined): Promise<NoticeRow[]> =>
  database.query<NoticeRow>(NOTICES, { bind: [life, account ?? null], type: QueryTypes.SELECT });

export const NOTICES = `select id, seq, account, template, channel, created_at, status, settled_at, proof, deadline
  from notice where life = $1 and ($2::uuid is null or account = $2) order by created_at, id`;

/** What was said before under this key, if it was this request. */
export async function saidBefore(database: Sequelize, key: string, life: string, request: string): Promise<Receipt | undefined> {
  const [said] = await database.query<Omit<Receipt, 'at'> & { at: Date }>(
    'select life, seq, type, at, hash from event where key = $1 and life = $2 and request_hash = $3',
    { bind: [key, life, request], type: QueryTypes.SELECT },
  );
  return said && { ...said, at: said.at.toISOString() };
}
