/**
 * The command handler: the only way a life changes. In one transaction it locks the life's row, fires due timers, asks the chart, and appends the
 * event with everything that follows from it. The order of the chain is the order of truth; no host's clock counts.
 */
import type { Transaction } from 'sequelize';
import { DatabaseError } from 'sequelize';
import type { Refusal } from '../charts/judge.ts';
import { standingOf, timersOf } from '../charts/judge.ts';
import type { Party } from '../charts/law.ts';
import { stateOf } from '../charts/state.ts';
import { sealingOf } from '../models/sealed-column.ts';
import { sealText } from '../models/stores/erasable-text.ts';
import { actorIn } from './chain.ts';
import type { Actor, Command, Committed, LifeState, Receipt } from './command.ts';
import { concernedBy, heardOf } from './concerned.ts';
import { LifeDamaged, stopDamaged } from './damage.ts';
import type { Draft } from './draft.ts';
import { applyCommand, fireDueTimers, startDraft, updatesOf, withChildren } from './draft.ts';
import { hashOf } from './hashing.ts';
import { effectId, kindOf, parseEffectId } from './ids.ts';
import { requireOwnKey } from './key-owners.ts';
import type { LifeUpdate } from './life-update.ts';
import { lifeUpdateOf, MOST_EFFECTS } from './life-update.ts';
import type { Lives } from './lives.ts';
import { firstRefusal } from './precondition.ts';
import { project } from './project.ts';
import { currentRequestId } from './request-context.ts';
import type { LifeRow, LockedLife } from './store.ts';
import { appendAnswer, appendDraft, bookPostings, insertLife, lockLife, markAllDelivered, openEffects, readLast } from './store.ts';

const UNIQUE_VIOLATION = '23505';
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
/** Another transaction crossed this one: a second run sees what the other wrote. */
const RETRYABLE = [UNIQUE_VIOLATION, SERIALIZATION_FAILURE, DEADLOCK];
const ATTEMPTS = 3;

/** Changes a life by one event, after whatever is due by the database's clock. */
export async function commit(lives: Lives, command: Command): Promise<Committed> {
  const [committed] = await commitTogether(lives, [command]);
  return committed as Committed;
}

/** Creates several lives atomically, or handles one command. Locks at most one existing life, so transactions cannot deadlock. */
export const commitTogether = (lives: Lives, commands: Command[]): Promise<Committed[]> =>
  inTransaction(lives, async (transaction) => {
    const results: Committed[] = [];
    for (const command of commands) results.push(await handleCommand(lives, transaction, command));
    const failed = results.some(({ outcome }) => outcome !== 'done' && outcome !== 'replayed');
    const timersFired = commands.length === 1 && results[0]?.updates.length !== 0;
    return { keep: !failed || timersFired, result: results };
  });

/** A life as a whole, and the updates for other lives that were created on the way. */
export interface CaughtUp {
  whole: LifeUpdate;
  others: LifeUpdate[];
}

/**
 * Fires what is due and returns the whole life: for a timer that fired, for a workflow that missed an update, and for a new run. Returns undefined
 * for a life that does not exist.
 */
export const catchUp = (lives: Lives, life: string): Promise<CaughtUp | undefined> =>
  inTransaction(lives, async (transaction) => {
    const row = await lockIntact(transaction, life);
    if (row === undefined) return { keep: false, result: undefined };
    const draft = startDraft(lives, row, row.now);
    fireDueTimers(lives, draft);
    const { updates } = await persist(lives, transaction, row, draft, { deliveredInline: true });
    await markAllDelivered(transaction, [life, draft.seq]);
    const whole = await wholeUpdate(transaction, row, draft);
    return { keep: true, result: { whole, others: updates.filter((update) => update.life !== life) } };
  });

/** Runs the work again from the start when another transaction crossed it. */
async function inTransaction<Result>(
  lives: Lives,
  work: (transaction: Transaction) => Promise<{ keep: boolean; result: Result }>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const transaction = await lives.database.transaction();
    try {
      const { keep, result } = await work(transaction);
      await (keep ? transaction.commit() : transaction.rollback());
      return result;
    } catch (error) {
      // The connection may be gone, and the transaction with it.
      await transaction.rollback().catch((lost: unknown) => lives.log.debug({ err: lost }, 'commit.rollback-failed'));
      if (error instanceof LifeDamaged) await stopDamaged(lives, error);
      const state = sqlState(error);
      if (attempt === ATTEMPTS || !RETRYABLE.includes(state)) throw error;
      lives.log.debug({ sqlState: state, attempt }, 'commit.retry');
    }
  }
}

const sqlState = (error: unknown): string => {
  const cause = error instanceof DatabaseError ? error.parent : error;
  return (cause as { code?: string } | undefined)?.code ?? '';
};

