/** Commands of a dispute with valid input, for walks through its chart. */
import type { ClaimInput, DisputeContext, DisputeTerms } from '../../../charts/dispute/types.ts';
import type { ChartEvent } from '../../../charts/law.ts';
import type { Examples } from '../state-space.ts';
import { givenAt } from './account.ts';
import { accounts, calendar, noted, terms as taskTerms, text } from './task.ts';

const { customer, first, second, operator } = accounts;

export const terms: DisputeTerms = {
  answerWorkingDays: 10,
  answerReminderWorkingDays: [5, 9],
  openReminderWorkingDays: [2, 4],
  talksWorkingDays: 10,
  mostOffers: 2,
  mostStatements: 1,
  limitationYears: 3,
  objectionWorkingDays: 5,
  untilMostDays: 3_650,
  courtActForceMostDays: 366,
  courtActMostRecords: 2,
  liability: { cap: '5000000', months: 12, paid: '250000', from: '2025-04-01', to: '2026-04-01', payments: [] },
  debt: taskTerms.debt,
};

/** The customer has to sign a settlement electronically. */
const settlement: DisputeTerms['settlement'] = {
  ways: { customer: ['cms'], contractor: ['account', 'code', 'cms'] },
  signWorkingDays: 5,
  signReminderWorkingDays: [2],
};

/** A contractor's claim for 5 000 tenge. */
export const claiming = (given: Partial<ClaimInput> = {}): ClaimInput => ({
  id: 'dispute/one/1',
  parent: 'task/one',
  customer: customer as string,
  contractor: first as string,
  claimant: 'contractor',
  about: 'price',
  submission: 1,
  amount: '500000',
  demand: text('demand'),
  terms,
  ...given,
});

const { contractor: _, amount: __, parent: ___, submission: ____, ...alone } = claiming({ claimant: 'customer', against: 'operator' });
const { amount: _____, submission: ______, ...conduct } = claiming({ about: 'conduct' });
const claims: ClaimInput[] = [
  claiming(),
  claiming({ claimant: 'customer', about: 'damages', sums: ['400000', '100000'], calculation: text('calculation') }),
  { ...alone, about: 'damages', amount: '300000', sums: ['300000'] },
  conduct,
  { ...conduct, terms: { ...terms, settlement } },
];

export const disputeExamples: Examples<DisputeContext> = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,

  events({ against, offers, amount, admitted, instruction, agreed, courtAct, raisedLimit, deadlines }, at) {
    const by = givenAt(at);
    const told = (type: string, input: object): ChartEvent => ({ type, by: 'platform', at, input: { ...input, calendar } });
    const reasons = text('reasons');
    const until = '2035-12-30';
    const part = amount === undefined ? { until } : { amount: admitted === undefined ? '200000' : '100000' };
    const whole = amount === undefined ? { until } : {};
    const sides = [by('customer', customer), by('contractor', first), by('operator', operator)];
    // Beyond its limit the operator may offer nothing.
    const partOf = (side: (typeof sides)[number]) =>
      against === 'operator' && side === sides[2] && amount !== undefined ? { amount: '0' } : part;
    return [
      ...claims.map((input) => by(input.claimant, input[input.claimant])('claim', input)),
      ...sides.flatMap((side) => [
        side('admit', whole),
        side('admitInPart', { ...part, reasons }),
        side('reject', { reasons }),
        // After an offer of nothing, further such offers add nothing new.
        ...(side === sides[2] && offers.length > 0 ? [] : [side('offer', { ...partOf(side), version: offers.length + 1 })]),
        side('acceptOffer', { version: offers.length }),
        side('declineOffer', { version: offers.length }),
        side('endTalks', {}),
        side('drop', {}),
        side('jointInstruction', partOf(side)),
        side('confirmInstruction', { version: instruction?.version }),
      ]),
      ...['signed', 'signingRefused', 'signingExpired'].map((type) => told(type, {})),
      ...(agreed?.signed.length ? [] : [told('partySigned', { party: 'customer' })]),
      // Requests and notes change nothing else, so they are tried before anything else happens.
      ...(instruction === undefined && courtAct === undefined && offers.length === 0
        ? [
            ...sides.slice(0, 2).map((side) => side('requestStatement', {})),
            ...(deadlines === undefined ? [] : [told('messagesNoted', noted)]),
          ]
        : []),
      by('operator', operator)('recordCourtAct', {
        ...part,
        court: text('court'),
        caseNumber: text('case'),
        decidedOn: '2026-04-20',
        inForceOn: '2026-04-20',
        proof: text('proof'),
        ...(admitted !== undefined && { covers: 'rest' }),
      }),
      // Less than the admitted 2 000.
      ...(admitted === undefined
        ? []
        : [
            by('operator', operator)('recordCourtAct', {
              amount: '150000',
              covers: 'whole',
              court: text('court'),
              caseNumber: text('case'),
              decidedOn: '2026-04-20',
              inForceOn: '2026-04-20',
              proof: text('proof'),
            }),
          ]),
      // The limit of 6.2 is the same at every stage.
      ...(against === 'operator' && offers.length === 0 && instruction === undefined && courtAct === undefined
        ? [
            by('operator', operator)('proposeLimit', { amount: '300000', reasons }),
            by('operator', second)('confirmLimit', { version: raisedLimit?.version }),
            by('operator', operator)('refuseLimit', { version: raisedLimit?.version, reasons }),
          ]
        : []),
      ...sides.slice(0, 2).map((side) => side('objectToCourtAct', { version: courtAct?.version, reasons })),
      by('operator', second)('confirmCourtAct', { version: courtAct?.version, reasons }),
    ];
  },

  abstraction: (
    { claimant, against, about, amount, admitted, offers, instruction, agreed, courtAct, raisedLimit, requested, answer, terms: own },
    states,
  ) => [
    own?.settlement !== undefined,
    agreed && [agreed.by, agreed.signed.length],
    // After a settlement that was not signed, the talks go on as they were.
    agreed && answer !== undefined,
    instruction?.declined,
    about,
    admitted === undefined,
    courtAct?.objections.map(({ side }) => side).toSorted(),
    courtAct?.covers,
    courtAct?.version,
    raisedLimit && [raisedLimit.amount, raisedLimit.became],
    instruction?.version,
    claimant,
    against,
    amount === undefined,
    // After the talks no offer stands.
    states.some((id) => id.startsWith('dispute.unsettled'))
      ? instruction === undefined && courtAct === undefined && offers.length > 0
      : [offers.at(-1)?.side, offers.at(-1)?.declined, offers.length],
    instruction?.side,
    courtAct === undefined,
    // No more is requested afterwards.
    instruction === undefined && courtAct === undefined && [requested?.customer, requested?.contractor],
  ],
};
