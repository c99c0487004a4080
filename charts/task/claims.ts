/** What claims about the price of work, or for the ending of the deal, make of the sums of a task (9.1). Sums are tiyn. */
import { atLeastZero, greatest, least } from '../../rules/money.ts';
import type { Part } from '../../rules/work-lines.ts';
import { noteClaimed, partsRemain, priceParts, totalOf, unpaidOf } from '../../rules/work-lines.ts';
import type { Scope } from './context.ts';
import type { OpenClaim, TaskContext } from './types.ts';

const sumOf = ({ amount = '0' }: OpenClaim): bigint => BigInt(amount);
const admittedOf = ({ admitted = '0' }: OpenClaim): bigint => BigInt(admitted);

/** What of a claim's sum was accepted as price. */
export const acceptedOf = (claim: OpenClaim): bigint =>
  claim.price === undefined ? 0n : least(atLeastZero(BigInt(claim.price.accepted) - BigInt(claim.price.from)), sumOf(claim));

/** What of a claim's sum the contractor gets as things are: what was accepted, and what was admitted since. */
const contractorsShare = (claim: OpenClaim): bigint =>
  claim.claimant === 'contractor'
    ? greatest(acceptedOf(claim), admittedOf(claim))
    : least(acceptedOf(claim), sumOf(claim) - admittedOf(claim));

const pricesOf = ({ claims }: TaskContext): OpenClaim[] => Object.values(claims).filter(({ about }) => about === 'price');

const total = (sums: readonly bigint[]): bigint => sums.reduce((one, other) => one + other, 0n);

/** What of that which is due is in dispute. */
export const disputed = (context: TaskContext): bigint =>
  total(pricesOf(context).map((claim) => contractorsShare(claim) - (claim.claimant === 'contractor' ? admittedOf(claim) : 0n)));

/** What open claims about the price may still bring, also for work that was refused. */
export const claimed = (context: TaskContext): bigint => total(pricesOf(context).map((claim) => sumOf(claim) - admittedOf(claim)));

/** At most what may still be paid for the parts of a claim: a line is paid once. */
const bounded = ({ work, progress }: Pick<TaskContext, 'work' | 'progress'>, { price }: OpenClaim, change: bigint): bigint =>
  least(change, unpaidOf(work.lines, progress, price?.parts ?? []));

/** What an award for work changes. */
type Sums = Pick<TaskContext, 'progress' | 'approved' | 'compensation' | 'leavingCost'>;

/**
 * Awards a sum for the work of a claim where `due` is to be paid already: the price of work takes the place of what the terms ask for leaving it undone,
 * and nothing is paid beyond the price of the whole. `more` is what is to be paid beside what was due.
 */
export function award(
  { work, progress, approved, compensation, leavingCost }: Sums & Pick<TaskContext, 'work'>,
  claim: OpenClaim,
  amount: bigint,
  due: bigint,
): { more: bigint; sums: Sums } {
  const replaced = least(amount, BigInt(leavingCost ?? '0'));
  const more = least(amount - replaced, atLeastZero(BigInt(work.price) - due));
  return {
    more,
    sums: {
      approved: String(BigInt(approved) + replaced + more),
      compensation: String(BigInt(compensation) - replaced),
      progress: noteClaimed(work.lines, progress, claim.price?.parts ?? [], amount),
      ...(leavingCost !== undefined && { leavingCost: String(BigInt(leavingCost) - replaced) }),
    },
  };
}

/**
 * What was admitted of open claims, once the deal ends: each as if it were admitted then. The claim that is `settled` by the same event counts as settled
 * already.
 */
export function withAdmitted(context: Sums & Pick<TaskContext, 'work' | 'claims'>, settled?: string): Sums & { due: string } {
  const { work, progress, approved, compensation, leavingCost } = context;
  let sums: Sums = { progress, approved, compensation, ...(leavingCost !== undefined && { leavingCost }) };
  let due = BigInt(approved) + BigInt(compensation);
  for (const [id, claim] of Object.entries(context.claims)) {
    if (id === settled || claim.price === undefined) continue;
    const change = bounded({ work, ...sums }, claim, contractorsShare(claim) - acceptedOf(claim));
    if (change <= 0n) due += change;
    else {
      const awarded = award({ work, ...sums }, claim, change, due);
      sums = awarded.sums;
      due += awarded.more;
    }
  }
  return { ...sums, due: String(due) };
}

