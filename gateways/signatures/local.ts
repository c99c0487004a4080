/**
 * Checks signatures here: RSA and ECDSA by Node's OpenSSL, ГОСТ 34.10-2015 by our own arithmetic. In law a certified tool checks (NCANode with the SDK of the
 * national authority); this is a second opinion, and the one of development.
 */
import { messageOf } from '../../error-message.ts';
import type { Certificate } from '../pki/certificate.ts';
import { fingerprintOf, isSelfIssued, readCertificate, readPem } from '../pki/certificate.ts';
import type { Timestamps } from '../timestamps/port.ts';
import type { AllowedHosts } from './addresses.ts';
import type { Pool } from './examine.ts';
import { examine, failedBy } from './examine.ts';
import type { SignatureVerifier } from './port.ts';
import { SignatureServiceAway } from './port.ts';
import type { Proofs } from './revocation.ts';
import { askStandings, keptStandings } from './revocation.ts';
import { tokenIn } from './time-stamp.ts';

export interface LocalTrust {
  /** PEM: roots, which have issued themselves, and authorities between, which need not come with a signature. Old roots stay, for old signatures. */
  roots: string;
  /** PEM: the same for authorities that stamp the time. */
  timeStampRoots: string;
  /** Hosts that may be asked about revocation. */
  allowed: AllowedHosts;
  /** Stamps signatures that come without a stamp. */
  timestamps?: Timestamps | undefined;
  now?: () => Date;
  /** Milliseconds for each answer about revocation. */
  timeout?: number;
}

/** Milliseconds. */
const TIMEOUT = 7_000;

const poolOf = (pem: string): Pool => {
  const all = readPem(pem);
  return { roots: all.filter(isSelfIssued), between: all.filter((each) => !isSelfIssued(each)) };
};

export function localVerifier({ allowed, timestamps, now = () => new Date(), timeout = TIMEOUT, ...trust }: LocalTrust): SignatureVerifier {
  const [chain, stamps] = [poolOf(trust.roots), poolOf(trust.timeStampRoots)];
  return {
    async verify(document, cms, at) {
      const proofs: Proofs = { ocsp: [], crls: [] };
      const moments = { received: at, now: now() };
      const standingOf = askStandings({ allowed, timeout, ...moments }, proofs);
      const stamp = timestamps ? stampBy(timestamps) : null;
      const examined = await examine(document, { cms, at }, { chain, stamps, standingOf, stamp, now: moments.now });
      const certificates = examined.certificates.map(({ der }) => der);
      return { report: examined.report, evidence: { cms: Buffer.from(examined.cms), certificates, ...proofs } };
    },

    async recheck(document, evidence, at) {
      const kept = evidence.certificates.flatMap((der) => certificateIn(der) ?? []);
      const onlyKept = ({ roots }: Pool): Pool => ({
        roots: roots.filter(({ der }) => kept.some((each) => each.der.equals(der))),
        between: kept.filter((each) => !isSelfIssued(each)),
      });
      const used = new Set<Buffer>();
      const moments = { received: at, now: now() };
      const standingOf = keptStandings(evidence, moments, used);
      const means = { chain: onlyKept(chain), stamps: onlyKept(stamps), standingOf, stamp: null, now: moments.now };
      const { report, certificates } = await examine(document, { cms: evidence.cms, at }, means);
      // What is kept and not needed is damaged or was added later; what is needed and came only with the signature was taken away.
      const isWhole = new Set(certificates.map(fingerprintOf)).symmetricDifference(new Set(kept.map(fingerprintOf))).size === 0;
      if (report.holds && (!isWhole || kept.length < evidence.certificates.length)) return failedBy(report, 'evidence-damaged');
      if (report.holds && used.size < evidence.ocsp.length + evidence.crls.length) return failedBy(report, 'revocation-unproved');
      return report;
    },
  };
}

const stampBy = (timestamps: Timestamps) => async (signature: Uint8Array) => {
  try {
    return tokenIn((await timestamps.stamp(signature)).reply);
  } catch (error) {
    throw new SignatureServiceAway('timeStamp', messageOf(error));
  }
};

function certificateIn(der: Buffer): Certificate | null {
  try {
    return readCertificate(der);
  } catch {
    return null;
  }
}
