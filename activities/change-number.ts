/** Changes a person's authorised number (1.2). Whoever was let in before is shut out with it: the device may be in other hands. */
import type { ErasableRef } from '../charts/law.ts';
import type { EffectAnswer, Performer } from '../lives/effects.ts';
import { FinalFailure } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { hasOtherEffects } from '../models/stores/effect.ts';
import { readTexts } from '../models/stores/erasable-text.ts';
import { changeNumber as change, giveUpNumber } from '../models/stores/person.ts';

/** Tried until the database says yes or no: to stop before would leave it open which number is the authorised one. */
const ALWAYS = Number.POSITIVE_INFINITY;
/** Tries in which notices come first. A message that cannot be sent holds the change up for minutes, not for ever. */
const PATIENCE = 6;

interface Change {
  person: string;
  number: ErasableRef;
}

/** Answers `numberChanged`, or `numberRefused` where another person has the number meanwhile. */
export const changeNumber = ({ database }: Lives): Performer => ({
  tries: ALWAYS,
  async perform({ id, life, params, tries }): Promise<EffectAnswer> {
    const { person, number } = params as unknown as Change;
    // A message goes to the number that is the authorised one when it is sent.
    if (tries <= PATIENCE && (await hasOtherEffects(database, life, 'changeNumber')))
      throw new Error('whoever holds the old number is told first');
    const text = (await readTexts(database, [number.text])).get(number.text);
    if (text === undefined) throw new FinalFailure('the new number was erased');
    const to = text.number as string;
    await giveUpNumber(database, to, person);
    const changed = await change(database, { effect: id, person, number: to });
    return { type: changed ? 'numberChanged' : 'numberRefused', input: {} };
  },
  failed: async () => ({ type: 'numberRefused', input: {} }),
});
