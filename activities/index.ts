/** The activities of a life's workflow: catching up with the database, committing an operator's command, and performing effects. */
import { once } from 'node:events';
import { ApplicationFailure } from '@temporalio/activity';
import { mayComeOverSignal } from '../charts/judge.ts';
import type { Actor } from '../lives/command.ts';
import { catchUp, commit } from '../lives/commit.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { createEffectRunner } from '../lives/effects.ts';
import { parseEffectId } from '../lives/ids.ts';
import type { LifeUpdate } from '../lives/life-update.ts';
import type { Lives } from '../lives/lives.ts';
import { lifeTypeOf } from '../lives/lives.ts';

export type { LifeUpdate, OpenEffect, WantedTimer } from '../lives/life-update.ts';

/** What an operator may send as the signal `command` from the Temporal UI. */
export interface OperatorCommand {
  type: string;
  input?: object;
  /** Who sends it: the UI authenticates nobody. */
  name: string;
}

export interface OperatorCommandResult {
  /** The whole life after the command. */
  update?: LifeUpdate;
  /** Why nothing came of it. */
  refusal?: string;
}

/** An effect that takes longer goes on, and the workflow asks for it again with an ordinary activity. Milliseconds. */
const SHORT = 800;

const tooLate = (): Promise<never> => Promise.reject(new Error('the effect takes longer'));

/** The result, if it comes before the signal. */
const inTime = <Result>(result: Promise<Result>, signal: AbortSignal): Promise<Result> =>
  Promise.race([result, once(signal, 'abort').then(tooLate)]);

/** What came of one short try at several effects. */
export interface Performed {
  /** What their answers made of the life. */
  updates: LifeUpdate[];
  /** The effects to try again. */
  left: string[];
  /** Another attempt already did one of the effects; its result may not have reached the workflow, so it must refresh. */
  missed: boolean;
}

interface Parts {
  lives: Lives;
  dispatch: Dispatch;
  performers: Record<string, Performer>;
}

export function createActivities({ lives, dispatch, performers }: Parts) {
  const effects = createEffectRunner(lives, performers);

  /** The workflow that asks reads its own life's updates; those of new child lives are dispatched. */
  const ownOf = (life: string, updates: LifeUpdate[]): LifeUpdate[] => {
    dispatch(updates.filter((update) => update.life !== life));
    return updates.filter((update) => update.life === life);
  };
  const performEffect = async (id: string, made: Promise<LifeUpdate[] | undefined>): Promise<LifeUpdate[] | undefined> => {
    const updates = await made;
    return updates && ownOf(parseEffectId(id).life, updates);
  };
  const catchUpWith = async (life: string): Promise<LifeUpdate | undefined> => {
    const caughtUp = await catchUp(lives, life);
    if (caughtUp) dispatch(caughtUp.others);
    return caughtUp?.whole;
  };

  return {
    /** Fires what is due in a life, and returns the whole of it; undefined where it does not exist. */
    catchUp: catchUpWith,

    /** Commits what an operator sent from the Temporal UI, as the operator and without authentication: only what the chart opens to that. */
    async commitOperatorCommand(life: string, key: string, { type, input = {}, name }: OperatorCommand): Promise<OperatorCommandResult> {
      if (!mayComeOverSignal(lifeTypeOf(lives, life).chart, type)) return { refusal: `${type} may not be given by this signal` };
      const actor: Actor = { note: `${name} (not authenticated)` };
      const committed = await commit(lives, { life, idempotencyKey: key, type, by: 'operator', actor, input, deliveredInline: true });
      ownOf(life, committed.updates);
      const update = await catchUpWith(life);
      const refusal = refusalOf(committed);
      return { ...(update && { update }), ...(refusal !== undefined && { refusal }) };
    },

    /**
     * Tries effects once, for a short time. Those of one event go side by side, and those of a later event after them: one may need what the other
     * creates. Effects that the time does not reach are left, and not leased.
     */
    async performBatch(ids: string[]): Promise<Performed> {
      const over = AbortSignal.timeout(SHORT);
      const performed: Performed = { updates: [], left: [], missed: false };
      for (const [, ofEvent] of Map.groupBy(ids, (id) => parseEffectId(id).seq)) {
        const attempts = over.aborted ? ofEvent.map(tooLate) : await effects.perform(ofEvent);
        const results = await Promise.allSettled(
          attempts.map((made, index) => inTime(performEffect(ofEvent[index] as string, made), over)),
        );
        for (const [index, result] of results.entries()) {
          if (result.status === 'rejected') performed.left.push(ofEvent[index] as string);
          else if (result.value === undefined) performed.missed = true;
          else performed.updates.push(...result.value);
        }
      }
      return performed;
    },

    /** Performs one effect, however long it takes. Returns undefined where the workflow must refresh. */
    async performOne(id: string): Promise<LifeUpdate[] | undefined> {
      try {
        const [made] = await effects.perform([id]);
        return await performEffect(id, made as Promise<LifeUpdate[] | undefined>);
      } catch (error) {
        throw ApplicationFailure.create({ message: error instanceof Error ? error.message : String(error), type: 'EffectNotDone' });
      }
    },
  };
}

const refusalOf = (committed: Awaited<ReturnType<typeof commit>>): string | undefined => {
  if (committed.outcome === 'keyConflict') return committed.outcome;
  if (committed.outcome !== 'refused') return undefined;
  const { reason, rule = '' } = committed.refusal;
  return `${reason} ${rule}`.trim();
};

export type Activities = ReturnType<typeof createActivities>;
