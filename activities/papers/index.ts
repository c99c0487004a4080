/** How each kind of paper is drawn from the record that ordered it. */
import type { IssuePaper } from '../../charts/effects.ts';
import { creditNote } from '../../documents/billing/credit-note.ts';
import { invoicePaper } from '../../documents/billing/invoice.ts';
import { penaltySheet } from '../../documents/billing/penalty-sheet.ts';
import { serviceAct } from '../../documents/billing/service-act.ts';
import { amendment } from '../../documents/deal/amendment.ts';
import { briefingSheet } from '../../documents/deal/briefing.ts';
import { endingAgreement } from '../../documents/deal/ending.ts';
import { defectList, refusal } from '../../documents/deal/refusal.ts';
import { answerToClaim } from '../../documents/dispute/answer.ts';
import { claim } from '../../documents/dispute/claim.ts';
import { pretrialStatement } from '../../documents/dispute/pretrial-statement.ts';
import { settlement } from '../../documents/dispute/settlement.ts';
import { operatorNamed } from '../../documents/operator.ts';
import type { Paper } from '../../documents/paper.ts';
import { setOffStatement } from '../../documents/set-off.ts';
import { amended, briefed, endedByAgreement, notAccepted } from './of-deal.ts';
import { setOff } from './of-debt.ts';
import { deliveriesOf, disputeFactsOf } from './of-dispute.ts';
import { billed, credited, penaltyClaimed } from './of-invoice.ts';
import type { Source } from './sources.ts';

type Order<Kind extends IssuePaper['kind']> = Extract<IssuePaper, { kind: Kind }>;
type Drawer<Kind extends IssuePaper['kind']> = (source: Source, order: Order<Kind>) => Promise<Paper>;

const DRAWERS: { [Kind in IssuePaper['kind']]: Drawer<Kind> } = {
  claim: async (source) => claim(await disputeFactsOf(source), source.drawing),
  answer: async (source) => answerToClaim(await disputeFactsOf(source), source.drawing),
  settlement: async (source) => settlement(await disputeFactsOf(source), source.drawing),
  'pre-trial-statement': async (source) => {
    const [dispute, deliveries] = await Promise.all([disputeFactsOf(source), deliveriesOf(source)]);
    return pretrialStatement({ dispute, deliveries, issuer: operatorNamed(source.operator) }, source.drawing);
  },
  refusal: async (source, order) => refusal(await notAccepted(source, order), source.drawing),
  'defect-list': async (source, order) => defectList(await notAccepted(source, order), source.drawing),
  'briefing-sheet': async (source, order) => briefingSheet(await briefed(source, order), source.drawing),
  invoice: async (source) => invoicePaper(await billed(source), source.drawing),
  'service-act': async (source) => serviceAct(await billed(source), source.drawing),
  'credit-note': async (source, order) => creditNote(await credited(source, order), source.drawing),
  'penalty-sheet': async (source, order) => penaltySheet(await penaltyClaimed(source, order), source.drawing),
  amendment: async (source, order) => amendment(await amended(source, order), source.drawing),
  'set-off-statement': async (source, order) => setOffStatement(await setOff(source, order), source.drawing),
  'ending-agreement': async (source, order) => endingAgreement(await endedByAgreement(source, order), source.drawing),
};

/** Draws the paper that was ordered. @throws Error if the record has not what the paper is about. */
export const drawPaper = (source: Source, order: IssuePaper): Promise<Paper> =>
  (DRAWERS[order.kind] as Drawer<IssuePaper['kind']>)(source, order);
