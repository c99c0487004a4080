/** The acceptances of the offer (2.1). The projection of the account creates them. */
import type { InferAttributes, Sequelize, Transaction } from 'sequelize';
import { openedOrDamaged, sealingOf } from '../sealed-column.ts';
import { databaseOf, query } from '../statement.ts';
import type { OfferAcceptance } from '../tables.ts';
import { tables } from '../tables.ts';

export type AcceptanceRow = Omit<InferAttributes<OfferAcceptance>, 'account' | 'statement'>;

/** The acceptances of an account, oldest first. */
export const acceptancesOf = (database: Sequelize, account: string): Promise<AcceptanceRow[]> =>
  tables(database).OfferAcceptance.findAll({
    attributes: ['id', 'revision', 'form', 'at', 'statement_sha256', 'signature_sha256'],
    where: { account },
    order: ['at'],
    raw: true,
  });

/** The accession statement of an acceptance. It has IIN and number, so it is sealed. */
export interface KeptStatement {
  text: string;
  /** The electronic signature under the text with its evidence, if there is one (`gateways/signatures/kept.ts`). */
  signature?: string;
  /** What its PDF is drawn from (`documents/accession-statement.ts`). `null` where only the text was kept: before version 0.2 statements were no papers. */
  statement: unknown;
}

const placeOf = (id: string) => ({ table: 'offer_acceptance', column: 'statement', row: id });
const keptOf = (opened: string): KeptStatement =>
  opened.startsWith('{') ? (JSON.parse(opened) as KeptStatement) : { text: opened, statement: null };

export interface AcceptedRow {
  kept: KeptStatement;
  /** Of the text. */
  sha256: string;
  /** The event that accepted it. */
  at: Date;
  seq: number;
  hash: string;
}
const accepted = query<Omit<AcceptedRow, 'kept'> & { statement: Buffer }>(
  'offer-accepted',
  `select statement, statement_sha256 as sha256, event.at, event.seq, event.hash
   from offer_acceptance as own join event on event.life = 'account/' || own.account and event.seq = own.seq
   where own.id = $1 and own.account = $2 and statement is not null`,
);
/** The accession statement behind an account's acceptance; undefined if there is none, or it was erased. */
export async function acceptedStatement(database: Sequelize, id: string, account: string): Promise<AcceptedRow | undefined> {
  const [row] = await accepted(database, [id, account]);
  if (row === undefined) return undefined;
  const { statement, ...rest } = row;
  return { ...rest, kept: keptOf(sealingOf(database).open(statement, placeOf(id))) };
}

/** As it is stored, whatever the event says. */
export interface StoredStatement {
  at: Date;
  sha256: string | null;
  signatureSha256: string | null;
  /** `null` where there is none, or it was erased. */
  kept: KeptStatement | 'damaged' | null;
}
/** The statements of all acceptances of an account, by acceptance. @throws UnknownSecret if a secret is missing. */
export async function storedStatements(database: Sequelize, account: string): Promise<Map<string, StoredStatement>> {
  const sealing = sealingOf(database);
  const keptOrDamaged = (id: string, sealed: Buffer): KeptStatement | 'damaged' => {
    const opened = openedOrDamaged(sealing, sealed, placeOf(id));
    return opened === 'damaged' ? opened : keptOf(opened);
  };
  const rows = await tables(database).OfferAcceptance.findAll({ where: { account }, raw: true });
  return new Map(
    rows.map(({ id, at, statement_sha256: sha256, signature_sha256: signatureSha256, statement }) => [
      id,
      { at, sha256, signatureSha256, kept: statement && keptOrDamaged(id, statement) },
    ]),
  );
}

/** Stores the accession statement of an acceptance, with the SHA-256 of its text and of the signature under it. */
export async function keepStatement(
  transaction: Transaction,
  id: string,
  { sha256, signatureSha256, kept }: { sha256: string; signatureSha256: string | null; kept: KeptStatement },
): Promise<void> {
  const database = databaseOf(transaction);
  const statement = sealingOf(database).seal(JSON.stringify(kept), placeOf(id));
  const given = { statement_sha256: sha256, signature_sha256: signatureSha256, statement };
  await tables(database).OfferAcceptance.update(given, { where: { id }, transaction });
}
