/**
 * Keeps a life's promises: its timers and its effects. What is true is decided by the commit; this hears of it and makes it so. It computes
 * nothing about the law, so a chart may change under a life that runs for months.
 */
import type { SearchAttributePair } from '@temporalio/common';
import {
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
import type { Activities, OperatorsWord, Standing, WantedTimer } from '../activities/index.ts';
import { CONTRACTOR, LIFE_STATE, NEXT_DEADLINE, OPERATORS_SIGNAL } from './messages.ts';

const GENESIS = '0'.repeat(64);
/** One attempt of an effect at most: what a run waits for before it continues as new. */
const ONE_ATTEMPT = '1 minute';

/** Quick where all is well, and one marker in the history; patient without a trace where the database is away. */
const quick = proxyLocalActivities<Activities>({
  startToCloseTimeout: '10s',
  retry: { maximumAttempts: 5, initialInterval: '100ms', backoffCoefficient: 2 },
});
const patient = proxyActivities<Activities>({
  startToCloseTimeout: ONE_ATTEMPT,
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

async function surely<Name extends keyof Activities>(name: Name, summary: string, args: Parameters<Activities[Name]>): Promise<Awaited<ReturnType<Activities[Name]>>> {
  type Run = { executeWithOptions(options: object, args: unknown[]): Promise<Awaited<ReturnType<Activities[Name]>>> };
  try {
    return await (quick[name] as unknown as Run).executeWithOptions({ summary }, args);
  } catch {
    return await (patient[name] as unknown as Run).executeWithOptions({ summary }, args);
  }
}

/** A life's workflow. Its id is the life's id; it takes no argument, so that any run may begin anywhere. */
export async function life(): Promise<string> {
  const { workflowId: id, runId } = workflowInfo();
  const inbox: Standing[] = [];
  const words: OperatorsWord[] = [];
  const timers = new Map<string, { due: string; scope: CancellationScope }>();
  const inHand = new Set<string>();
  let heard = { seq: 0, hash: GENESIS };
  let done = false;
  let more = false;
  let state = '';
  let details = '';
  let note = '';
  let shown = '';
  let news = false;
  let spoken = 0;

  setDefaultSignalHandler((name, step) => {
    if (name === OPERATORS_SIGNAL) words.push(step as OperatorsWord);
    else if (looksLikeStanding(step)) inbox.push(step);
    else news = true;
  });

  const show = (): void => setCurrentDetails([details, note].filter(Boolean).join('\n\n'));

  /** The whole standing replaces whatever was missed. */
  const askWhole = async (why: string): Promise<void> => {
    const whole = await surely('wake', why, [id]);
    if (whole === undefined) throw new Error(`there is no life ${id}`);
    if (whole.seq >= heard.seq) take(whole);
  };

  const arm = ({ type, name, due, in: milliseconds, clause }: WantedTimer): void => {
    const scope = new CancellationScope();
    timers.set(type, { due, scope });
    scope
      .run(() => sleep(milliseconds, { summary: `${name} (${clause}) ${due}` }))
      .then(
        async () => {
          if (timers.get(type)?.scope !== scope) return;
          timers.delete(type);
          await askWhole(name);
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

  const perform = async (effect: string, kind: string): Promise<void> => {
    if (inHand.has(effect)) return;
    inHand.add(effect);
    inbox.push(...(await surely('perform', kind, [effect])));
    inHand.delete(effect);
  };

  const take = (standing: Standing): void => {
    heard = { seq: standing.seq, hash: standing.hash };
    done = standing.done;
    state = standing.state;
    details = standing.details;
    more = standing.more ?? false;
    rearm(standing.timers);
    for (const { id: effect, kind } of standing.effects) perform(effect, kind);
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

  /** A step that follows what was heard is taken; one that shows a gap, or contradicts, is a reason to ask. */
  const hear = async (step: Standing): Promise<void> => {
    if (step.previous === heard.hash) return take(step);
    if (step.seq > heard.seq || (step.seq === heard.seq && step.hash !== heard.hash)) await askWhole('missed a step');
  };

  const obey = async (word: OperatorsWord): Promise<void> => {
    const { standing, refusal } = await surely('operatorSays', word.type, [id, `signal/${runId}/${++spoken}`, word]);
    note = refusal === undefined ? '' : `*The operator's command ${word.type} was refused: ${refusal}.*`;
    if (standing) take(standing);
    show();
  };

  CancellationScope.current().cancelRequested.catch(() => {
    note = '*Cancel was asked for here and is ignored: a life ends by its chart. Use the signal `command`.*';
    show();
  });

  return CancellationScope.nonCancellable(async () => {
    await Promise.resolve();
    if (inbox.length === 0) news = true;
    for (;;) {
      await condition(() => inbox.length > 0 || words.length > 0 || news || (inHand.size === 0 && (more || done)) || workflowInfo().continueAsNewSuggested);
      const step = inbox.shift();
      const word = words.shift();
      if (step) await hear(step);
      else if (word) await obey(word);
      else if (news || (more && inHand.size === 0)) {
        news = false;
        await askWhole('news');
      } else if (done && inHand.size === 0) return state;
      else if (workflowInfo().continueAsNewSuggested) {
        await condition(() => inHand.size === 0, ONE_ATTEMPT);
        if (inbox.length === 0 && words.length === 0) await continueAsNew();
      }
    }
  });
}

/** A signal may come from anybody who reaches the engine: what is not a step is only news. */
function looksLikeStanding(given: unknown): given is Standing {
  const { seq, hash, previous, state, details, timers, effects, parties } = (given ?? {}) as Partial<Standing>;
  return (
    Number.isInteger(seq) &&
    [hash, previous, state, details].every((each) => typeof each === 'string') &&
    typeof parties === 'object' &&
    Array.isArray(timers) &&
    timers.every((timer) => Number.isFinite(timer?.in) && !Number.isNaN(Date.parse(timer.due))) &&
    Array.isArray(effects) &&
    effects.every((effect) => typeof effect?.id === 'string')
  );
}
