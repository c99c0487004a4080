/** The steps by which a task goes on as agreed, by the state that waits for them. */
import type { AwaitedSteps } from '../life-type.ts';

export const awaited: AwaitedSteps = {
  'progress.posted': ['respond', 'choose', 'accept'],
  'progress.agreed.unsigned': ['signAgain'],
  'progress.agreed.unfunded': ['fund'],
  'progress.agreed.briefing.awaited': ['brief'],
  'progress.agreed.briefing.late': ['brief'],
  'progress.agreed.briefing.told': ['acknowledge'],
  'progress.agreed.briefing.unconfirmed': ['acknowledge'],
  'progress.agreed.awaited': ['start', 'acknowledge'],
  'progress.agreed.late': ['start', 'acknowledge'],
  'progress.agreed.missed': ['start', 'acknowledge'],
  'progress.executing.working': ['submit', 'resumeWork', 'brief', 'acknowledge'],
  'progress.executing.overdue': ['submit', 'resumeWork', 'acknowledge'],
  'progress.executing.lapsed': ['submit', 'resumeWork', 'acknowledge'],
  'progress.review.awaited': ['approve'],
  'progress.review.silent': ['approve'],
  'progress.settling.unpaid': ['pay'],
  'progress.settling.due': ['report'],
  'progress.settling.overdue': ['report'],
  'progress.settling.reported': ['confirm'],
};
