/** A time stamp (RFC 3161) of a signature, in the CMS of that signature. */
import { ObjectIdentifier } from 'asn1js';
import { TimeStampResp, TSTInfo } from 'pkijs';
import { hashOf } from '../pki/algorithms.ts';
import type { Certificate } from '../pki/certificate.ts';
import { derOf, plain, readDer } from '../pki/der.ts';
import { OID } from '../pki/oids.ts';
import { pathOf } from '../pki/path.ts';
import { CLOCKS } from '../pki/standing.ts';
import { isNamed, requirePurpose } from '../timestamps/reply.ts';
import { refuse } from './faults.ts';
import type { SignedCms } from './signed-data.ts';
import { isAbout, isByItsCertificate, readCms } from './signed-data.ts';

/**
 * The token that came with a signature, if one did. One by the hash of 1995 counts as none: nothing is concluded from it. @throws Refused if there are several
 */
export function tokenOf({ info }: SignedCms): Buffer | null {
  const values = (info.unsignedAttrs?.attributes ?? []).map((each) => each.values[0] as { valueBeforeDecodeView: Uint8Array });
  const [token, another] = values.map((value) => Buffer.from(value.valueBeforeDecodeView)).filter((each) => !isOfOldHash(each));
  return another === undefined ? (token ?? null) : refuse('unexpected-content');
}

/** By the digest algorithms of the signed data in it. */
function isOfOldHash(token: Buffer): boolean {
  const algorithms = readDer(token).children[1]?.children[0]?.children[1];
  return algorithms?.children[0]?.children[0]?.whole.equals(Buffer.from(new ObjectIdentifier({ value: OID.gost95 }).toBER())) ?? false;
}

/** The token of an authority's reply. */
export function tokenIn(reply: Uint8Array): Buffer {
  const { timeStampToken } = TimeStampResp.fromBER(plain(reply));
  if (timeStampToken === undefined) throw new Error('the reply holds no time stamp');
  return derOf(timeStampToken);
}

export interface StampTrust {
  between: Certificate[];
  roots: Certificate[];
  now: Date;
}

/** When an authority saw a signature, and the path of its certificate. @throws Refused */
export function readTimeStamp(token: Uint8Array, signature: Uint8Array, trust: StampTrust): { at: Date; path: Certificate[] } {
  const { at, stamp } = readStamp(token, signature);
  if (at.getTime() > trust.now.getTime() + CLOCKS) refuse('time-stamp-future');
  const path = pathOf(stamp.certificate, { between: [...stamp.others, ...trust.between], roots: trust.roots });
  const isInOffice = path?.every(({ notBefore, notAfter }) => notBefore <= at && at <= notAfter);
  if (path === null || !isInOffice) return refuse('time-stamp-root');
  if (stamp.others.some(({ der }) => !path.some((each) => each.der.equals(der)))) refuse('wrong-time-stamp');
  return { at, path };
}

function readStamp(token: Uint8Array, signature: Uint8Array): { at: Date; stamp: SignedCms } {
  try {
    const stamp = readCms(token);
    const { content, contentType } = stamp;
    if (contentType !== OID.timeStampInfo || content === null || tokenOf(stamp) !== null) return refuse('wrong-time-stamp');
    if (!isAbout(stamp, content) || !isByItsCertificate(stamp) || !isNamed(stamp.info, stamp.certificate.x509))
      return refuse('wrong-time-stamp');
    requirePurpose(stamp.certificate.x509);
    readDer(content);
    const { messageImprint, genTime } = TSTInfo.fromBER(plain(content));
    const imprint = hashOf(messageImprint.hashAlgorithm)?.(signature);
    if (!imprint?.equals(Buffer.from(messageImprint.hashedMessage.valueBlock.valueHexView))) return refuse('wrong-time-stamp');
    return { at: genTime, stamp };
  } catch {
    return refuse('wrong-time-stamp');
  }
}
