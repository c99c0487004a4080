/** Saved searches of contractors: who is new for a customer, once, and the letters about it. */
import type { z } from 'zod';
import { findForSearches } from '../../activities/find-for-searches.ts';
import { tellFound } from '../../activities/tell-found.ts';
import { closedTask } from '../../testing/lives/tasks.ts';
import type { Registered } from '../../testing/people/accounts.ts';
import { registerUnderOffer } from '../../testing/people/accounts.ts';
import { asksToClose } from '../../testing/people/closing.ts';
import { liftLimits } from '../../testing/people/limits.ts';
import { confirmsEmail, done } from '../../testing/people/registration.ts';
import { lettersTo } from '../../testing/stand-ins/mailbox.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { SavedSearch, SearchToKeep } from './schema.ts';

type Saved = z.output<typeof SavedSearch>;
type Given = Extract<z.input<typeof SearchToKeep>, { kind: 'contractors' }>;

/** By day in Almaty: 12:00. */
const NOON = '2026-11-30T07:00:00.000Z';
const later = (minutes: number): string => new Date(Date.parse(NOON) + minutes * 60_000).toISOString();

let api: Api;
beforeAll(async () => {
  api = await openApi({ sweeping: false, limits: { requests: 1_000_000 } });
  await liftLimits(api.owner);
  await api.owner.query(`update parameter set value = '10000' where code like 'quota%'`);
  await setParameter(api.owner, 'registrationsPerAddress', 10_000);
});
afterAll(() => api.close());

const given = (query: Given['query'], more: Partial<Given> = {}): Given => ({
  ...{ kind: 'contractors', name: 'Own', query, alerts: 'at-once' },
  ...more,
});
const keep = async (person: Person, query: Given['query'], more: Partial<Given> = {}): Promise<Saved> =>
  done(await api.as(person).post<Saved>('/v1/searches', given(query, more)));

/** A customer whose chain and address are real. */
async function reader(): Promise<Registered> {
  const person = await registerUnderOffer(api, ['customer']);
  await confirmsEmail(api, person);
  return person;
}
const describes = async (person: Person, profile: object): Promise<unknown> =>
  done(await api.as(person).post(`/v1/accounts/${person.id}/describe`, { profile }));
async function contractor(headline: string, more: object = {}): Promise<Registered> {
  const person = await registerUnderOffer(api, ['contractor']);
  await describes(person, { headline, ...more });
  return person;
}

/** Passes until every profile was looked at: a transaction of another test may hold up the first ones. */
const find = (now = NOON): Promise<unknown> =>
  until(async () => {
    await findForSearches(api.worker.lives, 'contractors', now);
    const left = await api.owner.query(`select from contractor_profile as profile, search_pass as pass
      where kind = 'contractors' and (until_era is not null or (profile.era, profile.xid, profile.number) > (pass.era, pass.xid, pass.number))`);
    return left.rowCount === 0;
  }, 'the pass');
const tell = (now: string): Promise<number> => tellFound(api.worker, 'contractors', now);
const findAndTell = async (found: string, told: string): Promise<number> => {
  await find(found);
  return tell(told);
};

/** The headlines that each letter to an account tells of, oldest letter first. */
async function letters({ id }: Person): Promise<string[][]> {
  const { rows } = await api.owner.query<{ headlines: string[] }>(
    `select array(select distinct headline from found_item join contractor_profile as profile on profile.account = found_item.contractor
       where letter = (event.input ->> 'letter')::uuid order by headline) as headlines
     from event where life = $1 and type = 'contractorsFound' order by seq`,
    [`account/${id}`],
  );
  return rows.map(({ headlines }) => headlines);
}
const found = async ({ id }: Person): Promise<number> =>
  (await api.owner.query('select from found_item where account = $1', [id])).rowCount ?? 0;

