/** What a task and a dispute keep of the messages about them: once a day the hash of the thread, and it looks to nobody as if somebody had acted. */
import { eventHash } from '../../lives/chain.ts';
import { lifeOfPublicId } from '../../lives/ids.ts';
import { readChain, verify } from '../../lives/verify.ts';
import { pass } from '../../testing/engine/pass.ts';
import { acceptedTask, closedTask } from '../../testing/lives/tasks.ts';
import type { Items, Thread } from '../../testing/lives/threads.ts';
import { askedAbout, inThread, writeTo } from '../../testing/lives/threads.ts';
import { done } from '../../testing/people/registration.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

const DAY = 24 * 60 * 60_000;

let api: Api;
let customer: Person;
let contractor: Person;
let rival: Person;
let staff: Person;
beforeAll(async () => {
  api = await openApi();
  [customer, contractor, rival, staff] = await Promise.all([
    api.join(['customer']),
    api.join(['contractor']),
    api.join(['contractor']),
    api.join(['operator']),
  ]);
});
afterAll(() => api.close());

interface Shown {
  items: { seq: number; type: string; title: string; input: { from: string; seq: number; hash: string; messages: number } | null }[];
}

const say = async (person: Person, thread: string, text: string): Promise<Thread> =>
  done(await inThread(api, person, thread, 'say', { text }));
const life = (thread: string): string => lifeOfPublicId('thread', thread);
/** What the chain of a task or a dispute shows a reader of the messages that were noted. */
const notedIn = async (person: Person, path: string, language: 'kk' | 'ru' | 'en' = 'en'): Promise<Shown['items']> =>
  done(await api.as(person).get<Shown>(`/v1/${path}/events`, { language })).items.filter(({ type }) => type === 'messagesNoted');
/** Lets so many days pass for a thread, and what they order be done. */
async function days(thread: string, count: number): Promise<void> {
  await pass(api, life(thread), count * DAY);
  await until(
    async () => (await api.rows(`select from effect where life = $1 and kind = 'noteMessages' and open`, life(thread))).length === 0,
    `what ${thread} has noted`,
  );
}
const hashAt = async (thread: string, seq: number): Promise<string | undefined> =>
  (await readChain(api.lives, life(thread))).events.find((each) => each.seq === seq)?.hash;
/** Changes rows as the owner of the database, past triggers and foreign keys. */
const change = (sql: string) => api.owner.query(`set session_replication_role = replica; ${sql}; set session_replication_role = origin`);

it('the task notes once a day what was written, and says so in three languages', async () => {
  await api.withWorker(async () => {
    const task = await acceptedTask(api, customer, contractor);
    const { id: thread } = done(await writeTo(api, contractor, task, 'One'));
    await say(customer, thread, 'Two');
    expect(await notedIn(customer, `tasks/${task}`)).toEqual([]);
    await days(thread, 1);
    const [first, ...more] = await notedIn(customer, `tasks/${task}`);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ title: 'The hash of messages was noted', input: { from: life(thread), messages: 2 } });
    expect(first?.input?.hash).toBe(await hashAt(thread, first?.input?.seq as number));
    expect(await notedIn(contractor, `tasks/${task}`)).toEqual([first]);
    expect((await notedIn(customer, `tasks/${task}`, 'ru'))[0]?.title).toBe('Записан хеш сообщений');
    expect((await notedIn(customer, `tasks/${task}`, 'kk'))[0]?.title).toBe('Хабарламалардың хеші жазылды');

    // What is read needs no note; what is edited or withdrawn does.
    done(await inThread(api, customer, thread, 'mark-read', { upTo: 2 }));
    await days(thread, 3);
    expect(await notedIn(customer, `tasks/${task}`)).toHaveLength(1);
    done(await inThread(api, contractor, thread, 'edit', { message: 1, text: 'One of three' }));
    await days(thread, 1);
    done(await inThread(api, contractor, thread, 'withdraw', { message: 1 }));
    await days(thread, 1);
    expect(await notedIn(customer, `tasks/${task}`)).toHaveLength(3);
    for (const each of [life(thread), `task/${task}`]) await expect(verify(api.lives, each)).resolves.toBeUndefined();
  });
});

it('nobody seems to have acted: no line among the messages, nothing in a stream, no letter, and no moment of a change', async () => {
  await api.withWorker(async () => {
    const { task, thread } = await askedAbout(api, customer, contractor, 'Is there a lift?');
    await say(contractor, thread, 'Or stairs?');
    const told = `select life, seq, notice from account_event where life = $1`;
    const notices = 'select id from notice where life = $1';
    const stands = 'select state, since from standing where life = $1';
    const seen = async () => {
      const { items } = done(await api.as(customer).get<Items>(`/v1/threads/${thread}/messages`));
      const { seq: _, ...shown } = done(await api.as(customer).get<{ seq: number; changedAt: string }>(`/v1/tasks/${task}`));
      return { items, shown, rows: await Promise.all([told, notices, stands].map((sql) => api.rows(sql, `task/${task}`))) };
    };
    const before = await seen();
    expect(before.shown.changedAt).toBeDefined();
    await days(thread, 1);
    expect(await notedIn(customer, `tasks/${task}`)).toHaveLength(1);
    expect(await seen()).toEqual(before);
    await expect(verify(api.lives, `task/${task}`)).resolves.toBeUndefined();
  });
});

