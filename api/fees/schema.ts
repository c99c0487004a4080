/** The bodies of a fee's commands, and the fee's response. */
import { z } from 'zod';
import { freeText } from '../free-text.ts';
import { civilDate, tiyn } from '../resource/fields.ts';
import type { Commands } from '../resource/resource.ts';
import { Money } from '../resource/schema.ts';
import { staff } from '../roles.ts';

/** By the command's name in the chart. */
export const COMMANDS = {
  recordPayment: {
    body: z.strictObject({ amount: tiyn, paidOn: civilDate, proof: freeText(2_000).optional() }),
    roles: staff('money', 'finance'),
  },
  sendAgain: { body: z.strictObject({}), roles: staff('ordinary', 'finance') },
  writeOff: { body: z.strictObject({ reasons: freeText(4_000) }), roles: staff('money', 'finance') },
} satisfies Commands;

const DayRange = z.object({ from: z.string(), until: z.string(), days: z.int(), base: Money, penalty: Money, capped: z.boolean() }).meta({
  id: 'DayRange',
  description: 'A range of days with a penalty on the same sum, both ends included. Capped days add nothing (6.3)',
});

export const FeeFacts = z.object({
  task: z.string(),
  principal: Money,
  dueOn: z.string(),
  terms: z.record(z.string(), z.unknown()),
  payments: z.array(z.object({ on: z.string(), amount: Money })),
  writtenOffOn: z.string().nullable(),
  asOf: z.string().meta({ description: 'The day of the sums below, as at its end' }),
  penalty: Money,
  penaltyRanges: z.array(DayRange),
  principalOwed: Money,
  penaltyOwed: Money,
  penaltyCappedOn: z.string().nullable(),
  noPenaltyBecause: z.enum(['asked', 'no-requisites', 'not-notified']).nullable().meta({
    description: 'The reason why no penalty accrues after the term: the notice is being checked, named no account, or was not sent',
  }),
});

const FeeSummary = z
  .object({
    id: z.string(),
    number: z.int(),
    state: z.string(),
    stateName: z.string(),
    task: z.string(),
    customer: z.uuid(),
    principal: Money,
    paid: Money,
    dueOn: z.string(),
    chargedAt: z.string(),
    changedAt: z.string(),
  })
  .meta({ id: 'FeeSummary' });

export const FeeList = z.object({ items: z.array(FeeSummary), next: z.string().nullable() }).meta({ id: 'FeeList' });
