/** What the responses of every life contain: the menu, what happens if nobody acts, receipts, the chain and notices. */
import type { AnyMachineSnapshot } from 'xstate';
import type { z } from 'zod';
import { consequenceInWords } from '../../charts/consequences.ts';
import { beginsSomethingNew, ifNobodyActs, isProposed, menu, openEndsOf, restore, timersOf } from '../../charts/judge.ts';
import type { BoundParties, Party } from '../../charts/law.ts';
import type { LifeType } from '../../charts/life-type.ts';
import type { Language, Messages } from '../../charts/messages.ts';
import { PLATFORM_EVENTS } from '../../charts/platform-events.ts';
import { rankOf } from '../../charts/rank.ts';
import { stateOf } from '../../charts/state.ts';
import type { Operator } from '../../documents/operator.ts';
import type { ChainedEvent } from '../../lives/chain.ts';
import type { Actor, Receipt } from '../../lives/command.ts';
import type { Lives } from '../../lives/lives.ts';
import type { Preview as LifePreview } from '../../lives/preview.ts';
import { readChain } from '../../lives/verify.ts';
import type { NoticeRow } from '../../models/stores/notice.ts';
import type { EventReference } from '../../notices/letter.ts';
import { letterOf, subjectOf } from '../../notices/letter.ts';
import type { Calendar } from '../../rules/working-days.ts';
import { isConfirmed } from '../../rules/working-days.ts';
import type { CommandRoles } from '../roles.ts';
import { mayGive } from '../roles.ts';
import type { Session } from '../session.ts';
import { mayBegin } from '../session.ts';
import type { Form } from './field-words.ts';
import { formOf } from './field-words.ts';
import { kebab, money } from './fields.ts';
import type { ChainReader } from './redaction.ts';
import { redactionFor } from './redaction.ts';
import type { Commands } from './resource.ts';
import type { Choice, Events, IfNobodyActs, Notices, Preview, Silence, Warnings } from './schema.ts';
import { STATUSES } from './schema.ts';
import { wordsBySeq } from './statements.ts';

/** What a menu needs for each command: the form of its body, and who may give it. */
export type Offers = Record<string, { form: Form; roles: CommandRoles }>;

export const offersOf = (commands: Commands): Offers =>
  Object.fromEntries(Object.entries(commands).map(([name, { body, roles }]) => [name, { form: formOf(body), roles }]));

/** Who reads a response, and about which life. */
export interface Reading {
  type: LifeType;
  snapshot: AnyMachineSnapshot;
  /** The path of the life's resource. */
  href: string;
  party: Party;
  session: Session;
  /** The session's person as the life knows it: its keyed hash. */
  person: string;
  offers: Offers;
  language: Language;
  /** By command: why it would be refused now, although the chart allows it. */
  obstacles?: Obstacles;
}

export type Obstacles = Readonly<Record<string, z.output<typeof Choice>['obstacle']>>;

/**
 * What this reader may do now, each with its path and body: what the chart allows the party, and the command's roles allow the person. Commands with
 * a path of their own, such as the acceptance of the offer, are not included. `input`: of the command that is previewed.
 */
export const presentMenu = (
  { type, snapshot, href, party, session, person, offers, language, obstacles }: Reading,
  input?: object,
): z.output<typeof Choice>[] => {
  return menu(type.chart, snapshot, party, session.account, person).flatMap((choice) => {
    const { name, clause, brings: brought } = choice;
    const offer = offers[name];
    if (offer === undefined || !mayGive(session, party, offer.roles)) return [];
    if (!mayBegin(session.status) && beginsSomethingNew(type.chart, name)) return [];
    const title = type.messages.commands[name]?.[language] ?? name;
    const brings = type.consequences?.of[brought]?.(snapshot.context as never, {
      by: party,
      account: session.account,
      ...(input && { input }),
    });
    const consequences = brings && consequenceInWords(brings, language);
    const obstacle = obstacles?.[name];
    return [
      {
        ...{ name: kebab(name), title, href: `${href}/${kebab(name)}`, method: 'POST' as const, clause },
        rank: rankOf(type, snapshot, choice),
        ...(consequences !== undefined && { consequences }),
        ...(obstacle && { obstacle }),
        ...(isProposed(type.chart, name) && { secondPerson: true as const }),
        input: offer.form[language],
      },
    ];
  });
};

/** What silence leads to after the life's last event: the next consequence, or words that say that there is none and what people may do. */
export function presentSilence(
  { type, snapshot, language }: Reading,
  at: string,
  calendarAt: (moment: string) => Calendar,
): { ifNobodyActs: z.output<typeof IfNobodyActs> | null; silence: z.output<typeof Silence> } {
  const next = ifNobodyActs(type.chart, snapshot, at, calendarAt);
  if (next === undefined) {
    const said = openEndsOf(type.chart, snapshot).map(({ state, clause }) => ({
      clause,
      words: type.messages.silence?.[state]?.[language] ?? state,
    }));
    return { ifNobodyActs: null, silence: said };
  }
  const title = type.messages.timers[next.timer]?.[language] ?? next.timer;
  const isSure = isConfirmed(next.at, calendarAt(next.at));
  const becomes = stateOf(next.becomes);
  return { ifNobodyActs: { at: next.at, becomes, title, clause: next.clause, ...(!isSure && { unconfirmed: true }) }, silence: [] };
}

