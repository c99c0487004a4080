/** What goes wrong at real providers, on demand: each fault strikes so many times the ids that it is meant for. */
export const FAULTS = [
  /** It is done, and the connection breaks before the answer. */
  'answer-lost',
  /** Nothing is done, and the connection breaks. */
  'down',
  /** The answer comes after ten seconds. */
  'slow',
  /** The provider will not do it: 422. */
  'refused',
  /** The payer's bank says no, whatever the payer does. */
  'declined',
  'payout-refused',
  /** The bank does not decide on the payout until it is told to: `become`. */
  'payout-slow',
  'hook-lost',
  'hook-doubled',
  'hook-overtaken',
] as const;

export type Fault = (typeof FAULTS)[number];

interface Wanted<Name> {
  fault: Name;
  /** A part of the id that is meant: the payment's or payout's life. */
  about: string;
  times: number;
}

export interface Faults<Name = Fault> {
  wish(wanted: Wanted<Name>): void;
  /** Takes one strike of a fault, if there is one for this id. */
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
