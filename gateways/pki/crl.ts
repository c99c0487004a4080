/** Reading a list of revoked certificates (CRL, RFC 5280, 5). */
import { CertificateRevocationList } from 'pkijs';
import { holds } from './algorithms.ts';
import type { Certificate } from './certificate.ts';
import { allows } from './certificate.ts';
import { derOf, plain, readDer } from './der.ts';
import type { Moments, Standing } from './standing.ts';
import { requireFresh } from './standing.ts';

/** What a list says of a certificate. @throws if it says nothing that can be relied upon */
export function readCrl(
  list: Uint8Array,
  { certificate, issuer, ...moments }: { certificate: Certificate; issuer: Certificate } & Moments,
): Standing {
  readDer(list);
  const crl = CertificateRevocationList.fromBER(plain(list));
  const { thisUpdate, nextUpdate, revokedCertificates = [], crlExtensions } = crl;
  if (derOf(crl.issuer).toString('hex') !== issuer.subject || !allows(issuer, 'cRLSign')) throw new Error('it is of another issuer');
  const isSound = holds({
    key: issuer.x509.subjectPublicKeyInfo,
    algorithm: crl.signatureAlgorithm,
    data: new Uint8Array(crl.tbsView),
    signature: crl.signatureValue.valueBlock.valueHexView,
  });
  if (!isSound || !derOf(crl.signature).equals(derOf(crl.signatureAlgorithm))) throw new Error('its signature does not hold');
  if (nextUpdate === undefined) throw new Error('it has no term');
  requireFresh({ from: thisUpdate.value, until: nextUpdate.value }, moments);
  // A list forgets the certificates whose days are over.
  if (thisUpdate.value > certificate.notAfter) throw new Error('it is later than the certificate');
  // A part of a list, or a list for some certificates, is marked so.
  if (crlExtensions?.extensions.some(({ critical }) => critical)) throw new Error('it is not the whole list');
  const entry = revokedCertificates.find(
    ({ userCertificate }) => Buffer.from(userCertificate.valueBlock.valueHexView).toString('hex') === certificate.serialNumber,
  );
  if (entry?.crlEntryExtensions?.extensions.some(({ critical }) => critical)) throw new Error('its entry is not understood');
  return { revokedAt: entry?.revocationDate.value ?? null };
}
