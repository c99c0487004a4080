/** What a certificate (RFC 5280) says. */
import { createHash } from 'node:crypto';
import type { AttributeTypeAndValue, Extension } from 'pkijs';
import { BasicConstraints, CRLDistributionPoints, ExtKeyUsage, InfoAccess, Certificate as X509 } from 'pkijs';
import { holds } from './algorithms.ts';
import type { Der } from './der.ts';
import { plain, readDer } from './der.ts';
import { OID } from './oids.ts';

export interface Certificate {
  der: Buffer;
  x509: X509;
  /** The names as they are written: two names are one if their bytes are. */
  subject: string;
  issuer: string;
  /** The public key (SubjectPublicKeyInfo). */
  spki: Buffer;
  /** Lower-case hex. */
  serialNumber: string;
  notBefore: Date;
  notAfter: Date;
}

/** @throws if it is no certificate of version 3 in strict DER */
export function readCertificate(der: Uint8Array): Certificate {
  const [tbs, algorithm] = readDer(der).children;
  const x509 = X509.fromBER(plain(der));
  const [version, serialNumber, sameAlgorithm, issuer, , subject, spki] = (tbs as Der).children as [Der, Der, Der, Der, Der, Der, Der];
  if (version.tag !== 0xa0 || !algorithm?.whole.equals(sameAlgorithm.whole))
    throw new Error('it is of another version, or names two algorithms');
  return {
    der: Buffer.from(der),
    x509,
    subject: subject.whole.toString('hex'),
    issuer: issuer.whole.toString('hex'),
    spki: spki.whole,
    serialNumber: serialNumber.content.toString('hex'),
    notBefore: x509.notBefore.value,
    notAfter: x509.notAfter.value,
  };
}

/** The certificates of a PEM file. @throws if it has none, or one that cannot be read */
export function readPem(text: string): Certificate[] {
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g)];
  if (blocks.length === 0) throw new Error('there is no certificate in PEM');
  return blocks.map(([, base64 = '']) => readCertificate(Buffer.from(base64, 'base64')));
}

export const fingerprintOf = ({ der }: Certificate): string => createHash('sha256').update(der).digest('hex');

export const isSelfIssued = ({ subject, issuer }: Certificate): boolean => subject === issuer;

export const isSigned = (certificate: Certificate, by: Certificate): boolean =>
  holds({
    key: by.spki,
    algorithm: certificate.x509.signatureAlgorithm,
    data: new Uint8Array(certificate.x509.tbsView),
    signature: certificate.x509.signatureValue.valueBlock.valueHexView,
  });

export const extensionOf = ({ x509 }: Certificate, type: string): Extension | undefined =>
  x509.extensions?.find(({ extnID }) => extnID === type);

/** The bits of the key usage by their numbers in RFC 5280 (4.2.1.3). */
export const USAGE = { digitalSignature: 0, nonRepudiation: 1, keyCertSign: 5, cRLSign: 6 } as const;

/** `undefined` if the certificate names no usage. */
export function allows(certificate: Certificate, usage: keyof typeof USAGE): boolean | undefined {
  const extension = extensionOf(certificate, OID.keyUsage);
  if (extension === undefined) return undefined;
  const [, first = 0] = readDer(Buffer.from(extension.extnValue.valueBlock.valueHexView)).content;
  return (first & (0x80 >> USAGE[usage])) !== 0;
}

/** The extended key usages; `undefined` if the certificate names none. */
export function purposesOf(certificate: Certificate): string[] | undefined {
  const value = extensionOf(certificate, OID.extendedKeyUsage)?.parsedValue;
  return value instanceof ExtKeyUsage ? value.keyPurposes : undefined;
}

/** May it sign certificates, with so many authorities below it? */
export function isAuthority(certificate: Certificate, below: number): boolean {
  const constraints = extensionOf(certificate, OID.basicConstraints)?.parsedValue;
  if (!(constraints instanceof BasicConstraints) || !constraints.cA || !allows(certificate, 'keyCertSign')) return false;
  const { pathLenConstraint: most } = constraints;
  return most === undefined || (typeof most === 'number' && most >= below);
}

const UNDERSTOOD: string[] = [OID.basicConstraints, OID.keyUsage, OID.extendedKeyUsage, OID.policies];

/** Has it something critical that is not looked at here? */
export const isNotUnderstood = ({ x509 }: Certificate): boolean =>
  (x509.extensions ?? []).some(({ critical, extnID }) => critical && !UNDERSTOOD.includes(extnID));

/** The addresses of its OCSP responders. */
export function responders(certificate: Certificate): string[] {
  const access = extensionOf(certificate, OID.authorityAccess)?.parsedValue;
  if (!(access instanceof InfoAccess)) return [];
  return access.accessDescriptions.flatMap(({ accessMethod, accessLocation }) =>
    accessMethod === OID.ocsp && accessLocation.type === 6 ? [String(accessLocation.value)] : [],
  );
}

/** The addresses of the lists in which it would stand if it was revoked. */
export function revocationLists(certificate: Certificate): string[] {
  const points = extensionOf(certificate, OID.revocationLists)?.parsedValue;
  if (!(points instanceof CRLDistributionPoints)) return [];
  return points.distributionPoints.flatMap(({ distributionPoint }) =>
    Array.isArray(distributionPoint) ? distributionPoint.flatMap(({ type, value }) => (type === 6 ? [String(value)] : [])) : [],
  );
}

const textOf = ({ value }: AttributeTypeAndValue): string => String(value.valueBlock.value);

const subjectTexts = ({ x509 }: Certificate, type: string): string[] =>
  x509.subject.typesAndValues.filter((each) => each.type === type).map(textOf);

const commonNameOf = (names: AttributeTypeAndValue[]): string => {
  const found = names.find(({ type }) => type === OID.commonName);
  return found === undefined ? '' : textOf(found);
};

/** The owner as Kazakhstan's certificates name one: `IIN…` as serial number, `BIN…` in a unit. */
export function ownerOf(certificate: Certificate): {
  iin: string | null;
  bin: string | null;
  commonName: string;
  organisation: string | null;
  issuer: string;
} {
  const [iin] = subjectTexts(certificate, OID.serialNumber).flatMap((text) => /^IIN(\d{12})$/.exec(text)?.[1] ?? []);
  const [bin] = subjectTexts(certificate, OID.unit).flatMap((text) => /^BIN(\d{12})$/.exec(text)?.[1] ?? []);
  return {
    iin: iin ?? null,
    bin: bin ?? null,
    commonName: commonNameOf(certificate.x509.subject.typesAndValues),
    organisation: subjectTexts(certificate, OID.organisation)[0] ?? null,
    issuer: commonNameOf(certificate.x509.issuer.typesAndValues),
  };
}

/** The bits of its public key, as OCSP hashes them. */
export const keyBits = ({ spki }: Certificate): Buffer => (readDer(spki).children[1] as Der).content.subarray(1);
