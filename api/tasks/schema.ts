/** The input of each command of a task. One schema per command validates the request and documents it. */
import { z } from 'zod';
import { stagesOf } from '../../charts/state.ts';
import { taskChart } from '../../charts/task/chart.ts';
import type { TermGroup } from '../../charts/task/term-words.ts';
import { TERM_GROUPS } from '../../charts/task/term-words.ts';
import type { Keys } from '../../models/keys.ts';
import parameters from '../../models/reference/parameters.json' with { type: 'json' };
import { MAX_SUM, parseQuantity, priceOf } from '../../rules/money.ts';
import { civilDate as civilDateOf } from '../../rules/working-days.ts';
import { Claim } from '../disputes/schema.ts';
import { fileIds, hungFiles } from '../files/hanging.ts';
import { asText, freeText, oneLine } from '../free-text.ts';
import { ReceiptOfTask } from '../receipts/of-task.ts';
import {
  account,
  categoryCode,
  categoryCodes,
  civilDate,
  holds,
  instant,
  moment,
  placeCode,
  point,
  tiyn,
  wayOfPayment,
} from '../resource/fields.ts';
import { OtherParty } from '../resource/reputation.ts';
import type { Commands } from '../resource/resource.ts';
import { active, Choice, IfNobodyActs, Money, ReceiptAnswer, Silence, statements, Warnings } from '../resource/schema.ts';
import { members, staff } from '../roles.ts';
import { TaskTaxes } from './taxes.ts';

const version = z.int().min(1).max(1_000_000).meta({ description: 'The version of the task that the command is about (3.4)' });
const lineOf = ({ id, unit, quantity, unitPrice }: { id?: number | undefined; unit: string; quantity: number; unitPrice: number }) => ({
  ...(id !== undefined && { id }),
  unit,
  quantity: parseQuantity(quantity),
  unitPrice: String(unitPrice),
});

function sumOf(lines: Parameters<typeof lineOf>[0][]): bigint {
  const sum = priceOf(lines.map(lineOf));
  if (sum === 0n) throw new RangeError('a task has a price');
  return sum;
}

const THREE_DECIMALS = 'Give at most three decimals.';

const quantity = z
  .number()
  .positive()
  .max(1_000_000)
  .refine((given) => holds(() => parseQuantity(given)), THREE_DECIMALS)
  .meta({ description: 'At most three decimals' });

const line = z
  .strictObject({
    name: freeText(300),
    unit: freeText(30).meta({ example: 'hour' }),
    quantity,
    unitPrice: tiyn,
  })
  .meta({ id: 'Line' });

const lineId = z.int().min(1).max(100_000).meta({ description: 'The id of a line. It never changes' });
const amendedLine = line
  .extend({
    id: lineId.optional().meta({
      description: 'The id of an existing line. Omit it for a new line. A line identical to the existing one at its position is that line',
    }),
  })
  .meta({ id: 'AmendedLine' });

/** The poster's terms whose bounds are dated parameters. The bounds of a list apply to each of its numbers. */
const count = (most: number) => z.int().min(0).max(most);
const reminders = z.array(count(60)).max(5);
const bounded = {
  acceptDays: count(90),
  acceptReminderHours: count(240),
  startReminderHours: count(240),
  startGraceHours: count(720),
  dueReminderHours: count(240),
  overdueGraceHours: count(720),
  reviewWorkingDays: count(60),
  reviewReminderWorkingDays: reminders,
  reworkRounds: count(10),
  reworkWorkingDays: count(60),
  payWorkingDays: count(60),
  payReminderWorkingDays: reminders,
  confirmWorkingDays: count(60),
  signWorkingDays: count(60),
  signReminderWorkingDays: reminders,
  fundWorkingDays: count(60),
  briefHours: count(240),
  cancelCost: count(10_000),
  cancelCostOfWork: count(10_000),
  holdPatienceDays: count(180),
  reviewDays: count(60),
};
export type BoundedTerm = keyof typeof bounded;
export const BOUNDED_TERMS = Object.keys(bounded) as BoundedTerm[];

