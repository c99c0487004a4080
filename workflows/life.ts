/**
 * Keeps a life's promises: its timers and its effects. The commit decides what is true; this workflow receives it and makes it so. It computes nothing
 * about the law, so a chart may change under a life that runs for months.
 */
import {
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  defineQuery,
  isCancellation,
  setCurrentDetails,
  setDefaultSignalHandler,
  setHandler,
  sleep,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { LifeUpdate, OpenEffect, WantedTimer } from '../activities/index.ts';
import { attributesOf } from '../lives/temporal-protocol.ts';
import { catchUp, performBatch, performOne } from './retry-policies.ts';
import { isUpdateOf } from './signals.ts';

/** How many of the last notices the details name. */
const NOTICES_SHOWN = 5;
const GENESIS = '0'.repeat(64);
const DONE_BEFORE = 'an effect that was done before';
/** Search attributes are written at most this often while a life goes on: each write costs the engine half a workflow task. Milliseconds. */
const PUBLISH_EVERY = 5_000;

const state = defineQuery<object | undefined>('state');
const timers = defineQuery<WantedTimer[]>('timers');
const notices = defineQuery<string[]>('notices');

/** A life's workflow. Its id is the life's id; it takes no argument, so any run may begin anywhere. */
export async function life(): Promise<string> {
  const { workflowId: id } = workflowInfo();
  /** Updates that were received and not looked at yet. */
  const inbox: LifeUpdate[] = [];
  /** Why the whole life has to be read again; empty where it has not. */
  let refreshReason = '';

  /** The latest known state of the life, and the hash of its last event. */
  let current: LifeUpdate | undefined;
  /** The workflow's time when `current` came: its timers count from then. */
  let currentSince = Date.now();
  let lastHash = GENESIS;
  /** The database confirmed the life up to this event. Hashes of later updates are remembered, to know repeats from contradictions. */
  let confirmedSeq = 0;
  const hashesSince = new Set<string>();

  /** Effects to begin, and those that are begun and not finished. */
  const pendingEffects: OpenEffect[] = [];
  const inFlight = new Set<string>();
  let alarm: { due: string; scope: CancellationScope } | undefined;
  /**
   * The database's time when the search attributes were last written: at first by who started the run. What the run does next depends on no other clock,
   * since a replay may take together what first came in several workflow tasks, each with its own time.
   */
  let publishedAt: number | undefined;
  let publishNow = false;

  let recentNotices: string[] = [];
  let note = '';

  setDefaultSignalHandler((_, ...given) => {
    if (given.length > 0 && given.every((each) => isUpdateOf(id, each))) inbox.push(...given);
    else refreshReason = 'a signal';
  });
  setHandler(state, () => current && stateOf(current), { description: 'Where the life stands, by its last event' });
  setHandler(timers, () => current?.timers ?? [], { description: 'The timers that should be armed, the earliest first' });
  setHandler(notices, () => recentNotices, { description: 'The templates of the last notices, the newest first' });

  /** Absorbs an update that is known to be in order. */
  const accept = (update: LifeUpdate): void => {
    current = update;
    currentSince = Date.now();
    // Never later than the update: a forged one could otherwise keep the search attributes from being written, or an alarm from ringing.
    publishedAt = Math.min(publishedAt ?? Number.POSITIVE_INFINITY, Date.parse(update.at));
    lastHash = update.hash;
    if (update.previous !== undefined) hashesSince.add(update.hash);
    else {
      confirmedSeq = update.seq;
      hashesSince.clear();
    }
    recentNotices = [...update.notices, ...recentNotices].slice(0, NOTICES_SHOWN);
    const added = update.effects.filter((effect) => !inFlight.has(effect.id));
    pendingEffects.push(...added);
    for (const effect of added) inFlight.add(effect.id);
  };

  /** Reads the whole life from the database. It replaces what was missed, and what was received and never happened. */
  const refresh = async (why: string): Promise<void> => {
    const whole = await catchUp(why);
    if (whole === undefined) throw ApplicationFailure.nonRetryable(`there is no life ${id}`);
    accept(whole);
  };

  /** Accepts an update that follows the last one. One that shows a gap or a contradiction leads to a refresh: it may be forged. */
  const receive = async (update: LifeUpdate): Promise<void> => {
    if (update.previous === lastHash) return accept(update);
    const isRepeat = update.seq <= confirmedSeq || hashesSince.has(update.hash);
    if (!isRepeat) await refresh('missed an update');
  };

  /** Tries effects once, side by side. Those that take longer go on as activities of their own. */
  const performEffects = async (effects: OpenEffect[]): Promise<void> => {
    const { updates, left, missed } = await performBatch(effects);
    for (const effect of effects) {
      if (left.includes(effect.id)) void performOne(effect).then((made) => finish(effect.id, made));
      else inFlight.delete(effect.id);
    }
    inbox.push(...updates);
    if (missed) refreshReason = DONE_BEFORE;
  };

  const finish = (effect: string, updates: LifeUpdate[] | undefined): void => {
    inFlight.delete(effect);
    if (updates) inbox.push(...updates);
    else refreshReason = DONE_BEFORE;
  };

  /** One alarm, for the next moment that matters. What is due then, and what comes after it, the commit knows. */
  const setAlarm = (next: Alarm | undefined): void => {
    if (alarm?.due === next?.due) return;
    alarm?.scope.cancel();
    alarm = undefined;
    if (next === undefined) return;
    const scope = new CancellationScope();
    alarm = { due: next.due, scope };
    scope
      .run(() => sleep(next.in, { summary: next.summary }))
      .then(
        () => {
          if (alarm?.scope !== scope) return;
          alarm = undefined;
          next.ring();
        },
        (error) => {
          if (!isCancellation(error)) throw error;
        },
      );
  };

  /** Milliseconds from now until what is so long after the latest update. */
  const sinceUpdate = (milliseconds: number): number => Math.max(milliseconds - (Date.now() - currentSince), 0);

  const nextDeadline = ({ timers: [next] }: LifeUpdate): Alarm | undefined => {
    if (next === undefined) return undefined;
    const { name, clause, due } = next;
    const ring = (): void => {
      refreshReason = name;
    };
    return { due, in: sinceUpdate(next.in), summary: `${name} (${clause}) ${due}`, ring };
  };

  const publication = ({ at }: LifeUpdate, due: number): Alarm => {
    const ring = (): void => {
      publishNow = true;
    };
    return { due: new Date(due).toISOString(), in: sinceUpdate(due - Date.parse(at)), summary: 'search attributes', ring };
  };

  /**
   * Shows the latest state in the Temporal UI and sets the alarm. In a burst of updates the search attributes are written once it is over: then the
   * alarm for that also takes the place of all the deadlines that only the burst knew.
   */
  const publish = (): void => {
    const isRung = publishNow;
    publishNow = false;
    if (current === undefined || publishedAt === undefined) return;
    const shownNotices = recentNotices.length > 0 && `Notices: ${recentNotices.join(', ')}`;
    setCurrentDetails([current.details, shownNotices, note].filter(Boolean).join('\n\n'));
    const { typedSearchAttributes: shown } = workflowInfo();
    const changed = attributesOf(current).filter(({ key, value }) => JSON.stringify(shown.get(key) ?? null) !== JSON.stringify(value));
    const next = publishedAt + PUBLISH_EVERY;
    const now = Math.max(Date.parse(current.at), isRung ? next : 0);
    const isDue = current.done || now >= next;
    if (changed.length > 0 && isDue) {
      upsertSearchAttributes(changed);
      publishedAt = now;
    }
    if (current.done) return;
    const deadline = nextDeadline(current);
    const publishesFirst = changed.length > 0 && !isDue && (deadline === undefined || next < Date.parse(deadline.due));
    setAlarm(publishesFirst ? publication(current, next) : deadline);
  };

  CancellationScope.current().cancelRequested.catch(() => {
    note = '*Cancel was requested here and is ignored: a life ends by its chart. Commands go over the API.*';
    publish();
  });

  const isIdle = (): boolean => inbox.length === 0 && refreshReason === '';
  const hasMoreEffects = (): boolean => inFlight.size === 0 && current?.more === true;
  const isOver = (): boolean => inFlight.size === 0 && current?.done === true;
  const hasWork = (): boolean => publishNow || !isIdle() || pendingEffects.length > 0 || hasMoreEffects() || isOver();

  return CancellationScope.nonCancellable(async () => {
    await drainSignals();
    if (inbox.length === 0) refreshReason = 'a new run';
    for (;;) {
      if (isIdle()) publish();
      await condition(() => hasWork() || workflowInfo().continueAsNewSuggested);
      await drainSignals();

      const update = inbox.shift();
      if (update) await receive(update);
      else if (refreshReason !== '' || hasMoreEffects()) {
        const why = refreshReason || 'more effects';
        refreshReason = '';
        await refresh(why);
      } else if (pendingEffects.length > 0) await performEffects(pendingEffects.splice(0));
      else if (isOver()) return (current as LifeUpdate).state;
      else if (workflowInfo().continueAsNewSuggested) await continueAsNew();
    }
  });
}

interface Alarm {
  /** The database's time for which it is. An alarm for the same moment is left as it is. */
  due: string;
  /** Milliseconds. */
  in: number;
  /** What the history's reader sees of it. */
  summary: string;
  ring(): void;
}

const stateOf = ({ life: id, seq, state: name, done, summary, parties, effects }: LifeUpdate): object => ({
  ...{ life: id, seq, state: name, done, summary, parties },
  effects: effects.map(({ kind }) => kind),
});

/** Waits until every signal of this activation is buffered: a replay delivers together what first arrived separately. */
async function drainSignals(): Promise<void> {
  // A condition that is false when it is set is checked again after all signals of the activation.
  let checks = 0;
  await condition(() => checks++ > 0);
}
