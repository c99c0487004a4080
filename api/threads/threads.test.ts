/** Messages of people to each other: who reads and writes them, what of them is shown, and what stays of them. */
import { randomUUID } from 'node:crypto';
import { lifeTypes } from '../../charts/index.ts';
import { eraseDue } from '../../lives/erasure.ts';
import { lifeOfPublicId, taskLife } from '../../lives/ids.ts';
import { verify } from '../../lives/verify.ts';
import { listQuery } from '../../models/stores/thread.ts';
import { HIDDEN } from '../../rules/contact-masking.ts';
import { shiftClock } from '../../testing/engine/pass.ts';
import { checkedFile } from '../../testing/lives/files.ts';
import { acceptedTask, closedTask } from '../../testing/lives/tasks.ts';
import type { Items, Listed, Thread } from '../../testing/lives/threads.ts';
import { askedAbout, inThread, messagesOf, writeTo } from '../../testing/lives/threads.ts';
import { joinCompany, registerUnderOffer } from '../../testing/people/accounts.ts';
import { closes } from '../../testing/people/closing.ts';
import { done } from '../../testing/people/registration.ts';
import { expectIndexed } from '../../testing/probes/plans.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { joinParties, openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

const DAY = 86_400_000;

let api: Api;
let customer: Person;
let contractor: Person;
let stranger: Person;
let staff: Person;
let rival: Person;
beforeAll(async () => {
  api = await openApi({ sweeping: false, limits: { requests: 1_000_000 } });
  ({ customer, contractor, stranger, staff } = await joinParties(api));
  rival = await api.join(['contractor']);
  await setParameter('quotaMessagesPerMinute', 1_000);
});
afterAll(() => api.close());

const setParameter = (code: string, value: number): Promise<unknown> =>
  api.owner.query('update parameter set value = $2 where code = $1', [code, String(value)]);
const read = async (person: Person, thread: string): Promise<Thread> => done(await api.as(person).get<Thread>(`/v1/threads/${thread}`));
const listed = async (person: Person, query = ''): Promise<Listed['items']> =>
  done(await api.as(person).get<Listed>(`/v1/threads${query}`)).items;
const textsOf = async (person: Person, thread: string): Promise<(string | null)[]> =>
  (await messagesOf(api, person, thread)).map(({ text }) => text);
const say = async (person: Person, thread: string, text: string, more: object = {}): Promise<Thread> =>
  done(await inThread(api, person, thread, 'say', { text, ...more }));

