/** The activities of a life's workflow: catching up with the database, committing an operator's command, and performing effects. */
import { setTimeout as pause } from 'node:timers/promises';
import { ApplicationFailure } from '@temporalio/activity';
import type { Actor } from '../lives/command.ts';
import { catchUp, commit } from '../lives/commit.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { createEffectRunner } from '../lives/effects.ts';
import { parseEffectId } from '../lives/ids.ts';
import type { LifeUpdate } from '../lives/life-update.ts';
import type { Lives } from '../lives/lives.ts';

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

const late = (): Promise<never> =>
  pause(SHORT, undefined, { ref: false }).then(() => {
    throw new Error('the effect takes longer');
  });

/** Commands about money, and about a person's access, are given over the API alone, where the operator is known. */
const OVER_THE_API_ONLY = new Set([
  ...['approve', 'refuse', 'askAgain'],
  ...['recordPayment', 'writeOff', 'tryAgain'],
  ...['admit', 'admitInPart', 'offer', 'acceptOffer', 'jointInstruction', 'confirmInstruction', 'recordCourtAct', 'confirmCourtAct'],
]);

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

    /** Commits what an operator sent from the Temporal UI, always as the operator and without authentication. */
    async commitOperatorCommand(life: string, key: string, { type, input = {}, name }: OperatorCommand): Promise<OperatorCommandResult> {
      if (OVER_THE_API_ONLY.has(type) || life.startsWith('account/')) return { refusal: `${type} is given over the API only` };
      const actor: Actor = { note: `${name} (not authenticated)` };
      const committed = await commit(lives, { life, idempotencyKey: key, type, by: 'operator', actor, input, deliveredInline: true });
      ownOf(life, committed.updates);
      const update = await catchUpWith(life);
      const refusal = refusalOf(committed);
      return { ...(update && { update }), ...(refusal !== undefined && { refusal }) };
    },

    /** Tries effects once, side by side and for a short time. */
    async performBatch(ids: string[]): Promise<Performed> {
      const attempts = await effects.perform(ids);
      const results = await Promise.allSettled(
        attempts.map((made, index) => Promise.race([performEffect(ids[index] as string, made), late()])),
      );
      return {
        updates: results.flatMap((result) => (result.status === 'fulfilled' ? (result.value ?? []) : [])),
        left: ids.filter((_, index) => results[index]?.status === 'rejected'),
        missed: results.some((result) => result.status === 'fulfilled' && result.value === undefined),
      };
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
