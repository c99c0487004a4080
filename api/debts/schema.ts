/** The bodies of a debt's commands, and the debt's response. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { freeText } from '../free-text.ts';
import { civilDate, instant, tiyn } from '../resource/fields.ts';
import { lifeId } from '../resource/public-id.ts';
import type { Commands } from '../resource/resource.ts';
import { Money, stateOf } from '../resource/schema.ts';
import { either, members, staff } from '../roles.ts';

const reasons = freeText(4_000);
const report = z.int().min(1).max(10_000).meta({ description: 'The number of the report that the command answers' });
const proposal = z.int().min(1).max(10_000).meta({ description: 'The number of the proposal that the command answers' });

const paying = either(members('accountant'), staff('money', 'finance'));
const receiving = either(members('manager', 'accountant'), staff('money', 'finance'));
/** A command binds if it gives a debt up or agrees to another way of payment. */
const binding = either(members('signatory'), staff('money', 'finance'));

/** By the command's name in the chart. An account without access still owes and is owed. */
export const DEBT_COMMANDS = {
  report: {
    body: z.strictObject({
      amount: tiyn.optional().meta({ description: 'Integer tiyn. Default: all that is owed and not yet reported' }),
      paidOn: civilDate,
      proof: freeText(2_000).optional(),
      order: z
        .int()
        .min(1)
        .max(10_000)
        .optional()
        .meta({ description: 'For the operator: the number of the payment order. The amount must be that of the order' }),
    }),
    roles: paying,
    finishes: true,
  },
  orderPayment: {
    body: z.strictObject({
      amount: tiyn.optional().meta({ description: 'Integer tiyn. Default: all that is owed and not yet reported' }),
    }),
    roles: staff('money', 'finance'),
  },
  pay: {
    body: z.strictObject({
      amount: tiyn.optional().meta({ description: 'Integer tiyn. Default: all that is owed and not yet reported' }),
    }),
    roles: members('accountant'),
    finishes: true,
  },
  confirm: {
    body: z.strictObject({
      report: report.optional().meta({ description: 'The report that is confirmed. Omit it if no report awaits an answer' }),
      amount: tiyn
        .optional()
        .meta({ description: 'The sum received, in integer tiyn. Default: the reported sum, or else all that is owed' }),
    }),
    roles: receiving,
    finishes: true,
  },
  deny: { body: z.strictObject({ report, reasons }), roles: receiving, finishes: true },
  waive: { body: z.strictObject({ reasons }), roles: members('signatory'), finishes: true },
  writeOff: { body: z.strictObject({ reasons }), roles: staff('money', 'finance') },
  proposeSetOff: {
    body: z.strictObject({ debt: lifeId.meta({ description: 'The counter-debt. It must be open and between the same two parties' }) }),
    roles: binding,
    papers: true,
  },
  acceptSetOff: {
    body: z.strictObject({ proposal, debt: lifeId.meta({ description: 'The counter-debt that the proposal names' }) }),
    roles: binding,
    papers: true,
  },
  declineSetOff: { body: z.strictObject({ proposal }), roles: binding },
} satisfies Commands;

const ground = z
  .enum(['settlement', 'admission', 'court-act', 'cost-of-leaving', 'overpayment'])
  .meta({ description: 'The ground of the debt' });
const party = z.enum(['customer', 'contractor', 'operator']);
const sums = {
  amount: Money,
  paid: Money.meta({ description: 'The sum that the creditor has confirmed, or has received through the platform' }),
  owed: Money.meta({ description: '`amount` minus the sums paid, set off and waived' }),
};
const days = {
  dueOn: z.string().meta({ description: 'The last day on which payment is in time' }),
  overdueSince: z.string().nullable().meta({ description: 'The first day on which payment was late' }),
};

export const DebtFacts = z.object({
  papers: z.string().meta({ description: 'Where its papers are listed: the statements of its set-offs' }),
  task: z.uuid().nullable(),
  from: z.object({ life: z.string(), id: z.string(), href: z.string() }).meta({ description: 'The matter from which the debt arose' }),
  ground,
  debtor: party,
  creditor: party,
  ...sums,
  setOff: Money,
  waived: Money,
  ...days,
  arisenAt: instant,
  reports: z.array(
    z.object({
      number: z.int(),
      at: instant,
      amount: Money,
      paidOn: z.string(),
      proof: z.string().nullable(),
      answer: z
        .object({ at: instant, answer: z.enum(['confirmed', 'denied']), amount: Money.nullable(), reasons: z.string().nullable() })
        .nullable(),
    }),
  ),
  transfer: z.object({ amount: Money, payment: z.string(), payout: z.string().nullable() }).nullable().meta({
    description: 'The payment through the platform. Without a payout it is requested; with one, it is received and being sent on',
  }),
  order: z
    .object({ number: z.int(), at: instant, amount: Money })
    .nullable()
    .meta({ description: 'For the operator: the payment order. One member of staff gives it, and another makes the payment' }),
  answerBy: z.string().nullable().meta({ description: 'The end of the term to answer the reports' }),
  proposal: z
    .object({
      number: z.int(),
      at: instant,
      side: z.enum(['debtor', 'creditor']),
      debt: z.string(),
      amount: Money,
      acceptedAt: instant.nullable(),
      became: z.enum(['declined', 'accepted', 'failed', 'done']).nullable(),
    })
    .nullable()
    .meta({ description: 'The latest proposal of a set-off' }),
  waiver: z.object({ at: instant, reasons: z.string().nullable() }).nullable(),
});

/** States by their first part, for a list. */
export const DEBT_STATES = ['open', 'overdue', 'reported', 'paying', 'settingOff', 'paid', 'setOff', 'waived'] as const;

const DebtSummary = z
  .object({
    id: z.string(),
    number: z.int(),
    state: stateOf(lifeTypes.debt),
    stateName: z.string(),
    task: z.uuid().nullable(),
    ground,
    debtor: party,
    creditor: party,
    ...sums,
    ...days,
    arisenAt: instant,
    changedAt: instant,
  })
  .meta({ id: 'DebtSummary' });

export const DebtList = z.object({ items: z.array(DebtSummary), next: z.string().nullable() }).meta({ id: 'DebtList' });
