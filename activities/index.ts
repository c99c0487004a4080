/** What a workflow has done outside: waking its life, committing an operator's word, and the effects. */
import { ApplicationFailure } from '@temporalio/activity';
import type { Actor } from '../lives/commit.ts';
import { commit, wake } from '../lives/commit.ts';
import type { Performer } from '../lives/effects.ts';
import { performEffect } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import type { Standing } from '../lives/standing.ts';

export type { OpenEffect, Standing, WantedTimer } from '../lives/standing.ts';

/** What an operator may send as the signal `command` from the engine's UI. */
export interface OperatorsWord {
  type: string;
  input?: object;
  /** Who sends it: the UI authenticates nobody. */
  name: string;
}

export interface Answered {
  standing?: Standing;
  /** Why nothing came of it. */
  refusal?: string;
}

/** Commands about money, and about a person's access, are given over the API alone, where the operator is known. */
const OVER_THE_API_ONLY = new Set(['suspend', 'reinstate', 'capture', 'refund', 'payOut', 'recordPayment', 'writeOff']);

export function createActivities(lives: Lives, performers: Record<string, Performer>) {
  return {
    /** Lets happen what is due in a life, and answers where it then stands. */
    async wake(life: string): Promise<Standing | undefined> {
      return wake(lives, life);
    },

    /** Commits what an operator said in the engine's UI, whatever party the signal claims. */
    async operatorSays(life: string, key: string, { type, input = {}, name }: OperatorsWord): Promise<Answered> {
      if (OVER_THE_API_ONLY.has(type)) return { refusal: `${type} is given over the API only` };
      const actor: Actor = { note: `${name} (not authenticated)` };
      const { outcome, ...rest } = await commit(lives, { life, key, type, by: 'operator', actor, input, heard: true });
      const standing = await wake(lives, life);
      const refusal =
        'refusal' in rest ? `${rest.refusal.reason} ${rest.refusal.rule ?? ''}`.trim() : outcome === 'reused' ? outcome : undefined;
      return { ...(standing && { standing }), ...(refusal !== undefined && { refusal }) };
    },

    /** Performs an effect. What it answers is committed; the workflow hears the steps that this made, or has to ask. */
    async perform(effect: string): Promise<Standing[] | undefined> {
      try {
        return await performEffect(lives, performers, effect);
      } catch (error) {
        throw ApplicationFailure.create({ message: error instanceof Error ? error.message : String(error), type: 'EffectNotDone' });
      }
    },
  };
}

export type Activities = ReturnType<typeof createActivities>;
