/** The acceptances of the offer (2.1). The projection of the account creates them. */
import type { InferAttributes, Sequelize, Transaction } from 'sequelize';
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

export interface AcceptedRow {
  /** Sealed. */
  statement: Buffer;
  sha256: string;
  /** The event that accepted it. */
  at: Date;
  seq: number;
  hash: string;
}
const accepted = query<AcceptedRow>(
  'offer-accepted',
  `select statement, statement_sha256 as sha256, event.at, event.seq, event.hash
   from offer_acceptance as own join event on event.life = 'account/' || own.account and event.seq = own.seq
   where own.id = $1 and own.account = $2 and statement is not null`,
);
/** The accession statement behind an account's acceptance; undefined if there is none, or it was erased. */
export const acceptedStatement = async (database: Sequelize, id: string, account: string): Promise<AcceptedRow | undefined> =>
  (await accepted(database, [id, account]))[0];

/** Stores the accession statement of an acceptance. */
export const keepStatement = async (
  transaction: Transaction,
  id: string,
  given: Pick<InferAttributes<OfferAcceptance>, 'statement_sha256' | 'signature_sha256' | 'statement'>,
): Promise<void> => {
  await tables(databaseOf(transaction)).OfferAcceptance.update(given, { where: { id }, transaction });
};
