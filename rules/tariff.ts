/**
 * The operator's tariffs (3.2): plans, each with a commission on the work of a task, a subscription for a calendar month, both, or nothing. The commission
 * of a task is reckoned on all of its accepted work and charged by what was not charged before. So the parts of a task cost together what one part would,
 * however it is divided: the least and the most are of the task, and half a tiyn is rounded up once, not with each part.
 */
import { atLeastZero, greatest } from './money.ts';

/** What is charged on the work of one task. Sums in tiyn. */
export interface Commission {
  /** Hundredths of a per cent of the price of accepted work. */
  rate: number;
  /** The least for a task of which any work was accepted, and the most. Left out: no bound. */
  minimum?: number;
  maximum?: number;
}

export interface Plan {
  /** What a customer chooses it by. `standard` holds for whoever has chosen none. */
  code: string;
  name: { kk: string; ru: string; en: string };
  /** Left out: nothing is charged on tasks. */
  commission?: Commission;
  /** The subscription of a calendar month, in tiyn. Left out: there is none. */
  perMonth?: number;
}

/** What contractors may buy (3.3). All else is free for them. */
export const EXTRA_CODES = ['income-certificate'] as const;

export interface Extra {
  code: (typeof EXTRA_CODES)[number];
  /** In tiyn. */
  price: number;
}

/** The plan of whoever has chosen none. Every revision of the tariffs has it. */
export const STANDARD = 'standard';

const FREE: Commission = { rate: 0 };

/** What a task pins of a plan when it is posted. */
export const commissionOfPlan = ({ commission }: Pick<Plan, 'commission'>): Commission => commission ?? FREE;

/** What is charged by a plan, without its name. */
export type Charge = Pick<Plan, 'commission' | 'perMonth'>;
export const chargeOf = ({ commission, perMonth }: Charge): Charge => ({
  ...(commission !== undefined && { commission }),
  ...(perMonth !== undefined && { perMonth }),
});

/** Whether two plans charge the same. */
export function chargeTheSame(one: Charge, other: Charge): boolean {
  const terms = ({ commission: { rate, minimum = 0, maximum } = FREE, perMonth = 0 }: Charge) =>
    JSON.stringify([rate, minimum, maximum ?? null, perMonth]);
  return terms(one) === terms(other);
}

/** The commission on all accepted work of a task, in tiyn, half a tiyn rounded up. None without work. */
export function commissionOn(work: bigint, { rate, minimum = 0, maximum }: Commission): bigint {
  if (work <= 0n) return 0n;
  const share = (work * BigInt(rate) + 5_000n) / 10_000n;
  const atLeast = share > BigInt(minimum) ? share : BigInt(minimum);
  return maximum !== undefined && atLeast > BigInt(maximum) ? BigInt(maximum) : atLeast;
}

/** What more work adds to the commission of a task: `charged` is the work of which it was charged already. Never below zero. */
export function commissionFor(charged: bigint, work: bigint, commission: Commission): bigint {
  const more = commissionOn(work, commission) - commissionOn(charged, commission);
  return more > 0n ? more : 0n;
}

/** The work of a task that is over, as its commission sees it. Tiyn. */
export interface WorkAccount {
  /** What is to be paid for it. */
  work: bigint;
  /** The most of it at any time: what the commission was charged on. */
  charged: bigint;
}

/**
 * The account after a claim brought `amount` more for the work, or took that much off its price (below zero), with the commission on it: that of the whole,
 * less what was charged before. A commission stays when the price goes down after it, and counts towards what is brought later.
 */
export function afterClaim({ work, charged }: WorkAccount, amount: bigint, commission: Commission): WorkAccount & { fee: bigint } {
  const after = atLeastZero(work + amount);
  return { work: after, charged: greatest(after, charged), fee: commissionFor(charged, after, commission) };
}

/** A plan by its code; the standard one if the revision no longer has it. @throws RangeError if there is no standard one either. */
export function planOf(plans: readonly Plan[], code: string = STANDARD): Plan {
  const plan = plans.find((each) => each.code === code) ?? plans.find((each) => each.code === STANDARD);
  if (plan === undefined) throw new RangeError('the tariffs have no standard plan');
  return plan;
}

/** Why extras cannot be published: one of them has two prices. */
export const badExtras = (extras: readonly Extra[]): 'tariffNamesExtrasOnce' | undefined =>
  new Set(extras.map(({ code }) => code)).size < extras.length ? 'tariffNamesExtrasOnce' : undefined;

/** Why plans cannot be published: a code occurs twice, the standard one is missing, or the least is above the most. */
export type BadPlans = 'tariffHasStandardPlan' | 'tariffNamesPlansOnce' | 'tariffBoundsAreInOrder';

export function badPlans(plans: readonly Plan[]): BadPlans | undefined {
  if (new Set(plans.map(({ code }) => code)).size < plans.length) return 'tariffNamesPlansOnce';
  if (!plans.some(({ code }) => code === STANDARD)) return 'tariffHasStandardPlan';
  const crossed = plans.some(({ commission: { minimum = 0, maximum = Number.POSITIVE_INFINITY } = FREE }: Plan) => minimum > maximum);
  return crossed ? 'tariffBoundsAreInOrder' : undefined;
}

/** Work of which a page shows the commission, in tiyn: each example is a task accepted in these parts. */
export const EXAMPLES: readonly (readonly bigint[])[] = [[1_000_000n], [10_000_000n], [4_000_000n, 6_000_000n], [100_000_000n]];

/** What each part of a task adds to its commission, and what they come to. */
export function workedOut(parts: readonly bigint[], commission: Commission): { parts: { work: bigint; fee: bigint }[]; fee: bigint } {
  let done = 0n;
  const each = parts.map((work) => {
    const fee = commissionFor(done, done + work, commission);
    done += work;
    return { work, fee };
  });
  return { parts: each, fee: commissionOn(done, commission) };
}
