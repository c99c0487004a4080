/** The schemas that the responses of all lives share: menu, receipt, chain, notices, lists. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { commandsOf } from '../../charts/judge.ts';
import type { LifeType } from '../../charts/life-type.ts';
import { RANKS } from '../../charts/rank.ts';
import { stagesOf } from '../../charts/state.ts';
import { hungFiles } from '../files/hanging.ts';
import { wholeNumber } from '../route.ts';
import { instant, kebab, pascal } from './fields.ts';

export const Money = z.object({ amount: z.int(), currency: z.literal('KZT') }).meta({ id: 'Money', description: 'Integer tiyn' });

const COMMANDS = [...new Set(Object.values(lifeTypes).flatMap(({ chart }) => commandsOf(chart).map(kebab)))] as [string, ...string[]];

export const Choice = z
  .object({
    name: z.enum(COMMANDS).meta({ id: 'CommandName' }),
    title: z.string(),
    href: z.string(),
    method: z.literal('POST'),
    clause: z.string(),
    rank: z.enum(RANKS).meta({
      description:
        'How to show it: `main` is what the life waits for now, `dangerous` moves money, ends something or binds, `other` is the rest',
    }),
    consequences: z.string().optional().meta({
      description:
        'Present if the command moves money, ends something or binds. States the consequences with the sum, or that the sum is not known yet',
    }),
    obstacle: z
      .object({
        code: z.string(),
        clause: z.string(),
        detail: z.string(),
        missing: z.array(z.object({ code: z.string(), name: z.string() })),
        next: z.object({ method: z.string(), href: z.string() }).optional(),
      })
      .optional()
      .meta({
        description: 'Present if the command would be refused now: the problem that would answer it (409). Not in previews and problems',
      }),
    secondPerson: z.literal(true).optional().meta({
      description: 'Present if the command is only proposed: it is done once a second member of staff confirms it. It has no preview',
    }),
    input: z.looseObject({ type: z.literal('object') }).meta({ description: 'The JSON Schema (2020-12) of the body' }),
  })
  .meta({ id: 'Command', description: 'A command that the caller can give now. `input` is the JSON Schema of the body' });

/** Of a life's response. */
export const active = z.array(z.string()).meta({
  id: 'ActiveStates',
  description:
    'The ids of the innermost active states of its chart (`GET /v1/charts/{life}`), one for each region. Whoever is no party of a task sees only its stage. A state is active if its id is one of these, or the beginning of one before a dot',
});

export const IfNobodyActs = z
  .object({
    at: instant,
    becomes: z.string(),
    title: z.string(),
    clause: z.string(),
    unconfirmed: z
      .boolean()
      .optional()
      .meta({ description: 'True if the days off of that period are not decreed yet. An end in working days may then be later' }),
  })
  .meta({ id: 'IfNobodyActs' });

export const Silence = z.array(z.object({ clause: z.string(), words: z.string() })).meta({
  id: 'Silence',
  description: 'If ifNobodyActs is null: states that nothing happens by itself, and what people can do. Otherwise empty',
});

export const ReceiptAnswer = z
  .object({ seq: z.int(), type: z.string(), at: instant, hash: z.string() })
  .meta({ id: 'Receipt', description: 'The event that this request added to the chain. A retry returns the same event' });

/** What a person wrote with one command. */
export const Said = z.object({
  words: z
    .record(z.string(), z.unknown())
    .meta({ description: 'The texts, by their field names in the body of the command. Null if a text was erased' }),
  erased: z.boolean(),
});

export const Statement = z
  .object({
    seq: z.int(),
    at: instant,
    by: z.enum(['customer', 'contractor', 'operator']),
    account: z.uuid().nullable().meta({ description: 'Null for the staff of the operator' }),
    command: z.string(),
    title: z.string(),
    ...Said.shape,
  })
  .meta({ id: 'Statement', description: 'The texts that a person gave with a command: reasons, notes, evidence, proposed terms' });

/** Of a life's response. */
export const statements = z
  .array(Statement)
  .meta({
    id: 'Statements',
    description:
      'The texts given with commands that the caller may see, oldest first. Not in lists; only for life types whose commands take texts',
  })
  .optional();

