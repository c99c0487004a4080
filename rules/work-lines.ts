/** The lines of agreed work: quantities submitted and accepted, and the price of each part. Sums are in tiyn. */
import type { Line } from './money.ts';
import { atLeastZero, costOf, greatest, least, less, MAX_SUM, sum } from './money.ts';

/** A proposed line. Without an id it is a new line, unless it equals the agreed line at the same index. */
export interface ProposedLine extends Line {
  id?: number;
  unit: string;
}

/** An agreed line. Its id never changes. `amount` is the binding price; the unit price is only shown. */
export interface AgreedLine extends ProposedLine {
  id: number;
  /** Tiyn, as a decimal string. */
  amount: string;
}

/** A quantity of one line, by the line's id. */
export interface Part {
  line: number;
  quantity: string;
}

export interface PricedPart extends Part {
  /** Tiyn, as a decimal string. */
  amount: string;
}

/** The progress of a line: the accepted quantity and its price, and the quantity that was dropped. */
export interface LineProgress {
  accepted: string;
  amount: string;
  dropped: string;
  /** Tiyn that claims awarded for work of the line that is not accepted. */
  claimed?: string;
}

/** Progress by line id. A line without an entry has no progress. */
export type Progress = Record<number, LineProgress>;

const NOTHING: LineProgress = { accepted: '0', amount: '0', dropped: '0' };

/** Converts a decimal string with at most three decimals to thousandths. */
export function thousandths(quantity: string): bigint {
  const [whole = '0', fraction = ''] = quantity.split('.');
  return BigInt(whole + fraction.padEnd(3, '0'));
}

/** Converts thousandths to the shortest decimal string. */
export function decimal(amount: bigint): string {
  const fraction = (amount % 1000n).toString().padStart(3, '0').replace(/0+$/, '');
  return fraction === '' ? String(amount / 1000n) : `${amount / 1000n}.${fraction}`;
}

/** The sum of two quantities. */
const plus = (one: string, other: string): string => decimal(thousandths(one) + thousandths(other));

/**
 * Divides a total in proportion to weights by the largest-remainder method, in whole tiyn. Of equal remainders the first gets the tiyn.
 * @throws RangeError unless the weights add up to more than zero.
 */
export function shareOut(total: bigint, weights: readonly bigint[]): bigint[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  if (all <= 0n) throw new RangeError('nothing to share in proportion to');
  const shares = weights.map((weight) => (total * weight) / all);
  let left = total - shares.reduce((sum, share) => sum + share, 0n);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % all }))
    .sort((one, other) => Number(other.remainder > one.remainder) - Number(other.remainder < one.remainder) || one.index - other.index);
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    shares[index] = (shares[index] as bigint) + 1n;
    left -= 1n;
  }
  return shares;
}

/** The price of the first thousandths of a line, half a tiyn rounded up. The whole quantity costs the line's amount. */
const priceUpTo = ({ amount, quantity }: AgreedLine, first: bigint): bigint => {
  const whole = thousandths(quantity);
  return (BigInt(amount) * first * 2n + whole) / (whole * 2n);
};

export const progressOf = (progress: Progress, line: number): LineProgress => progress[line] ?? NOTHING;

const remaining = (line: AgreedLine, progress: Progress): bigint => {
  const { accepted, dropped } = progressOf(progress, line.id);
  return thousandths(line.quantity) - thousandths(accepted) - thousandths(dropped);
};

/** The remaining quantity of each line. Finished lines are left out. */
export const remainingParts = (lines: readonly AgreedLine[], progress: Progress): Part[] =>
  lines.flatMap((line) => {
    const rest = remaining(line, progress);
    return rest > 0n ? [{ line: line.id, quantity: decimal(rest) }] : [];
  });

/**
 * The price of each part if it is accepted next: the line's price up to it, minus the price accepted before. So the parts of a line add up to its
 * amount, and the last part takes the remainder. @throws RangeError for an unknown line.
 */
