/** Reading a list of revoked certificates (CRL, RFC 5280, 5). Read in place, because lists of national authorities have megabytes. */
import { AlgorithmIdentifier } from 'pkijs';
import { holds } from './algorithms.ts';
import type { Certificate } from './certificate.ts';
import { allows } from './certificate.ts';
import type { Der } from './der.ts';
import { plain, readDer, readEach, timeIn } from './der.ts';
import type { Moments, Standing } from './standing.ts';
import { requireFresh } from './standing.ts';

type Value = Omit<Der, 'children'>;
const [SEQUENCE, EXTENSIONS] = [0x30, 0xa0];
const valuesIn = (value: Value | undefined): Value[] => [...readEach(value?.content ?? Buffer.of())];

/** What a list says of a certificate. @throws if it says nothing that can be relied upon */
export function readCrl(
  list: Buffer,
  { certificate, issuer, ...moments }: { certificate: Certificate; issuer: Certificate } & Moments,
): Standing {
  const [whole, another] = readEach(list);
  const [tbs, algorithm, signature, more] = valuesIn(whole);
  if (!tbs || !algorithm || !signature || whole?.tag !== SEQUENCE || another || more) throw new Error('it is no list');
  requireSigned({ tbs, algorithm, signature }, issuer);

  const [version, sameAlgorithm, name, from, until, ...parts] = valuesIn(tbs);
  if (version?.tag !== 0x02 || !sameAlgorithm?.whole.equals(algorithm.whole))
    throw new Error('it is of another version, or names two algorithms');
  if (name?.whole.toString('hex') !== issuer.subject || !allows(issuer, 'cRLSign')) throw new Error('it is of another issuer');
  if (!from || !until) throw new Error('it has no term');
  const made = timeIn(from);
  requireFresh({ from: made, until: timeIn(until) }, moments);
  // A list forgets the certificates whose days are over.
  if (made > certificate.notAfter) throw new Error('it is later than the certificate');
  // A part of a list, or a list for some certificates, is marked so.
  const extensions = parts.find(({ tag }) => tag === EXTENSIONS);
  if (extensions && hasCritical(readDer(extensions.whole).children[0])) throw new Error('it is not the whole list');
  return {
    revokedAt: entryOf(
      parts.find(({ tag }) => tag === SEQUENCE),
      certificate.serialNumber,
    ),
  };
}

function requireSigned({ tbs, algorithm, signature }: Record<'tbs' | 'algorithm' | 'signature', Value>, issuer: Certificate): void {
  const signed = {
    key: issuer.spki,
    algorithm: AlgorithmIdentifier.fromBER(plain(algorithm.whole)),
    data: tbs.whole,
    signature: readDer(signature.whole).content.subarray(1),
  };
  if (signature.tag !== 0x03 || !holds(signed)) throw new Error('its signature does not hold');
}

const BOOLEAN = 0x01;
const hasCritical = (extensions: Der | undefined): boolean =>
  (extensions?.children ?? []).some(({ children: [, second] }) => second?.tag === BOOLEAN);

/** When a certificate was revoked, if it stands in the list. */
function entryOf(entries: Value | undefined, serialNumber: string): Date | null {
  const number = Buffer.from(serialNumber, 'hex');
  // Hardly a certificate is in the list: then its number is nowhere in the bytes.
  if (!entries?.content.includes(number)) return null;
  for (const entry of readEach(entries.content)) {
    const [found] = readEach(entry.content);
    if (!found?.content.equals(number)) continue;
    const [, date, extensions] = readDer(entry.whole).children;
    if (date === undefined || hasCritical(extensions)) throw new Error('its entry is not understood');
    return timeIn(date);
  }
  return null;
}
