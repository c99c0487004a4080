/** Letters about messages: many are one letter, what was read needs none, and nobody is woken. */
import { lifeOfPublicId } from '../../lives/ids.ts';
import { pass, shiftClock } from '../../testing/engine/pass.ts';
import { acceptedTask, closedTask } from '../../testing/lives/tasks.ts';
import type { Listed, Thread } from '../../testing/lives/threads.ts';
import { askedAbout, inThread, writeTo } from '../../testing/lives/threads.ts';
import { registerUnderOffer } from '../../testing/people/accounts.ts';
import { done } from '../../testing/people/registration.ts';
import { lettersTo } from '../../testing/stand-ins/mailbox.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let api: Api;
let customer: Person;
let contractor: Person;
beforeAll(async () => {
  api = await openApi();
  await quiet(0, 0);
});
afterAll(() => api.close());
beforeEach(async () => {
  [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
});

const quiet = (from: number, to: number): Promise<unknown> =>
  api.owner.query(
    `update parameter set value = to_jsonb(case code when 'quietFromHour' then $1::int else $2::int end)
    where code in ('quietFromHour', 'quietToHour')`,
    [from, to],
  );
const hourInAlmaty = (): number => (new Date().getUTCHours() + 5) % 24;

const lettersOf = async ({ email }: Person) =>
  (await lettersTo(email)).filter(({ subject }) => subject === 'Messages from the customer' || subject === 'Messages from the contractor');
const deliveredOf = (thread: string): Promise<{ status: string }[]> =>
  api.rows<{ status: string }>(`select status from notice where life = $1 order by seq`, lifeOfPublicId('thread', thread));
const settled = (thread: string, count: number) =>
  until(async () => {
    const notices = await deliveredOf(thread);
    return notices.length === count && notices.every(({ status }) => status === 'delivered');
  }, `${count} letters of ${thread}`);
const say = async (person: Person, thread: string, text: string): Promise<Thread> =>
  done(await inThread(api, person, thread, 'say', { text }));
const life = (thread: string): string => lifeOfPublicId('thread', thread);

it('ten messages are one letter, which says from whom and about what, and none of the words', async () => {
  await api.withWorker(async () => {
    const task = await acceptedTask(api, customer, contractor, { title: 'Move a harp' });
    const { id: thread } = done(await writeTo(api, contractor, task, 'Secret words'));
    for (let nth = 2; nth <= 10; nth++) await say(contractor, thread, `Secret words ${nth}`);
    await pass(api, life(thread), 14 * MINUTE);
    expect(await deliveredOf(thread)).toEqual([]);
    await pass(api, life(thread), 2 * MINUTE);
    await settled(thread, 1);
    const [letter, ...more] = await lettersOf(customer);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ subject: 'Messages from the contractor' });
    expect(letter?.text).toContain('Move a harp');
    expect(JSON.stringify(letter)).not.toContain('Secret');
    expect(await lettersOf(contractor)).toEqual([]);

    // The next one keeps the pause, and tells of all that came meanwhile.
    await say(contractor, thread, 'One more');
    await pass(api, life(thread), 5 * HOUR);
    expect(await deliveredOf(thread)).toHaveLength(1);
    await pass(api, life(thread), HOUR);
    await settled(thread, 2);
    expect(await lettersOf(customer)).toHaveLength(2);
  });
});

it('what was read in time needs no letter, and what was not read still does', async () => {
  await api.withWorker(async () => {
    const task = await acceptedTask(api, customer, contractor);
    const { id: thread } = done(await writeTo(api, contractor, task, 'One'));
    await say(contractor, thread, 'Two');
    done(await inThread(api, customer, thread, 'mark-read', { upTo: 2 }));
    await pass(api, life(thread), HOUR);
    expect(await deliveredOf(thread)).toEqual([]);
    await say(contractor, thread, 'Three');
    await say(contractor, thread, 'Four');
    done(await inThread(api, customer, thread, 'mark-read', { upTo: 3 }));
    await pass(api, life(thread), HOUR);
    await settled(thread, 1);
  });
});

it('before there is a deal, a letter names the task by its number to the candidate, and by its title to the customer', async () => {
  await api.withWorker(async () => {
    const { task, thread } = await askedAbout(api, customer, contractor, 'Is there a lift?');
    done(await writeTo(api, customer, task, 'There is none', { to: contractor.id }));
    await pass(api, life(thread), HOUR);
    await settled(thread, 2);
    expect((await lettersOf(customer))[0]?.text).toContain('Move a piano');
    const [letter] = await lettersOf(contractor);
    expect(letter?.text).toContain('№');
    expect(letter?.text).not.toContain('Move a piano');
  });
});