describe('a thread of a candidate', () => {
  it('begins with the first message, and both go on in it', async () => {
    const { task, thread } = await askedAbout(api, customer, contractor, 'Is there a lift?');
    const answered = done(await writeTo(api, customer, task, 'There is none', { to: contractor.id, quote: 1 }));
    expect(answered).toMatchObject({
      id: thread,
      messages: 2,
      writable: true,
      about: { kind: 'task', id: task },
      read: { customer: 0, contractor: 0 },
    });
    await say(contractor, thread, 'Then I need two hours more');
    for (const person of [customer, contractor, staff])
      expect(await textsOf(person, thread)).toEqual(['Is there a lift?', 'There is none', 'Then I need two hours more']);
    const [first, second] = await messagesOf(api, contractor, thread);
    expect(first).toMatchObject({ number: 1, by: 'contractor', read: false, quote: null, edited: null, withdrawn: null, masked: null });
    expect(second).toMatchObject({ number: 2, by: 'customer', quote: 1, name: expect.stringContaining('Айгүл') });
  });

  it('carries files, with its first message too; the other side reads them until the message is withdrawn', async () => {
    const { id: task } = await api.as(customer).postTask({ match: 'choice' });
    await api.as(contractor).command(task, 'respond', { version: 1 });
    const [site, plan] = await api.withWorker(() => Promise.all([checkedFile(api, contractor), checkedFile(api, customer)]));
    const { id: thread } = done(await writeTo(api, contractor, task, 'Like this one?', { files: [site] }));
    await say(customer, thread, 'Here is the plan', { files: [plan] });
    const seen = (await messagesOf(api, customer, thread)).map(({ files }) => files.map(({ id }) => id));
    expect(seen).toEqual([[site], [plan]]);
    const statusOf = async (person: Person, file: string): Promise<number> => (await api.as(person).get(`/v1/files/${file}`)).status;
    expect(await Promise.all([customer, contractor, staff, rival].map((person) => statusOf(person, site)))).toEqual([200, 200, 200, 404]);
    expect((await inThread(api, customer, thread, 'say', { text: 'Of somebody else', files: [site] })).problem?.rule).toBe(
      'filesAreUsable',
    );
    done(await inThread(api, contractor, thread, 'withdraw', { message: 1 }));
    expect((await messagesOf(api, customer, thread)).map(({ files }) => files.length)).toEqual([0, 1]);
    expect(await Promise.all([customer, contractor, staff].map((person) => statusOf(person, site)))).toEqual([404, 200, 200]);
    await expect(verify(api.lives, `thread/${thread}`)).resolves.toBeUndefined();
  });

  it('is hidden from another candidate and from strangers, whatever they ask', async () => {
    const { task, thread } = await askedAbout(api, customer, contractor, 'A secret of ours');
    await api.as(rival).command(task, 'respond', { version: 1 });
    const before = await api.countEvents();
    for (const person of [rival, stranger]) {
      for (const end of ['', '/messages', '/events', '/notices', '/proof'])
        expect((await api.as(person).get(`/v1/threads/${thread}${end}`)).status).toBe(404);
      for (const [name, body] of Object.entries({
        say: { text: 'Me too' },
        edit: { message: 1, text: 'Mine' },
        withdraw: { message: 1 },
        'mark-read': { upTo: 1 },
      }))
        expect((await inThread(api, person, thread, name, body)).status).toBe(404);
      expect(await listed(person, `?task=${task}`)).toEqual([]);
    }
    expect((await writeTo(api, stranger, task, 'Let me ask')).problem).toMatchObject({ rule: 'threadIsOpen' });
    expect(await api.countEvents()).toBe(before);
    const apart = done(await writeTo(api, rival, task, 'A question of mine'));
    expect(apart.id).not.toBe(thread);
    expect(await listed(customer, `?task=${task}`)).toHaveLength(2);
  });

  it('is open while the response stands and nobody else has accepted', async () => {
    const { task, thread } = await askedAbout(api, customer, contractor, 'Is it still free?');
    await api.as(contractor).command(task, 'retract');
    expect((await inThread(api, contractor, thread, 'say', { text: 'And now?' })).problem).toMatchObject({ rule: 'threadIsOpen' });
    expect(await read(contractor, thread)).toMatchObject({ writable: false });
    expect((await writeTo(api, customer, task, 'Come back', { to: contractor.id })).problem).toMatchObject({ rule: 'threadIsOpen' });
    expect((await writeTo(api, customer, task, 'To nobody')).problem).toMatchObject({ rule: 'addresseeIsNamed' });
    expect(await textsOf(contractor, thread)).toEqual(['Is it still free?']);
  });

  it('goes on as the thread of the parties, until some days after the end of the task', async () => {
    const { task, thread } = await askedAbout(api, customer, contractor, 'Is it far?');
    const { responses } = done(await api.as(customer).get(`/v1/tasks/${task}`));
    await api.as(customer).command(task, 'choose', { version: 1, contractor: contractor.id, response: responses[0]?.number });
    await api.as(contractor).command(task, 'accept', { version: 1 });
    expect(done(await writeTo(api, customer, task, 'Ten minutes'))).toMatchObject({ id: thread, messages: 2 });
    await api.as(contractor).command(task, 'resign', { reasons: 'Ill' });
    for (const day of [1, 30]) {
      await shiftClock(api, taskLife(task), (day === 1 ? 1 : 28) * DAY);
      await say(contractor, thread, `Day ${day}`);
    }
    await shiftClock(api, taskLife(task), 3 * DAY);
    expect((await inThread(api, contractor, thread, 'say', { text: 'Late' })).problem).toMatchObject({ rule: 'threadIsOpen' });
    expect(await textsOf(customer, thread)).toEqual(['Is it far?', 'Ten minutes', 'Day 1', 'Day 30']);
  });
});

