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
  /** The sender's name, as claimed: the UI does not authenticate anyone. */
  name: string;
}

export interface OperatorCommandResult {
  /** The whole life after the command. */
  update?: LifeUpdate;
  /** Why nothing came of it. */
  refusal?: string;
}

/** A slower effect goes on in the background, and the workflow retries it with an ordinary activity. Milliseconds. */
const BATCH_TIMEOUT = 800;

const tooLate = (): Promise<never> => Promise.reject(new Error('the effect takes longer'));

/** The result, or a rejection if the signal aborts first. */
const inTime = <Result>(result: Promise<Result>, signal: AbortSignal): Promise<Result> =>
  Promise.race([result, once(signal, 'abort').then(tooLate)]);

/** The outcome of one short attempt at several effects. */
export interface Performed {
  /** The life's updates from the committed answers. */
  updates: LifeUpdate[];
  /** The ids of the effects to retry. */
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

  /** Returns the updates of the calling workflow's own life, and dispatches those of new child lives. */
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
    /** Fires a life's due timers and returns the whole life; undefined if it does not exist. */
    catchUp: catchUpWith,

    /** Commits an operator's command from the Temporal UI. The signal is not authenticated, so the chart must allow it by `overSignal`. */
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
     * Attempts effects once, for a short time. An effect may need what an earlier event's effect creates. So effects of one event run in parallel,
     * and those of later events after them. Effects that the time does not reach are returned in `left`, without a lease.
     */
    async performBatch(ids: string[]): Promise<Performed> {
      const timeout = AbortSignal.timeout(BATCH_TIMEOUT);
      const performed: Performed = { updates: [], left: [], missed: false };
      for (const [, idsOfEvent] of Map.groupBy(ids, (id) => parseEffectId(id).seq)) {
        const attempts = timeout.aborted ? idsOfEvent.map(tooLate) : await effects.perform(idsOfEvent);
        const results = await Promise.allSettled(
          attempts.map((made, index) => inTime(performEffect(idsOfEvent[index] as string, made), timeout)),
        );
        for (const [index, result] of results.entries()) {
          if (result.status === 'rejected') performed.left.push(idsOfEvent[index] as string);
          else if (result.value === undefined) performed.missed = true;
          else performed.updates.push(...result.value);
        }
      }
      return performed;
    },

    /** Performs one effect, however long it takes. Returns undefined if the workflow must refresh. */
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
