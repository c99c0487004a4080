/** What goes wrong at real providers, on demand: each fault strikes so many times the numbers that it is meant for. */
export const FAULTS = [
  /** It is taken, and the connection breaks before the answer. */
  'answer-lost',
  /** Nothing is taken, and the connection breaks. */
  'down',
  /** The answer comes after ten seconds. */
  'slow',
  /** The provider will never take it. */
  'refused',
  /** It is taken, and the report says that it did not arrive. */
  'undelivered',
] as const;

export type Fault = (typeof FAULTS)[number];
