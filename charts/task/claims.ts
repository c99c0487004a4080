/** What claims about the price of work, or for the ending of the deal, make of the sums of a task (9.1). Sums are tiyn. */
import { atLeastZero, greatest, least } from '../../rules/money.ts';
import type { Part } from '../../rules/work-lines.ts';
import { costOfRest, noteClaimed, partsRemain, priceParts, totalOf, unpaidOf } from '../../rules/work-lines.ts';
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
type Sums = Pick<TaskContext, 'progress' | 'approved' | 'compensation' | 'leaving'>;

/**
 * Awards a sum for the work of a claim when `due` is already to be paid. The price of work replaces the cost of leaving for the same work, and the
 * total does not exceed the price of the whole. `more` is the sum to be paid in addition to `due`.
 */
export function award(
  { work, progress: before, approved, compensation, leaving }: Sums & Pick<TaskContext, 'work'>,
  claim: OpenClaim,
  amount: bigint,
  due: bigint,
): { more: bigint; sums: Sums } {
  const progress = noteClaimed(work.lines, before, claim.price?.parts ?? [], amount);
  const cost = leaving && costOfRest(work.lines, progress, leaving.share);
  const replaced = leaving && cost !== undefined ? BigInt(leaving.cost) - cost : 0n;
  const more = least(amount - replaced, atLeastZero(BigInt(work.price) - due));
  return {
    more,
    sums: {
      approved: String(BigInt(approved) + replaced + more),
      compensation: String(BigInt(compensation) - replaced),
      progress,
      ...(leaving && { leaving: { ...leaving, cost: String(cost) } }),
    },
  };
}

/** Whether the deal has ended. What was admitted of a price counts in its sums from then on. */
export const hasEnded = ({ deadlines }: Pick<TaskContext, 'deadlines'>): boolean => deadlines.payBy !== undefined;

/** The claims that are open, as an event leaves them. */
export function claimsAfter({ context: { claims }, event }: Scope): TaskContext['claims'] {
  const claim = 'child' in event.input ? claims[event.input.child] : undefined;
  if (claim === undefined || !('child' in event.input)) return claims;
  const { [event.input.child]: _, ...others } = claims;
  if (event.type === 'claimAdmitted') return { ...claims, [event.input.child]: { ...claim, admitted: event.input.amount } };
  return event.type === 'claimSettled' || event.type === 'claimDropped' ? others : claims;
}

/** The sums to be paid if the deal ends now, including the admitted parts of open claims. `due` excludes separate debts. */
export function withAdmitted(context: Sums & Pick<TaskContext, 'work' | 'claims' | 'owedBeside'>): Sums & Pick<TaskContext, 'due'> {
  const { work, progress, approved, compensation, leaving, owedBeside = '0' } = context;
  let sums: Sums = { progress, approved, compensation, ...(leaving && { leaving }) };
  let due = BigInt(approved) + BigInt(compensation);
  for (const claim of Object.values(context.claims)) {
    if (claim.price === undefined) continue;
    const change = bounded({ work, ...sums }, claim, contractorsShare(claim) - acceptedOf(claim));
    if (change <= 0n) due += change;
    else {
      const awarded = award({ work, ...sums }, claim, change, due);
      sums = awarded.sums;
      due += awarded.more;
    }
  }
  return { ...sums, due: String(due - BigInt(owedBeside)) };
}

/** What an event leaves to be paid for work: what the operator's fee is of. */
export const paidWork = (scope: Scope): bigint =>
  BigInt(hasEnded(scope.context) ? scope.context.approved : withAdmitted({ ...scope.context, claims: claimsAfter(scope) }).approved);

/**
 * What the customer owes at once by an admission while the deal runs, beside what was owed before: what was paid in advance counts towards it. Where
 * money is kept for the task, that pays it in the end, because a provider captures once.
 */
export function owedByAdmission(scope: Scope): bigint {
  const { context, event } = scope;
  if (event.type !== 'claimAdmitted' || context.funds !== undefined) return 0n;
  const owed = (claims: TaskContext['claims']): bigint =>
    atLeastZero(BigInt(withAdmitted({ ...context, claims }).due) - BigInt(context.paid));
  return atLeastZero(owed(claimsAfter(scope)) - owed(context.claims));
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

/**
 * The claim that an event of its dispute is about. What was admitted of a dropped claim comes with the drop too, because that report may come before the one
 * of the admission.
 */
export function claimOf({ context, event }: Scope): OpenClaim | undefined {
  const claim = 'child' in event.input ? context.claims[event.input.child] : undefined;
  const admitted = event.type === 'claimDropped' ? event.input.amount : undefined;
  return claim && admitted !== undefined ? { ...claim, admitted } : claim;
}

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
 * to be paid. What was admitted of it is a part of that: until then it is counted by `withAdmitted`.
 */
export function changeOfWork(scope: Scope): bigint {
  const { context, event } = scope;
  const claim = claimOf(scope);
  if (claim?.price === undefined || event.type !== 'claimSettled') return 0n;
  const change = BigInt(event.input.toContractor) - acceptedOf(claim);
  return takesWork(scope) ? change : bounded(context, claim, change);
}

/** The same for a claim that is dropped after a partial admission: the admitted part remains, and nothing else is decided. */
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

/** What a claim for the ending brought once the deal had ended otherwise: it pays for work, and takes the place of the cost of leaving. */
export function broughtByEnding({ approved, compensation, leaving }: TaskContext, change: bigint): Partial<TaskContext> {
  if (change <= 0n) return {};
  const cost = BigInt(leaving?.cost ?? '0');
  return { approved: String(BigInt(approved) + cost + change), compensation: String(BigInt(compensation) - cost), leaving: undefined };
}

/** The debt of the contractor if a claim lowers the sum due below the sum paid or on its way. It never exceeds that sum. */
export function paidBack(scope: Scope): bigint {
  const { due, paid, underWay } = scope.context;
  const change = changeOfDue(scope);
  return change < 0n ? least(-change, atLeastZero(BigInt(paid) + BigInt(underWay) - (BigInt(due) + change))) : 0n;
}
