/** Payout details of accounts: sealed texts, whose versions the account's row names. */
import type { Sequelize, Transaction } from 'sequelize';
import type { DetailsVersions, PayoutDetails, Recipient } from '../../rules/payout-details.ts';
import { either, query } from '../statement.ts';
import { ownIdentifier } from './account.ts';
import { readTexts } from './erasable-text.ts';
import { findRequisites } from './requisites.ts';

const versions = either<{ payout_details: DetailsVersions }>('payout-details-versions', 'select payout_details from account where id = $1');
/** The versions of an account. In a transaction, as it is there. */
export const detailsVersions = async (from: Sequelize | Transaction, account: string): Promise<DetailsVersions> =>
  (await versions(from, [account]))[0]?.payout_details ?? {};

/** Details by their version; undefined if they were erased. */
export async function readDetails(database: Sequelize, version: string): Promise<PayoutDetails | undefined> {
  const text = (await readTexts(database, [version])).get(version);
  return text?.payoutDetails as PayoutDetails | undefined;
}

const nameOf = query<{ name: string }>('payout-details-name', 'select name from account where id = $1');

/** Whom a payout goes to, by the version that it has pinned. */
export async function recipientOf(database: Sequelize, account: string, version: string): Promise<Recipient | undefined> {
  const [to, identifier, found, [row]] = await Promise.all([
    readDetails(database, version),
    ownIdentifier(database, account),
    findRequisites(database, account),
    nameOf(database, [account]),
  ]);
  if (to === undefined || row === undefined) return undefined;
  return { account, name: found?.requisites?.name ?? row.name, identifier: identifier ?? '', to };
}
