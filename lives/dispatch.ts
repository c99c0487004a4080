/** The one way from a commit to a workflow. A signal says that there is news; what is true stands in the database. */
import type { Client } from '@temporalio/client';
import type { SearchAttributePair } from '@temporalio/common';
import { TypedSearchAttributes } from '@temporalio/common';
import type { Sequelize } from 'sequelize';
import { QueryTypes } from 'sequelize';
import { restore } from '../charts/judge.ts';
import { attributesOf, CUSTOMER, LIFE_KIND, REFRESH } from '../workflows/messages.ts';
import type { LifeUpdate, ListEntry } from './life-update.ts';
import type { Lives } from './lives.ts';
import { lifeTypeOf } from './lives.ts';
import { listEntryOf } from './step.ts';
import { readLife } from './store.ts';

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
  (life: string, steps: LifeUpdate[]): void;
  /** Tells a life's workflow, starting it if need be, that there is news. @throws where the engine cannot be reached. */
  nudge(life: string): Promise<void>;
  /** Waits for what is on its way. */
  settled(): Promise<void>;
}

/** One signal per life is in flight in a process; between processes the order is not kept and does not matter. */
export function createDispatch({ client, taskQueue, lives }: { client: Client; taskQueue: string; lives: Lives }): Dispatch {
  const { database } = lives;
  const queues = new Map<string, { waiting: LifeUpdate[]; sent: Promise<void> }>();
  const hear = gatherMarks(database);

  const signal = async (life: string, name: string, args: LifeUpdate[], standing: ListEntry): Promise<void> => {
    const kind = life.slice(0, life.indexOf('/'));
    const { customer } = standing.parties;
    const attributes = [
      { key: LIFE_KIND, value: kind },
      ...(customer === undefined ? [] : [{ key: CUSTOMER, value: customer }]),
      ...attributesOf(standing).filter(({ value }) => value !== null),
    ];
    await client.withDeadline(Date.now() + PATIENCE, () =>
      client.workflow.signalWithStart(kind, {
        workflowId: life,
        taskQueue,
        signal: name,
        signalArgs: args,
        staticSummary: standing.summary,
        typedSearchAttributes: new TypedSearchAttributes(attributes as SearchAttributePair[]),
        retry: AGAIN,
      }),
    );
  };

  /** What gathers for a life while a signal is on its way goes with the next one, named like its last event. */
  const send = async (life: string, waiting: LifeUpdate[]): Promise<void> => {
    try {
      while (waiting.length > 0) {
        const together = waiting.splice(0, MOST_STEPS);
        const last = together.at(-1) as LifeUpdate;
        await signal(life, last.name, together, last);
        for (const { seq } of together) hear(life, seq);
      }
    } catch {
      // What is left waiting is not heard either: the sweep tells it.
    } finally {
      queues.delete(life);
    }
  };

  const dispatch = (life: string, steps: LifeUpdate[]): void => {
    if (steps.length === 0) return;
    const queue = queues.get(life);
    if (queue) return void queue.waiting.push(...steps);
    const waiting = [...steps];
    queues.set(life, { waiting, sent: send(life, waiting) });
  };

  return Object.assign(dispatch, {
    nudge: async (life: string) => {
      const face = await readListEntry(lives, life);
      if (face) await signal(life, REFRESH, [], face);
    },
    settled: async () => {
      await Promise.all([...queues.values()].map(({ sent }) => sent));
    },
  });
}

async function readListEntry(lives: Lives, life: string): Promise<ListEntry | undefined> {
  const [row] = await readLife(lives.database, [life]);
  if (row === undefined) return undefined;
  const law = lifeTypeOf(lives, life);
  const at = row.at.toISOString();
  return listEntryOf({ law, snapshot: restore(law.chart, row.snapshot), number: row.number, last: at, now: at });
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
        'update outbox set delivered = true from unnest($1::text[], $2::int[]) as mark (life, seq) where (outbox.life, outbox.seq) = (mark.life, mark.seq)',
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
