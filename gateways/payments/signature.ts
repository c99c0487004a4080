/** Hooks signed as Standard Webhooks are: HMAC-SHA256 over id, timestamp and body. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a signature covers: the message's id, the seconds since 1970 in digits, and the bytes as they came. */
interface Signed {
  id: string;
  timestamp: string;
  bytes: Buffer;
}

export const signatureOf = (secret: string, { id, timestamp, bytes }: Signed): string =>
  `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(bytes).digest('base64')}`;

/** Is one of the signatures, parted by spaces, genuine, and the timestamp within so many seconds of now? Takes as long for a near miss as for any other. */
export function isGenuine(secret: string, signed: Signed, signatures: string, within: number): boolean {
  const age = Math.abs(Date.now() / 1_000 - Number(signed.timestamp));
  if (!/^\d{1,12}$/.test(signed.timestamp) || age > within) return false;
  const expected = Buffer.from(signatureOf(secret, signed));
  return signatures.split(' ').some((each) => {
    const given = Buffer.from(each);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
