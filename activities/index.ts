/**
 * The activities of a life's workflow: catching up with the database, and performing effects. Whoever reaches Temporal can call them from a workflow
 * of their own. So an activity believes nothing that it is told: its life is the one that Temporal names as the caller, and it does only what the
 * database says is due.
 */
import { once } from 'node:events';
import { ApplicationFailure, activityInfo, heartbeat } from '@temporalio/activity';
import { messageOf } from '../error-message.ts';
import type { Providers } from '../gateways/payments/open.ts';
import { catchUp } from '../lives/commit.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { createEffectRunner } from '../lives/effects.ts';
import { parseEffectId } from '../lives/ids.ts';
import type { LifeUpdate } from '../lives/life-update.ts';
import type { Lives } from '../lives/lives.ts';
import { tellBalances } from '../lives/log/balances.ts';
import { logSecurity } from '../lives/security-log.ts';
import { SEARCH_KINDS } from '../models/stores/saved-search.ts';
import type { Billing } from './bill.ts';
import { bill } from './bill.ts';
import { collectSocialPayments } from './collect-social-payments.ts';
import { findForSearches } from './find-for-searches.ts';
import { reconcile } from './reconcile.ts';
import { tellFound } from './tell-found.ts';
import { tellTariffs } from './tell-tariffs.ts';

export type { LifeUpdate, OpenEffect, WantedTimer } from '../lives/life-update.ts';

/** A slower effect goes on in the background, and the workflow retries it with an ordinary activity. Milliseconds. */
const BATCH_TIMEOUT = 800;

const tooLate = (): Promise<never> => Promise.reject(new Error('the effect takes longer'));

/** The result, or a rejection if the signal aborts first. */
const inTime = <Result>(result: Promise<Result>, signal: AbortSignal): Promise<Result> =>
  Promise.race([result, once(signal, 'abort').then(tooLate)]);

/** The life of the calling workflow, as Temporal names it: a workflow's id is its life's id. */
function callingLife(): string {
  const { workflowExecution } = activityInfo();
  if (workflowExecution === undefined) throw ApplicationFailure.nonRetryable('only the workflow of a life may call this');
  return workflowExecution.workflowId;
}

/** @throws ApplicationFailure for an effect that the calling life did not order. */
function requireOwn(log: Lives['log'], effects: string[]): void {
  const life = callingLife();
  const foreign = effects.find((effect) => parseEffectId(effect).life !== life);
  if (foreign === undefined) return;
  logSecurity(log, 'foreign-call', { subject: parseEffectId(foreign).life.slice(0, 100), calledBy: life.slice(0, 100) });
  throw ApplicationFailure.nonRetryable(`${foreign} is no effect of ${life}`);
}

/** The outcome of one short attempt at several effects. */
export interface Performed {
  /** The life's updates from the committed answers. */
  updates: LifeUpdate[];
  /** The ids of the effects to retry. */
  left: string[];
  /** Another attempt already did one of the effects; its result may not have reached the workflow, so it must refresh. */
  missed: boolean;
}

interface Parts extends Billing {
  dispatch: Dispatch;
  performers: Record<string, Performer>;
  payments: Providers;
}

/**
 * What a schedule runs. It belongs to no life and takes nothing: whoever calls it makes happen what is due anyway, and nothing twice. Its failure is told
 * by its message alone.
 */
async function byTheClock<Result>(type: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw ApplicationFailure.create({ message: messageOf(error), type });
  }
}

export function createActivities({ lives, dispatch, operatorEntity, performers, payments }: Parts) {
  const effects = createEffectRunner(lives, performers);

  /** Returns the updates of the calling workflow's own life, and dispatches those of new child lives. */
  const performEffect = async (id: string, made: Promise<LifeUpdate[] | undefined>): Promise<LifeUpdate[] | undefined> => {
    const { life: own } = parseEffectId(id);
    const updates = await made;
    dispatch(updates?.filter(({ life }) => life !== own) ?? []);
    return updates?.filter(({ life }) => life === own);
  };

  return {
    /** Fires what is due in the caller's life and returns the whole life; undefined if it does not exist. */
    async catchUp(): Promise<LifeUpdate | undefined> {
      const caughtUp = await catchUp(lives, callingLife());
      if (caughtUp) dispatch(caughtUp.others);
      return caughtUp?.whole;
    },

    /**
     * Attempts effects once, for a short time. An effect may need what an earlier event's effect creates. So effects of one event run in parallel,
     * and those of later events after them. Effects that the time does not reach are returned in `left`, without a lease.
     */
    async performBatch(ids: string[]): Promise<Performed> {
      requireOwn(lives.log, ids);
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
      requireOwn(lives.log, [id]);
      try {
        const [made] = await effects.perform([id]);
        return await performEffect(id, made as Promise<LifeUpdate[] | undefined>);
      } catch (error) {
        throw ApplicationFailure.create({ message: messageOf(error), type: 'EffectNotDone' });
      }
    },

    /** Draws the invoices that are due. Returns how many it drew. */
    bill: () => byTheClock('NotBilled', () => bill({ lives, operatorEntity }, new Date().toISOString(), () => heartbeat())),

    /** Tells customers of tariffs that change, and of individual terms. Returns how many it told. */
    tellTariffs: () => byTheClock('TariffsNotTold', () => tellTariffs({ lives, dispatch }, new Date().toISOString(), () => heartbeat())),

    /** Finds new tasks and contractors for saved searches, and tells of those that are due. Returns how many letters it wrote. */
    lookForSearches: () =>
      byTheClock('NotLookedFor', async () => {
        const [now, alive] = [new Date().toISOString(), () => heartbeat()];
        let letters = 0;
        for (const kind of SEARCH_KINDS) {
          await findForSearches(lives, kind, now, alive);
          letters += await tellFound({ lives, dispatch }, kind, now, alive);
        }
        return letters;
      }),

    /** Compares what was booked with the lists of payment providers. It books nothing. */
    reconcile: () => byTheClock('NotReconciled', async () => void (await reconcile({ lives, payments }))),

    /** Begins the transfers of past months that have none. */
    collectSocialPayments: () => byTheClock('NotCollected', async () => void (await collectSocialPayments(lives, dispatch))),

    /** Says what people are owed, once a day. */
    tellBalances: () => byTheClock('NotTold', async () => void (await tellBalances(lives.database))),
  };
}

export type Activities = ReturnType<typeof createActivities>;