it('a saved search of contractors is kept as it was asked, and keeps its kind', async () => {
  const customer = await reader();
  const query = {
    search: 'плиточник',
    place: 'almaty',
    rating: '4.5',
    tasksDone: '3',
    identity: 'proved' as const,
    sort: 'rating' as const,
  };
  const kept = await keep(customer, query, { alerts: 'daily' });
  expect(kept).toMatchObject({ kind: 'contractors', alerts: 'daily', query: { ...query, rating: 4.5, tasksDone: 3 } });
  expect(done(await api.as(customer).get(`/v1/searches/${kept.id}`))).toEqual(kept);
  const other = { kind: 'tasks', name: 'Own', query: { search: 'плитка' }, alerts: 'none' };
  expect((await api.as(customer).put(`/v1/searches/${kept.id}`, other)).problem).toMatchObject({ code: 'invalid-input' });
  expect((await api.as(customer).post('/v1/searches', { ...other, query: { rating: '4' } })).problem?.code).toBe('invalid-input');
});

describe('new contractors', () => {
  it('are told of once, gathered in a letter, or daily', async () => {
    const [atOnce, daily] = [await reader(), await reader()];
    await keep(atOnce, { category: 'plumbing', place: 'medeu-almaty' });
    await keep(daily, { search: 'сантехник' }, { alerts: 'daily' });
    await contractor('Сантехник A', { skills: ['plumbing'], places: ['almaty'] });
    await contractor('Сантехник B', { skills: ['plumbing'], places: ['astana'] });
    await find();
    expect(await tell(later(14))).toBe(0);
    await contractor('Сантехник C', { skills: ['plumbing'], places: ['medeu-almaty'] });
    expect(await findAndTell(later(14), later(15))).toBe(1);
    // 9:00 in Almaty on the next day.
    expect(await tell('2026-12-01T03:59:00.000Z')).toBe(0);
    expect(await tell('2026-12-01T04:00:00.000Z')).toBe(1);
    expect([await letters(atOnce), await letters(daily)]).toEqual([
      [['Сантехник A', 'Сантехник C']],
      [['Сантехник A', 'Сантехник B', 'Сантехник C']],
    ]);
  });

  it('are not those who matched when the search was saved or changed, whatever they change later', async () => {
    const customer = await reader();
    const old = await contractor('Каменщик старый');
    const search = await keep(customer, { search: 'каменщик' });
    await describes(old, { headline: 'Каменщик старый и опытный' });
    await find();
    expect(await found(customer)).toBe(0);
    await describes(old, { headline: 'Маляр' });
    await find();
    await describes(old, { headline: 'Каменщик' });
    await find();
    expect(await found(customer)).toBe(0);
    const slater = await contractor('Кровельщик');
    done(await api.as(customer).put(`/v1/searches/${search.id}`, given({ search: 'каменщик or кровельщик' })));
    await describes(slater, { headline: 'Кровельщик 2' });
    await contractor('Каменщик новый');
    expect(await findAndTell(NOON, later(15))).toBe(1);
    expect(await letters(customer)).toEqual([['Каменщик новый']]);
  });

  it('are told of when a profile comes to match, and not again where it is edited back and forth', async () => {
    const customer = await reader();
    const person = await contractor('Электрик');
    await keep(customer, { search: 'сварщик' });
    for (let times = 0; times < 3; times++) {
      await describes(person, { headline: 'Сварщик' });
      await find();
      await describes(person, { headline: 'Электрик' });
      await find();
    }
    await describes(person, { headline: 'Сварщик' });
    expect(await findAndTell(later(10), later(60))).toBe(1);
    await describes(person, { headline: 'Сварщик и электрик' });
    await find(later(100));
    expect(await tell(later(3_000))).toBe(0);
    expect(await letters(customer)).toEqual([['Сварщик и электрик']]);
  });

  it('are told of when a task done makes them match', async () => {
    const [customer, poster] = [await reader(), await api.join(['customer'])];
    const [first, second] = [await contractor('Плотник 1'), await contractor('Плотник 2')];
    await closedTask(api, poster, first);
    await keep(customer, { search: 'плотник', tasksDone: '1' });
    for (const worker of [first, second]) await closedTask(api, poster, worker);
    expect(await findAndTell(NOON, later(15))).toBe(1);
    expect(await letters(customer)).toEqual([['Плотник 2']]);
  });

  it('are not: the account itself, who is blocked or blocks, and who may take no work; contractors alone get no letters', async () => {
    const both = await registerUnderOffer(api, ['customer', 'contractor']);
    const [customer, silent, alone] = [await reader(), await reader(), await registerUnderOffer(api, ['contractor'])];
    for (const person of [both, customer, alone]) await keep(person, { search: 'столяр' });
    await keep(silent, { search: 'столяр' }, { alerts: 'none' });
    const [blocked, blocking, over] = [await contractor('Столяр A'), await contractor('Столяр B'), await contractor('Столяр C')];
    await contractor('Столяр D');
    await describes(both, { headline: 'Столяр E' });
    done(await api.as(customer).put(`/v1/accounts/me/blocked/${blocked.id}`));
    done(await api.as(blocking).put(`/v1/accounts/me/blocked/${customer.id}`));
    done(await asksToClose(api, over));
    await findAndTell(NOON, later(15));
    expect(await letters(customer)).toEqual([['Столяр D', 'Столяр E']]);
    expect(await letters(both)).toEqual([['Столяр A', 'Столяр B', 'Столяр D']]);
    expect([await found(silent), await found(alone)]).toEqual([0, 0]);
  });

  it('wake nobody at night', async () => {
    const customer = await reader();
    await keep(customer, { search: 'печник' });
    await setParameter(api.owner, 'quietFromHour', 22);
    await setParameter(api.owner, 'quietToHour', 8);
    try {
      await contractor('Печник');
      // 21:50 in Almaty.
      await find('2026-11-30T16:50:00.000Z');
      expect(await tell('2026-12-01T02:59:00.000Z')).toBe(0);
      expect(await tell('2026-12-01T03:00:00.000Z')).toBe(1);
    } finally {
      for (const hour of ['quietFromHour', 'quietToHour']) await setParameter(api.owner, hour, 0);
    }
  });

  it('a run that is killed after the letter is in the chain tells nobody twice', async () => {
    const customer = await reader();
    await keep(customer, { search: 'стекольщик' });
    await contractor('Стекольщик');
    await find();
    await api.owner.query(`create function stop() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
      create trigger stop before update on search_letter for each row when (new.account = '${customer.id}') execute function stop()`);
    await expect(tell(later(15))).rejects.toThrow('killed');
    await api.owner.query('drop trigger stop on search_letter; drop function stop');
    await Promise.all([tell(later(40)), tell(later(40))]);
    expect(await letters(customer)).toEqual([['Стекольщик']]);
  });
});

