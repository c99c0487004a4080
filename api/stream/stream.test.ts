import { randomUUID } from 'node:crypto';
import { forgetOld } from '../../lives/forget-stream.ts';
import { loginAs } from '../../local/postgresql.ts';
import { migrate } from '../../models/database.ts';
import { createChild } from '../../testing/lives/creations.ts';
import { done } from '../../testing/people/registration.ts';
import { expectIndexed, saidDuring } from '../../testing/probes/plans.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

interface Item {
  id: string;
  kind: string;
  number: number;
  seq: number;
  href: string;
  notice: { id: string; template: string; href: string } | null;
}
interface Page {
  items: Item[];
  next: string;
}

let api: Api;
beforeAll(async () => {
  api = await openApi({ ownDatabase: true });
});
afterAll(() => api.close());

const read = async (person: Person, query = ''): Promise<Page> => done(await api.as(person).get<Page>(`/v1/events${query}`));
/**
 * Waits until a reader may see what is committed by now. The horizon of a server is one for all its databases, so a slow
 * transaction of another test file holds it back.
 */
async function settled(): Promise<void> {
  const [row] = await api.rows<{ xid: string }>('select pg_current_xact_id()::text as xid');
  const isBehind = 'select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as over';
  await until(async () => (await api.rows<{ over: boolean }>(isBehind, row?.xid))[0]?.over === true, 'the horizon');
}
/** The place after all that is committed by now. */
async function now(person: Person): Promise<string> {
  await settled();
  return (await read(person, '?after=now')).next;
}
/** What a reader gets of one life: the numbers of its events, and the templates of its notices. */
const ofLife = ({ items }: Page, href: string) =>
  items.filter((item) => item.href === href).map(({ seq, notice }) => (notice === null ? seq : notice.template));

