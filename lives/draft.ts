/**
 * Decides what a command does to a life: events, snapshot, effects, notices, postings, child lives. Nothing here reads a clock, a database or the
 * network, so the commit can persist a draft, a preview can show it, and a test can compute it.
 */
import type { AnyMachineSnapshot } from 'xstate';
import { initialTransition, transition } from 'xstate';
import type { Posting, StartChild } from '../charts/effects.ts';
import type { Refusal, Timer } from '../charts/judge.ts';
import { judge, persisted, restore, standingOf, timerEventOf, timersOf } from '../charts/judge.ts';
import type { ChartEvent, Party, TransitionLaw } from '../charts/law.ts';
import { STAFF } from '../charts/law.ts';
import type { NoticeFacts } from '../charts/life-type.ts';
import { stateOf } from '../charts/state.ts';
import { UNEXPECTED } from '../charts/unexpected.ts';
import { chainActor, chainKey, effectsHashOf, eventHash } from './chain.ts';
import type { Actor, Command } from './command.ts';
import type { EffectOrder, NoticeOrder } from './effect-orders.ts';
import { effectOrdersOf, noticeOrder, postingsOf } from './effect-orders.ts';
import { hashOf } from './hashing.ts';
import { createKey, effectId, timerKey } from './ids.ts';
import type { LifeUpdate } from './life-update.ts';
import { lifeUpdateOf } from './life-update.ts';
import type { Lives, PublishedLifeType } from './lives.ts';
import { lifeTypeOf } from './lives.ts';

/** More due timers than this in one commit mean that the chart is broken. */
const MOST_TIMERS = 100;

/** The chain's name of an event that no chart expected. */
const UNEXPECTED_EVENT = 'unexpected';

/** What of the platform a draft depends on. */
export type DraftRules = Pick<Lives, 'types' | 'keys' | 'calendar'>;

/** A life as its row has it. A new life has no snapshot. */
export interface StoredLife {
  id: string;
  seq: number;
  snapshot: object | null;
  head: string;
  /** The moment of the last event. */
  at: Date | null;
  /** Milliseconds that a test let pass for this life. Always 0 in production. */
  clock_offset: string;
}

/** The part of a command that decides; the rest concerns the transaction. */
export interface DraftCommand extends Pick<Command, 'type' | 'by' | 'actor' | 'input' | 'idempotencyKey' | 'requestHash' | 'refusable'> {
  /** The id of the HTTP request: kept beside the event, not in the chain. */
  requestId?: string | undefined;
}

export interface DraftedEvent {
  seq: number;
  key: string;
  at: string;
  by: Party;
  actor: Actor | null;
  type: string;
  input: unknown;
  state: string;
  snapshotHash: string;
  effectsHash: string;
  hash: string;
  previous: string;
  requestHash: string | null;
  requestId: string | null;
  /** The life after the event, for the chart and as it is stored. */
  snapshot: AnyMachineSnapshot;
  stored: object;
  effects: { id: string; kind: string }[];
  notices: string[];
}

export interface Draft {
  id: string;
  lifeType: PublishedLifeType;
  /** The database's clock at the commit. */
  now: Date;
  /** The moment of the commit for this life. */
  at: string;
  seq: number;
  head: string;
  /** The moment of the life's last event: its timers run from it. */
  last: string;
  snapshot: AnyMachineSnapshot;
  /** The context before the draft. A new life has none. */
  before: object | undefined;
  /** The open-ended state in which the life stood before. */
  stood: string | undefined;
  events: DraftedEvent[];
  effects: { seq: number; index: number; kind: string; params: object }[];
  notices: (NoticeOrder & { id: string; seq: number; at: string; deadline: string | null; facts: NoticeFacts | null })[];
  postings: (Posting & { seq: number; index: number; at: string })[];
  unexpected: { seq: number; type: string }[];
  /** Child lives that the events create, in their order, each with its own first events. */
  children: Draft[];
}

/** A life before its first event. */
export const blankLife = (id: string): StoredLife => ({ id, seq: 0, snapshot: null, head: '0'.repeat(64), at: null, clock_offset: '0' });

/** Opens a draft. `now` is the database's clock, read under the life's lock; a life's events never go back in time. */
export function startDraft(rules: DraftRules, stored: StoredLife, now: Date): Draft {
  const lifeType = lifeTypeOf(rules, stored.id);
  const moment = new Date(Math.max(now.getTime() + Number(stored.clock_offset), stored.at?.getTime() ?? 0));
  const snapshot =
    stored.snapshot === null ? initialTransition(lifeType.chart, undefined as never)[0] : restore(lifeType.chart, stored.snapshot);
  return {
    id: stored.id,
    now,
    lifeType,
    at: moment.toISOString(),
    seq: stored.seq,
    head: stored.head,
    last: (stored.at ?? moment).toISOString(),
    snapshot: snapshot as AnyMachineSnapshot,
    before: stored.snapshot === null ? undefined : (snapshot as AnyMachineSnapshot).context,
    stood: standingOf(lifeType.chart, snapshot as AnyMachineSnapshot),
    events: [],
    effects: [],
    notices: [],
    postings: [],
    unexpected: [],
    children: [],
  };
}

