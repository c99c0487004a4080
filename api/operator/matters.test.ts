import { randomUUID } from 'node:crypto';
import { addressOf, drawn } from '../../testing/lives/signings.ts';
import { acceptedTask } from '../../testing/lives/tasks.ts';
import type { Registered } from '../../testing/people/accounts.ts';
import { employ, registerUnderOffer } from '../../testing/people/accounts.ts';
import { done } from '../../testing/people/registration.ts';
import type { Api } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

let api: Api;
let customer: Registered;
let contractor: Registered;
let staff: Registered;
let task: string;
let number: number;
beforeAll(async () => {
  api = await openApi();
  [customer, contractor, staff] = await Promise.all([
    registerUnderOffer(api, ['customer']),
    registerUnderOffer(api, ['contractor']),
    employ(api, ['support']),
  ]);
  task = await acceptedTask(api, customer, contractor);
  ({ number } = done(await api.as(staff).get(`/v1/tasks/${task}`)));
});
afterAll(() => api.close());

interface Matter {
  life: string;
  lifeName: string;
  number: number;
  title: string | null;
  stateName: string;
  href: string;
}
const search = async (words: string, language = 'ru'): Promise<Matter[]> =>
  done(await api.as(staff).get<{ items: Matter[] }>(`/v1/operator/search?words=${encodeURIComponent(words)}`, { language })).items;
const hrefs = async (words: string): Promise<string[]> => (await search(words)).map(({ href }) => href);

describe('a matter', () => {
  it('is found by its number or id, also by what a provider has, with its name and state in words', async () => {
    const [found, ...others] = await search(`№ ${number}`);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ life: 'task', lifeName: 'Задание', number, title: 'Move a piano', href: `/v1/tasks/${task}` });
    expect(found?.stateName).toMatch(/^[А-Я]/);
    for (const words of [String(number), task, task.toUpperCase(), `task/${task}`, `task/${task}/3/0`])
      expect([words, await hrefs(words)]).toEqual([words, [`/v1/tasks/${task}`]]);
  });

  it('is an account, by the phone of a member, or by IIN; its name is masked', async () => {
    for (const words of [customer.number, customer.number.replace('+7', '8'), customer.identifier]) {
      const found = await search(words);
      expect([words, found.map(({ href }) => href)]).toEqual([words, [`/v1/accounts/${customer.id}`]]);
      expect(found[0]?.title).toMatch(/^А\. [0-9a-f]\.$/);
      expect(JSON.stringify(found)).not.toContain(customer.name);
    }
  });

  it('is what a paper belongs to, by its number or what its QR code leads to', async () => {
    const signing = await drawn(api, task);
    const [paper] = await api.rows<{ reference: string; number: string }>(
      'select reference, number from document_of_life where life = $1',
      signing,
    );
    expect(await hrefs(paper?.reference as string)).toEqual([addressOf(signing)]);
    expect(await hrefs(paper?.number as string)).toContain(addressOf(signing));
  });

  it('is not found by a part of anything, nor by words that mean more to a database', async () => {
    for (const words of [
      task.slice(0, 8),
      customer.identifier.slice(0, 11),
      '%',
      '_',
      `${number}.0`,
      `-${number}`,
      randomUUID(),
      '0',
      "' or 1=1",
    ])
      expect([words, await search(words)]).toEqual([words, []]);
    expect(done(await api.as(staff).get('/v1/operator/search'))).toEqual({ items: [] });
  });

  it('is for the staff alone, who say why, and whom it concerns reads that they looked', async () => {
    expect((await api.as(customer).get('/v1/operator/search?words=1')).problem?.code).toBe('wrong-party');
    expect((await api.as(customer).get(`/v1/operator/lives/task/${task}`)).problem?.code).toBe('not-found');
    const url = `${api.url}/v1/operator/search?words=${number}`;
    const unreasoned = await fetch(url, { headers: { Authorization: `Bearer ${staff.token}` } });
    expect([unreasoned.status, ((await unreasoned.json()) as { code: string }).code]).toEqual([400, 'reason-needed']);
    const before = new Date().toISOString();
    await search(String(number));
    const { items } = done(await api.as(contractor).get<{ items: { operation: string; at: string }[] }>('/v1/accounts/me/readings'));
    expect(items.filter(({ at }) => at >= before).map(({ operation }) => operation)).toEqual(['searchMatters']);
  });
});

describe('what the platform does for a life', () => {
  it('is its effects, what it booked, related lives, and that its chain holds', async () => {
    const signing = await drawn(api, task);
    const inside = done(await api.as(staff).get<Record<string, never>>(`/v1/operator/lives/task/${task}`, { language: 'ru' }));
    expect(inside).toMatchObject({ matter: { number, lifeName: 'Задание' }, fault: null, postings: [] });
    const { related } = inside as unknown as { related: Matter[] };
    expect(related).toContainEqual(expect.objectContaining({ life: 'signing', href: addressOf(signing) }));
    expect(related.filter(({ href }) => !href.includes(task))).toEqual([]);
    const titles = (inside as unknown as { effects: { title: string }[] }).effects.map(({ title }) => title);
    expect(titles).toContain('Отправка письма');
    expect(titles.filter((title) => !/^[А-Я]/.test(title))).toEqual([]);
  });

  it('is shown of a life that many others are related to', async () => {
    const other = await acceptedTask(api, customer, contractor);
    for (const kind of ['fee', 'receipt'])
      await api.owner.query(
        `insert into life (id, kind, seq, state, done, at) select $1 || '/' || $2 || '/' || n, $1, 1, 'done', true, now() from generate_series(90, 139) as n`,
        [kind, other],
      );
    const signing = await drawn(api, other);
    const path = `/v1/operator/lives/${signing.replace(/\/(\d+)$/, '.$1')}`;
    const inside = done(await api.as(staff).get<{ matter: Matter; related: Matter[] }>(path));
    expect(inside.matter).toMatchObject({ life: 'signing', href: addressOf(signing) });
    expect(inside.related).toHaveLength(50);
  });

  it('is not there for a life that does not exist', async () => {
    for (const path of [`task/${randomUUID()}`, `payment/${task}`, `nothing/${task}`])
      expect((await api.as(staff).get(`/v1/operator/lives/${path}`)).problem?.code).toBe('not-found');
  });
});
