/** Changes a person's authorised number (1.2). Whoever was let in before is shut out with it: the device may be in other hands. */
import type { Effects } from '../charts/effects.ts';
import type { EffectAnswer, Performer } from '../lives/effects.ts';
import { FinalFailure } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { query } from '../models/statement.ts';

/** Tried until the database says yes or no: to stop before would leave it open which number is the authorised one. */
const ALWAYS = Number.POSITIVE_INFINITY;
/** Tries in which notices come first. A message that cannot be sent holds the change up for minutes, not for ever. */
const PATIENCE = 6;

const UNIQUE_VIOLATION = '23505';

const findUntold = query('number-change-untold', `select 1 from effect where life = $1 and kind <> 'changeNumber' and open limit 1`);
const findNumber = query<{ number: string }>(
  'number-change-read',
  `select body ->> 'number' as number from erasable_text where id = $1 and body is not null`,
);
/**
 * Who tried to log in with the new number before asking is a person by that, with no account. It is the one who asks, for a code proved it: the number is
 * given up to them.
 */
const giveUp = query(
  'number-give-up',
  `with empty as (update person set number = 'given up ' || id where number = $1 and id <> $2
     and not exists (select from membership where membership.person = person.id) returning id),
   ended as (update session set ended_at = clock_timestamp() from empty where session.person = empty.id and ended_at is null)
   update device set revoked_at = clock_timestamp() from empty where device.person = empty.id and revoked_at is null`,
);
/** One statement, so one transaction. The effect's id is kept with it: performed again, it must not end the sessions begun since. */
const change = query(
  'number-change',
  `with kept as (insert into number_change (effect, person) values ($1, $2) on conflict do nothing returning person),
   changed as (update person set number = $3 from kept where person.id = kept.person returning person.id),
   ended as (update session set ended_at = clock_timestamp() from changed where session.person = changed.id and ended_at is null)
   update device set revoked_at = clock_timestamp() from changed where device.person = changed.id and revoked_at is null`,
);

/** Answers `numberChanged`, or `numberRefused` where another person has the number meanwhile. */
export const changeNumber = ({ database }: Lives): Performer<Effects['changeNumber']> => ({
  tries: ALWAYS,
  async perform({ id, life, params, tries }): Promise<EffectAnswer> {
    const { person, number } = params;
    // A message goes to the number that is the authorised one when it is sent.
    if (tries <= PATIENCE && (await findUntold(database, [life])).length > 0) throw new Error('whoever holds the old number is told first');
    const [row] = await findNumber(database, [number.text]);
    if (row === undefined) throw new FinalFailure('the new number was erased');
    await giveUp(database, [row.number, person]);
    try {
      await change(database, [id, person, row.number]);
    } catch (error) {
      if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
      return { type: 'numberRefused', input: {} };
    }
    return { type: 'numberChanged', input: {} };
  },
  failed: async () => ({ type: 'numberRefused', input: {} }),
});
