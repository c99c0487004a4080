/** At least a minute of siege, with the work that production asks for. */
import { siege } from '../../testing/probes/strangers.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ connections: 20, settings: { TRUSTED_PROXIES: ['127.0.0.1'] } });
  // The owners' own beginnings come from one address.
  await setParameter(api.owner, 'codesPerAddress', 200);
});
afterAll(() => api.close());

test('two hundred strangers who try for a minute or more shut none of twenty owners out; the counting of before would', async () => {
  const { during, after, tries, closed } = await siege(api, { tries: 2_001, seconds: 60 });
  for (const each of [during, after]) expect(each.filter(({ status }) => status !== 201)).toEqual([]);
  expect(tries.length).toBeGreaterThan(2_000);
  expect(closed.length).toBeGreaterThanOrEqual(15);
});
