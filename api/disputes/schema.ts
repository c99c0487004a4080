/** The bodies of a claim and of each dispute command, and the dispute's response. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { AnsweredClaim } from '../accounts/liability.ts';
import { fileIds } from '../files/hanging.ts';
import { asText, freeText } from '../free-text.ts';
import { civilDate, instant, sumFrom, tiyn } from '../resource/fields.ts';
import type { Commands } from '../resource/resource.ts';
import { Money, stateOf } from '../resource/schema.ts';
import { either, members, staff } from '../roles.ts';

const demand = freeText(10_000).meta({ description: 'The demand, its grounds, and the calculation of the sum' });
const reasons = freeText(4_000);
const version = z
  .int()
  .min(1)
  .max(1_000)
  .meta({ description: 'The version of the offer, instruction or record that the command is about' });
const share = sumFrom(0).meta({
  description:
    'The claimant’s share of the sum still in dispute (`amount` minus `admitted`), in integer tiyn. Omit it if the demand is not for money',
});

const subject = z.enum(['price', 'damages', 'penalty', 'costs', 'conduct', 'ending']).meta({
  description:
    'The subject of the claim. price: the price of a submission. damages, penalty, costs (of the other party’s leaving): a debt while the deal continues. conduct: no money. ending: the end of the deal, with the sums it names',
});
const until = civilDate
  .optional()
  .meta({ description: 'The last day to pay or to perform the undertaking. A claim about conduct requires it' });

/** The contents of a claim, at either path. */
export const Claim = z.strictObject({
  about: subject,
  amount: tiyn.optional().meta({ description: 'The sum in dispute, in integer tiyn. Omit it for a claim about conduct' }),
  demand,
  calculation: asText(
    z
      .array(z.strictObject({ what: freeText(500), amount: tiyn }))
      .min(1)
      .max(100),
  )
    .optional()
    .meta({ description: 'The calculation of the sum, line by line. Required for damages, a penalty and costs' }),
  submission: z.int().min(1).max(1_000_000).optional().meta({ description: 'The submission in dispute, for a claim about the price' }),
  files: fileIds,
});

/** The sums of a calculation, which the chart adds up. */
export const sumsOf = ({ calculation }: { calculation?: { amount: number }[] | undefined }): { sums?: string[] } =>
  calculation ? { sums: calculation.map(({ amount }) => String(amount)) } : {};

export const PostDispute = Claim.extend({
  task: z.uuid().toLowerCase().optional().meta({ description: 'The task that the claim is about' }),
  against: z.enum(['counterparty', 'operator']),
  happenedOn: civilDate.optional().meta({
    description:
      'Of a claim against the operator: the day of the event, from which the months of 6.2 and the limitation are counted. From the day of the account until today',
  }),
})
  .refine(({ against, task }) => against === 'operator' || task !== undefined, {
    path: ['task'],
    message: 'Name the task that the claim against the other party is about.',
  })
  .refine(({ against, happenedOn }) => (against === 'operator') === (happenedOn !== undefined), {
    path: ['happenedOn'],
    message: 'Name the day of the event of a claim against the operator, and of no other claim.',
  })
  .meta({ id: 'PostDispute' });

/** Statements in a dispute bind: signatories act for a company, finance staff for the operator. */
const binding = either(members('signatory'), staff('money', 'finance'));
export const CLAIM_ROLES = members('manager', 'signatory');

/** By the command's name in the chart. */
export const DISPUTE_COMMANDS = {
  admit: { body: z.strictObject({ until, note: freeText(4_000).optional() }), roles: binding, finishes: true, papers: true },
  admitInPart: {
    body: z.strictObject({ amount: share.optional(), until, reasons, files: fileIds }),
    roles: binding,
    finishes: true,
    papers: true,
  },
  reject: { body: z.strictObject({ reasons, files: fileIds }), roles: binding, finishes: true, papers: true },
  offer: {
    body: z.strictObject({
      version: version.meta({ description: 'The number of the new offer: the last number plus one' }),
      amount: share.optional(),
      until,
      note: freeText(4_000).optional(),
    }),
    roles: binding,
    finishes: true,
    papers: true,
  },
  acceptOffer: { body: z.strictObject({ version }), roles: binding, finishes: true, papers: true },
  declineOffer: { body: z.strictObject({ version, reasons: reasons.optional() }), roles: binding, finishes: true },
  endTalks: { body: z.strictObject({}), roles: members('signatory'), finishes: true },
  drop: { body: z.strictObject({ reasons: reasons.optional() }), roles: members('signatory'), finishes: true },
  jointInstruction: {
    body: z.strictObject({ amount: share.optional(), until, note: freeText(4_000).optional() }),
    roles: binding,
    finishes: true,
    papers: true,
  },
  confirmInstruction: { body: z.strictObject({ version }), roles: binding, finishes: true, papers: true },
  requestStatement: { body: z.strictObject({}), roles: CLAIM_ROLES, finishes: true },
  recordCourtAct: {
    body: z.strictObject({
      amount: share.optional().meta({ description: 'The sum awarded by the court out of the sum it decided on, in integer tiyn' }),
      covers: z.enum(['rest', 'whole']).optional().meta({
        description: 'The sum that the court decided on: the rest after the admitted part, or the whole. Required if a part was admitted',
      }),
      until,
      court: freeText(300),
      caseNumber: freeText(100),
      decidedOn: civilDate,
      inForceOn: civilDate.meta({ description: 'The day on which the court act came into force. It moves no money before it is in force' }),
      proof: freeText(4_000),
      files: fileIds,
    }),
    roles: staff('money', 'finance'),
  },
  objectToCourtAct: { body: z.strictObject({ version, reasons, files: fileIds }), roles: binding, finishes: true },
  confirmCourtAct: {
    body: z.strictObject({
      version,
      reasons: reasons.optional().meta({ description: 'The reasons for the confirmation, if a side has objected' }),
    }),
    roles: staff('money', 'finance'),
  },
  proposeLimit: {
    body: z.strictObject({
      amount: tiyn.meta({ description: 'The limit of the operator’s liability for this claim, in integer tiyn' }),
      reasons,
    }),
    roles: staff('money', 'finance'),
  },
  confirmLimit: { body: z.strictObject({ version }), roles: staff('money', 'finance') },
  refuseLimit: { body: z.strictObject({ version, reasons }), roles: staff('money', 'finance') },
} satisfies Commands;

