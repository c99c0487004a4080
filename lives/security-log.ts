/**
 * The security events of the log (ASVS 5.0 16.2.1, 16.3.1 to 16.3.4): one catalogue of kinds, and one function that writes a line. A line has `security`
 * with the kind, and who, from where and for what, as far as it is known. It contains no personal data: persons, sessions, numbers and networks are keyed
 * hashes, so that lines can be joined and reveal nobody. `docs/operating.md` has the same table, with what to do.
 */
import type { Logger } from 'pino';
import type { Keys } from '../models/keys.ts';
import { currentRequest } from './request-context.ts';

interface Kind {
  /** `warn` for what was refused or weakens something, `error` for what people must look at, `info` for the rest. */
  level: 'info' | 'warn' | 'error';
  /** `each`: every line is an alarm. `many`: many lines of one caller, one network or one number are. */
  alarm?: 'each' | 'many';
  means: string;
}

export const SECURITY_EVENTS = {
  'code-asked': { level: 'info', alarm: 'many', means: 'A code by SMS was asked for: `purpose`, and `about` for the number' },
  'logged-in': {
    level: 'info',
    means: 'A login, or a switch to another account: `how`, whether the device is new, and how many sessions ended',
  },
  'proof-failed': {
    ...{ level: 'warn', alarm: 'many' },
    means: 'A code, password, key of a device, second factor, recovery code or enrolment was wrong, or not valid any more: `way`',
  },
  'guesses-used-up': {
    level: 'warn',
    alarm: 'each',
    means: 'Strangers have used up the guesses of a day: `way`. Now only known devices may try',
  },
  'limit-reached': {
    level: 'warn',
    alarm: 'many',
    means: 'Too many requests or tries: `refusal` says whether a wait or a proof of work was demanded',
  },
  'quota-used': { level: 'warn', alarm: 'many', means: 'An account has used up its `quota`' },
  'session-refused': {
    level: 'info',
    alarm: 'many',
    means: 'A request without a session (`token`: none), or with a token that has ended or never was one',
  },
  'sessions-ended': { level: 'info', means: 'A person ended sessions, also by logging out: how many' },
  'device-authorised': { level: 'info', means: 'A device got a key with which it logs in' },
  'device-revoked': { level: 'info', means: 'A device was revoked, with its key and its sessions' },
  'password-set': { level: 'info', means: 'A password was set or changed. Other sessions and keys ended' },
  'number-change-asked': {
    level: 'info',
    alarm: 'many',
    means: 'A change of a number was asked for without a login: `proof`, and `about` for the old number',
  },
  'number-change-objected': {
    level: 'warn',
    alarm: 'each',
    means: 'The owner of a number, or an account concerned, objected to its change',
  },
  'number-changed': { level: 'warn', means: 'The number of a person was changed. Every session, key and the password ended' },
  'second-factor-begun': { level: 'info', means: 'One of the staff began to set up a second factor with the one-time secret' },
  'second-factor-set': { level: 'warn', means: 'The second factor of one of the staff was set up or replaced' },
  'second-factor-proved': {
    level: 'info',
    means: 'One of the staff proved the second factor: `way` says whether with the app or a recovery code',
  },
  'step-up-needed': { level: 'info', means: 'A command of the staff needs a fresh proof of the second factor' },
  'account-changed': {
    level: 'info',
    means:
      'A user registered an account, or changed who acts for it, its address for notices, its identity or its standing: `operation` says what',
  },
  'access-reported': {
    level: 'warn',
    alarm: 'each',
    means: 'A stranger had access to an account, as its user or the staff report: it is paused (4.1.6)',
  },
  denied: {
    level: 'warn',
    alarm: 'many',
    means: 'A session asked for what it may not do: `refusal` is the code of the answer (401 and 404 have kinds of their own)',
  },
  'not-shown': { level: 'info', alarm: 'many', means: 'A session asked for what does not exist or is hidden from it (404)' },
  'wrong-door': {
    level: 'warn',
    alarm: 'each',
    means: 'A session of the staff at the public door, or of a user at that of the staff; or a login there',
  },
  'second-person-refused': {
    level: 'warn',
    alarm: 'each',
    means: 'One of the staff tried to decide what another person must: `refusal` is the rule',
  },
  'proposal-made': { level: 'info', means: 'One of the staff proposed what a second person decides' },
  'proposal-confirmed': { level: 'warn', means: 'A second person confirmed a proposal: it was carried out' },
  'proposal-refused': { level: 'info', means: 'A second person refused a proposal' },
  'staff-acted': { level: 'info', means: 'One of the staff gave a command, or a decision about a life' },
  'staff-read': {
    level: 'info',
    alarm: 'many',
    means: 'One of the staff read what is of others: with which `reason` (also in the table `staff_reading`)',
  },
  'input-refused': { level: 'info', alarm: 'many', means: 'A request that no client of ours sends: `refusal` is the code of the answer' },
  'webhook-forged': { level: 'warn', alarm: 'each', means: 'A webhook without a right signature, or too old' },
  'webhook-repeated': {
    level: 'info',
    alarm: 'many',
    means: 'A genuine webhook came again: the provider repeats it, or somebody replays it',
  },
  'foreign-call': {
    level: 'error',
    alarm: 'each',
    means: 'A workflow that is not of this life called an activity: somebody reaches Temporal',
  },
  'record-damaged': {
    level: 'error',
    alarm: 'each',
    means: 'The row of a life is not what its last event led to: somebody changed it past the platform',
  },
  'record-contradicted': {
    level: 'error',
    alarm: 'each',
    means: 'A chain contradicts what was anchored: it was cut, rewritten or restored',
  },
  'weak-settings': { level: 'warn', alarm: 'each', means: 'A process started with settings that are for development: which' },
} as const satisfies Record<string, Kind>;

export type SecurityEvent = keyof typeof SECURITY_EVENTS;

/** What a line tells besides who, from where and for what. Words of ours, counts, and names by `nameInLog`. */
export type SecurityDetails = Record<string, string | number | boolean | object | undefined>;

/** Writes the line of a security event. Inside of a request it tells who made it, from where and for what. */
export function logSecurity(log: Logger, event: SecurityEvent, details: SecurityDetails = {}): void {
  log[SECURITY_EVENTS[event].level]({ security: event, ...currentRequest(), ...details }, `security.${event}`);
}

/** How a proof was tried. */
export type Way = 'code' | 'email-code' | 'email-link' | 'password' | 'device-key' | 'second-factor' | 'recovery-code' | 'enrolment';

/** Hex digits. Enough to join lines of a log. */
const LENGTH = 16;

/** How the log names a person, a session, a device, a number or a network: by a keyed hash. */
export const nameInLog = (keys: Keys, kind: 'person' | 'session' | 'device' | 'number' | 'network', value: string): string =>
  keys.hash('log', kind, value).slice(0, LENGTH);
