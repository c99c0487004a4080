/**
 * The one way a life moves. In one transaction: lock the row, let happen what is due, ask the chart, and append the event with everything that
 * follows from it. The order of the chain is the order of truth; no host's clock counts.
 */

import type { Transaction } from 'sequelize';
import { DatabaseError } from 'sequelize';
import type { AnyMachineSnapshot } from 'xstate';
import { initialTransition, transition } from 'xstate';
import type { Refusal } from '../charts/judge.ts';
import { dutiesOf, judge, persisted, restore, timersOf } from '../charts/judge.ts';
import type { ChartEvent, Party, TransitionLaw } from '../charts/law.ts';
import { STAFF } from '../charts/law.ts';
import { stateOf } from '../charts/state.ts';
import { UNEXPECTED } from '../charts/unexpected.ts';
import { chainKey, eventHash, hashOf, keyedHash } from './chain.ts';
import type { LifeUpdate, OpenEffect } from './life-update.ts';
import { MOST_EFFECTS } from './life-update.ts';
import type { Lives, PublishedLifeType } from './lives.ts';
import { lifeTypeOf } from './lives.ts';
import type { EffectOrder, NoticeOrder } from './step.ts';
import { effectOrdersOf, lifeUpdateOf, postingsOf } from './step.ts';
import type { ClockRow, LifeRow } from './store.ts';
import { append, insertLife, lockLife, markAllDelivered, openEffects, readClock } from './store.ts';

/**
 * Who acts (1.4): the account, and as keyed hashes the person behind it, the session and the device it acted through. `note` names somebody the
 * platform could not authenticate.
 */
export interface Actor {
  account?: string;
  person?: string;
  session?: string;
  device?: string;
  note?: string;
}

/** A text that an input refers to. Written with the event, erasable later. */
export interface TextRow {
  id: string;
  body: unknown;
}

export interface Command {
  life: string;
  /** Says for ever where the event comes from; the same key never makes two events. */
  idempotencyKey: string;
  type: string;
  by: Party;
  actor?: Actor;
  input: object;
  texts?: TextRow[];
  /** The hash of method, route and body: another request under the same key is refused. */
  requestHash?: string;
  /** The event may begin the life. */
  create?: true;
  /** The effect that this event answers: closed with it. */
  closesEffect?: string;
  /** Made in the worker for the life's own workflow, which hears the answer of this call. */
  deliveredInline?: true;
  /** What is written with the event or not at all, after the read model: rows that are no life, and restricted data that no event may hold. */
  inSameTransaction?: (transaction: Transaction) => Promise<void>;
}

/** Proof that an event is in the chain. */
export interface Receipt {
  life: string;
  seq: number;
  type: string;
  at: string;
  hash: string;
}

export type Committed =
  | { outcome: 'done'; receipt: Receipt; updates: LifeUpdate[] }
  /** The key has been said before, with this request: nothing new happened. */
  | { outcome: 'replayed'; receipt: Receipt; updates: LifeUpdate[] }
  | { outcome: 'refused'; refusal: Refusal; updates: LifeUpdate[] }
  /** The key has been said before, with another request. */
  | { outcome: 'keyConflict'; updates: LifeUpdate[] }
  | { outcome: 'notFound'; updates: LifeUpdate[] };

const UNIQUE_VIOLATION = '23505';
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const AGAIN = [UNIQUE_VIOLATION, SERIALIZATION_FAILURE, DEADLOCK];
const ATTEMPTS = 3;

/** A chart that still has something due after so many timers in one commit is broken. */
const MOST_TIMERS = 100;

/** Moves a life by one event, after whatever is due by the store's clock. */
export async function commit(lives: Lives, command: Command): Promise<Committed> {
  const [committed] = await commitTogether(lives, [command]);
  return committed as Committed;
}

/** Several births in one transaction: all or none. One existing life at most is locked, so that no two transactions wait for each other. */
export const commitTogether = (lives: Lives, commands: Command[]): Promise<Committed[]> =>
  inTransaction(lives, async (transaction) => {
    const answers: Committed[] = [];
    for (const command of commands) answers.push(await handleCommand(lives, transaction, command));
    const refused = answers.some(({ outcome }) => outcome !== 'done' && outcome !== 'replayed');
    const keep = refused ? commands.length === 1 && answers[0]?.updates.length !== 0 : true;
    return { keep, answer: answers };
  });