/** Only the staff read this: one of them proposes it to another. */
export const AMONG_STAFF = ['proposeLimit', 'confirmLimit', 'refuseLimit'];

/** What was claimed: a sum, and words. */
const said = { at: instant, toClaimant: Money.nullable(), until: z.string().nullable(), words: z.string().nullable() };
const side = z.enum(['claimant', 'respondent']);

const divided = { toClaimant: Money.nullable(), toRespondent: Money.nullable(), until: z.string().nullable() };

const deadlines = z.object({ answerReminders: z.array(z.string()), answerBy: z.string(), talksBy: z.string(), limitationOn: z.string() });

export const DisputeFacts = z.object({
  papers: z.string().meta({ description: 'Where its papers are listed' }),
  task: z.uuid().nullable(),
  claimant: z.enum(['customer', 'contractor']),
  against: z.enum(['counterparty', 'operator']),
  about: subject,
  amount: Money.nullable(),
  calculation: z.array(z.object({ what: z.string(), amount: z.int() })).nullable(),
  admitted: Money.nullable().meta({ description: 'The part that was admitted. It is due, whatever the outcome for the rest' }),
  demand: z.string().nullable(),
  happenedOn: z.string().nullable().meta({ description: 'Of a claim against the operator: the day of the event' }),
  sentAt: instant,
  deadlines,
  answer: z.object({ ...said, answer: z.enum(['admitted', 'admitted-in-part', 'rejected']) }).nullable(),
  offers: z.array(z.object({ ...said, version: z.int(), side, declined: z.boolean() })),
  certificate: z
    .object({
      sentAt: instant,
      answerBy: z.string(),
      answer: z.enum(['admitted', 'admitted-in-part', 'rejected', 'silence']),
      answeredAt: instant.optional(),
      offers: z.int(),
      endedAt: instant,
      endedBy: z.enum(['claimant', 'term']),
    })
    .nullable()
    .meta({ description: 'The facts and dates of the pre-trial procedure (9.1). A court decides whether the procedure was followed' }),
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
      objections: z.array(z.object({ side, at: instant, words: z.string().nullable() })),
    })
    .nullable(),
  agreed: z
    .object({ by: z.enum(['offer', 'instruction']), ...divided, signBy: z.string(), signed: z.array(z.enum(['customer', 'contractor'])) })
    .nullable()
    .meta({ description: 'What both agreed to and have yet to sign (1.11). It binds nobody until then; its paper is among `papers`' }),
  outcome: z
    .object({ by: z.enum(['admission', 'offer', 'instruction', 'court-act']), ...divided })
    .nullable()
    .meta({ description: 'The division of the disputed sum between the sides. A claim about conduct has no sums' }),
  limit: z
    .object({
      atMost: Money,
      cap: Money,
      paid: Money,
      months: z.int(),
      from: z.string().meta({ description: 'The first day whose payments count' }),
      to: z.string().meta({ description: 'The last one: the day of the event' }),
      payments: z.array(z.object({ on: z.string(), amount: Money, reason: z.string(), life: z.string() })).meta({
        description: 'What was paid, as the ledger had it on the day of the claim. Negative: what came back',
      }),
      answered: z.array(AnsweredClaim).meta({
        description:
          'What was admitted, agreed or awarded by a court in other claims, for events of the same days. It is taken off the limit',
      }),
      clause: z.string(),
      raised: z.boolean().meta({ description: 'True if two members of staff have raised the limit for this claim' }),
      proposed: z
        .object({ version: z.int(), amount: Money, reasons: z.string().nullable(), at: instant })
        .nullable()
        .meta({ description: 'For staff: the limit that one of them proposes, until another person decides' }),
    })
    .nullable()
    .meta({
      description:
        'The limit of the operator’s liability (6.2): the user’s payments of the `months` months before the event, at most `cap`, less what was answered for before, unless it was raised',
    }),
});

/** States by their first part, for a list. */
export const DISPUTE_STATES = ['sent', 'talks', 'signing', 'unsettled', 'settled', 'dropped', 'decided'] as const;

const DisputeSummary = z
  .object({
    id: z.string(),
    number: z.int(),
    state: stateOf(lifeTypes.dispute),
    stateName: z.string(),
    task: z.string().nullable(),
    claimant: z.enum(['customer', 'contractor']),
    against: z.enum(['counterparty', 'operator']),
    customer: z.uuid().nullable(),
    contractor: z.uuid().nullable(),
    amount: Money.nullable(),
    deadlines,
    sentAt: instant,
    changedAt: instant,
  })
  .meta({ id: 'DisputeSummary' });

export const DisputeList = z.object({ items: z.array(DisputeSummary), next: z.string().nullable() }).meta({ id: 'DisputeList' });
