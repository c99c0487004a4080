/** Reads a document and its electronic signatures from the store and checks them again: only then is the document called signed (1.11). */
import type { Effects } from '../charts/effects.ts';
import type { SignatureFault, SigningContext } from '../charts/signing/types.ts';
import { fromText, keptAsNamed } from '../gateways/signatures/kept.ts';
import type { SignatureReport, SignatureVerifier } from '../gateways/signatures/port.ts';
import type { Performer } from '../lives/effects.ts';
import { sha256 } from '../lives/hashing.ts';
import type { Lives } from '../lives/lives.ts';
import { documentBytes } from '../models/stores/document.ts';
import { findLife } from '../models/stores/life.ts';
import { storedStatements } from '../models/stores/offer-acceptance.ts';
import type { SignatureRow } from '../models/stores/signature.ts';
import { signaturesOf } from '../models/stores/signature.ts';

/** The first check that failed. */
const faultIn = ({ checks }: SignatureReport): string => checks.find(({ result }) => result === 'failed')?.fault ?? 'unsound';

/** Asks nobody outside, so only the database can be away: then it is tried again. Its answer is `checked`. */
export const checkSignatures = (lives: Lives, signatures: SignatureVerifier): Performer<Effects['checkSignatures']> => ({
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  perform: async ({ life }) => ({ type: 'checked', input: { faults: await faultsOfSignatures(lives, signatures, life) } }),
});

/** The faults of the signatures of a signing as they are stored now, none if all hold. @throws if the signing is not there. */
export async function faultsOfSignatures(
  { database, keys }: Lives,
  signatures: SignatureVerifier,
  signing: string,
): Promise<SignatureFault[]> {
  const row = await findLife(database, signing);
  if (row === undefined) throw new Error(`there is no life ${signing}`);
  const { document, confirmations } = (row.snapshot as { context: SigningContext }).context;
  const signed = confirmations.filter(({ way }) => way === 'cms');
  if (signed.length === 0) return [];
  const [bytes, kept] = await Promise.all([documentBytes(database, document.sha256), signaturesOf(database, signing)]);

  const faultOf = async (known: SignatureRow | undefined, cms: string | undefined): Promise<string | undefined> => {
    if (bytes === null || sha256(bytes) !== document.sha256) return 'other-document';
    const found = keptAsNamed(known, { document: document.sha256, cms });
    if (known === undefined || found === 'missing' || found === 'erased') return 'missing';
    if (found === 'another') return 'other-signature';
    const report = await signatures.recheck(bytes, found.evidence, known.receivedAt);
    if (!report.holds) return faultIn(report);
    const { signer } = report;
    return keys.isHash(known.signerHash, 'signer', known.id, signer?.iin ?? '') ? undefined : 'other-signer';
  };

  const faults: SignatureFault[] = [];
  for (const { party, signature } of signed) {
    const fault = await faultOf(kept.get(signature?.id ?? ''), signature?.cms);
    if (fault !== undefined) faults.push({ party, fault });
  }
  return faults;
}

/** The faults of the electronic signatures under the accession statements of an account (2.1.1), as they are stored now. */
export async function faultsOfAccession({ database }: Lives, signatures: SignatureVerifier, account: string): Promise<SignatureFault[]> {
  const faults: SignatureFault[] = [];
  for (const { at, signatureSha256, kept } of (await storedStatements(database, account)).values()) {
    if (kept === null || kept === 'damaged' || kept.signature === undefined) continue;
    const { evidence } = fromText(kept.signature);
    const isNamed = sha256(evidence.cms) === signatureSha256;
    const report = await signatures.recheck(Buffer.from(kept.text), evidence, at);
    if (!isNamed || !report.holds) faults.push({ party: 'customer', fault: isNamed ? faultIn(report) : 'other-signature' });
  }
  return faults;
}
