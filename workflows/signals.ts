/** Checks what signals bring: anyone who reaches the engine may send one. */
import type { LifeUpdate } from '../activities/index.ts';
import { parseEffectId } from '../lives/ids.ts';

const HASH = /^[0-9a-f]{64}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const MOST = 200;

const isText = (given: unknown, longest = 200): given is string => typeof given === 'string' && given.length <= longest;
const isMoment = (given: unknown): boolean => isText(given) && MOMENT.test(given) && !Number.isNaN(Date.parse(given));
const isListOf = (given: unknown, each: (one: unknown) => boolean): boolean =>
  Array.isArray(given) && given.length <= MOST && given.every(each);
const isRecord = (given: unknown): given is Record<string, unknown> => typeof given === 'object' && given !== null && !Array.isArray(given);

/** An update of this life with every part that its workflow uses. Only the database tells whether it is true. */
export function isUpdateOf(life: string, given: unknown): given is LifeUpdate {
  if (!isRecord(given) || given.life !== life) return false;
  const { seq, hash, previous, at, state, details, done, timers, effects, notices, parties } = given;
  return (
    Number.isSafeInteger(seq) &&
    [hash, previous].every((each) => isText(each) && HASH.test(each)) &&
    isMoment(at) &&
    isText(state) &&
    isText(details, 20_000) &&
    typeof done === 'boolean' &&
    isRecord(parties) &&
    Object.values(parties).every((account) => isText(account)) &&
    isListOf(
      timers,
      (timer) => isRecord(timer) && isText(timer.name) && isText(timer.clause) && isMoment(timer.due) && Number(timer.in) >= 0,
    ) &&
    isListOf(effects, (effect) => isRecord(effect) && isText(effect.id) && parseEffectId(effect.id).life === life && isText(effect.kind)) &&
    isListOf(notices, (notice) => isText(notice))
  );
}
