/** Saved searches, and letters about new tasks that match: to whom, of what, when, and once. */
import type { z } from 'zod';
import { findForSearches } from '../../activities/find-for-searches.ts';
import { tellFound } from '../../activities/tell-found.ts';
import { eraseDue } from '../../lives/erasure.ts';
import type { Registered } from '../../testing/people/accounts.ts';
import { registerUnderOffer } from '../../testing/people/accounts.ts';
import { asksToClose } from '../../testing/people/closing.ts';
import { liftLimits } from '../../testing/people/limits.ts';
import { confirmsEmail, done } from '../../testing/people/registration.ts';
import { lettersTo } from '../../testing/stand-ins/mailbox.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { inHours, openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { PostTask } from '../tasks/schema.ts';
import type { SavedSearch, SavedSearchList, SearchToKeep } from './schema.ts';

type Saved = z.output<typeof SavedSearch>;
type List = z.output<typeof SavedSearchList>;
type Given = Extract<z.input<typeof SearchToKeep>, { kind: 'tasks' }>;

/** By day in Almaty: 12:00. */
const NOON = '2026-11-30T07:00:00.000Z';
const MINUTE = 60_000;
const later = (minutes: number, moment = NOON): string => new Date(Date.parse(moment) + minutes * MINUTE).toISOString();
/** 9:00 in Almaty on the next day. */
const NEXT_MORNING = '2026-12-01T04:00:00.000Z';

let api: Api;
let customer: Person;
beforeAll(async () => {
  api = await openApi({ sweeping: false, limits: { requests: 1_000_000 } });
  await liftLimits(api.owner);
  await api.owner.query(`update parameter set value = '10000' where code like 'quota%'`);
  await setParameter(api.owner, 'registrationsPerAddress', 10_000);
  customer = await api.join(['customer']);
});
afterAll(() => api.close());

const given = (more: Partial<Given> = {}): Given => ({
  kind: 'tasks',
  name: 'Own',
  query: { search: 'рояль' },
  alerts: 'at-once',
  ...more,
});
const keep = async (person: Person, more: Partial<Given> = {}): Promise<Saved> =>
  done(await api.as(person).post<Saved>('/v1/searches', given(more)));
const listed = async (person: Person, query = ''): Promise<List> => done(await api.as(person).get<List>(`/v1/searches${query}`));
const at = ({ id }: Saved): string => `/v1/searches/${id}`;

/** A contractor whose chain and address are real. */
async function reader(): Promise<Registered> {
  const person = await registerUnderOffer(api, ['contractor']);
  await confirmsEmail(api, person);
  return person;
}

const post = (more: Partial<z.input<typeof PostTask>>, person = customer): Promise<Task> => api.as(person).postTask(more);
const change = (task: Task, more: object) =>
  api.as(customer).command(task.id, 'change', {
    ...{ title: task.title, version: task.version, startAt: inHours(48), dueAt: inHours(56) },
    ...{ lines: [{ name: 'Loading', unit: 'hour', quantity: 5, unitPrice: 300_000 }], ...more },
  });

/** Passes until every open task was looked at: a transaction of another test may hold up the first ones. */
const find = (now = NOON): Promise<unknown> =>
  until(async () => {
    await findForSearches(api.worker.lives, 'tasks', now);
    const left = await api.owner.query(`select from open_task_search as task, search_pass as pass
      where kind = 'tasks' and (until_era is not null or (task.era, task.xid, task.number) > (pass.era, pass.xid, pass.number))`);
    return left.rowCount === 0;
  }, 'the pass');
const tell = (now: string): Promise<number> => tellFound(api.worker, 'tasks', now);
const findAndTell = async (found: string, told: string): Promise<number> => {
  await find(found);
  return tell(told);
};

/** The numbers of tasks that each letter to an account tells of, oldest letter first. */
async function letters({ id }: Person): Promise<string[][]> {
  const rows = await api.owner.query<{ titles: string[] }>(
    `select array(select distinct task.title from found_item join task on task.id = found_item.task
       where letter = (event.input ->> 'letter')::uuid order by title) as titles
     from event where life = $1 and type = 'tasksFound' order by seq`,
    [`account/${id}`],
  );
  return rows.rows.map(({ titles }) => titles);
}
const found = async ({ id }: Person): Promise<number> =>
  (await api.owner.query('select from found_item where account = $1', [id])).rowCount ?? 0;

