/**
 * Every event that every state of a chart takes, reached by its shortest way over HTTP, with days passing in the store: after each step the life
 * stands where the chart says, and each party's menu is the chart's. No worker runs: what other lives would answer is committed by the test.
 */
import { createHash, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { examples } from '../charts/examples.ts';
import { lifeTypes } from '../charts/index.ts';
import { menu, restore, timersOf } from '../charts/judge.ts';
import type { BoundParties } from '../charts/law.ts';
import type { LifeType } from '../charts/life-type.ts';
import { accounts } from '../charts/task/examples.ts';
import type { PostInput } from '../charts/task/types.ts';
import type { Edge } from '../charts/walk.ts';
import { walk } from '../charts/walk.ts';
import { catchUp, commit } from '../lives/commit.ts';
import type { Api, Person } from '../testing/api.ts';
import { openApi } from '../testing/api.ts';
import { shiftClock } from '../testing/pass.ts';
import { pathsOf } from '../testing/paths.ts';
import { kebab } from './resource/fields.ts';
import { publicId } from './resource/resource.ts';

let api: Api;
const people: Record<string, Person> = {};
beforeAll(async () => {
  api = await openApi({ sweeping: false });
  people[accounts.customer as string] = await api.join(['customer']);
  people[accounts.first as string] = await api.join(['contractor']);
  people[accounts.second as string] = await api.join(['contractor', 'operator']);
  people[accounts.operator as string] = await api.join(['operator']);
  await api.owner.query(`insert into document (sha256, kind, media_type, bytes) values ($1, 'completion-act', 'text/plain', $2)`, [
    DOCUMENT,
    BYTES,
  ]);
});
afterAll(() => api.close());

/** The bytes of a document to be confirmed, by their hash. */
const BYTES = Buffer.from('An act');
const DOCUMENT = createHash('sha256').update(BYTES).digest('hex');

const ADDRESSES: Record<string, string> = {
  task: 'tasks',
  dispute: 'disputes',
  fee: 'fees',
  signing: 'signings',
  review: 'reviews',
  verification: 'verifications',
  reidentification: 'reidentifications',
};

/** An example's input with the people and the life of the test in the place of its own. */
const placed = (input: unknown, uuid: string): unknown =>
  JSON.parse(
    Object.entries(people)
      .reduce((text, [name, { id }]) => text.replaceAll(name, id), JSON.stringify(input))
      .replace(/\/(example|one)\b/g, `/${uuid}`)
      .replaceAll('a'.repeat(64), DOCUMENT)
      .replace(/"text":"\w+"/g, `"text":"${uuid}"`),
  );

/** What is sent over HTTP for an event of an example: texts as texts, sums as numbers, and nothing of what the platform adds. */
function bodyOf({ calendar: _, acceptance: __, terms, ...input }: Record<string, unknown>): object {
  const plain = (name: string, value: unknown): unknown => {
    if (name === 'amount' || name === 'price') return Number(value);
    if (typeof value === 'object' && value !== null && 'text' in value) return 'A text';
    if (name === 'parts') return (value as { quantity: string }[]).map((part) => ({ ...part, quantity: Number(part.quantity) }));
    return value;
  };
  if (!('wording' in input)) return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, plain(name, value)]));
  const { id, hazardous, wording, lines, price, ...rest } = input as unknown as PostInput;
  const { review, fee, horizonDays, ...own } = (terms ?? {}) as PostInput['terms'];
  return {
    ...rest,
    title: 'A task',
    ...(hazardous && { hazards: 'Height' }),
    lines: lines.map((line) => ({ ...line, name: 'Work', quantity: Number(line.quantity), unitPrice: Number(line.unitPrice) })),
    ...(terms !== undefined && { terms: own }),
  };
}

const rowOf = async (life: string) =>
  (
    await api.rows<{ state: string; snapshot: { value: unknown; context: BoundParties }; clock_offset: string; at: Date }>(
      'select state, snapshot, clock_offset, at from life where id = $1',
      life,
    )
  )[0];

/** When a timer rings in this life: its moments are reckoned from when things truly happened, some time after the walk through the chart. */
async function dueIn(kind: string, life: string, type: string, walked: string): Promise<string> {
  const { chart } = (lifeTypes as Record<string, LifeType>)[kind] as LifeType;
  const row = await rowOf(life);
  const timer = row && timersOf(chart, restore(chart, row.snapshot), row.at.toISOString()).find((each) => each.type === type);
  return new Date(Math.max(Date.parse(walked), timer?.due ?? 0) + 2_000).toISOString();
}

