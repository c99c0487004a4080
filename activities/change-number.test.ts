import { randomUUID } from 'node:crypto';
import { publicId } from '../api/resource/public-id.ts';
import { newToken, tokenHash } from '../api/session.ts';
import type { Effects } from '../charts/effects.ts';
import { catchUp } from '../lives/commit.ts';
import { performEffect } from '../testing/engine/effects.ts';
import { shiftClock } from '../testing/engine/pass.ts';
import { anyNumber } from '../testing/people/people.ts';
import type { Wanted } from '../testing/people/reidentifications.ts';
import { askToChangeNumber, numberOf, personOf } from '../testing/people/reidentifications.ts';
import { changeText, sealedNumber, textsOf } from '../testing/people/sealed.ts';
import type { Api, Person } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';
import { changeNumber } from './change-number.ts';

const HOUR = 3_600_000;

let api: Api;
beforeAll(async () => {
  api = await openApi({ sweeping: false });
});
afterAll(() => api.close());

const stateOf = async (life: string): Promise<string | undefined> =>
  (await api.rows<{ state: string }>('select state from life where id = $1', life))[0]?.state;
/** Opens another session of the same person. */
const openAnotherSession = async (person: Person): Promise<Person> => {
  const token = newToken();
  await api.owner.query(
    `with new_device as (insert into device (id, person, name) values ($1, $2, null) returning id)
     insert into session (id, token_hash, person, account, device, idle_until, expires_at)
     select $3, $4, $2, $5, new_device.id, now() + interval '1 day', now() + interval '1 day' from new_device`,
    [randomUUID(), await personOf(api, person), randomUUID(), tokenHash(token), person.id],
  );
  return { ...person, token };
};

describe('the change of a number (1.2)', () => {
  /** A re-identification after its cooling-off period, with its effects still open because no worker runs. */
  const changing = async (given: Wanted = {}) => {
    const found = await askToChangeNumber(api, given);
    await shiftClock(api, found.life, 25 * HOUR);
    expect((await catchUp(api.lives, found.life))?.whole.state).toBe('changing');
    const [effect] = await api.rows<{ seq: number; index: number }>(
      `select seq, index from effect where life = $1 and kind = 'changeNumber'`,
      found.life,
    );
    return { ...found, effect: `${found.life}/${effect?.seq}/${effect?.index}` };
  };
  const closeNotices = (life: string) =>
    api.owner.query(`update effect set open = false where life = $1 and kind <> 'changeNumber'`, [life]);
  /** Changes the text with the new number, or erases it. */
  const changeNumberText = async ({ life, number }: { life: string; number: string }, body: object | null): Promise<void> => {
    const [text] = (await textsOf(api.owner, life)).filter((each) => each.body.number === number);
    await changeText(api.owner, text?.id as string, life, body);
  };
  const perform = (effect: string) => performEffect(api.worker.lives, { changeNumber: changeNumber(api.worker.lives) }, effect);

  it('waits for the SMS to the old number while the provider is down, for one day at most', async () => {
    const { life, holder, number, effect } = await changing();
    await api.owner.query(`update effect set open = false where life = $1 and kind = 'sendEmail'`, [life]);
    await expect(perform(effect)).rejects.toThrow('notices to the old number go first');
    await api.owner.query(`update effect set tries = 1439 where life = $1 and kind = 'changeNumber'`, [life]);
    await expect(perform(effect)).rejects.toThrow('notices to the old number go first');
    expect(await numberOf(api, holder)).toBe(holder.number);
    expect(await perform(effect)).toMatchObject([{ state: 'done' }]);
    expect([await numberOf(api, holder), await stateOf(life)]).toEqual([number, 'done']);
  });

  it('does not wait for letters', async () => {
    const { life, holder, number, effect } = await changing();
    await api.owner.query(`update effect set open = false where life = $1 and kind = 'sendSms'`, [life]);
    expect(await perform(effect)).toMatchObject([{ state: 'done' }]);
    expect(await numberOf(api, holder)).toBe(number);
  });

  it('is refused, without any change, if another person has taken the number meanwhile', async () => {
    const { life, holder, effect } = await changing({ newNumber: (await api.join(['customer'])).number });
    await closeNotices(life);
    expect(await perform(effect)).toMatchObject([{ state: 'refused' }]);
    const { body } = await api.as(holder).get(`/v1/reidentifications/${publicId(life)}`);
    expect(body).toMatchObject({ state: 'refused', refused: { by: 'number', reasons: null } });
    expect(await numberOf(api, holder)).toBe(holder.number);
    expect((await api.owner.query('select from number_change where effect = $1', [effect])).rows).toEqual([]);
  });

  it('takes the number from a person who has logged in with it but has no account', async () => {
    const [newNumber, person, token] = [anyNumber(), randomUUID(), newToken()];
    const [sealed, hash] = sealedNumber(person, newNumber);
    await api.owner.query(
      `with someone as (insert into person (id, number, number_hash) values ($1, $2, $6) returning id),
         new_device as (insert into device (id, person, name) select $3, id, null from someone returning id)
       insert into session (id, token_hash, person, device, idle_until, expires_at)
       select $4, $5, $1, new_device.id, now() + interval '1 day', now() + interval '1 day' from new_device`,
      [person, sealed, randomUUID(), randomUUID(), tokenHash(token), hash],
    );
    const { life, holder, effect } = await changing({ newNumber });
    await closeNotices(life);
    expect(await perform(effect)).toMatchObject([{ state: 'done' }]);
    expect(await numberOf(api, holder)).toBe(newNumber);
    expect((await api.as({ ...holder, token }).get('/v1/auth/sessions')).problem?.code).toBe('unauthenticated');
  });

  it('is refused if the new number was erased', async () => {
    const found = await changing();
    const { life, holder, effect } = found;
    await closeNotices(life);
    await changeNumberText(found, null);
    expect(await perform(effect)).toMatchObject([{ state: 'refused' }]);
    expect(await numberOf(api, holder)).toBe(holder.number);
  });

  it('keeps sessions opened since when it is repeated, even if the number stays the same', async () => {
    const found = await changing();
    const { life, holder, effect } = found;
    await closeNotices(life);
    await changeNumberText(found, { number: holder.number });
    const { perform: change } = changeNumber(api.worker.lives);
    const [row] = await api.rows<{ params: Effects['changeNumber'] }>(
      `select params from effect where life = $1 and kind = 'changeNumber'`,
      life,
    );
    // As if the performer had died before its answer was committed.
    const again = () =>
      change({ id: effect, life, seq: 2, kind: 'changeNumber', params: row?.params as Effects['changeNumber'], tries: 1 });
    await expect(again()).resolves.toEqual({ type: 'numberChanged', input: {} });
    const address = `/v1/reidentifications/${publicId(life)}`;
    const back = await openAnotherSession(holder);
    await expect(Promise.all([again(), again()])).resolves.toHaveLength(2);
    expect([(await api.as(holder).get(address)).status, (await api.as(back).get(address)).status]).toEqual([401, 200]);
    expect(await numberOf(api, holder)).toBe(holder.number);
  });
});
