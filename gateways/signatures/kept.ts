/** A checked signature as one text, to be sealed, and back; and whether what is kept is what the record of a signing names. */
import { createHash } from 'node:crypto';
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

/** What is stored of a signature. */
interface Stored {
  /** SHA-256 of the document's bytes. */
  document: string;
  cmsSha256: string;
  /** `null` once erased; `damaged` if its seal does not open. */
  content: string | 'damaged' | null;
}

/** What a record names: the document's and the CMS's SHA-256, lower-case hex. */
interface Named {
  document: string;
  cms: string | undefined;
}

/** The signature as it is kept, or why it cannot count: it is not there, or it is not the one that the record names. */
export function keptAsNamed(stored: Stored | undefined, { document, cms }: Named): CheckedSignature | 'missing' | 'erased' | 'another' {
  if (stored === undefined || stored.document !== document) return 'missing';
  if (stored.content === null) return 'erased';
  if (stored.content === 'damaged' || stored.cmsSha256 !== cms) return 'another';
  const kept = fromText(stored.content);
  return createHash('sha256').update(kept.evidence.cms).digest('hex') === cms ? kept : 'another';
}
