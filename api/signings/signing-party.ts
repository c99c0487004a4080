/** A party of a signing with the person who acts for it: what a certificate is compared with. */
import type { Sequelize, Transaction } from 'sequelize';
import { ownIdentifier } from '../../models/stores/account.ts';
import { findRequisites, holdRequisites } from '../../models/stores/requisites.ts';
import { actingFor } from '../../rules/requisites.ts';
import type { ActingPerson, SigningParty } from '../../rules/signer-powers.ts';
import type { PartyKind } from '../../rules/signing-ways.ts';
import type { Session } from '../session.ts';

/**
 * The account of the session with its IIN or BIN and the powers of the person on a civil date. In a transaction the answer is locked until its end.
 * Nobody signs for an account of the staff.
 */
export async function signingParty(
  database: Sequelize,
  { account, person, kind }: Pick<Session, 'account' | 'person' | 'kind'>,
  on: string,
  transaction?: Transaction,
): Promise<SigningParty> {
  const [found, identifier] = [
    transaction ? (await holdRequisites(transaction, [account]))[0] : await findRequisites(database, account),
    await ownIdentifier(database, account, transaction),
  ];
  const { requisites, members } = found ?? {};
  const own = actingFor(requisites?.representatives ?? [], { on, members }).find((each) => each.person === person);
  const acting: ActingPerson | null = own === undefined ? null : { iin: own.iin, byPowerOfAttorney: own.ground.kind === 'powerOfAttorney' };
  return { kind: kind as PartyKind, identifier, acting };
}
