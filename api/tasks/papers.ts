/** Which commands of a task lead to papers, and what these need of the parties. */
import type { TaskContext } from '../../charts/task/types.ts';
import type { Precondition } from '../../lives/precondition.ts';
import type { PaperKind } from '../../rules/requisites.ts';
import { dealPapers, havePaperRequisites } from '../requisites/needed.ts';

/**
 * A deal begins with all that its papers will need of both parties, so that nobody finds a lack at its end. Later commands ask only for one's own: a
 * power of attorney may have ended meanwhile, and the other party must not be held up by it.
 */
export function papersNeed(name: string, context: TaskContext, account: string): Precondition[] {
  const { customer, contractor, payment, terms } = context;
  const deal = dealPapers(terms.paper);
  const sideOf = (party: 'customer' | 'contractor', of: string) => ({
    ...{ account: of, party },
    isPaid: party === 'contractor' && payment === 'direct',
  });
  const own = (papers: readonly PaperKind[]): Precondition[] =>
    account === customer || account === contractor
      ? [havePaperRequisites(papers, [sideOf(account === customer ? 'customer' : 'contractor', account)], account)]
      : [];
  switch (name) {
    case 'choose':
      return own(deal);
    case 'accept':
      // The chart refuses a customer who accepts.
      return customer === undefined || account === customer
        ? []
        : [havePaperRequisites(deal, [sideOf('contractor', account), sideOf('customer', customer)], account)];
    case 'acceptAmendment':
      return own([terms.paper === 'order' ? 'order' : 'amendment']);
    case 'submit':
    case 'approve':
    case 'approvePart':
      return own(['completion-act']);
    default:
      return [];
  }
}
