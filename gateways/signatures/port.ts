/** The port to what checks an electronic signature (ЭЦП) over a document's bytes. */

/** The checks of a signature, in the order of a report. Each is named in it, whether it held or was not reached. */
export const CHECKS = [
  /** A strict DER CMS with one signer, detached, of allowed algorithms. */
  'form',
  /** The digest of the document's bytes is the one that was signed. */
  'digest',
  'signature',
  /** Up to a configured root. */
  'chain',
  /** Every certificate of the chain was valid at the moment of signing. */
  'validity',
  'keyUsage',
  /** OCSP, then CRL: not revoked at the moment of signing. */
  'revocation',
  /** An RFC 3161 time stamp of the signature. */
  'timeStamp',
] as const;
export type Check = (typeof CHECKS)[number];

/** What a certificate says of its owner. Nothing of it is compared with the platform's persons here. */
export interface Signer {
  /** From `IIN…` in SERIALNUMBER. */
  iin: string | null;
  /** From `BIN…` in any OU. */
  bin: string | null;
  commonName: string;
  organisation: string | null;
  /** The object identifiers of its extended key usage: they tell the powers (1.2.398.3.3.4.1.2.1 a first head, …). */
  usages: string[];
  /** Lower-case hex SHA-256 of the certificate. */
  certificate: string;
  serialNumber: string;
  issuer: string;
  notBefore: string;
  notAfter: string;
}

export interface CheckResult {
  check: Check;
  /** `absent`: there was nothing to check, and that is allowed (no time stamp). `unreached`: an earlier check failed. */
  result: 'held' | 'failed' | 'absent' | 'unreached';
  /** A fixed word for a failed check, such as `revoked` or `other-bytes`; a text in three languages belongs to each. */
  fault?: string;
}

export interface SignatureReport {
  holds: boolean;
  checks: CheckResult[];
  /** `null` if no certificate could be read. */
  signer: Signer | null;
  algorithm: 'rsa' | 'ecdsa' | 'gost2015' | null;
  /** The moment the checks were made for: the time stamp's, else the moment of receiving. UTC, ISO-8601. */
  at: string;
  timeStampedAt: string | null;
}

/** What is kept beside a signature so that it can be checked again in ten years without asking anybody. DER. */
export interface SignatureEvidence {
  /** The CMS as received, and with a time stamp added if our client fetched one (CAdES-T). */
  cms: Buffer;
  certificates: Buffer[];
  ocsp: Buffer[];
  crls: Buffer[];
}

export interface CheckedSignature {
  report: SignatureReport;
  evidence: SignatureEvidence;
}

export interface SignatureVerifier {
  /**
   * Checks a detached CMS over bytes. `at`: the moment of receiving. Bad input is a report that does not hold, never an error.
   * @throws if the revocation or time stamp services did not answer (`SignatureServiceAway`): the caller may try again.
   */
  verify(document: Uint8Array, cms: Uint8Array, at: Date): Promise<CheckedSignature>;
  /** Checks a kept signature again from its evidence alone, as of the moment it was made; asks nobody. */
  recheck(document: Uint8Array, evidence: SignatureEvidence, at: Date): Promise<SignatureReport>;
}

/** The services that are needed for a check did not answer. Nothing is known of the signature. */
export class SignatureServiceAway extends Error {
  readonly service: 'ocsp' | 'crl' | 'timeStamp' | 'verifier';
  constructor(service: SignatureServiceAway['service'], why: string) {
    super(`${service}: ${why}`);
    this.name = 'SignatureServiceAway';
    this.service = service;
  }
}