describe('a message', () => {
  it('is said once, however often it is sent', async () => {
    const task = await acceptedTask(api, customer, contractor);
    const key = randomUUID();
    const ask = () => api.as(customer).post<Thread>(`/v1/tasks/${task}/messages`, { text: 'Once' }, { key });
    const [one, other] = [await ask(), await ask()];
    expect(other.headers.get('idempotent-replayed')).toBe('true');
    expect(other.body.messages).toBe(1);
    const { id: thread } = one.body;
    // Two devices and both parties write the first message at once: one thread.
    const next = await acceptedTask(api, customer, contractor);
    const both = await Promise.all([writeTo(api, customer, next, 'I first'), writeTo(api, contractor, next, 'No, I')]);
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1);
    expect(await read(customer, (both[0] as (typeof both)[0]).body.id)).toMatchObject({ messages: 2 });
    expect(thread).not.toBe(both[0]?.body.id);
  });

  it('waits for no other, however many are said at once', async () => {
    const [{ count }] = (await api.rows<{ count: number }>(`select count(*)::int as count from thread`)) as [{ count: number }];
    const tasks: string[] = [];
    while (tasks.length < 15) tasks.push(await acceptedTask(api, customer, contractor));
    // More than there are connections to the database.
    const replies = await Promise.all(
      tasks.flatMap((task) => [writeTo(api, customer, task, 'One'), writeTo(api, contractor, task, 'Two')]),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await api.rows('select from thread')).toHaveLength(count + 15);
  });

  it('quotes only a message of its thread', async () => {
    const task = await acceptedTask(api, customer, contractor);
    expect((await writeTo(api, customer, task, 'To nothing', { quote: 1 })).problem).toMatchObject({ rule: 'quoteIsKnown' });
    // What was refused opened nothing.
    expect(await listed(customer, `?task=${task}`)).toEqual([]);
    const { id: thread } = done(await writeTo(api, customer, task, 'First'));
    expect((await inThread(api, contractor, thread, 'say', { text: 'To a later one', quote: 2 })).problem).toMatchObject({
      rule: 'quoteIsKnown',
    });
    await say(contractor, thread, 'To the first', { quote: 1 });
  });

  it('that was edited shows so, and one that was withdrawn shows nothing else; the chain keeps all', async () => {
    const task = await acceptedTask(api, customer, contractor);
    const { id: thread } = done(await writeTo(api, customer, task, 'Come at ten'));
    await say(contractor, thread, 'Words of anger');
    done(await inThread(api, customer, thread, 'edit', { message: 1, text: 'Come at eleven' }));
    done(await inThread(api, contractor, thread, 'withdraw', { message: 2 }));
    for (const [person, name, body] of [
      [contractor, 'edit', { message: 1, text: 'Come at five' }],
      [contractor, 'withdraw', { message: 1 }],
      [contractor, 'edit', { message: 2, text: 'Again' }],
      [contractor, 'withdraw', { message: 2 }],
      [contractor, 'withdraw', { message: 9 }],
    ] as const)
      expect((await inThread(api, person, thread, name, body)).problem).toMatchObject({ rule: 'messageIsOwn' });
    for (const person of [customer, contractor]) {
      const [edited, withdrawn] = await messagesOf(api, person, thread);
      expect(edited).toMatchObject({ text: 'Come at eleven', edited: expect.any(String), withdrawn: null });
      expect(withdrawn).toMatchObject({ text: null, withdrawn: expect.any(String) });
      const everything = JSON.stringify([
        await api.as(person).get(`/v1/threads/${thread}/events`),
        await read(person, thread),
        await messagesOf(api, person, thread),
      ]);
      expect(everything).not.toContain('Words of anger');
      expect(everything).not.toContain('Come at ten');
    }
    expect(await textsOf(staff, thread)).toEqual(['Come at eleven', 'Words of anger']);
    expect(JSON.stringify(await api.as(staff).get(`/v1/threads/${thread}/events`))).toContain('Come at ten');
    expect(await verify(api.lives, lifeOfPublicId('thread', thread))).toBeUndefined();
  });

  it('needs something that can be read, and no more of it than the limit', async () => {
    const task = await acceptedTask(api, customer, contractor);
    for (const text of ['', ' \n ', '\u202E'.repeat(33), '\u200B'.repeat(33), '\u2066\u200D\u2069', 'a\u0000', 'x'.repeat(4_001)])
      expect((await writeTo(api, customer, task, text)).problem).toMatchObject({ code: 'invalid-input' });
    const { id: thread } = done(await writeTo(api, customer, task, 'سلام \u202Eرواية\u202C 🎹'));
    expect(await textsOf(contractor, thread)).toEqual(['سلام \u202Eرواية\u202C 🎹']);
    expect((await api.as(customer).post(`/v1/tasks/${task}/messages`, { text: 'a', files: [] })).status).toBe(400);
  });

  it('is counted by the minute and by the day', async () => {
    const person = await api.join(['customer']);
    const task = await acceptedTask(api, person, contractor);
    await setParameter('quotaMessagesPerMinute', 3);
    try {
      const replies = [];
      for (let nth = 0; nth < 4; nth++) replies.push(await writeTo(api, person, task, `Message ${nth}`));
      expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 429]);
      expect(replies[3]?.problem).toMatchObject({ code: 'quota-used', quota: 'quotaMessagesPerMinute', most: 3 });
      expect(replies[3]?.problem?.retryAfter).toBeLessThanOrEqual(60);
      await api.owner.query(`update quota_use set used_at = used_at - interval '1 minute' where subject = $1`, [person.id]);
      expect((await writeTo(api, person, task, 'After a minute')).status).toBe(201);
      await setParameter('quotaMessages', 4);
      await api.owner.query(`update quota_use set used_at = used_at - interval '1 minute' where subject = $1`, [person.id]);
      expect((await writeTo(api, person, task, 'Too many for a day')).problem).toMatchObject({ quota: 'quotaMessages', most: 4 });
    } finally {
      await setParameter('quotaMessagesPerMinute', 1_000);
      await setParameter('quotaMessages', 1_000);
    }
  });
});

