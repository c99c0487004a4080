/** A known hole of an installed version. */
export interface Hole {
  /** Its names: GHSA-…, CVE-…, MAL-… */
  ids: string[];
  name: string;
  version: string;
  what: string;
}
