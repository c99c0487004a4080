/** The operator's commission on claims about the work of a task that is over (3.2). The plan: 5 %, at least 500 ₸ and at most 5 000 ₸ for a task. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { bill } from '../../activities/bill.ts';
import { linesOf } from '../../models/stores/invoice.ts';
import { inTwoMonths } from '../../testing/lives/invoices.ts';
import { acceptedTask, closedTask } from '../../testing/lives/tasks.ts';
import { chargeCommission } from '../../testing/people/tariffs.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { FeeFacts } from '../fees/schema.ts';
import { kebab } from '../resource/fields.ts';
import type { DisputeFacts } from './schema.ts';

interface Dispute extends z.output<typeof DisputeFacts> {
  id: string;
  state: string;
  commands: { name: string; consequences?: string }[];
}
type Fee = z.output<typeof FeeFacts> & { id: string; state: string };

let api: Api;
let customer: Person;
let contractor: Person;
beforeAll(async () => {
  api = await openApi({ ownDatabase: true });
  await chargeCommission(api, { rate: 500, minimum: 50_000, maximum: 500_000 });
});
beforeEach(async () => {
  [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
});
afterAll(() => api.close());

const tenge = (amount: number) => ({ amount: amount * 100, currency: 'KZT' });

async function claim(by: Person, task: string, amount: number, more: object = { about: 'price' }): Promise<Dispute> {
  const body = { task, against: 'counterparty', amount: amount * 100, demand: 'As was agreed', ...more };
  const { status, body: dispute, problem } = await api.as(by).post<Dispute>('/v1/disputes', body);
  if (status !== 201) throw new Error(JSON.stringify(problem));
  return dispute;
}
const post = async <Body>(person: Person, path: string, body: object): Promise<Body> => {
  const { body: answer, problem } = await api.as(person).post<Body>(path, body, { key: randomUUID() });
  if (problem) throw new Error(JSON.stringify(problem));
  return answer;
};
const does = (person: Person, { id }: Dispute, name: string, body: object = {}) =>
  post<Dispute>(person, `/v1/disputes/${id}/${kebab(name)}`, body);
const brings = async (person: Person, { id }: Dispute, name: string): Promise<string> => {
  const { commands } = (await api.as(person).get<Dispute>(`/v1/disputes/${id}`)).body;
  return words(commands.find((each) => each.name === name)?.consequences);
};
const previews = async (person: Person, { id }: Dispute, name: string, body: object): Promise<string> =>
  words((await post<{ consequences: string | null }>(person, `/v1/disputes/${id}/${name}?preview=true`, body)).consequences);
const words = (said: string | null | undefined): string => (said ?? '').replaceAll('\u00a0', ' ');

/** The fees of the customer, the first one first: the sum, the claim, and the account of the work after it. */
async function fees(): Promise<[fee: number, of: string | null, work?: number, charged?: number][]> {
  const { items } = (await api.as(customer).get<{ items: { id: string }[] }>('/v1/fees')).body;
  const read = await Promise.all(items.map(async ({ id }) => (await api.as(customer).get<Fee>(`/v1/fees/${id}`)).body));
  return read.reverse().map(({ principal, claim: of }) => {
    const fee = principal.amount / 100;
    return of === null ? [fee, null] : [fee, of.dispute, of.work.amount / 100, of.charged.amount / 100];
  });
}
/** Every order of the customer's disputes is carried out. */
const charged = (count: number) => api.withWorker(() => until(async () => (await fees()).length === count, `${count} fees`));
const owed = async (): Promise<number> =>
  Number((await api.rows<{ owed: string }>('select -balance($1) as owed', `receivable/${customer.id}`))[0]?.owed) / 100;

it('is charged on what is admitted in part and agreed, and on a second claim, and never more than on the whole', () =>
  api.withWorker(async () => {
    // 15 000 ₸ were accepted, directly paid: 750 ₸ were charged.
    const task = await closedTask(api, customer, contractor);
    const first = await claim(contractor, task, 90_000);
    // Of 105 000 ₸ it is 5 250 ₸, and the most is 5 000 ₸.
    expect(await brings(customer, first, 'admit')).toBe(
      'The dispute ends. Due to the claimant in all: 90,000.00 ₸. Beside that, the fee of the operator is charged, which the customer pays (3.2): 4,250.00 ₸.',
    );
    expect(await brings(customer, first, 'admit-in-part')).toContain('which the customer pays (3.2), at most: 4,250.00 ₸.');
    // Of 25 000 ₸ it is 1 250 ₸, of which 750 ₸ were charged.
    const part = { amount: 1_000_000, reasons: 'Two walls' };
    expect(await previews(customer, first, 'admit-in-part', part)).toContain('which the customer pays (3.2): 500.00 ₸.');
    await does(customer, first, 'admitInPart', part);
    await charged(2);

    // Of 40 000 ₸ it is 2 000 ₸.
    const offer = { version: 1, amount: 1_500_000 };
    expect(await previews(customer, first, 'offer', offer)).toContain('which the customer pays (3.2): 750.00 ₸.');
    await does(customer, first, 'offer', offer);
    // The contractor pays nothing (3.3), and reads nothing of it.
    expect(await brings(contractor, first, 'accept-offer')).toBe('The dispute ends. Due to the claimant in all: 25,000.00 ₸.');
    await does(contractor, first, 'acceptOffer', { version: 1 });
    await charged(3);

    // Of 140 000 ₸ it is the most, 5 000 ₸.
    const second = await claim(contractor, task, 100_000);
    await does(customer, second, 'admit');
    await charged(4);
    expect(await fees()).toEqual([
      [750, null],
      [500, first.id, 25_000, 25_000],
      [750, first.id, 40_000, 40_000],
      [3_000, second.id, 140_000, 140_000],
    ]);
    expect(await owed()).toBe(5_000);
  }));

