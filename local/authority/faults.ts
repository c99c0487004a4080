/** Injects the faults of real authorities, each a given number of times. */
export const FAULTS = [
  /** The connection breaks. */
  'ocsp-down',
  'crl-down',
  /** The answer comes after a minute: nobody waits for it so long. */
  'ocsp-slow',
  /** The answer is a redirect to another address of this machine. */
  'ocsp-redirect',
  'crl-redirect',
  /** The answer is about another certificate. */
  'ocsp-other',
  /** The answer is signed by a responder that the issuer has not named. */
  'ocsp-stranger',
  /** The answer was good until yesterday. */
  'ocsp-stale',
  /** The answer has no nonce, or that of another request, as an old one has that is sent again. */
  'ocsp-no-nonce',
  'ocsp-other-nonce',
  /** The responder does not know the certificate. */
  'ocsp-unknown',
  /** The list was to be renewed yesterday. */
  'crl-expired',
  'crl-stranger',
  /** The time stamp is of tomorrow. */
  'time-future',
] as const;

export type Fault = (typeof FAULTS)[number];
