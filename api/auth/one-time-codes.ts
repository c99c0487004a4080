/** One-time codes by an authenticator app (RFC 6238), and the key that app and platform share. */
import { Secret, TOTP } from 'otpauth';

/** Seconds of one step. Every authenticator app knows this length, six digits and SHA-1; not every one knows another. */
const PERIOD = 30;
/** A clock may be one step wrong, and a code takes time to type. */
const DRIFT = 1;

const codesOf = (key: string, label = ''): TOTP =>
  new TOTP({ issuer: 'AkJet', label, algorithm: 'SHA1', digits: 6, period: PERIOD, secret: Secret.fromBase32(key) });

/** A new key of 160 random bits (RFC 4226, section 4), in base32. */
export const newFactorKey = (): string => new Secret({ size: 20 }).base32;

/** The address that an authenticator app reads as a QR code. */
export const factorUri = (key: string, label: string): string => codesOf(key, label).toString();

/** The step of a right code; undefined for a wrong one. */
export function stepOfCode(key: string, code: string, at = Date.now()): number | undefined {
  const delta = codesOf(key).validate({ token: code, timestamp: at, window: DRIFT });
  return delta === null ? undefined : Math.floor(at / 1000 / PERIOD) + delta;
}

/** The code of a moment, as the app shows it: for tests and for sample users. */
export const codeAt = (key: string, at = Date.now()): string => codesOf(key).generate({ timestamp: at });
