/** Holds of a task: why its terms stop (8.1, 4.2.3, 4.3.2, 4.4.2), which of them last, and what each of them stops. */
import type { Hold, ProposedWork, TaskContext } from './types.ts';

type Kind = Hold['kind'];

/** Holds that stop the work itself: they end with it. */
export const OF_WORK: readonly Kind[] = ['unsafe', 'no-access', 'risk'];

/** Holds that stop the clocks: of force majeure only an admitted one (8.1). */
export const stopping = (holds: readonly Hold[] | undefined): Hold[] =>
  (holds ?? []).filter(({ kind, admitted }) => kind !== 'force-majeure' || admitted === true);

/** Holds that have not ended. */
export const lasting = (holds: readonly Hold[] | undefined): Hold[] => (holds ?? []).filter(({ until }) => until === undefined);

/** The holds, those that match ended at a moment. */
export const ended = (holds: readonly Hold[], ends: (hold: Hold) => boolean, at: string): Hold[] =>
  holds.map((hold) => (hold.until === undefined && ends(hold) ? { ...hold, until: at } : hold));

export const isHeld = (holds: readonly Hold[], kind: Kind, party?: string): boolean =>
  lasting(holds).some((hold) => hold.kind === kind && (party === undefined || hold.party === party));

export const openForceMajeure = ({ holds }: TaskContext): Hold | undefined => lasting(holds).find(({ kind }) => kind === 'force-majeure');

/** Whether a suspension lasts that stops what goes through the platform too. Direct payments are between the parties (5.2). */
export const areSumsStopped = ({ payment, holds }: TaskContext): boolean =>
  payment === 'platform' && lasting(holds).some(({ stopsMoney }) => stopsMoney);

/** The party that an account is in the task. */
export const partyBy = ({ customer, contractor }: TaskContext, account: string): Hold['party'] | undefined => {
  if (account === customer) return 'customer';
  return contractor !== undefined && account === contractor ? 'contractor' : undefined;
};

/** Whether new terms declare hazards that the terms before them did not: they ask for a briefing of their own (4.3.1, 4.3.2). */
export const bringsRisk = (now: ProposedWork, before: ProposedWork): boolean => now.hazards !== undefined && now.hazards !== before.hazards;
