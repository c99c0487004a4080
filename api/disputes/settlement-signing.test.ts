import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { verify } from '../../lives/verify.ts';
import { HEAD } from '../../local/fictitious-requisites.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { pass } from '../../testing/engine/pass.ts';
import { acceptedTask } from '../../testing/lives/tasks.ts';
import type { Registered } from '../../testing/people/accounts.ts';
import { registerUnderOffer } from '../../testing/people/accounts.ts';
import { done } from '../../testing/people/registration.ts';
import type { SigningKeys } from '../../testing/stand-ins/signing-keys.ts';
import { openSigningKeys } from '../../testing/stand-ins/signing-keys.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { DisputeFacts } from './schema.ts';

type Dispute = z.output<typeof DisputeFacts> & {
  id: string;
  seq: number;
  state: string;
  commands: { name: string; consequences?: string }[];
};
interface Paper {
  sha256: string;
  signing: string;
  state: string;
  waitsForMe: boolean;
}

const DAY = 86_400_000;

let keys: SigningKeys;
let api: Api;
let company: Registered;
let contractor: Registered;
beforeAll(async () => {
  keys = await openSigningKeys();
  api = await openApi({ signatures: keys.verifier });
  await api.owner.query(`update parameter set value = '[1, 1, 3]' where code = 'leastWayOfSettlement'`);
  company = await registerUnderOffer(api, ['customer'], { kind: 'company' });
  contractor = await registerUnderOffer(api, ['contractor']);
});
afterAll(async () => {
  await api.close();
  keys.authority.close();
});

const say = async (person: Person, id: string, name: string, body: object = {}, key: string = randomUUID()): Promise<Dispute> =>
  done(await api.as(person).post<Dispute>(`/v1/disputes/${id}/${name}`, body, { key }));
const read = async (id: string): Promise<Dispute> => done(await api.as(company).get<Dispute>(`/v1/disputes/${id}`));
const debtsOf = (id: string) => api.rows(`select from life where id like 'debt/' || $1 || '%'`, id);

/** A claim for damages that was rejected, and answered with an offer of the contractor. */
async function offered(): Promise<string> {
  const task = await acceptedTask(api, company, contractor);
  const sum = { amount: 90_000, calculation: [{ what: 'A ladder', amount: 90_000 }] };
  const claim = { task, against: 'counterparty', about: 'damages', demand: 'It fell', ...sum };
  const { id } = done(await api.as(contractor).post<Dispute>('/v1/disputes', claim));
  await say(company, id, 'reject', { reasons: 'It did not' });
  await say(contractor, id, 'offer', { version: 1, amount: 60_000 });
  return id;
}

/** The settlement as the company has it, once the worker has drawn it. */
async function settlementOf(id: string): Promise<Paper> {
  const found = async () => done(await api.as(company).get<{ items: Paper[] }>(`/v1/documents?of=dispute/${id}&kind=settlement`)).items[0];
  await until(async () => (await found()) !== undefined, 'the settlement to be drawn');
  return (await found()) as Paper;
}

const becomes = (id: string, state: string) => until(async () => (await read(id)).state === state, `the dispute to be ${state}`);

it('settles a dispute only once the settlement is signed, also if the worker comes late, and once', async () => {
  const id = await offered();
  const accept = (await read(id)).commands.find(({ name }) => name === 'accept-offer');
  expect(accept?.consequences).toMatch(/settlement is drawn and has to be signed or confirmed/);
  const key = randomUUID();
  const waiting = await say(company, id, 'accept-offer', { version: 1 }, key);
  expect(waiting).toMatchObject({ state: 'signing', commands: [], outcome: null, agreed: { by: 'offer', signed: [] } });
  expect(waiting.agreed?.toClaimant).toEqual({ amount: 60_000, currency: 'KZT' });
  expect((await say(company, id, 'accept-offer', { version: 1 }, key)).seq).toBe(waiting.seq);
  expect(await debtsOf(id)).toEqual([]);

  await api.withWorker(async () => {
    const { sha256, signing, waitsForMe } = await settlementOf(id);
    expect(waitsForMe).toBe(true);
    const asked = done(await api.as(company).get<{ confirmations: { party: string }[]; ways: object }>(signing));
    expect(asked).toMatchObject({ confirmations: [{ party: 'contractor', way: 'account' }], ways: { customer: ['cms'] } });
    const account = await api.as(company).post(`${signing}/sign`, { sha256 });
    expect(account.problem).toMatchObject({ rule: 'wayCounts' });
    expect(await debtsOf(id)).toEqual([]);

    const bytes = Buffer.from((await api.as(company).get<string>(`/v1/documents/${sha256}/content`)).body, 'latin1');
    const owner = { ...HEAD, company: { name: 'ТОО «Пример»', bin: company.identifier, role: 'head' as const } };
    done(await api.as(company).post(`${signing}/sign`, { sha256, cms: keys.sign(bytes, owner) }));
    await becomes(id, 'settled');
    expect(await read(id)).toMatchObject({ agreed: null, outcome: { by: 'offer', toClaimant: { amount: 60_000 } } });
    expect(await debtsOf(id)).toHaveLength(1);
    const life = `dispute/${id}`;
    expect(await verify(api.lives, life)).toBeUndefined();
    expect(await api.rows(`select from event where life = $1 and type = 'unexpected'`, life)).toEqual([]);
  });
});

