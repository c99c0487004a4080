/** The bodies of a claim and of each dispute command, and the dispute's answer. */
import { z } from 'zod';
import { freeText } from '../free-text.ts';
import { civilDate, sumFrom, tiyn } from '../resource/fields.ts';
import type { Commands } from '../resource/resource.ts';
import { Money } from '../resource/schema.ts';
import { either, members, staff } from '../roles.ts';

const demand = freeText(10_000).meta({ description: 'What is demanded, on what grounds, and how the sum is reckoned' });
const reasons = freeText(4_000);
const version = z.int().min(1).max(1_000).meta({ description: 'The offer, instruction or record that the act is about' });
const share = sumFrom(0).meta({
  description: 'What the claimant gets of the disputed sum, in integer tiyn; left out where the demand is not for money',
});

export const PostDispute = z
  .strictObject({
    task: z.uuid().toLowerCase().optional().meta({ description: 'The task that the claim is about' }),
    against: z.enum(['counterparty', 'operator']),
    amount: tiyn.optional().meta({ description: 'The sum in dispute, in integer tiyn; left out where the demand is not for money' }),
    demand,
  })
  .refine(({ against, task }) => against === 'operator' || task !== undefined, {
    path: ['task'],
    message: 'a claim against the other party names the task',
  })
  .meta({ id: 'PostDispute' });

/** What is said in a dispute binds: signatories of a company, and for the operator its finance staff. */
const binding = either(members('signatory'), staff('finance'));
export const CLAIM_ROLES = members('manager', 'signatory');

/** By the command's name in the chart. */
export const DISPUTE_COMMANDS = {
  admit: { body: z.strictObject({}), roles: binding },
  admitInPart: { body: z.strictObject({ amount: share.optional(), reasons }), roles: binding },
  reject: { body: z.strictObject({ reasons }), roles: binding },
  offer: {
    body: z.strictObject({
      version: version.meta({ description: 'The number the offer will bear: one more than the last' }),
      amount: share.optional(),
      note: freeText(4_000).optional(),
    }),
    roles: binding,
  },
  acceptOffer: { body: z.strictObject({ version }), roles: binding },
  declineOffer: { body: z.strictObject({ version, reasons: reasons.optional() }), roles: binding },
  endTalks: { body: z.strictObject({}), roles: binding },
  drop: { body: z.strictObject({ reasons: reasons.optional() }), roles: binding },
  jointInstruction: { body: z.strictObject({ amount: share.optional(), note: freeText(4_000).optional() }), roles: binding },
  confirmInstruction: { body: z.strictObject({ version }), roles: binding },
  recordCourtAct: {
    body: z.strictObject({ amount: share.optional(), decidedOn: civilDate, proof: freeText(4_000) }),
    roles: staff('finance'),
  },
  confirmCourtAct: { body: z.strictObject({ version }), roles: staff('finance') },
} satisfies Commands;

/** What was said: of the sum, and in words. */
const said = { at: z.string(), toClaimant: Money.nullable(), words: z.string().nullable() };
const side = z.enum(['claimant', 'respondent']);

const deadlines = z.object({ answerReminders: z.array(z.string()), answerBy: z.string(), talksBy: z.string(), lapseBy: z.string() });

export const DisputeFacts = z.object({
  task: z.uuid().nullable(),
  claimant: z.enum(['customer', 'contractor']),
  against: z.enum(['counterparty', 'operator']),
  amount: Money.nullable(),
  demand: z.string().nullable(),
  sentAt: z.string(),
  deadlines,
  answer: z.object({ ...said, answer: z.enum(['admitted', 'admitted-in-part', 'rejected']) }).nullable(),
  offers: z.array(z.object({ ...said, version: z.int(), side, declined: z.boolean() })),
  certificate: z
    .object({
      sentAt: z.string(),
      answerBy: z.string(),
      answer: z.enum(['admitted', 'admitted-in-part', 'rejected', 'silence']),
      answeredAt: z.string().optional(),
      offers: z.int(),
      endedAt: z.string(),
      endedBy: z.enum(['claimant', 'term']),
    })
    .nullable()
    .meta({ description: 'That the pre-trial step was kept (9.1), with its dates' }),
  instruction: z.object({ ...said, version: z.int(), side }).nullable(),
  courtAct: z.object({ ...said, version: z.int(), decidedOn: z.string() }).nullable(),
  outcome: z
    .object({ by: z.enum(['admission', 'offer', 'instruction', 'court-act']), toClaimant: Money, toRespondent: Money })
    .nullable()
    .meta({ description: 'What of the disputed sum goes to whom' }),
  limit: z
    .object({ atMost: Money, paidInMonths: z.int(), clause: z.string() })
    .nullable()
    .meta({ description: 'The most that the operator answers for: what the user paid in so many months, and never more than this (6.2)' }),
});

/** States by their first part, for a list. */
export const DISPUTE_STATES = ['sent', 'talks', 'unsettled', 'settled', 'dropped', 'decided', 'lapsed'] as const;

const DisputeSummary = z
  .object({
    id: z.string(),
    number: z.int(),
    state: z.string(),
    stateName: z.string(),
    task: z.string().nullable(),
    claimant: z.enum(['customer', 'contractor']),
    against: z.enum(['counterparty', 'operator']),
    customer: z.uuid().nullable(),
    contractor: z.uuid().nullable(),
    amount: Money.nullable(),
    deadlines,
    sentAt: z.string(),
    changedAt: z.string(),
  })
  .meta({ id: 'DisputeSummary' });

export const DisputeList = z.object({ items: z.array(DisputeSummary), next: z.string().nullable() }).meta({ id: 'DisputeList' });