/** Locks a life whose row is what its last event led to. @throws LifeDamaged for any other. */
async function lockIntact(transaction: Transaction, life: string, key = ''): Promise<LockedLife | undefined> {
  const [row] = await lockLife(transaction, [life, key]);
  if (row === undefined || row.seq === 0) return row;
  const [last] = row.last_hash === null ? await readLast(transaction, [life, row.seq]) : [row];
  if (last?.last_hash !== row.head) throw new LifeDamaged(life, row.seq, 'the head is not the hash of the last event');
  if (last.last_snapshot_hash !== hashOf(row.snapshot))
    throw new LifeDamaged(life, row.seq, 'the snapshot is not the one the last event led to');
  return row;
}

async function handleCommand(lives: Lives, transaction: Transaction, command: Command): Promise<Committed> {
  requireOwnKey(command);
  const row = await lockOrCreate(transaction, command);
  if (row === undefined) return { outcome: 'notFound', updates: [] };
  if (row.known_life !== null) return replayReceipt(command, row);

  const draft = startDraft(lives, row, row.now);
  fireDueTimers(lives, draft);
  const { life, actor } = command;
  const asked = { ...command, requestId: currentRequestId(), ...(actor && { actor: actorIn(lives.keys, life, actor) }) };
  const refusal = (await firstRefusal(transaction, command.preconditions ?? [])) ?? applyCommand(lives, draft, asked);
  if (refusal) return refuse(lives, transaction, row, draft, refusal);
  const { updates, readModel } = await persist(lives, transaction, row, draft, command);
  await command.inSameTransaction?.(transaction);
  const { seq, at, head } = draft;
  const receipt: Receipt = { life: row.id, seq, type: command.type, at, hash: head };
  return { outcome: 'done', receipt, life: { ...lifeAfter(row, draft), readModel }, updates };
}

async function lockOrCreate(transaction: Transaction, { life, idempotencyKey, create }: Command): Promise<LockedLife | undefined> {
  const [created] = create ? await insertLife(transaction, [life, kindOf(life), idempotencyKey]) : [];
  return created ?? lockIntact(transaction, life, idempotencyKey);
}

/** The key came before: the same request gets its receipt again, another one is refused. */
function replayReceipt({ life, requestHash }: Command, row: LockedLife): Committed {
  const isOther = row.known_life !== life || (requestHash !== undefined && row.known_request_hash !== requestHash);
  if (isOther) return { outcome: 'keyConflict', updates: [] };
  const receipt: Receipt = { life, seq: row.known_seq, type: row.known_type, at: row.known_at.toISOString(), hash: row.known_hash };
  return { outcome: 'replayed', receipt, life: lifeBefore(row) as LifeState, updates: [] };
}

/** The due timers stay committed: a command that was refused came after them. */
async function refuse(lives: Lives, transaction: Transaction, row: LockedLife, draft: Draft, refusal: Refusal): Promise<Committed> {
  const { updates } = await persist(lives, transaction, row, draft, {});
  return { outcome: 'refused', refusal, life: draft.events.length > 0 ? lifeAfter(row, draft) : lifeBefore(row), updates };
}

const lifeBefore = ({ id, number, seq, state, done, snapshot, at }: LifeRow): LifeState | undefined =>
  snapshot === null || at === null ? undefined : { id, number, seq, state, done, snapshot, at };

const lifeAfter = ({ id, number }: LifeRow, { seq, snapshot, events, at }: Draft): LifeState => ({
  ...{ id, number, seq, state: stateOf(snapshot), done: snapshot.status !== 'active' },
  snapshot: events.at(-1)?.stored ?? {},
  at: new Date(at),
});

interface Persisted {
  updates: LifeUpdate[];
  readModel: unknown;
}

/** Writes a draft with its children, then the read models and the ledger. */
async function persist(
  lives: Lives,
  transaction: Transaction,
  row: LockedLife,
  draft: Draft,
  {
    texts = [],
    by,
    actor,
    closesEffect,
    deliveredInline,
  }: Pick<Partial<Command>, 'texts' | 'by' | 'actor' | 'closesEffect' | 'deliveredInline'>,
): Promise<Persisted> {
  if (draft.events.length === 0) return { updates: [], readModel: undefined };
  const [, ...children] = withChildren(draft);
  const append = closesEffect === undefined ? appendDraft : appendAnswer;
  const created = await append(transaction, [
    JSON.stringify({
      changed: rowOf(draft, Number(row.clock_offset)),
      created: children.map((child) => rowOf(child, 0)),
      ...recordsOf([draft, ...children], deliveredInline ? row.id : undefined),
      standing: [...standingAfter(draft, Number(row.clock_offset)), ...children.flatMap((child) => standingAfter(child, 0))],
      texts: texts.map(({ id, body }) => ({ ...sealedText(lives, { id, life: row.id, body }), author: authorOf(by, actor) })),
      ...(closesEffect !== undefined && { closes: parseEffectId(closesEffect) }),
    }),
  ]);
  const numbers = new Map([{ id: row.id, number: row.number }, ...created].map(({ id, number }) => [id, number]));
  const numbered = [draft, ...children].map((each) => ({ each, number: numbers.get(each.id) as string }));
  const [readModel] = await inOrder(numbered, ({ each, number }) => project(transaction, { ...each, number }));
  const postings = [draft, ...children].flatMap(({ id: life, postings }) => postings.map((posting) => ({ ...posting, life })));
  if (postings.length > 0) await bookPostings(transaction, [JSON.stringify(postings)]);
  const updates = numbered.flatMap(({ each, number }) => (needsNoRun(each) ? [] : updatesOf(each, number)));
  return { updates, readModel };
}