/** Brings a life's clock to a moment. */
async function reach(life: string, at: string): Promise<void> {
  const { clock_offset: offset = '0' } = (await rowOf(life)) ?? {};
  const ahead = Date.parse(at) - Date.now() - Number(offset);
  if (ahead > 0) await shiftClock(api, life, Math.ceil(ahead));
}

/** Has a chart's event happen to a life as it happens in truth; answers the life. */
async function happen(kind: string, { event }: Edge, life: string | undefined, uuid: string): Promise<string> {
  const { type, by, actor, at } = event;
  const input = placed(event.input, uuid) as Record<string, unknown>;
  const person = people[actor ?? ''];
  if (life === undefined && kind === 'task') {
    const { body, problem } = await api.as(person).post<{ id: string }>('/v1/tasks', bodyOf(input));
    if (problem) throw new Error(`${type}: ${JSON.stringify(problem)}`);
    return `task/${body.id}`;
  }
  const own = life ?? `${kind}/${uuid}/1`;
  if (life !== undefined) await reach(own, by === 'clock' ? await dueIn(kind, own, type, at) : at);
  if (by === 'clock') await catchUp(api.lives, own);
  else if (by === 'platform' || life === undefined) {
    const key = `create/${randomUUID()}`;
    const { calendar: _, ...told } = input;
    const committed = await commit(api.lives, {
      life: own,
      idempotencyKey: key,
      type,
      by,
      input: told,
      ...(person && { actor: { account: person.id } }),
      ...(life === undefined && { create: true }),
    });
    if (committed.outcome !== 'done') throw new Error(`${type}: ${JSON.stringify(committed)}`);
  } else {
    const { problem } = await api.as(person).post(`/v1/${ADDRESSES[kind]}/${publicId(own)}/${kebab(type)}`, bodyOf(input));
    if (problem) throw new Error(`${type}: ${JSON.stringify(problem)}`);
  }
  return own;
}

/** What of a step is not as the chart says. */
async function differences(kind: string, { to }: Edge, life: string, last: boolean): Promise<string[]> {
  const { chart } = (lifeTypes as Record<string, LifeType>)[kind] as LifeType;
  const row = await rowOf(life);
  if (!isDeepStrictEqual(row?.snapshot.value, JSON.parse(JSON.stringify(to.snapshot.value))))
    return [`stands in ${JSON.stringify(row?.snapshot.value)}`];
  const found: string[] = [];
  // The menus of the steps before are looked at where another way ends with them.
  if (!last) return found;
  const { customer, contractor } = to.snapshot.context as BoundParties;
  for (const party of ['customer', 'contractor'] as const) {
    const name = { customer, contractor }[party];
    if (name === undefined || people[name] === undefined) continue;
    const { status, body } = await api.as(people[name]).get<{ commands: { name: string }[] }>(`/v1/${ADDRESSES[kind]}/${publicId(life)}`);
    const shown = status === 200 ? body.commands.map((each) => each.name).join() : status;
    const said = menu(chart, to.snapshot, party, name)
      .map((each) => kebab(each.name))
      .join();
    if (shown !== said) found.push(`${party} is offered ${shown}, not ${said}`);
  }
  return found;
}

it.each(Object.keys(ADDRESSES))(
  'every way through the chart of a %s',
  async (kind) => {
    const given = examples[kind];
    const { chart } = (lifeTypes as Record<string, LifeType>)[kind] as LifeType;
    if (given === undefined) throw new Error(`no examples of a ${kind}`);
    const wrong: string[] = [];
    // Ahead of the real clock, which then overtakes no step of a slow run: terms that run from an act would end later than the walk has them.
    const begin = new Date(Date.now() + 600_000).toISOString();
    const ways = pathsOf(walk(chart, { ...given, begin, calendar: api.lives.calendar(begin) }));
    expect(ways.length).toBeGreaterThan(3);
    const drift = () => Date.now();
    const began = drift();
    const live = async (way: Edge[]): Promise<void> => {
      const uuid = randomUUID();
      let life: string | undefined;
      const told: string[] = [];
      for (const edge of way) {
        told.push(edge.event.type);
        try {
          life = await happen(kind, edge, life, life?.split('/')[1] ?? uuid);
          const found = await differences(kind, edge, life, edge === way.at(-1));
          if (found.length > 0) return void wrong.push(`${told.join(' ')}: ${found.join('; ')}`);
        } catch (error) {
          return void wrong.push(`${told.join(' ')}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    };
    const waiting = [...ways];
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        for (let way = waiting.shift(); way !== undefined; way = waiting.shift()) await live(way);
      }),
    );
    if (wrong.length > 0)
      throw new Error(`${wrong.length} of ${ways.length} ways in ${Date.now() - began} ms:\n${wrong.slice(0, 15).join('\n')}`);
  },
  400_000,
);
