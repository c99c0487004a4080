import { randomUUID } from 'node:crypto';
import { eventHash, GENESIS } from '../../lives/chain.ts';
import { pass, shiftClock } from '../../testing/engine/pass.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { openApi, posting } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

const HOUR = 3_600_000;
const menuOf = ({ commands }: Task): string[] => commands.map(({ name }) => name);

/** What the parties of an agreed task may always do: claim (9.1), report force majeure (8.1), and send papers of their own (5.3). */
const ALWAYS = ['claim', 'report-force-majeure', 'send-paper'];
const PROPOSALS = ['amend', 'propose-cancel'];
const WORKING = ['submit', 'stop-work', 'report-no-access', 'resign', ...PROPOSALS, ...ALWAYS];
const REVIEWING = ['approve', 'approve-part', 'refuse', 'report', ...PROPOSALS, ...ALWAYS];
const LEAVING = ['cancel', 'report', 'report-risk', ...PROPOSALS, ...ALWAYS];
const STARTING = ['start', 'report-no-access', 'resign', ...PROPOSALS, ...ALWAYS];
const DEALING = [...PROPOSALS, ...ALWAYS];
const REPORTING = ['report', ...ALWAYS];
const CONFIRMING = ['confirm', ...ALWAYS];

let api: Api;
let customer: Person;
let contractor: Person;
let other: Person;
let operator: Person;
beforeAll(async () => {
  api = await openApi();
  [customer, contractor, other, operator] = await Promise.all([
    api.join(['customer']),
    api.join(['contractor']),
    api.join(['contractor']),
    api.join(['operator']),
  ]);
});
afterAll(() => api.close());

const read = async (person: Person, id: string): Promise<Task> => (await api.as(person).get(`/v1/tasks/${id}`)).body;
const events = async (id: string) =>
  (await api.as(operator).get<{ items: { seq: number; type: string; by: string }[] }>(`/v1/tasks/${id}/events`)).body.items;
const types = async (id: string): Promise<string[]> => (await events(id)).map(({ type }) => type);
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Almaty' }).format(Date.now());

/** What a task shows to each side: its state, who may do what, and what silence leads to. */
const standing = async (id: string) => {
  const [his, theirs, ours] = await Promise.all([read(customer, id), read(contractor, id), read(operator, id)]);
  expect(new Set([his, theirs, ours].map(({ stage, ifNobodyActs }) => JSON.stringify([stage, ifNobodyActs]))).size).toBe(1);
  const deadline = Object.entries(his.deadlines).find(([, moment]) => moment === his.ifNobodyActs?.at)?.[0];
  const menus = [his, theirs, ours].map((task) => menuOf(task).toSorted());
  return [his.stage, ...menus, his.ifNobodyActs?.becomes, deadline];
};
type Standing = [stage: string, his: string[], theirs: string[], ours: string[], becomes?: string, deadline?: string];
/** Until the task is over, the customer may set its address. */
const stands = ([stage, his, theirs, ours, becomes, deadline]: Standing) => [
  stage,
  ...[his.length === 0 ? [] : [...his, 'set-address'], theirs, ours].map((menu) => menu.toSorted()),
  becomes,
  deadline,
];