it('is the least of the task where nothing was accepted before, and covers more work of it', () =>
  api.withWorker(async () => {
    const task = await acceptedTask(api, customer, contractor);
    await api.as(customer).command(task, 'cancel', { reasons: 'Moved house' });
    const [first, second] = [await claim(contractor, task, 4_000), await claim(contractor, task, 5_000)];
    expect(await brings(customer, first, 'admit')).toContain('which the customer pays (3.2): 500.00 ₸.');
    await does(customer, first, 'admit');
    await charged(1);
    expect(await brings(customer, second, 'admit')).toContain('which the customer pays (3.2): 0.00 ₸.');
    await does(customer, second, 'admit');
    await charged(2);
    // 5 % of 4 000 ₸ is 200 ₸, of 9 000 ₸ it is 450 ₸.
    expect(await fees()).toEqual([
      [500, first.id, 4_000, 4_000],
      [0, second.id, 9_000, 9_000],
    ]);
  }));

it('stays on a price that goes down after the acceptance, as in the task, and counts towards what comes later', () =>
  api.withWorker(async () => {
    const task = await closedTask(api, customer, contractor);
    const back = await claim(customer, task, 4_000);
    expect(await brings(contractor, back, 'admit')).toBe('The dispute ends. The price of the work goes down by: 4,000.00 ₸.');
    await does(contractor, back, 'reject', { reasons: 'It was done' });
    await does(contractor, back, 'offer', { version: 1, amount: 300_000 });
    expect(await brings(customer, back, 'accept-offer')).toContain(
      'The fee of the operator that was charged on the accepted price does not go down',
    );
    await does(customer, back, 'acceptOffer', { version: 1 });
    await charged(2);
    const more = await claim(contractor, task, 5_000);
    // Of 12 000 + 5 000 ₸ it is 850 ₸, of which 750 ₸ were charged.
    expect(await brings(customer, more, 'admit')).toContain('which the customer pays (3.2): 100.00 ₸.');
    await does(customer, more, 'admit');
    await charged(3);
    expect(await fees()).toEqual([
      [750, null],
      [0, back.id, 12_000, 15_000],
      [100, more.id, 17_000, 17_000],
    ]);
  }));

it('is charged on no damages, penalty or costs', () =>
  api.withWorker(async () => {
    const task = await closedTask(api, customer, contractor);
    for (const about of ['damages', 'penalty']) {
      const of = await claim(contractor, task, 6_000, { about, calculation: [{ what: 'A ladder', amount: 600_000 }] });
      expect(await brings(customer, of, 'admit')).toBe('The dispute ends. Due to the claimant in all: 6,000.00 ₸.');
      await does(customer, of, 'admit');
      expect(await api.rows(`select from effect where life = $1 and kind = 'chargeClaim'`, `dispute/${of.id}`)).toEqual([]);
    }
  }));

it('comes to the same, each claim once, when many are decided at once', () =>
  api.withWorker(async () => {
    const task = await closedTask(api, customer, contractor);
    const claims = await Promise.all(Array.from({ length: 6 }, () => claim(contractor, task, 3_000)));
    await Promise.all(claims.map((each) => does(customer, each, 'admit')));
    await charged(7);
    const own = (await fees()).slice(1);
    // 15 000 + 6 × 3 000 = 33 000 ₸: 1 650 ₸ in all, 150 ₸ each.
    expect(own.map(([fee]) => fee)).toEqual(claims.map(() => 150));
    expect(own.map(([, of]) => of).toSorted()).toEqual(claims.map(({ id }) => id).toSorted());
    expect(own.map(([, , work]) => work).toSorted()).toEqual([18_000, 21_000, 24_000, 27_000, 30_000, 33_000]);
    expect(await owed()).toBe(1_650);
  }));

it('is a line of the invoice of its month, which names the claim and the paper', () =>
  api.withWorker(async () => {
    const task = await closedTask(api, customer, contractor);
    const of = await claim(contractor, task, 10_000);
    await does(customer, of, 'admit');
    await charged(2);
    await bill(api.worker, inTwoMonths());
    const [invoice] = await api.rows<{ id: string }>('select id from invoice where customer = $1', customer.id);
    const [row] = await api.rows<{ number: string }>('select number from life where id = $1', `dispute/${of.id}`);
    const lines = await linesOf(api.lives.database, invoice?.id ?? '');
    expect(lines.map(({ principal, claim: named }) => [Number(principal), named])).toEqual([
      [75_000, null],
      [50_000, { number: row?.number, ground: 'admission' }],
    ]);
    expect(
      (await api.as(customer).get<{ principal: object }>(`/v1/invoices/${invoice?.id.slice('invoice/'.length)}`)).body.principal,
    ).toEqual(tenge(1_250));
  }));
