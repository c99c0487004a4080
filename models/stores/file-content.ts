/** The bytes of files as the database knows them: contents with their keys, pieces, and uploads that are not whole yet. */
import { randomBytes } from 'node:crypto';
import type { Sequelize, Transaction } from 'sequelize';
import type { Sealing } from '../sealed-column.ts';
import { openSealing, sealingOf } from '../sealed-column.ts';
import { query, statement } from '../statement.ts';

/** The bytes themselves; of an image also what others are shown, and a small one. */
export const FORMS = ['original', 'copy', 'thumbnail'] as const;
export type Form = (typeof FORMS)[number];

const KEY_BYTES = 32;
const cellOf = (column: 'key' | 'name', id: string) => ({ table: 'file_content', column, row: id });

export interface Upload {
  id: string;
  account: string;
  size: number;
  received: number;
  expires_at: Date;
}

const begin = query<{ id: string }>(
  'upload-begin',
  `with open as (select coalesce(sum(size), 0) as size from upload where account = $2 and expires_at > clock_timestamp()),
   content as (
     insert into file_content (id, key, name) select $1, $4, $5 from open where open.size + $3::int <= $7::bigint returning id)
   insert into upload (id, account, size, expires_at) select id, $2, $3, clock_timestamp() + $6::int * interval '1 hour' from content returning id`,
);
/** Begins an upload under a key of its own. False if the account's uploads that are not whole would come to more than `most` bytes. */
export async function beginUpload(
  database: Sequelize,
  {
    id,
    account,
    size,
    name,
    hours,
    most,
  }: { id: string; account: string; size: number; name: string | undefined; hours: number; most: number },
): Promise<boolean> {
  const sealing = sealingOf(database);
  const key = sealing.seal(randomBytes(KEY_BYTES).toString('hex'), cellOf('key', id));
  const named = name === undefined ? null : sealing.seal(name, cellOf('name', id));
  return (await begin(database, [id, account, size, key, named, hours, most])).length > 0;
}

const find = query<Upload>(
  'upload-find',
  'select id, account, size, received, expires_at from upload where id = $1 and account = $2 and expires_at > clock_timestamp()',
);
/** An upload of the account that is not whole yet and has not expired. */
export const findUpload = async (database: Sequelize, id: string, account: string): Promise<Upload | undefined> =>
  (await find(database, [id, account]))[0];

const hold = statement<Upload>(
  'upload-hold',
  'select id, account, size, received, expires_at from upload where id = $1 and received = size for update',
);
/** Whether all bytes of an upload are there. It stays until the transaction ends. */
export const holdWhole = async (transaction: Transaction, id: string): Promise<boolean> => (await hold(transaction, [id])).length > 0;

const drop = query('upload-drop', 'delete from upload where id = $1');
/** Ends an upload. Its bytes are removed unless a file has them. */
export const dropUpload = async (database: Sequelize, id: string): Promise<void> => {
  await drop(database, [id]);
};

const key = query<{ key: Buffer }>('file-content-key', 'select key from file_content where id = $1');
/** What seals the pieces of a content; undefined if the content is erased. */
export async function sealingOfContent(database: Sequelize, id: string): Promise<Sealing | undefined> {
  const [row] = await key(database, [id]);
  return row && openSealing([sealingOf(database).open(row.key, cellOf('key', id))]);
}

const name = query<{ name: Buffer | null }>('file-content-name', 'select name from file_content where id = $1');
/** What the owner calls the file; null if it is not said, or erased. */
export async function nameOfContent(database: Sequelize, id: string): Promise<string | null> {
  const sealed = (await name(database, [id]))[0]?.name ?? null;
  return sealed && sealingOf(database).open(sealed, cellOf('name', id));
}

export interface Piece {
  id: string;
  start: number;
  size: number;
}

const note = query('file-piece-note', 'insert into file_piece (id, content, form, start, size) values ($1, $2, $3, $4, $5)');
/** Notes a piece that the store is about to be given. */
export const notePiece = async (database: Sequelize, content: string, form: Form, { id, start, size }: Piece): Promise<void> => {
  await note(database, [id, content, form, start, size]);
};

const keep = query('file-piece-keep', 'update file_piece set kept = true where id = $1');
/** The store has the piece. */
export const keepPiece = async (database: Sequelize, id: string): Promise<void> => {
  await keep(database, [id]);
};

const append = query<{ received: number }>(
  'upload-append',
  `with grown as (
     update upload set received = received + $3::int where id = $1 and received = $4::int and expires_at > clock_timestamp() returning received),
   kept as (update file_piece set kept = true where id = $2 and exists (select from grown) returning id)
   select received from grown, kept`,
);
/** The store has the next piece of an upload. False if another request added one at this place meanwhile, or the upload is over. */
export const appendPiece = async (database: Sequelize, upload: string, { id, start, size }: Piece): Promise<boolean> =>
  (await append(database, [upload, id, size, start])).length > 0;

const pieces = query<Piece>(
  'file-pieces',
  'select id, start, size from file_piece where content = $1 and form = $2 and kept order by start',
);
/** The pieces of a form, in their order. None if the content has no such form, or is erased. */
export const piecesOf = (database: Sequelize, content: string, form: Form): Promise<Piece[]> => pieces(database, [content, form]);

const forget = query('file-forms-forget', `update file_piece set kept = false where content = $1 and form <> 'original' and kept`);
/** Another try draws the copies of an image again. What the first one left goes with the content. */
export const forgetCopies = async (database: Sequelize, content: string): Promise<void> => {
  await forget(database, [content]);
};

const expire = query('upload-expire', 'delete from upload where expires_at < clock_timestamp()');
/** Ends the uploads whose term is over. */
export const expireUploads = async (database: Sequelize): Promise<void> => {
  await expire(database, []);
};

const unowned = query<{ id: string }>(
  'file-content-unowned',
  `select id from file_content as content
   where not exists (select from upload where upload.id = content.id) and not exists (select from file where file.content = content.id) limit 50`,
);
/** Contents that belong to nothing any more. An upload becomes a file in one transaction, so none of those is among them. */
export const unownedContents = async (database: Sequelize): Promise<string[]> => (await unowned(database, [])).map(({ id }) => id);

const every = query<{ id: string }>('file-pieces-all', 'select id from file_piece where content = $1');
/** Every piece of a content, also those that the store may not have. */
export const everyPiece = async (database: Sequelize, content: string): Promise<string[]> =>
  (await every(database, [content])).map(({ id }) => id);

const dropPiece = query('file-piece-drop', 'delete from file_piece where id = $1');
/** The store has the piece no more. */
export const forgetPiece = async (database: Sequelize, id: string): Promise<void> => {
  await dropPiece(database, [id]);
};

const dropContent = query('file-content-drop', 'delete from file_content where id = $1');
/** Destroys the key of a content that has no piece left. */
export const forgetContent = async (database: Sequelize, id: string): Promise<void> => {
  await dropContent(database, [id]);
};
