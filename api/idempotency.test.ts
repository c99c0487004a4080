import { randomUUID } from 'node:crypto';
import type { Api, Person, Reply, Task } from '../testing/worlds/api.ts';
import { openApi, posting, startable } from '../testing/worlds/api.ts';

const CROWD = 30;

let api: Api;
let customer: Person;
let contractor: Person;
beforeAll(async () => {
  api = await openApi({ connections: 20 });
  [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
});
afterAll(() => api.close());

const isReplayed = ({ headers }: Reply<unknown>): boolean => headers.get('idempotent-replayed') === 'true';
const eventsOf = (id: string) =>
  api.rows<{ type: string; actor: { account: string } }>('select type, actor from event where life = $1 order by seq', `task/${id}`);

/** Repeats it and expects the same receipt and no further event. */
const repeat = async (person: Person, path: string, body: object, key: string, first: Reply<Task>): Promise<Reply<Task>> => {
  const before = await api.countEvents();
  const again = await api.as(person).post(path, body, { key });
  expect([again.status, isReplayed(again)]).toEqual([first.status, true]);
  expect(again.body.receipt).toEqual(first.body.receipt);
  expect(await api.countEvents()).toBe(before);
  return again;
};

describe('a command repeated with its key', () => {
  it('gets its first receipt, however its JSON is written and whatever the task’s state is now', async () => {
    const [postKey, acceptKey, body] = [randomUUID(), randomUUID(), startable()];
    const posted = await api.as(customer).post('/v1/tasks', body, { key: postKey });
    expect([posted.status, isReplayed(posted)]).toEqual([201, false]);
    const path = `/v1/tasks/${posted.body.id}`;
    expect(await repeat(customer, '/v1/tasks', Object.fromEntries(Object.entries(body).reverse()), postKey, posted)).toMatchObject({
      body: { state: 'posted' },
    });

    const accepted = await api.as(contractor).post(`${path}/accept`, { version: 1 }, { key: acceptKey });
    expect([accepted.status, isReplayed(accepted)]).toEqual([200, false]);
    await repeat(contractor, `${path}/accept`, { version: 1 }, acceptKey, accepted);
    for (const name of ['start', 'submit']) await api.as(contractor).command(posted.body.id, name);
    await api.as(customer).command(posted.body.id, 'approve');
    await api.as(contractor).command(posted.body.id, 'confirm');

    expect(await repeat(customer, '/v1/tasks', body, postKey, posted)).toMatchObject({ body: { state: 'closed' } });
    expect(await repeat(contractor, `${path}/accept`, { version: 1 }, acceptKey, accepted)).toMatchObject({ body: { state: 'closed' } });
  });

  it('gets its receipt even if the account can no longer see the task', async () => {
    const other = await api.join(['contractor']);
    const { id } = await api.as(customer).postTask({ match: 'invited', invited: [contractor.id, other.id] });
    const [key, path] = [randomUUID(), `/v1/tasks/${id}`];
    const declined = await api.as(contractor).post(`${path}/decline`, {}, { key });
    await api.as(other).command(id, 'accept', { version: 1 });
    expect((await api.as(contractor).get(path)).status).toBe(404);
    const again = await repeat(contractor, `${path}/decline`, {}, key, declined);
    expect(again.body).toEqual({ id, receipt: declined.body.receipt });
    // With another body, another key or another account there is nothing to replay.
    expect((await api.as(contractor).post(`${path}/decline`, { reasons: 'No time' }, { key })).problem?.code).toBe('not-found');
    expect((await api.as(contractor).post(`${path}/decline`, {})).problem?.code).toBe('not-found');
    expect((await api.as(await api.join(['contractor'])).post(`${path}/decline`, {}, { key })).problem?.code).toBe('not-found');
  });

  it('gets its receipt after a contractor lost a choice and with it the access', async () => {
    const { id } = await api.as(customer).postTask({ match: 'choice' });
    const [key, body] = [randomUUID(), { version: 1, message: 'I can do it' }];
    const responded = await api.as(contractor).post(`/v1/tasks/${id}/respond`, body, { key });
    await api.as(customer).command(id, 'withdraw');
    await repeat(contractor, `/v1/tasks/${id}/respond`, body, key, responded);
  });

  it('gets its receipt after the account lost its role, or an invited one theirs', async () => {
    const [own, guest] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
    const [key, body] = [randomUUID(), posting({ match: 'invited', invited: [guest.id] })];
    const posted = await api.as(own).post('/v1/tasks', body, { key });
    await api.owner.query(`update account set roles = '{}' where id = any($1)`, [[own.id, guest.id]]);
    await repeat(own, '/v1/tasks', body, key, posted);
    expect((await api.as(own).post('/v1/tasks', body)).problem?.code).toBe('wrong-party');
  });

  it('is another command if it comes from another account', async () => {
    const [key, body, other] = [randomUUID(), posting(), await api.join(['customer'])];
    const first = await api.as(customer).post('/v1/tasks', body, { key });
    const second = await api.as(other).post('/v1/tasks', body, { key });
    expect([first.status, second.status, isReplayed(second)]).toEqual([201, 201, false]);
    expect(second.body.id).not.toBe(first.body.id);
    expect(second.body.customer).toBe(other.id);
  });

  it('is handled again if it was refused before', async () => {
    const { id } = await api.as(customer).postTask();
    const key = randomUUID();
    expect((await api.as(customer).post(`/v1/tasks/${id}/approve`, { submission: 1 }, { key })).problem?.code).toBe('not-in-this-state');
    for (const [name, body] of [
      ['accept', { version: 1 }],
      ['start', {}],
      ['submit', {}],
    ] as const)
      await api.as(contractor).command(id, name, body);
    const approved = await api.as(customer).post(`/v1/tasks/${id}/approve`, { submission: 1 }, { key });
    expect([approved.status, isReplayed(approved)]).toEqual([200, false]);
  });

  it('gives one task for twelve concurrent first posts, with one receipt for all', async () => {
    const [key, body] = [randomUUID(), posting({ places: 2 })];
    const before = await api.countEvents();
    const answers = await Promise.all(Array.from({ length: 12 }, () => api.as(customer).post('/v1/tasks', body, { key })));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 201));
    expect(answers.filter((answer) => !isReplayed(answer))).toHaveLength(1);
    expect(new Set(answers.map((answer) => JSON.stringify([answer.body.id, answer.body.receipt]))).size).toBe(1);
    expect(await api.countEvents()).toBe(before + 2);
  });
});

