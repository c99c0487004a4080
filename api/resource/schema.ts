/** The schemas that the responses of all lives share: menu, receipt, chain, notices, lists. */
import { z } from 'zod';
import { wholeNumber } from '../route.ts';

export const Money = z.object({ amount: z.int(), currency: z.literal('KZT') }).meta({ id: 'Money', description: 'Integer tiyn' });

export const Choice = z
  .object({
    name: z.string(),
    title: z.string(),
    href: z.string(),
    method: z.literal('POST'),
    clause: z.string(),
    consequences: z
      .string()
      .optional()
      .meta({ description: 'Where it moves money, ends something or binds: what it brings, with the sum or that it is not known yet' }),
    input: z.unknown(),
  })
  .meta({ id: 'Command', description: 'What the asker may do now; input is the JSON Schema of the body' });

export const IfNobodyActs = z
  .object({
    at: z.string(),
    becomes: z.string(),
    title: z.string(),
    clause: z.string(),
    unconfirmed: z
      .boolean()
      .optional()
      .meta({ description: 'The days off of that time are not decreed yet: an end that is counted in working days may be later' }),
  })
  .meta({ id: 'IfNobodyActs' });

export const Silence = z
  .array(z.object({ clause: z.string(), words: z.string() }))
  .meta({ id: 'Silence', description: 'Where ifNobodyActs is null: that nothing happens by itself, and what people may do. Else empty' });

export const ReceiptAnswer = z
  .object({ seq: z.int(), type: z.string(), at: z.string(), hash: z.string() })
  .meta({ id: 'Receipt', description: 'The event in the chain that this request made; the same again when the request is repeated' });

/** What a person wrote with one command. */
export const Said = z.object({
  words: z
    .record(z.string(), z.unknown())
    .meta({ description: 'The texts by the names that they have in the body of the command; null where a text was erased' }),
  erased: z.boolean(),
});

export const Statement = z
  .object({
    seq: z.int(),
    at: z.string(),
    by: z.enum(['customer', 'contractor', 'operator']),
    account: z.uuid().nullable().meta({ description: 'Null for the staff of the operator' }),
    command: z.string(),
    title: z.string(),
    ...Said.shape,
  })
  .meta({ id: 'Statement', description: 'What a person said with a command: reasons, notes, evidence, proposed terms' });

/** Of a life's response. */
export const statements = z.array(Statement).optional().meta({
  description:
    'What was said with commands, as far as the asker may know it, oldest first. Only where the life is read alone, and its commands take texts',
});

export const Events = z
  .object({
    items: z.array(
      z.object({
        seq: z.int(),
        at: z.string(),
        by: z.string(),
        actor: z
          .object({
            account: z.string().optional(),
            person: z.string().optional(),
            session: z.string().optional(),
            device: z.string().optional(),
            note: z.string().optional(),
          })
          .nullable()
          .meta({ description: 'The account, and as keyed hashes the person, session and device behind it' }),
        type: z.string(),
        title: z.string(),
        input: z.unknown().meta({ description: 'Null where it is not for the asker; hash and the hashes after it cover it all the same' }),
        said: Said.nullable().meta({
          description: 'The words of the texts that input refers to. The hash does not cover them: it covers their keyed hashes',
        }),
        state: z.string(),
        key: z.string(),
        snapshotHash: z.string(),
        chartHash: z.string(),
        hash: z.string(),
      }),
    ),
  })
  .meta({ id: 'Events', description: 'The chain, in the form its hashes cover' });

/** From the best to the worst. */
export const STATUSES = ['delivered', 'sent', 'waiting', 'undeliverable'] as const;

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
        legal: z
          .boolean()
          .meta({ description: 'A term, a debt or a right depends on it. If it reaches its reader by no channel, the staff are told' }),
        status: z.enum(STATUSES).meta({ description: 'The best that any channel came to' }),
        settledAt: z.string().nullable(),
        channels: z
          .array(
            z.object({ channel: z.string(), status: z.enum(STATUSES), settledAt: z.string().nullable(), proof: z.string().nullable() }),
          )
          .meta({ description: 'How it went out, each way with its proof' }),
      }),
    ),
  })
  .meta({ id: 'Notices' });

/** The response of a life: the fields of every life, and those of its type. */
export const lifeAnswer = <Facts extends z.ZodRawShape>(facts: z.ZodObject<Facts>) =>
  z
    .object({
      id: z.string(),
      number: z.int(),
      seq: z.int(),
      state: z.string(),
      stateName: z.string(),
      waits: z.string(),
      customer: z.uuid().nullable(),
      contractor: z.uuid().nullable(),
      commands: z.array(Choice),
      ifNobodyActs: IfNobodyActs.nullable(),
      statements,
      silence: Silence,
      receipt: ReceiptAnswer.optional(),
    })
    .extend(facts.shape);

export const Preview = z
  .object({
    state: z.string(),
    stateName: z.string(),
    consequences: z.string().nullable().meta({ description: 'What the command brings, with its sums, as the menu says it' }),
    commands: z.array(Choice).meta({ description: 'What the asker could do next' }),
    deadlines: z.array(z.object({ name: z.string(), at: z.string(), title: z.string() })),
    notices: z
      .array(z.object({ template: z.string(), subject: z.string(), to: z.enum(['customer', 'contractor', 'operator']) }))
      .meta({ description: "The asker's own; the operator sees all" }),
    postings: z.array(z.object({ debit: z.string(), credit: z.string(), amount: Money })),
    effects: z.array(z.string()).meta({ description: 'The kinds of the side effects that would follow' }),
    ifNobodyActs: IfNobodyActs.nullable(),
    silence: Silence,
  })
  .meta({ id: 'Preview', description: 'What the command would do now. Nothing was written, and another command may come first' });

/** Which page of a list. */
export const pageQuery = {
  limit: wholeNumber(1, 100).default(20),
  after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: '`next` of the previous page' }),
};

/** The start of the next page; null if there is none. */
export const nextOf = (rows: readonly { number: string }[], limit: number): string | null =>
  rows.length === limit ? (rows.at(-1)?.number ?? null) : null;

/** A page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().nullable() });
