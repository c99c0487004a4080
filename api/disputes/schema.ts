/** The bodies of a claim and of each dispute command, and the dispute's response. */
import { z } from 'zod';
import { asText, freeText } from '../free-text.ts';
import { civilDate, sumFrom, tiyn } from '../resource/fields.ts';
import type { Commands } from '../resource/resource.ts';
import { Money } from '../resource/schema.ts';
import { either, members, staff } from '../roles.ts';

const demand = freeText(10_000).meta({ description: 'What is demanded, on what grounds, and how the sum is reckoned' });
const reasons = freeText(4_000);
const version = z.int().min(1).max(1_000).meta({ description: 'The offer, instruction or record that the act is about' });
const share = sumFrom(0).meta({
  description:
    'What the claimant gets of what is still in dispute (`amount` less `admitted`), in integer tiyn; left out where the demand is not for money',
});

const subject = z.enum(['price', 'damages', 'penalty', 'costs', 'conduct', 'ending']).meta({
  description:
    'What is at stake: the price of a submission; damages, a penalty or the costs of the other’s leaving, which become a debt while the deal goes on; conduct, without money; the ending of the deal with the sums it names',
});
const until = civilDate.optional().meta({ description: 'The last day to pay, or of the undertaking; a claim about conduct needs one' });

/** The contents of a claim, at either path. */
export const Claim = z.strictObject({
  about: subject,
  amount: tiyn.optional().meta({ description: 'The sum in dispute, in integer tiyn; none where the claim is about conduct' }),
  demand,
  calculation: asText(
    z
      .array(z.strictObject({ what: freeText(500), amount: tiyn }))
      .min(1)
      .max(100),
  )
    .optional()
    .meta({ description: 'How the sum comes about, line by line. Needed for damages, a penalty and costs' }),
  submission: z.int().min(1).max(1_000_000).optional().meta({ description: 'For a claim about the price: the submission it is about' }),
});

/** The sums of a calculation, which the chart adds up. */
export const sumsOf = ({ calculation }: { calculation?: { amount: number }[] | undefined }): { sums?: string[] } =>
  calculation ? { sums: calculation.map(({ amount }) => String(amount)) } : {};

export const PostDispute = Claim.extend({
  task: z.uuid().toLowerCase().optional().meta({ description: 'The task that the claim is about' }),
  against: z.enum(['counterparty', 'operator']),
})
  .refine(({ against, task }) => against === 'operator' || task !== undefined, {
    path: ['task'],
    message: 'Name the task that the claim against the other party is about.',
  })
  .meta({ id: 'PostDispute' });

/** Statements in a dispute bind: signatories act for a company, finance staff for the operator. */
const binding = either(members('signatory'), staff('finance'));
export const CLAIM_ROLES = members('manager', 'signatory');

