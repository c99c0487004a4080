/** Injects the faults of real authorities, each a given number of times. */
export const FAULTS = [
  /** The connection breaks. */
  'down',
  /** The answer comes after a minute: nobody waits for it so long. */
  'slow',
  /** The authority refuses the request: status 2 of RFC 3161. */
  'refused',
  /** The reply has the nonce of another request. */
  'wrong-nonce',
  /** The reply is about another document. */
  'wrong-document',
  /** The reply is signed by an authority that nobody trusts. */
  'stranger',
] as const;

export type Fault = (typeof FAULTS)[number];
