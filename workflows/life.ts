/**
 * Keeps a life's promises: its timers and its effects. What is true is decided by the commit; this hears of it and makes it so. It computes
 * nothing about the law, so a chart may change under a life that runs for months.
 */
import type { SearchAttributePair } from '@temporalio/common';
import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setDefaultSignalHandler,
  sleep,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities, OpenEffect, Standing, WantedTimer } from '../activities/index.ts';
import { CONTRACTOR, LIFE_STATE, NEXT_DEADLINE, OPERATORS_SIGNAL } from './messages.ts';
import { isOperatorsWord, isStep } from './signals.ts';

/** How many of the last notices the details name. */
const NOTICES_SHOWN = 5;
const GENESIS = '0'.repeat(64);

/**
 * Local activities: quick where all is well, and one marker in the history. Only one at a time ever runs in a life, begun by its main loop:
 * several at once may end in another order when the history is replayed, and then the run could never go on.
 */
const quick = proxyLocalActivities<Activities>({
  startToCloseTimeout: '5s',
  // Where the database is silent: before the run would have to tell the engine, in its history, that it is still at it.
  scheduleToCloseTimeout: '6s',
  retry: { maximumAttempts: 5, initialInterval: '100ms', backoffCoefficient: 2 },
});
/** For effects: meanwhile a run hears nothing, so what takes longer goes on as an ordinary activity. */
const brief = proxyLocalActivities<Activities>({
  startToCloseTimeout: '1s',
  retry: { maximumAttempts: 2, initialInterval: '100ms' },
});
/** Ordinary activities: patient without a trace in the history where the database or the world is away. */
const patient = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1 minute' },
});
/** For waking, on which deadlines wait: soon after the database is back. */
const watchful = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10s' },
});

const wake = async (life: string, summary: string): Promise<Standing | undefined> => {
  try {
    return await quick.wake.executeWithOptions({ summary }, [life]);
  } catch {
    return await watchful.wake.executeWithOptions({ summary }, [life]);
  }
};

