/**
 * Keeps a life's promises: its timers and its effects. What is true is decided by the commit; this hears of it and makes it so. It computes
 * nothing about the law, so a chart may change under a life that runs for months.
 */
import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  setCurrentDetails,
  setDefaultSignalHandler,
  sleep,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { LifeUpdate, OpenEffect, WantedTimer } from '../activities/index.ts';
import { attributesOf, OPERATOR_COMMAND } from './messages.ts';
import { performPatiently, performTogether, quick, wake } from './retry-policies.ts';
import { isLifeUpdate, isOperatorCommand } from './signals.ts';

/** How many of the last notices the details name. */
const NOTICES_SHOWN = 5;
const GENESIS = '0'.repeat(64);
const DONE_BEFORE = 'an effect that was done before';

/** A life's workflow. Its id is the life's id; it takes no argument, so that any run may begin anywhere. */
export async function life(): Promise<string> {
  const { workflowId: id, runId } = workflowInfo();
  const inbox: LifeUpdate[] = [];
  const words: unknown[] = [];
  const orders: OpenEffect[] = [];
  const inHand = new Set<string>();
  let heard = GENESIS;
  let sure = 0;
  const sinceSure = new Set<string>();
  let now: LifeUpdate | undefined;
  let alarm: { due: string; scope: CancellationScope } | undefined;
  let told: string[] = [];
  let note = '';
  let news = '';
  let spoken = 0;

  setDefaultSignalHandler((name, ...given) => {
    if (name === OPERATOR_COMMAND) words.push(given[0]);
    else if (given.length > 0 && given.every(isLifeUpdate)) inbox.push(...given);
    else news = 'news';
  });

  /** The whole standing replaces whatever was missed, and whatever was heard that never was. */
  const askWhole = async (why: string): Promise<void> => {
    const whole = await wake(id, why);
    if (whole === undefined) throw ApplicationFailure.nonRetryable(`there is no life ${id}`);
    take(whole);
  };

  /** One alarm, for the next moment that matters: what is due then, and what comes after it, the commit knows. */
  const setAlarm = (next: WantedTimer | undefined): void => {
    if (alarm?.due === next?.due) return;
    alarm?.scope.cancel();
    alarm = undefined;
    if (next === undefined) return;
    const { name, due, in: milliseconds, clause } = next;
    const scope = new CancellationScope();
    alarm = { due, scope };
    scope
      .run(() => sleep(milliseconds, { summary: `${name} (${clause}) ${due}` }))
      .then(
        () => {
          if (alarm?.scope !== scope) return;
          alarm = undefined;
          news = name;
        },
        (error) => {
          if (!isCancellation(error)) throw error;
        },
      );
  };

  /** What was heard is shown to the engine's users, and its alarm set. Where several things were heard at once, only for the last. */
  const settle = (): void => {
    if (now === undefined) return;
    setCurrentDetails([now.details, told.length > 0 && `Told: ${told.join(', ')}`, note].filter(Boolean).join('\n\n'));
    const { typedSearchAttributes: shown } = workflowInfo();
    const changed = attributesOf(now).filter(({ key, value }) => JSON.stringify(shown.get(key) ?? null) !== JSON.stringify(value));
    if (changed.length > 0) upsertSearchAttributes(changed);
    if (!now.done) setAlarm(now.timers[0]);
  };

  /** What came of an effect. Where another try had done it, nobody may have heard of what it made. */
  const end = (effect: string, steps: LifeUpdate[] | undefined): void => {
    inHand.delete(effect);
    if (steps) inbox.push(...steps);
    else news = DONE_BEFORE;
  };

  const perform = async (effects: OpenEffect[]): Promise<void> => {
    const { updates, left, missed } = await performTogether(effects);
    for (const effect of effects) {
      if (left.includes(effect.id)) void performPatiently(effect).then((made) => end(effect.id, made));
      else inHand.delete(effect.id);
    }
    inbox.push(...updates);
    if (missed) news = DONE_BEFORE;
  };

  const take = (standing: LifeUpdate): void => {
    heard = standing.hash;
    if (standing.previous !== undefined) sinceSure.add(standing.hash);
    else {
      sure = standing.seq;
      sinceSure.clear();
    }
    now = standing;
    told = [...standing.notices, ...told].slice(0, NOTICES_SHOWN);
    for (const effect of standing.effects) {
      if (!inHand.has(effect.id)) orders.push(effect);
      inHand.add(effect.id);
    }
  };

  /** A step that follows what was heard is taken. One that shows a gap, or contradicts what was heard, is a reason to ask: either may be forged. */
  const hear = async (step: LifeUpdate): Promise<void> => {
    if (step.previous === heard) return take(step);
    if (step.seq > sure && !sinceSure.has(step.hash)) await askWhole('missed a step');
  };

  /** An operator reads what came of it, and may say it again: it is not tried for ever. */
  const obey = async (word: unknown): Promise<void> => {
    try {
      if (!isOperatorCommand(word)) throw new Error('it has no type, no name, or an input that is no object');
      const summary = word.type;
      const { standing, refusal } = await quick.commitOperatorCommand.executeWithOptions({ summary }, [
        id,
        `signal/${runId}/${++spoken}`,
        word,
      ]);
      note = refusal === undefined ? '' : `*The operator's command ${word.type} was refused: ${refusal}.*`;
      if (standing) take(standing);
    } catch (error) {
      note = `*The operator's command was not carried out: ${reasonOf(error)}.*`;
      news = 'news';
    }
  };

  CancellationScope.current().cancelRequested.catch(() => {
    note = '*Cancel was asked for here and is ignored: a life ends by its chart. Use the signal `command`.*';
    settle();
  });

  const somethingToDo = (): boolean =>
    inbox.length > 0 ||
    words.length > 0 ||
    news !== '' ||
    orders.length > 0 ||
    (inHand.size === 0 && (now?.more === true || now?.done === true));

  return CancellationScope.nonCancellable(async () => {
    await calm();
    if (inbox.length === 0) news = 'a new run';
    for (;;) {
      if (inbox.length === 0 && news === '') settle();
      await condition(() => somethingToDo() || workflowInfo().continueAsNewSuggested);
      await calm();
      const step = inbox.shift();
      if (step) await hear(step);
      else if (words.length > 0) await obey(words.shift());
      else if (news !== '' || (now?.more && inHand.size === 0)) {
        const why = news || 'more to do';
        news = '';
        await askWhole(why);
      } else if (orders.length > 0) await perform(orders.splice(0));
      else if (now?.done && inHand.size === 0) return now.state;
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