/** By the command's name in the chart. */
export const DISPUTE_COMMANDS = {
  admit: { body: z.strictObject({ until, note: freeText(4_000).optional() }), roles: binding, finishes: true },
  admitInPart: { body: z.strictObject({ amount: share.optional(), until, reasons }), roles: binding, finishes: true },
  reject: { body: z.strictObject({ reasons }), roles: binding, finishes: true },
  offer: {
    body: z.strictObject({
      version: version.meta({ description: 'The number the offer will bear: one more than the last' }),
      amount: share.optional(),
      until,
      note: freeText(4_000).optional(),
    }),
    roles: binding,
    finishes: true,
  },
  acceptOffer: { body: z.strictObject({ version }), roles: binding, finishes: true },
  declineOffer: { body: z.strictObject({ version, reasons: reasons.optional() }), roles: binding, finishes: true },
  endTalks: { body: z.strictObject({}), roles: binding, finishes: true },
  drop: { body: z.strictObject({ reasons: reasons.optional() }), roles: binding, finishes: true },
  jointInstruction: {
    body: z.strictObject({ amount: share.optional(), until, note: freeText(4_000).optional() }),
    roles: binding,
    finishes: true,
  },
  confirmInstruction: { body: z.strictObject({ version }), roles: binding, finishes: true },
  recordCourtAct: {
    body: z.strictObject({
      amount: share.optional().meta({ description: 'What the court awards of what it decided on, in integer tiyn' }),
      covers: z.enum(['rest', 'whole']).optional().meta({
        description: 'What the court decided on: the rest beside what was admitted, or the whole sum. Needed where something was admitted',
      }),
      until,
      court: freeText(300),
      caseNumber: freeText(100),
      decidedOn: civilDate,
      inForceOn: civilDate.meta({ description: 'The day on which it came into force; only then it moves money' }),
      proof: freeText(4_000),
    }),
    roles: staff('finance'),
  },
  objectToCourtAct: { body: z.strictObject({ version, reasons }), roles: binding, finishes: true },
  confirmCourtAct: {
    body: z.strictObject({ version, reasons: reasons.optional().meta({ description: 'Why it is confirmed, where a side has objected' }) }),
    roles: staff('finance'),
  },
  proposeLimit: {
    body: z.strictObject({
      amount: tiyn.meta({ description: 'The most that the operator is to answer for in this claim, in integer tiyn' }),
      reasons,
    }),
    roles: staff('finance'),
  },
  confirmLimit: { body: z.strictObject({ version }), roles: staff('finance') },
  refuseLimit: { body: z.strictObject({ version, reasons }), roles: staff('finance') },
} satisfies Commands;

/** Only the staff read this: one of them proposes it to another. */
export const AMONG_STAFF = ['proposeLimit', 'confirmLimit', 'refuseLimit'];

/** What was claimed: a sum, and words. */
const said = { at: z.string(), toClaimant: Money.nullable(), until: z.string().nullable(), words: z.string().nullable() };
const side = z.enum(['claimant', 'respondent']);

const deadlines = z.object({ answerReminders: z.array(z.string()), answerBy: z.string(), talksBy: z.string(), limitationOn: z.string() });

export const DisputeFacts = z.object({
  task: z.uuid().nullable(),
  claimant: z.enum(['customer', 'contractor']),
  against: z.enum(['counterparty', 'operator']),
  about: subject,
  amount: Money.nullable(),
  calculation: z.array(z.object({ what: z.string(), amount: z.int() })).nullable(),
  admitted: Money.nullable().meta({ description: 'What was admitted in part: it is due, whatever becomes of the rest' }),
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
    .meta({ description: 'The facts of the pre-trial step (9.1), with its dates; whether the order was kept is for a court to say' }),
  instruction: z.object({ ...said, version: z.int(), side }).nullable(),
  courtAct: z
    .object({
      ...said,
      version: z.int(),
      court: z.string().nullable(),
      caseNumber: z.string().nullable(),
      covers: z.enum(['rest', 'whole']).nullable(),
      decidedOn: z.string(),
      inForceOn: z.string(),
      objectBy: z.string(),
      objections: z.array(z.object({ side, at: z.string(), words: z.string().nullable() })),
    })
    .nullable(),
  outcome: z
    .object({
      by: z.enum(['admission', 'offer', 'instruction', 'court-act']),
      toClaimant: Money.nullable(),
      toRespondent: Money.nullable(),
      until: z.string().nullable(),
    })
    .nullable()
    .meta({ description: 'What of the disputed sum goes to whom; no sums where the claim is about conduct' }),
  limit: z
    .object({
      atMost: Money,
      cap: Money,
      paid: Money,
      months: z.int(),
      clause: z.string(),
      raised: z.boolean().meta({ description: 'Two persons of the staff have raised it for this claim' }),
      proposed: z
        .object({ version: z.int(), amount: Money, reasons: z.string().nullable(), at: z.string() })
        .nullable()
        .meta({ description: 'For the staff: what one of them proposes to answer for, until another person decides' }),
    })
    .nullable()
    .meta({
      description:
        'The most that the operator answers for: what the user paid in so many months, and never more than the cap (6.2), unless it was raised',
    }),
});

/** States by their first part, for a list. */
export const DISPUTE_STATES = ['sent', 'talks', 'unsettled', 'settled', 'dropped', 'decided'] as const;

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