describe('a task', () => {
  it('runs from its posting to the confirmed payment, and each response shows who may do what and what silence leads to', async () => {
    await api.withWorker(async () => {
      const { id, ...posted } = await api.as(customer).postTask();
      expect(posted).toMatchObject({
        state: 'posted',
        version: 1,
        price: { amount: 1_500_000, currency: 'KZT' },
        customer: customer.id,
        contractor: null,
        group: null,
        receipt: { seq: 1, type: 'post' },
      });
      const toStart: Standing = ['agreed.awaited', LEAVING, STARTING, [], 'agreed.late', 'startBy'];
      const toWork: Standing = ['executing.working', LEAVING, WORKING, [], 'executing.overdue', 'dueBy'];
      const toReview: Standing = ['review.awaited', REVIEWING, DEALING, [], 'review.silent', 'reviewBy'];
      const toPay: Standing = ['settling.due', REPORTING, CONFIRMING, [], 'settling.overdue', 'payBy'];
      const toConfirm: Standing = ['settling.reported', ALWAYS, [...CONFIRMING, 'deny'], []];
      const steps: [Person, string, object, Standing][] = [
        [contractor, 'accept', { version: 1 }, toStart],
        [contractor, 'start', {}, toWork],
        [contractor, 'submit', { note: 'Done' }, toReview],
        [customer, 'refuse', { reasons: 'A scratch' }, toWork],
        [contractor, 'submit', {}, toReview],
        [customer, 'approve', {}, toPay],
        [customer, 'report', { amount: 500_000, paidOn: today() }, toConfirm],
        [contractor, 'deny', { reasons: 'Nothing came' }, toPay],
        [customer, 'report', { amount: 500_000, paidOn: today() }, toConfirm],
        [contractor, 'confirm', {}, toPay],
        [contractor, 'confirm', { amount: 1_000_000 }, ['closed', [], [], []]],
      ];
      expect(await standing(id)).toEqual(stands(['posted', ['change', 'withdraw'], ['accept'], ['block'], 'expired', 'acceptBy']));
      for (const [index, [person, name, body, expected]] of steps.entries()) {
        const done = await api.as(person).command(id, name, body);
        expect(done).toMatchObject({ seq: index + 2, stage: expected[0], receipt: { seq: index + 2, type: name } });
        expect(await standing(id)).toEqual(stands(expected));
      }
      await expect(api.ended(`task/${id}`)).resolves.toBe('closed');
      expect(await types(id)).toEqual(['post', ...steps.map(([, name]) => name)]);
    });
  });

  it('shows its parties a chain whose hashes anyone can compute', async () => {
    const { id } = await api.as(customer).postTask();
    await api.as(contractor).command(id, 'accept', { version: 1 });
    for (const person of [customer, contractor, operator]) {
      const { items } = (
        await api
          .as(person)
          .get<{ items: (Parameters<typeof eventHash>[1] & { hash: string; title: string; said: object | null })[] }>(
            `/v1/tasks/${id}/events`,
          )
      ).body;
      expect(items).toMatchObject([
        { seq: 1, by: 'customer', type: 'post' },
        { seq: 2, by: 'contractor', type: 'accept' },
      ]);
      let previous = GENESIS;
      for (const { title: _, said: __, hash, ...link } of items) {
        expect(eventHash(previous, { ...link, life: `task/${id}` })).toBe(hash);
        previous = hash;
      }
    }
  });

  it('sends its parties emails, and the API shows the status of each', async () => {
    await api.withWorker(async () => {
      const { id } = await api.as(customer).postTask({ title: 'Piano to the third floor' });
      await api.as(contractor).command(id, 'accept', { version: 1 });
      for (const name of ['start', 'submit']) await api.as(contractor).command(id, name);
      await api.as(customer).command(id, 'refuse', { reasons: 'A scratch' });
      type Notices = { items: { template: string; status: string; subject: string; body: string; settledAt: string | null }[] };
      const noticesOf = async (person: Person, language?: string) =>
        (await api.as(person).get<Notices>(`/v1/tasks/${id}/notices`, language === undefined ? {} : { language })).body.items;
      await until(async () => (await noticesOf(operator)).every(({ status }) => status === 'delivered'), 'the letters');
      expect((await noticesOf(customer)).map(({ template }) => template)).toEqual(['task-accepted', 'work-started', 'work-submitted']);
      expect((await noticesOf(contractor)).map(({ template }) => template)).toEqual(['work-refused']);
      expect(await noticesOf(operator)).toHaveLength(4);
      for (const language of ['kk', 'ru', 'en']) {
        const [accepted] = await noticesOf(customer, language);
        expect(accepted).toMatchObject({ status: 'delivered', settledAt: expect.any(String) });
        expect(accepted?.body).toContain('Piano to the third floor');
        expect(accepted?.body).not.toMatch(/[{}]| {2}| ,/);
      }
    });
  });

  it('uses the requested language, otherwise the account’s', async () => {
    const kazakh = await api.join(['contractor'], 'kk');
    const { id } = await api.as(customer).postTask();
    const nameOf = async (language?: string) => {
      const { body } = await api.as(kazakh).get(`/v1/tasks/${id}`, language === undefined ? {} : { language });
      return [body.stateName, body.commands[0]?.title, body.ifNobodyActs?.title];
    };
    const [kk, ru, en] = [await nameOf('kk'), await nameOf('ru'), await nameOf('en')];
    expect(kk[0]).toBe('Орналастырылған');
    expect(ru[0]).toBe('Размещено');
    expect(en[0]).toBe('Posted');
    expect(new Set([kk, ru, en].map(([, title]) => title)).size).toBe(3);
    for (const language of [undefined, '*', 'de', 'xx;q=0', '*;q=0.5', '']) expect(await nameOf(language)).toEqual(kk);
    for (const language of ['ru-KZ,ru;q=0.9,en;q=0.8', 'de,ru;q=0.5', 'ru,*;q=0.1']) expect(await nameOf(language)).toEqual(ru);
  });

  it('expires if nobody accepts it', async () => {
    await api.withWorker(async () => {
      const { id, ifNobodyActs } = await api.as(customer).postTask();
      await pass(api, `task/${id}`, Date.parse(ifNobodyActs?.at as string) - Date.now() + 1_000);
      expect(await read(customer, id)).toMatchObject({ state: 'expired', commands: [], ifNobodyActs: null, silence: [] });
      await expect(api.ended(`task/${id}`)).resolves.toBe('expired');
    });
  });

  it('with a late start can be given up by the customer, and not earlier', async () => {
    await api.withWorker(async () => {
      const { id } = await api.as(customer).postTask();
      await api.as(contractor).command(id, 'accept', { version: 1 });
      const early = await api.as(customer).post(`/v1/tasks/${id}/give-up`, { reasons: 'Too late' });
      expect(early.problem).toMatchObject({ code: 'not-in-this-state', rule: 'holdIsTooLong' });
      expect(early.problem?.commands?.map(({ name }) => name)).not.toContain('give-up');
      const { ifNobodyActs } = await read(customer, id);
      await pass(api, `task/${id}`, Date.parse(ifNobodyActs?.at as string) - Date.now() + 1_000);
      const late = await api.as(customer).get(`/v1/tasks/${id}`);
      expect(late.body).toMatchObject({ stage: 'agreed.late', ifNobodyActs: { becomes: 'agreed.missed' } });
      await pass(api, `task/${id}`, Date.parse(late.body.ifNobodyActs?.at as string) - Date.now() + 86_400_000 * 3);
      expect(await standing(id)).toEqual(stands(['agreed.missed', ['give-up', ...LEAVING], STARTING, []]));
      for (const [language, words] of [
        ['kk', 'Өздігінен ештеңе болмайды. Орындаушы жұмысты әлі де бастай алады'],
        ['ru', 'Само собой ничего не произойдёт. Исполнитель ещё может приступить к работе'],
        ['en', 'Nothing happens by itself. The contractor may still start; the customer may wait or give up the task.'],
      ] as const) {
        const { body } = await api.as(contractor).get(`/v1/tasks/${id}`, { language });
        expect(body).toMatchObject({ ifNobodyActs: null, silence: [{ clause: '4.2.1', words: expect.stringContaining(words) }] });
      }
      expect(await api.as(customer).command(id, 'give-up', { reasons: 'Too late' })).toMatchObject({ state: 'cancelled', commands: [] });
    });
  });

  it('is approved by silence if its terms say so (4.3.3)', async () => {
    await api.withWorker(async () => {
      const { id } = await api.as(customer).postTask({ terms: { silence: 'approved', reviewWorkingDays: 1 } });
      for (const [name, body] of [
        ['accept', { version: 1 }],
        ['start', {}],
        ['submit', {}],
      ] as const)
        await api.as(contractor).command(id, name, body);
      const { ifNobodyActs } = await read(customer, id);
      expect(ifNobodyActs).toMatchObject({ becomes: 'settling.due', clause: '4.3.3' });
      await pass(api, `task/${id}`, Date.parse(ifNobodyActs?.at as string) - Date.now() + 1_000);
      expect(await standing(id)).toEqual(stands(['settling.due', REPORTING, CONFIRMING, [], 'settling.overdue', 'payBy']));
    });
  });

  it('counts working days also in years without a calendar, and marks such a deadline as unconfirmed', async () => {
    const { id } = await api.as(customer).postTask({ terms: { reviewWorkingDays: 20, silence: 'approved' } });
    await api.as(contractor).command(id, 'accept', { version: 1 });
    const known = await api.as(contractor).command(id, 'start', {});
    expect(known.ifNobodyActs).not.toHaveProperty('unconfirmed');
    await shiftClock(api, `task/${id}`, 5 * 365 * 24 * HOUR);
    const { state, ifNobodyActs, deadlines } = await api.as(contractor).command(id, 'submit', {});
    expect([state, ifNobodyActs]).toEqual(['review', expect.objectContaining({ unconfirmed: true, at: deadlines.reviewBy })]);
    const days = (Date.parse(String(deadlines.reviewBy)) - Date.now()) / (24 * HOUR) - 5 * 365;
    expect(days >= 28 && days < 42).toBe(true);
  });

  it('uses the database’s clock, also while Temporal is away', async () => {
    const { id } = await api.as(customer).postTask();
    await api.owner.query('update life set clock_offset = $2 where id = $1', [`task/${id}`, 10 * 24 * HOUR]);
    const late = await api.as(contractor).post(`/v1/tasks/${id}/accept`, { version: 1 });
    expect(late.problem?.code).toBe('not-in-this-state');
    expect(await types(id)).toEqual(['post', expect.stringMatching(/acceptReminder/), expect.stringMatching(/acceptBy/)]);
  });

  it('can be changed, withdrawn and blocked before acceptance, and not after', async () => {
    const changed = await api.as(customer).postTask();
    expect(await api.as(customer).command(changed.id, 'change', { ...posting({ title: 'Two pianos' }), version: 1 })).toMatchObject({
      version: 2,
      title: 'Two pianos',
    });
    expect(await api.as(customer).command(changed.id, 'withdraw')).toMatchObject({ state: 'withdrawn', commands: [] });
    const { id } = await api.as(customer).postTask();
    expect(await api.as(operator).command(id, 'block', { reasons: 'Not allowed' })).toMatchObject({ state: 'blocked', commands: [] });
    expect((await api.as(customer).post(`/v1/tasks/${id}/withdraw`, {})).problem).toMatchObject({
      code: 'not-in-this-state',
      commands: [],
    });
  });
});

