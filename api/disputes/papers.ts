/** What the papers of a claim need of who gives the command. */
import { makesDebt } from '../../charts/dispute/claim-rules.ts';
import type { DisputeContext, Subject } from '../../charts/dispute/types.ts';
import type { BoundParties } from '../../charts/law.ts';
import type { Precondition } from '../../lives/precondition.ts';
import type { PaperKind } from '../../rules/requisites.ts';
import { haveOwnRequisites } from '../requisites/needed.ts';

interface Claimed {
  about: Subject;
  amount?: unknown;
  /** The life that would pay: the deal. */
  parent?: string | undefined;
}

/** Who is to be paid beside a deal says where to: otherwise the papers of the deal say it, or a price goes down. */
const isToBePaid = ({ amount, ...claim }: Claimed): boolean => amount !== undefined && makesDebt(claim);

/**
 * Of the claimant, for the claim itself. A claim that goes through its running deal asks for nothing: the deal has asked for it, and work that nobody claims
 * about in time is accepted.
 */
export const claimNeeds = (claim: Claimed, parties: BoundParties, claimant: string): Precondition[] =>
  haveOwnRequisites(makesDebt(claim) ? ['claim'] : [], parties, claimant, () => isToBePaid(claim));

/** Who names terms is asked as well as who agrees to them: the settlement is drawn when the other agrees. */
const PAPERS: Record<string, readonly PaperKind[]> = {
  admit: ['answer', 'settlement'],
  admitInPart: ['answer'],
  reject: ['answer'],
  offer: ['settlement'],
  acceptOffer: ['settlement'],
  jointInstruction: ['settlement'],
  confirmInstruction: ['settlement'],
};

/** Of either side, for the answer and the settlement. */
export const papersNeed = (name: string, context: DisputeContext, account: string): Precondition[] =>
  haveOwnRequisites(PAPERS[name] ?? [], context, account, (party) => party === context.claimant && isToBePaid(context));