/** Whose words the texts of a command are. What the operator's staff and the platform write is about the parties, and not theirs. */
const authorOf = (by: Party | undefined, actor: Actor | undefined): string | null =>
  by === 'customer' || by === 'contractor' ? (actor?.account ?? null) : null;

const sealedText = ({ database }: Lives, text: { id: string; life: string; body: unknown }): object => {
  const { id, life } = text;
  return { id, life, sealed: sealText(sealingOf(database), text).toString('base64') };
};

/** One after the other: they share the transaction's connection. */
async function inOrder<One, Result>(list: One[], work: (one: One) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const one of list) results.push(await work(one));
  return results;
}

/** A life's row after the draft. Its next deadline is kept in real time, so a life whose clock a test has moved is found when it is due. */
function rowOf({ id, lifeType, seq, snapshot, head, at, events }: Draft, clockOffset: number): object {
  const due = timersOf(lifeType.chart, snapshot, at)[0]?.due;
  return {
    ...{ id, seq, state: stateOf(snapshot), done: snapshot.status !== 'active', snapshot: events.at(-1)?.stored, head, at },
    next_due: due === undefined ? null : new Date(due - clockOffset).toISOString(),
  };
}

/** Where a life has come to stand still, and that it does no more. In real time, like its next deadline. */
function standingAfter({ id, lifeType, snapshot, stood, at }: Draft, clockOffset: number): object[] {
  const state = standingOf(lifeType.chart, snapshot);
  if (state === stood) return [];
  return [{ life: id, state: state ?? null, since: new Date(Date.parse(at) - clockOffset).toISOString() }];
}

/** A life that is final with its first events and ordered no effect: a workflow run would have nothing to do. */
const needsNoRun = ({ events: [first], snapshot, effects }: Draft): boolean =>
  first?.seq === 1 && snapshot.status !== 'active' && effects.length === 0;

/** The rows beside the lives' own, for all drafts of a commit. `inline` is the life whose workflow reads the result itself. */
function recordsOf(drafts: Draft[], inline: string | undefined): object {
  return {
    events: drafts.flatMap(({ id: life, lifeType, events }) =>
      events.map(({ seq, key, at, by, actor, type, input, state, hash, snapshotHash, effectsHash, requestHash, requestId }) => ({
        ...{ life, seq, key, at, by, actor, type, input, state, hash },
        snapshot_hash: snapshotHash,
        effects_hash: effectsHash,
        chart_hash: lifeType.chartHash,
        request_hash: requestHash,
        request_id: requestId,
      })),
    ),
    outbox: drafts.flatMap((draft) =>
      draft.events.map(({ seq }) => ({ life: draft.id, seq, delivered: draft.id === inline || needsNoRun(draft) })),
    ),
    effects: drafts.flatMap(({ id: life, effects }) => effects.map((effect) => ({ ...effect, life }))),
    notices: drafts.flatMap(({ id: life, notices }) => notices.map((notice) => ({ ...notice, life }))),
    concerned: drafts.flatMap((draft) => {
      const accounts = concernedBy(draft);
      return heardOf(draft).flatMap(({ seq }) => accounts.map((account) => ({ account, life: draft.id, seq })));
    }),
    unexpected: drafts.flatMap(({ id: life, unexpected }) => unexpected.map((answer) => ({ ...answer, life }))),
  };
}

async function wholeUpdate(transaction: Transaction, { id, number }: LifeRow, draft: Draft): Promise<LifeUpdate> {
  const { lifeType: type, snapshot, seq, head: hash, last, at: now } = draft;
  const open = await openEffects(transaction, [id, MOST_EFFECTS + 1]);
  const effects = open.slice(0, MOST_EFFECTS).map(({ kind, ...position }) => ({ id: effectId({ life: id, ...position }), kind }));
  const update = lifeUpdateOf({ type, snapshot, number, last, now }, { life: id, seq, hash, name: 'whole', effects, notices: [] });
  return { ...update, ...(open.length > MOST_EFFECTS && { more: true }) };
}