/** Fires what is due: a deadline that has passed counts whether or not the engine was there, so its event precedes the command that came after it. */
export function fireDueTimers(rules: DraftRules, draft: Draft): void {
  const { chart } = draft.lifeType;
  for (let count = 0; count < MOST_TIMERS; count++) {
    const timer = timersOf(chart, draft.snapshot, draft.last).find(({ due }) => due <= Date.parse(draft.at));
    if (timer === undefined) return;
    fireTimer(rules, draft, timer);
  }
  throw new Error(`${draft.id}: more than ${MOST_TIMERS} timers due at once`);
}

/** The chart's event has xstate's private name; the chain keeps the delay's own name, which outlives the library. */
function fireTimer(rules: DraftRules, draft: Draft, timer: Timer): void {
  const command: DraftCommand = {
    idempotencyKey: timerKey(draft.id, draft.seq + 1),
    type: timer.name,
    by: 'clock',
    input: { due: new Date(timer.due).toISOString() },
  };
  const event = { ...toChartEvent(draft, command), type: timer.type };
  const verdict = judge(draft.lifeType.chart, draft.snapshot, event);
  if (!verdict.allowed) throw new Error(`${draft.id}: the chart lists the timer ${timer.name} and refuses it`);
  applyTransition(rules, draft, command, withCalendar(rules, draft, event, verdict.law));
}

/**
 * Applies a command. Returns why it was refused, or undefined. An event of the platform is refused only where it says so (`refusable`): any other
 * that the chart does not expect is recorded, reported to the operators, and changes nothing.
 */
export function applyCommand(rules: DraftRules, draft: Draft, command: DraftCommand): Refusal | undefined {
  if (command.by === 'clock') throw new Error('nobody commands for the clock: timers fire when they are due');
  const event = toChartEvent(draft, command);
  const verdict = judge(draft.lifeType.chart, draft.snapshot, event);
  if (verdict.allowed) applyTransition(rules, draft, command, withCalendar(rules, draft, event, verdict.law));
  else if (command.by === 'platform' && !command.refusable) recordUnexpected(rules, draft, command, event);
  else return verdict;
  return undefined;
}

/** An event as the chain keeps it. */
export interface RecordedEvent {
  key: string;
  at: string;
  by: Party;
  actor: Actor | null;
  type: string;
  input: object;
  /** The chart under which it was made. */
  chartHash: string;
}

/**
 * Makes a recorded event again, from its input and the draft before it. The calendar is in the input. Returns why the chart does not allow it, or
 * undefined.
 */
export function repeatEvent(rules: DraftRules, draft: Draft, recorded: RecordedEvent): Refusal | undefined {
  const { key: idempotencyKey, at, by, actor, type, input, chartHash } = recorded;
  Object.assign(draft, { at, now: new Date(at), lifeType: { ...draft.lifeType, chartHash } });
  const command: DraftCommand = { idempotencyKey, type, by, input, ...(actor && { actor }) };
  if (type === UNEXPECTED_EVENT) {
    const answer = input as { type: string; input: object };
    recordUnexpected(rules, draft, { ...command, type: answer.type }, toChartEvent(draft, { ...command, ...answer }));
    return undefined;
  }
  const event = toChartEvent(draft, command);
  const { chart } = draft.lifeType;
  const named = by === 'clock' ? { ...event, type: timerEventOf(chart, draft.snapshot, type) ?? type } : event;
  const verdict = judge(chart, draft.snapshot, named);
  if (!verdict.allowed) return verdict;
  applyTransition(rules, draft, command, named);
  return undefined;
}

/** The draft itself and those of all lives that it creates, parents first. */
export const withChildren = (draft: Draft): Draft[] => [draft, ...draft.children.flatMap(withChildren)];

/** The updates for the life's workflow, one for each event. `number` is the one that the life's row has. */
export const updatesOf = ({ id, lifeType: type, events, at: now }: Draft, number: string): LifeUpdate[] =>
  events.map(({ seq, hash, previous, snapshot, at: last, effects, notices, type: name }) =>
    lifeUpdateOf({ type, snapshot, number, last, now }, { life: id, seq, hash, previous, name, effects, notices }),
  );

const toChartEvent = ({ at }: Draft, { type, by, actor, input }: DraftCommand): ChartEvent<string, object> => ({
  type,
  by,
  at,
  input,
  ...(actor?.account !== undefined && { actor: actor.account }),
  ...(actor?.person !== undefined && { person: actor.person }),
});

/** Where the law counts working days, the calendar travels with the input. */
function withCalendar(
  rules: DraftRules,
  { at }: Draft,
  event: ChartEvent<string, object>,
  { calendar }: TransitionLaw,
): ChartEvent<string, object> {
  if (!calendar) return event;
  // Terms that follow a missed deadline run from that deadline, not from now.
  const { due = at } = event.input as { due?: string };
  return { ...event, input: { ...event.input, calendar: rules.calendar(due) } };
}

