/** Where an account is paid to, over HTTP: naming it, and payouts that go there, wait, come back and go elsewhere. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { requisitesOf } from '../../local/fictitious-requisites.ts';
import type { PayoutEntry } from '../../local/payments/book.ts';
import { createChild } from '../../testing/lives/creations.ts';
import { bookOwed } from '../../testing/lives/owed.ts';
import type { Registered } from '../../testing/people/accounts.ts';
import { register, registerUnderOffer } from '../../testing/people/accounts.ts';
import { askCode, otherCode } from '../../testing/people/logins.ts';
import { decide } from '../../testing/people/proposals.ts';
import { accepts, done } from '../../testing/people/registration.ts';
import type { Sandbox } from '../../testing/stand-ins/payments.ts';
import { openSandbox } from '../../testing/stand-ins/payments.ts';
import { setParameter, textsTo } from '../../testing/stand-ins/sms.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi, posting } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { OwnPayoutDetails } from './schema.ts';

type Shown = z.output<typeof OwnPayoutDetails>;
interface Payout {
  state: string;
  to: string | null;
  heldBy: string | null;
  waitsFor: { reason: string; words: string; until: string | null } | null;
  fault: { reason: string; words: string } | null;
  commands: { name: string }[];
}

const OWN = '/v1/accounts/me/payout-details';
const FIRST = { iban: 'kz86 125K ZT50 0410 0100', bic: 'KSNVKZKA' };
const OTHER = { iban: 'KZ35000EXAMPLE000000', bic: 'EXAMKZKA' };
const AMOUNT = 1_500_000;
const HOUR = 3_600_000;

let sandbox: Sandbox;
let api: Api;
let staff: [Person, Person];
const over = Promise.withResolvers<void>();
let work: Promise<void>;
beforeAll(async () => {
  sandbox = await openSandbox();
  api = await openApi({ settings: sandbox.settings });
  work = api.withWorker(() => over.promise);
  staff = [await api.join(['operator']), await api.join(['operator'])];
  // The first details count after a day, which is seen once below.
  await setParameter(api.owner, 'payoutDetailsFirstHours', 0);
});
afterAll(async () => {
  over.resolve();
  await work;
  await api.close();
  await sandbox.close();
});

/** A contractor who has named nothing yet. */
async function newcomer(): Promise<Registered> {
  const person = await register(api, ['contractor']);
  await accepts(api, person);
  return person;
}
const read = async (person: Person): Promise<Shown> => done(await api.as(person).get<Shown>(OWN));
const name = async (person: Person, to: object = FIRST, proof?: object) =>
  api.as(person).put<Shown>(OWN, { to, proof: proof ?? (await askCode(api, person.number, 'payout')) });

/** Orders a payout, as a task does. */
async function payOut(to: Person, amount = AMOUNT, before: (life: string) => Promise<unknown> = async () => {}) {
  const id = randomUUID();
  const [parent, life] = [`errand/${id}`, `payout/${id}/1`];
  await api.say(parent, 'post', 'customer', to.id, { id });
  await bookOwed(api, to.id);
  await before(life);
  await createChild(api, parent, {
    ...{ child: life, type: 'ask', by: 'platform' },
    input: { parent, contractor: to.id, amount: String(amount) },
  });
  const path = `/v1/payouts/${id}.1`;
  const see = async (): Promise<Payout> => done(await api.as(to).get<Payout>(path));
  return {
    life,
    path,
    see,
    becomes: (state: string) =>
      until(async () => (await see()).state === state && see(), `${life} to be ${state}`).catch(async (error) => {
        throw new Error(`${error.message}: ${JSON.stringify(await see())}`);
      }),
  };
}
const sentTo = async (life: string) => ((await sandbox.book(life)) as PayoutEntry[]).map(({ recipient }) => recipient);