/** The tiyn of a price that the next claim of a party begins at. */
export const beginningOf = (
  { amount, decided }: NonNullable<TaskContext['handedIn']>,
  claimant: OpenClaim['claimant'],
  disputes: string,
): string =>
  claimant === 'customer' ? (decided?.customer ?? '0') : String(BigInt(amount) - BigInt(decided?.contractor ?? '0') - BigInt(disputes));

/** What of the price of the latest submission may still be claimed by a party: nobody disputes a price twice. */
export function claimable(context: TaskContext, claimant: OpenClaim['claimant'] | undefined): bigint {
  const { handedIn } = context;
  if (handedIn === undefined) return 0n;
  const open = pricesOf(context).filter(({ submission }) => submission === handedIn.number);
  if (open.some((claim) => claim.claimant === claimant)) return 0n;
  const { customer, contractor } = handedIn.decided ?? { customer: '0', contractor: '0' };
  return BigInt(handedIn.amount) - BigInt(customer) - BigInt(contractor) - total(open.map(sumOf));
}

/** The claim that an event of its dispute is about. */
export const claimOf = ({ context, event }: Scope): OpenClaim | undefined =>
  'child' in event.input ? context.claims[event.input.child] : undefined;

/** Whether a claim is about all of the price of refused work: of less it decides no more than that. */
const decidesAll = ({ work, progress }: TaskContext, claim: OpenClaim, rest: readonly Part[]): boolean =>
  sumOf(claim) - acceptedOf(claim) >= BigInt(totalOf(priceParts(work.lines, progress, rest)));

/** Whether a settled claim brings the acceptance of its work: of what was handed in last, where some of it is open. */
export function takesWork(scope: Scope): boolean {
  const { handedIn, work, progress, submission } = scope.context;
  const claim = claimOf(scope);
  return (
    handedIn !== undefined &&
    claim?.submission === handedIn.number &&
    handedIn.rest.length > 0 &&
    partsRemain(work.lines, progress, handedIn.rest) &&
    (submission !== undefined || decidesAll(scope.context, claim, handedIn.rest))
  );
}

/**
 * By how much a settled claim about the price changes what is to be paid for work, while the deal runs: below zero where less of what was accepted is
 * to be paid. What was admitted in part counts from the settlement on.
 */
export function changeOfWork(scope: Scope): bigint {
  const { context, event } = scope;
  const claim = claimOf(scope);
  if (claim?.price === undefined || event.type !== 'claimSettled') return 0n;
  const change = BigInt(event.input.toContractor) - acceptedOf(claim);
  return takesWork(scope) ? change : bounded(context, claim, change);
}

/** The same for a claim that is dropped after a part of it was admitted: that part stands, and nothing else is decided. */
export function changeByAdmission(scope: Scope): bigint {
  const claim = claimOf(scope);
  return claim === undefined ? 0n : bounded(scope.context, claim, contractorsShare(claim) - acceptedOf(claim));
}

/** The same once the deal is settled, where what was admitted in part counts already, and counts at once. */
export function changeOfPrice(scope: Scope): bigint {
  const { context, event } = scope;
  const claim = claimOf(scope);
  if (claim?.price === undefined) return 0n;
  const after =
    event.type === 'claimSettled'
      ? BigInt(event.input.toContractor)
      : contractorsShare({ ...claim, ...(event.type === 'claimAdmitted' && { admitted: event.input.amount }) });
  return bounded(context, claim, after - contractorsShare(claim));
}

/** By how much a claim raises or lowers what is due once the deal is settled. */
export function changeOfDue(scope: Scope): bigint {
  const { context, event } = scope;
  const claim = claimOf(scope);
  const due = BigInt(context.due) + BigInt(context.owedBeside ?? '0');
  if (claim?.about === 'ending')
    return event.type === 'claimSettled' ? atLeastZero(BigInt(claim.before ?? '0') + BigInt(event.input.toContractor) - due) : 0n;
  const change = changeOfPrice(scope);
  return claim === undefined || change <= 0n ? change : award(context, claim, change, due).more;
}

/** What the contractor owes back where a claim lowers what is due below what was paid or is on its way: never more than that. */
export function paidBack(scope: Scope): bigint {
  const { due, paid, underWay } = scope.context;
  const change = changeOfDue(scope);
  return change < 0n ? least(-change, atLeastZero(BigInt(paid) + BigInt(underWay) - atLeastZero(BigInt(due) + change))) : 0n;
}
