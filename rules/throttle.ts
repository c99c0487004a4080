/**
 * What a further try costs, after how many have failed or were made. Each limit has two bounds: beyond `free` a try waits or carries a proof of work,
 * from `most` on it is refused.
 */

export interface Counted {
  /** How many were counted. */
  count: number;
  /** So many are free; with 0, waiting does not help either. */
  free: number;
  /** So many are allowed at all. */
  most?: number;
  /** Seconds until fewer than `free`, and until fewer than `most`, are counted. Null if they are now. */
  easesIn: number | null;
  opensIn: number | null;
}

export type Throttle =
  | { kind: 'free' }
  /** The work that the try must carry (leading zero bits), or the seconds to wait instead, if waiting helps. */
  | { kind: 'work'; bits: number; wait: number | undefined }
  /** No work helps. Seconds to wait. */
  | { kind: 'closed'; wait: number };

/** Twice the count costs four times the work: two bits more. */
const BITS_FOR_TWICE = 2;

/** Decides about one try that several limits count. The strictest one decides. */
export function throttleOf(limits: readonly Counted[], { leastBits, mostBits }: { leastBits: number; mostBits: number }): Throttle {
  const full = limits.filter(({ count, most, opensIn }) => most !== undefined && count >= most && (opensIn ?? 0) > 0);
  if (full.length > 0) return { kind: 'closed', wait: Math.max(...full.map(({ opensIn }) => opensIn ?? 0)) };
  const over = limits.filter(({ count, free, easesIn }) => count >= free && (free === 0 || (easesIn ?? 0) > 0));
  if (over.length === 0) return { kind: 'free' };
  const steps = Math.max(...over.map(({ count, free }) => Math.floor(BITS_FOR_TWICE * Math.log2(count / Math.max(free, 1)))));
  return {
    kind: 'work',
    bits: Math.min(mostBits, leastBits + Math.max(steps, 0)),
    wait: over.some(({ free }) => free === 0) ? undefined : Math.max(...over.map(({ easesIn }) => easesIn ?? 0)),
  };
}

/** The seconds after the last failure in which the same caller waits: `first`, and twice as long with each further failure. */
export const pauseAfter = (failures: number, { free, first, longest }: { free: number; first: number; longest: number }): number =>
  failures < free ? 0 : Math.min(longest, first * 2 ** Math.min(failures - free, 30));