const OF_PRICE = 'hundredths of a per cent of the price of work not approved, owed by a customer who leaves without a ground';
const EXPLAINED: Partial<Record<BoundedTerm, string>> = {
  cancelCost: `Before the start: ${OF_PRICE}. `,
  cancelCostOfWork: `Once the work has begun: ${OF_PRICE}. `,
};

/** What clients read about a term's bounds, each with the first day on which it applies. */
function describedBounds(name: BoundedTerm): string {
  const dated = parameters.filter(({ code }) => code === `${name}Bounds`);
  const said = dated.map(({ value, validFrom }) => `${[value].flat().join(' to ')} from ${validFrom}`);
  return `${EXPLAINED[name] ?? ''}Bounds: ${said.join(', ')}. Beyond them 422 \`termsAreWithinBounds\``;
}

const describedTerms = Object.fromEntries(
  BOUNDED_TERMS.map((name) => [name, bounded[name].meta({ description: describedBounds(name) })]),
) as unknown as typeof bounded;

const terms = z
  .strictObject({
    ...describedTerms,
    silence: z
      .enum(['claim', 'one-sided', 'approved'])
      .meta({ description: 'The consequence if the customer does not answer submitted work (4.3.3)' }),
    paper: z
      .enum(['order', 'signed-contract'])
      .meta({ description: 'The document that binds in addition to acceptance (3.4): the order, or a contract that both parties confirm' }),
    funding: z.enum(['none', 'hold', 'prepaid']).meta({
      description:
        'The money secured before the work begins: a hold on the card, or a prepayment. A prepaid sum that is not due is returned. Only for payment through the platform',
    }),
    earlyStart: z.boolean().meta({ description: 'True if the work may begin before `startAt` without asking the customer (4.3.2)' }),
    pricedResponses: z.boolean().meta({ description: 'True if a response may name its own price' }),
  })
  .partial()
  .meta({ id: 'Terms', description: 'The terms of the task. An omitted term takes the platform parameter of that day.' });

const linesOf = <Line extends typeof line>(one: Line) =>
  z
    .array(one)
    .min(1)
    .max(100)
    .refine((lines) => holds(() => sumOf(lines)), `Let the lines come to a sum between 1 and ${MAX_SUM} tiyn.`);

const work = {
  title: freeText(200),
  description: freeText(10_000).optional(),
  category: categoryCode.optional(),
  requires: categoryCodes.optional().meta({
    description: 'Categories for which the contractor must have proved a qualification (4.2.2). Without it: 409 `qualification-missing`',
  }),
  lines: linesOf(line),
  place: freeText(500)
    .optional()
    .meta({ description: 'Visible to every contractor while the task is open. Name the district, not a private address' }),
  location: z
    .strictObject({ place: placeCode, point: point.optional() })
    .optional()
    .meta({ description: 'Where the work is, for the search. Without a point a city or district counts as its centre' }),
  startAt: moment,
  dueAt: moment,
  acceptBy: moment.optional(),
  hazards: freeText(2_000).optional(),
  measures: freeText(2_000).optional(),
  requirements: freeText(2_000).optional(),
};

/** Where the work is, exactly. */
const address = freeText(500).meta({
  description:
    'The exact address. Only the two parties read it, from acceptance until some days after the end of the task. `place` is for everybody',
});

export const PostTask = z
  .strictObject({
    ...work,
    address: address.optional(),
    payment: wayOfPayment
      .optional()
      .meta({ description: 'How the deal is paid (5.2). Omitted: as the account has chosen, directly if it has not' }),
    match: z.enum(['invited', 'first-come', 'choice']).default('first-come'),
    nature: z.enum(['services', 'works', 'construction']).default('services').meta({
      description:
        'What the deal is in law: services (Civil Code, chapter 33), works (chapter 32), or construction works, whose act is not form R-1. It cannot be changed',
    }),
    invited: z.array(account).max(100).default([]),
    places: z.int().min(1).max(50).default(1),
    terms: terms.default({}),
  })
  .meta({ id: 'PostTask' });

