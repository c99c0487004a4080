/** A short siege with little work. strangers.exhaustive.test.ts has a whole minute with the work of production. */
import { siege } from '../../testing/probes/strangers.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

let api: Api;
let end: Awaited<ReturnType<typeof siege>>;
beforeAll(async () => {
  api = await openApi({ connections: 20, settings: { TRUSTED_PROXIES: ['127.0.0.1'] } });
  // The owners' own beginnings come from one address and count for nothing here; their work takes a hundredth of the time.
  for (const code of ['codesPerAddress', 'codesPerAddressMost']) await setParameter(api.owner, code, 200);
  for (const [code, bits] of [
    ['workLeastBits', 7],
    ['workMostBits', 13],
  ] as const)
    await setParameter(api.owner, code, bits);
  // Of 3 000 tries about a hundred failures come from the crowded address: by chance too few for the control.
  end = await siege(api, { tries: 4_500 });
});
afterAll(() => api.close());

describe('two hundred strangers who try every way at the numbers of twenty owners', () => {
  it('shut out none of them, neither meanwhile nor afterwards, also behind the same address', () => {
    for (const each of [end.during, end.after]) {
      expect(each).toHaveLength(20);
      expect(each.filter(({ status }) => status !== 201)).toEqual([]);
    }
  });

  it('cost owners on known devices nothing, and the others some work', () => {
    const worked = [...end.during, ...end.after].filter(({ works }) => works > 0).map(({ way }) => way);
    expect(worked).not.toContain('known device');
    expect(worked).not.toContain('key');
    expect(worked.length).toBeGreaterThan(0);
  });

  it('were many, and most were refused before their guess was checked', async () => {
    expect(end.tries.length).toBeGreaterThanOrEqual(3_000);
    expect(end.statuses.get(500)).toBeUndefined();
    expect(end.statuses.get(201)).toBeUndefined();
    expect(end.statuses.get(429) ?? 0).toBeGreaterThan(100);
    // The bound of all guesses at one number holds, and so does the bound of texts.
    const [guesses] = await api.rows<{ most: number }>(
      `select max(count)::int as most from (select count(*) from failed_proof where kind = 'password' and device is null group by subject_hash) each`,
    );
    expect(guesses?.most).toBeLessThanOrEqual(50);
    const [texts] = await api.rows<{ most: number }>(
      'select max(count)::int as most from (select count(*) from sms group by number_hash) each',
    );
    expect(texts?.most).toBeLessThanOrEqual(25);
  });

  it('control: the counting of before, fed with the same tries, shuts owners of every way out', () => {
    const closed = Map.groupBy(end.closed, ({ way }) => way);
    expect([...closed.keys()].toSorted()).toEqual(['code', 'key', 'known device', 'password']);
    expect(end.closed.length).toBeGreaterThanOrEqual(15);
  });
});
