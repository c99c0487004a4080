/** What each command of a task takes. One schema per command checks the request and documents it. */
import { z } from 'zod';
import { parseQuantity, priceOf } from '../../rules/money.ts';
import { checkedDate } from '../../rules/working-days.ts';
import { freeText } from '../free-text.ts';

export const moment = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .refine((text) => /^2[01]/.test(text), 'is not of this time')
  .meta({ description: 'A moment, ISO-8601 with its offset', example: '2026-12-01T09:00:00+05:00' });

/** Integer tiyn: 1 tenge is 100. At most 10 billion tenge. */
const MOST_TIYN = 1_000_000_000_000;
const tiyn = z.int().min(1).max(MOST_TIYN).meta({ description: 'Integer tiyn (1 tenge = 100 tiyn)' });

const account = z.uuid().toLowerCase();
const version = z.int().min(1).max(1_000_000).meta({ description: 'The version of the task that the act is about (3.4)' });
const civilDate = z.iso
  .date()
  .refine((date) => holds(() => checkedDate(date)), 'is not a day')
  .refine((date) => /^2[01]/.test(date), 'is not of this time');

/** A rule that throws RangeError, as a check. */
function holds(rule: () => unknown): boolean {
  try {
    rule();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const lineOf = ({ unit, quantity, unitPrice }: { unit: string; quantity: number; unitPrice: number }) => ({
  unit,
  quantity: parseQuantity(quantity),
  unitPrice: String(unitPrice),
});

function sumOf(lines: Parameters<typeof lineOf>[0][]): bigint {
  const sum = priceOf(lines.map(lineOf));
  if (sum === 0n) throw new RangeError('a task has a price');
  return sum;
}

const line = z
  .strictObject({
    name: freeText(300),
    unit: freeText(30).meta({ example: 'hour' }),
    quantity: z
      .number()
      .positive()
      .max(1_000_000)
      .refine((quantity) => holds(() => parseQuantity(quantity)), 'has more than three decimals'),
    unitPrice: tiyn,
  })
  .meta({ id: 'Line' });

const terms = z
  .strictObject({
    acceptDays: z.int().min(1).max(90),
    acceptReminderHours: z.int().min(1).max(240),
    startReminderHours: z.int().min(1).max(240),
    startGraceHours: z.int().min(1).max(720),
    dueReminderHours: z.int().min(1).max(240),
    overdueGraceHours: z.int().min(1).max(720),
    reviewWorkingDays: z.int().min(1).max(60),
    reviewReminderWorkingDays: z.array(z.int().min(1).max(60)).max(5),
    silence: z
      .enum(['claim', 'one-sided', 'approved'])
      .meta({ description: "What the customer's silence over submitted work leads to (4.3.3)" }),
    reworkRounds: z.int().min(0).max(10),
    reworkWorkingDays: z.int().min(1).max(60),
    payWorkingDays: z.int().min(1).max(60),
    payReminderWorkingDays: z.array(z.int().min(1).max(60)).max(5),
    confirmWorkingDays: z.int().min(1).max(60),
    pricedResponses: z.boolean().meta({ description: 'May a response name a price of its own?' }),
  })
  .partial()
  .meta({ id: 'Terms', description: 'Terms of the task. Each one left out is the platform’s dated parameter of the day.' });

const work = {
  title: freeText(200),
  description: freeText(10_000).optional(),
  category: z
    .string()
    .regex(/^[a-z0-9-]{1,50}$/)
    .optional(),
  lines: z
    .array(line)
    .min(1)
    .max(100)
    .refine((lines) => holds(() => sumOf(lines)), 'come to nothing, or to a sum that is too large'),
  place: freeText(500)
    .optional()
    .meta({ description: 'Seen by every contractor while the task is open: name the district, not a private address' }),
  startAt: moment,
  dueAt: moment,
  acceptBy: moment.optional(),
  hazards: freeText(2_000).optional(),
  measures: freeText(2_000).optional(),
  requirements: freeText(2_000).optional(),
};

export const PostTask = z
  .strictObject({
    ...work,
    payment: z.enum(['platform', 'direct']).default('direct'),
    match: z.enum(['invited', 'first-come', 'choice']).default('first-come'),
    invited: z.array(account).max(100).default([]),
    places: z.int().min(1).max(50).default(1),
    terms: terms.default({}),
  })
  .meta({ id: 'PostTask' });

const reasons = freeText(4_000);

/** By the command's name in the chart. A command without one fails the tests. */
export const COMMANDS = {
  change: z.strictObject({ ...work, version }),
  withdraw: z.strictObject({}),
  block: z.strictObject({ reasons }),
  respond: z.strictObject({ version, price: tiyn.optional(), message: freeText(2_000).optional() }),
  retract: z.strictObject({}),
  choose: z.strictObject({ version, contractor: account }),
  accept: z.strictObject({ version }),
  decline: z.strictObject({ reasons: reasons.optional() }),
  giveUp: z.strictObject({ reasons }),
  start: z.strictObject({}),
  submit: z.strictObject({ note: freeText(4_000).optional() }),
  approve: z.strictObject({}),
  refuse: z.strictObject({ reasons }),
  report: z.strictObject({ amount: tiyn.optional(), paidOn: civilDate, proof: freeText(2_000).optional() }),
  confirm: z.strictObject({ amount: tiyn.optional() }),
  deny: z.strictObject({ reasons }),
} satisfies Record<string, z.ZodObject>;

export type CommandName = keyof typeof COMMANDS;

type Work = Pick<z.output<typeof PostTask>, keyof typeof work>;

/** The texts of the work terms, and what of them the chart reads. */
export function splitWork({ title, description, place, hazards, measures, requirements, lines, ...facts }: Work) {
  return {
    texts: { title, description, place, hazards, measures, requirements, lines: lines.map(({ name }) => ({ name })) },
    facts: {
      ...facts,
      lines: lines.map(lineOf),
      price: String(sumOf(lines)),
    },
  };
}

const TEXTS = ['reasons', 'message', 'note', 'proof'] as const;

/** The texts of any other command, apart from its facts. */
export function splitTexts(body: Record<string, unknown>): { texts: Record<string, unknown>; facts: Record<string, unknown> } {
  const texts: Record<string, unknown> = {};
  const facts: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue;
    if ((TEXTS as readonly string[]).includes(name)) texts[name] = value;
    else facts[name] = name === 'amount' || name === 'price' ? String(value) : value;
  }
  return { texts, facts };
}

const Money = z.object({ amount: z.int(), currency: z.literal('KZT') }).meta({ id: 'Money', description: 'Integer tiyn' });

export const Choice = z
  .object({ name: z.string(), title: z.string(), href: z.string(), method: z.literal('POST'), clause: z.string(), input: z.unknown() })
  .meta({ id: 'Command', description: 'What the asker may do now; input is the JSON Schema of the body' });

const IfNobodyActs = z.object({ at: z.string(), becomes: z.string(), title: z.string(), clause: z.string() }).meta({ id: 'IfNobodyActs' });

export const TaskSummary = z
  .object({
    id: z.uuid(),
    number: z.int(),
    seq: z.int(),
    state: z.string(),
    stage: z.string(),
    stateName: z.string(),
    version: z.int(),
    title: z.string(),
    description: z.string().nullable(),
    category: z.string().nullable(),
    lines: z.array(z.object({ name: z.string(), unit: z.string(), quantity: z.number(), unitPrice: z.int() })),
    price: Money,
    place: z.string().nullable(),
    startAt: z.string(),
    dueAt: z.string(),
    hazards: z.string().nullable(),
    measures: z.string().nullable(),
    requirements: z.string().nullable(),
    payment: z.string(),
    match: z.string(),
    customer: z.uuid().nullable(),
    contractor: z.uuid().nullable(),
    group: z.uuid().nullable(),
    deadlines: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    postedAt: z.string(),
    changedAt: z.string(),
  })
  .meta({ id: 'TaskSummary' });

const Receipt = z
  .object({ seq: z.int(), type: z.string(), at: z.string(), hash: z.string() })
  .meta({ id: 'Receipt', description: 'The event in the chain that this request made; the same again when the request is repeated' });

export const TaskAnswer = TaskSummary.extend({
  waits: z.string(),
  terms: z.record(z.string(), z.unknown()),
  responses: z.array(z.object({ contractor: z.uuid(), version: z.int(), price: Money.nullable() })),
  commands: z.array(Choice),
  ifNobodyActs: IfNobodyActs.nullable(),
  receipt: Receipt.optional(),
}).meta({ id: 'Task' });

export const CommandAnswer = z.union([
  TaskAnswer,
  z
    .object({ id: z.uuid(), receipt: Receipt })
    .meta({ id: 'Receipted', description: 'To one whose act it was that they may not see the task any more, such as declining it' }),
]);

export const TaskList = z.object({ items: z.array(TaskSummary), next: z.string().nullable() }).meta({ id: 'TaskList' });

export const Events = z
  .object({
    items: z.array(
      z.object({
        seq: z.int(),
        at: z.string(),
        by: z.string(),
        actor: z.string().nullable(),
        type: z.string(),
        title: z.string(),
        input: z.unknown(),
        state: z.string(),
        key: z.string(),
        snapshotHash: z.string(),
        chartHash: z.string(),
        hash: z.string(),
      }),
    ),
  })
  .meta({ id: 'Events', description: 'The chain, in the form its hashes cover' });

export const Notices = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        seq: z.int(),
        template: z.string(),
        subject: z.string(),
        body: z.string(),
        createdAt: z.string(),
        status: z.string(),
        settledAt: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Notices' });
