import type { Effects } from '../charts/effects.ts';
import type { Effect } from '../lives/effects.ts';
import { debtLife, owe } from '../testing/lives/debts.ts';
import { done } from '../testing/people/registration.ts';
import type { Api, Person } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';
import { setOffDebt } from './set-off-debt.ts';

let api: Api;
let customer: Person;
let contractor: Person;
beforeAll(async () => {
  api = await openApi({ sweeping: false });
  [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
});
afterAll(() => api.close());

/** An accepted set-off whose effect nobody has performed, because no worker runs: the effect, and the other debt. */
async function accepted() {
  const sides = { customer: customer.id, contractor: contractor.id };
  const one = await owe(api, sides);
  const other = await owe(api, { ...sides, debtor: 'contractor', creditor: 'customer', amount: '30000' });
  done(await api.as(customer).post(`/v1/debts/${one}/propose-set-off`, { debt: other }));
  done(await api.as(contractor).post(`/v1/debts/${one}/accept-set-off`, { proposal: 1, debt: other }));
  const [row] = await api.rows<Pick<Effect, 'life' | 'seq' | 'params'> & { index: number }>(
    `select life, seq, index, params from effect where life = $1 and kind = 'setOffDebt'`,
    debtLife(one),
  );
  const { index, ...effect } = row as NonNullable<typeof row>;
  return { other, effect: { ...effect, id: `${effect.life}/${effect.seq}/${index}`, kind: 'setOffDebt', tries: 1 } };
}
const perform = (effect: object) => setOffDebt(api.worker.lives, api.worker.dispatch).perform(effect as Effect<Effects['setOffDebt']>);
const typesOf = async (id: string): Promise<string[]> =>
  (await api.rows<{ type: string }>('select type from event where life = $1 order by seq', debtLife(id))).map(({ type }) => type);

test('a repeated set-off gets the same answer and is applied once', async () => {
  const { other, effect } = await accepted();
  const answers = [await perform(effect), ...(await Promise.all([perform(effect), perform(effect)]))];
  expect(answers).toEqual(Array.from({ length: 3 }, () => ({ type: 'setOffDone', input: { left: '0' } })));
  expect(await typesOf(other)).toEqual(['owe', 'reduce']);
});

test('a debt that was paid meanwhile stays unchanged, however often the set-off is requested', async () => {
  const { other, effect } = await accepted();
  done(await api.as(customer).post(`/v1/debts/${other}/confirm`, {}));
  expect([await perform(effect), await perform(effect)]).toEqual(Array.from({ length: 2 }, () => ({ type: 'setOffFailed', input: {} })));
  expect(await typesOf(other)).toEqual(['owe', 'confirm']);
});