/**
 * Lets happen what is due, and tells where the life then stands as a whole: for a timer that fired, a workflow that missed a step, and a new run.
 * Undefined for a life that is not there.
 */
export const catchUp = (lives: Lives, life: string): Promise<LifeUpdate | undefined> =>
  inTransaction(lives, async (transaction) => {
    const row = (await lockLife(transaction, [life]))[0];
    if (row === undefined) return { keep: false, answer: undefined };
    const { now } = (await readClock(transaction, [''])).at(0) as ClockRow;
    const draft = startDraft(lives, row, now, true);
    fireDueTimers(lives, draft);
    await persist(transaction, draft, {});
    await markAllDelivered(transaction, [life, draft.seq]);
    return { keep: true, answer: await wholeUpdate(transaction, draft) };
  });

/** Runs a move again from the start when another one crossed it: the second run finds what the other wrote. */
async function inTransaction<Answer>(
  lives: Lives,
  work: (transaction: Transaction) => Promise<{ keep: boolean; answer: Answer }>,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const transaction = await lives.database.transaction();
    try {
      const { keep, answer } = await work(transaction);
      await (keep ? transaction.commit() : transaction.rollback());
      return answer;
    } catch (error) {
      // The connection may be gone, and with it the transaction.
      await transaction.rollback().catch(() => {});
      if (attempt === ATTEMPTS || !AGAIN.includes(sqlState(error))) throw error;
    }
  }
}

const sqlState = (error: unknown): string => {
  const cause = error instanceof DatabaseError ? error.parent : error;
  return (cause as { code?: string } | undefined)?.code ?? '';
};

async function handleCommand(lives: Lives, transaction: Transaction, command: Command): Promise<Committed> {
  if (command.by === 'clock') throw new Error('the clock is nobody who commands: a timer happens when it is due');
  if (command.create) await insertLife(transaction, [command.life, command.life.slice(0, command.life.indexOf('/'))]);
  const row = (await lockLife(transaction, [command.life]))[0];
  if (row === undefined) return { outcome: 'notFound', updates: [] };
  const clock = (await readClock(transaction, [command.idempotencyKey])).at(0) as ClockRow;
  if (clock.life !== null) return replayReceipt(command, clock);

  const draft = startDraft(lives, row, clock.now, command.deliveredInline === true);
  fireDueTimers(lives, draft);
  const event = toChartEvent(draft, command);
  const verdict = judge(draft.kind.chart, draft.snapshot, event);
  if (verdict.allowed) applyTransition(lives, draft, command, event, verdict.law);
  else if (command.by === 'platform') recordUnexpected(lives, draft, command, event);
  else {
    await persist(transaction, draft, {});
    return { outcome: 'refused', refusal: verdict, updates: draft.steps };
  }
  await persist(transaction, draft, command);
  await command.inSameTransaction?.(transaction);
  const { seq, at, head } = draft;
  return { outcome: 'done', receipt: { life: row.id, seq, type: command.type, at, hash: head }, updates: draft.steps };
}

function replayReceipt({ life, requestHash }: Command, clock: ClockRow): Committed {
  if (clock.life !== life || (requestHash !== undefined && clock.request_hash !== requestHash))
    return { outcome: 'keyConflict', updates: [] };
  const { seq, type, hash } = clock;
  return { outcome: 'replayed', receipt: { life, seq, type, at: clock.at.toISOString(), hash }, updates: [] };
}

/** A move being made: everything `append` will write. */
interface Draft {
  kind: PublishedLifeType;
  row: LifeRow;
  at: string;
  seq: number;
  head: string;
  heard: boolean;
  /** The moment of the life's last event: what its timers are reckoned from. */
  last: string;
  snapshot: AnyMachineSnapshot;
  events: object[];
  steps: LifeUpdate[];
  effects: object[];
  notices: object[];
  postings: object[];
  unexpected: object[];
}

function startDraft(lives: Lives, row: LifeRow, now: Date, heard: boolean): Draft {
  const kind = lifeTypeOf(lives, row.id);
  const moment = Math.max(now.getTime() + Number(row.clock_offset), row.at?.getTime() ?? 0);
  const snapshot = row.snapshot === null ? initialTransition(kind.chart, undefined as never)[0] : restore(kind.chart, row.snapshot);
  const { seq, head } = row;
  return {
    kind,
    row,
    at: new Date(moment).toISOString(),
    seq,
    head,
    heard,
    last: (row.at ?? new Date(moment)).toISOString(),
    snapshot: snapshot as AnyMachineSnapshot,
    events: [],
    steps: [],
    effects: [],
    notices: [],
    postings: [],
    unexpected: [],
  };
}

