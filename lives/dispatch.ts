/** The only way from a commit to a workflow. A signal says that something changed; the database says what is true. */
import type { Client } from '@temporalio/client';
import { isGrpcServiceError, ServiceError } from '@temporalio/client';
import type { SearchAttributePair } from '@temporalio/common';
import { TypedSearchAttributes } from '@temporalio/common';
import { restore } from '../charts/judge.ts';
import { gather } from './gather.ts';
import { kindOf } from './ids.ts';
import type { LifeUpdate, ListEntry } from './life-update.ts';
import { listEntryOf } from './life-update.ts';
import type { Lives } from './lives.ts';
import { lifeTypeOf } from './lives.ts';
import { markDelivered, readLife } from './store.ts';
import { attributesOf, CUSTOMER, LIFE_KIND, REFRESH } from './temporal-protocol.ts';

/** After this the engine counts as away, and the sweep takes over. Milliseconds. */
const PATIENCE = 5_000;
/** A failed run is followed by another at once, and then after growing pauses. Without it only the sweep would start one. */
const RESTART = { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '5 minutes' } as const;
/** Marks of delivery are gathered this long, to be written in one statement. Milliseconds. */
const GATHER = 100;
/** How long quiet updates wait for company after a signal to their life. Milliseconds. */
const WINDOW = 1_000;
/** The most updates in one signal. */
const MOST_UPDATES = 20;

/** The codes of gRPC for a call that was cancelled, came to its deadline, or found no server. */
const NOT_ASKED: readonly number[] = [1, 4, 14];

/** Whether a nudge failed because the engine is away, and not because of its life. */
export const isAway = (error: unknown): boolean =>
  error instanceof ServiceError && isGrpcServiceError(error.cause) && NOT_ASKED.includes(error.cause.code);

export interface Dispatch {
  /** Signals the workflows of the lives that changed, in the background. Never throws: the sweep repeats what is lost. */
  (updates: LifeUpdate[]): void;
  /** Tells a life's workflow to refresh, and starts it if need be. @throws where the engine cannot be reached. */
  nudge(life: string): Promise<void>;
  /** Sends what is held back, and resolves when no signal is in flight. */
  settled(): Promise<void>;
}

/**
 * Keeps one signal per life in flight in a process. Between processes the order is not kept and does not matter. The first update of a life goes out at
 * once; quiet ones that follow within a second share one signal, because each costs a workflow task.
 */
export function createDispatch({ client, taskQueue, lives }: { client: Client; taskQueue: string; lives: Lives }): Dispatch {
  const { database, log } = lives;
  const queues = new Map<string, Queue>();
  const mark = gather<LifeUpdate>(GATHER, (updates) =>
    markDelivered(database, [updates.map(({ life }) => life), updates.map(({ seq }) => seq)]),
  );

  const signal = async (life: string, name: string, args: LifeUpdate[], entry: ListEntry): Promise<void> => {
    const kind = kindOf(life);
    const { customer } = entry.parties;
    const attributes = [
      { key: LIFE_KIND, value: kind },
      ...(customer === undefined ? [] : [{ key: CUSTOMER, value: customer }]),
      ...attributesOf(entry).filter(({ value }) => value !== null),
    ];
    await client.withDeadline(Date.now() + PATIENCE, () =>
      client.workflow.signalWithStart(kind, {
        workflowId: life,
        taskQueue,
        signal: name,
        signalArgs: args,
        staticSummary: entry.summary,
        typedSearchAttributes: new TypedSearchAttributes(attributes as SearchAttributePair[]),
        retry: RESTART,
      }),
    );
  };

  /** Updates that arrive while a signal is in flight are batched into the next, which is named after the last of them. */
  const sendAll = async (life: string, waiting: LifeUpdate[]): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_UPDATES);
      const last = batch.at(-1) as LifeUpdate;
      await signal(life, last.name, batch, last);
      for (const update of batch)
        mark(update).catch((error: unknown) => log.warn({ err: error, life, seq: update.seq }, 'dispatch.mark-failed'));
    }
  };

  /** Sends until nothing has come for a whole window. */
  const serve = async (life: string, queue: Queue): Promise<void> => {
    try {
      do {
        await sendAll(life, queue.waiting);
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, WINDOW);
          queue.hurry = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      } while (queue.waiting.length > 0);
    } catch (error) {
      // The outbox still has what was not delivered: the sweep repeats it.
      log.warn({ err: error, life, kind: kindOf(life) }, 'dispatch.failed');
    } finally {
      queues.delete(life);
    }
  };

  const dispatchTo = (life: string, updates: LifeUpdate[]): void => {
    const queue = queues.get(life);
    if (queue) {
      queue.waiting.push(...updates);
      if (!updates.every(isQuiet)) queue.hurry();
      return;
    }
    const opened: Queue = { waiting: [...updates], hurry: () => {}, served: Promise.resolve() };
    queues.set(life, opened);
    opened.served = serve(life, opened);
  };

  const dispatch = (updates: LifeUpdate[]): void => {
    for (const [life, own] of Map.groupBy(updates, (update) => update.life)) dispatchTo(life, own);
  };

  return Object.assign(dispatch, {
    nudge: async (life: string) => {
      const entry = await readListEntry(lives, life);
      if (entry) await signal(life, REFRESH, [], entry);
    },
    settled: async () => {
      while (queues.size > 0) {
        for (const { hurry } of queues.values()) hurry();
        await Promise.race([...queues.values()].map(({ served }) => served));
      }
    },
  });
}

/** One life's updates. While it is there, a signal is in flight or the window after one is open. */
interface Queue {
  waiting: LifeUpdate[];
  /** Closes the window at once. */
  hurry(): void;
  served: Promise<void>;
}

/** A workflow has nothing to do after a quiet update within the window: no effect, no timer, no end. */
const isQuiet = ({ effects, timers: [next], done }: LifeUpdate): boolean =>
  effects.length === 0 && !done && (next === undefined || next.in > WINDOW);

async function readListEntry(lives: Lives, life: string): Promise<ListEntry | undefined> {
  const [row] = await readLife(lives.database, [life]);
  if (row === undefined) return undefined;
  const type = lifeTypeOf(lives, life);
  const at = row.at.toISOString();
  return listEntryOf({ type, snapshot: restore(type.chart, row.snapshot), number: row.number, last: at, now: at });
}
