/** Compares what was booked of money at a payment provider with the provider's own list, life by life. Sums are in tiyn. */

/** What a provider has of a payment, or gave for a payout. */
export interface Sums {
  held: bigint;
  /** Taken from the payer, in all. */
  taken: bigint;
  refunded: bigint;
  takenBack: bigint;
  paidOut: bigint;
}

/** An operation on the provider's list. `open`: not decided. `void`: declined, or given up. */
export interface Operation {
  id: string;
  kind: 'payment' | 'refund' | 'payout' | 'chargeback';
  /** The payment or payout that it is of; empty if it names none of ours. */
  life: string;
  amount: bigint;
  status: 'open' | 'held' | 'done' | 'void';
}

/**
 * - `missing`: booked, and the provider knows nothing of it.
 * - `foreign`: done by the provider, and not booked.
 * - `doubled`: done more often than booked.
 * - `changed`: both have it, with other sums or in another state.
 */
export type DifferenceKind = 'missing' | 'foreign' | 'doubled' | 'changed';

export interface Difference {
  kind: DifferenceKind;
  /** A life; or the provider's id of an operation that is of none of ours. */
  about: string;
  ours: Sums | null;
  /** Without what is void. */
  theirs: Operation[];
}

export const NOTHING: Sums = { held: 0n, taken: 0n, refunded: 0n, takenBack: 0n, paidOut: 0n };
const FIELDS = Object.keys(NOTHING) as (keyof Sums)[];

/** A payout that is not decided is on its way. A try to pay that is not decided has moved nothing. */
const counts = ({ kind, status }: Operation): boolean => status === 'held' || status === 'done' || (kind === 'payout' && status === 'open');

const fieldOf = ({ kind, status }: Operation): keyof Sums =>
  kind === 'payment'
    ? status === 'held'
      ? 'held'
      : 'taken'
    : ({ refund: 'refunded', chargeback: 'takenBack', payout: 'paidOut' } as const)[kind];

export function sumsOf(operations: readonly Operation[]): Sums {
  const sums = { ...NOTHING };
  for (const each of operations.filter(counts)) sums[fieldOf(each)] += each.amount;
  return sums;
}

const isEqual = (one: Sums, other: Sums): boolean => FIELDS.every((field) => one[field] === other[field]);
export const isNothing = (sums: Sums): boolean => isEqual(sums, NOTHING);

/** Are the sums those that were booked once an operation that is there twice is left out? */
const isDoubled = (ours: Sums, theirs: readonly Operation[]): boolean =>
  theirs.some(
    (one) =>
      theirs.some((other) => other !== one && other.kind === one.kind && other.amount === one.amount) &&
      isEqual(ours, sumsOf(theirs.filter((each) => each !== one))),
  );

function kindOf(ours: Sums, theirs: readonly Operation[]): DifferenceKind | undefined {
  if (isEqual(ours, sumsOf(theirs))) return undefined;
  if (isNothing(ours)) return 'foreign';
  if (theirs.length === 0) return 'missing';
  return isDoubled(ours, theirs) ? 'doubled' : 'changed';
}

/** Each life that differs, once; and each operation that is of no life of ours. @param booked By life. */
export function differencesOf(booked: ReadonlyMap<string, Sums>, listed: readonly Operation[]): Difference[] {
  const moved = Map.groupBy(listed.filter(counts), ({ life }) => life);
  const strangers = (moved.get('') ?? []).map((each): Difference => ({ kind: 'foreign', about: each.id, ours: null, theirs: [each] }));
  const lives = new Set([...booked.keys(), ...moved.keys()]);
  lives.delete('');
  const known = [...lives].flatMap((life): Difference[] => {
    const [ours, theirs] = [booked.get(life), moved.get(life) ?? []];
    const kind = kindOf(ours ?? NOTHING, theirs);
    return kind === undefined ? [] : [{ kind, about: life, ours: ours ?? null, theirs }];
  });
  return [...known, ...strangers];
}
