/** What a stranger may cause holds back no text about an account's safety, and none of legal weight (SMS caps); it is told once a day. */
import { randomUUID } from 'node:crypto';
import { commit } from '../lives/commit.ts';
import { createChild } from '../testing/lives/creations.ts';
import { registerUnderOffer } from '../testing/people/accounts.ts';
import { confirmsEmail } from '../testing/people/registration.ts';
import { askToChangeNumber } from '../testing/people/reidentifications.ts';
import { lettersTo } from '../testing/stand-ins/mailbox.ts';
import { setParameter, textsTo } from '../testing/stand-ins/sms.ts';
import type { Api, Person } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';
import { until } from '../testing/worlds/world.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

/** What is still open waits for room within its caps. */
const noneIsDue = async (): Promise<boolean> =>
  (await api.rows(`select from effect where open and next_try < clock_timestamp() + interval '1 hour'`)).length === 0;
const told = (person: Person, words: RegExp) =>
  until(async () => (await textsTo(person.number)).find(({ text }) => words.test(text)), `a text like ${words}`);

/** A stranger guesses until the password counts on known devices only: the platform records it in the account. */
async function lockOut({ id }: { id: string }): Promise<void> {
  const { updates, outcome } = await commit(api.lives, {
    ...{ life: `account/${id}`, type: 'lockedOut', by: 'platform', idempotencyKey: `lockout/${randomUUID()}/${id}`, actor: {} },
    input: { until: new Date().toISOString() },
  });
  expect(outcome).toBe('done');
  api.dispatch(updates);
}

it('a stranger who causes all they can holds back neither the change of a number nor a legal notice', async () => {
  const victim = await registerUnderOffer(api, ['contractor']);
  const stranger = await api.join(['customer']);
  await api.withWorker(async () => {
    for (let n = 0; n < 22; n++) await lockOut(victim);
    for (let n = 0; n < 22; n++) await api.as(stranger).postTask({ match: 'invited', invited: [victim.id] });
    await until(noneIsDue, 'what the stranger caused');
    // The stranger's budget is used up, and no text goes over it: not even one whose deadline comes first.
    const texts = (await textsTo(victim.number)).filter(({ text }) => /guessing the password|offered/.test(text));
    expect(texts).toHaveLength(20);

    // Before the change of the number: that pauses the account.
    await api.as(victim).patch('/v1/accounts/me', { name: 'Another name' });
    await told(victim, /details of account \d+ were changed/);

    const { life } = await askToChangeNumber(api);
    const [{ input } = { input: {} }] = await api.rows<{ input: object }>('select input from event where life = $1', life);
    const parent = `account/${victim.id}`;
    const ask = { ...input, id: `reidentification/${victim.id}/1`, parent, contractor: victim.id, person: victim.person };
    await createChild(api, parent, { child: `reidentification/${victim.id}/1`, type: 'ask', by: 'platform', input: ask });
    await told(victim, /Your number will be changed/);
  });
});

it('a lock-out is told once a day by each channel; the cabinet lists every one', async () => {
  const victim = await registerUnderOffer(api, ['contractor']);
  await confirmsEmail(api, victim);
  const letters = async () => (await lettersTo(victim.email)).filter(({ subject }) => /guessing the password/.test(subject)).length;
  const texts = async () => (await textsTo(victim.number)).filter(({ text }) => /guessing the password/.test(text)).length;
  await api.withWorker(async () => {
    await lockOut(victim);
    await until(noneIsDue, 'the first');
    for (let n = 0; n < 5; n++) await lockOut(victim);
    await until(noneIsDue, 'the others');
    expect([await letters(), await texts()]).toEqual([1, 1]);
    await api.owner.query(`update sms set sent_at = sent_at - interval '25 hours'`);
    await api.owner.query(`update notice set settled_at = settled_at - interval '25 hours'`);
    await lockOut(victim);
    await until(noneIsDue, 'that of the next day');
    expect([await letters(), await texts()]).toEqual([2, 2]);
  });
  const { body } = await api.as(victim).get<{ items: { template: string; status: string }[] }>(`/v1/accounts/${victim.id}/notices`);
  const listed = body.items.filter(({ template }) => template === 'locked-out').map(({ status }) => status);
  expect(listed.toSorted()).toEqual(['delivered', 'repeated', 'repeated', 'repeated', 'repeated', 'repeated', 'delivered'].toSorted());
  expect(await api.rows('select from undelivered where account = $1', victim.id)).toEqual([]);
});

it('a safety text has a bound of its own, over which it waits and is not lost', async () => {
  const victim = await registerUnderOffer(api, ['contractor']);
  // Two for the texts that the requisites and the payout details were set, which came with the registration.
  await setParameter(api.owner, 'smsSafetyPerNumber', 3);
  const device = async () => {
    const key = `device/${randomUUID()}/${victim.id}`;
    const { updates } = await commit(api.lives, {
      ...{ life: `account/${victim.id}`, type: 'passwordSet', by: 'platform', idempotencyKey: key, actor: {}, input: {} },
    });
    api.dispatch(updates);
  };
  await api.withWorker(async () => {
    await device();
    await device();
    await told(victim, /password of account/);
    await until(noneIsDue, 'the rest');
  });
  const waiting = await api.rows(
    `select from notice where account = $1 and template = 'password-set' and channel = 'sms' and status = 'waiting'`,
    victim.id,
  );
  expect(waiting).toHaveLength(1);
  await setParameter(api.owner, 'smsSafetyPerNumber', 50);
});