/** A life's workflow. Its id is the life's id; it takes no argument, so that any run may begin anywhere. */
export async function life(): Promise<string> {
  const { workflowId: id, runId } = workflowInfo();
  const inbox: Standing[] = [];
  const words: unknown[] = [];
  const timers = new Map<string, { due: string; scope: CancellationScope }>();
  const orders: OpenEffect[] = [];
  const inHand = new Set<string>();
  let heard = GENESIS;
  let sure = 0;
  const sinceSure = new Set<string>();
  let done = false;
  let more = false;
  let state = '';
  let details = '';
  let note = '';
  let told: string[] = [];
  let shown = '';
  let news = '';
  let spoken = 0;

  setDefaultSignalHandler((name, ...given) => {
    if (name === OPERATORS_SIGNAL) words.push(given[0]);
    else if (given.length > 0 && given.every(isStep)) inbox.push(...given);
    else news = 'news';
  });

  const show = (): void => setCurrentDetails([details, told.length > 0 && `Told: ${told.join(', ')}`, note].filter(Boolean).join('\n\n'));

  /** The whole standing replaces whatever was missed, and whatever was heard that never was. */
  const askWhole = async (why: string): Promise<void> => {
    const whole = await wake(id, why);
    if (whole === undefined) throw ApplicationFailure.nonRetryable(`there is no life ${id}`);
    take(whole);
  };

  const arm = ({ type, name, due, in: milliseconds, clause }: WantedTimer): void => {
    const scope = new CancellationScope();
    timers.set(type, { due, scope });
    scope
      .run(() => sleep(milliseconds, { summary: `${name} (${clause}) ${due}` }))
      .then(
        () => {
          if (timers.get(type)?.scope !== scope) return;
          timers.delete(type);
          news = name;
        },
        (error) => {
          if (!isCancellation(error)) throw error;
        },
      );
  };

  const rearm = (wanted: WantedTimer[]): void => {
    for (const [type, { due, scope }] of timers) {
      if (wanted.some((timer) => timer.type === type && timer.due === due)) continue;
      timers.delete(type);
      scope.cancel();
    }
    for (const timer of wanted) if (!timers.has(timer.type)) arm(timer);
  };

  /** What came of an effect. Where another try had done it, nobody may have heard of what it made. */
  const end = (effect: string, steps: Standing[] | undefined): void => {
    inHand.delete(effect);
    if (steps) inbox.push(...steps);
    else news = 'an effect that was done before';
  };

  const perform = async ({ id: effect, kind: summary }: OpenEffect): Promise<void> => {
    try {
      end(effect, await brief.perform.executeWithOptions({ summary }, [effect]));
    } catch {
      void patient.perform.executeWithOptions({ summary }, [effect]).then((steps) => end(effect, steps));
    }
  };

  const take = (standing: Standing): void => {
    heard = standing.hash;
    if (standing.previous !== undefined) sinceSure.add(standing.hash);
    else {
      sure = standing.seq;
      sinceSure.clear();
    }
    done = standing.done;
    state = standing.state;
    details = standing.details;
    told = [...standing.notices, ...told].slice(0, NOTICES_SHOWN);
    more = standing.more ?? false;
    rearm(standing.timers);
    for (const effect of standing.effects) {
      if (!inHand.has(effect.id)) orders.push(effect);
      inHand.add(effect.id);
    }
    show();
    const [next] = standing.timers;
    const attributes: SearchAttributePair[] = [
      { key: LIFE_STATE, value: state },
      { key: NEXT_DEADLINE, value: next === undefined ? null : new Date(next.due) },
      { key: CONTRACTOR, value: standing.parties.contractor ?? null },
    ] as SearchAttributePair[];
    const now = JSON.stringify(attributes);
    if (now !== shown) upsertSearchAttributes(attributes);
    shown = now;
  };

  /** A step that follows what was heard is taken. One that shows a gap, or contradicts what was heard, is a reason to ask: either may be forged. */
  const hear = async (step: Standing): Promise<void> => {
    if (step.previous === heard) return take(step);
    if (step.seq > sure && !sinceSure.has(step.hash)) await askWhole('missed a step');
  };

  /** An operator reads what came of it, and may say it again: it is not tried for ever. */
  const obey = async (word: unknown): Promise<void> => {
    try {
      if (!isOperatorsWord(word)) throw new Error('it has no type, no name, or an input that is no object');
      const summary = word.type;
      const { standing, refusal } = await quick.operatorSays.executeWithOptions({ summary }, [id, `signal/${runId}/${++spoken}`, word]);
      note = refusal === undefined ? '' : `*The operator's command ${word.type} was refused: ${refusal}.*`;
      if (standing) take(standing);
    } catch (error) {
      note = `*The operator's command was not carried out: ${reasonOf(error)}.*`;
      news = 'news';
    }
    show();
  };

  CancellationScope.current().cancelRequested.catch(() => {
    note = '*Cancel was asked for here and is ignored: a life ends by its chart. Use the signal `command`.*';
    show();
  });

  const somethingToDo = (): boolean =>
    inbox.length > 0 || words.length > 0 || news !== '' || orders.length > 0 || (inHand.size === 0 && (more || done));

  return CancellationScope.nonCancellable(async () => {
    await calm();
    if (inbox.length === 0) news = 'a new run';
    for (;;) {
      await condition(() => somethingToDo() || workflowInfo().continueAsNewSuggested);
      await calm();
      const step = inbox.shift();
      const order = orders[0];
      if (step) await hear(step);
      else if (words.length > 0) await obey(words.shift());
      else if (news !== '' || (more && inHand.size === 0)) {
        const why = news || 'more to do';
        news = '';
        await askWhole(why);
      } else if (order) {
        orders.shift();
        await perform(order);
      } else if (done && inHand.size === 0) return state;
      else if (workflowInfo().continueAsNewSuggested) await continueAsNew();
    }
  });
}

/**
 * Lets everything that the engine told at once be noted before anything is decided: a replay tells in one go what first came one after the other.
 */
async function calm(): Promise<void> {
  // A condition that is not met when it is set is looked at again after everything that was told.
  let looks = 0;
  await condition(() => looks++ > 0);
}

const reasonOf = (error: unknown): string => {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
};
