/** Which responses of the API are security events of the log. Their kinds and what they mean: `lives/security-log.ts`. */
import type { AccountEvent } from '../charts/account/types.ts';
import type { SecurityDetails, SecurityEvent } from '../lives/security-log.ts';
import type { Problem, ProblemCode } from './errors.ts';
import type { Route } from './route.ts';
import type { Session } from './session.ts';

/**
 * By the problem that is answered; null for what is no matter of security: a rule or a state of the deal, or a fault of ours, which has a line of its
 * own. A problem that is not listed does not compile.
 */
const OF_PROBLEMS: Record<ProblemCode, SecurityEvent | null> = {
  'malformed-json': 'input-refused',
  'invalid-input': 'input-refused',
  'reason-needed': 'denied',
  'key-missing': 'input-refused',
  unauthenticated: 'session-refused',
  'proof-refused': 'proof-failed',
  'wrong-party': 'denied',
  'role-missing': 'denied',
  'signature-needed': 'denied',
  'signature-refused': 'proof-failed',
  'electronic-signature-refused': 'proof-failed',
  'paper-refused': 'input-refused',
  'file-refused': 'input-refused',
  'upload-elsewhere': null,
  'link-over': 'denied',
  'range-outside': null,
  'egov-refused': 'proof-failed',
  'account-needed': 'denied',
  'wrong-door': 'wrong-door',
  'second-factor-needed': 'denied',
  'step-up-needed': 'step-up-needed',
  'account-terminated': 'denied',
  'account-suspended': 'denied',
  'commands-paused': 'denied',
  'offer-not-accepted': 'denied',
  'offer-not-shown': 'denied',
  'offer-declined': 'denied',
  'identity-displaced': 'denied',
  'identity-unproved': 'denied',
  'hook-refused': 'webhook-forged',
  'not-found': 'not-shown',
  'not-anchored': null,
  erased: null,
  'stream-forgotten': null,
  'too-many-streams': 'quota-used',
  'method-not-allowed': 'input-refused',
  'not-in-this-state': null,
  'body-too-large': 'input-refused',
  'unsupported-media-type': 'input-refused',
  'rule-refused': null,
  'requisites-missing': null,
  'qualification-missing': null,
  'invoices-overdue': null,
  'key-reused': 'input-refused',
  'too-many-requests': 'limit-reached',
  'statement-too-long': null,
  'quota-used': 'quota-used',
  'proof-of-work-needed': 'limit-reached',
  internal: null,
  'code-not-sent': null,
  'signature-service-away': null,
  'qr-service-away': null,
  // The damage itself has a line, once (`lives/damage.ts`).
  'record-damaged': null,
  unavailable: null,
};

/** Rules that keep one of the staff from deciding alone, or about themselves. */
const SECOND_PERSON_RULES = [
  ...['secondPersonDecides', 'bothAreInOffice', 'accountIsOfAnother', 'personIsOfAnother', 'administratorsDecide'],
  ...['anotherPays', 'isNotOneself', 'raisedByAnother', 'confirmedByAnother'],
];

/** What a refusal writes into the log, if anything. An unknown path without a session has its line of the request alone. */
export function eventOfProblem(
  { code, more, forLog }: Problem,
  hasCaller: boolean,
): { event: SecurityEvent; details: SecurityDetails } | undefined {
  const rule = typeof more.rule === 'string' ? more.rule : '';
  if (SECOND_PERSON_RULES.includes(rule)) return { event: 'second-person-refused', details: { refusal: rule } };
  if (rule === 'emailCodeIsRight') return { event: 'proof-failed', details: { way: 'email-code' } };
  const event = OF_PROBLEMS[code];
  if (event === null || (event === 'not-shown' && !hasCaller)) return undefined;
  const quota = typeof more.quota === 'string' ? more.quota : undefined;
  return { event, details: { refusal: code, ...(quota !== undefined && { quota }), ...forLog } };
}

/** What a success writes into the log, if anything: what its route says, or that one of the staff acted. */
export function eventOfSuccess(
  { security, method, beforeFactor }: Route,
  { kind }: Session,
  isPreview: boolean,
): SecurityEvent | undefined {
  if (isPreview) return undefined;
  if (security !== undefined) return security;
  return kind === 'staff' && method !== 'get' && !beforeFactor ? 'staff-acted' : undefined;
}

/** What happens to a person's access, by the event that records it (`api/auth/audit.ts`). */
export const OF_ACCESS = {
  loggedIn: 'logged-in',
  loggedOut: 'sessions-ended',
  deviceAuthorised: 'device-authorised',
  deviceRevoked: 'device-revoked',
  passwordSet: 'password-set',
  secondFactorSet: 'second-factor-set',
  lockedOut: 'guesses-used-up',
  secondFactorGuessed: 'guesses-used-up',
} as const satisfies Partial<Record<AccountEvent['type'], SecurityEvent>>;
