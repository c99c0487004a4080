/** What an authority says of a certificate that it issued. */
export interface Standing {
  /** `null`: not revoked. */
  revokedAt: Date | null;
}

export interface Moments {
  /** The moment for which an answer must count: that of receiving a signature. */
  received: Date;
  now: Date;
}

/** Milliseconds by which clocks may differ. */
export const CLOCKS = 5 * 60_000;

/** @throws if what counts from one day until another was over already, or comes from the future */
export function requireFresh({ from, until }: { from: Date; until: Date }, { received, now }: Moments): void {
  if (from.getTime() > now.getTime() + CLOCKS) throw new Error('it comes from the future');
  if (until.getTime() < received.getTime() - CLOCKS) throw new Error('it is out of date');
}