describe('what was read', () => {
  it('is a mark of the account that only goes forward, from whatever device', async () => {
    const company = await registerUnderOffer(api, ['customer'], { kind: 'company' });
    const colleague = await joinCompany(api, company, ['manager']);
    const task = await acceptedTask(api, company, contractor);
    const { id: thread } = done(await writeTo(api, contractor, task, 'One'));
    await say(contractor, thread, 'Two');
    await say(colleague, thread, 'Three');
    await say(contractor, thread, 'Four');
    const unread = async (person: Person) => (await listed(person, `?task=${task}`)).map((each) => each.unread);
    expect([await unread(company), await unread(colleague), await unread(contractor)]).toEqual([[3], [3], [1]]);
    done(await inThread(api, company, thread, 'mark-read', { upTo: 2 }));
    expect([await unread(company), await unread(colleague)]).toEqual([[1], [1]]);
    for (const upTo of [1, 2, 5])
      expect((await inThread(api, colleague, thread, 'mark-read', { upTo })).problem).toMatchObject({ rule: 'readsForward' });
    done(await inThread(api, colleague, thread, 'mark-read', { upTo: 4 }));
    expect((await inThread(api, company, thread, 'mark-read', { upTo: 4 })).status).toBe(409);
    expect(await unread(company)).toEqual([0]);
    expect((await messagesOf(api, contractor, thread)).map((each) => each.read)).toEqual([true, true, false, true]);
    // The staff read in the thread of a task without a mark.
    expect((await inThread(api, staff, thread, 'mark-read', { upTo: 4 })).problem).toMatchObject({ code: 'not-in-this-state' });
  });
});

