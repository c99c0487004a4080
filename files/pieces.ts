/**
 * The bytes of a file between a stream and the store. They are cut into pieces that the key of their content seals, so that never a whole file stands in
 * memory, a range of it can be read alone, and an upload that is cut goes on where it was.
 */
import { createHash } from 'node:crypto';
import type { Sequelize } from 'sequelize';
import { v4 as uuid } from 'uuid';
import type { FileStore } from '../gateways/files/port.ts';
import type { Sealing } from '../models/sealed-column.ts';
import type { Form, Piece } from '../models/stores/file-content.ts';
import { appendPiece, keepPiece, notePiece, piecesOf, sealingOfContent } from '../models/stores/file-content.ts';

/** Bytes of a piece. A stream holds two of them in memory. */
export const PIECE = 2 ** 20;

export interface Bytes {
  database: Sequelize;
  files: FileStore;
}

/** The content is erased, or the upload is over. */
export class ContentGone extends Error {}

/** Another request adds to the same upload. */
export class UploadCrossed extends Error {}

const cellOf = (form: Form, piece: string) => ({ table: 'file_piece', column: form, row: piece });

async function keysOf(database: Sequelize, content: string): Promise<Sealing> {
  const sealing = await sealingOfContent(database, content);
  if (sealing === undefined) throw new ContentGone(`the content ${content} is gone`);
  return sealing;
}

/** Cuts a stream into pieces. If it breaks off, what came until then is the last piece. */
async function* cut(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let [chunks, size]: [Uint8Array[], number] = [[], 0];
  let broken: { error: unknown } | undefined;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      size += chunk.length;
      while (size >= PIECE) {
        const all = Buffer.concat(chunks);
        yield all.subarray(0, PIECE);
        chunks = [all.subarray(PIECE)];
        size -= PIECE;
      }
    }
  } catch (error) {
    broken = { error };
  }
  if (size > 0) yield Buffer.concat(chunks);
  if (broken) throw broken.error;
}

/**
 * Adds a stream to an upload from the place where it stands. What has come stays also if the stream breaks off.
 * @returns the place after it. @throws UploadCrossed, ContentGone, and what the stream throws
 */
export async function append({ database, files }: Bytes, upload: string, from: number, stream: AsyncIterable<Uint8Array>): Promise<number> {
  const keys = await keysOf(database, upload);
  let start = from;
  for await (const bytes of cut(stream)) {
    const piece: Piece = { id: uuid(), start, size: bytes.length };
    await notePiece(database, upload, 'original', piece);
    await files.keep(piece.id, keys.seal(bytes, cellOf('original', piece.id)));
    if (!(await appendPiece(database, upload, piece))) throw new UploadCrossed(`the upload ${upload} is elsewhere than at ${start}`);
    start += bytes.length;
  }
  return start;
}

/** Writes a form that was drawn of a file. */
export async function keepForm({ database, files }: Bytes, content: string, form: Form, bytes: Uint8Array): Promise<void> {
  const keys = await keysOf(database, content);
  for (let start = 0; start < bytes.length; start += PIECE) {
    const part = bytes.subarray(start, start + PIECE);
    const piece: Piece = { id: uuid(), start, size: part.length };
    await notePiece(database, content, form, piece);
    await files.keep(piece.id, keys.seal(part, cellOf(form, piece.id)));
    await keepPiece(database, piece.id);
  }
}

/** Bytes from one place to another, both included. */
export interface Range {
  first: number;
  last: number;
}

/** How many bytes a form has. Zero: there is none. */
export const sizeOf = async (database: Sequelize, content: string, form: Form): Promise<number> =>
  (await piecesOf(database, content, form)).reduce((sum, { size }) => sum + size, 0);

/** The bytes of a form, or of a range of it, as a stream. @throws ContentGone, and if the store has another piece than it was given */
export async function* read({ database, files }: Bytes, content: string, form: Form, range?: Range): AsyncGenerator<Buffer> {
  const keys = await keysOf(database, content);
  const { first = 0, last = Number.POSITIVE_INFINITY } = range ?? {};
  for (const { id, start, size } of await piecesOf(database, content, form)) {
    if (start + size <= first || start > last) continue;
    const sealed = await files.read(id);
    if (sealed === undefined) throw new Error(`the store does not have the piece ${id}`);
    const bytes = keys.openBytes(sealed, cellOf(form, id));
    yield bytes.subarray(Math.max(0, first - start), Math.min(size, last - start + 1));
  }
}

/** The hash of what the store returns, and not of what was sent. */
export async function hashOfOriginal(bytes: Bytes, content: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of read(bytes, content, 'original')) hash.update(piece);
  return hash.digest('hex');
}

/** A whole form in memory: for a file of bounded size, where it is looked at. */
export async function whole(bytes: Bytes, content: string, form: Form): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of read(bytes, content, form)) parts.push(part);
  return Buffer.concat(parts);
}
