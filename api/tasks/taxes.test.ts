/** What the payment of a task would bear, told to both before they are bound (3.4). Sums in comments are tenge. */
import { registerUnderOffer } from '../../testing/people/accounts.ts';
import { does, done, settle } from '../../testing/people/registration.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi, startable } from '../../testing/worlds/api.ts';

let api: Api;
let staff: Person;
let company: Person;
beforeAll(async () => {
  api = await openApi();
  staff = await api.join(['operator']);
  company = await registerUnderOffer(api, ['customer'], { kind: 'company' });
  await api.owner.query(`update parameter set value = '1000000000000' where code = 'unprovedTaskMostTiyn'`);
  await api.owner.query(`update parameter set valid_to = null where code in ('mrpTiyn', 'mzpTiyn')`);
});
afterAll(() => api.close());

async function contractor(status: string): Promise<Person> {
  const { person, account } = await settle(api);
  await does(api, person, account, 'declare-tax-status', { status, evidence: 'Receipt 17' });
  await does(api, staff, account, 'confirm-tax-status');
  return person;
}

interface Taxes {
  withholder: string;
  withheld: { name: string; amount: { amount: number } }[];
  net: { amount: number };
  waits: string | null;
  words: string;
}
const taxes = async (person: Person, id: string): Promise<Taxes[]> =>
  done(await api.as(person).get<{ taxes: Taxes[] }>(`/v1/tasks/${id}`, { language: 'en' })).taxes;
const plain = (text: string | undefined): string => (text ?? '').replaceAll('\u00a0', ' ');
/** 180 000. */
const lines = [{ name: 'Loading', unit: 'hour', quantity: 1, unitPrice: 18_000_000 }];
const tenge = (each: { amount: number }): number => each.amount / 100;

test('a self-employed contractor reads before accepting that 180 000 bring 172 800', async () => {
  const person = await contractor('selfEmployed');
  const { id } = done(await api.as(company).post<{ id: string }>('/v1/tasks', startable({ payment: 'platform', lines })));
  const [own, ...others] = await taxes(person, id);
  expect(others).toEqual([]);
  expect([own?.withholder, own && tenge(own.net), own?.waits]).toEqual(['operator', 172_800, null]);
  expect(own?.withheld.map(({ name, amount }) => [name, tenge(amount)])).toEqual([
    ['opv', 1_800],
    ['opvr', 1_800],
    ['so', 1_800],
    ['vosms', 1_800],
  ]);
  expect(plain(own?.words)).toBe('As a tax agent the operator withholds 7,200.00 ₸, and the contractor receives 172,800.00 ₸.');
  // A customer who has nobody to choose from reads of nobody.
  expect(await taxes(company, id)).toEqual([]);
});

test('a company reads what it has to withhold from a natural person who responds, and does not pay that person through the platform', async () => {
  const person = await contractor('naturalPerson');
  const post = (payment: 'direct' | 'platform') =>
    api.as(company).post<{ id: string; version: number }>('/v1/tasks', startable({ payment, lines, match: 'choice' }));
  const direct = done(await post('direct'));
  done(await api.as(person).post(`/v1/tasks/${direct.id}/respond`, { version: 1 }));
  const [told] = await taxes(company, direct.id);
  expect([told?.withholder, told && tenge(told.net), told?.waits]).toEqual(['customer', 135_270, null]);
  expect(told?.withheld.map(({ name, amount }) => [name, tenge(amount)])).toEqual([
    ['iit', 15_030],
    ['opv', 18_000],
    ['vosms', 3_600],
    ['so', 8_100],
  ]);
  expect(plain(told?.words)).toContain('withholds and transfers 44,730.00 ₸ and pays the contractor 135,270.00 ₸');
  const { commands } = done(
    await api.as(company).get<{ commands: { name: string; consequence?: unknown }[] }>(`/v1/tasks/${direct.id}`, { language: 'en' }),
  );
  expect(JSON.stringify(commands.find(({ name }) => name === 'choose'))).toContain('you withhold and transfer the taxes');
  done(await api.as(company).post(`/v1/tasks/${direct.id}/choose`, { version: 1, contractor: person.id, response: 1 }));

  const through = done(await post('platform'));
  done(await api.as(person).post(`/v1/tasks/${through.id}/respond`, { version: 1 }));
  expect((await taxes(company, through.id))[0]?.waits).toBe('withoutRegime');
  const refused = await api.as(company).post(`/v1/tasks/${through.id}/choose`, { version: 1, contractor: person.id, response: 1 });
  expect([refused.status, refused.problem?.rule, refused.problem?.clause]).toEqual([422, 'payableThroughPlatform', '3.4']);
});

test('an estimate that lacks a parameter of the day keeps nobody from reading the task', async () => {
  const person = await contractor('selfEmployed');
  const { id } = done(await api.as(company).post<{ id: string }>('/v1/tasks', startable({ payment: 'platform', lines })));
  await api.owner.query(`update parameter set valid_to = '2020-01-01', valid_from = '2019-01-01' where code = 'mrpTiyn'`);
  expect(await taxes(person, id)).toEqual([]);
});