describe('contacts before acceptance (4.1.7)', () => {
  it('are hidden from the other, and the author is told; the operator reads what was written', async () => {
    const { task, thread } = await askedAbout(api, customer, contractor, 'Call me: 8 701 123 45 67, it costs 150 000 tenge');
    const shown = `Call me: ${HIDDEN}, it costs 150 000 tenge`;
    const [toCustomer] = await messagesOf(api, customer, thread);
    expect(toCustomer).toMatchObject({ text: shown, masked: expect.stringContaining('4.1.7') });
    const [toAuthor] = await messagesOf(api, contractor, thread);
    expect(toAuthor).toMatchObject({ text: expect.stringContaining('701'), masked: expect.stringContaining('4.1.7') });
    expect(await textsOf(staff, thread)).toEqual(['Call me: 8 701 123 45 67, it costs 150 000 tenge']);
    for (const end of ['', '/messages', '/events', '/notices'])
      expect(JSON.stringify(await api.as(customer).get(`/v1/threads/${thread}${end}`))).not.toContain('701 123');
    // So is another version.
    done(await inThread(api, contractor, thread, 'edit', { message: 1, text: 't.me/contractor' }));
    expect(await textsOf(customer, thread)).toEqual([HIDDEN]);

    const { responses } = done(await api.as(customer).get(`/v1/tasks/${task}`));
    await api.as(customer).command(task, 'choose', { version: 1, contractor: contractor.id, response: responses[0]?.number });
    await api.as(contractor).command(task, 'accept', { version: 1 });
    await say(contractor, thread, 'Now: 8 701 123 45 67');
    expect((await messagesOf(api, customer, thread))[1]).toMatchObject({ text: 'Now: 8 701 123 45 67', masked: null });
  });

  it('are shown where the parameter of the day says so', async () => {
    await setParameter('contactMasking', 0);
    try {
      const { thread } = await askedAbout(api, customer, contractor, 'Call 8 701 123 45 67');
      expect((await messagesOf(api, customer, thread))[0]).toMatchObject({ text: 'Call 8 701 123 45 67', masked: null });
    } finally {
      await setParameter('contactMasking', 1);
    }
  });
});

describe('beside the messages', () => {
  it('stands what happened to the task, in the language of the reader, each in one page', async () => {
    const task = await acceptedTask(api, customer, contractor);
    const { id: thread } = done(await writeTo(api, customer, task, 'One'));
    await api.as(contractor).command(task, 'start');
    await say(contractor, thread, 'Two');
    await api.as(contractor).command(task, 'submit');
    const all = async (person: Person, limit: number, language: string): Promise<string[]> => {
      const lines: string[] = [];
      for (let after = '0'; ; ) {
        const { items, next } = done(
          await api.as(person).get<Items>(`/v1/threads/${thread}/messages?limit=${limit}&after=${after}`, { language }),
        );
        lines.push(...items.map((item) => (item.kind === 'message' ? (item.text ?? '') : item.title)));
        if (next === null) return lines;
        after = next;
      }
    };
    const start = lifeTypes.task.messages.commands.start as NonNullable<(typeof lifeTypes.task.messages.commands)[string]>;
    const russian = await all(customer, 50, 'ru');
    expect(russian.filter((line) => ['One', 'Two'].includes(line))).toEqual(['One', 'Two']);
    expect(russian.indexOf('One')).toBeLessThan(russian.indexOf(start.ru));
    expect(russian.indexOf(start.ru)).toBeLessThan(russian.indexOf('Two'));
    expect(await all(customer, 1, 'ru')).toEqual(russian);
    expect(await all(contractor, 50, 'en')).toContain(start.en);
  });

  it('a candidate reads only its own acts, and the customer none of another candidate', async () => {
    const { task, thread } = await askedAbout(api, customer, contractor, 'One');
    await api.as(rival).command(task, 'respond', { version: 1 });
    const events = async (person: Person) =>
      done(await api.as(person).get<Items>(`/v1/threads/${thread}/messages`)).items.flatMap((item) =>
        item.kind === 'event' ? [item.by] : [],
      );
    expect(await events(contractor)).toEqual(['contractor']);
    expect(await events(customer)).toEqual(['customer', 'contractor']);
  });
});

