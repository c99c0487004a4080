/** What the answer of every life holds: its menu, what happens if nobody acts, receipts, the chain and notices. */
import type { AnyMachineSnapshot } from 'xstate';
import { z } from 'zod';
import { beginsSomethingNew, ifNobodyActs, menu } from '../../charts/judge.ts';
import type { Party } from '../../charts/law.ts';
import type { LifeType } from '../../charts/life-type.ts';
import type { Language } from '../../charts/messages.ts';
import { stateOf } from '../../charts/state.ts';
import type { ChainedEvent } from '../../lives/chain.ts';
import type { Actor, Receipt } from '../../lives/command.ts';
import type { Lives } from '../../lives/lives.ts';
import { readChain } from '../../lives/verify.ts';
import type { NoticeRow } from '../../models/stores/notice.ts';
import { letterOf } from '../../notices/letter.ts';
import type { Calendar } from '../../rules/working-days.ts';
import type { Policy } from '../policy.ts';
import { mayGive } from '../policy.ts';
import type { Session } from '../session.ts';
import { mayBegin } from '../session.ts';
import { kebab } from './fields.ts';

export const Money = z.object({ amount: z.int(), currency: z.literal('KZT') }).meta({ id: 'Money', description: 'Integer tiyn' });

export const Choice = z
  .object({ name: z.string(), title: z.string(), href: z.string(), method: z.literal('POST'), clause: z.string(), input: z.unknown() })
  .meta({ id: 'Command', description: 'What the asker may do now; input is the JSON Schema of the body' });

export const IfNobodyActs = z
  .object({ at: z.string(), becomes: z.string(), title: z.string(), clause: z.string() })
  .meta({ id: 'IfNobodyActs' });

export const ReceiptAnswer = z
  .object({ seq: z.int(), type: z.string(), at: z.string(), hash: z.string() })
  .meta({ id: 'Receipt', description: 'The event in the chain that this request made; the same again when the request is repeated' });

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
const STATUSES = ['delivered', 'sent', 'waiting', 'undeliverable'] as const;

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

export type Inputs = Record<string, unknown>;

/** The JSON Schemas of a life's commands, for its menus. */
export const inputsOf = (commands: Record<string, z.ZodType>): Inputs =>
  Object.fromEntries(Object.entries(commands).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]));

/** Who reads an answer, and of which life. */
export interface Reading {
  law: LifeType;
  snapshot: AnyMachineSnapshot;
  /** The address of the life's resource. */
  href: string;
  party: Party;
  session: Session;
  policy: Policy;
  language: Language;
}

/**
 * What this reader may do now, each with where and what to send: what the chart allows the party, and its policy the person. A command that is given at
 * an address of its own, such as the acceptance of the offer, is not among them.
 */
export const presentMenu = (
  { law, snapshot, href, party, session, policy, language }: Reading,
  inputs: Inputs,
): z.output<typeof Choice>[] =>
  menu(law.chart, snapshot, party, session.account)
    .filter(({ name }) => name in inputs && mayGive(session, party, policy[name] as Policy[string]))
    .filter(({ name }) => mayBegin(session.status) || !beginsSomethingNew(law.chart, name))
    .map(({ name, clause }) => ({
      name: kebab(name),
      title: law.messages.commands[name]?.[language] ?? name,
      href: `${href}/${kebab(name)}`,
      method: 'POST',
      clause,
      input: inputs[name] ?? {},
    }));

/** The next consequence of silence after the life's last event, in words. */
export function presentSilence(
  { law, snapshot, language }: Reading,
  at: string,
  calendarAt: (moment: string) => Calendar,
): z.output<typeof IfNobodyActs> | null {
  const silence = ifNobodyActs(law.chart, snapshot, at, calendarAt);
  if (silence === undefined) return null;
  const title = law.messages.timers[silence.timer]?.[language] ?? silence.timer;
  return { at: silence.at, becomes: stateOf(silence.becomes), title, clause: silence.clause };
}

export const presentReceipt = ({ seq, type, at, hash }: Receipt) => ({ seq, type, at, hash });

/** Who reads a chain, and the types of events whose input is for the operator alone. */
interface ChainReader {
  party: Party;
  session: Pick<Session, 'account'>;
  operatorOnly?: readonly string[];
}

/** What an event keeps from its reader: an answer that nobody expected may have been meant for the operator, and what another contractor offered is theirs. */
function redactionFor(
  { type, by, actor }: Pick<ChainedEvent, 'type' | 'by' | 'actor'>,
  { party, session, operatorOnly = [] }: ChainReader,
): object {
  if (party === 'operator') return {};
  if (party === 'contractor' && by === 'contractor' && (actor as Actor | null)?.account !== session.account)
    return { input: null, actor: null };
  return type === 'unexpected' || operatorOnly.includes(type) ? { input: null } : {};
}

/**
 * The chain of a life, each event with its name in words. An input that is not for the reader is left out whole: the rest of it would be guessed by the
 * hash, were the keyed hashes of its texts not out of sight with it.
 */
export async function presentEvents(
  lives: Lives,
  life: string,
  { messages }: LifeType,
  language: Language,
  reader: ChainReader,
): Promise<z.output<typeof Events>> {
  const title = ({ by, type }: Pick<ChainedEvent, 'by' | 'type'>): string =>
    (by === 'clock' ? messages.timers : messages.commands)[type]?.[language] ?? type;
  const { events } = await readChain(lives, life);
  return { items: events.map(({ life: _, ...event }) => ({ ...event, title: title(event), ...redactionFor(event, reader) })) };
}

/** Notices as their reader sees them: each once, with every way it went out. */
export const presentNotices = (
  rows: NoticeRow[],
  { messages }: LifeType,
  language: Language,
  facts: { number: string; title: string },
): z.output<typeof Notices> => ({
  items: Object.values(Object.groupBy(rows, ({ seq, account, template }) => `${seq} ${account} ${template}`)).flatMap((same = []) => {
    const [first] = same;
    if (first === undefined) return [];
    const { id, seq, template, created_at, deadline } = first;
    const { subject, text } = letterOf(messages, template, language, { ...facts, deadline: deadline?.toISOString() });
    const channels = same.map(({ channel, status, settled_at, proof }) => ({
      channel,
      status,
      settledAt: settled_at?.toISOString() ?? null,
      proof,
    }));
    const [best] = channels.toSorted((one, other) => STATUSES.indexOf(one.status) - STATUSES.indexOf(other.status));
    return {
      id,
      seq,
      template,
      status: best?.status ?? 'waiting',
      subject,
      body: text,
      createdAt: created_at.toISOString(),
      settledAt: best?.settledAt ?? null,
      channels,
    };
  }),
});
