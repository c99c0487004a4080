import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { verify } from '../../lives/verify.ts';
import { pass } from '../../testing/engine/pass.ts';
import { createChild } from '../../testing/lives/creations.ts';
import { checkedFile, examinedFile } from '../../testing/lives/files.ts';
import { changeText, textsOf } from '../../testing/people/sealed.ts';
import { lettersTo } from '../../testing/stand-ins/mailbox.ts';
import type { Api, Person, ProblemBody, Reply } from '../../testing/worlds/api.ts';
import { joinParties, openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { Review, ReviewFacts } from './schema.ts';

type Reviews = z.output<typeof ReviewFacts> & {
  state: string;
  seq: number;
  commands: { name: string }[];
  ifNobodyActs: { at: string; becomes: string } | null;
  receipt?: { seq: number };
};
type Items = { items: { seq: number; type: string; template: string }[] };

const DAY = 86_400_000;

let api: Api;
let customer: Person;
let contractor: Person;
let operator: Person;
let stranger: Person;
beforeAll(async () => {
  api = await openApi();
  ({ customer, contractor, stranger, staff: operator } = await joinParties(api));
});
afterAll(() => api.close());

/** The reviews of a task that has just closed, created as the task creates them. Returns their path. */
async function open(): Promise<string> {
  const task = randomUUID();
  const parent = `task/${task}`;
  const input = {
    parent,
    customer: customer.id,
    contractor: contractor.id,
    closesAt: new Date(Date.now() + 7 * DAY).toISOString(),
    terms: { reminderHours: 48, replyDays: 14 },
  };
  await createChild(api, parent, { child: `review/${task}/1`, type: 'open', by: 'platform', input });
  return `/v1/reviews/${task}.1`;
}

const lifeOf = (path: string): string => path.replace('/v1/reviews/', 'review/').replace('.', '/');
const read = async (person: Person, path: string): Promise<Reviews> => (await api.as(person).get<Reviews>(path)).body;
const say = (person: Person, path: string, name: string, body: object): Promise<Reply<Reviews & ProblemBody>> =>
  api.as(person).post(`${path}/${name}`, body);
const write = async (person: Person, path: string, stars: number, note?: string): Promise<Reviews> => {
  const { status, body } = await say(person, path, 'write', { stars, ...(note !== undefined && { note }) });
  expect(status).toBe(200);
  return body;
};
const items = async (person: Person, path: string, list: 'events' | 'notices') =>
  (await api.as(person).get<Items>(`${path}/${list}`)).body.items;
const templates = async (person: Person, path: string): Promise<string[]> =>
  (await items(person, path, 'notices')).map(({ template }) => template);
const menuOf = ({ commands }: Reviews): string[] => commands.map(({ name }) => name);
/** A review as it is written: without a reply, not blocked. */
const plain = (party: 'customer' | 'contractor', stars: number, text: string | null = null): z.output<typeof Review> => ({
  party,
  stars,
  text,
  files: [],
  reply: null,
  replyFiles: [],
  blocked: null,
});
/** Everything that a person reads of the reviews, as one text. */
const allThatReads = async (person: Person, path: string): Promise<string> =>
  JSON.stringify([await read(person, path), await items(person, path, 'events'), await items(person, path, 'notices')]);

describe('reviews', () => {
  it('are published together as soon as both are written, with the last version of each', async () => {
    const path = await open();
    await write(customer, path, 2, 'Came late');
    expect((await write(customer, path, 4)).reviews).toEqual([plain('customer', 4)]);
    const published = await write(contractor, path, 5, 'Clear and kind');
    const reviews = [plain('customer', 4), plain('contractor', 5, 'Clear and kind')];
    expect(published).toMatchObject({ state: 'published', seq: 4, reviews, receipt: { seq: 4 } });
    for (const person of [customer, contractor, operator]) {
      expect(await read(person, path)).toMatchObject({ state: 'published', reviews });
      expect((await items(person, path, 'events')).map(({ type }) => type)).toEqual(['open', 'write', 'write', 'write']);
    }
    expect(await templates(customer, path)).toEqual(['review-opened', 'review-published']);
    expect((await say(customer, path, 'write', { stars: 1 })).status).toBe(409);
  });

  it('are published after seven days if only one was written, with a reminder before to the other party', async () => {
    await api.withWorker(async () => {
      const path = await open();
      await write(contractor, path, 3, 'Waited an hour at the gate');
      await pass(api, lifeOf(path), 6 * DAY);
      expect((await read(customer, path)).reviews).toEqual([]);
      const told = async (person: Person): Promise<number> =>
        (await lettersTo(person.email)).filter(({ subject }) => subject.includes('ends soon')).length;
      await until(async () => (await told(customer)) === 1, 'the reminder');
      expect(await told(contractor)).toBe(0);
      await pass(api, lifeOf(path), 2 * DAY);
      for (const person of [customer, contractor])
        expect(await read(person, path)).toMatchObject({
          state: 'published',
          reviews: [plain('contractor', 3, 'Waited an hour at the gate')],
        });
      expect(await templates(customer, path)).toEqual(['review-opened', 'review-reminder', 'review-published']);
      expect(await templates(contractor, path)).toEqual(['review-opened', 'review-published']);
      expect(menuOf(await read(customer, path))).toEqual(['reply']);
      expect(menuOf(await read(contractor, path))).toEqual([]);
      await pass(api, lifeOf(path), 14 * DAY);
      await expect(api.ended(lifeOf(path))).resolves.toBe('closed');
      expect((await read(customer, path)).reviews).toHaveLength(1);
    });
  });

  it('end without any if nobody wrote', async () => {
    await api.withWorker(async () => {
      const path = await open();
      await pass(api, lifeOf(path), 8 * DAY);
      await expect(api.ended(lifeOf(path))).resolves.toBe('unwritten');
      expect(await read(customer, path)).toMatchObject({ state: 'unwritten', reviews: [], commands: [], ifNobodyActs: null });
      expect(await templates(customer, path)).toEqual(['review-opened', 'review-reminder']);
    });
  });
});

describe('before publication', () => {
  it.each([
    ['customer', 'contractor'],
    ['contractor', 'customer'],
  ] as const)('nothing that the %s reads reveals whether the %s has written', async (blind, busy) => {
    const people = { customer, contractor };
    const path = await open();
    const before = await allThatReads(people[blind], path);
    const seen = await write(people[busy], path, 1, 'Never again');
    expect(seen).toMatchObject({ state: 'open', seq: 1, reviews: [plain(busy, 1, 'Never again')], ifNobodyActs: { becomes: 'published' } });
    expect(seen.receipt).toBeUndefined();
    expect(await allThatReads(people[blind], path)).toBe(before);
    expect(JSON.parse(before)).toMatchObject([
      { seq: 1, reviews: [], ifNobodyActs: { becomes: 'unwritten' } },
      [{ seq: 1, type: 'open' }],
      [{ seq: 1, template: 'review-opened' }],
    ]);
  });

  it('nothing reveals it after the reminder either, nor through one’s own review', async () => {
    await api.withWorker(async () => {
      const [written, unwritten] = await Promise.all([open(), open()]);
      await write(customer, written, 1);
      for (const path of [written, unwritten]) await pass(api, lifeOf(path), 6 * DAY);
      const shape = async (path: string) => {
        const { commands, state, seq, reviews, ifNobodyActs } = await read(contractor, path);
        const events = await items(contractor, path, 'events');
        return [
          commands.map(({ name }) => name),
          state,
          seq,
          reviews,
          ifNobodyActs?.becomes,
          events.length,
          await templates(contractor, path),
        ];
      };
      expect(await shape(written)).toEqual(await shape(unwritten));
      expect((await write(customer, unwritten, 5)).seq).toBe((await write(customer, written, 2)).seq);
    });
  });

  it('the operator reads all, and a stranger cannot know of it', async () => {
    const path = await open();
    await write(customer, path, 2, 'Late');
    expect(await read(operator, path)).toMatchObject({ seq: 2, reviews: [plain('customer', 2, 'Late')] });
    expect((await items(operator, path, 'events')).map(({ type }) => type)).toEqual(['open', 'write']);
    for (const address of [path, `${path}/events`, `${path}/notices`]) expect((await api.as(stranger).get(address)).status).toBe(404);
    expect((await say(stranger, path, 'write', { stars: 5 })).status).toBe(404);
  });

  it('replies and blocks are refused', async () => {
    const path = await open();
    await write(customer, path, 2, 'Late');
    expect((await say(contractor, path, 'reply', { message: 'Was not' })).status).toBe(409);
    expect((await say(operator, path, 'block', { party: 'customer', reasons: 'Insults' })).status).toBe(409);
  });

  it.each([{}, { stars: 0 }, { stars: 6 }, { stars: 4.5 }, { stars: 3, note: ' ' }])('%p is no review', async (body) => {
    expect((await say(customer, await open(), 'write', body)).status).toBe(400);
  });
});

describe('after publication', () => {
  const both = async (): Promise<string> => {
    const path = await open();
    await write(customer, path, 2, 'Came late');
    await write(contractor, path, 5, 'Clear and kind');
    return path;
  };

  it('each party may reply once to the review about itself', async () => {
    const path = await both();
    expect(menuOf(await read(contractor, path))).toEqual(['reply']);
    const { body } = await say(contractor, path, 'reply', { message: 'The bridge was shut' });
    expect(body.reviews).toMatchObject([{ party: 'customer', reply: 'The bridge was shut' }, { reply: null }]);
    expect(menuOf(body)).toEqual([]);
    expect(await say(contractor, path, 'reply', { message: 'And more' })).toMatchObject({
      status: 409,
      problem: { rule: 'contractorMayReply' },
    });
    expect(menuOf(await read(customer, path))).toEqual(['reply']);
    expect(await templates(customer, path)).toContain('review-replied');
  });

  it('the operator may block a party’s texts, and every response omits them (4.4.3)', async () => {
    const path = await both();
    await say(contractor, path, 'reply', { message: 'A liar says so' });
    const { body } = await say(operator, path, 'block', { party: 'contractor', reasons: 'Insults the other' });
    expect(body.reviews).toEqual([plain('customer', 2, 'Came late'), { ...plain('contractor', 5), blocked: 'Insults the other' }]);
    for (const person of [customer, contractor, operator]) expect(await allThatReads(person, path)).not.toMatch(/A liar|Clear and kind/);
    expect(await templates(contractor, path)).toContain('review-blocked');
    expect(await say(operator, path, 'block', { party: 'contractor', reasons: 'Again' })).toMatchObject({
      status: 422,
      problem: { clause: '4.4.3' },
    });
    expect((await say(customer, path, 'block', { party: 'contractor', reasons: 'I want' })).status).toBe(403);
  });

  it('an erased text is no longer shown, and only the end of an account explains it', async () => {
    const path = await both();
    const [text] = (await textsOf(api.owner, lifeOf(path))).filter(({ body }) => body.note === 'Came late');
    await changeText(api.owner, text?.id as string, lifeOf(path), null);
    expect((await read(contractor, path)).reviews).toEqual([plain('customer', 2), plain('contractor', 5, 'Clear and kind')]);
    expect((await verify(api.lives, lifeOf(path)))?.problem).toContain('the end of no account explains it');
  });
});

describe('files of a review', () => {
  /** How a person reaches a file: what it is, its bytes and its thumbnail. */
  const waysTo = (person: Person, file: string): Promise<number[]> =>
    Promise.all(
      ['', '/content', '/content?form=thumbnail'].map(async (way) => (await api.as(person).get(`/v1/files/${file}${way}`)).status),
    );
  const OPEN = [200, 200, 200];
  const HIDDEN = [404, 404, 404];
  const give = async (person: Person, path: string, name: string, body: object): Promise<Reviews> => {
    const { status, body: reply } = await say(person, path, name, body);
    expect(status).toBe(200);
    return reply;
  };
  const filesIn = ({ reviews }: Reviews, party: string): string[] | undefined =>
    reviews.find((each) => each.party === party)?.files.map(({ id }) => id);
  /** The events of the reviews in a person's stream. */
  const streamed = async (person: Person, path: string): Promise<number[]> =>
    (await api.as(person).get<{ items: { href: string; seq: number; notice: object | null }[] }>('/v1/events?limit=100')).body.items
      .filter(({ href, notice }) => href === path && notice === null)
      .map(({ seq }) => seq);

  it.each([
    ['customer', 'contractor'],
    ['contractor', 'customer'],
  ] as const)('are hidden from the %s before the publication, and seen after it', async (blind, busy) => {
    await api.withWorker(async () => {
      const people = { customer, contractor };
      const path = await open();
      const [replaced, file] = [await checkedFile(api, people[busy]), await checkedFile(api, people[busy])];
      const before = await allThatReads(people[blind], path);
      await give(people[busy], path, 'write', { stars: 1, files: [replaced] });
      expect(filesIn(await give(people[busy], path, 'write', { stars: 1, files: [file] }), busy)).toEqual([file]);
      expect(await allThatReads(people[blind], path)).toBe(before);
      for (const person of [people[blind], stranger]) expect(await waysTo(person, file)).toEqual(HIDDEN);
      for (const person of [people[busy], operator]) expect(await waysTo(person, file)).toEqual(OPEN);
      await write(people[blind], path, 5);
      for (const person of [customer, contractor, operator]) {
        expect(filesIn(await read(person, path), busy)).toEqual([file]);
        expect(await waysTo(person, file)).toEqual(OPEN);
      }
      expect((await api.as(people[blind]).get<{ files: { id: string }[] }>(path)).body.files).toMatchObject([{ id: file }]);
      for (const [person, each] of [
        [stranger, file],
        [people[blind], replaced],
      ] as const)
        expect(await waysTo(person, each)).toEqual(HIDDEN);
      await until(async () => (await streamed(people[blind], path)).includes(4), 'the publication in the stream');
      expect(await streamed(people[blind], path)).toEqual([4]);
    });
  });

  it('of a reply are seen at once, and blocked ones no more (4.4.3)', async () => {
    await api.withWorker(async () => {
      const path = await open();
      const [photo, answer] = [await checkedFile(api, customer), await checkedFile(api, contractor)];
      await give(customer, path, 'write', { stars: 2, files: [photo] });
      await write(contractor, path, 5);
      await give(contractor, path, 'reply', { message: 'Was clean', files: [answer] });
      expect((await read(customer, path)).reviews).toMatchObject([{ files: [{ id: photo }], replyFiles: [{ id: answer }] }, {}]);
      expect([await waysTo(customer, answer), await waysTo(contractor, photo)]).toEqual([OPEN, OPEN]);
      // The review has no text, and its photo alone is blocked.
      await give(operator, path, 'block', { party: 'customer', reasons: 'Shows a child' });
      expect(await waysTo(contractor, photo)).toEqual(HIDDEN);
      expect([await waysTo(operator, photo), await waysTo(customer, answer)]).toEqual([OPEN, OPEN]);
      const { reviews, files } = (await api.as(contractor).get<Reviews & { files: { id: string }[] }>(path)).body;
      expect(reviews).toMatchObject([{ files: [], replyFiles: [{ id: answer }] }, { files: [] }]);
      expect(files.map(({ id }) => id)).toEqual([answer]);
    });
  });

  it('may be those of the account alone', async () => {
    const [path, others] = [await open(), await examinedFile(api, contractor)];
    expect(await say(customer, path, 'write', { stars: 2, files: [others] })).toMatchObject({
      status: 422,
      problem: { rule: 'filesAreUsable' },
    });
  });
});

it('a preview reveals nothing about the other side, whether it has written or not', async () => {
  const [written, unwritten] = [await open(), await open()];
  await write(contractor, written, 1, 'Never again');
  const shown = async (path: string) =>
    (await api.as(customer).post<object>(`${path}/write?preview=true`, { stars: 5 }, { key: null })).body as Record<string, unknown>;
  const [one, other] = [await shown(written), await shown(unwritten)];
  for (const name of ['state', 'notices', 'effects', 'postings']) expect(one[name]).toEqual(other[name]);
  expect(one.state).toBe('open');
});