const reasons = freeText(4_000);
const party = z.enum(['customer', 'contractor']);
const parts = z
  .array(
    z.strictObject({
      line: lineId,
      quantity: quantity.transform(parseQuantity),
    }),
  )
  .min(1)
  .max(100);

/** Managers run the work, signatories bind the company, accountants move money. */
const working = members('manager');
const binding = members('manager', 'signatory');
const money = members('accountant');
export const POST_ROLES = working;

/** A command names the number of what it answers, so that a late answer to an earlier version is refused. */
const numbered = (description: string) => z.int().min(1).max(1_000_000).meta({ description });
const submission = numbered('The submission that the command answers: `progress.submission.number`');
const proposal = numbered('The proposal that was read: `progress.amendment.number` or `progress.cancellation.number`');
const report = numbered('The payment report that the command answers: `progress.report`. Omit it if nothing is reported');
const notice = numbered('The notice of force majeure that the command answers: `progress.notice`');

const pages = z.int().min(1).max(10_000);

/** What the contractor adds to submitted work for its act of form R-1: one text, because names stand in it. */
const actParticulars = asText(
  z
    .strictObject({
      performedFrom: civilDate.optional().meta({ description: 'The first day of the work. Default: the last one' }),
      performedTo: civilDate
        .optional()
        .meta({ description: 'The last day of the work. Default: the first one, or the day of the submission' }),
      reports: z
        .array(z.strictObject({ date: civilDate, number: freeText(50), pages }))
        .max(20)
        .default([])
        .meta({ description: 'Reports on research, marketing, consulting and the like' }),
      materials: z
        .array(z.strictObject({ name: freeText(300), unit: freeText(30), quantity: quantity.transform(parseQuantity), value: tiyn }))
        .max(100)
        .default([])
        .meta({ description: 'What was used of the stock of the customer, with its value' }),
      attachments: z
        .array(z.strictObject({ name: freeText(300), pages }))
        .max(50)
        .default([]),
    })
    .refine(({ performedFrom, performedTo }) => !performedFrom || !performedTo || performedFrom <= performedTo, {
      message: 'Name a last day that is not before the first.',
      path: ['performedTo'],
    })
    .refine(({ performedFrom = '', performedTo = performedFrom }) => performedTo <= civilDateOf(new Date().toISOString()), {
      message: 'The work was done by today.',
      path: ['performedTo'],
    }),
);

