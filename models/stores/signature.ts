/** Electronic signatures over documents, with the evidence by which each is checked again. All that names the signer is sealed. */
import type { Sequelize, Transaction } from 'sequelize';
import { openedOrDamaged, sealingOf } from '../sealed-column.ts';
import { databaseOf, query, statement } from '../statement.ts';

export interface NewSignature {
  id: string;
  signing: string;
  party: 'customer' | 'contractor';
  /** SHA-256 of the document's bytes. */
  document: string;
  /** SHA-256 of the CMS as it is kept. */
  cmsSha256: string;
  /** Keyed hash of the signer's IIN. */
  signerHash: string;
  receivedAt: Date;
  /** The signature with its report and evidence, as text (`gateways/signatures/kept.ts`). */
  content: string;
}

export interface SignatureRow extends Omit<NewSignature, 'content'> {
  /** `null` once erased. */
  content: string | 'damaged' | null;
  /** The account whose closing erased it. */
  erasedFor: string | null;
}

const placeOf = (id: string) => ({ table: 'signature', column: 'sealed', row: id });

const keep = statement(
  'signature-keep',
  `insert into signature (id, signing, party, document, cms_sha256, signer_hash, received_at, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

export const keepSignature = async (
  transaction: Transaction,
  { id, signing, party, document, cmsSha256, signerHash, receivedAt, content }: NewSignature,
): Promise<void> => {
  const sealed = sealingOf(databaseOf(transaction)).seal(content, placeOf(id));
  await keep(transaction, [id, signing, party, document, cmsSha256, signerHash, receivedAt, sealed]);
};

interface Stored {
  id: string;
  signing: string;
  party: NewSignature['party'];
  document: string;
  cms_sha256: string;
  signer_hash: string;
  received_at: Date;
  sealed: Buffer | null;
  erased_for: string | null;
}

const find = query<Stored>(
  'signature-of-signing',
  'select id, signing, party, document, cms_sha256, signer_hash, received_at, sealed, erased_for from signature where signing = $1',
);

/** The signatures of a signing, by id. @throws Error if a secret is missing. */
export async function signaturesOf(database: Sequelize, signing: string): Promise<Map<string, SignatureRow>> {
  const sealing = sealingOf(database);
  const rows = await find(database, [signing]);
  return new Map(
    rows.map(({ cms_sha256: cmsSha256, signer_hash: signerHash, received_at: receivedAt, erased_for: erasedFor, sealed, ...row }) => [
      row.id,
      {
        ...{ ...row, cmsSha256, signerHash, receivedAt, erasedFor },
        content: sealed && openedOrDamaged(sealing, sealed, placeOf(row.id)),
      },
    ]),
  );
}
