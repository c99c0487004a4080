/** What a workflow has done outside: waking its life, committing an operator's word, and the effects. */
import { setTimeout as pause } from 'node:timers/promises';
import { ApplicationFailure } from '@temporalio/activity';
import { mayComeOverSignal } from '../charts/judge.ts';
import type { Actor } from '../lives/commit.ts';
import { catchUp, commit } from '../lives/commit.ts';
import type { Performer } from '../lives/effects.ts';
import { performEffect } from '../lives/effects.ts';
import type { LifeUpdate } from '../lives/life-update.ts';
import type { Lives } from '../lives/lives.ts';
import { lifeTypeOf } from '../lives/lives.ts';

export type { LifeUpdate, OpenEffect, WantedTimer } from '../lives/life-update.ts';

/** What an operator may send as the signal `command` from the engine's UI. */
export interface OperatorCommand {
  type: string;
  input?: object;
  /** Who sends it: the UI authenticates nobody. */
  name: string;
}

export interface OperatorCommandResult {
  standing?: LifeUpdate;
  /** Why nothing came of it. */
  refusal?: string;
}

/** Work that takes longer goes on, and is asked about again. Milliseconds. */
const SHORT = 800;
const late = (): Promise<never> =>
  pause(SHORT, undefined, { ref: false }).then(() => {
    throw new Error('it takes longer');
  });

/** What came of a try at several effects. */
export interface Performed {
  /** What their answers made. */
  updates: LifeUpdate[];
  /** The effects that have to be tried again. */
  left: string[];
  /** An effect was done before, and nobody may have heard of what it made. */
  missed: boolean;
}

export function createActivities(lives: Lives, performers: Record<string, Performer>) {
  return {
    /** Lets happen what is due in a life, and answers where it then stands. */
    async catchUp(life: string): Promise<LifeUpdate | undefined> {
      return catchUp(lives, life);
    },

    /** Commits what an operator said in the engine's UI, whatever party the signal claims. The chart says which commands may come that way. */
    async commitOperatorCommand(life: string, key: string, { type, input = {}, name }: OperatorCommand): Promise<OperatorCommandResult> {
      if (!mayComeOverSignal(lifeTypeOf(lives, life).chart, type)) return { refusal: `${type} may not be given by this signal` };
      const actor: Actor = { note: `${name} (not authenticated)` };
      const { outcome, ...rest } = await commit(lives, {
        life,
        idempotencyKey: key,
        type,
        by: 'operator',
        actor,
        input,
        deliveredInline: true,
      });
      const standing = await catchUp(lives, life);
      const refusal =
        'refusal' in rest ? `${rest.refusal.reason} ${rest.refusal.rule ?? ''}`.trim() : outcome === 'keyConflict' ? outcome : undefined;
      return { ...(standing && { standing }), ...(refusal !== undefined && { refusal }) };
    },

    /** Performs effects side by side, none waiting for another, in one short try. */
    async performBatch(effects: string[]): Promise<Performed> {
      const tried = await Promise.allSettled(effects.map((effect) => Promise.race([performEffect(lives, performers, effect), late()])));
      return {
        updates: tried.flatMap((one) => (one.status === 'fulfilled' ? (one.value ?? []) : [])),
        left: effects.filter((_, index) => tried[index]?.status === 'rejected'),
        missed: tried.some((one) => one.status === 'fulfilled' && one.value === undefined),
      };
    },

    /** Performs an effect. What it answers is committed; the workflow hears the steps that this made, or has to ask. */
    async perform(effect: string): Promise<LifeUpdate[] | undefined> {
      try {
        return await performEffect(lives, performers, effect);
      } catch (error) {
        throw ApplicationFailure.create({ message: error instanceof Error ? error.message : String(error), type: 'EffectNotDone' });
      }
    },
  };
}

export type Activities = ReturnType<typeof createActivities>;
