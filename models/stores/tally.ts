/** What the function `tally` of the database answers about one limit. */
export interface Tally {
  count: number;
  /** Seconds since the last. Null if there is none. */
  since: number | null;
  /** Seconds until fewer than the bound are within the time: the free ones, and the most. */
  easesIn: number | null;
  opensIn: number | null;
}