it('goes on with the talks if a signature is refused: the offer counts as declined, and another may be made', async () => {
  const id = await offered();
  await say(company, id, 'accept-offer', { version: 1 });
  await api.withWorker(async () => {
    const { signing } = await settlementOf(id);
    done(await api.as(company).post(`${signing}/refuse`, { reasons: 'We think again' }));
    await becomes(id, 'talks.answered');
    expect(await read(id)).toMatchObject({ agreed: null, outcome: null, offers: [{ declined: true }] });
    const refused = await api.as(company).post(`/v1/disputes/${id}/accept-offer`, { version: 1 });
    expect(refused.status).toBe(409);
    expect((await say(contractor, id, 'offer', { version: 2, amount: 50_000 })).offers).toHaveLength(2);
    expect(await debtsOf(id)).toEqual([]);
  });
});

it('ends the pre-trial step if nobody signs and the talks have run out meanwhile', async () => {
  const id = await offered();
  const { agreed } = await say(company, id, 'accept-offer', { version: 1 });
  await api.withWorker(async () => {
    const { signing } = await settlementOf(id);
    // The term of the talks passes, and decides nothing while the settlement waits.
    await pass(api, `dispute/${id}`, 60 * DAY);
    expect(await read(id)).toMatchObject({ state: 'signing', agreed: { signBy: agreed?.signBy } });
    await pass(api, signing.replace('/v1/signings/', 'signing/'), 30 * DAY);
    await becomes(id, 'unsettled.open');
    expect(await read(id)).toMatchObject({ agreed: null, outcome: null, certificate: { endedBy: 'term' } });
    expect(await debtsOf(id)).toEqual([]);

    // A joint order is signed too. It is declined by a refusal, and the step stays ended.
    await say(contractor, id, 'joint-instruction', { amount: 40_000 });
    expect(await say(company, id, 'confirm-instruction', { version: 1 })).toMatchObject({
      state: 'signing',
      agreed: { by: 'instruction' },
    });
    const refuse = async () => done(await api.as(company).post(`${(await settlementOf(id)).signing}/refuse`, { reasons: 'No' }));
    await until(async () => (await settlementOf(id)).state === 'awaited', 'the second settlement');
    await refuse();
    await becomes(id, 'unsettled.open');
    expect((await api.as(company).post(`/v1/disputes/${id}/confirm-instruction`, { version: 1 })).status).toBe(409);
    expect(await verify(api.lives, `dispute/${id}`)).toBeUndefined();
  });
});

it('settles at once where the accounts of both count, and where the operator is the other side', async () => {
  const person = await registerUnderOffer(api, ['customer']);
  const task = await acceptedTask(api, person, contractor);
  const sum = { amount: 90_000, calculation: [{ what: 'A ladder', amount: 90_000 }] };
  const claim = { task, against: 'counterparty', about: 'damages', demand: 'It fell', ...sum };
  const { id } = done(await api.as(contractor).post<Dispute>('/v1/disputes', claim));
  await say(person, id, 'reject', { reasons: 'It did not' });
  await say(contractor, id, 'offer', { version: 1, amount: 60_000 });
  expect((await say(person, id, 'accept-offer', { version: 1 })).state).toBe('settled');
  expect(await debtsOf(id)).toHaveLength(1);

  const own = done(
    await api.as(company).post<Dispute>('/v1/disputes', {
      ...{ against: 'operator', happenedOn: todayInAlmaty() },
      ...{ about: 'conduct', demand: 'Answer our letters' },
    }),
  );
  const staff = await api.join(['operator']);
  await say(staff, own.id, 'reject', { reasons: 'We do' });
  await say(company, own.id, 'offer', { version: 1, until: '2036-01-31' });
  expect((await say(staff, own.id, 'accept-offer', { version: 1 })).state).toBe('settled');
});

it('is an admission at once: it binds by itself, and no settlement is drawn that would have to be signed', async () => {
  const task = await acceptedTask(api, company, contractor);
  const sum = { amount: 90_000, calculation: [{ what: 'A ladder', amount: 90_000 }] };
  const claim = { task, against: 'counterparty', about: 'damages', demand: 'It fell', ...sum };
  const { id } = done(await api.as(contractor).post<Dispute>('/v1/disputes', claim));
  expect((await say(company, id, 'admit')).state).toBe('settled');
  const ordered = await api.rows<{ kind: string }>(
    `select params ->> 'kind' as kind from effect where life = $1 and kind = 'issuePaper' order by seq`,
    `dispute/${id}`,
  );
  expect(ordered.map(({ kind }) => kind)).toEqual(['claim', 'answer']);
});