/** By the command's name in the chart. */
export const COMMANDS = {
  change: { body: z.strictObject({ ...work, lines: linesOf(amendedLine), version }), roles: working, quotas: ['quotaLetters'] },
  withdraw: { body: z.strictObject({}), roles: working },
  block: { body: z.strictObject({ reasons }), roles: staff('sanction', 'moderator') },
  respond: {
    body: z.strictObject({ version, price: tiyn.optional(), message: freeText(2_000).optional() }),
    roles: working,
    quotas: ['quotaResponses', 'quotaLetters'],
    qualified: true,
  },
  retract: { body: z.strictObject({}), roles: working, quotas: ['quotaLetters'] },
  choose: {
    body: z.strictObject({ version, contractor: account, response: numbered('The response that was read: `responses[].number`') }),
    roles: working,
    papers: true,
  },
  accept: { body: z.strictObject({ version }), roles: binding, limited: true, papers: true, qualified: true },
  decline: { body: z.strictObject({ reasons: reasons.optional() }), roles: working },
  giveUp: { body: z.strictObject({ reasons }), roles: binding },
  allowEarlyStart: { body: z.strictObject({}), roles: working },
  start: { body: z.strictObject({}), roles: working },
  cancel: { body: z.strictObject({ reasons }), roles: binding },
  resign: { body: z.strictObject({ reasons }), roles: binding },
  amend: {
    body: z.strictObject({
      ...work,
      lines: linesOf(amendedLine),
      version,
      price: tiyn.optional().meta({
        description: 'The new total, if it is agreed independently of the unit prices. Required if lines change under such a total',
      }),
    }),
    roles: working,
    papers: true,
  },
  acceptAmendment: { body: z.strictObject({ version, proposal }), roles: binding, limited: true, papers: true, qualified: true },
  declineAmendment: { body: z.strictObject({ proposal }), roles: working },
  proposeCancel: {
    body: z.strictObject({
      reasons,
      amount: tiyn.optional().meta({ description: 'The sum that the contractor is to receive nevertheless' }),
    }),
    roles: binding,
    papers: true,
  },
  acceptCancel: { body: z.strictObject({ proposal }), roles: binding, papers: true },
  declineCancel: { body: z.strictObject({ proposal }), roles: working },
  signAgain: { body: z.strictObject({}), roles: working },
  fund: { body: z.strictObject({}), roles: money },
  brief: { body: z.strictObject({ note: freeText(4_000) }), roles: working },
  reportRisk: {
    body: z.strictObject({ note: freeText(4_000).meta({ description: 'The risk, and the safety measures' }) }),
    roles: working,
  },
  acknowledge: {
    body: z.strictObject({ briefing: numbered('The briefing that was read: `progress.briefingNumber`') }),
    roles: working,
    signed: 'whereAsked',
    papers: true,
  },
  stopWork: { body: z.strictObject({ reasons, files: fileIds }), roles: working },
  reportNoAccess: { body: z.strictObject({ reasons, files: fileIds }), roles: working },
  resumeWork: { body: z.strictObject({}), roles: working },
  submit: {
    body: z.strictObject({
      note: freeText(4_000).optional(),
      parts: parts.optional(),
      act: actParticulars.optional().meta({ description: 'What the act of completed works is to say besides the lines' }),
      files: fileIds,
    }),
    roles: working,
    papers: true,
  },
  sendPaper: {
    body: z.strictObject({
      title: oneLine(200).meta({ description: 'What the paper is called. In a header, as UTF-8 in percent-encoding' }),
      signers: z.enum(['both', 'customer', 'contractor']).meta({ description: 'Who has to sign or confirm it. Both do in any order' }),
    }),
    roles: binding,
    file: true,
    hasRules: true,
  },
  approve: { body: z.strictObject({ submission }), roles: binding, papers: true },
  approvePart: { body: z.strictObject({ submission, parts, rest: z.enum(['rework', 'drop']), reasons }), roles: binding, papers: true },
  pay: { body: z.strictObject({}), roles: money },
  claim: { body: Claim, roles: binding, finishes: true, papers: true },
  reportForceMajeure: { body: z.strictObject({ evidence: reasons, files: fileIds }), roles: binding },
  admitForceMajeure: { body: z.strictObject({ notice }), roles: binding },
  contestForceMajeure: { body: z.strictObject({ notice, reasons, files: fileIds }), roles: binding },
  endForceMajeure: { body: z.strictObject({}), roles: binding },
  refuse: { body: z.strictObject({ submission, reasons, files: fileIds }), roles: binding },
  setAddress: { body: z.strictObject({ address }), roles: working },
  report: {
    body: z.strictObject({ amount: tiyn.optional(), paidOn: civilDate, proof: freeText(2_000).optional(), files: fileIds }),
    roles: money,
    finishes: true,
  },
  confirm: {
    body: z.strictObject({ amount: tiyn.optional(), report: report.optional() }),
    roles: members('manager', 'accountant'),
    finishes: true,
  },
  deny: { body: z.strictObject({ report, reasons, files: fileIds }), roles: members('manager', 'accountant'), finishes: true },
} satisfies Commands;

type Work = Pick<z.output<typeof PostTask>, keyof typeof work> & { lines: z.output<typeof amendedLine>[] };

/** The texts of the work terms, and what the chart reads of them. The chart compares hazards by their keyed hash. */
export function splitWork<Given extends Work>(keys: Keys, given: Given) {
  const { title, description, place, hazards, measures, requirements, lines, ...facts } = given;
  return {
    texts: { title, description, place, hazards, measures, requirements, lines: lines.map(({ name }) => ({ name })) },
    facts: {
      ...facts,
      lines: lines.map(lineOf),
      ...(hazards !== undefined && { hazards: keys.hash('hazards', hazards, measures ?? '') }),
    },
  };
}

