/** Whether the certificates of a path are revoked: asked from their authorities, or read from what was kept. */
import { randomBytes } from 'node:crypto';
import { messageOf } from '../../error-message.ts';
import { askOutside } from '../outside.ts';
import type { Certificate } from '../pki/certificate.ts';
import { responders, revocationLists } from '../pki/certificate.ts';
import { readCrl } from '../pki/crl.ts';
import { ocspRequest, readOcsp } from '../pki/ocsp.ts';
import type { Moments, Standing } from '../pki/standing.ts';
import type { AllowedHosts } from './addresses.ts';
import { isAllowed, requireOutside } from './addresses.ts';
import { refuse } from './faults.ts';
import { SignatureServiceAway } from './port.ts';

/** Finds how a certificate stands. */
export type StandingOf = (certificate: Certificate, issuer: Certificate) => Promise<Standing>;

export interface Proofs {
  ocsp: Buffer[];
  crls: Buffer[];
}

/** Bytes: an answer with its responder's certificate has some thousand, a list of an authority with millions of certificates some million. */
const LARGEST = { ocsp: 50_000, crl: 8_000_000 };
/** A certificate with more addresses has too many. */
const MOST_ADDRESSES = 2;

export interface Asking extends Moments {
  allowed: AllowedHosts;
  /** Milliseconds for each answer. */
  timeout: number;
}

/**
 * Asks by OCSP, and reads the list if no answer counts. An answer that does not count says nothing about the signature: anybody on the way may have written
 * it. What counts is added to the proofs.
 */
export function askStandings({ allowed, timeout, ...moments }: Asking, proofs: Proofs): StandingOf {
  return async (certificate, issuer) => {
    const ocsp = responders(certificate)
      .filter((url) => isAllowed(url, allowed))
      .slice(0, MOST_ADDRESSES);
    const lists = revocationLists(certificate)
      .filter((url) => isAllowed(url, allowed))
      .slice(0, MOST_ADDRESSES);
    if (ocsp.length + lists.length === 0) return refuse('revocation-address');
    const whys: string[] = [];
    for (const url of ocsp) {
      try {
        const nonce = randomBytes(16);
        const headers = { 'Content-Type': 'application/ocsp-request' };
        const answer = await ask(
          url,
          { method: 'POST', headers, body: new Uint8Array(ocspRequest(certificate, issuer, nonce)) },
          LARGEST.ocsp,
        );
        const standing = readOcsp(answer, { certificate, issuer, nonce, ...moments });
        proofs.ocsp.push(answer);
        return standing;
      } catch (error) {
        whys.push(`OCSP: ${messageOf(error)}`);
      }
    }
    for (const url of lists) {
      try {
        const list = await ask(url, {}, LARGEST.crl);
        const standing = readCrl(list, { certificate, issuer, ...moments });
        proofs.crls.push(list);
        return standing;
      } catch (error) {
        whys.push(`CRL: ${messageOf(error)}`);
      }
    }
    throw new SignatureServiceAway(lists.length > 0 ? 'crl' : 'ocsp', whys.join('; '));
  };

  async function ask(url: string, request: RequestInit, most: number): Promise<Buffer> {
    await requireOutside(url, allowed);
    const { ok, status, bytes } = await askOutside(url, request, { timeout, most });
    if (!ok) throw new Error(`the service answers ${status}`);
    return bytes;
  }
}

/** Reads standings from kept proofs alone; those that were used are added to `used`. */
export function keptStandings(kept: Proofs, moments: Moments, used: Set<Buffer>): StandingOf {
  return async (certificate, issuer) => {
    const question = { certificate, issuer, ...moments };
    for (const [proofs, read] of [
      [kept.ocsp, readOcsp],
      [kept.crls, readCrl],
    ] as const)
      for (const proof of proofs) {
        const standing = orNull(() => read(proof, question));
        if (standing === null) continue;
        used.add(proof);
        return standing;
      }
    return refuse('revocation-unproved');
  };
}

function orNull<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