/** Makes a transition that the chart allows. */
function applyTransition(rules: DraftRules, draft: Draft, command: DraftCommand, event: ChartEvent<string, object>): void {
  const { lifeType } = draft;
  const [next, actions] = transition(lifeType.chart, draft.snapshot, event);
  const before = draft.snapshot.context;
  draft.snapshot = next as AnyMachineSnapshot;
  const seq = draft.seq + 1;
  draft.postings.push(...postingsOf(actions).map((posting, index) => ({ ...posting, seq, index, at: draft.at })));
  const facts = (template: string): NoticeFacts | null => lifeType.facts?.(next.context, template, { before, event }) ?? null;
  appendEvent(rules, draft, command, event, effectOrdersOf(lifeType, next.context, actions), facts);
}

function recordUnexpected(rules: DraftRules, draft: Draft, command: DraftCommand, event: ChartEvent<string, object>): void {
  const type = UNEXPECTED_EVENT;
  draft.unexpected.push({ seq: draft.seq + 1, type: event.type });
  const notice = noticeOrder({ account: STAFF, template: UNEXPECTED.template, legal: false });
  appendEvent(rules, draft, { ...command, type }, { ...event, type, input: { type: event.type, input: event.input } }, [notice]);
}

/** What a notice of an event says of its life, by the notice's template. */
type FactsOf = (template: string) => NoticeFacts | null;

/** Appends an event to the chain, with the effects, notices and children that it orders. */
function appendEvent(
  rules: DraftRules,
  draft: Draft,
  command: DraftCommand,
  { by, input, at }: ChartEvent<string, object>,
  orders: EffectOrder[],
  facts: FactsOf = () => null,
): void {
  const { lifeType, snapshot, head: previous } = draft;
  const seq = draft.seq + 1;
  const { type, idempotencyKey: key } = command;
  const actor = command.actor ?? null;
  const state = stateOf(snapshot);
  const stored = persisted(lifeType.chart, snapshot);
  const snapshotHash = hashOf(stored);
  const { effects, notices } = enqueueEffects(rules, draft, seq, orders, facts);
  const effectsHash = effectsHashOf(draft.effects.filter((effect) => effect.seq === seq));
  const hash = eventHash(previous, {
    life: draft.id,
    seq,
    key: chainKey(key),
    at,
    by,
    actor: chainActor(rules.keys, draft.id, actor),
    type,
    input,
    state,
    snapshotHash,
    effectsHash,
    chartHash: lifeType.chartHash,
  });
  draft.events.push({
    ...{ seq, key, at, by, actor, type, input, state, snapshotHash, effectsHash, hash, previous },
    ...{ snapshot, stored, effects, notices },
    requestHash: command.requestHash ?? null,
    requestId: command.requestId ?? null,
  });
  draft.seq = seq;
  draft.head = hash;
  draft.last = at;
}

/** Puts an event's orders where they belong. A child is created in the same transaction; everything else becomes an effect's row. */
function enqueueEffects(
  rules: DraftRules,
  draft: Draft,
  seq: number,
  orders: EffectOrder[],
  facts: FactsOf,
): Pick<DraftedEvent, 'effects' | 'notices'> {
  const effects: DraftedEvent['effects'] = [];
  const mailed: string[] = [];
  const consequences = timersOf(draft.lifeType.chart, draft.snapshot, draft.at).filter(({ reminder }) => !reminder);
  const deadlineOf = (template: string): string | null => {
    const { until } = draft.lifeType.messages.notices[template] ?? {};
    const timer = consequences.find(({ name }) => until === undefined || name === until);
    return timer === undefined ? null : new Date(timer.due).toISOString();
  };
  for (const [index, { kind, params, notice }] of orders.entries()) {
    const id = effectId({ life: draft.id, seq, index });
    if (kind === 'startChild') {
      draft.children.push(draftChild(rules, draft, id, params as unknown as StartChild));
      continue;
    }
    effects.push({ id, kind });
    draft.effects.push({ seq, index, kind, params });
    if (notice === undefined) continue;
    const { template } = notice;
    draft.notices.push({ id, ...notice, seq, at: draft.at, deadline: deadlineOf(template), facts: facts(template) });
    if (notice.channel === 'mail') mailed.push(notice.template);
  }
  return { effects, notices: mailed };
}

/** A child's first event. Its key names the parent's event. @throws where the child's chart refuses it: the charts do not fit together. */
function draftChild(rules: DraftRules, parent: Draft, order: string, { child, type, by, actor, input }: StartChild): Draft {
  const draft = startDraft(rules, blankLife(child), parent.now);
  const refusal = applyCommand(rules, draft, { idempotencyKey: createKey(order), type, by, input, ...(actor && { actor }) });
  if (refusal) throw new Error(`${parent.id} could not create ${child}: ${refusal.reason} ${refusal.rule ?? ''}`.trim());
  return draft;
}
