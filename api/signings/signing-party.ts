/** A party of a signing with the person who acts for it: what a certificate is compared with. */
import type { Sequelize, Transaction } from 'sequelize';
import { ownIdentifier } from '../../models/stores/account.ts';
import type { SigningParty } from '../../rules/signer-powers.ts';
import type { PartyKind } from '../../rules/signing-ways.ts';
import type { Session } from '../session.ts';

/** `on`: the civil date on which powers count. */
export async function signingParty(
  database: Sequelize,
  { account, kind }: Session,
  _on: string,
  transaction?: Transaction,
): Promise<SigningParty> {
  const identifier = await ownIdentifier(database, account, transaction);
  return { kind: kind as PartyKind, identifier, acting: null };
}
