/** The checks of a signature, one after the other. The first that fails ends them. */
import type { Certificate } from '../pki/certificate.ts';
import { allows, fingerprintOf, isSelfIssued, ownerOf, purposesOf } from '../pki/certificate.ts';
import { OID } from '../pki/oids.ts';
import { pathOf } from '../pki/path.ts';
import type { Fault } from './faults.ts';
import { FAULTS, Refused, refuse } from './faults.ts';
import type { Check, CheckResult, SignatureReport, Signer } from './port.ts';
import { CHECKS, SignatureServiceAway } from './port.ts';
import type { StandingOf } from './revocation.ts';
import type { SignedCms } from './signed-data.ts';
import { isAbout, isByItsCertificate, readCms, withTimeStamp } from './signed-data.ts';
import { readTimeStamp, tokenOf } from './time-stamp.ts';

export interface Pool {
  /** Authorities between a signer and a root. */
  between: Certificate[];
  roots: Certificate[];
}

/** Where the checks get what is not in the signature: from outside, or from the evidence. */
export interface Means {
  chain: Pool;
  stamps: Pool;
  standingOf: StandingOf;
  /** Gets a time stamp token for a signature without one; `null` if none is wanted. */
  stamp: ((signature: Uint8Array) => Promise<Buffer>) | null;
  now: Date;
}

export interface Examined {
  report: SignatureReport;
  /** As received, or with the time stamp that was got. */
  cms: Uint8Array;
  /** The paths of the signer's certificate and of the time stamp's, each certificate once. */
  certificates: Certificate[];
}

/** @throws SignatureServiceAway */
export async function examine(document: Uint8Array, received: { cms: Uint8Array; at: Date }, means: Means): Promise<Examined> {
  const results = new Map<Check, CheckResult>();
  const held = (check: Check): unknown => results.set(check, { check, result: 'held' });
  const report: SignatureReport = {
    holds: false,
    checks: [],
    signer: null,
    algorithm: null,
    at: received.at.toISOString(),
    timeStampedAt: null,
  };
  const examined: Examined = { report, cms: received.cms, certificates: [] };
  try {
    const signed = readCms(received.cms);
    Object.assign(report, { signer: signerOf(signed.certificate), algorithm: signed.family });
    if (signed.content !== null) refuse('attached');
    if (signed.contentType !== OID.data) refuse('unexpected-content');
    held('form');

    if (!isAbout(signed, document)) refuse('other-bytes');
    held('digest');
    if (!isByItsCertificate(signed)) refuse('wrong-signature');
    held('signature');

    const stampedBy = (token: Uint8Array): Date => {
      const { at, path } = readTimeStamp(token, signed.signature, { ...means.stamps, now: means.now });
      Object.assign(report, { at: at.toISOString(), timeStampedAt: at.toISOString() });
      examined.certificates.push(...path);
      held('timeStamp');
      return at;
    };
    const token = tokenOf(signed);
    let at = token === null ? received.at : stampedBy(token);

    const path = chainOf(signed, means.chain);
    held('chain');
    requireValid(path, at);
    held('validity');
    if (!isForSigning(signed.certificate)) refuse('not-for-signing');
    held('keyUsage');

    // Only now, so that nobody is asked about what fails anyway.
    if (token === null && means.stamp !== null) {
      const got = await means.stamp(signed.signature);
      at = stampedBy(got);
      examined.cms = withTimeStamp(received.cms, got);
      requireValid(path, at);
    }
    if (report.timeStampedAt === null) results.set('timeStamp', { check: 'timeStamp', result: 'absent' });
    for (const [step, certificate] of path.slice(0, -1).entries()) {
      const { revokedAt } = await means.standingOf(certificate, path[step + 1] as Certificate);
      if (revokedAt !== null && revokedAt <= at) refuse('revoked');
    }
    held('revocation');
    examined.certificates = [...path, ...examined.certificates.filter((each) => !path.some(({ der }) => der.equals(each.der)))];
  } catch (error) {
    if (error instanceof SignatureServiceAway) throw error;
    // A stranger's bytes may break a reader anywhere.
    const fault = error instanceof Refused ? error.fault : 'unreadable';
    results.set(FAULTS[fault].check, failure(fault));
  }
  report.checks = CHECKS.map((check) => results.get(check) ?? { check, result: 'unreached' });
  report.holds = report.checks.every(({ result }) => result === 'held' || result === 'absent');
  return examined;
}

const failure = (fault: Fault): CheckResult => ({ check: FAULTS[fault].check, result: 'failed', fault });

/** The same report, with a fault that was found afterwards. */
export function failedBy(report: SignatureReport, fault: Fault): SignatureReport {
  return { ...report, holds: false, checks: report.checks.map((each) => (each.check === FAULTS[fault].check ? failure(fault) : each)) };
}

const signerOf = (certificate: Certificate): Signer => ({
  ...ownerOf(certificate),
  usages: purposesOf(certificate) ?? [],
  certificate: fingerprintOf(certificate),
  serialNumber: certificate.serialNumber,
  notBefore: certificate.notBefore.toISOString(),
  notAfter: certificate.notAfter.toISOString(),
});

function chainOf({ certificate, others }: SignedCms, { between, roots }: Pool): Certificate[] {
  if (isSelfIssued(certificate)) refuse('self-issued');
  const path = pathOf(certificate, { between: [...between, ...others], roots });
  if (path === null) return refuse('unknown-root');
  if (others.some(({ der }) => !path.some((each) => each.der.equals(der)))) refuse('stray-certificate');
  return path;
}

function requireValid(path: Certificate[], at: Date): void {
  if (path.some(({ notBefore }) => at < notBefore)) refuse('not-yet-valid');
  if (path.some(({ notAfter }) => notAfter < at)) refuse('expired');
}

/** Both bits of the key usage, and where purposes are named, that of signing: a key for logging in or for TLS has others. */
function isForSigning(certificate: Certificate): boolean {
  const purposes = purposesOf(certificate);
  const isNamed = purposes === undefined || purposes.includes(OID.signing);
  return allows(certificate, 'digitalSignature') === true && allows(certificate, 'nonRepudiation') === true && isNamed;
}