export const priceParts = (lines: readonly AgreedLine[], progress: Progress, parts: readonly Part[]): PricedPart[] =>
  parts.map(({ line: id, quantity }) => {
    const line = lines.find((each) => each.id === id);
    if (line === undefined) throw new RangeError(`there is no line ${id}`);
    const { accepted, amount } = progressOf(progress, id);
    const price = priceUpTo(line, thousandths(accepted) + thousandths(quantity)) - BigInt(amount);
    return { line: id, quantity, amount: String(atLeastZero(price)) };
  });

export const totalOf = (parts: readonly { amount: string }[]): string =>
  String(parts.reduce((sum, { amount }) => sum + BigInt(amount), 0n));

/** The price of all remaining work without what claims awarded for it, in tiyn. */
export const priceOfRest = (lines: readonly AgreedLine[], progress: Progress): string =>
  String(unpaidOf(lines, progress, priceParts(lines, progress, remainingParts(lines, progress))));

/** Whether the parts name each line at most once and at most its remaining quantity. */
export const partsRemain = (lines: readonly AgreedLine[], progress: Progress, parts: readonly Part[]): boolean =>
  new Set(parts.map(({ line }) => line)).size === parts.length &&
  parts.every((part) => lines.some((line) => line.id === part.line && thousandths(part.quantity) <= remaining(line, progress)));

/** Of each part the price that is neither accepted nor awarded by a claim, in tiyn. */
const unpaidOfEach = (lines: readonly AgreedLine[], progress: Progress, parts: readonly PricedPart[]): bigint[] =>
  parts.map((part) => {
    // An amendment may have removed the line of submitted work.
    const whole = BigInt(lines.find(({ id }) => id === part.line)?.amount ?? part.amount);
    const { amount, claimed = '0' } = progressOf(progress, part.line);
    return least(BigInt(part.amount), atLeastZero(whole - BigInt(amount) - BigInt(claimed)));
  });

/** The unpaid price of parts, in tiyn. A claim may still award at most this much for them. */
export const unpaidOf = (lines: readonly AgreedLine[], progress: Progress, parts: readonly PricedPart[]): bigint =>
  unpaidOfEach(lines, progress, parts).reduce((all, rest) => all + rest, 0n);

/**
 * A share of the price of all remaining work, in hundredths of a per cent: what leaving it costs, in tiyn, half a tiyn rounded up. What claims awarded
 * for the work of a line takes the place of its share.
 */
export function costOfRest(lines: readonly AgreedLine[], progress: Progress, share: number): bigint {
  const rest = priceParts(lines, progress, remainingParts(lines, progress));
  const unpaid = unpaidOfEach(lines, progress, rest);
  const costs = rest.map(({ amount }, index) => {
    const awarded = BigInt(amount) - (unpaid[index] as bigint);
    return atLeastZero(BigInt(amount) * BigInt(share) - awarded * 10_000n);
  });
  return (costs.reduce((all, cost) => all + cost, 0n) + 5_000n) / 10_000n;
}

/** Records the sum that a claim awarded for parts, divided in proportion to what of each is unpaid. It is at most that. */
export function noteClaimed(lines: readonly AgreedLine[], progress: Progress, parts: readonly PricedPart[], amount: bigint): Progress {
  if (amount === 0n) return progress;
  const shares = shareOut(amount, unpaidOfEach(lines, progress, parts));
  const after = { ...progress };
  for (const [index, { line }] of parts.entries()) {
    const before = progressOf(after, line);
    after[line] = { ...before, claimed: sum(before.claimed ?? '0', String(shares[index])) };
  }
  return after;
}

/**
 * Counts sums awarded by claims towards work that was accepted later, because a line is paid once. `counted` is the excess in tiyn of accepted and
 * claimed sums over the lines' amounts.
 */
