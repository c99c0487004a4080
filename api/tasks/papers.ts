/** Which commands of a task lead to papers, and what these need of the parties. */
import type { Subject } from '../../charts/dispute/types.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import type { Precondition } from '../../lives/precondition.ts';
import type { PaperKind } from '../../rules/requisites.ts';
import { claimNeeds } from '../disputes/papers.ts';
import { dealPapers, haveOwnRequisites, havePaperRequisites } from '../requisites/needed.ts';

/**
 * A deal begins with all that its papers will need of both parties, so that nobody finds a lack at its end. Later commands ask only for one's own: a
 * power of attorney may have ended meanwhile, and the other party must not be held up by it. `refuse` asks for nothing: work that nobody refuses in time
 * is accepted, so the customer must not lose a day to a form.
 */
export function papersNeed(name: string, body: Record<string, unknown>, context: TaskContext, account: string): Precondition[] {
  const { customer, contractor, payment, terms } = context;
  const deal = dealPapers(terms.paper);
  const isPaid = (party: 'customer' | 'contractor') => party === 'contractor' && payment === 'direct';
  const own = (...papers: PaperKind[]): Precondition[] => haveOwnRequisites(papers, { customer, contractor }, account, isPaid);
  switch (name) {
    case 'choose':
      return own(...deal);
    case 'accept':
      // The chart refuses a customer who accepts.
      return customer === undefined || account === customer
        ? []
        : [
            havePaperRequisites(
              deal,
              [
                { account, party: 'contractor', isPaid: isPaid('contractor') },
                { account: customer, party: 'customer', isPaid: false },
              ],
              account,
            ),
          ];
    case 'amend':
    case 'acceptAmendment':
      return own(terms.paper === 'order' ? 'order' : 'amendment');
    case 'proposeCancel':
    case 'acceptCancel':
      return own('ending-agreement');
    case 'acknowledge':
      return own('briefing-sheet');
    case 'submit':
    case 'approve':
      return own('completion-act');
    case 'approvePart':
      return own('completion-act', 'defect-list');
    case 'claim':
      return claimNeeds({ ...(body as { about: Subject }), parent: context.id }, context, account);
    default:
      return [];
  }
}