describe('the thread of a dispute', () => {
  it('is of both parties and of the staff, until the dispute is over', async () => {
    const task = await closedTask(api, customer, contractor);
    const claim = { task, against: 'counterparty', about: 'conduct', demand: 'For the waiting' };
    const { id } = done(await api.as(contractor).post<{ id: string }>('/v1/disputes', claim));
    const about = (person: Person, text: string) => api.as(person).post<Thread>(`/v1/disputes/${id}/messages`, { text });
    const { id: thread } = done(await about(customer, 'Call me at 8 701 123 45 67'));
    for (const person of [staff, contractor]) expect(done(await about(person, 'Let us talk')).id).toBe(thread);
    await say(staff, thread, 'Please send the photos');
    expect((await messagesOf(api, contractor, thread)).map(({ by, text }) => [by, text])).toEqual([
      ['customer', 'Call me at 8 701 123 45 67'],
      ['operator', 'Let us talk'],
      ['contractor', 'Let us talk'],
      ['operator', 'Please send the photos'],
    ]);
    expect((await about(stranger, 'Me too')).status).toBe(404);
    expect((await inThread(api, customer, thread, 'withdraw', { message: 2 })).problem).toMatchObject({ rule: 'messageIsOwn' });
    done(await api.as(contractor).post(`/v1/disputes/${id}/drop`, { reasons: 'Settled' }));
    expect((await inThread(api, customer, thread, 'say', { text: 'Thanks' })).problem).toMatchObject({ rule: 'threadIsOpen' });
  });

  it('waits for the staff in their list until they have read it or answered, and shows the parties how far they have read', async () => {
    const task = await closedTask(api, customer, contractor);
    const claim = { task, against: 'counterparty', about: 'conduct', demand: 'For the waiting' };
    const { id } = done(await api.as(contractor).post<{ id: string }>('/v1/disputes', claim));
    const { id: thread } = done(await api.as(customer).post<Thread>(`/v1/disputes/${id}/messages`, { text: 'Look at the photos' }));
    const waits = async (): Promise<boolean> => {
      const { items } = done(await api.as(staff).get<{ items: { href: string }[] }>('/v1/operator/work?kind=readMessages&limit=100'));
      return items.some(({ href }) => href === `/v1/threads/${thread}`);
    };
    const unread = async (): Promise<number | undefined> => (await listed(staff, `?dispute=${id}`))[0]?.unread;
    expect(await waits()).toBe(true);
    expect(await unread()).toBe(1);
    expect(await read(contractor, thread)).toMatchObject({ read: { operator: 0 } });

    done(await inThread(api, staff, thread, 'mark-read', { upTo: 1 }));
    expect(await waits()).toBe(false);
    expect(await unread()).toBe(0);
    expect(await read(contractor, thread)).toMatchObject({ read: { customer: 0, contractor: 0, operator: 1 } });

    await say(contractor, thread, 'They are of another flat');
    expect(await waits()).toBe(true);
    await say(staff, thread, 'Which one?');
    expect(await waits()).toBe(false);
    expect(await read(customer, thread)).toMatchObject({ read: { operator: 3 } });
    // What the staff withdraw or put right leaves nothing to read.
    done(await inThread(api, staff, thread, 'withdraw', { message: 3 }));
    expect(await waits()).toBe(false);
    expect((await inThread(api, staff, thread, 'mark-read', { upTo: 3 })).problem?.code).toBe('not-in-this-state');
  });

  it('is one of its own: the operator does not write in the thread of a task, and may close it with reasons', async () => {
    const task = await acceptedTask(api, customer, contractor);
    const { id: thread } = done(await writeTo(api, customer, task, 'Insults'));
    expect((await inThread(api, staff, thread, 'say', { text: 'Stop' })).problem).toMatchObject({ code: 'not-in-this-state' });
    expect((await writeTo(api, staff, task, 'Stop')).problem).toMatchObject({ code: 'wrong-party' });
    done(await inThread(api, staff, thread, 'close', { reasons: 'Because of them' }));
    expect((await writeTo(api, contractor, task, 'And I?')).problem).toMatchObject({ code: 'not-in-this-state' });
    expect(await read(customer, thread)).toMatchObject({ state: 'closed' });
    expect(JSON.stringify((await api.as(contractor).get(`/v1/threads/${thread}/events`)).body)).toContain('Because of them');
  });
});

