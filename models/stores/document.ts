/** Documents: the bytes, stored once for each hash, and the lives they belong to. */
import type { Sequelize } from 'sequelize';
import type { BoundParties } from '../../charts/law.ts';
import { query } from '../statement.ts';
import { tables } from '../tables.ts';

/** A paper and its bytes. */
export interface KeptPaper {
  sha256: string;
  kind: string;
  bytes: Buffer;
  reference: string;
  number: string | null;
  /** A civil date. */
  dated: string;
  /** Of an act: the file for the system of electronic invoices. */
  awp: Buffer | null;
}

/** Stores a paper under the hash of its bytes, once. */
export const keepPaper = async (database: Sequelize, paper: KeptPaper): Promise<void> => {
  await tables(database).Document.bulkCreate([{ ...paper, media_type: 'application/pdf' }], { ignoreDuplicates: true });
};

export interface DocumentRow {
  /** Null once they were erased. */
  bytes: Buffer | null;
  /** See `KeptPaper`. */
  awp: Buffer | null;
  /** The contexts of the lives it belongs to. They decide who may see it. */
  lives: BoundParties[];
}

const content = query<DocumentRow>(
  'document-content',
  `select bytes, awp, array(select life.snapshot -> 'context' from document_of_life join life on life.id = life where document = sha256) as lives
   from document where sha256 = $1`,
);
export const findDocument = async (database: Sequelize, sha256: string): Promise<DocumentRow | undefined> =>
  (await content(database, [sha256]))[0];

const basis = query<{ kind: 'contract' | 'order'; number: string; dated: string }>(
  'document-basis',
  `select document.kind, document.number, to_char(document.dated, 'YYYY-MM-DD') as dated
   from life join document_of_life on document_of_life.life = life.id join document on document.sha256 = document_of_life.document
   where starts_with(life.id, 'signing/' || $1 || '/') and document.kind in ('contract', 'order') and document.number is not null
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
  `select act_number.year, act_number.seq, act_number.signing, to_char(document.dated, 'YYYY-MM-DD') as dated, document.sha256, life.state
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

const bytesOf = query<{ true: boolean | null; erased_for: string | null }>(
  'document-true-bytes',
  "select sha256 = encode(sha256(bytes), 'hex') as true, erased_for from document where sha256 = $1",
);
/**
 * Is there a document with this hash, and are its bytes those that the hash stands for? Otherwise the account whose closing erased them, if its row says so.
 */
export async function trueBytes(database: Sequelize, sha256: string): Promise<true | { erasedFor: string } | undefined> {
  const [row] = await bytesOf(database, [sha256]);
  if (row?.true === true) return true;
  return row?.true === null && row.erased_for !== null ? { erasedFor: row.erased_for } : undefined;
}
