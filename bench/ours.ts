import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection, WorkflowNotFoundError } from '@temporalio/client';
import { pino } from 'pino';
import { lifeTypes } from '../charts/index.ts';
import type { Config } from '../config.ts';
import type { Command } from '../lives/command.ts';
import { commit } from '../lives/commit.ts';
import { sha256 } from '../lives/hashing.ts';
import { loginAs, query } from '../local/postgresql.ts';
import type { Sealing } from '../models/sealed-column.ts';
import { sealText } from '../models/stores/erasable-text.ts';
import { openPlatform } from '../platform.ts';
import { temporalConnection } from '../temporal-connection.ts';
import { posting } from '../testing/charts/examples/task.ts';
import { deal } from './deal/chart.ts';
import type { System } from './system.ts';

type Person = { party: 'customer' | 'contractor'; account: string };

/** People of each party: enough to avoid contention for their rows. */
const PEOPLE = 50;

/**
 * Drives the product by commits and dispatch, without HTTP: either the measured deal, or a whole task with the lives that it creates for its
 * documents, its fee and its review.
 */
export async function openOurs(config: Config, name: 'ours' | 'task'): Promise<System> {
  const connection = Connection.lazy(temporalConnection(config));
  const { lives, dispatch, client, sealing, close } = await openPlatform(config, connection, {
    log: pino({ level: 'warn' }),
    charts: { ...lifeTypes, deal },
    connections: 20,
    sweeping: false,
  });
  const owner = loginAs(config.DATABASE_URL, 'akjet_owner');
  const customers = await people(owner, sealing, 'customer');
  const contractors = await people(owner, sealing, 'contractor');
  let count = 0;

  const say = async (life: string, { party, account }: Person, type: string, input: object, more: Partial<Command> = {}): Promise<void> => {
    const committed = await commit(lives, {
      life,
      idempotencyKey: `account/${account}/${randomUUID()}`,
      type,
      by: party,
      actor: { account },
      input,
      requestHash: sha256(JSON.stringify([life, type, input])),
      ...more,
    });
    if (committed.outcome !== 'done') throw new Error(`${type} of ${life}: ${JSON.stringify(committed)}`);
    dispatch(committed.updates);
  };

  const post = (life: string, customer: Person): Promise<void> => {
    if (name === 'ours') return say(life, customer, 'post', {}, { create: true });
    const id = randomUUID();
    const body = {
      title: 'Repair of a fence',
      description: 'Two sections, the boards are there',
      place: 'Almaty',
      lines: [{ name: 'Repair' }],
    };
    const input = posting(new Date().toISOString(), {
      id: life.slice('task/'.length),
      wording: { text: id, hash: sha256(JSON.stringify(body)) },
    });
    return say(life, customer, 'post', input, { create: true, texts: [{ id, body }] });
  };

  return {
    name,
    client,
    async live(act) {
      const life = `${name === 'ours' ? 'deal' : 'task'}/${randomUUID()}`;
      const customer = customers[count % PEOPLE] as Person;
      const contractor = contractors[count++ % PEOPLE] as Person;
      await act(() => post(life, customer));
      await act(() => say(life, contractor, 'accept', { version: 1 }));
      await act(() => say(life, contractor, 'start', {}));
      await act(() => say(life, contractor, 'submit', {}));
      await act(() => say(life, customer, 'approve', { submission: 1 }));
      await act(() => say(life, customer, 'report', { paidOn: new Date().toISOString().slice(0, 10) }));
      await act(() => say(life, contractor, 'confirm', { report: 1 }));
      await ended(client, life);
      return life;
    },
    async close() {
      await close();
      await connection.close();
    },
  };
}

async function people(databaseUrl: string, sealing: Sealing, party: Person['party']): Promise<Person[]> {
  const people = Array.from({ length: PEOPLE }, (_, n) => {
    const [id, details] = [randomUUID(), randomUUID()];
    const body = { name: `Person ${n}`, email: `${n}@example.kz`, language: 'ru' };
    return { id, details, name: body.name, sealed: sealText(sealing, { id: details, life: `account/${id}`, body }).toString('base64') };
  });
  await query(
    databaseUrl,
    `with given as (select * from jsonb_to_recordset('${JSON.stringify(people)}'::jsonb) as each (id uuid, details uuid, name text, sealed text)),
     texts as (insert into erasable_text (id, life, sealed) select details, 'account/' || id, decode(sealed, 'base64') from given)
     insert into account (id, name, confirmed_details, language, roles) select id, name, details, 'ru', array['${party}'] from given`,
  );
  return people.map(({ id: account }) => ({ party, account }));
}

/** Waits for the end of a run. The commit returns before the signal, so the run may not exist yet. */
async function ended(client: System['client'], life: string): Promise<void> {
  for (;;) {
    try {
      return void (await client.workflow.getHandle(life).result());
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      await pause(20);
    }
  }
}
