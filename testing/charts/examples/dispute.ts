/** Commands of a dispute with input that fits: for walks through its chart. */

import type { ClaimInput, DisputeContext, DisputeTerms } from '../../../charts/dispute/types.ts';
import type { ChartEvent } from '../../../charts/law.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

const { customer, first, second, operator } = accounts;

export const terms: DisputeTerms = {
  answerWorkingDays: 10,
  answerReminderWorkingDays: [5, 9],
  talksWorkingDays: 10,
  mostOffers: 3,
  limitationYears: 3,
  liability: { cap: '5000000', months: 12 },
};

/** A contractor's claim for 5 000 tenge. */
export const claiming = (given: Partial<ClaimInput> = {}): ClaimInput => ({
  id: 'dispute/one/1',
  parent: 'task/one',
  customer: customer as string,
  contractor: first as string,
  claimant: 'contractor',
  amount: '500000',
  demand: text('demand'),
  terms,
  ...given,
});

const { contractor: _, amount: __, parent: ___, ...alone } = claiming({ claimant: 'customer', against: 'operator' });
const claims: ClaimInput[] = [claiming(), claiming({ claimant: 'customer' }), alone];

export const disputeExamples: Examples<DisputeContext> = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,

  events({ offers, amount, instruction, courtAct }, at) {
    const by = (party: 'customer' | 'contractor' | 'operator', actor: string | undefined) => (type: string, input: object) =>
      ({ type, by: party, at, input: { ...input, calendar }, ...(actor !== undefined && { actor }) }) as ChartEvent;
    const reasons = text('reasons');
    const part = amount === undefined ? {} : { amount: '200000' };
    const sides = [by('customer', customer), by('contractor', first), by('operator', operator)];
    return [
      ...claims.map((input) => by(input.claimant, input[input.claimant])('claim', input)),
      ...sides.flatMap((side) => [
        side('admit', {}),
        side('admitInPart', { ...part, reasons }),
        side('reject', { reasons }),
        side('offer', { ...part, version: offers.length + 1 }),
        side('acceptOffer', { version: offers.length }),
        side('declineOffer', { version: offers.length }),
        side('endTalks', {}),
        side('drop', {}),
        side('jointInstruction', part),
        side('confirmInstruction', { version: instruction?.version }),
      ]),
      by('operator', operator)('recordCourtAct', { ...part, decidedOn: at.slice(0, 10), proof: text('proof') }),
      by('operator', second)('confirmCourtAct', { version: courtAct?.version }),
    ];
  },

  abstraction: ({ claimant, against, amount, offers, instruction, courtAct }) => [
    claimant,
    against,
    amount === undefined,
    offers.at(-1)?.side,
    offers.at(-1)?.declined,
    offers.length,
    instruction?.side,
    courtAct === undefined,
  ],
};