describe('payout details', () => {
  it('need a proof beside the session, and the number of an account', async () => {
    const person = await newcomer();
    const events = await api.countEvents();
    const { request, code } = await askCode(api, person.number, 'payout');
    const refusals = [
      await api.as(person).put(OWN, { to: FIRST }),
      await name(person, FIRST, { request, code: otherCode(code) }),
      await name(person, FIRST, { password: 'not the password of anybody' }),
      await name(person, FIRST, await askCode(api, person.number, 'email')),
      await name(person, { ...FIRST, iban: 'KZ87125KZT5004100100' }, { request, code }),
      await name(staff[0], FIRST, { password: 'not the password of anybody' }),
    ];
    expect(refusals.map(({ problem }) => problem?.code)).toEqual([
      ...['invalid-input', 'proof-refused', 'proof-refused', 'proof-refused', 'invalid-input', 'not-found'],
    ]);
    expect(refusals[4]?.problem?.errors).toEqual([{ path: 'to.iban', message: expect.any(String) }]);
    expect(await api.countEvents()).toBe(events);
    expect(await read(person)).toMatchObject({ present: null, coming: null });
  });

  it('count after a day if they are the first, and are read by nobody but masked', async () => {
    const person = await newcomer();
    await setParameter(api.owner, 'payoutDetailsFirstHours', 24);
    const shown = done(await name(person));
    await setParameter(api.owner, 'payoutDetailsFirstHours', 0);
    expect(Date.parse(shown.coming?.from ?? '') - Date.now()).toBeGreaterThan(23.9 * HOUR);
    expect(shown).toMatchObject({
      present: null,
      coming: { masked: 'KZ•• •••• •••• •••• 0100' },
      holders: [expect.stringContaining('test')],
    });
    const account = `/v1/accounts/${person.id}`;
    const everything = await Promise.all(
      [person, staff[0]].flatMap((each) => ['', '/events', '/notices'].map((end) => api.as(each).get<unknown>(`${account}${end}`))),
    );
    const { rows } = await api.owner.query('select event::text as event from event where life = $1', [`account/${person.id}`]);
    expect(JSON.stringify([everything, rows]) + api.logged()).not.toContain('125KZT5004100100');
  });

  it('that replace others are told at the number, wait, and can be withdrawn until they count', async () => {
    const person = await newcomer();
    const { present } = done(await name(person));
    const changed = done(await name(person, OTHER));
    expect(changed).toMatchObject({ present, coming: { masked: 'KZ•• •••• •••• •••• 0000' } });
    expect(Date.parse(changed.coming?.from ?? '') - Date.now()).toBeGreaterThan(47 * 3_600_000);
    const isTold = async () => (await textsTo(person.number)).some(({ text }) => /payout details/.test(text));
    await until(isTold, 'the SMS');
    const withdraw = () => api.as(person).post(`/v1/accounts/${person.id}/withdraw-payout-details`, {});
    done(await withdraw());
    expect(await read(person)).toMatchObject({ present, coming: null });
    expect((await withdraw()).problem?.code).toBe('not-in-this-state');
  });

  it('that somebody else may have named never count once access is reported', async () => {
    const person = await newcomer();
    const { present } = done(await name(person));
    done(await name(person, OTHER));
    done(await api.as(person).post(`/v1/accounts/${person.id}/report-access`, { reasons: 'It was not me' }));
    const { rows } = await api.owner.query('select payout_details from account where id = $1', [person.id]);
    expect(rows).toEqual([{ payout_details: { present: { version: present?.version, from: present?.from } } }]);
  });
});

describe('a contractor without payout details', () => {
  const asked = async (person: Person, task: string) =>
    done(await api.as(person).get<{ payoutDetails?: string }>(`/v1/tasks/${task}`)).payoutDetails;

  it('reads in a task that the platform pays that they will be asked for, before accepting it and after, and is not refused', async () => {
    const [person, customer] = [await newcomer(), await api.join(['customer'])];
    done(await api.as(person).put('/v1/accounts/me/requisites', requisitesOf(person.name)));
    const post = async (payment: string) => done(await api.as(customer).post<{ id: string }>('/v1/tasks', { ...posting(), payment })).id;
    const [paid, direct] = [await post('platform'), await post('direct')];
    expect([await asked(person, paid), await asked(person, direct), await asked(customer, paid)]).toEqual([
      expect.stringContaining('before the first payout'),
      undefined,
      undefined,
    ]);
    done(await api.as(person).post(`/v1/tasks/${paid}/accept`, { version: 1 }));
    expect(await asked(person, paid)).toContain('before the first payout');
    done(await name(person));
    expect(await asked(person, paid)).toBeUndefined();
  });
});