export const Events = z
  .object({
    items: z.array(
      z.object({
        seq: z.int(),
        at: instant,
        by: z.string(),
        actor: z
          .object({
            account: z.string().optional(),
            person: z.string().optional(),
            session: z.string().optional(),
            device: z.string().optional(),
            note: z.string().optional(),
            signature: z
              .object({ act: z.string(), body: z.string(), publicKey: z.string(), value: z.string() })
              .optional()
              .meta({ description: 'The signature of the device over the request: docs/chain.md says how to check it' }),
          })
          .nullable()
          .meta({ description: 'The account, with its person, session and device as keyed hashes' }),
        type: z.string(),
        title: z.string(),
        input: z.unknown().meta({ description: 'Null if the caller may not see it. This hash and all later hashes cover it nevertheless' }),
        said: Said.nullable().meta({
          description: 'The texts that `input` refers to. The hash covers their keyed hashes, not the texts',
        }),
        state: z.string(),
        key: z.string(),
        snapshotHash: z.string(),
        effectsHash: z.string(),
        chartHash: z.string(),
        hash: z.string(),
      }),
    ),
  })
  .meta({ id: 'Events', description: 'The event chain, in the form that its hashes cover' });

/** From the best to the worst. */
/** `repeated`: it was not sent, because its reader was told of the same within the day. */
export const STATUSES = ['delivered', 'sent', 'waiting', 'repeated', 'undeliverable'] as const;

export const Notices = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        seq: z.int(),
        template: z.string(),
        subject: z.string(),
        body: z.string(),
        createdAt: instant,
        legal: z
          .boolean()
          .meta({ description: 'True if a term, a debt or a right depends on the notice. If no channel delivers it, staff are informed' }),
        status: z.enum(STATUSES).meta({ description: 'The best status of all channels' }),
        settledAt: instant.nullable(),
        channels: z
          .array(z.object({ channel: z.string(), status: z.enum(STATUSES), settledAt: instant.nullable(), proof: z.string().nullable() }))
          .meta({ description: 'The channels used, each with its proof of delivery' }),
      }),
    ),
  })
  .meta({ id: 'Notices' });

/** The state of a life in a list or in another answer. */
export const stateOf = ({ chart }: LifeType) => z.enum(stagesOf(chart));

/** The schemas by their facts, because the routes of a life share one. */
const answers = new WeakMap<z.ZodObject, z.ZodObject>();

/** The response of a life: the fields of every life, and those of its type. */
export function lifeAnswer(type: LifeType, facts: z.ZodObject): z.ZodObject {
  const known = answers.get(facts);
  if (known !== undefined) return known;
  const made = z
    .object({
      id: z.string(),
      number: z.int(),
      seq: z.int(),
      state: stateOf(type),
      active,
      stateName: z.string(),
      waits: z.string(),
      customer: z.uuid().nullable(),
      contractor: z.uuid().nullable(),
      commands: z.array(Choice),
      ifNobodyActs: IfNobodyActs.nullable(),
      statements,
      files: hungFiles,
      silence: Silence,
      receipt: ReceiptAnswer.optional(),
    })
    .extend(facts.shape)
    .meta({ id: `${pascal(type.chart.id)}Life` });
  answers.set(facts, made);
  return made;
}

export const Warnings = z
  .array(z.object({ path: z.string(), message: z.string() }))
  .meta({ id: 'Warnings', description: 'What looks wrong and is accepted, and what follows from it' });

export const Preview = z
  .object({
    state: z.string(),
    stateName: z.string(),
    consequences: z.string().nullable().meta({ description: 'The consequences of the command with its sums, as in `commands`' }),
    commands: z.array(Choice).meta({ description: 'The commands that the caller could give next' }),
    deadlines: z.array(z.object({ name: z.string(), at: instant, title: z.string() })),
    notices: z
      .array(z.object({ template: z.string(), subject: z.string(), to: z.enum(['customer', 'contractor', 'operator']) }))
      .meta({ description: 'The notices of the caller. The operator sees all' }),
    postings: z
      .array(z.object({ phase: z.enum(['single', 'pending', 'post', 'void']), debit: z.string(), credit: z.string(), amount: Money }))
      .meta({ description: 'What it books. A pending posting reserves its sum; a later one posts it or voids it' }),
    effects: z.array(z.string()).meta({ description: 'The kinds of side effects that the command would have' }),
    ifNobodyActs: IfNobodyActs.nullable(),
    silence: Silence,
    warnings: Warnings,
  })
  .meta({
    id: 'Preview',
    description: 'The effect of the command in the current state. Nothing was written, and another command may come first',
  });

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