describe('several places', () => {
  const groupOf = (group: string | null) => api.rows<{ id: string }>('select id from task where "group" = $1 order by number', group);

  it('create as many tasks of one group, once for one key', async () => {
    const key = randomUUID();
    const body = posting({ places: 3 });
    const first = await api.as(customer).post('/v1/tasks', body, { key });
    expect(first.status).toBe(201);
    expect(first.headers.get('location')).toBe(`/v1/tasks/${first.body.id}`);
    expect(await groupOf(first.body.group)).toHaveLength(3);
    const again = await api.as(customer).post('/v1/tasks', body, { key });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    expect((await api.as(customer).post('/v1/tasks', { ...body, places: 4 }, { key })).problem?.code).toBe('key-reused');
    expect(await groupOf(first.body.group)).toHaveLength(3);
  });

  it('are all posted or none', async () => {
    const body = posting({ places: 3 });
    const key = randomUUID();
    await api.owner.query(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'made by a test' using errcode = '53100'; end $$;
      create trigger refuse before insert on event for each row when (new.key like '%#3') execute function refuse()`);
    const before = await api.countEvents();
    const failed = await api.as(customer).post('/v1/tasks', body, { key });
    await api.owner.query('drop trigger refuse on event');
    expect(failed.problem?.code).toBe('unavailable');
    expect(failed.headers.get('retry-after')).toBe('1');
    expect(await api.countEvents()).toBe(before);
    const { status, body: task, headers } = await api.as(customer).post('/v1/tasks', body, { key });
    expect([status, headers.get('idempotent-replayed')]).toEqual([201, null]);
    expect(await api.countEvents()).toBe(before + 3);
    expect((await api.as(customer).post('/v1/tasks', body, { key })).headers.get('idempotent-replayed')).toBe('true');
    const tasks = await groupOf(task.group);
    expect(tasks).toHaveLength(3);
    // Each is a task of its own.
    await api.as(contractor).command(tasks[1]?.id.slice('task/'.length) as string, 'accept', { version: 1 });
    expect((await read(contractor, task.id)).state).toBe('posted');
  });
});

describe('a choice among contractors', () => {
  it('collects responses with prices, shows each contractor its own and the customer all, and binds the chosen one at that price', async () => {
    const { id } = await api.as(customer).postTask({ match: 'choice' });
    expect(menuOf(await read(contractor, id))).toEqual(['respond']);
    await api.as(contractor).command(id, 'respond', { version: 1, price: 1_400_000, message: 'I have a van' });
    await api.as(other).command(id, 'respond', { version: 1 });
    const responses = {
      first: { number: 1, contractor: contractor.id, version: 1, price: { amount: 1_400_000, currency: 'KZT' }, message: 'I have a van' },
      second: { number: 2, contractor: other.id, version: 1, price: null, message: null },
    };
    expect(new Set((await read(customer, id)).responses)).toEqual(new Set([responses.first, responses.second]));
    expect((await read(contractor, id)).responses).toEqual([responses.first]);
    expect((await read(other, id)).responses).toEqual([responses.second]);
    expect(menuOf(await read(other, id))).toEqual(['respond', 'retract']);

    await api.as(customer).command(id, 'choose', { version: 1, contractor: contractor.id.toUpperCase() });
    expect(menuOf(await read(contractor, id))).toEqual(['retract', 'accept', 'decline']);
    expect(menuOf(await read(other, id))).toEqual(['retract']);
    expect((await api.as(other).post(`/v1/tasks/${id}/accept`, { version: 1 })).problem?.code).toBe('wrong-party');
    expect(await api.as(contractor).command(id, 'accept', { version: 1 })).toMatchObject({
      state: 'agreed',
      contractor: contractor.id,
      price: { amount: 1_400_000 },
    });
    expect((await api.as(other).get(`/v1/tasks/${id}`)).status).toBe(404);
  });

  it('starts again if the chosen contractor declines, and responses to an older version do not count', async () => {
    const { id } = await api.as(customer).postTask({ match: 'choice' });
    await api.as(contractor).command(id, 'respond', { version: 1 });
    await api.as(customer).command(id, 'choose', { version: 1, contractor: contractor.id });
    expect(await api.as(contractor).command(id, 'decline')).toMatchObject({ state: 'posted', responses: [] });
    await api.as(other).command(id, 'respond', { version: 1 });
    await api.as(customer).command(id, 'change', { ...posting({ title: 'Changed' }), version: 1 });
    const choose = { version: 2, contractor: other.id, response: 2 };
    expect((await api.as(customer).post(`/v1/tasks/${id}/choose`, choose)).problem).toMatchObject({
      code: 'not-in-this-state',
      rule: 'someoneMayBeChosen',
    });
    await api.as(contractor).command(id, 'respond', { version: 2 });
    expect((await api.as(customer).post(`/v1/tasks/${id}/choose`, choose)).problem).toMatchObject({
      code: 'rule-refused',
      rule: 'responseIsCurrent',
    });
    await api.as(other).command(id, 'respond', { version: 2 });
    await api.as(customer).command(id, 'choose', { version: 2, contractor: other.id });
    expect(await api.as(other).command(id, 'retract')).toMatchObject({ responses: [] });
    expect(menuOf(await read(customer, id))).toEqual(['change', 'withdraw', 'choose', 'set-address']);
  });
});

describe('an invitation', () => {
  it('is only for the invited: one declines and gets a receipt, the other accepts', async () => {
    const { id } = await api.as(customer).postTask({ match: 'invited', invited: [contractor.id.toUpperCase(), other.id] });
    expect((await api.as(await api.join(['contractor'])).get(`/v1/tasks/${id}`)).status).toBe(404);
    expect(menuOf(await read(contractor, id))).toEqual(['accept', 'decline']);
    const declined = await api.as(other).post(`/v1/tasks/${id}/decline`, { reasons: 'No time' });
    expect(declined).toMatchObject({ status: 200, body: { id, receipt: { seq: 2, type: 'decline' } } });
    expect(Object.keys(declined.body)).toEqual(['id', 'receipt']);
    expect((await api.as(other).get(`/v1/tasks/${id}`)).status).toBe(404);
    expect(await api.as(contractor).command(id, 'accept', { version: 1 })).toMatchObject({ state: 'agreed', contractor: contractor.id });
  });

  it.each([
    ['of nobody', { match: 'invited', invited: [] }, 'invitedFitsMatch'],
    ['to an open task', { invited: ['contractor'] }, 'invitedFitsMatch'],
    ['to an unknown account', { match: 'invited', invited: ['unknown'] }, 'invitedAreContractors'],
    ['to a customer', { match: 'invited', invited: ['contractor', 'customer'] }, 'invitedAreContractors'],
  ] as const)('%s is refused', async (_, { invited, ...given }, rule) => {
    const ids: Record<string, string> = { contractor: contractor.id, customer: customer.id, unknown: randomUUID() };
    const before = await api.countEvents();
    const { problem } = await api
      .as(customer)
      .post('/v1/tasks', posting({ ...given, invited: invited.map((name) => ids[name] as string) }));
    expect(problem).toMatchObject({ code: 'rule-refused', rule, clause: expect.any(String), detail: expect.any(String) });
    expect(await api.countEvents()).toBe(before);
  });

  it('to oneself is refused', async () => {
    const both = await api.join(['customer', 'contractor']);
    const { problem } = await api.as(both).post('/v1/tasks', posting({ match: 'invited', invited: [both.id] }));
    expect(problem).toMatchObject({ code: 'rule-refused', rule: 'invitesOthers' });
  });
});
