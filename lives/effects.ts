/** Side effects: performed at least once, idempotent by the effect's id, and only while their row is open. */
import type { Sequelize } from 'sequelize';
import { messageOf } from '../error-message.ts';
import { query } from '../models/statement.ts';
import { commit } from './commit.ts';
import { gather } from './gather.ts';
import type { EffectPosition } from './ids.ts';
import { effectId, effectKey, isEffectId, parseEffectId } from './ids.ts';
import type { LifeUpdate } from './life-update.ts';
import type { Lives } from './lives.ts';

/** An effect as its row has it. `Params` are what its kind has in the catalogue (`charts/effects.ts`). */
export interface Effect<Params = Record<string, unknown>> {
  id: string;
  life: string;
  seq: number;
  kind: string;
  params: Params;
  tries: number;
}

/** What an effect reports to its life: an event of the platform. */
export interface EffectAnswer {
  type: string;
  input: object;
}

/** What became of a notice: `sent` where a delivery report may follow, `repeated` where its reader was told of the same within the day. */
export interface Delivery {
  status: 'sent' | 'delivered' | 'undeliverable' | 'repeated';
  proof: string;
  /** The notice could not go by email, and goes as an SMS instead. */
  asSms?: true;
}

/** Not now: the row stays open until a moment (UTC, ISO-8601). It does not count as a try, and the sweep brings it up again. */
export interface Postponed {
  until: string;
}

export type Outcome = EffectAnswer | Delivery | Postponed | undefined;

/** Performs one kind of effect. Without `Params` it stands for any kind: then only its own row can be given to it. */
export interface Performer<Params = never> {
  /**
   * Performs the effect. The effect's id is the idempotency key towards the outside.
   * @throws FinalFailure where another try cannot help; any other error leads to another try.
   */
  perform(effect: Effect<Params>): Promise<Outcome>;
  /** What a final failure means to the life; undefined where it is only recorded. */
  failed(effect: Effect<Params>, fault: string): Promise<Outcome>;
  /** The number of tries after which a failure is final. */
  tries: number;
}

/** The effect cannot be performed, however often it is tried. */
export class FinalFailure extends Error {}

/** A performer that died holds an effect no longer than this. Seconds. */
const LEASE = 30;
/** The longest pause between two tries. Seconds. */
const LONGEST_PAUSE = 600;
/** Closings of effects are gathered this long. Milliseconds. */
const GATHER = 5;

const leaseRows = query<Omit<Effect, 'id'> & { index: number }>(
  'effect-lease',
  `update effect set lease_until = clock_timestamp() + interval '${LEASE} s', tries = tries + 1
   where life = $1 and (seq, index) in (select * from unnest($2::int[], $3::int[]))
     and open and (lease_until is null or lease_until < clock_timestamp())
   returning life, seq, index, kind, params, tries`,
);
const findOpen = query('effect-open', 'select from effect where life = $1 and seq = $2 and index = $3 and open');
const releaseRow = query(
  'effect-release',
  `update effect set fault = $4, lease_until = null, next_try = clock_timestamp() + least(power(2, least(tries - 1, 20)), ${LONGEST_PAUSE}) * interval '1 s'
   where life = $1 and seq = $2 and index = $3`,
);
const postponeRow = query(
  'effect-postpone',
  'update effect set next_try = $4, tries = tries - 1, lease_until = null where life = $1 and seq = $2 and index = $3',
);
/**
 * An effect that delivers a notice has the notice's id. The status is kept with the closing, unless a delivery report came first. The SMS that takes
 * an email's place is ordered in the same statement, so a process that dies loses neither.
 */
const closeRows = query(
  'effect-close',
  `with closing as (
     select * from jsonb_to_recordset($1::jsonb) as c (id text, life text, seq int, index int, status text, proof text, sms text, "smsIndex" int)),
   texts as (
     insert into effect (life, seq, index, kind, params)
     select life, seq, "smsIndex", 'sendSms', '{}' from closing where sms is not null on conflict do nothing),
   notices_of_texts as (
     insert into notice (id, life, seq, account, template, channel, created_at, deadline, legal, facts)
     select closing.sms, notice.life, notice.seq, notice.account, notice.template, 'sms', notice.created_at, notice.deadline, notice.legal,
       notice.facts
     from closing join notice on notice.id = closing.id where closing.sms is not null on conflict do nothing),
   closed as (
     update effect set open = false, fault = null, lease_until = null from closing
     where (effect.life, effect.seq, effect.index) = (closing.life, closing.seq, closing.index))
   update notice set status = closing.status, proof = closing.proof, settled_at = clock_timestamp() from closing
   where notice.id = closing.id and notice.status = 'waiting' and closing.status is not null`,
);