describe('the letter', () => {
  it('names contractors with headline, place and address, and not who was closed meanwhile', async () => {
    const customer = await reader();
    await keep(customer, { search: 'обойщик' });
    const one = await contractor('Обойщик http://evil.kz/x', { places: ['medeu-almaty'] });
    const gone = await contractor('Обойщик ушёл');
    expect(await findAndTell(NOON, later(15))).toBe(1);
    done(await asksToClose(api, gone));
    await api.withWorker(async () => {
      const { text } = await until(
        async () => (await lettersTo(customer.email)).find(({ subject }) => subject === 'New contractors for your searches'),
        'the letter',
      );
      expect(text).toContain('Medeu district, Almaty');
      expect(text).toContain(`${api.url}/v1/contractors/${one.id}`);
      expect(text).not.toMatch(/evil\.kz|ушёл/);
    });
  });

  it('does not go to an account that wants none of contractors, whose letters of tasks it leaves', async () => {
    const customer = await reader();
    await keep(customer, { search: 'паркетчик' });
    const path = `/v1/accounts/${customer.id}`;
    done(await api.as(customer).post(`${path}/choose-notices`, { contractorLetters: false }));
    expect(done(await api.as(customer).get(path))).toMatchObject({ contractorLetters: false, searchLetters: true });
    await contractor('Паркетчик');
    expect(await findAndTell(NOON, later(15))).toBe(1);
    await api.withWorker(async () => {
      const [row] = await until(async () => {
        const rows = await api.rows<{ proof: string }>(
          `select proof from notice where account = $1 and template = 'contractors-found' and status <> 'waiting'`,
          customer.id,
        );
        return rows.length > 0 && rows;
      }, 'the outcome of the letter');
      expect(row?.proof).toContain('chosen to get no such letters');
    });
  });
});