export function countClaimed(lines: readonly AgreedLine[], progress: Progress): { progress: Progress; counted: bigint } {
  const after = { ...progress };
  let counted = 0n;
  for (const { id, amount } of lines) {
    const { claimed, ...before } = progressOf(after, id);
    if (claimed === undefined) continue;
    const excess = least(BigInt(claimed), atLeastZero(BigInt(before.amount) + BigInt(claimed) - BigInt(amount)));
    counted += excess;
    after[id] = excess === BigInt(claimed) ? before : { ...before, claimed: less(claimed, String(excess)) };
  }
  return { progress: after, counted };
}

/** Whether `parts` is not empty and names each line at most once and at most its quantity in `others`. */
export const areWithin = (others: readonly Part[], parts: readonly Part[]): boolean =>
  parts.length > 0 &&
  new Set(parts.map(({ line }) => line)).size === parts.length &&
  parts.every(({ line, quantity }) => others.some((other) => other.line === line && thousandths(quantity) <= thousandths(other.quantity)));

/** Subtracts `others` from `parts`. Lines without a rest are left out. */
export const partsLess = (parts: readonly Part[], others: readonly Part[]): Part[] =>
  parts.flatMap(({ line, quantity }) => {
    const less = others.find((other) => other.line === line)?.quantity ?? '0';
    const rest = thousandths(quantity) - thousandths(less);
    return rest > 0n ? [{ line, quantity: decimal(rest) }] : [];
  });

export const accept = (progress: Progress, parts: readonly PricedPart[]): Progress => {
  const after = { ...progress };
  for (const { line, quantity, amount } of parts) {
    const before = progressOf(after, line);
    after[line] = {
      ...before,
      accepted: plus(before.accepted, quantity),
      amount: sum(before.amount, amount),
    };
  }
  return after;
};

/** Drops parts: they will be neither done nor paid. */
export const drop = (progress: Progress, parts: readonly Part[]): Progress => {
  const after = { ...progress };
  for (const { line, quantity } of parts) {
    const before = progressOf(after, line);
    after[line] = { ...before, dropped: plus(before.dropped, quantity) };
  }
  return after;
};

/** Gives every line an id. A given id is kept; a line that equals the old line at its index gets that id; any other gets the next number. */
export function identify(
  proposed: readonly ProposedLine[],
  before: readonly AgreedLine[],
  last: number,
): { lines: (ProposedLine & { id: number })[]; last: number } {
  const named = new Set(proposed.map(({ id }) => id));
  let highest = last;
  const lines = proposed.map((line, place) => {
    const same = before[place];
    const repeats = same !== undefined && line.id === undefined && !named.has(same.id) && isSame(line, same);
    return { ...line, id: line.id ?? (repeats ? same.id : ++highest) };
  });
  return { lines, last: highest };
}

/** Whether two lines have the same unit, quantity and unit price. */
const isSame = (one: ProposedLine, other: ProposedLine): boolean =>
  one.unit === other.unit && one.quantity === other.quantity && one.unitPrice === other.unitPrice;

/** Whether every given id belongs to an existing line and occurs once. */
export const idsAreKnown = (proposed: readonly ProposedLine[], before: readonly AgreedLine[]): boolean => {
  const ids = proposed.flatMap(({ id }) => id ?? []);
  return new Set(ids).size === ids.length && ids.every((id) => before.some((line) => line.id === id));
};

/** Whether no line, quantity, unit or unit price was changed. */
export const areUnchanged = (lines: readonly (ProposedLine & { id: number })[], before: readonly AgreedLine[]): boolean =>
  lines.length === before.length && lines.every((line) => before.some((other) => other.id === line.id && isSame(line, other)));

/** Whether a total was agreed that differs from the unit prices. */
export const isTotalAgreed = (lines: readonly AgreedLine[]): boolean => lines.some((line) => BigInt(line.amount) !== costOf(line));

/** Prices lines by their unit prices. */
export const atUnitPrices = <Given extends ProposedLine & { id: number }>(lines: readonly Given[]): (Given & AgreedLine)[] =>
  lines.map((line) => ({ ...line, amount: String(costOf(line)) }));

