/** Asking whether a certificate is revoked, one at a time (OCSP, RFC 6960). */
import { createHash } from 'node:crypto';
import type { Constructed, GeneralizedTime } from 'asn1js';
import { ObjectIdentifier, OctetString } from 'asn1js';
import type { CertID, SingleResponse } from 'pkijs';
import { BasicOCSPResponse, OCSPResponse, RelativeDistinguishedNames } from 'pkijs';
import { holds } from './algorithms.ts';
import type { Certificate } from './certificate.ts';
import { isSigned, keyBits, purposesOf, readCertificate } from './certificate.ts';
import { derOf, plain, readDer, writeDer } from './der.ts';
import { OID } from './oids.ts';
import type { Moments, Standing } from './standing.ts';
import { CLOCKS, requireFresh } from './standing.ts';

/** The only hash that every responder knows for naming a certificate. No security hangs on it: an answer is about a number, and signed by the issuer. */
const ID_HASH = '1.3.14.3.2.26';
/** Milliseconds for which an answer without a term counts. */
const TERM = 10 * 60_000;

const oid = (value: string): Buffer => Buffer.from(new ObjectIdentifier({ value }).toBER());
const octets = (bytes: Uint8Array): Buffer => writeDer(0x04, bytes);
const sha1 = (bytes: Uint8Array): Buffer => createHash('sha1').update(bytes).digest();

export function ocspRequest(certificate: Certificate, issuer: Certificate, nonce: Uint8Array): Buffer {
  const { name, key } = idsOf(issuer);
  const algorithm = writeDer(0x30, oid(ID_HASH), Buffer.of(0x05, 0x00));
  const id = writeDer(0x30, algorithm, octets(name), octets(key), writeDer(0x02, Buffer.from(certificate.serialNumber, 'hex')));
  const extension = writeDer(0x30, oid(OID.ocspNonce), octets(octets(nonce)));
  return writeDer(0x30, writeDer(0x30, writeDer(0x30, writeDer(0x30, id)), writeDer(0xa2, writeDer(0x30, extension))));
}

const idsOf = (issuer: Certificate) => ({ name: sha1(Buffer.from(issuer.subject, 'hex')), key: sha1(keyBits(issuer)) });

export interface OcspQuestion extends Moments {
  certificate: Certificate;
  issuer: Certificate;
  /** That of the request; absent when a kept answer is checked again. */
  nonce?: Uint8Array | undefined;
}

/** What an answer says of a certificate. @throws if it says nothing that can be relied upon */
export function readOcsp(answer: Uint8Array, question: OcspQuestion): Standing {
  readDer(answer);
  const response = OCSPResponse.fromBER(plain(answer));
  const { responseBytes } = response;
  if (response.responseStatus.valueBlock.valueDec !== 0 || responseBytes?.responseType !== OID.ocspBasic)
    throw new Error('it is no answer');
  const inner = responseBytes.response.valueBlock.valueHexView;
  readDer(inner);
  const basic = BasicOCSPResponse.fromBER(plain(inner));
  requireSigned(basic, question.issuer, question);
  requireNonce(basic, question.nonce);
  const [single, another] = basic.tbsResponseData.responses;
  if (single === undefined || another !== undefined || !isAbout(single.certID, question))
    throw new Error('it is about another certificate');
  return standingOf(single, question);
}

function isAbout({ hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber }: CertID, { certificate, issuer }: OcspQuestion): boolean {
  const { name, key } = idsOf(issuer);
  const isSame = (octetString: OctetString, bytes: Buffer) => bytes.equals(Buffer.from(octetString.valueBlock.valueHexView));
  const number = Buffer.from(serialNumber.valueBlock.valueHexView).toString('hex');
  const isIssuer = hashAlgorithm.algorithmId === ID_HASH && isSame(issuerNameHash, name) && isSame(issuerKeyHash, key);
  return isIssuer && number === certificate.serialNumber;
}

function requireNonce({ tbsResponseData: { responseExtensions = [] } }: BasicOCSPResponse, nonce: Uint8Array | undefined): void {
  if (nonce === undefined) return;
  const found = responseExtensions.find(({ extnID }) => extnID === OID.ocspNonce);
  if (!octets(nonce).equals(Buffer.from(found?.extnValue.valueBlock.valueHexView ?? []))) throw new Error('it answers another request');
}

/** Signed by the issuer itself, or by a responder to whom the issuer has given a certificate for that alone (4.2.2.2). */
function requireSigned(basic: BasicOCSPResponse, issuer: Certificate, { now }: Moments): void {
  const [came, another] = (basic.certs ?? []).map((each) => readCertificate(derOf(each)));
  if (another !== undefined) throw new Error('it has too many certificates');
  const signer = came ?? issuer;
  if (!signer.der.equals(issuer.der)) requireDelegated(signer, issuer, basic.tbsResponseData.producedAt, now);
  requireBy(basic, signer);
}

function requireDelegated(responder: Certificate, issuer: Certificate, at: Date, now: Date): void {
  const isInOffice = responder.notBefore <= at && at <= responder.notAfter && at.getTime() <= now.getTime() + CLOCKS;
  const isNamed = purposesOf(responder)?.includes(OID.ocspSigning) && responder.issuer === issuer.subject && isSigned(responder, issuer);
  if (!isInOffice || !isNamed) throw new Error('its responder is a stranger');
}

function requireBy({ tbsResponseData, signatureAlgorithm, signature }: BasicOCSPResponse, by: Certificate): void {
  const { responderID } = tbsResponseData;
  const isNamed =
    responderID instanceof RelativeDistinguishedNames
      ? derOf(responderID).toString('hex') === by.subject
      : responderID instanceof OctetString && sha1(keyBits(by)).equals(Buffer.from(responderID.valueBlock.valueHexView));
  const isSound = holds({
    key: by.spki,
    algorithm: signatureAlgorithm,
    data: new Uint8Array(tbsResponseData.tbsView),
    signature: signature.valueBlock.valueHexView,
  });
  if (!isNamed || !isSound) throw new Error('its signature does not hold');
}

const [GOOD, REVOKED] = [0, 1];

function standingOf({ certStatus, thisUpdate, nextUpdate }: SingleResponse, moments: Moments): Standing {
  requireFresh({ from: thisUpdate, until: nextUpdate ?? new Date(thisUpdate.getTime() + TERM) }, moments);
  const { tagNumber } = (certStatus as Constructed).idBlock;
  if (tagNumber === GOOD) return { revokedAt: null };
  if (tagNumber !== REVOKED) throw new Error('the responder does not know the certificate');
  const [time] = (certStatus as Constructed).valueBlock.value as [GeneralizedTime];
  return { revokedAt: time.toDate() };
}