describe('a saved search', () => {
  it('is kept as it was asked, listed newest first, changed and deleted', async () => {
    const contractor = await api.join(['contractor']);
    const query = { search: 'рояль', place: 'almaty', near: '43.24,76.92', within: 5, priceFrom: '100', hazards: 'no' as const };
    const one = await keep(contractor, { name: 'Рояли', query, alerts: 'daily' });
    expect(one).toMatchObject({ name: 'Рояли', alerts: 'daily', query: { ...query, priceFrom: 100, sort: 'newest' } });
    expect(done(await api.as(contractor).get<Saved>(at(one)))).toEqual(one);
    const two = await keep(contractor);
    const again = { key: 'the-same-key-of-a-repeat' };
    const [three, repeated] = [
      done(await api.as(contractor).post<Saved>('/v1/searches', given({ name: 'Once' }), again)),
      done(await api.as(contractor).post<Saved>('/v1/searches', given({ name: 'Once' }), again)),
    ];
    expect(repeated).toEqual(three);
    expect((await api.as(contractor).post('/v1/searches', given({ name: 'Another' }), again)).problem?.code).toBe('key-reused');
    done(await api.as(contractor).remove(at(three)));
    expect((await listed(contractor)).items).toEqual([two, one]);
    expect(await listed(contractor, '?limit=1')).toEqual({ items: [two], next: String(two.number) });
    expect((await listed(contractor, `?after=${two.number}`)).items).toEqual([one]);

    const changed = done(
      await api.as(contractor).put<Saved>(at(one), given({ name: 'Другое', query: { category: 'plumbing' }, alerts: 'none' })),
    );
    expect(changed).toMatchObject({ id: one.id, name: 'Другое', alerts: 'none', query: { category: 'plumbing', sort: 'newest' } });
    expect(done(await api.as(contractor).remove(at(two)))).toEqual({ id: two.id, kept: false });
    expect((await listed(contractor)).items).toEqual([changed]);
    expect((await api.as(contractor).get(at(two))).status).toBe(404);
  });

  it('is nobody else’s: neither read, changed, deleted nor listed', async () => {
    const [owner, other, staff] = await Promise.all([api.join(['contractor']), api.join(['contractor']), api.join(['operator'])]);
    const search = await keep(owner);
    for (const person of [other, staff]) {
      expect((await api.as(person).get(at(search))).status).toBe(404);
      expect((await api.as(person).put(at(search), given({ name: 'Taken' }))).status).toBe(404);
      expect((await api.as(person).remove(at(search))).status).toBe(404);
      expect(await listed(person)).toEqual({ items: [], next: null });
    }
    expect((await listed(owner)).items).toEqual([search]);
  });

  it.each<[string, object]>([
    ['signs alone', given({ query: { search: '-'.repeat(33) } })],
    ['nothing between its prices', given({ query: { priceFrom: 2, priceTo: 1 } })],
    ['a distance from nowhere', given({ query: { within: 5 } })],
    ['the order by a distance from nowhere', given({ query: { sort: 'nearest' } })],
    ['an unknown category', given({ query: { category: 'no-such' } })],
    ['a page', given({ query: { limit: 5 } as never })],
    ['no name', given({ name: ' ' })],
    ['unknown alerts', given({ alerts: 'hourly' as never })],
  ])('is refused with %s', async (_, body) => {
    const contractor = await api.join(['contractor']);
    expect((await api.as(contractor).post('/v1/searches', body)).problem?.code).toBe('invalid-input');
    const search = await keep(contractor);
    expect((await api.as(contractor).put(at(search), body)).problem?.code).toBe('invalid-input');
    expect((await listed(contractor)).items).toEqual([search]);
  });

  it('is one of so many at most, also by several requests at once', async () => {
    await setParameter(api.owner, 'savedSearchesMost', 3);
    try {
      const contractor = await api.join(['contractor']);
      const replies = await Promise.all(Array.from({ length: 8 }, () => api.as(contractor).post('/v1/searches', given())));
      expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 422, 422, 422, 422, 422]);
      expect(replies.find(({ status }) => status === 422)?.problem).toMatchObject({ rule: 'savedSearchesAreBounded' });
      expect((await listed(contractor)).items).toHaveLength(3);
    } finally {
      await setParameter(api.owner, 'savedSearchesMost', 20);
    }
  });

  it('tells the database and the log nothing of what it is for', async () => {
    const contractor = await api.join(['contractor']);
    const search = await keep(contractor, { name: 'Тайное имя', query: { search: 'тайноеслово' } });
    done(await api.as(contractor).get(at(search)));
    const { rows } = await api.owner.query('select row_to_json(saved_search) as row from saved_search where id = $1', [search.id]);
    expect(JSON.stringify(rows)).not.toMatch(/тайн/i);
    expect(Buffer.from((rows[0] as { row: { content: string } }).row.content.slice(2), 'hex').toString()).not.toMatch(/тайн/i);
    expect(api.logged()).not.toMatch(/тайн/i);
  });
});

