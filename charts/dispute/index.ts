import { defineLifeType } from '../life-type.ts';
import type { Reader } from './chart.ts';
import { disputeChart as chart, factsOf, readersOf } from './chart.ts';
import { consequences } from './consequences.ts';
import { disputeMessages as messages } from './messages.ts';
import type { DisputeContext } from './types.ts';

export const dispute = defineLifeType<DisputeContext, Reader>({
  chart,
  messages,
  awaited: { 'unsettled.checkable': ['confirmCourtAct'] },
  consequences,
  recipients: readersOf,
  facts: factsOf,
  summary: ({ claimant, against, amount }) =>
    `${amount === undefined ? 'no sum' : `${Number(amount) / 100} KZT`}, by the ${claimant} against the ${against ?? 'other party'}`,
});
