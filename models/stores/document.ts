/** Documents: the bytes, stored once for each hash, and the lives they belong to. */
import type { Sequelize, Transaction } from 'sequelize';
import { either, query, statement } from '../statement.ts';
import { tables } from '../tables.ts';

/** A paper and its bytes. */
export interface KeptPaper {
  sha256: string;
  kind: string;
  bytes: Buffer;
  /** Of an act: the file for the system of electronic invoices. */
  awp: Buffer | null;
}

/** Stores a paper under the hash of its bytes, once. */
export const keepPaper = async (database: Sequelize, paper: KeptPaper): Promise<void> => {
  await tables(database).Document.bulkCreate([{ ...paper, media_type: 'application/pdf' }], { ignoreDuplicates: true });
};

const keepOwn = statement(
  'document-keep-own',
  `insert into document (sha256, kind, media_type, bytes) values ($1, 'own-paper', 'application/pdf', $2) on conflict (sha256) do nothing`,
);
/** Stores a paper that a party brings, with the commit that binds it to its signing. The same bytes may be another paper already. */
export async function keepOwnPaper(transaction: Transaction, { sha256, bytes: given }: Pick<KeptPaper, 'sha256' | 'bytes'>): Promise<void> {
  await keepOwn(transaction, [sha256, given]);
}

const bytes = query<{ bytes: Buffer | null }>('document-bytes', 'select bytes from document where sha256 = $1');
/** The bytes of a document as they are stored; null if there are none, or no more. */
export const documentBytes = async (database: Sequelize, sha256: string): Promise<Buffer | null> =>
  (await bytes(database, [sha256]))[0]?.bytes ?? null;

const file = query<{ awp: Buffer | null }>('document-act-file', 'select awp from document where sha256 = $1');
/** An act as a file for the system of electronic invoices; null for another paper. */
export const actFile = async (database: Sequelize, sha256: string): Promise<Buffer | null> =>
  (await file(database, [sha256]))[0]?.awp ?? null;

const basis = query<{ kind: 'contract' | 'order'; number: string; dated: string }>(
  'document-basis',
  `select document.kind, document_of_life.number, to_char(document_of_life.dated, 'YYYY-MM-DD') as dated
   from life join document_of_life on document_of_life.life = life.id join document on document.sha256 = document_of_life.document
   where starts_with(life.id, 'signing/' || $1 || '/') and document.kind in ('contract', 'order') and document_of_life.number is not null
     and life.state = 'signed' order by life.number desc limit 1`,
);
/** The latest contract or order that the parties of a task have confirmed. */
export const basisOf = async (database: Sequelize, task: string) => (await basis(database, [task]))[0];

export interface ActRow {
  year: number;
  seq: number;
  signing: string;
  /** A civil date; null until the act is drawn. */
  dated: string | null;
  sha256: string | null;
  /** Of its signing; null until that has begun. */
  state: string | null;
}

const register = query<ActRow>(
  'document-acts',
  `select act_number.year, act_number.seq, act_number.signing, to_char(document_of_life.dated, 'YYYY-MM-DD') as dated, document.sha256, life.state
   from act_number left join life on life.id = act_number.signing
     left join document_of_life on document_of_life.life = act_number.signing left join document on document.sha256 = document_of_life.document
   where act_number.contractor = $1 and act_number.year = $2 and act_number.seq > $3 order by act_number.seq limit $4`,
);
/** The acts of a contractor in a year by their numbers: annulled ones too, because a number is never given twice. */
export const actsOf = (database: Sequelize, contractor: string, year: number, { after, limit }: { after: number; limit: number }) =>
  register(database, [contractor, year, after, limit]);

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