describe('new tasks', () => {
  it('match by words in Kazakh and by district, and once for each search', async () => {
    const [byWord, byPlace, byBoth] = [await reader(), await reader(), await reader()];
    await keep(byWord, { query: { search: 'бақшалар' } });
    await keep(byPlace, { query: { place: 'almaty' } });
    for (const query of [{ search: 'кран' }, { place: 'medeu-almaty' }]) await keep(byBoth, { query });
    await post({ title: 'Бақшадағы кранды жөндеу', location: { place: 'esil-astana' } });
    await post({ title: 'Шкаф', location: { place: 'medeu-almaty' } });
    expect(await findAndTell(NOON, later(15))).toBe(3);
    expect([await letters(byWord), await letters(byPlace), await letters(byBoth)]).toEqual([
      [['Бақшадағы кранды жөндеу']],
      [['Шкаф']],
      [['Бақшадағы кранды жөндеу', 'Шкаф']],
    ]);
    expect(await findAndTell(later(200), later(400))).toBe(0);
  });

  it('at once: one letter gathers what is found until it is due, and the next keeps the pause', async () => {
    const contractor = await reader();
    await keep(contractor, { query: { search: 'арфа' } });
    await post({ title: 'Арфа 1' });
    await find();
    expect(await tell(later(14))).toBe(0);
    await post({ title: 'Арфа 2' });
    expect(await findAndTell(later(14), later(15))).toBe(1);
    // The letter was written now, by the clock of the database.
    const now = new Date().toISOString();
    await post({ title: 'Арфа 3' });
    expect(await findAndTell(now, later(55, now))).toBe(0);
    expect(await tell(later(61, now))).toBe(1);
    expect(await letters(contractor)).toEqual([['Арфа 1', 'Арфа 2'], ['Арфа 3']]);
  });

  it('daily: one letter at the hour of Almaty', async () => {
    const contractor = await reader();
    await keep(contractor, { query: { search: 'гобой' }, alerts: 'daily' });
    await post({ title: 'Гобой 1' });
    await find(NOON);
    await post({ title: 'Гобой 2' });
    await find(later(600));
    expect(await tell(later(-1, NEXT_MORNING))).toBe(0);
    expect(await tell(NEXT_MORNING)).toBe(1);
    expect(await letters(contractor)).toEqual([['Гобой 1', 'Гобой 2']]);
    expect(await tell(later(24 * 60, NEXT_MORNING))).toBe(0);
  });

  it('wake nobody: what is due at night is told in the morning, also by a run that comes late', async () => {
    const contractor = await reader();
    await keep(contractor, { query: { search: 'тромбон' } });
    await setParameter(api.owner, 'quietFromHour', 22);
    await setParameter(api.owner, 'quietToHour', 8);
    try {
      await post({ title: 'Тромбон' });
      // 21:50 in Almaty.
      await find('2026-11-30T16:50:00.000Z');
      const [row] = (await api.owner.query<{ due_at: Date }>('select due_at from found_item where account = $1', [contractor.id])).rows;
      expect(row?.due_at.toISOString()).toBe('2026-12-01T03:00:00.000Z');
      await api.owner.query(`update found_item set due_at = '2026-11-30T16:55:00Z' where account = $1`, [contractor.id]);
      for (const night of ['2026-11-30T17:05:00.000Z', '2026-12-01T02:59:00.000Z']) expect(await tell(night)).toBe(0);
      expect(await tell('2026-12-01T03:00:00.000Z')).toBe(1);
    } finally {
      for (const hour of ['quietFromHour', 'quietToHour']) await setParameter(api.owner, hour, 0);
    }
  });

  it('are not told of: own ones, those of who is blocked or blocks, those for others, and without alerts', async () => {
    const both = await registerUnderOffer(api, ['customer', 'contractor']);
    const [blocking, blocked, without, other] = [await reader(), await reader(), await reader(), await reader()];
    const aside = await api.join(['customer']);
    for (const person of [both, blocking, blocked, other]) await keep(person, { query: { search: 'виолончель' } });
    await keep(without, { query: { search: 'виолончель' }, alerts: 'none' });
    const owners = await registerUnderOffer(api, ['customer']);
    done(await api.as(blocking).put(`/v1/accounts/me/blocked/${owners.id}`));
    done(await api.as(owners).put(`/v1/accounts/me/blocked/${blocked.id}`));
    await post({ title: 'Виолончель A' }, owners);
    await post({ title: 'Виолончель B' }, both);
    await post({ title: 'Виолончель C', match: 'invited', invited: [other.id] }, aside);
    await find();
    await tell(later(15));
    expect(await letters(both)).toEqual([['Виолончель A']]);
    for (const person of [blocking, blocked]) expect(await letters(person)).toEqual([['Виолончель B']]);
    expect(await letters(other)).toEqual([['Виолончель A', 'Виолончель B', 'Виолончель C']]);
    expect(await letters(without)).toEqual([]);
  });

  it('that a customer changes are told of where they match anew, and never twice', async () => {
    const contractor = await reader();
    await keep(contractor, { query: { search: 'литавры' } });
    const task = await post({ title: 'Скрипка' });
    expect(await findAndTell(NOON, later(15))).toBe(0);
    const changed = await change(task, { title: 'Литавры' });
    expect(await findAndTell(later(100), later(200))).toBe(1);
    await change({ ...changed, title: 'Литавры большие' }, {});
    await find(later(300));
    expect(await tell(later(3_000))).toBe(0);
    expect(await letters(contractor)).toHaveLength(1);
  });

  it('are news: what was open when the search was saved or changed is not told', async () => {
    const contractor = await reader();
    await post({ title: 'Фагот старый' });
    const search = await keep(contractor, { query: { search: 'фагот' } });
    await find();
    expect(await found(contractor)).toBe(0);
    await post({ title: 'Фагот новый' });
    done(await api.as(contractor).put(at(search), given({ query: { search: 'фагот or свирель' } })));
    await post({ title: 'Свирель' });
    expect(await findAndTell(NOON, later(15))).toBe(1);
    expect(await letters(contractor)).toEqual([['Свирель']]);
  });

  it('are lost by no slow commit: a pass waits for what is under way', async () => {
    const contractor = await reader();
    await keep(contractor, { query: { search: 'клавесин' } });
    const slow = await api.owner.connect();
    try {
      await slow.query('begin');
      await slow.query('select pg_current_xact_id()');
      const task = await post({ title: 'Клавесин' });
      await post({ title: 'Клавесин 2' });
      await slow.query(`update open_task_search set xid = pg_current_xact_id() where task = $1`, [`task/${task.id}`]);
      for (let times = 0; times < 3; times++) await findForSearches(api.worker.lives, 'tasks', NOON);
      expect(await found(contractor)).toBe(0);
      await slow.query('commit');
      await find();
      expect(await found(contractor)).toBe(2);
    } finally {
      slow.release();
    }
  });

  it('are told of by no search that was deleted, nor of when they are no longer open', async () => {
    const [dropping, staying] = [await reader(), await reader()];
    const search = await keep(dropping, { query: { search: 'баян' } });
    await keep(staying, { query: { search: 'баян' } });
    const taken = await post({ title: 'Баян 1' });
    await post({ title: 'Баян 2' });
    await find();
    expect([await found(dropping), await found(staying)]).toEqual([2, 2]);
    done(await api.as(dropping).remove(at(search)));
    await api.as(customer).command(taken.id, 'withdraw');
    await tell(later(15));
    expect([await letters(dropping), await letters(staying)]).toEqual([[], [['Баян 2']]]);
  });

  it('are told of to no account that was closed, and its searches are erased', async () => {
    const contractor = await reader();
    await keep(contractor, { query: { search: 'домбыра' } });
    await post({ title: 'Домбыра' });
    await find();
    done(await asksToClose(api, contractor));
    expect(await tell(later(15))).toBe(0);
    expect(await letters(contractor)).toEqual([]);
    await until(async () => {
      await eraseDue(api.worker.lives);
      return (await api.owner.query('select from saved_search where account = $1', [contractor.id])).rowCount === 0;
    }, 'the searches to be erased');
    expect(await found(contractor)).toBe(0);
    // Not even what comes later is found for it.
    await post({ title: 'Домбыра 2' });
    await find();
    expect(await found(contractor)).toBe(0);
  });
});

