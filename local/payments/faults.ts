/** Injects the faults of real providers: each fault applies a given number of times to matching ids. */
export const FAULTS = [
  /** The request is carried out, and the connection breaks before the answer. */
  'answer-lost',
  /** The connection breaks, and nothing is carried out. */
  'down',
  /** The answer comes after ten seconds. */
  'slow',
  /** The provider refuses it: 422. */
  'refused',
  /** The payer's bank declines, whatever the payer chooses. */
  'declined',
  'payout-refused',
  /** The bank refuses the payout, because the account is closed. */
  'payout-account-closed',
  /** The bank does not decide on the payout until a `become` request. */
  'payout-slow',
  'hook-lost',
  'hook-doubled',
  'hook-overtaken',
] as const;

export type Fault = (typeof FAULTS)[number];

interface Wanted<Name> {
  fault: Name;
  /** A part of the matching ids: the payment's or payout's life. */
  about: string;
  times: number;
}

export interface Faults<Name = Fault> {
  wish(wanted: Wanted<Name>): void;
  /** Uses up one application of a fault, if one matches this id. */
  strikes(fault: Name, id: string): boolean;
}

export function openFaults<Name = Fault>(): Faults<Name> {
  const wishes: Wanted<Name>[] = [];
  return {
    wish: (wanted) => void wishes.push({ ...wanted }),
    strikes(fault, id) {
      const wish = wishes.find((each) => each.fault === fault && each.times > 0 && id.includes(each.about));
      if (wish === undefined) return false;
      wish.times -= 1;
      return true;
    },
  };
}