it('of a dispute it names the task, and one of the operator says so', async () => {
  await api.withWorker(async () => {
    const staff = await api.join(['operator']);
    const task = await closedTask(api, customer, contractor);
    const claim = { task, against: 'counterparty', about: 'conduct', demand: 'For the waiting' };
    const { id } = done(await api.as(contractor).post<{ id: string }>('/v1/disputes', claim));
    const { id: thread } = done(await api.as(contractor).post<Thread>(`/v1/disputes/${id}/messages`, { text: 'Well?' }));
    await pass(api, life(thread), HOUR);
    // One to the customer, and one to the staff.
    await settled(thread, 2);
    expect((await lettersOf(customer))[0]?.text).toContain('Move a piano');
    const toStaff = await api.rows('select from notice where life = $1 and account is null', life(thread));
    expect(toStaff).toHaveLength(1);
    done(await inThread(api, staff, thread, 'say', { text: 'Please answer' }));
    await pass(api, life(thread), 7 * HOUR);
    await settled(thread, 4);
    for (const { email } of [customer, contractor])
      expect((await lettersTo(email)).filter(({ subject }) => subject === 'Messages from the operator')).toHaveLength(1);
  });
});

it('a thread in which nobody may write any more ends some weeks after its last message, and before that it goes on', async () => {
  await api.withWorker(async () => {
    const task = await acceptedTask(api, customer, contractor);
    const { id: thread } = done(await writeTo(api, contractor, task, 'One'));
    const read = async () => done(await api.as(customer).get<Thread & { unread: number }>(`/v1/threads/${thread}`));
    const unread = async (): Promise<number | undefined> =>
      done(await api.as(customer).get<Listed>(`/v1/threads?task=${task}`)).items[0]?.unread;
    // The task is under way, however long they are silent.
    await pass(api, life(thread), 61 * DAY);
    expect((await read()).state).toBe('open');
    await say(customer, thread, 'Two');
    await api.as(contractor).command(task, 'resign', { reasons: 'Ill' });
    await shiftClock(api, `task/${task}`, 29 * DAY);
    await pass(api, life(thread), 61 * DAY);
    expect((await read()).state).toBe('open');
    expect(await unread()).toBe(1);
    await shiftClock(api, `task/${task}`, 2 * DAY);
    await pass(api, life(thread), 60 * DAY);
    await until(async () => (await read()).state === 'over', 'the end of the thread');
    expect(await unread()).toBe(0);
    expect((await inThread(api, customer, thread, 'withdraw', { message: 2 })).problem?.code).toBe('not-in-this-state');
  });
});

it('in quiet hours it waits for their end', async () => {
  await quiet(hourInAlmaty(), (hourInAlmaty() + 3) % 24);
  try {
    await api.withWorker(async () => {
      const task = await acceptedTask(api, customer, contractor);
      const { id: thread } = done(await writeTo(api, contractor, task, 'At night'));
      await pass(api, life(thread), HOUR);
      expect(await deliveredOf(thread)).toEqual([]);
      await pass(api, life(thread), 2 * HOUR);
      await settled(thread, 1);
    });
  } finally {
    await quiet(0, 0);
  }
});

it('goes once, although the worker died while it waited and comes up again', async () => {
  const task = await acceptedTask(api, customer, contractor);
  const thread = await api.withWorker(async () => {
    const { id } = done(await writeTo(api, contractor, task, 'One'));
    await api.dispatch.settled();
    return id;
  });
  // It became due while no worker ran. Two more messages come, and each of them fires what is due.
  await shiftClock(api, life(thread), HOUR);
  await Promise.all(['Two', 'Three'].map((text) => inThread(api, contractor, thread, 'say', { text })));
  expect(await deliveredOf(thread)).toEqual([{ status: 'waiting' }]);
  for (let nth = 0; nth < 2; nth++) await api.withWorker(() => settled(thread, 1));
  expect(await lettersOf(customer)).toHaveLength(1);
});

it('is not sent to who wants none; the cabinet lists it all the same', async () => {
  await api.withWorker(async () => {
    const reader = await registerUnderOffer(api, ['customer']);
    const task = await acceptedTask(api, reader, contractor);
    const path = `/v1/accounts/${reader.id}`;
    done(await api.as(reader).post(`${path}/choose-notices`, { messageLetters: false }));
    expect(done(await api.as(reader).get<{ messageLetters: boolean }>(path)).messageLetters).toBe(false);
    const { id: thread } = done(await writeTo(api, contractor, task, 'One'));
    await pass(api, life(thread), HOUR);
    const proofs = async (): Promise<(string | null)[]> =>
      (await api.rows<{ proof: string | null }>('select proof from notice where life = $1 order by seq', life(thread))).map(
        ({ proof }) => proof,
      );
    await until(async () => (await proofs())[0] === 'the account has chosen to get no such letters', 'the letter that is not sent');
    expect(await lettersOf(reader)).toEqual([]);
    const { items } = done(await api.as(reader).get<{ items: { template: string }[] }>(`/v1/threads/${thread}/notices`));
    expect(items.map(({ template }) => template)).toEqual(['messages-from-contractor']);
    done(await api.as(reader).post(`${path}/choose-notices`, { messageLetters: true }));
    await say(contractor, thread, 'Two');
    await pass(api, life(thread), 7 * HOUR);
    // It would go again, had the address been confirmed.
    await until(async () => (await proofs())[1] === 'the account has no confirmed e-mail address', 'the next letter');
  });
});