/** The work in words. */
const Wording = z.object({
  title: z.string(),
  description: z.string().nullable(),
  category: z.string().nullable(),
  requires: z
    .array(z.object({ code: z.string(), name: z.string() }))
    .meta({ description: 'Categories for which the contractor must have proved a qualification (4.2.2)' }),
  location: z
    .object({ place: z.string(), name: z.string(), point: z.object({ latitude: z.number(), longitude: z.number() }).nullable() })
    .nullable()
    .meta({ description: 'Where the work is: the place with its name, and a point rounded to about a hundred metres' }),
  lines: z
    .array(z.object({ id: z.int(), name: z.string(), unit: z.string(), quantity: z.number(), unitPrice: z.int(), amount: z.int() }))
    .meta({ description: 'The amount of a line is decisive. Under an agreed total it differs from quantity times unit price' }),
  place: z.string().nullable(),
  hazards: z.string().nullable(),
  measures: z.string().nullable(),
  requirements: z.string().nullable(),
});

const STAGES = stagesOf(taskChart);
const STATES = [...new Set(STAGES.map((stage) => stage.split('.')[0]))] as [string, ...string[]];

export const TaskSummary = z
  .object({
    id: z.uuid(),
    number: z.int(),
    seq: z.int(),
    state: z.enum(STATES),
    stage: z.enum(STAGES).meta({ id: 'TaskStage' }),
    stateName: z.string(),
    version: z.int(),
    ...Wording.shape,
    price: Money,
    startAt: instant,
    dueAt: instant,
    payment: z.string(),
    match: z.string(),
    customer: z.uuid().nullable(),
    contractor: z.uuid().nullable(),
    group: z.uuid().nullable(),
    deadlines: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    postedAt: instant,
    changedAt: instant,
  })
  .meta({ id: 'TaskSummary' });

export const Term = z
  .object({
    name: z.string().meta({
      description: 'The name of the term in the posting body. Terms added by the platform are named `group.name`',
      example: 'payWorkingDays',
    }),
    title: z.string(),
    value: z.union([z.number(), z.boolean(), z.string(), z.array(z.number())]).meta({ description: 'The value as posted' }),
    text: z.string().meta({ description: 'The value in words with its unit', example: '10 working days' }),
    clause: z.string().meta({ description: 'The clause of the offer, or `platform`' }),
    group: z.object({ name: z.enum(Object.keys(TERM_GROUPS) as [TermGroup, ...TermGroup[]]), title: z.string() }).meta({
      description: 'The subject of the term. A client can group the list by it',
    }),
    usual: z.boolean().meta({ description: 'False if the customer set a value other than the default on the day of posting' }),
  })
  .meta({ id: 'Term', description: 'A term of the task in the language of the caller' });

