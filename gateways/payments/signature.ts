/** Signatures of Standard Webhooks: HMAC-SHA256 over id, timestamp and body. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** The signed content: the message's id, the Unix time in seconds, and the raw body. */
interface Signed {
  id: string;
  timestamp: string;
  bytes: Buffer;
}

export const signatureOf = (secret: string, { id, timestamp, bytes }: Signed): string =>
  `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(bytes).digest('base64')}`;

/** True if one of the space-separated signatures is valid and the timestamp is close enough to now. Compares in constant time. */
export function isGenuine(secret: string, signed: Signed, signatures: string, within: number): boolean {
  const age = Math.abs(Date.now() / 1_000 - Number(signed.timestamp));
  if (!/^\d{1,12}$/.test(signed.timestamp) || age > within) return false;
  const expected = Buffer.from(signatureOf(secret, signed));
  return signatures.split(' ').some((each) => {
    const given = Buffer.from(each);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
