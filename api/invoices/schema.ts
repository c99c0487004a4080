/** The bodies of an invoice's commands, and its response. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { freeText } from '../free-text.ts';
import { civilDate, instant, tiyn } from '../resource/fields.ts';
import type { Commands } from '../resource/resource.ts';
import { Money, stateOf } from '../resource/schema.ts';
import { members, staff } from '../roles.ts';

const reasons = freeText(4_000);

/** By the command's name in the chart. */
export const COMMANDS = {
  pay: { body: z.strictObject({}), roles: members('accountant'), finishes: true, hasRules: true },
  recordPayment: {
    body: z.strictObject({ amount: tiyn, paidOn: civilDate, proof: freeText(2_000).optional() }),
    roles: staff('money', 'finance'),
    hasRules: true,
  },
  sendAgain: { body: z.strictObject({}), roles: staff('ordinary', 'finance') },
  warnAgain: { body: z.strictObject({}), roles: staff('ordinary', 'finance') },
  dispute: { body: z.strictObject({ reasons }), roles: members('accountant') },
  uphold: { body: z.strictObject({ reasons }), roles: staff('money', 'finance') },
  credit: { body: z.strictObject({ amount: tiyn, reasons }), roles: staff('money', 'finance') },
  claimPenalty: { body: z.strictObject({}), roles: staff('money', 'finance') },
  writeOff: { body: z.strictObject({ reasons }), roles: staff('money', 'finance') },
} satisfies Commands;

const DayRange = z.object({ from: z.string(), until: z.string(), days: z.int(), base: Money, penalty: Money, capped: z.boolean() }).meta({
  id: 'DayRange',
  description: 'A range of days with a penalty on the same sum, both ends included. Capped days add nothing (6.3)',
});
const Sum = z.object({ on: z.string(), amount: Money });

export const InvoiceFacts = z.object({
  paperNumber: z.string().meta({ description: 'The number of its papers, which a payer names' }),
  period: z.string().meta({ description: 'The month whose fees it gathers' }),
  principal: Money,
  lines: z.int().meta({ description: 'How many fees it gathers: GET /v1/fees?of={id}' }),
  drawnOn: z.string(),
  sentOn: z.string().nullable().meta({ description: 'The day from which its term runs. Null before it was sent: then nothing runs' }),
  dueOn: z.string(),
  terms: z.record(z.string(), z.unknown()),
  card: z
    .object({ payment: z.string(), amount: Money, payBy: z.string() })
    .nullable()
    .meta({ description: 'The payment by card that is open, by its id: GET /v1/payments/{id} has its page' }),
  payments: z.array(Sum).meta({
    description:
      'With what was paid too much before, on the day of drawing. Below zero: what a bank took back after it had become an advance for other invoices',
  }),
  credits: z.array(Sum),
  penaltyClaims: z.array(Sum).meta({ description: 'The penalty as it was claimed; the sheet of each is among the papers' }),
  writtenOffOn: z.string().nullable(),
  asOf: z.string().meta({ description: 'The day of the sums below, as at its end' }),
  penalty: Money,
  penaltyRanges: z.array(DayRange),
  principalOwed: Money,
  penaltyOwed: Money,
  penaltyCappedOn: z.string().nullable(),
  newTasksLimited: z
    .object({ toldOn: z.string(), from: z.string(), now: z.boolean() })
    .nullable()
    .meta({ description: 'The day of the warning, the day from which its customer posts no new tasks (3.2), and whether that is so now' }),
  notSentBecause: z.enum(['no-requisites', 'not-notified']).nullable(),
  papers: z.string().meta({ description: 'Its papers: the invoice, the act of services, credit notes and sheets of the penalty' }),
});

const InvoiceSummary = z
  .object({
    id: z.string(),
    number: z.int(),
    paperNumber: z.string(),
    state: stateOf(lifeTypes.invoice),
    stateName: z.string(),
    customer: z.uuid(),
    period: z.string(),
    principal: Money,
    credited: Money,
    paid: Money,
    drawnOn: z.string(),
    dueOn: z.string(),
    changedAt: instant,
  })
  .meta({ id: 'InvoiceSummary' });

export const InvoiceList = z.object({ items: z.array(InvoiceSummary), next: z.string().nullable() }).meta({ id: 'InvoiceList' });
