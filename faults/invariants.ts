/** Invariants of all lives once the system has settled, whatever was killed or unavailable. Violations are reported as sentences. */
import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import { QueryTypes } from 'sequelize';
import type { Receipt } from '../lives/command.ts';
import type { Lives } from '../lives/lives.ts';
import { LIFE_STATE } from '../lives/temporal-protocol.ts';
import { verify } from '../lives/verify.ts';
import { checkLedger } from '../models/stores/ledger-check.ts';

/** A receipt that a caller holds, with the key of its request. */
export interface Acknowledged extends Omit<Receipt, 'life'> {
  life: string;
  /** As stored with the event: `account/<account>/<Idempotency-Key>`. */
  key: string;
}

export interface Evidence {
  acknowledged?: Acknowledged[];
  /** The Message-IDs of all letters that arrived. */
  letters?: string[];
}

interface LifeRow {
  id: string;
  state: string;
  done: boolean;
}

/** Each query returns the rows that violate the invariant. */
const VIOLATIONS: Record<string, string> = {
  'is an undelivered update': `select life || '/' || seq as what from outbox where not delivered`,
  'is an open effect': `select life || '/' || seq || '/' || index as what from effect where open`,
  'is late: its deadline passed and no timer fired': 'select id as what from life where not done and next_due < clock_timestamp()',
  'is an unexpected answer': `select life || '/' || seq as what from unexpected`,
  'is a notice that was not delivered': `select id as what from notice where status = 'waiting' or (channel = 'mail' and status <> 'delivered')`,
  'happened before its time': `select life || '/' || seq as what from event where by = 'clock' and at < (input ->> 'due')::timestamptz`,
  'happened twice': `select life || '/' || max(seq) as what from event where by = 'clock' group by life, type, input ->> 'due' having count(*) > 1`,
  'is called signed without a signature of its own': `select life.id as what
    from life, jsonb_array_elements(snapshot -> 'context' -> 'confirmations') as each
    where kind = 'signing' and state = 'signed' and each ->> 'way' = 'cms' and not exists (
      select from signature where signing = life.id and id::text = each -> 'signature' ->> 'id' and cms_sha256 = each -> 'signature' ->> 'cms')`,
  'has every confirmation and still waits for one': `select id as what from life where kind = 'signing' and state = 'awaited'
    and jsonb_array_length(snapshot -> 'context' -> 'confirmations') >= jsonb_array_length(snapshot -> 'context' -> 'order')`,
  'is a life without a first event': 'select id as what from life where seq = 0',
};

/** All violated invariants; empty if everything holds. */
export async function brokenInvariants(
  { lives, client }: { lives: Lives; client: Client },
  { acknowledged = [], letters }: Evidence = {},
): Promise<string[]> {
  const select = <Row extends object>(sql: string, ...bind: unknown[]): Promise<Row[]> =>
    lives.database.query<Row>(sql, { bind, type: QueryTypes.SELECT });
  const all = await select<LifeRow>('select id, state, done from life order by id');

  const violations = Object.entries(VIOLATIONS).map(async ([fault, sql]) =>
    (await select<{ what: string }>(sql)).map(({ what }) => `${what} ${fault}`),
  );
  const ofLives = all.map(async (life) => [...(await chainFault(lives, life)), ...(await runFaults(client, life))]);
  const ofReceipts = acknowledged.map(async ({ life, key, seq, type, hash }) => {
    const rows = await select(
      'select from event where key = $1 and life = $2 and seq = $3 and type = $4 and hash = $5',
      key,
      life,
      seq,
      type,
      hash,
    );
    return rows.length === 1 ? [] : [`${life}/${seq} (${type}) was acknowledged and is not in the chain`];
  });
  const ofLetters =
    letters === undefined ? [] : await lostLetters(await select<{ id: string }>(`select id from notice where channel = 'mail'`), letters);
  const ofLedger = (await checkLedger(lives.database)).map(({ invariant, about }) => `${about}: it is not true that ${invariant}`);
  return [...(await Promise.all([...violations, ...ofLives, ...ofReceipts])).flat(), ...ofLetters, ...ofLedger];
}

async function chainFault(lives: Lives, { id }: LifeRow): Promise<string[]> {
  const fault = await verify(lives, id);
  return fault ? [`${id}/${fault.seq} does not hold: ${fault.problem}`] : [];
}

/** A life that goes on has a run with the same state. A life that is done has none. */
async function runFaults(client: Client, { id, state, done }: LifeRow): Promise<string[]> {
  try {
    const { status, typedSearchAttributes } = await client.workflow.getHandle(id).describe();
    const runs = status.name === 'RUNNING';
    if (runs === done) return [`${id} is ${done ? 'done' : 'not done'} and its run is ${status.name}`];
    const known = typedSearchAttributes.get(LIFE_STATE);
    return known === state ? [] : [`${id} is ${state} and its run shows ${known}`];
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return done ? [] : [`${id} has no run`];
    throw error;
  }
}

/** The Message-ID of a notice's letter. */
export const messageId = (notice: string): string => `<${notice.replaceAll('/', '.')}@akjet.kz>`;

async function lostLetters(notices: { id: string }[], letters: string[]): Promise<string[]> {
  const arrived = new Set(letters);
  return notices.filter(({ id }) => !arrived.has(messageId(id))).map(({ id }) => `${id} is a notice whose letter never arrived`);
}
