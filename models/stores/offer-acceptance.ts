/** The acceptances of the offer (2.1). The projection of the account creates them. */
import type { InferAttributes, Sequelize, Transaction } from 'sequelize';
import type { OfferAcceptance } from '../tables.ts';
import { tables } from '../tables.ts';

export type AcceptanceRow = Omit<InferAttributes<OfferAcceptance>, 'account' | 'statement'>;

/** The acceptances of an account, oldest first. */
export const acceptancesOf = (database: Sequelize, account: string): Promise<AcceptanceRow[]> =>
  tables(database).OfferAcceptance.findAll({
    attributes: ['id', 'revision', 'form', 'at', 'statement_sha256'],
    where: { account },
    order: ['at'],
    raw: true,
  });

/** The sealed accession statement of an account's acceptance. */
export const sealedStatement = async (database: Sequelize, id: string, account: string): Promise<Buffer | null> =>
  (await tables(database).OfferAcceptance.findOne({ attributes: ['statement'], where: { id, account }, raw: true }))?.statement ?? null;

/** Stores the accession statement of an acceptance. */
export const keepStatement = async (
  database: Sequelize,
  id: string,
  given: Pick<InferAttributes<OfferAcceptance>, 'statement_sha256' | 'statement'>,
  transaction: Transaction,
): Promise<void> => {
  await tables(database).OfferAcceptance.update(given, { where: { id }, transaction });
};
