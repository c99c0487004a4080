/** The one way from a commit to a workflow. A signal says that there is news; what is true stands in the database. */
import type { Client } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import type { Sequelize } from 'sequelize';
import { QueryTypes } from 'sequelize';
import { CUSTOMER, LIFE_KIND, LIFE_STATE, NEWS } from '../workflows/messages.ts';
import type { Standing } from './standing.ts';

/** After this the engine counts as away and the sweep goes on. Milliseconds. */
const PATIENCE = 5_000;
/** A run that fails is followed by another at once, and then after pauses. Without it only the sweep would mend it. */
const AGAIN = { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '5 minutes' } as const;
/** Marks that steps were heard are gathered this long, to be written at once. Milliseconds. */
const GATHER = 100;
/** Steps in one signal. */
const MOST_STEPS = 20;

export interface Dispatch {
  /** Signals a life's workflow behind the answer to the caller. Never throws: the sweep mends what is lost. */
  (life: string, steps: Standing[]): void;
  /** Tells a life's workflow, starting it if need be, that there is news. @throws where the engine cannot be reached. */
  nudge(life: string): Promise<void>;
  /** Waits for what is on its way. */
  settled(): Promise<void>;
}

/** One signal per life is in flight in a process; between processes the order is not kept and does not matter. */
export function createDispatch({ client, taskQueue, database }: { client: Client; taskQueue: string; database: Sequelize }): Dispatch {
  const queues = new Map<string, { waiting: Standing[]; sent: Promise<void> }>();
  const hear = gatherMarks(database);

  const signal = async (life: string, name: string, args: Standing[], { summary, state, parties }: Standing): Promise<void> => {
    const kind = life.slice(0, life.indexOf('/'));
    const attributes = [
      { key: LIFE_KIND, value: kind },
      { key: LIFE_STATE, value: state },
      ...(parties.customer === undefined ? [] : [{ key: CUSTOMER, value: parties.customer }]),
    ];
    await client.withDeadline(Date.now() + PATIENCE, () =>
      client.workflow.signalWithStart(kind, {
        workflowId: life,
        taskQueue,
        signal: name,
        signalArgs: args,
        staticSummary: summary,
        typedSearchAttributes: new TypedSearchAttributes(attributes),
        retry: AGAIN,
      }),
    );
  };

  /** What gathers for a life while a signal is on its way goes with the next one, named like its last event. */
  const send = async (life: string, waiting: Standing[]): Promise<void> => {
    try {
      while (waiting.length > 0) {
        const together = waiting.splice(0, MOST_STEPS);
        const last = together.at(-1) as Standing;
        await signal(life, last.name, together, last);
        for (const { seq } of together) hear(life, seq);
      }
    } catch {
      // What is left waiting is not heard either: the sweep tells it.
    } finally {
      queues.delete(life);
    }
  };

  const dispatch = (life: string, steps: Standing[]): void => {
    if (steps.length === 0) return;
    const queue = queues.get(life);
    if (queue) return void queue.waiting.push(...steps);
    const waiting = [...steps];
    queues.set(life, { waiting, sent: send(life, waiting) });
  };

  return Object.assign(dispatch, {
    nudge: async (life: string) => {
      const [last] = await database.query<{ body: Standing }>('select body from step where life = $1 order by seq desc limit 1', {
        bind: [life],
        type: QueryTypes.SELECT,
      });
      if (last) await signal(life, NEWS, [], last.body);
    },
    settled: async () => {
      await Promise.all([...queues.values()].map(({ sent }) => sent));
    },
  });
}

/** Marks steps as heard, many in one statement. A mark that is lost costs one more signal. */
function gatherMarks(database: Sequelize): (life: string, seq: number) => void {
  let waiting: { life: string; seq: number }[] = [];
  const write = (): void => {
    const marks = waiting;
    waiting = [];
    const bind = [marks.map(({ life }) => life), marks.map(({ seq }) => seq)];
    database
      .query(
        'update step set heard = true from unnest($1::text[], $2::int[]) as mark (life, seq) where (step.life, step.seq) = (mark.life, mark.seq)',
        {
          bind,
          type: QueryTypes.UPDATE,
        },
      )
      .catch(() => {});
  };
  return (life, seq) => {
    if (waiting.push({ life, seq }) === 1) setTimeout(write, GATHER);
  };
}
