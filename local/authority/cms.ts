/** Signs a document as NCALayer does: a detached CMS with the signer's certificate, the content's type, the time of signing and the digest. */
import { readCertificate } from '../../gateways/pki/certificate.ts';
import { readDer } from '../../gateways/pki/der.ts';
import { OID } from '../../gateways/pki/oids.ts';
import { integer, octets, oid, sequence, set, tagged, time } from './asn1.ts';
import type { Key } from './keys.ts';

export interface Credential {
  /** DER. */
  certificate: Buffer;
  key: Key;
}

export function signDetached(document: Uint8Array, { certificate, key }: Credential, at = new Date()): Buffer {
  const attribute = (type: string, value: Buffer) => sequence(oid(type), set(value));
  const attributes = set(
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.signingTime, time(at)),
    attribute(OID.messageDigest, octets(key.hash(document))),
  );
  const { issuer, serialNumber } = readCertificate(certificate);
  const signer = sequence(
    integer(1),
    sequence(Buffer.from(issuer, 'hex'), integer(Buffer.from(serialNumber, 'hex'))),
    key.digest,
    tagged(0, readDer(attributes).content),
    key.signature,
    octets(key.sign(attributes)),
  );
  const signed = sequence(integer(1), set(key.digest), sequence(oid(OID.data)), tagged(0, certificate), set(signer));
  return sequence(oid(OID.signedData), tagged(0, signed));
}
