import type { Pool } from 'pg';
import { setParameter } from '../stand-ins/sms.ts';

const LIMITS = [
  ...['codesPerNumber', 'codesPerNumberAndAddress', 'codesPerNumberFree', 'smsCodesPerNumber', 'codesPerAddress', 'codesPerAddressMost'],
  ...['failedProofs', 'failedProofsOfNumber', 'failedProofsOfNumberMost', 'failedProofsPerAddress'],
  ...['documentRequestsPerNumber', 'documentRequestsPerAddress'],
];

/** Lifts the limits of authentication except some, for tests about something else: all their callers have one address. */
export async function liftLimits(owner: Pool, ...except: string[]): Promise<void> {
  for (const code of LIMITS.filter((each) => !except.includes(each))) await setParameter(owner, code, 10_000);
}