/** A deadline that has passed counts whether or not the engine was there: its event comes before the command that came after it. */
function fireDueTimers(lives: Lives, draft: Draft): void {
  for (let count = 0; count < MOST_TIMERS; count++) {
    const { chart } = draft.kind;
    const timer = timersOf(chart, draft.snapshot, draft.last).find(({ due }) => due <= Date.parse(draft.at));
    if (timer === undefined) return;
    const command: Command = {
      life: draft.row.id,
      idempotencyKey: `timer/${draft.row.id}/${draft.seq + 1}`,
      type: timer.type,
      by: 'clock',
      input: { due: new Date(timer.due).toISOString() },
    };
    const event = toChartEvent(draft, command);
    const verdict = judge(chart, draft.snapshot, event);
    if (!verdict.allowed) throw new Error(`${draft.row.id}: the chart lists the timer ${timer.name} and refuses it`);
    applyTransition(lives, draft, command, event, verdict.law, timer.name);
  }
  throw new Error(`${draft.row.id}: more than ${MOST_TIMERS} timers due at once`);
}

/** The event as the chart reads it. */
const toChartEvent = ({ at }: Draft, { type, by, actor, input }: Command): ChartEvent<string, object> => ({
  type,
  by,
  at,
  input,
  ...(actor?.account !== undefined && { actor: actor.account }),
});

/** Makes a transition that the chart allows. Where the law reckons working days, the calendar travels with the input. */
function applyTransition(
  lives: Lives,
  draft: Draft,
  command: Command,
  asked: ChartEvent<string, object>,
  law: TransitionLaw,
  name = command.type,
): void {
  // A deadline that passed unheard is reckoned on from its own moment.
  const { due = draft.at } = asked.input as { due?: string };
  const event = law.calendar ? { ...asked, input: { ...asked.input, calendar: lives.calendar(due) } } : asked;
  const { kind } = draft;
  const [next, actions] = transition(kind.chart, draft.snapshot, event);
  draft.snapshot = next as AnyMachineSnapshot;
  const seq = draft.seq + 1;
  draft.postings.push(...postingsOf(actions).map((posting, index) => ({ ...posting, seq, index, at: draft.at })));
  enqueueEffects(lives, draft, command, event, name, effectOrdersOf(kind, next.context, actions));
}

/** Links an event with the work that it orders. */
function enqueueEffects(
  lives: Lives,
  draft: Draft,
  command: Command,
  event: ChartEvent<string, object>,
  name: string,
  orders: (EffectOrder & { notice?: NoticeOrder })[],
): void {
  const seq = draft.seq + 1;
  const effects: OpenEffect[] = [];
  const notices: (NoticeOrder & { id: string })[] = [];
  for (const [index, { kind, params, notice }] of orders.entries()) {
    const id = `${draft.row.id}/${seq}/${index}`;
    effects.push({ id, kind });
    draft.effects.push({ seq, index, kind, params });
    if (notice) notices.push({ id, ...notice });
  }
  const { timers } = appendEvent(lives, draft, command, event, {
    name,
    effects,
    notices: notices.flatMap(({ template, channel }) => (channel === 'mail' ? [template] : [])),
  });
  const consequences = timers.filter(({ reminder }) => !reminder);
  const deadlineOf = (template: string): string | null => {
    const { until } = draft.kind.messages.notices[template] ?? {};
    return consequences.find((timer) => until === undefined || timer.name === until)?.due ?? null;
  };
  draft.notices.push(...notices.map((notice) => ({ ...notice, seq, at: draft.at, deadline: deadlineOf(notice.template) })));
}

/** An answer is never dropped: what the chart does not expect is kept, told to the operators, and moves nothing. */
function recordUnexpected(lives: Lives, draft: Draft, command: Command, event: ChartEvent<string, object>): void {
  const unexpected = { ...event, type: 'unexpected', input: { type: event.type, input: event.input } };
  draft.unexpected.push({ seq: draft.seq + 1, type: event.type });
  const notice: NoticeOrder = { account: STAFF, template: UNEXPECTED.template, channel: 'mail' };
  enqueueEffects(lives, draft, command, unexpected, 'unexpected', [{ kind: 'sendEmail', params: {}, notice }]);
}