describe('ten thousand messages', () => {
  it('keep the snapshot small, and the lists on their indexes', async () => {
    const task = await acceptedTask(api, customer, contractor);
    const { id: thread } = done(await writeTo(api, customer, task, 'First'));
    const life = lifeOfPublicId('thread', thread);
    const sizeOf = async (): Promise<number> =>
      (await api.rows<{ size: number }>('select length(snapshot::text) as size from life where id = $1', life))[0]?.size ?? 0;
    const before = await sizeOf();
    await api.owner.query(
      `insert into message (thread, number, seq, at, by, account, text)
       select $1, n, n + 1, clock_timestamp(), 'customer', $2, gen_random_uuid() from generate_series(2, 10000) as n`,
      [life, customer.id],
    );
    await api.owner.query('update thread set messages = 10000 where id = $1', [life]);
    await api.owner.query(
      `with born as (insert into life (id, kind, state) select 'thread/' || gen_random_uuid(), 'thread', 'open' from generate_series(1, 5000) returning id, number),
       known as (insert into thread (id, number, about, customer, contractor, messages, read_customer, read_contractor, read_operator, done)
         select id, number, $1, gen_random_uuid(), gen_random_uuid(), 1, 0, 0, 0, false from born returning id)
       select 1`,
      [taskLife(task)],
    );
    await api.owner.query(
      `insert into message (thread, number, seq, at, by, account, text)
       select id, 1, 2, clock_timestamp(), 'customer', $1, gen_random_uuid() from thread where not exists (select from message where message.thread = thread.id)`,
      [customer.id],
    );
    await api.owner.query('analyze thread; analyze message');
    const { sql, bind } = listQuery({ account: contractor.id, roles: ['contractor'] }, { limit: 20 });
    await expectIndexed(api, [{ sql, bind }], 'drop index thread_of_contractor', ['thread']);
    expect((await listed(contractor, `?task=${task}`))[0]).toMatchObject({ messages: 10_000, unread: 100 });
    expect(await messagesOf(api, contractor, thread, '?after=9990')).toHaveLength(10);
    for (let nth = 0; nth < 10; nth++) await say(contractor, thread, 'x'.repeat(4_000));
    expect((await sizeOf()) - before).toBeLessThan(400);
  });
});

describe('a suspended account', () => {
  it('writes about its deals, and to no candidate', async () => {
    const person = await registerUnderOffer(api, ['contractor']);
    const running = await acceptedTask(api, customer, person);
    const { task, thread } = await askedAbout(api, customer, person, 'Is it free?');
    done(await api.as(staff).post(`/v1/accounts/${person.id}/suspend`, { ground: 'complaints', reasons: 'Many' }));
    expect((await writeTo(api, person, running, 'I come tomorrow')).status).toBe(201);
    expect((await writeTo(api, person, task, 'And now?')).problem).toMatchObject({ rule: 'onlyOfDeals', clause: '4.4.2' });
    expect(await textsOf(person, thread)).toEqual(['Is it free?']);
  });
});

describe('an account that is closed', () => {
  it('leaves its words in no thread where it had no deal; the chain still verifies', async () => {
    const person = await registerUnderOffer(api, ['contractor']);
    const { task, thread } = await askedAbout(api, customer, person, 'Words to be erased, 8 701 123 45 67');
    done(await writeTo(api, customer, task, 'Words that stay', { to: person.id }));
    await api.as(person).command(task, 'retract');
    await closes(api, person);
    await api.owner.query(`update notice set status = 'delivered' where account = $1`, [person.id]);
    await until(async () => {
      await api.owner.query('update erasure set next_try = now() where account = $1 and done_at is null', [person.id]);
      await eraseDue(api.worker.lives);
      return (
        (await api.rows(`select from erasure where account = $1 and stage = 'evidence' and done_at is not null`, person.id)).length > 0
      );
    }, 'the words to be erased');
    expect(await textsOf(customer, thread)).toEqual([null, 'Words that stay']);
    expect(await textsOf(staff, thread)).toEqual([null, 'Words that stay']);
    expect(await verify(api.lives, lifeOfPublicId('thread', thread))).toBeUndefined();
  });
});
