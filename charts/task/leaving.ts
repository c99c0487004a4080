/** How what was agreed is changed or left: by agreement, against costs, on a ground, or by what became of a claim. */
import { answer, command } from '../law.ts';
import type { tellSigning } from './orders.ts';
import { chargeFee, notifyBoth } from './orders.ts';
import { drawEnding } from './papers.ts';

/** The first event of a child life. */
type Told = ReturnType<typeof tellSigning>;

export const SETTLING = '#task.progress.settling';
/** What is owed by then is settled, and the task ends so. */
export const ends = (ending: 'closed' | 'cancelled') => ({ type: 'beginSettling' as const, params: { ending } });

const leaves = (free: boolean) => ({ type: 'noteLeaving' as const, params: { free } });

/** Without cost to either side: only approved work is settled. */
export const giveUp = (
  by: 'customer' | 'contractor' | ('customer' | 'contractor')[],
  clause: string,
  guard?: 'holdIsTooLong' | 'accessIsDenied',
  first: Told[] = [],
) =>
  command(by, clause, {
    ...(guard && { guard }),
    calendar: true,
    brings: 'giveUp',
    target: SETTLING,
    actions: [...first, leaves(true), ends('cancelled'), ...notifyBoth('task-cancelled')],
  });

/** The customer leaves without a ground. The contractor can claim the actual costs in addition to those in the terms. */
export const cancel = (ofWork: boolean) =>
  command('customer', 'platform', {
    calendar: true,
    brings: ofWork ? 'cancelOfWork' : 'cancel',
    target: SETTLING,
    actions: [leaves(false), { type: 'oweCost' as const, params: { ofWork } }, ends('cancelled'), ...notifyBoth('task-cancelled')],
  });

/** The contractor's leaving without a ground: what the customer lost by it may be claimed. */
export const resign = () =>
  command('contractor', '4.2.1', {
    calendar: true,
    target: SETTLING,
    actions: [leaves(false), ends('cancelled'), ...notifyBoth('contractor-resigned')],
  });

interface Taking {
  guard?: 'otherSideAmendsRisks';
  check?: readonly ('bringsNoRisk' | 'reviewIsUnclaimed' | 'proposedStartIsAhead')[];
  target?: string;
  actions?: readonly unknown[];
}

/** Accepts the amendment of the other side, with its consequences in the current state. */
export const acceptAmendment = <const More extends Taking>({ guard, check, actions = [], ...more }: More) =>
  command(['customer', 'contractor'], '3.4', {
    guard: guard ?? 'otherSideAmends',
    check: [
      'versionIsCurrent',
      'proposalIsCurrent',
      'proposedEndIsAhead',
      'proposalKeepsAccepted',
      'proposalFitsAccepted',
      ...(check ?? []),
    ],
    calendar: true,
    ...more,
    actions: ['drawAmendment' as const, 'takeAmendment' as const, ...actions, ...notifyBoth('amendment-accepted')] as never,
  });

/** Changing or ending the deal by agreement: one side proposes, the other accepts or declines. */
export const byAgreement = (first: Told[] = []) => ({
  amend: command(['customer', 'contractor'], '3.4', {
    guard: 'nothingIsProposed',
    check: ['versionIsCurrent', 'newDatesFit', 'linesAreKnown', 'linesKeepAccepted', 'priceIsNamed', 'priceFitsAccepted'],
    platformCheck: 'holdOutlastsWork',
    actions: ['amendTerms' as const, ...notifyBoth('amendment-proposed')],
  }),
  declineAmendment: command(['customer', 'contractor'], '3.4', {
    guard: 'otherSideAmends',
    check: 'proposalIsCurrent',
    actions: ['dropProposals' as const, ...notifyBoth('proposal-declined')],
  }),
  proposeCancel: command(['customer', 'contractor'], '3.4', {
    guard: 'nothingIsProposed',
    check: 'costIsWithinPrice',
    actions: ['proposeCancellation' as const, ...notifyBoth('cancellation-proposed')],
  }),
  acceptCancel: command(['customer', 'contractor'], '3.4', {
    guard: 'otherSideCancels',
    check: ['proposalIsCurrent', 'proposedCostIsWithinPrice'],
    calendar: true,
    target: SETTLING,
    actions: [...first, drawEnding, 'oweCancellation' as const, ends('cancelled'), ...notifyBoth('task-cancelled')],
  }),
  declineCancel: command(['customer', 'contractor'], '3.4', {
    guard: 'otherSideCancels',
    check: 'proposalIsCurrent',
    actions: ['dropProposals' as const, ...notifyBoth('proposal-declined')],
  }),
});

/** A bank may drop what it kept for the task: the money is then asked for when it is due. */
export const holdLost = () => answer({ check: 'isOfThisPayment', actions: ['dropFunds' as const, ...notifyBoth('hold-lost')] });

/** The payer's bank may take back what was prepaid, too: all of it, or a part. */
export const fundsTakenBack = () => [
  answer({ check: ['isOfThisPayment', 'nothingIsKept'], actions: ['reduceFunds' as const, ...notifyBoth('hold-lost')] }),
  answer({ check: 'isOfThisPayment', actions: ['reduceFunds' as const] }),
];

/** What is admitted of a price pays for work and is due at once (R12): a debt, unless it was paid in advance or money is kept for it. */
export const admissionIsDue = () =>
  answer({ check: ['isOfAnOpenClaim', 'admissionCounts'], calendar: true, actions: ['oweAdmitted' as const, ...chargeFee()] });

/** A claim about a price that is dropped after a part of it was admitted. The claims' region closes it. */
export const admissionStands = () =>
  answer({ check: ['isOfAnOpenClaim', 'someWasAdmitted'], calendar: true, actions: ['keepAdmitted' as const, ...chargeFee()] });

/** A claim for the ending of the deal ends it with the sums that it named (9.1). No other claim does. */
export const settledByClaim = (first: Told[] = []) =>
  answer({
    check: ['isOfAnOpenClaim', 'isEndingClaim'],
    calendar: true,
    target: SETTLING,
    actions: [...first, 'oweSettlement' as const, ...chargeFee(), ends('closed'), ...notifyBoth('claim-settled')],
  });
