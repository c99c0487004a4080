/** Reading a list of revoked certificates (CRL, RFC 5280, 5). */
import { CertificateRevocationList } from 'pkijs';
import { holds } from './algorithms.ts';
import type { Certificate } from './certificate.ts';
import { allows } from './certificate.ts';
import type { Der } from './der.ts';
import { plain, readDer } from './der.ts';
import type { Moments, Standing } from './standing.ts';
import { requireFresh } from './standing.ts';

/** What a list says of a certificate. @throws if it says nothing that can be relied upon */
export function readCrl(
  list: Uint8Array,
  { certificate, issuer, ...moments }: { certificate: Certificate; issuer: Certificate } & Moments,
): Standing {
  const [tbs, algorithm] = readDer(list).children as [Der, Der];
  const crl = CertificateRevocationList.fromBER(plain(list));
  const { thisUpdate, nextUpdate, revokedCertificates = [], crlExtensions } = crl;
  const [version, sameAlgorithm, name] = tbs.children;
  if (version?.tag !== 0x02 || name?.whole.toString('hex') !== issuer.subject || !allows(issuer, 'cRLSign')) throw new Error('it is of another issuer');
  const isSound = holds({
    key: issuer.spki,
    algorithm: crl.signatureAlgorithm,
    data: new Uint8Array(crl.tbsView),
    signature: crl.signatureValue.valueBlock.valueHexView,
  });
  if (!isSound || !sameAlgorithm?.whole.equals(algorithm.whole)) throw new Error('its signature does not hold');
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
