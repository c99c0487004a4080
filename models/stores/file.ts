/** Files, and what they hang on. */
import type { Sequelize, Transaction } from 'sequelize';
import { query, statement } from '../statement.ts';

const lock = statement<{ id: string; state: string; account: string; sha256: string; media_type: string }>(
  'file-lock',
  `select life.id, life.state, file.account, file.sha256, life.snapshot -> 'context' ->> 'mediaType' as media_type
   from life join file on file.id = life.id where life.id = any($1::text[]) order by life.id for share of life`,
);
/** Files as they stand until the transaction ends. */
export const lockFiles = (transaction: Transaction, files: readonly string[]) => lock(transaction, [files]);

const hashes = query<{ id: string; sha256: string }>(
  'file-hashes',
  'select id, sha256 from file where id = any($1::text[]) and account = $2',
);
/** The hashes of the account's own files among these. */
export const hashesOf = async (database: Sequelize, files: readonly string[], account: string): Promise<Map<string, string>> =>
  new Map((await hashes(database, [files, account])).map(({ id, sha256 }) => [id, sha256]));

const hang = statement(
  'file-hang',
  'insert into file_of (file, life, seq) select file, $2, life.seq from unnest($1::text[]) as file, life where life.id = $2 on conflict do nothing',
);
/** Hangs files on the last event of a life, in the transaction of its commit. */
export const hangFiles = async (transaction: Transaction, files: readonly string[], life: string): Promise<void> => {
  await hang(transaction, [files, life]);
};

const lives = query<{ life: string }>('file-lives', 'select distinct life from file_of where file = $1');
/** The lives that a file hangs on. */
export const livesOfFile = async (database: Sequelize, file: string): Promise<string[]> =>
  (await lives(database, [file])).map(({ life }) => life);

const showing = query<{ life: string }>(
  'file-lives-showing',
  `select distinct life from file_of where file = $1 and not exists (
     select from message where message.thread = file_of.life and message.seq = file_of.seq and withdrawn_at is not null)`,
);
/** The same, but for messages that were withdrawn. */
export const livesShowingFile = async (database: Sequelize, file: string): Promise<string[]> =>
  (await showing(database, [file])).map(({ life }) => life);

export interface HungFile {
  id: string;
  seq: number;
  sha256: string;
  content: string | null;
  context: unknown;
}

const ofLife = query<HungFile>(
  'file-of-life',
  `select file.id, file_of.seq, file.sha256, file.content, life.snapshot -> 'context' as context
   from file_of join file on file.id = file_of.file join life on life.id = file.id where file_of.life = $1 order by file_of.seq, file.id`,
);
/** The files that hang on a life, by the events that named them. */
export const filesOfLife = (database: Sequelize, life: string): Promise<HungFile[]> => ofLife(database, [life]);

const standing = query<{ id: string }>('file-of-account', 'select id from file where account = $1 and content is not null');
/** The files of an account that are not erased. */
export const filesOfAccount = async (database: Sequelize, account: string): Promise<string[]> =>
  (await standing(database, [account])).map(({ id }) => id);
