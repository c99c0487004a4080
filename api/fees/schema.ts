/** The response of a fee. Nobody gives it a command. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { instant } from '../resource/fields.ts';
import { Money, stateOf } from '../resource/schema.ts';

export const FeeFacts = z.object({
  task: z.string().nullable().meta({ description: 'The task whose work it is charged on; null for a subscription' }),
  period: z.string().nullable().meta({ description: 'The month of a subscription' }),
  principal: Money,
  claim: z
    .object({
      dispute: z.string(),
      ground: z.enum(['admission', 'settlement', 'court-act']),
      amount: Money.meta({ description: 'What the customer pays more for the work by it. Negative: what comes off the price' }),
      work: Money.meta({ description: 'What is to be paid for the work of the task with it' }),
      charged: Money.meta({ description: 'The most of that at any time: what the commission was charged on' }),
    })
    .nullable()
    .meta({ description: 'The claim after the end of the task that it is charged on (9.1)' }),
  terms: z.record(z.string(), z.unknown()).meta({ description: 'Of the invoice that gathers it' }),
});

const FeeSummary = z
  .object({
    id: z.string(),
    number: z.int(),
    state: stateOf(lifeTypes.fee),
    stateName: z.string(),
    task: z.string().nullable(),
    customer: z.uuid(),
    principal: Money,
    invoice: z.string().nullable().meta({ description: 'The invoice that it is a line of: /v1/invoices/{invoice}. Null before' }),
    chargedAt: instant,
  })
  .meta({ id: 'FeeSummary' });

export const FeeList = z.object({ items: z.array(FeeSummary), next: z.string().nullable() }).meta({ id: 'FeeList' });
