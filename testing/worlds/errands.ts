/** A world of errands, the test chart for everything that all lives have in common, and their parties. */
import { randomUUID } from 'node:crypto';
import type { Command, Committed } from '../../lives/command.ts';
import { commit } from '../../lives/commit.ts';
import { accountKey } from '../../lives/ids.ts';
import { CONTRACTOR, CUSTOMER, LIFE_KIND, LIFE_STATE, NEXT_DEADLINE } from '../../lives/temporal-protocol.ts';
import type { Wishes, World } from './world.ts';
import { openWorld } from './world.ts';

export const HOUR = 3_600_000;
/** UTC ISO-8601 of the moment this many hours from now, by this host's clock. */
export const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

export const REMINDER = 'openReminder';
export const EXPIRY = 'openUntil';

/** A row of the table `event`. */
export interface EventRow {
  seq: number;
  key: string;
  at: Date;
  by: string;
  actor: object | null;
  type: string;
  input: Record<string, unknown>;
  state: string;
  hash: string;
  chart_hash: string;
}

export interface Errands extends World {
  customer: string;
  contractor: string;
  operator: string;
  /** Creates an errand and dispatches its update. Returns the life's id. */
  post(input?: object): Promise<string>;
  /** Commits a command without dispatching its update, as if the process died in between. */
  commitOnly(life: string, type: string, by: Command['by'], actor: string | undefined, input?: object): Promise<Committed>;
  /** Creates an errand without dispatching its update. Returns the life's id. */
  postOnly(input?: object): Promise<string>;
  events(life: string): Promise<EventRow[]>;
  types(life: string): Promise<string[]>;
  /** What the Temporal UI lists of a life's last run: its search attributes and its summary. */
  shown(life: string): Promise<Shown>;
  /** The state that the run knows, by its query `state`; undefined if it has none yet. A worker must be running. */
  knownState(life: string): Promise<string | undefined>;
  /** The details that the run gives the Temporal UI. A worker must be running. */
  details(life: string): Promise<string>;
}

export interface Shown {
  runId: string;
  status: string;
  kind: string | undefined;
  state: string | undefined;
  nextDeadline: Date | undefined;
  customer: string | undefined;
  contractor: string | undefined;
  summary: string | undefined;
}

/** Opens a world of errands in its own database. With `working`, a worker runs until the world is closed. Close it in `afterAll`. */
export async function openErrands({ working = false, ...wishes }: Wishes & { working?: boolean } = {}): Promise<Errands> {
  const world = await openWorld({ ownDatabase: true, ...wishes });
  const over = Promise.withResolvers<void>();
  const work = working ? world.withWorker(() => over.promise) : undefined;
  const [customer, contractor, operator] = await Promise.all([
    world.person('customer'),
    world.person('contractor'),
    world.person('operator'),
  ]);
  const events = (life: string): Promise<EventRow[]> => world.rows<EventRow>('select * from event where life = $1 order by seq', life);
  const commitOnly: Errands['commitOnly'] = (life, type, by, actor, input = {}) =>
    commit(world.lives, {
      life,
      idempotencyKey: actor === undefined ? randomUUID() : accountKey(actor, randomUUID()),
      type,
      by,
      input,
      ...(actor !== undefined && { actor: { account: actor } }),
      ...(type === 'post' && { create: true }),
    });
  return {
    ...world,
    async close() {
      over.resolve();
      await work;
      await world.close();
    },
    customer,
    contractor,
    operator,
    commitOnly,
    async post(input = {}) {
      const id = randomUUID();
      await world.say(`errand/${id}`, 'post', 'customer', customer, { id, ...input });
      return `errand/${id}`;
    },
    async postOnly(input = {}) {
      const id = randomUUID();
      await commitOnly(`errand/${id}`, 'post', 'customer', customer, { id, ...input });
      return `errand/${id}`;
    },
    events,
    types: async (life) => (await events(life)).map(({ type }) => type),
    async shown(life) {
      const { runId, status, typedSearchAttributes: attributes, staticSummary } = await world.client.workflow.getHandle(life).describe();
      return {
        runId,
        status: status.name,
        kind: attributes.get(LIFE_KIND),
        state: attributes.get(LIFE_STATE),
        nextDeadline: attributes.get(NEXT_DEADLINE),
        customer: attributes.get(CUSTOMER),
        contractor: attributes.get(CONTRACTOR),
        summary: await staticSummary(),
      };
    },
    async knownState(life) {
      const known = await world.client.workflow
        .getHandle(life)
        .query<{ state: string } | undefined>('state')
        .catch(() => undefined);
      return known?.state;
    },
    async details(life) {
      const { currentDetails } = await world.client.workflow
        .getHandle(life)
        .query<{ currentDetails: string }>('__temporal_workflow_metadata');
      return currentDetails;
    },
  };
}

/** Delays every commit of this event type, in seconds, while it holds the life's lock. */
export const slowDown = ({ owner }: World, type: string, seconds: number): Promise<unknown> =>
  beforeEvent(owner, `if new.type = '${type}' then perform pg_sleep(${seconds}); end if;`);

/** Makes the next inserts of this event type fail with the SQLSTATE. A sequence counts them, because it is not rolled back. */
export const failOn = ({ owner }: World, type: string, sqlState: string, times = 1): Promise<unknown> =>
  beforeEvent(
    owner,
    `if new.type = '${type}' and nextval('failures') <= ${times} then raise exception 'made by a test' using errcode = '${sqlState}'; end if;`,
  );

async function beforeEvent(owner: World['owner'], action: string): Promise<void> {
  await owner.query(`
    create sequence if not exists failures; alter sequence failures restart; grant usage on sequence failures to akjet_app;
    create or replace function meddle() returns trigger language plpgsql as $$ begin ${action} return new; end $$;
    create or replace trigger meddle before insert on event for each row execute function meddle()`);
}

/** Grows a run's history until it continues as new. Pauses between batches, because Temporal fails the workflow task of a flooded run. */
export async function growLong({ client, details }: Errands, life: string): Promise<void> {
  for (let batch = 0; batch < 6; batch++) {
    await Promise.all(Array.from({ length: 50 }, () => client.workflow.getHandle(life).signal('refresh')));
    await details(life);
  }
}