it('a search that cannot be opened is logged, and holds up no other', async () => {
  const [damaged, other] = [await reader(), await reader()];
  const { id } = await keep(damaged, { query: { search: 'саксофон' } });
  await keep(other, { query: { search: 'саксофон' } });
  await api.owner.query(`update saved_search set content = overlay(content placing '\\x0001'::bytea from length(content)) where id = $1`, [
    id,
  ]);
  await post({ title: 'Саксофон' });
  await findAndTell(NOON, later(15));
  expect([await letters(damaged), await letters(other)]).toEqual([[], [['Саксофон']]]);
  expect(api.logged()).toContain('search.unreadable');
  await api.owner.query('delete from saved_search where id = $1', [id]);
});

describe('a run that is killed', () => {
  const stopOn = (table: string, when: 'insert' | 'update', condition: string): Promise<unknown> =>
    api.owner.query(`create function stop() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
      create trigger stop before ${when} on ${table} for each row when (${condition}) execute function stop()`);
  const goOn = (table: string): Promise<unknown> => api.owner.query(`drop trigger stop on ${table}; drop function stop`);

  it.each([
    ['while it notes what it found', 'found_item', 'insert', (id: string) => `new.account = '${id}'`],
    ['before the letter is in the chain', 'event', 'insert', (id: string) => `new.life = 'account/${id}' and new.type = 'tasksFound'`],
    ['after that, before this is noted', 'search_letter', 'update', (id: string) => `new.account = '${id}' and new.told_at is not null`],
  ] as const)('%s: the next one tells of each task once', async (_, table, when, condition) => {
    const contractor = await reader();
    await keep(contractor, { query: { search: 'орган' } });
    await post({ title: 'Орган' });
    await stopOn(table, when, condition(contractor.id));
    try {
      await expect(findAndTell(NOON, later(15))).rejects.toThrow('killed');
    } finally {
      await goOn(table);
    }
    await Promise.all([find(later(20)), find(later(20))]);
    await Promise.all([tell(later(40)), tell(later(40))]);
    await tell(later(500));
    expect(await letters(contractor)).toEqual([['Орган']]);
    await api.owner.query('delete from saved_search where account = $1', [contractor.id]);
  });

  it('control: under another key the letter would be told twice', async () => {
    const contractor = await reader();
    await keep(contractor, { query: { search: 'фисгармония' } });
    await post({ title: 'Фисгармония' });
    await find();
    await stopOn('search_letter', 'update', `new.account = '${contractor.id}' and new.told_at is not null`);
    await expect(tell(later(15))).rejects.toThrow('killed');
    await goOn('search_letter');
    await api.owner.query(
      `with other as (update search_letter set id = gen_random_uuid() where account = $1 returning id) update found_item set letter = other.id from other where account = $1`,
      [contractor.id],
    );
    await tell(later(20));
    const { rowCount } = await api.owner.query(`select from event where life = $1 and type = 'tasksFound'`, [`account/${contractor.id}`]);
    expect(rowCount).toBe(2);
  });
});