/** Appends an event to the chain, and the step it asks of the workflow. */
function appendEvent(
  lives: Lives,
  draft: Draft,
  command: Command,
  event: ChartEvent<string, object>,
  asks: Pick<LifeUpdate, 'name' | 'effects' | 'notices'>,
): LifeUpdate {
  const { kind, row, snapshot, head: previous } = draft;
  const seq = draft.seq + 1;
  const actor = command.actor ?? null;
  const state = stateOf(snapshot);
  const snapshotHash = hashOf(persisted(kind.chart, snapshot));
  const { by, type, input, at } = event;
  const hash = eventHash(previous, {
    life: row.id,
    seq,
    key: chainKey(command.idempotencyKey),
    at,
    by,
    actor: chainActor(lives, actor),
    type,
    input,
    state,
    snapshotHash,
    chartHash: kind.chartHash,
  });
  draft.events.push({
    seq,
    key: command.idempotencyKey,
    at,
    by,
    actor,
    type,
    input,
    state,
    snapshot_hash: snapshotHash,
    chart_hash: kind.chartHash,
    hash,
    request_hash: command.requestHash ?? null,
  });
  draft.seq = seq;
  draft.head = hash;
  draft.last = at;
  const step = lifeUpdateOf({ law: kind, snapshot, number: row.number, seq, hash, previous, last: at, now: at, ...asks });
  draft.steps.push(step);
  return step;
}

/** Who acted, as the chain shows it: a name that was only said is a keyed hash too. */
export const chainActor = (lives: Lives, actor: Actor | null): Actor | null =>
  actor?.note === undefined ? actor : { ...actor, note: keyedHash(lives.secret, actor.note) };

async function persist(
  transaction: Transaction,
  draft: Draft,
  { texts = [], closesEffect }: Pick<Partial<Command>, 'texts' | 'closesEffect'>,
): Promise<void> {
  if (draft.events.length === 0) return;
  const { kind, row, seq, at, snapshot } = draft;
  const state = stateOf(snapshot);
  const done = snapshot.status !== 'active';
  const due = timersOf(kind.chart, snapshot, at)[0]?.due;
  const move = {
    events: draft.events,
    steps: draft.steps.map(({ seq: of }) => ({ seq: of, delivered: draft.heard })),
    effects: draft.effects,
    notices: draft.notices,
    postings: draft.postings,
    texts,
    unexpected: draft.unexpected,
    closes: closesEffect === undefined ? null : parseEffectId(closesEffect),
  };
  await append(transaction, [
    row.id,
    JSON.stringify(move),
    seq,
    state,
    done,
    JSON.stringify(persisted(kind.chart, snapshot)),
    draft.head,
    at,
    due === undefined ? null : new Date(due - Number(row.clock_offset)).toISOString(),
  ]);
  const duties = () => dutiesOf(kind.chart, snapshot);
  await kind.project?.(transaction, {
    id: row.id,
    number: row.number,
    seq,
    state,
    tags: snapshot.tags,
    done,
    context: snapshot.context,
    duties,
    at,
  });
}

async function wholeUpdate(transaction: Transaction, { kind, row, snapshot, seq, head, last, at }: Draft): Promise<LifeUpdate> {
  const open = await openEffects(transaction, [row.id, MOST_EFFECTS + 1]);
  const effects = open.slice(0, MOST_EFFECTS).map(({ seq: of, index, kind: order }) => ({ id: `${row.id}/${of}/${index}`, kind: order }));
  const standing = lifeUpdateOf({
    law: kind,
    snapshot,
    number: row.number,
    seq,
    hash: head,
    name: 'whole',
    last,
    now: at,
    effects,
    notices: [],
  });
  return { ...standing, ...(open.length > MOST_EFFECTS && { more: true }) };
}

/** An effect's id taken apart: `<life>/<seq>/<index>`. */
export function parseEffectId(effect: string): { life: string; seq: number; index: number } {
  const [index = '', seq = '', ...life] = effect.split('/').reverse();
  return { life: life.reverse().join('/'), seq: Number(seq), index: Number(index) };
}