export const presentReceipt = ({ seq, type, at, hash }: Receipt) => ({ seq, type, at, hash });

/** An event in words: by its name in the messages of its life, and among those that only the platform sends. */
export function titleOfEvent({ by, type }: Pick<ChainedEvent, 'by' | 'type'>, { timers, commands }: Messages, language: Language): string {
  const words = by === 'clock' ? timers[type] : (commands[type] ?? PLATFORM_EVENTS[type]);
  return words?.[language] ?? type;
}

/**
 * The chain of a life. Each event has its name in words and its users' texts. They are beside the input, so that the input keeps the form that the
 * hash covers. A redacted input is removed whole; from a partial one the rest could be guessed against the hash, because the keyed hashes of its
 * texts would be visible.
 */
export async function presentEvents(
  lives: Lives,
  life: string,
  { messages }: LifeType,
  language: Language,
  reader: ChainReader,
): Promise<z.output<typeof Events>> {
  const { party, session, withheld, upTo } = reader;
  const events = (await readChain(lives, life)).events.filter(({ seq }) => seq <= upTo);
  const spoken = events.map((event) => ({ ...event, account: (event.actor as Actor | null)?.account ?? null }));
  const said = await wordsBySeq(lives.database, spoken, { party, account: session.account, withheld });
  return {
    items: events.map(({ life: _, ...event }) => ({
      ...event,
      title: titleOfEvent(event, messages, language),
      said: said.get(event.seq) ?? null,
      ...redactionFor(event, reader),
    })),
  };
}

/** Notices as their reader sees them: each once, with every channel, and signed by the operator as it was then. */
export const presentNotices = (
  rows: NoticeRow[],
  { messages }: LifeType,
  language: Language,
  facts: { number: string; title: string },
  { senderAt, eventAt }: { senderAt: (moment: Date) => Operator; eventAt: (seq: number) => EventReference | undefined },
): z.output<typeof Notices> => ({
  items: Object.values(Object.groupBy(rows, ({ seq, account, template }) => `${seq} ${account} ${template}`)).flatMap((same = []) => {
    const [first] = same;
    if (first === undefined) return [];
    const { id, seq, template, created_at, deadline, facts: own, legal } = first;
    const told = { ...facts, deadline: deadline?.toISOString(), facts: own, event: eventAt(seq) };
    const { subject, text } = letterOf(messages, template, language, told, senderAt(created_at));
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
      legal,
      settledAt: best?.settledAt ?? null,
      channels,
    };
  }),
});

/** A child life gets its number when it is created. */
const UNKNOWN_NUMBER = '…';
/** The effects that deliver notices. */
const NOTICES = ['sendEmail', 'sendSms'];

/** What looks wrong in a life to a reader with this menu, and is accepted. */
export type WarningsOf = (
  context: BoundParties,
  commands: readonly z.output<typeof Choice>[],
  language: Language,
) => z.output<typeof Warnings>;

interface Previewing {
  input: object;
  title: string;
  calendarAt: (moment: string) => Calendar;
  warningsOf: WarningsOf | undefined;
}

/** What a command would do, as far as the caller may know it: only the caller's own notices, unless the caller is the operator. */
export function presentPreview(
  command: string,
  { life, at, notices, postings, effects }: LifePreview,
  reading: Reading,
  { input, title, calendarAt, warningsOf }: Previewing,
): z.output<typeof Preview> {
  const { type, party, session, language } = reading;
  const after = { ...reading, snapshot: restore(type.chart, life.snapshot) };
  const context = after.snapshot.context as BoundParties;
  const commands = presentMenu(after);
  const readerOf = (account: string | null): 'customer' | 'contractor' | 'operator' => {
    if (account === null) return 'operator';
    return account === context.customer ? 'customer' : 'contractor';
  };
  return {
    state: life.state,
    stateName: type.messages.states[life.state]?.name[language] ?? life.state,
    consequences: presentMenu(reading, input).find(({ name }) => name === kebab(command))?.consequences ?? null,
    commands,
    deadlines: timersOf(type.chart, after.snapshot, at)
      .filter(({ reminder }) => !reminder)
      .map(({ name, due }) => ({
        name,
        at: new Date(due).toISOString(),
        title: type.messages.timers[name]?.[language] ?? name,
      })),
    notices: notices
      .filter(({ account, channel }) => channel === 'mail' && (party === 'operator' || account === session.account))
      .map(({ account, template, deadline, facts, messages, number = UNKNOWN_NUMBER }) => ({
        template,
        subject: subjectOf(messages, template, language, { number, title, deadline: deadline ?? undefined, facts }),
        to: readerOf(account),
      })),
    postings: postings.map(({ phase, debit, credit, amount }) => ({ phase, debit, credit, amount: money(amount) })),
    // The caller must not learn how many notices others get.
    effects: [...new Set(effects.map(({ kind }) => kind))].filter((kind) => party === 'operator' || !NOTICES.includes(kind)),
    ...presentSilence(after, at, calendarAt),
    warnings: warningsOf?.(context, commands, language) ?? [],
  };
}