describe('the letter', () => {
  const outcome = ({ id }: Person) =>
    until(
      async () =>
        (
          await api.rows<{ proof: string }>(
            `select proof from notice where account = $1 and template = 'tasks-found' and status <> 'waiting'`,
            id,
          )
        )[0],
      'the outcome of the letter',
    );

  it('names tasks with place, price and address, counts the rest, says how to stop it, and stands in the stream', async () => {
    await setParameter(api.owner, 'searchLetterTasks', 2);
    const contractor = await reader();
    await keep(contractor, { query: { search: 'контрабас' } });
    for (const title of ['Контрабас 1', 'Контрабас 2', 'Контрабас http://evil.kz/x'])
      await post({ title, location: { place: 'medeu-almaty' }, address: 'Абай 150, 12' });
    const gone = await post({ title: 'Контрабас 4' });
    await find();
    expect(await tell(later(15))).toBe(1);
    await api.as(customer).command(gone.id, 'withdraw');
    await api.withWorker(async () => {
      const letter = await until(
        async () => (await lettersTo(contractor.email)).find(({ subject }) => subject === 'New tasks for your searches'),
        'the letter',
      );
      expect(letter.text).toContain('Контрабас evil. kz/x — Medeu district, Almaty — 15,000.00\u00a0₸');
      expect(letter.text).toContain('Контрабас 2 — ');
      expect(letter.text).toContain('And more: 1');
      expect(letter.text).toContain('turn off the alerts');
      expect(letter.text).not.toMatch(/Контрабас 1|Контрабас 4|Абай|evil\.kz/);
      expect(letter.text).toMatch(new RegExp(`${api.url}/v1/tasks/[0-9a-f-]{36}`));
    });
    const isInStream = async (): Promise<boolean> => {
      const { items } = done(await api.as(contractor).get<{ items: { notice: { template: string } | null }[] }>('/v1/events'));
      return items.some(({ notice }) => notice?.template === 'tasks-found');
    };
    await until(isInStream, 'the notice in the stream');
    await setParameter(api.owner, 'searchLetterTasks', 10);
  });

  it('does not go to an account that wants none, whose cabinet lists it', async () => {
    const contractor = await reader();
    await keep(contractor, { query: { search: 'валторна' } });
    const path = `/v1/accounts/${contractor.id}`;
    done(await api.as(contractor).post(`${path}/choose-notices`, { searchLetters: false }));
    expect(done(await api.as(contractor).get(path))).toMatchObject({ searchLetters: false, messageLetters: true });
    await post({ title: 'Валторна' });
    expect(await findAndTell(NOON, later(15))).toBe(1);
    await api.withWorker(async () => {
      const { proof } = await outcome(contractor);
      expect(proof).toContain('chosen to get no such letters');
    });
    const { items } = done(await api.as(contractor).get<{ items: { subject: string; body: string }[] }>(`${path}/notices`));
    const { body } = items.find(({ subject }) => subject === 'New tasks for your searches') ?? { body: '' };
    expect(body).toContain('New open tasks match your saved searches.');
    expect(body).not.toContain('Валторна');
  });

  it('does not go if nothing is open any more when it is written', async () => {
    const contractor = await reader();
    await keep(contractor, { query: { search: 'кларнет' } });
    const task = await post({ title: 'Кларнет' });
    await find();
    expect(await tell(later(15))).toBe(1);
    await api.as(customer).command(task.id, 'withdraw');
    await api.withWorker(async () => {
      const { proof } = await outcome(contractor);
      expect(proof).toContain('nothing of what was found');
    });
    expect((await lettersTo(contractor.email)).filter(({ subject }) => subject.startsWith('New tasks'))).toEqual([]);
  });

  it('is looked for by a workflow', async () => {
    await api.withWorker(async () => {
      const run = { workflowId: `searches-${api.config.TASK_QUEUE}`, taskQueue: api.config.TASK_QUEUE, args: [] };
      expect(await api.client.workflow.execute('savedSearches', run)).toBe(0);
    });
  });
});