describe('a key used for another request', () => {
  it('is refused: another body, another command, another task, another route', async () => {
    const [key, body] = [randomUUID(), posting()];
    const { body: task } = await api.as(customer).post('/v1/tasks', body, { key });
    const other = await api.as(customer).postTask();
    const before = await api.countEvents();
    const requests: [string, object][] = [
      ['/v1/tasks', { ...body, title: 'Another' }],
      ['/v1/tasks', { ...body, places: 2 }],
      [`/v1/tasks/${task.id}/withdraw`, {}],
      [`/v1/tasks/${other.id}/withdraw`, {}],
      [`/v1/tasks/${task.id}/change`, { ...body, version: 1 }],
    ];
    for (const [path, changed] of requests) {
      for (const language of ['kk', 'ru', 'en']) {
        expect((await api.as(customer).post(path, changed, { key, language })).problem).toMatchObject({ code: 'key-reused', status: 422 });
      }
    }
    expect(await api.countEvents()).toBe(before);
  });

  it('is refused if the first request had no body and the second has one', async () => {
    const { id } = await api.as(customer).postTask({ match: 'choice' });
    await api.as(contractor).command(id, 'respond', { version: 1 });
    await api.as(customer).command(id, 'choose', { version: 1, contractor: contractor.id });
    const key = randomUUID();
    expect((await api.as(contractor).post(`/v1/tasks/${id}/decline`, undefined, { key })).status).toBe(200);
    expect((await api.as(contractor).post(`/v1/tasks/${id}/decline`, {}, { key })).status).toBe(200);
    expect((await api.as(contractor).post(`/v1/tasks/${id}/decline`, { reasons: 'No time' }, { key })).problem?.code).toBe('key-reused');
  });

  it('cannot imitate the key of one of several places', async () => {
    const key = randomUUID();
    const { body: task } = await api.as(customer).post('/v1/tasks', posting({ places: 2 }), { key });
    const { problem } = await api.as(customer).post('/v1/tasks', posting(), { key: `${key}#2` });
    expect(problem?.code).toBe('key-missing');
    expect(await api.rows('select from task where "group" = $1', task.group)).toHaveLength(2);
  });
});

describe('a race', () => {
  it(`of ${CROWD} contractors for one task has one winner; all others are refused, and the winner is in the chain`, async () => {
    const crowd = await Promise.all(Array.from({ length: CROWD }, () => api.join(['contractor'])));
    const { id } = await api.as(customer).postTask();
    const answers = await Promise.all(crowd.map((person) => api.as(person).post(`/v1/tasks/${id}/accept`, { version: 1 })));
    const winners = crowd.filter((_, index) => answers[index]?.status === 200);
    expect(winners).toHaveLength(1);
    // A late contractor no longer sees the task.
    for (const { status, problem } of answers.filter((answer) => answer.status !== 200)) {
      expect([404, 409]).toContain(status);
      expect(JSON.stringify(problem)).not.toContain(winners[0]?.id);
    }
    expect(await eventsOf(id)).toMatchObject([{ type: 'post' }, { type: 'accept', actor: { account: winners[0]?.id } }]);
    expect((await api.as(customer).get(`/v1/tasks/${id}`)).body.contractor).toBe(winners[0]?.id);
  });

  it('of one contractor with ten keys is won once', async () => {
    const { id } = await api.as(customer).postTask();
    const answers = await Promise.all(Array.from({ length: 10 }, () => api.as(contractor).post(`/v1/tasks/${id}/accept`, { version: 1 })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
    expect(await eventsOf(id)).toHaveLength(2);
  });

  it('between a change and acceptances: a contractor accepts only the version they saw', async () => {
    const { id } = await api.as(customer).postTask();
    const [changed, accepted] = await Promise.all([
      api.as(customer).post(`/v1/tasks/${id}/change`, { ...posting({ title: 'Changed' }), version: 1 }),
      api.as(contractor).post(`/v1/tasks/${id}/accept`, { version: 1 }),
    ]);
    expect([changed.status === 200, accepted.status === 200].filter(Boolean)).toHaveLength(1);
    const { state, version } = (await api.as(customer).get(`/v1/tasks/${id}`)).body;
    expect([state, version]).toEqual(accepted.status === 200 ? ['agreed', 1] : ['posted', 2]);
  });
});
