/** Changes a person's authorised number (1.2), and ends every session and key: the old device may be in other hands. */
import type { Effects } from '../charts/effects.ts';
import type { EffectAnswer, Performer } from '../lives/effects.ts';
import { FinalFailure } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { logSecurity, nameInLog } from '../lives/security-log.ts';
import { hasOpenTexts } from '../models/stores/effect.ts';
import { readTexts } from '../models/stores/erasable-text.ts';
import { changeNumber as change } from '../models/stores/person.ts';

/** Repeated until the database accepts or refuses: otherwise it would be unknown which number is the authorised one. */
const UNLIMITED = Number.POSITIVE_INFINITY;
/** About one day, while the SMS provider is away: the new number could receive no login code either. Each try beyond the first ten waits a minute. */
const TRIES_BEHIND_NOTICES = 1_440;

/** Answers `numberChanged`, or `numberRefused` if another person has taken the number meanwhile. */
export const changeNumber = ({ database, keys, log }: Lives): Performer<Effects['changeNumber']> => ({
  tries: UNLIMITED,
  async perform({ id, life, params, tries }): Promise<EffectAnswer> {
    const { person, number } = params;
    // A notice goes to the number that is authorised when it is sent, so the change waits for the notices.
    if (tries <= TRIES_BEHIND_NOTICES && (await hasOpenTexts(database, life))) throw new Error('notices to the old number go first');
    const text = (await readTexts(database, [number.text])).get(number.text);
    if (text === undefined) throw new FinalFailure('the new number was erased');
    const changed = await change(database, { effect: id, person, number: text.number as string });
    if (changed) logSecurity(log, 'number-changed', { subject: life, person: nameInLog(keys, 'person', person) });
    return { type: changed ? 'numberChanged' : 'numberRefused', input: {} };
  },
  failed: async () => ({ type: 'numberRefused', input: {} }),
});