describe('the stream of an account', () => {
  it('has the events of its lives and its notices in their order, and nothing of others', async () => {
    const [customer, contractor, other, stranger] = await Promise.all([
      api.join(['customer']),
      api.join(['contractor']),
      api.join(['contractor']),
      api.join(['contractor']),
    ]);
    const [theirs, own, lost, none] = await Promise.all([customer, contractor, other, stranger].map(now));
    const { id } = await api.as(customer).postTask({ match: 'choice' });
    const href = `/v1/tasks/${id}`;
    await api.as(contractor).command(id, 'respond', { version: 1 });
    await api.as(other).command(id, 'respond', { version: 1 });
    await api.as(customer).command(id, 'choose', { contractor: contractor.id, version: 1 });
    await api.as(contractor).command(id, 'accept', { version: 1 });
    await api.as(contractor).command(id, 'start');

    await settled();
    const heard = await read(customer, `?after=${theirs}`);
    expect(ofLife(heard, href).filter((each) => typeof each === 'number')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(ofLife(heard, href)).toContain('task-responded');
    expect(ofLife(await read(contractor, `?after=${own}`), href).filter((each) => typeof each === 'number')).toEqual([2, 3, 4, 5, 6]);
    // Who was not chosen hears of it, and of nothing more.
    expect(ofLife(await read(other, `?after=${lost}`), href).filter((each) => typeof each === 'number')).toEqual([3, 4, 5]);
    expect(await read(stranger, `?after=${none}`)).toMatchObject({ items: [] });
    // Pages join without a gap, and each item leads to what it is about.
    const pages: Item[] = [];
    for (let after = theirs ?? ''; ; ) {
      const page = await read(customer, `?after=${after}&limit=2`);
      if (page.items.length === 0) break;
      pages.push(...page.items);
      after = page.next;
    }
    expect(pages).toEqual(heard.items);
    const notice = pages.find((item) => item.notice !== null)?.notice;
    const told = done(await api.as(customer).get<{ items: { id: string }[] }>(notice?.href ?? ''));
    expect(told.items.map((each) => each.id)).toContain(notice?.id);
  });

  it('loses nothing that a slower transaction commits behind its reader', async () => {
    const customer = await api.join(['customer']);
    const { id } = await api.as(customer).postTask();
    const place = await now(customer);
    const slow = await api.owner.connect();
    await slow.query('begin');
    const insert = 'insert into account_event (account, life, seq) values ($1, $2, 1) returning pos';
    const { rows } = await slow.query<{ pos: string }>(insert, [customer.id, `task/${id}`]);
    await api.as(customer).command(id, 'withdraw');
    // A reader by the identity alone would see the later one now, and go on behind the earlier one: the control.
    const later = await api.rows<{ pos: string }>(
      'select pos from account_event where account = $1 and pos > $2',
      customer.id,
      rows[0]?.pos,
    );
    expect(later.length).toBeGreaterThan(0);
    const before = await read(customer, `?after=${place}`);
    expect(before.items).toEqual([]);
    await slow.query('commit');
    slow.release();
    await settled();
    const after = await read(customer, `?after=${before.next}`);
    expect(ofLife(after, `/v1/tasks/${id}`).slice(0, 2)).toEqual([1, 2]);
  });

  it('has each item once for a reader who reads while many commit at once', async () => {
    const customer = await api.join(['customer']);
    const got: Item[] = [];
    let place = await now(customer);
    const readOn = async (): Promise<number> => {
      const page = await read(customer, `?after=${place}&limit=7`);
      got.push(...page.items);
      place = page.next;
      return page.items.length;
    };
    let ended = false;
    const reading = (async () => {
      while (!ended) await readOn();
    })();
    const ids = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const { id } = await api.as(customer).postTask();
        await api.as(customer).command(id, 'withdraw');
        return id;
      }),
    );
    ended = true;
    await reading;
    await settled();
    while ((await readOn()) > 0);
    expect(got.filter(({ notice }) => notice === null).map(({ href, seq }) => `${href} ${seq}`)).toHaveLength(60);
    expect(new Set(got.map(({ id }) => id)).size).toBe(got.length);
    const all = await read(customer, '?limit=100');
    for (const id of ids)
      expect(ofLife({ items: got, next: '' }, `/v1/tasks/${id}`).filter((each) => typeof each === 'number')).toEqual([1, 2]);
    expect(all.items.slice(-got.length).map(({ id }) => id)).toEqual(got.map(({ id }) => id));
  });

  it('says nothing of reviews before they are published', async () => {
    const [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
    const task = randomUUID();
    const closesAt = new Date(Date.now() + 86_400_000).toISOString();
    const terms = { reminderHours: 1, replyDays: 14 };
    const input = { parent: `task/${task}`, customer: customer.id, contractor: contractor.id, closesAt, terms };
    await createChild(api, input.parent, { child: `review/${task}/1`, type: 'open', by: 'platform', input });
    const path = `/v1/reviews/${task}.1`;
    const place = await now(contractor);
    const events = async (): Promise<unknown[]> => {
      await settled();
      return ofLife(await read(contractor, `?after=${place}`), path).filter((each) => typeof each === 'number');
    };
    done(await api.as(customer).post(`${path}/write`, { stars: 5 }));
    expect(await events()).toEqual([]);
    done(await api.as(contractor).post(`${path}/write`, { stars: 4 }));
    expect(await events()).toEqual([3]);
  });

  it('is read from the own place alone: another account’s, a made-up and a forgotten one are refused', async () => {
    const [customer, other] = await Promise.all([api.join(['customer']), api.join(['customer'])]);
    for (let tasks = 0; tasks < 2; tasks++) await api.as(customer).postTask();
    await settled();
    const { next } = await read(customer);
    const problemOf = async (person: Person, after: string) => (await api.as(person).get(`/v1/events?after=${after}`)).problem?.code;
    expect(await problemOf(other, next)).toBe('invalid-input');
    expect(await problemOf(customer, `1-1-1-${'0'.repeat(16)}`)).toBe('invalid-input');
    expect(await problemOf(customer, '-1')).toBe('invalid-input');

    const [first] = (await read(customer, '?limit=1')).items;
    expect(await problemOf(customer, first?.id ?? '')).toBeUndefined();
    await api.owner.query(`
      set session_replication_role = replica; update account_event set told_at = told_at - interval '40 days'; set session_replication_role = origin`);
    expect(await forgetOld(api.worker.lives)).toBeGreaterThan(1);
    expect(await problemOf(customer, first?.id ?? '')).toBe('stream-forgotten');
    // Nothing was forgotten after this one.
    expect(await problemOf(customer, await now(customer))).toBeUndefined();
    expect((await read(customer)).items).toEqual([]);
  });

  it('goes on after a restore to a server that counts its transactions anew', async () => {
    const customer = await api.join(['customer']);
    const place = await now(customer);
    const { id } = await api.as(customer).postTask();
    await api.owner.query('update stream_era set server = 1');
    await migrate(loginAs(api.config.DATABASE_URL, 'akjet_owner'));
    await api.as(customer).command(id, 'withdraw');
    // As if the new server had begun at 3.
    await api.owner.query(`
      set session_replication_role = replica; update account_event set xid = '3' where account = '${customer.id}' and era = 2;
      set session_replication_role = origin`);
    await settled();
    const page = await read(customer, `?after=${place}`);
    expect(ofLife(page, `/v1/tasks/${id}`).filter((each) => typeof each === 'number')).toEqual([1, 2]);
  });
});