it('a contractor reads nothing of what another one wrote, and the customer reads of both', async () => {
  await api.withWorker(async () => {
    const { task, thread } = await askedAbout(api, customer, contractor, 'Is there a lift?');
    await api.as(rival).command(task, 'respond', { version: 1 });
    const { id: other } = done(await writeTo(api, rival, task, 'I have no questions'));
    await days(thread, 1);
    await days(other, 1);
    await api.as(customer).command(task, 'choose', { version: 1, contractor: contractor.id });
    await api.as(contractor).command(task, 'accept', { version: 1 });
    const from = async (person: Person) => (await notedIn(person, `tasks/${task}`)).map(({ input }) => input?.from);
    for (const person of [customer, staff]) expect(await from(person)).toEqual([life(thread), life(other)]);
    expect(await from(contractor)).toEqual([life(thread), undefined]);
    expect((await api.as(rival).get(`/v1/tasks/${task}/events`)).status).toBe(404);
  });
});

it('a dispute notes the messages of its thread, and waits no shorter for its parties', async () => {
  await api.withWorker(async () => {
    const task = await closedTask(api, customer, contractor);
    const claim = { task, against: 'counterparty', about: 'conduct', demand: 'For the waiting' };
    const { id } = done(await api.as(contractor).post<{ id: string }>('/v1/disputes', claim));
    done(await api.as(customer).post(`/v1/disputes/${id}/reject`, { reasons: 'No' }));
    done(await api.as(contractor).post(`/v1/disputes/${id}/end-talks`, {}));
    const stands = () => api.rows<{ since: Date }>('select state, since from standing where life = $1', lifeOfPublicId('dispute', id));
    const before = await stands();
    expect(before).toMatchObject([{ state: 'unsettled.open' }]);
    const { id: thread } = done(await api.as(contractor).post<Thread>(`/v1/disputes/${id}/messages`, { text: 'Well?' }));
    await days(thread, 1);
    for (const person of [customer, contractor, staff])
      expect(await notedIn(person, `disputes/${id}`)).toMatchObject([{ input: { from: life(thread), messages: 1 } }]);
    expect(await stands()).toEqual(before);
    await expect(verify(api.lives, lifeOfPublicId('dispute', id))).resolves.toBeUndefined();
  });
});

it('a thread that the staff close is noted at once', async () => {
  await api.withWorker(async () => {
    const task = await acceptedTask(api, customer, contractor);
    const { id: thread } = done(await writeTo(api, contractor, task, 'One'));
    const closed = done(await inThread(api, staff, thread, 'close', { reasons: 'Fraud' }));
    await until(async () => (await notedIn(customer, `tasks/${task}`)).length === 1, 'the note');
    expect(await notedIn(customer, `tasks/${task}`)).toMatchObject([{ input: { seq: closed.seq, messages: 1 } }]);
  });
});

it('a task that is over takes no note, and nobody is alarmed', async () => {
  await api.withWorker(async () => {
    const task = await closedTask(api, customer, contractor);
    await api.ended(`task/${task}`);
    const before = await api.rows('select seq, state from life where id = $1', `task/${task}`);
    const { id: thread } = done(await writeTo(api, contractor, task, 'Thank you'));
    await days(thread, 2);
    expect(await api.rows('select seq, state from life where id = $1', `task/${task}`)).toEqual(before);
    expect(await api.rows('select type from unexpected where life = $1', `task/${task}`)).toEqual([]);
    expect(await api.rows(`select from event where life = $1 and type = 'noting'`, life(thread))).toHaveLength(1);
  });
});

describe('a record that somebody changed', () => {
  let task: string;
  let thread: string;
  let noted: NonNullable<Shown['items'][number]['input']>;
  beforeEach(async () => {
    await api.withWorker(async () => {
      task = await acceptedTask(api, customer, contractor);
      ({ id: thread } = done(await writeTo(api, contractor, task, 'The wall is wet')));
      await days(thread, 1);
    });
    const [shown] = await notedIn(customer, `tasks/${task}`);
    noted = shown?.input as typeof noted;
    await expect(verify(api.lives, `task/${task}`)).resolves.toBeUndefined();
  });

  const problem = () => `event ${noted.seq} of ${life(thread)} is missing or is not the one that it names`;

  it('is found by the task where the thread was written anew, with all its hashes', async () => {
    await change(`update event set hash = '${'1'.repeat(64)}' where life = '${life(thread)}' and seq = ${noted.seq};
      update life set head = '${'1'.repeat(64)}' where id = '${life(thread)}'`);
    expect(await verify(api.lives, `task/${task}`)).toMatchObject({ problem: problem() });
  });

  it('is found by the task where the thread has lost its end', async () => {
    await change(`delete from event where life = '${life(thread)}' and seq = ${noted.seq}`);
    expect(await verify(api.lives, `task/${task}`)).toMatchObject({ problem: problem() });
  });

  it('is found where the task was written anew, so that its own chain holds', async () => {
    const { events } = await readChain(api.lives, `task/${task}`);
    const [before, { hash: _, ...last }] = events.slice(-2) as [(typeof events)[number], (typeof events)[number]];
    const input = { ...noted, hash: '2'.repeat(64) };
    const forged = eventHash(before.hash, { ...last, input });
    await change(`update event set input = '${JSON.stringify(input)}', hash = '${forged}' where life = '${last.life}' and seq = ${last.seq};
      update life set head = '${forged}' where id = '${last.life}'`);
    expect(await verify(api.lives, `task/${task}`)).toEqual({ seq: last.seq, problem: problem() });
  });
});
