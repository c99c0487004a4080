/** The steps by which a task goes on as agreed, by the state that waits for them. */
import type { AwaitedSteps } from '../life-type.ts';

/** A risk that was reported is told of and acknowledged whatever else is done. */
const aboutRisks = ['brief', 'acknowledge'];

export const awaited: AwaitedSteps = {
  'progress.posted': ['respond', 'choose', 'accept'],
  'progress.agreed.unsigned': ['signAgain'],
  'progress.agreed.unfunded': ['fund'],
  'progress.agreed.stopped': ['resumeWork'],
  'progress.agreed.briefing.awaited': ['brief'],
  'progress.agreed.briefing.late': ['brief'],
  'progress.agreed.briefing.told': ['acknowledge'],
  'progress.agreed.briefing.unconfirmed': ['acknowledge'],
  'progress.agreed.awaited': ['start', ...aboutRisks],
  'progress.agreed.late': ['start', ...aboutRisks],
  'progress.agreed.missed': ['start', ...aboutRisks],
  'progress.executing.working': ['submit', 'resumeWork', ...aboutRisks],
  'progress.executing.overdue': ['submit', 'resumeWork', ...aboutRisks],
  'progress.executing.lapsed': ['submit', 'resumeWork', ...aboutRisks],
  'progress.review.awaited': ['approve'],
  'progress.review.silent': ['approve'],
  'progress.settling.unpaid': ['pay'],
  'progress.settling.due': ['report'],
  'progress.settling.overdue': ['report'],
  'progress.settling.reported': ['confirm'],
};
