/** A CMS (RFC 5652) with one signer, read and checked by itself: without its certificate's worth. */
import type { OctetString } from 'asn1js';
import { ObjectIdentifier } from 'asn1js';
import type { Attribute, SignerInfo } from 'pkijs';
import { ContentInfo, SignedData } from 'pkijs';
import type { Family } from '../pki/algorithms.ts';
import { familyOf, hashOf, holds } from '../pki/algorithms.ts';
import type { Certificate } from '../pki/certificate.ts';
import { readCertificate } from '../pki/certificate.ts';
import type { Der } from '../pki/der.ts';
import { derOf, NotDer, plain, readDer, writeDer } from '../pki/der.ts';
import { OID } from '../pki/oids.ts';
import { isNamed } from '../timestamps/reply.ts';
import { Refused, refuse } from './faults.ts';

/** Bytes. One with a certificate and a time stamp has some thousand. */
const LARGEST = 100_000;
/** A path has three or four. */
const MOST_CERTIFICATES = 6;

export interface SignedCms {
  info: SignerInfo;
  /** `null`: detached. */
  content: Buffer | null;
  contentType: string;
  certificate: Certificate;
  /** Others that came along. */
  others: Certificate[];
  family: Family;
  hash: (bytes: Uint8Array) => Buffer;
  signature: Buffer;
  /** What the signature is over. */
  signedAttributes: Buffer;
}

/** Reads a CMS. @throws Refused */
export function readCms(bytes: Uint8Array): SignedCms {
  if (bytes.length > LARGEST) refuse('too-large');
  try {
    return read(bytes, readDer(bytes));
  } catch (error) {
    if (error instanceof Refused) throw error;
    return refuse(error instanceof NotDer && !error.isCutOff ? 'ambiguous' : 'unreadable');
  }
}

/** The tag of certificates in signed data, and of signed attributes. */
const TAGGED = 0xa0;

function read(bytes: Uint8Array, whole: Der): SignedCms {
  const outer = ContentInfo.fromBER(plain(bytes));
  if (outer.contentType !== OID.signedData) refuse('unreadable');
  const { version, encapContentInfo, signerInfos, digestAlgorithms, crls = [] } = new SignedData({ schema: outer.content });
  const [info, another] = signerInfos;
  if (info === undefined || another !== undefined) return refuse('several-signers');
  if (![1, 3].includes(version) || info.version !== 1 || crls.length > 0) refuse('unexpected-content');

  const [hash, family] = [hashOf(info.digestAlgorithm), familyOf(info.signatureAlgorithm, info.digestAlgorithm.algorithmId)];
  const [digest, otherDigest] = digestAlgorithms;
  if (hash === undefined || family === undefined || digest === undefined || otherDigest !== undefined) return refuse('unknown-algorithm');
  if (!derOf(digest).equals(derOf(info.digestAlgorithm))) refuse('unknown-algorithm');

  // What is compared or signed is taken from the bytes themselves.
  const parts = whole.children[1]?.children[0]?.children ?? [];
  const fields = parts.at(-1)?.children[0]?.children ?? [];
  const came = parts.find(({ tag }) => tag === TAGGED)?.children ?? [];
  if (came.length > MOST_CERTIFICATES) refuse('unexpected-content');
  const certificates = came.map(({ whole }) => readCertificate(whole));
  const [issuer, number] = fields[1]?.children ?? [];
  const certificate = certificates.find(
    (each) => each.issuer === issuer?.whole.toString('hex') && each.serialNumber === number?.content.toString('hex'),
  );
  if (certificate === undefined) return refuse('no-certificate');

  const attributes = fields.find(({ tag }) => tag === TAGGED);
  if (attributes === undefined) return refuse('unexpected-content');
  const signedAttributes = writeDer(0x31, attributes.content);
  // They are signed as a set, and a set has an order.
  readDer(signedAttributes);
  const unsigned = info.unsignedAttrs?.attributes ?? [];
  if (unsigned.some(({ type, values }) => type !== OID.timeStampToken || values.length !== 1)) refuse('unexpected-content');
  return {
    info,
    content: encapContentInfo.eContent === undefined ? null : Buffer.from(encapContentInfo.eContent.getValue()),
    contentType: encapContentInfo.eContentType,
    certificate,
    others: certificates.filter((each) => each !== certificate),
    family,
    hash,
    signature: Buffer.from(info.signature.valueBlock.valueHexView),
    signedAttributes,
  };
}

/** The one value of a signed attribute. */
function signedValue({ info }: SignedCms, type: string): Attribute['values'][number] | undefined {
  const [found, another] = info.signedAttrs?.attributes.filter((each) => each.type === type) ?? [];
  return another === undefined && found?.values.length === 1 ? found.values[0] : undefined;
}

/** Is the content's digest the signed one, and the content's type too? */
export function isAbout(cms: SignedCms, content: Uint8Array): boolean {
  const [type, digest] = [signedValue(cms, OID.contentType), signedValue(cms, OID.messageDigest) as OctetString | undefined];
  if (!(type instanceof ObjectIdentifier) || type.getValue() !== cms.contentType || digest === undefined) return false;
  return cms.hash(content).equals(Buffer.from(digest.valueBlock.valueHexView));
}

/** Does the signature hold by the certificate's key, and name no other certificate? */
export function isByItsCertificate({ info, certificate, signature, signedAttributes }: SignedCms): boolean {
  if (isNamed(info, certificate.x509) === false) return false;
  return holds({
    key: certificate.spki,
    algorithm: info.signatureAlgorithm,
    hash: info.digestAlgorithm.algorithmId,
    data: signedAttributes,
    signature,
  });
}

const UNSIGNED_ATTRIBUTES = 0xa1;

/** The same CMS with a time stamp (CAdES-T) after those that it has. All other bytes stay. */
export function withTimeStamp(cms: Uint8Array, token: Uint8Array): Buffer {
  const [type, explicit] = readDer(cms).children as [Der, Der];
  const parts = explicit.children[0]?.children ?? [];
  const infos = parts.at(-1) as Der;
  const fields = infos.children[0]?.children ?? [];
  const unsigned = fields.find(({ tag }) => tag === UNSIGNED_ATTRIBUTES);
  const attribute = writeDer(0x30, Buffer.from(new ObjectIdentifier({ value: OID.timeStampToken }).toBER()), writeDer(0x31, token));
  const stamped = writeDer(UNSIGNED_ATTRIBUTES, unsigned?.content ?? Buffer.of(), attribute);
  const info = writeDer(0x30, ...fields.filter((each) => each !== unsigned).map(({ whole }) => whole), stamped);
  const data = writeDer(0x30, ...parts.slice(0, -1).map(({ whole }) => whole), writeDer(infos.tag, info));
  return writeDer(0x30, type.whole, writeDer(explicit.tag, data));
}
