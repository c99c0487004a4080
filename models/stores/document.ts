/** Documents: the bytes, stored once for each hash, and the lives they belong to. */
import type { Sequelize, Transaction } from 'sequelize';
import { either, query } from '../statement.ts';
import { tables } from '../tables.ts';

/** Stores a text under the hash of its bytes, once. */
export const keepDocument = async (
  database: Sequelize,
  { sha256, kind, text }: { sha256: string; kind: string; text: string },
): Promise<void> => {
  const document = { sha256, kind, media_type: 'text/plain; charset=utf-8', bytes: Buffer.from(text) };
  await tables(database).Document.bulkCreate([document], { ignoreDuplicates: true });
};

const bytes = query<{ bytes: Buffer | null }>('document-bytes', 'select bytes from document where sha256 = $1');
/** The bytes of a document as they are stored; null if there are none, or no more. */
export const documentBytes = async (database: Sequelize, sha256: string): Promise<Buffer | null> =>
  (await bytes(database, [sha256]))[0]?.bytes ?? null;

const number = query<{ seq: number }>('document-number-act', 'select number_act($1, $2, $3) as seq');
/** Numbers a completion act within its contractor's year. A signing always gets the same number. */
export async function numberAct(database: Sequelize, signing: string, contractor: string, year: number): Promise<number> {
  const [row] = await number(database, [signing, contractor, year]);
  return (row as NonNullable<typeof row>).seq;
}

const bytesOf = either<{ true: boolean | null; erased_for: string | null }>(
  'document-true-bytes',
  "select sha256 = encode(sha256(bytes), 'hex') as true, erased_for from document where sha256 = $1",
);
/**
 * Is there a document with this hash, and are its bytes those that the hash stands for? Otherwise the account whose closing erased them, if its row says so.
 */
export async function trueBytes(from: Sequelize | Transaction, sha256: string): Promise<true | { erasedFor: string } | undefined> {
  const [row] = await bytesOf(from, [sha256]);
  if (row?.true === true) return true;
  return row?.true === null && row.erased_for !== null ? { erasedFor: row.erased_for } : undefined;
}
