/** A checked signature as one text, to be sealed, and back. */
import type { CheckedSignature, SignatureEvidence } from './port.ts';

type Written = Record<keyof SignatureEvidence, string & string[]>;

export function toText({ report, evidence: { cms, certificates, ocsp, crls } }: CheckedSignature): string {
  const written = (bytes: Buffer): string => bytes.toString('base64');
  const evidence = { cms: written(cms), certificates: certificates.map(written), ocsp: ocsp.map(written), crls: crls.map(written) };
  return JSON.stringify({ report, evidence });
}

/** @throws for a text that `toText` did not make. */
export function fromText(text: string): CheckedSignature {
  const { report, evidence } = JSON.parse(text) as { report: CheckedSignature['report']; evidence: Written };
  const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');
  const { cms, certificates, ocsp, crls } = evidence;
  return { report, evidence: { cms: bytes(cms), certificates: certificates.map(bytes), ocsp: ocsp.map(bytes), crls: crls.map(bytes) } };
}