interface Closing extends EffectPosition {
  id: string;
  status?: Delivery['status'];
  proof?: string;
  /** The id and the index of the SMS that takes an email's place. */
  sms?: string;
  smsIndex?: number;
}

/** The indexes of SMS that took an email's place. Effects ordered by a chart have lower ones within their event. */
export const SMS_INSTEAD = 1_000_000;

const positionOf = (id: string): [string, number, number] => {
  const { life, seq, index } = parseEffectId(id);
  return [life, seq, index];
};

/**
 * Leases effects, those of one life in one statement. An effect is absent if it is closed, or if another performer holds it. The indexed `next_try`
 * stays as it is, so the row is updated in place; the sweep looks at the lease as well.
 */
async function leaseAll(database: Sequelize, ids: string[]): Promise<Map<string, Effect>> {
  const byLife = Map.groupBy(ids.filter(isEffectId).map(parseEffectId), ({ life }) => life);
  const leased = await Promise.all(
    [...byLife].map(([life, positions]) =>
      leaseRows(database, [life, positions.map(({ seq }) => seq), positions.map(({ index }) => index)]),
    ),
  );
  return new Map(leased.flat().map(({ index, ...row }) => [effectId({ ...row, index }), { ...row, id: effectId({ ...row, index }) }]));
}

export interface EffectRunner {
  /**
   * Performs effects concurrently, after leasing them in one statement. Each promise resolves to the updates that the effect's answer made,
   * or to undefined if another attempt already did this effect: then its result may not have reached the workflow, which must refresh.
   * A promise rejects where the effect has to be tried again.
   */
  perform(ids: string[]): Promise<Promise<LifeUpdate[] | undefined>[]>;
}

/** @param performers One for each kind of effect. */
export function createEffectRunner(lives: Lives, performers: Record<string, Performer>): EffectRunner {
  const { database, log } = lives;
  const close = gather<Closing>(GATHER, (closings) => closeRows(database, [JSON.stringify(closings)]));

  const attempt = async (effect: Effect): Promise<Outcome> => {
    const { id, life, seq, kind, tries } = effect;
    const performer = performers[kind];
    if (performer === undefined) throw new Error(`no performer for effects of kind ${kind}`);
    try {
      return await performer.perform(effect as Effect<never>);
    } catch (error) {
      const fault = messageOf(error);
      const final = error instanceof FinalFailure || tries >= performer.tries;
      log.warn({ life, seq, effect: id, kind, tries, err: error }, final ? 'effect.failed' : 'effect.retry');
      if (final) return performer.failed(effect as Effect<never>, fault);
      await releaseRow(database, [...positionOf(id), fault]);
      throw error;
    }
  };

  const answer = async ({ id, life }: Effect, { type, input }: EffectAnswer): Promise<LifeUpdate[] | undefined> => {
    const { outcome, updates } = await commit(lives, {
      ...{ life, type, input, idempotencyKey: effectKey(id), by: 'platform' },
      ...{ closesEffect: id, deliveredInline: true },
    });
    return outcome === 'done' ? updates : undefined;
  };

  const run = async (id: string, effect: Effect | undefined): Promise<LifeUpdate[] | undefined> => {
    if (effect === undefined) {
      if (isEffectId(id) && (await findOpen(database, positionOf(id))).length > 0) throw new Error(`${id} is leased by another performer`);
      return undefined;
    }
    const outcome = await attempt(effect);
    if (outcome !== undefined && 'type' in outcome) return answer(effect, outcome);
    if (outcome !== undefined && 'until' in outcome) {
      await postponeRow(database, [...positionOf(id), outcome.until]);
      return [];
    }
    const at = parseEffectId(id);
    if (!outcome?.asSms) {
      await close({ id, ...at, ...outcome });
      return [];
    }
    const smsIndex = at.index + SMS_INSTEAD;
    const sms = effectId({ ...at, index: smsIndex });
    await close({ id, ...at, status: outcome.status, proof: outcome.proof, sms, smsIndex });
    return run(sms, (await leaseAll(database, [sms])).get(sms));
  };

  return {
    async perform(ids) {
      const leased = await leaseAll(database, ids);
      return ids.map((id) => run(id, leased.get(id)));
    },
  };
}
