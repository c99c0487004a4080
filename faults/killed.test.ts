import { randomUUID } from 'node:crypto';
import { until } from '../testing/world.ts';
import { acknowledgedBy, ask, pathOf } from './deal.ts';
import { posting } from '../testing/api.ts';
import type { Acknowledged } from './invariants.ts';
import type { Person, Scene, Started } from './scene.ts';
import { openScene } from './scene.ts';

describe('the API, killed in the middle of a command', () => {
  let scene: Scene;
  let sound: Started;
  let people: Record<'customer' | 'contractor', Person>;
  const acknowledged: Acknowledged[] = [];
  let id = '';

  beforeAll(async () => {
    scene = await openScene();
    people = { customer: await scene.person('customer'), contractor: await scene.person('contractor') };
    sound = scene.start('server.ts');
    const worker = scene.start('worker.ts');
    await Promise.all([sound.up(), worker.up()]);
  });
  afterAll(() => scene.close());

  it.each([
    ['before the signal', 'customer', 'post', posting()],
    ['before the answer', 'contractor', 'accept', { version: 1 }],
    ['before the signal', 'contractor', 'start', {}],
  ] as const)('%s: the %s repeats "%s" with the same key and has the receipt of the one event', async (moment, party, name, body) => {
    const api = scene.start('faults/api.ts');
    await api.up();
    await api.arm({ moment, of: name });
    const key = randomUUID();
    await expect(ask(api.url + pathOf(name, id), people[party], body, key)).rejects.toThrow();
    expect(await api.ended).toBe('SIGKILL');

    const said = await scene.rows<{ life: string }>('select life from event where key = $1', `account/${people[party].account}/${key}`);
    expect(said).toHaveLength(1);
    const again = await ask(sound.url + pathOf(name, id), people[party], body, key);
    expect(again).toMatchObject({ replayed: true, body: { receipt: { type: name } } });
    id = again.body.id;
    acknowledged.push(acknowledgedBy(people[party], key, again));
    expect(said).toEqual([{ life: `task/${id}` }]);
    expect(await scene.broken(() => ({ acknowledged }))).toEqual([]);
  });

  it('after the answer and before the signal: the workflow hears of it all the same', async () => {
    const api = scene.start('faults/api.ts');
    await api.up();
    await api.arm({ moment: 'after the answer', of: 'submit' });
    const key = randomUUID();
    const answer = await ask(api.url + pathOf('submit', id), people.contractor, {}, key);
    acknowledged.push(acknowledgedBy(people.contractor, key, answer));
    expect(await api.ended).toBe('SIGKILL');
    expect(await scene.broken(() => ({ acknowledged }), 0)).toContain(`task/${id}/4 is an unheard step`);
    expect(await scene.broken(() => ({ acknowledged }))).toEqual([]);
  });
});

describe('the worker, killed in the middle of its work', () => {
  let scene: Scene;
  let api: Started;
  let customer: Person;
  let contractor: Person;
  beforeAll(async () => {
    scene = await openScene();
    [customer, contractor] = await Promise.all([scene.person('customer'), scene.person('contractor')]);
    api = scene.start('server.ts');
    await api.up();
  });
  afterAll(() => scene.close());

  it('x', async () => {
    const worker = scene.start('faults/worker.ts', { BANK_URL: 'http://127.0.0.1:1' });
    await worker.up();
    const { body } = await ask(`${api.url}/v1/tasks`, customer, posting());
    expect(await scene.broken()).toEqual([]);
  });
});
