/** The ways in which the parties of a paper may confirm or sign it. */
import type { Sequelize } from 'sequelize';
import type { BoundParties } from '../../charts/law.ts';
import type { Side } from '../../charts/signing/types.ts';
import { kindsOf } from '../../models/stores/account.ts';
import type { Parameter } from '../../rules/parameters.ts';
import type { PartyKind, SignedKind, Way } from '../../rules/signing-ways.ts';
import { waysAt } from '../../rules/signing-ways.ts';

/** By the parameters of a civil date. The account of a party may be gone: then nobody signs for it. */
export async function waysOfParties(
  database: Sequelize,
  rows: readonly Parameter[],
  { document, parties: { customer, contractor }, on }: { document: SignedKind; parties: BoundParties; on: string },
): Promise<Record<Side, Way[]>> {
  const kinds = await kindsOf(
    database,
    [customer, contractor].filter((account) => account !== undefined),
  );
  const ways = (account = ''): Way[] => waysAt(rows, { document, party: (kinds.get(account) ?? 'natural') as PartyKind }, on);
  return { customer: ways(customer), contractor: ways(contractor) };
}
