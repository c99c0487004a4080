/** Whether the owner of a certificate may sign for a party: the person who acts, the party's own number, and the powers that the certificate gives. Pure. */
import type { PartyKind } from './signing-ways.ts';

/** Powers in a company's certificate (NCA's object identifiers): its first head, and a person with the right to sign. */
const MAY_SIGN: readonly string[] = ['1.2.398.3.3.4.1.2.1', '1.2.398.3.3.4.1.2.2'];

/** The person who acts for a company, as its requisites name them. */
export interface ActingPerson {
  iin: string;
  /** By a power of attorney that is recorded and in force. */
  byPowerOfAttorney: boolean;
}

export interface SigningParty {
  kind: PartyKind;
  /** The account's IIN, or a company's BIN; `null` if it has none. */
  identifier: string | null;
  /** `null` if nobody has named the person as acting for the company, or the powers have ended. */
  acting: ActingPerson | null;
}

/** What a certificate says of its owner. */
export interface CertificateOwner {
  iin: string | null;
  bin: string | null;
  usages: readonly string[];
}

/** `another-person`: not the one who acts. `another-company`: a certificate of another company, or of one where a person signs. */
export type PowersFault = 'another-person' | 'another-company' | 'no-powers';

/** Why the owner may not sign for the party; undefined if they may. */
export function faultOfPowers({ kind, identifier, acting }: SigningParty, { iin, bin, usages }: CertificateOwner): PowersFault | undefined {
  if (kind !== 'company') {
    if (iin === null || iin !== identifier) return 'another-person';
    // Who signs with a company's certificate signs for the company.
    return bin === null ? undefined : 'another-company';
  }
  if (acting === null) return 'no-powers';
  if (iin !== acting.iin) return 'another-person';
  if (bin === null || bin !== identifier) return 'another-company';
  return acting.byPowerOfAttorney || usages.some((usage) => MAY_SIGN.includes(usage)) ? undefined : 'no-powers';
}
