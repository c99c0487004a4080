import type { Api } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

it('names the operator to a stranger, and its bank account only while one is set', async () => {
  const { name, bin, address, phone, email, bank } = api.operatorEntity;
  const { status, body } = await api.as().get('/v1/contacts');
  expect(status).toBe(200);
  expect(body).toEqual({ name, bin, address, phone, email, bank, vat: null });
  await api.owner.query(`update parameter set value = '0' where code = 'operatorRequisitesSet'`);
  expect((await api.as().get('/v1/contacts')).body).toMatchObject({ name, bank: null });
});
