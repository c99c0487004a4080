/** Work outside the transaction: performed at least once, made harmless twice by its id, and never without an open row. */
import type { Sequelize } from 'sequelize';
import { query } from '../models/statement.ts';
import { commit, parseEffectId } from './commit.ts';
import type { LifeUpdate } from './life-update.ts';
import type { Lives } from './lives.ts';

/** An effect as it stands in its row. `Params` are what its kind has in the catalogue (`charts/effects.ts`). */
export interface Effect<Params = Record<string, unknown>> {
  id: string;
  life: string;
  seq: number;
  kind: string;
  params: Params;
  tries: number;
}

/** What an effect has to tell its life. */
export interface EffectAnswer {
  type: string;
  input: object;
}

/** What became of a notice: `sent` where a report of its delivery may follow. */
export interface Delivery {
  status: 'sent' | 'delivered' | 'undeliverable';
  proof: string;
}

/** Not now: the row stays open until a moment (UTC, ISO-8601), nothing counts as tried, and the sweep brings it up again. */
export interface Postponed {
  until: string;
}

type Outcome = EffectAnswer | Delivery | Postponed | undefined;

/**
 * Does one kind of work. The effect's id is the idempotency key towards the world.
 * @throws FinalFailure where another try cannot help; any other error is tried again.
 */
export type Perform<Params = never> = (effect: Effect<Params>) => Promise<Outcome>;

/** Performs one kind of effect. Without `Params` it stands for any: what it is given has to be what its kind has. */
export interface Performer<Params = never> {
  perform: Perform<Params>;
  /** What a failure for good means to the life; undefined where it is only recorded. */
  failed: (effect: Effect<Params>, fault: string) => Promise<Outcome>;
  /** Tries before a failure counts as final. */
  tries: number;
}

/** The work cannot be done, however often it is tried. */
export class FinalFailure extends Error {}

/** A performer that died holds an effect no longer than this. Seconds. */
const LEASE = 30;
/** The longest pause between two tries. Seconds. */
const LONGEST_PAUSE = 600;

const leaseRow = query<Omit<Effect, 'id'>>(
  'effect-lease',
  `update effect set lease_until = clock_timestamp() + interval '${LEASE} s', tries = tries + 1,
     next_try = clock_timestamp() + least(power(2, tries), ${LONGEST_PAUSE}) * interval '1 s'
   where life = $1 and seq = $2 and index = $3 and open and (lease_until is null or lease_until < clock_timestamp())
   returning life, seq, kind, params, tries`,
);
const findOpen = query<{ open: boolean }>('effect-open', 'select open from effect where life = $1 and seq = $2 and index = $3 and open');
const letGo = query('effect-let-go', 'update effect set fault = $4, lease_until = null where life = $1 and seq = $2 and index = $3');
const hold = query(
  'effect-hold',
  'update effect set next_try = $4, tries = tries - 1, lease_until = null where life = $1 and seq = $2 and index = $3',
);
/** An effect that is a notice bears its id: what became of it is kept with the closing, unless a report of its delivery was faster. */
const close = query(
  'effect-close',
  `with closed as (update effect set open = false, fault = null, lease_until = null where life = $1 and seq = $2 and index = $3)
   update notice set status = $5, proof = $6, settled_at = clock_timestamp() where id = $4 and status = 'waiting' and $5::text is not null`,
);

const keysOf = (id: string): unknown[] => {
  const { life, seq, index } = parseEffectId(id);
  return [life, seq, index];
};

/** Takes the effect for a while. Undefined where it is closed, or another performer has it. */
async function lease(database: Sequelize, id: string): Promise<Effect | undefined> {
  const [row] = await leaseRow(database, keysOf(id));
  return row && { id, ...row };
}

/** No row has such a place: nobody but a forger names it. */
const isEffectId = (id: string): boolean => {
  const { seq, index } = parseEffectId(id);
  return [seq, index].every((each) => Number.isInteger(each) && each >= 0 && each < 2 ** 31);
};

/**
 * Performs an effect and commits its answer in one transaction with the closing of its row. Answers the steps that this made; undefined where
 * it was done before, by another or by a try whose answer was lost: then nobody may have heard of what it made.
 * @throws where it has to be tried again.
 */
export async function performEffect(lives: Lives, performers: Record<string, Performer>, id: string): Promise<LifeUpdate[] | undefined> {
  if (!isEffectId(id)) return undefined;
  const { database } = lives;
  const effect = await lease(database, id);
  if (effect === undefined) {
    if ((await findOpen(database, keysOf(id))).length > 0) throw new Error(`${id} is in other hands`);
    return undefined;
  }
  const performer = performers[effect.kind];
  if (performer === undefined) throw new Error(`nobody performs ${effect.kind}`);
  const outcome = await attempt(database, performer, effect);
  if (outcome !== undefined && 'type' in outcome) {
    const { type, input } = outcome;
    const { outcome: became, updates } = await commit(lives, {
      life: effect.life,
      idempotencyKey: `effect/${id}`,
      type,
      by: 'platform',
      input,
      closesEffect: id,
      deliveredInline: true,
    });
    return became === 'done' ? updates : undefined;
  }
  if (outcome !== undefined && 'until' in outcome) await hold(database, [...keysOf(id), outcome.until]);
  else await close(database, [...keysOf(id), id, outcome?.status ?? null, outcome?.proof ?? null]);
  return [];
}

async function attempt(database: Sequelize, performer: Performer, effect: Effect): Promise<Outcome> {
  try {
    return await performer.perform(effect as Effect<never>);
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    if (error instanceof FinalFailure || effect.tries >= performer.tries) return performer.failed(effect as Effect<never>, fault);
    await letGo(database, [...keysOf(effect.id), fault]);
    throw error;
  }
}
