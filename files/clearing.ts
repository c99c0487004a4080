/**
 * Removes the bytes that belong to nothing: of uploads whose term is over, and of files that were refused or erased. Each worker runs it, and several do no
 * harm. It knows every piece by its row, so nothing has to be looked for in the store.
 */
import type { Logger } from 'pino';
import { repeat } from '../lives/repeat.ts';
import { everyPiece, expireUploads, forgetContent, forgetPiece, unownedContents } from '../models/stores/file-content.ts';
import type { Bytes } from './pieces.ts';

/** Returns how many contents it removed. */
export async function clearFiles({ database, files }: Bytes): Promise<number> {
  await expireUploads(database);
  let removed = 0;
  for (const content of await unownedContents(database)) {
    for (const piece of await everyPiece(database, content)) {
      await files.remove(piece);
      await forgetPiece(database, piece);
    }
    await forgetContent(database, content);
    removed += 1;
  }
  return removed;
}

/** Clears until the returned function is called. A round that fails is repeated with the next. `every`: milliseconds. */
export const keepClearing = (bytes: Bytes & { log: Logger }, { every = 3_000 }: { every?: number } = {}): (() => Promise<void>) =>
  repeat(
    () => clearFiles(bytes),
    every,
    (error) => bytes.log.error({ err: error }, 'files.clearing-failed'),
  );