describe('a payout', () => {
  it('goes to the details of its payee, under the payee’s own name, and pins them', async () => {
    const person = await registerUnderOffer(api, ['contractor']);
    const payout = await payOut(person);
    expect(await payout.becomes('confirmed')).toMatchObject({ to: 'KZ•• •••• •••• •••• 0000', heldBy: expect.any(String), waitsFor: null });
    expect(await sentTo(payout.life)).toEqual([{ account: person.id, name: person.name, identifier: person.identifier, to: OTHER }]);
  });

  it('waits without details, says so, and goes by itself once they are named', async () => {
    const person = await newcomer();
    const payout = await payOut(person);
    expect(await payout.becomes('unready.details')).toMatchObject({ waitsFor: { reason: 'details', words: expect.any(String) } });
    expect(await sentTo(payout.life)).toEqual([]);
    // No email is confirmed, so it comes as an SMS.
    const isTold = async () => (await textsTo(person.number)).some(({ text }) => /name your payout details/.test(text));
    await until(isTold, 'the SMS');
    done(await name(person));
    expect(await payout.becomes('confirmed')).toMatchObject({ to: 'KZ•• •••• •••• •••• 0100', waitsFor: null });
  });

  it('that the bank refuses because the account is closed tells the payee to give other details, and goes there by itself', async () => {
    const person = await registerUnderOffer(api, ['contractor']);
    const payout = await payOut(person, AMOUNT, (life) => sandbox.trouble(life, 'payout-account-closed'));
    expect(await payout.becomes('refused')).toMatchObject({
      fault: { reason: 'account-closed', words: 'The account is closed, or the card is not valid any more: give other details.' },
    });
    const isTold = async () => (await textsTo(person.number)).some(({ text }) => /name others/.test(text));
    await until(isTold, 'the SMS');
    await setParameter(api.owner, 'payoutDetailsHours', 0.001);
    const { coming, present } = done(await name(person, FIRST));
    expect((coming ?? present)?.masked).toBe('KZ•• •••• •••• •••• 0100');
    await setParameter(api.owner, 'payoutDetailsHours', 48);
    // It waits for the new ones to count, and does not try the closed account again.
    expect(await payout.becomes('confirmed')).toMatchObject({ to: 'KZ•• •••• •••• •••• 0100', fault: null });
    expect((await sentTo(payout.life)).map(({ to }) => to)).toEqual([OTHER, { ...FIRST, iban: 'KZ86125KZT5004100100' }]);
  });

  it('beyond the limit of a day waits until the next day', async () => {
    await setParameter(api.owner, 'payoutDayLimit', AMOUNT + 1);
    const person = await registerUnderOffer(api, ['contractor']);
    const first = await payOut(person, AMOUNT);
    await first.becomes('confirmed');
    const second = await payOut(person, 2);
    const { waitsFor } = await second.becomes('unready.term');
    expect(waitsFor).toMatchObject({ reason: 'day', until: expect.stringMatching(/T19:00:00\.000Z$/) });
    // Two at once do not use the same room.
    const another = await registerUnderOffer(api, ['contractor']);
    const both = await Promise.all([payOut(another, AMOUNT), payOut(another, AMOUNT)]);
    const states = await until(async () => {
      const found = await Promise.all(both.map(async ({ see }) => (await see()).state));
      return found.every((state) => ['confirmed', 'unready.term'].includes(state)) && found;
    }, 'both to be decided');
    expect(states.toSorted()).toEqual(['confirmed', 'unready.term']);
    await setParameter(api.owner, 'payoutDayLimit', 100_000_000);
  });

  it('above the threshold waits for two persons of the staff, and one alone cannot let it go', async () => {
    await setParameter(api.owner, 'payoutAloneLimit', AMOUNT - 1);
    const person = await registerUnderOffer(api, ['contractor']);
    // That the details are named is told to open payouts, and would prepare it once more.
    const told = async () =>
      (await api.rows(`select from effect where life = $1 and kind = 'tellPayouts' and open`, `account/${person.id}`)).length === 0;
    await until(told, 'the open payouts to be told');
    const payout = await payOut(person);
    expect(await payout.becomes('unready.large')).toMatchObject({ waitsFor: { reason: 'large' }, commands: [] });
    const reasons = { reasons: 'Compared with the deal' };
    const proposed = done(await api.as(staff[0]).post<{ id: string }>(`${payout.path}/allow`, reasons, { key: null }));
    expect((await payout.see()).state).toBe('unready.large');
    expect((await decide(api, staff[0], proposed)).problem?.code).toBe('rule-refused');
    done(await decide(api, staff[1], proposed));
    await payout.becomes('confirmed');
    await setParameter(api.owner, 'payoutAloneLimit', 50_000_000);
  });
});

describe('a contractor who has named no payout details', () => {
  const told = async (person: Person): Promise<number> =>
    (await api.rows(`select distinct seq from notice where account = $1 and template = 'payout-details-needed'`, person.id)).length;
  const accept = async (person: Person, payment: 'platform' | 'direct'): Promise<void> => {
    const customer = await api.join(['customer']);
    const { id, version } = await api.as(customer).postTask({ payment });
    await api.as(person).command(id, 'accept', { version });
  };

  it('is told so once, at the acceptance of a task that the platform pays', async () => {
    const [person, named] = [await newcomer(), await newcomer()];
    for (const each of [person, named]) done(await api.as(each).put('/v1/accounts/me/requisites', requisitesOf('Айгүл')));
    await accept(person, 'direct');
    await accept(person, 'platform');
    await until(async () => (await told(person)) === 1, 'the notice');
    await accept(person, 'platform');
    done(await name(named));
    await accept(named, 'platform');
    await until(async () => (await api.rows(`select from effect where kind = 'askDetails' and open`)).length === 0, 'the effects');
    expect([await told(person), await told(named)]).toEqual([1, 0]);
  });
});
