/** Work outside the transaction: performed at least once, made harmless twice by its id, and never without an open row. */
import type { Sequelize } from 'sequelize';
import { QueryTypes } from 'sequelize';
import { commit, placeOf } from './commit.ts';
import type { Lives } from './lives.ts';
import type { Standing } from './standing.ts';

/** An effect as it stands in its row. */
export interface Effect {
  id: string;
  life: string;
  seq: number;
  kind: string;
  params: Record<string, unknown>;
  tries: number;
}

/** What an effect has to tell its life. */
export interface Answer {
  type: string;
  input: object;
}

/**
 * Does one kind of work. The effect's id is the idempotency key towards the world.
 * @throws FinalFailure where another try cannot help; any other error is tried again.
 */
export type Perform = (effect: Effect) => Promise<Answer | undefined>;

export interface Performer {
  perform: Perform;
  /** What a failure for good means to the life; undefined where it is only recorded. */
  failed(effect: Effect, fault: string): Promise<Answer | undefined>;
  /** Tries before a failure counts as final. */
  tries: number;
}

/** The work cannot be done, however often it is tried. */
export class FinalFailure extends Error {}

/** A performer that died holds an effect no longer than this. Seconds. */
const LEASE = 30;
/** The longest pause between two tries. Seconds. */
const LONGEST_PAUSE = 600;

/** Takes the effect for a while. Undefined where it is closed, or another performer has it. */
async function lease(database: Sequelize, id: string): Promise<Effect | undefined> {
  const { life, seq, index } = placeOf(id);
  const [row] = await database.query<Omit<Effect, 'id'>>(
    `update effect set lease_until = clock_timestamp() + interval '${LEASE} s', tries = tries + 1,
       next_try = clock_timestamp() + least(power(2, tries), ${LONGEST_PAUSE}) * interval '1 s'
     where life = $1 and seq = $2 and index = $3 and open and (lease_until is null or lease_until < clock_timestamp())
     returning life, seq, kind, params, tries`,
    { bind: [life, seq, index], type: QueryTypes.SELECT },
  );
  return row && { id, ...row };
}

const isOpen = async (database: Sequelize, id: string): Promise<boolean> => {
  const { life, seq, index } = placeOf(id);
  const [row] = await database.query<{ open: boolean }>('select open from effect where life = $1 and seq = $2 and index = $3', {
    bind: [life, seq, index],
    type: QueryTypes.SELECT,
  });
  return row?.open ?? false;
};

/** Closes an effect that has nothing to tell, or lets it go for another try. */
const settle = (database: Sequelize, { life, id }: Effect, open: boolean, fault: string | null): Promise<unknown> => {
  const { seq, index } = placeOf(id);
  return database.query('update effect set open = $4, fault = $5, lease_until = null where life = $1 and seq = $2 and index = $3', {
    bind: [life, seq, index, open, fault],
  });
};

/** No row has such a place: nobody but a forger names it. */
const isPlace = (id: string): boolean => {
  const { seq, index } = placeOf(id);
  return [seq, index].every((each) => Number.isInteger(each) && each >= 0 && each < 2 ** 31);
};

/**
 * Performs an effect and commits its answer in one transaction with the closing of its row. Answers the steps that this made; undefined where
 * it was done before, by another or by a try whose answer was lost: then nobody may have heard of what it made.
 * @throws where it has to be tried again.
 */
export async function performEffect(lives: Lives, performers: Record<string, Performer>, id: string): Promise<Standing[] | undefined> {
  if (!isPlace(id)) return undefined;
  const { database } = lives;
  const effect = await lease(database, id);
  if (effect === undefined) {
    if (await isOpen(database, id)) throw new Error(`${id} is in other hands`);
    return undefined;
  }
  const performer = performers[effect.kind];
  if (performer === undefined) throw new Error(`nobody performs ${effect.kind}`);
  const answer = await attempt(database, performer, effect);
  if (answer !== undefined) {
    const { type, input } = answer;
    const { outcome, steps } = await commit(lives, {
      life: effect.life,
      key: `effect/${id}`,
      type,
      by: 'platform',
      input,
      answers: id,
      heard: true,
    });
    return outcome === 'done' ? steps : undefined;
  }
  await settle(database, effect, false, null);
  return [];
}

async function attempt(database: Sequelize, performer: Performer, effect: Effect): Promise<Answer | undefined> {
  try {
    return await performer.perform(effect);
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    if (error instanceof FinalFailure || effect.tries >= performer.tries) return performer.failed(effect, fault);
    await settle(database, effect, true, fault);
    throw error;
  }
}
