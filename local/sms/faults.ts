/** Injects the faults of real providers: each fault applies a given number of times to matching numbers. */
export const FAULTS = [
  /** The message is accepted, and the connection breaks before the answer. */
  'answer-lost',
  /** The connection breaks, and nothing is accepted. */
  'down',
  /** The answer comes after ten seconds. */
  'slow',
  /** The provider refuses it for good. */
  'refused',
  /** It is accepted, and the report says that it did not arrive. */
  'undelivered',
] as const;

export type Fault = (typeof FAULTS)[number];
