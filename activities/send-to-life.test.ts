import type { SendToLife } from '../charts/effects.ts';
import type { Effect } from '../lives/effects.ts';
import { acceptedTask } from '../testing/lives/tasks.ts';
import { done } from '../testing/people/registration.ts';
import type { Api, Person } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';
import { sendToLife } from './send-to-life.ts';

let api: Api;
let customer: Person;
let contractor: Person;
beforeAll(async () => {
  api = await openApi({ sweeping: false });
  [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
});
afterAll(() => api.close());

const close = ({ life, seq, index }: { life: string; seq: number; index: number }) =>
  api.owner.query('update effect set open = false where (life, seq, index) = ($1, $2, $3)', [life, seq, index]);

it('a message waits for an earlier one to the same life, however slow that is: what was admitted counts although the claim is dropped', async () => {
  const task = await acceptedTask(api, customer, contractor);
  for (const name of ['start', 'submit']) await api.as(contractor).command(task, name);
  const claim = { task, against: 'counterparty', about: 'price', submission: 1, amount: 300_000, demand: 'One hour was idle' };
  const { id } = (await api.as(customer).post<{ id: string }>('/v1/disputes', claim)).body;
  done(await api.as(contractor).post(`/v1/disputes/${id}/admit-in-part`, { amount: 100_000, reasons: 'Twenty minutes' }));
  done(await api.as(customer).post(`/v1/disputes/${id}/drop`, {}));

  const messages = await api.rows<Pick<Effect<SendToLife>, 'life' | 'seq' | 'params'> & { index: number }>(
    `select life, seq, index, params from effect where kind = 'sendToLife' and life = $1 order by seq`,
    `dispute/${task}/1`,
  );
  expect(messages.map(({ params }) => params.type)).toEqual(['claimAdmitted', 'claimDropped']);
  const [admitted, dropped] = messages.map((message) => ({
    message,
    send: () =>
      sendToLife(api.worker.lives, api.worker.dispatch).perform({
        ...message,
        ...{ id: `${message.life}/${message.seq}/${message.index}`, kind: 'sendToLife', tries: 1 },
      } as Effect<SendToLife>),
  }));
  await expect(dropped?.send()).rejects.toThrow('an earlier message');
  await admitted?.send();
  await close(messages[0] as (typeof messages)[number]);
  await dropped?.send();
  // 15 000 less the 1 000 that was admitted.
  const { body } = await api.as(customer).get(`/v1/tasks/${task}`);
  expect(body.progress).toMatchObject({ claims: [] });
  await api.as(customer).command(task, 'approve');
  expect((await api.as(customer).get(`/v1/tasks/${task}`)).body.progress?.due).toEqual({ amount: 1_400_000, currency: 'KZT' });
});