/** What is to be paid for a line whatever becomes of it, in tiyn: the price of accepted work, and what claims brought for other work of the line. */
const earnedOf = (progress: Progress, line: number): bigint => {
  const { amount, claimed = '0' } = progressOf(progress, line);
  return BigInt(amount) + BigInt(claimed);
};

/**
 * Prices lines so that they add up to an agreed total. Accepted work keeps its price, and a line what claims brought for it. The rest of the total is
 * divided in proportion to the remaining cost of each line. @throws RangeError if the total is below that, too large, or no line is left to take the rest.
 */
export function atTotal(lines: readonly (ProposedLine & { id: number })[], total: bigint, progress: Progress = {}): AgreedLine[] {
  const earned = lines.map(({ id }) => earnedOf(progress, id));
  const rest = total - earned.reduce((sum, each) => sum + each, 0n);
  if (rest < 0n || total > MAX_SUM) throw new RangeError(`${total} tiyn are less than is to be paid already, or too much`);
  const weights = lines.map((line, index) => {
    const cost = costOf(line) - (earned[index] as bigint);
    return isComplete(line, progress) || cost < 0n ? 0n : cost;
  });
  const shares = rest === 0n ? lines.map(() => 0n) : shareOut(rest, weights);
  return lines.map((line, index) => ({ ...line, amount: String((earned[index] as bigint) + (shares[index] as bigint)) }));
}

const isComplete = ({ id, quantity }: ProposedLine & { id: number }, progress: Progress): boolean => {
  const { accepted, dropped } = progressOf(progress, id);
  return thousandths(accepted) + thousandths(dropped) >= thousandths(quantity);
};

/**
 * Whether new lines keep all work that was accepted, dropped or is submitted: each such line stays with at least that quantity. A line with accepted
 * work also keeps its unit and unit price. A line for which a claim brought something stays: added anew it would be paid again.
 */
export function keepAccepted(
  lines: readonly (ProposedLine & { id: number })[],
  before: readonly AgreedLine[],
  progress: Progress,
  handedIn: readonly Part[] = [],
): boolean {
  return before.every((line) => {
    const { accepted, dropped, claimed } = progressOf(progress, line.id);
    const pending = handedIn.find((part) => part.line === line.id)?.quantity ?? '0';
    const lowest = thousandths(accepted) + thousandths(dropped) + thousandths(pending);
    if (lowest === 0n && claimed === undefined) return true;
    const now = lines.find((each) => each.id === line.id);
    return (
      now !== undefined &&
      thousandths(now.quantity) >= lowest &&
      (accepted === '0' || (now.unit === line.unit && now.unitPrice === line.unitPrice))
    );
  });
}

export interface Repriced {
  lines: AgreedLine[];
  last: number;
}

/**
 * Prices the lines of an amendment. Unchanged lines keep their agreed prices. Changed lines follow their unit prices, unless a total is given. Returns
 * `undefined` if a total is needed but missing, or does not fit the accepted work.
 */
export function amendLines(
  proposed: readonly ProposedLine[],
  { before, progress, last, total }: { before: readonly AgreedLine[]; progress: Progress; last: number; total?: bigint | undefined },
): Repriced | undefined {
  const { lines, last: highest } = identify(proposed, before, last);
  if (total !== undefined) {
    try {
      return { lines: atTotal(lines, total, progress), last: highest };
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }
  if (areUnchanged(lines, before)) {
    const amounts = new Map(before.map(({ id, amount }) => [id, amount]));
    return { lines: lines.map((line) => ({ ...line, amount: amounts.get(line.id) ?? '0' })), last: highest };
  }
  if (isTotalAgreed(before)) return undefined;
  return {
    lines: atUnitPrices(lines).map((line) => ({ ...line, amount: String(greatest(BigInt(line.amount), earnedOf(progress, line.id))) })),
    last: highest,
  };
}