describe('waiting for what comes next', () => {
  it('answers as soon as it is there', async () => {
    const [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
    const { id } = await api.as(customer).postTask();
    const place = await now(customer);
    const waiting = read(customer, `?after=${place}&wait=20`);
    const began = Date.now();
    await api.as(contractor).command(id, 'accept', { version: 1 });
    expect(ofLife(await waiting, `/v1/tasks/${id}`)).toContain(2);
    expect(Date.now() - began).toBeLessThan(10_000);
  });
});

/** Reads a stream of server-sent events until it is closed. */
function listen(person: Person, wish: { after?: string; last?: string } = {}) {
  const closing = new AbortController();
  const heard: { id: string; event: string; data: Item }[] = [];
  let ended = false;
  const headers = { Authorization: `Bearer ${person.token}`, ...(wish.last !== undefined && { 'Last-Event-ID': wish.last }) };
  const reading = (async () => {
    const query = wish.after === undefined ? '' : `?after=${wish.after}`;
    const response = await fetch(`${api.url}/v1/events/stream${query}`, { headers, signal: closing.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    let text = '';
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += piece;
      for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
        const fields = new Map(
          text
            .slice(0, end)
            .split('\n')
            .map((line) => line.split(/: (.*)/s) as [string, string]),
        );
        text = text.slice(end + 2);
        const data = fields.get('data');
        if (data !== undefined)
          heard.push({ id: fields.get('id') ?? '', event: fields.get('event') ?? '', data: JSON.parse(data) as Item });
      }
    }
    ended = true;
  })().catch((error: unknown) => {
    if (!closing.signal.aborted) throw error;
  });
  return {
    heard,
    hasEnded: () => ended,
    close: () => {
      closing.abort();
      return reading;
    },
  };
}

describe('the stream as server-sent events', () => {
  it.concurrent('tells what happens, and goes on from the last that was heard', async () => {
    const [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
    const { id } = await api.as(customer).postTask();
    const first = listen(customer, { after: await now(customer) });
    await api.as(contractor).command(id, 'accept', { version: 1 });
    await until(async () => first.heard.some(({ event }) => event === 'notice'), 'the notice');
    await first.close();
    const last = first.heard[0];
    expect(last).toMatchObject({ event: 'life', data: { href: `/v1/tasks/${id}`, seq: 2, notice: null } });
    expect(last?.id).toBe(last?.data.id);
    await api.as(contractor).command(id, 'start');
    const second = listen(customer, { last: last?.id ?? '', after: 'now' });
    await until(async () => second.heard.some(({ data }) => data.seq === 3), 'the start');
    await second.close();
    expect(second.heard.slice(0, first.heard.length - 1)).toEqual(first.heard.slice(1));
  });

  it.concurrent('is open to one person a bounded number of times, and its places become free', async () => {
    const person = await api.join(['customer']);
    await api.as(person).postTask();
    const open = Array.from({ length: 20 }, () => listen(person));
    await until(async () => open.every(({ heard }) => heard.length > 0), 'twenty streams');
    const { problem } = await api.as(person).get('/v1/events/stream');
    expect(problem?.code).toBe('too-many-streams');
    await Promise.all(open.map(({ close }) => close()));
    const again = listen(person);
    await until(async () => again.heard.length > 0, 'a free place');
    await again.close();
  });

  it.concurrent('ends with its session', async () => {
    const person = await api.join(['customer']);
    await api.as(person).postTask();
    const stream = listen(person);
    await until(async () => stream.heard.length > 0, 'what there is');
    await api.owner.query('update session set ended_at = clock_timestamp() where account = $1', [person.id]);
    await until(async () => stream.hasEnded(), 'the end');
    expect((await api.as(person).get('/v1/events')).status).toBe(401);
  });
});

it('reads a page and looks for all that wait by an index', async () => {
  const customer = await api.join(['customer']);
  const { id } = await api.as(customer).postTask();
  await api.owner.query(
    `insert into account_event (account, life, seq)
     select ('00000000-0000-4000-8000-' || lpad((n % 100)::text, 12, '0'))::uuid, $1, 1 from generate_series(1, 20000) as n`,
    [`task/${id}`],
  );
  await api.owner.query('analyze account_event');
  const said = await saidDuring(api, /from account_event as own/, async () => {
    const place = await now(customer);
    await read(customer, '?limit=10');
    await read(customer, `?after=${place}&wait=1`);
  });
  expect(said.length).toBeGreaterThanOrEqual(3);
  await expectIndexed(api, said, 'alter table account_event drop constraint account_event_pkey', ['account_event']);
});