export const TaskAnswer = TaskSummary.extend({
  active,
  nature: z.enum(['services', 'works', 'construction']),
  waits: z.string(),
  warnings: Warnings.meta({ description: 'To the customer, while the task can be withdrawn: what looks wrong, and what follows from it' }),
  postedBy: OtherParty.optional().meta({
    description: 'The customer, also before acceptance. Not in lists, and not shown to the customer',
  }),
  contractors: z
    .array(OtherParty.extend({ id: z.uuid() }))
    .optional()
    .meta({
      description:
        'Who has responded, and the contractor: the same of them. For the customer and the staff, not in lists. `GET /v1/contractors/{id}` has the profile',
    }),
  taxes: z
    .array(TaskTaxes)
    .optional()
    .meta({ description: 'What the payment for work would bear today, by contractor. Only where the task is read alone' }),
  payoutDetails: z.string().optional().meta({
    description:
      'To a contractor who has named none, where the platform pays: that they will be asked for. Only where the task is read alone',
  }),
  claim: Choice.optional().meta({
    description: 'How a party claims about a task that has ended: it takes no command itself. Only where the task is read alone (9.1)',
  }),
  receipts: z.array(ReceiptOfTask).optional().meta({
    description: 'The receipts that the contractor owes for payouts of the task. Only where the task is read alone, by its parties',
  }),
  contacts: z
    .object({
      phone: z.string().nullable().meta({ description: 'Of the other party, in E.164' }),
      address: z.string().nullable().meta({ description: 'The exact address of the work' }),
    })
    .optional()
    .meta({
      description:
        'To the two parties, from acceptance until some days after the end of the task; to the customer the address always. Only where the task is read alone',
    }),
  terms: z.array(Term),
  progress: z
    .object({
      lines: z
        .array(
          z.object({
            line: z.int(),
            agreed: z.number(),
            accepted: z.number(),
            acceptedAmount: Money,
            dropped: z.number(),
            handedIn: z.number(),
            remaining: z.number(),
          }),
        )
        .meta({ description: 'For each line: the quantities agreed, accepted, given up, submitted for review, and not yet submitted' }),
      submission: z
        .object({
          number: z.int(),
          amount: Money,
          parts: z.array(z.object({ line: z.int(), quantity: z.number(), amount: Money })),
        })
        .nullable()
        .meta({ description: 'The submission that awaits the decision of the customer' }),
      approved: Money,
      compensation: Money.meta({ description: 'Owed in addition to approved work: the cost of leaving, as agreed or under the terms' }),
      due: Money,
      owedBeside: Money.meta({
        description:
          'The part of the price that is a separate debt. It was admitted during the deal, or results from a claim after its end',
      }),
      paid: Money,
      reported: Money.nullable().meta({ description: 'The sum reported as paid directly and not yet answered' }),
      report: z.int().nullable().meta({ description: 'The number of that report. The answer must name it' }),
      overpaid: Money.nullable().meta({
        description: 'The confirmed sum beyond the final amount due. The customer recovers it by a claim (9.1)',
      }),
      acceptances: z.object({ customer: z.uuid().nullable(), contractor: z.uuid().nullable() }).meta({
        description: 'The offer acceptance under which each party is bound. A party reads its own at GET /v1/offer/acceptances (2.1, 10.2)',
      }),
      briefing: z.string().nullable().meta({ description: 'The latest briefing: the risks and the safety measures (4.3.1, 4.3.2)' }),
      briefingNumber: z.int().nullable(),
      notice: z.int().nullable().meta({ description: 'The number of the notice of force majeure that awaits its answer' }),
      signing: z.string().nullable(),
      payment: z.string().nullable(),
      claims: z.array(z.string()),
      children: z.array(z.string()),
      holds: z.array(z.object({ kind: z.string(), party, from: z.string(), until: z.string().nullable(), admitted: z.boolean() })),
      amendment: z
        .object({
          number: z.int(),
          by: party,
          price: Money,
          startAt: instant,
          dueAt: instant,
          acceptBy: z.string().nullable(),
          ...Wording.shape,
        })
        .nullable()
        .meta({ description: 'The complete proposed task. Erased texts are null or empty' }),
      cancellation: z.object({ number: z.int(), by: party, amount: Money }).nullable(),
    })
    .nullable()
    .meta({ description: 'Only for the parties: money, ids of child lives for their own addresses, holds, and proposals' }),
  responses: z.array(
    z.object({
      number: z.int(),
      contractor: z.uuid(),
      version: z.int(),
      price: Money.nullable(),
      message: z.string().nullable().meta({ description: 'Null if there is none or it was erased' }),
    }),
  ),
  commands: z.array(Choice),
  ifNobodyActs: IfNobodyActs.nullable(),
  statements,
  files: hungFiles,
  silence: Silence,
  receipt: ReceiptAnswer.optional(),
}).meta({ id: 'Task' });

export const CommandAnswer = z.union([
  TaskAnswer,
  z
    .object({ id: z.uuid(), receipt: ReceiptAnswer })
    .meta({ id: 'Receipted', description: 'The answer if the command ends the caller’s access to the task, such as declining it' }),
]);

export const TaskList = z.object({ items: z.array(TaskSummary), next: z.string().nullable() }).meta({ id: 'TaskList' });
