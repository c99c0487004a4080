import { readFileSync } from 'node:fs';
import { apiTypes } from '../web/api-types.ts';
import { apiDocument } from './api-document.ts';

test('web/shared/api.ts is current (npm run types)', () => {
  const kept = readFileSync(new URL('../web/shared/api.ts', import.meta.url), 'utf8');
  expect(kept.split('\n')).toEqual(apiTypes(apiDocument()).split('\n'));
});

test('a page that asks for what the API does not have is refused', () => {
  const { components, paths } = apiDocument();
  const { '/v1/tasks': _, ...others } = paths;
  expect(() => apiTypes({ components, paths: others })).toThrow('/v1/tasks');
});
