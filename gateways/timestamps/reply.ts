/** Checks the reply of a time stamp authority. */
import { createHash, X509Certificate } from 'node:crypto';
import type { Sequence } from 'asn1js';
import { OctetString } from 'asn1js';
import type { ContentInfo, SignerInfo } from 'pkijs';
import { Certificate, ExtKeyUsage, IssuerAndSerialNumber, PKIStatus, SignedData, TimeStampResp, TSTInfo } from 'pkijs';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
/** The attributes that say with which certificate the authority has signed: by SHA-1, and by another hash. */
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

const refuse = (why: string): never => {
  throw new Error(`the time stamp does not hold: ${why}`);
};

/** The certificates of a PEM file. */
export const certificatesOf = (pem: string): Certificate[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map((each) =>
    Certificate.fromBER(new Uint8Array(new X509Certificate(each).raw)),
  );

export interface Trust {
  /** PEM: the authority's own roots. */
  roots: string;
  /** What the request's nonce was; absent when a kept reply is checked again. */
  nonce?: Buffer;
}

/**
 * The moment at which an authority saw a document: its signature, its chain to a trusted root at that moment, its purpose (RFC 3161, 2.3), the named
 * certificate (RFC 5816), the document's SHA-256 and the nonce all hold. @throws Error otherwise.
 */
export async function timeOf(reply: Uint8Array, document: Uint8Array, { roots, nonce }: Trust): Promise<Date> {
  const { status, timeStampToken } = TimeStampResp.fromBER(new Uint8Array(reply));
  if (status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods)
    throw new Error(
      `the authority refused: status ${status.status} ${(status.statusStrings ?? []).map(({ valueBlock }) => valueBlock.value).join(' ')}`.trim(),
    );
  if (timeStampToken?.contentType !== SIGNED_DATA) return refuse('it holds no signed data');
  const signed = new SignedData({ schema: (timeStampToken as ContentInfo).content });
  const content = signed.encapContentInfo.eContent;
  if (signed.encapContentInfo.eContentType !== TST_INFO || content === undefined) return refuse('it holds no time stamp');
  const info = TSTInfo.fromBER(new Uint8Array(content.getValue()));

  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const imprint = createHash('sha256').update(document).digest();
  if (hashAlgorithm.algorithmId !== SHA256 || !imprint.equals(Buffer.from(hashedMessage.getValue())))
    return refuse('it is about another document');
  if (
    nonce !== undefined &&
    (info.nonce === undefined || !positive(nonce).equals(positive(Buffer.from(info.nonce.valueBlock.valueHexView))))
  )
    return refuse('it answers another request');

  const [signer, ...others] = signed.signerInfos;
  if (signer === undefined || others.length > 0) return refuse('it needs exactly one signature');
  const verified = await signed
    .verify({ signer: 0, checkChain: true, trustedCerts: certificatesOf(roots), data: toBuffer(document), extendedMode: true })
    .catch((error: { message?: string }) => refuse(error.message ?? String(error)));
  if (!verified.signatureVerified || !verified.signerCertificateVerified || !verified.signerCertificate)
    return refuse('its signature or its chain does not hold');
  requirePurpose(verified.signerCertificate);
  requireNamed(signer, verified.signerCertificate);
  return info.genTime;
}

const toBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer as ArrayBuffer;

/** A number's bytes without the zeros before it. */
const positive = (bytes: Buffer): Buffer => bytes.subarray(bytes.findIndex((byte) => byte !== 0));

/** Its certificate is for time stamping and for nothing else, and says so critically. @throws Error otherwise */
export function requirePurpose({ extensions = [] }: Certificate): void {
  const usage = extensions.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  const purposes = usage?.parsedValue instanceof ExtKeyUsage ? usage.parsedValue.keyPurposes : [];
  if (!usage?.critical || purposes.length !== 1 || purposes[0] !== TIME_STAMPING)
    refuse('the certificate is not one for time stamps alone');
}

function requireNamed(signer: SignerInfo, certificate: Certificate): void {
  if (!(signer.sid instanceof IssuerAndSerialNumber)) refuse('the signer is not named by issuer and number');
  if (!isNamed(signer, certificate)) refuse('it does not name the certificate that signed it');
}

/**
 * Do the signed attributes name the certificate by its hash, so that no other certificate of the same key can be put in its place? `null` if they name none.
 */
export function isNamed(signer: Pick<SignerInfo, 'signedAttrs'>, certificate: Certificate): boolean | null {
  const names = (signer.signedAttrs?.attributes ?? []).filter(({ type }) => [SIGNING_CERTIFICATE, SIGNING_CERTIFICATE_V2].includes(type));
  const der = Buffer.from(certificate.toSchema().toBER());
  if (names.length === 0) return null;
  return names.some(({ type, values }) => {
    const [certificates] = (values[0] as Sequence).valueBlock.value as [Sequence];
    const fields = (certificates.valueBlock.value[0] as Sequence).valueBlock.value;
    const hash = fields.find((field) => field instanceof OctetString);
    // Version 2 leaves SHA-256 out; one with another algorithm is not known here.
    const algorithm = type === SIGNING_CERTIFICATE ? 'sha1' : 'sha256';
    return hash !== undefined && createHash(algorithm).update(der).digest().equals(Buffer.from(hash.getValue()));
  });
}
