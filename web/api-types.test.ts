import { readFileSync } from 'node:fs';
import type { Api } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';
import type { ApiDocument } from './api-types.ts';
import { apiTypes } from './api-types.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

test('web/shared/api.ts is current (npm run types)', async () => {
  const kept = readFileSync(new URL('shared/api.ts', import.meta.url), 'utf8');
  const { body } = await api.as().get<ApiDocument>('/openapi.json');
  expect(kept.split('\n')).toEqual(apiTypes(body).split('\n'));
});
