/** Drives paths through a chart over HTTP. Time passes by changing the database. No worker runs, so the answers of other lives are committed here. */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { kebab, pascal } from '../../api/resource/fields.ts';
import { publicId } from '../../api/resource/public-id.ts';
import type { DebtContext, OtherDebt } from '../../charts/debt/types.ts';
import { lifeTypes } from '../../charts/index.ts';
import { menu, restore, timersOf } from '../../charts/judge.ts';
import type { BoundParties } from '../../charts/law.ts';
import type { LifeType } from '../../charts/life-type.ts';
import type { PostInput } from '../../charts/task/types.ts';
import { messageOf } from '../../error-message.ts';
import { catchUp, commit } from '../../lives/commit.ts';
import { localIdOf } from '../../lives/ids.ts';
import { shiftClock } from '../engine/pass.ts';
import { owe } from '../lives/debts.ts';
import { examinedFile } from '../lives/files.ts';
import { drawInvoice } from '../lives/invoices.ts';
import { bookOwed } from '../lives/owed.ts';
import { createNewcomer } from '../people/people.ts';
import { agree } from '../people/proposals.ts';
import type { Api, Person } from '../worlds/api.ts';
import { openApi } from '../worlds/api.ts';
import { BOOK, writeBooked } from '../worlds/ledger.ts';
import { examples } from './examples/index.ts';
import { ORDER } from './examples/payout.ts';
import { company, staff } from './examples/reidentification.ts';
import { accounts } from './examples/task.ts';
import { pathsOf } from './paths.ts';
import type { Edge } from './state-space.ts';
import { stateSpaceOf } from './state-space.ts';

/** Life types that are not driven, each with the reason. Every other type of the registry is. */
const NOT_TAKEN: Record<string, string> = {
  alert: 'It is over with its first event, and no route reads it: api/auth/invitations tests it.',
  qualification: 'Its files are looked at before it is declared: api/qualifications tests it.',
  objection: 'It is about a start that its task has recorded: api/objections tests it.',
  'social-transfer': 'A month has one, and its register stands beside the chain: api/social-transfers tests it.',
  'tax-invoice': 'An effect of an invoice asks for it: api/tax-invoices tests it.',
  file: 'Its bytes stand beside the chain, and nobody commands it: api/files tests it.',
  thread: 'Who may write depends on its task or dispute, which stands beside the chain: api/threads tests it.',
  account: 'Registration, consent and sanctions come with sessions, texts and hashes of the day: api/accounts tests them one by one.',
};

/** The life types that are driven. */
export const taken: string[] = Object.keys(lifeTypes).filter((life) => !(life in NOT_TAKEN));

const chartOf = (life: string) => (lifeTypes as Record<string, LifeType>)[life]?.chart as LifeType['chart'];

/** The API, and its people by their names in the examples. */
export interface Cast {
  api: Api;
  people: Record<string, Person>;
}

export async function openCast(): Promise<Cast> {
  const api = await openApi({ sweeping: false });
  const { customer, first, second, operator } = accounts as Record<string, string>;
  const people = {
    [customer as string]: await api.join(['customer']),
    [first as string]: await api.join(['contractor']),
    [second as string]: await api.join(['contractor', 'operator']),
    [operator as string]: await api.join(['operator']),
    [company]: await api.join(['customer']),
    [staff.second]: await api.join(['operator']),
  };
  const insert = `insert into document (sha256, kind, media_type, bytes) values ($1, 'completion-act', 'text/plain', $2)`;
  await api.owner.query(insert, [DOCUMENT, BYTES]);
  await bookOwed(api, (people[first as string] as Person).id, 1_000_000_000);
  // What the examples take: an advance of their customer, money that came and went by entries of a statement, and what providers hold.
  const came = [`advance/${(people[customer as string] as Person).id}`, 'suspense/inflow', 'suspense/entry'];
  const amount = 100_000_000_000;
  await writeBooked(api.owner, BOOK, [
    ...came.map((credit) => ({ debit: 'bank/operator', credit, amount })),
    { debit: 'outgoing/entry', credit: 'bank/operator', amount },
    ...['provider/sandbox', 'provider/tiptoppay'].map((debit) => ({ debit, credit: 'suspense/inflow', amount })),
  ]);
  // The payment order in which the examples' payouts stand.
  await api.owner.query(`insert into life (id, kind, state) values ($1, 'bank-order', 'ready')`, [ORDER]);
  // As in the terms of the examples.
  await api.owner.query(`
    update parameter set value = '120' where code = 'holdDays';
    update parameter set value = '0.5' where code = 'lateNoticeHours';
    update parameter set value = '[2, 4]' where code = 'openReminderWorkingDays'`);
  // One customer posts a task for each path.
  await api.owner.query(`update parameter set value = '100000' where code like 'quota%' or code = 'unprovedTasksMost'`);
  return { api, people };
}

/** The bytes of a document to be confirmed, by their hash. */
const BYTES = Buffer.from('An act');
const DOCUMENT = createHash('sha256').update(BYTES).digest('hex');

/** The URL path of a life. */
function addressOf({ routes }: Api, kind: string, life: string): string {
  const operation = `read${pascal(kind)}`;
  const found = routes.find((route) => route.operation === operation);
  if (found === undefined) throw new Error(`the interface has no ${operation}`);
  return found.path.replace('{id}', publicId(life));
}

/** Replaces the people and the life in an example's input by those of the test. */
const placed = ({ people }: Cast, input: unknown, uuid: string): unknown =>
  JSON.parse(
    Object.entries(people)
      .reduce((text, [name, { id }]) => text.replaceAll(name, id), JSON.stringify(input))
      .replace(/\/(example|one)\b/g, `/${uuid}`)
      .replaceAll('a'.repeat(64), DOCUMENT)
      .replace(/"text":"\w+"/g, `"text":"${uuid}"`),
  );

/** The HTTP body for an example's event: texts as strings, sums as numbers, without the fields that the platform adds. */
function bodyOf({ calendar: _, acceptance: __, terms, contract: ___, ...input }: Record<string, unknown>): object {
  const plain = (name: string, value: unknown): unknown => {
    if (name === 'amount' || name === 'price' || name === 'recovered' || name === 'fee') return Number(value);
    if (name === 'calculation') return (input.sums as string[]).map((sum) => ({ what: 'Something', amount: Number(sum) }));
    if (name === 'invoice' || name === 'transfer') return localIdOf(String(value));
    if (name === 'payout') return publicId(String(value));
    if (typeof value === 'object' && value !== null && 'text' in value) return 'A text';
    if (name === 'parts') return (value as { quantity: string }[]).map((part) => ({ ...part, quantity: Number(part.quantity) }));
    return value;
  };
  if ('pays' in input) return { kind: String(input.pays).split('/')[0], id: publicId(String(input.pays)) };
  if (!('wording' in input))
    return Object.fromEntries(Object.entries(input).flatMap(([name, value]) => (name === 'sums' ? [] : [[name, plain(name, value)]])));
  const { id, hazards, wording, lines, ...rest } = input as unknown as PostInput;
  const { review, fee, debt, graceShare, horizonDays, holdDays, departures, lateNoticeHours, openReminderWorkingDays, ...own } = (terms ??
    {}) as PostInput['terms'];
  return {
    ...rest,
    title: 'A task',
    ...('price' in rest && { price: Number(rest.price) }),
    ...(hazards !== undefined && { hazards: `Of the ${hazards}` }),
    lines: lines.map((line) => ({ ...line, name: 'Work', quantity: Number(line.quantity), unitPrice: Number(line.unitPrice) })),
    ...(terms !== undefined && { terms: own }),
  };
}

const rowOf = async ({ api }: Cast, life: string) =>
  (
    await api.rows<{ state: string; snapshot: { value: unknown; context: BoundParties }; clock_offset: string; at: Date }>(
      'select state, snapshot, clock_offset, at from life where id = $1',
      life,
    )
  )[0];

/** When a timer of this life fires. Its deadlines start from the real moments of the events, which are later than those of the walk. */
async function dueIn(cast: Cast, kind: string, life: string, type: string, walked: string): Promise<string> {
  const chart = chartOf(kind);
  const row = await rowOf(cast, life);
  const timer = row && timersOf(chart, restore(chart, row.snapshot), row.at.toISOString()).find((each) => each.type === type);
  return new Date(Math.max(Date.parse(walked), timer?.due ?? 0) + 2_000).toISOString();
}

/** Sets a life's clock to a moment. */
async function reach(cast: Cast, life: string, at: string): Promise<void> {
  const { clock_offset: offset = '0' } = (await rowOf(cast, life)) ?? {};
  const ahead = Date.parse(at) - Date.now() - Number(offset);
  if (ahead > 0) await shiftClock(cast.api, life, Math.ceil(ahead));
}

/** The counter-debts that replace those of the examples, by the debt and the example's id. */
const counterDebts = new Map<string, string>();

/** Replaces the counter-debt in an input by an existing one with the same sides and sum. */
async function withCounterDebt({ api, people }: Cast, life: string, { debt, other, ...input }: Record<string, unknown>): Promise<object> {
  const key = `${life} ${debt}`;
  if (other !== undefined) {
    const row = await rowOf({ api, people }, life);
    const { customer, contractor, debtor, creditor } = (row?.snapshot.context ?? {}) as DebtContext;
    const sides = { customer, contractor, debtor: creditor, creditor: debtor };
    counterDebts.set(key, await owe(api, { ...sides, amount: (other as OtherDebt).owed }));
  }
  return { ...bodyOf(input), debt: counterDebts.get(key) };
}

/** The file that a person attaches, by the person. */
const filesOf = new Map<Person, string>();

/** Replaces the files in an input by one that the person has uploaded. */
async function withFiles({ api }: Cast, person: Person, { files: _, ...input }: Record<string, unknown>): Promise<object> {
  const id = filesOf.get(person) ?? (await examinedFile(api, person));
  filesOf.set(person, id);
  return { ...bodyOf(input), files: [id] };
}

/** The body of an example's command, with things of this test in the place of those of the example. */
async function bodyIn(cast: Cast, life: string, person: Person, input: Record<string, unknown>): Promise<object> {
  if ('debt' in input) return withCounterDebt(cast, life, input);
  if ('files' in input) return withFiles(cast, person, input);
  return bodyOf(input);
}

/** Causes a chart's event in the way that the product does. Returns the life. */
async function happen(cast: Cast, kind: string, { event }: Edge, life: string | undefined, uuid: string): Promise<string> {
  const { api, people } = cast;
  const { type, by, actor, at } = event;
  const input = placed(cast, event.input, uuid) as Record<string, unknown>;
  const person = people[actor ?? ''];
  if (life === undefined && kind === 'task') {
    const { body, problem } = await api.as(person).post<{ id: string }>('/v1/tasks', bodyOf(input));
    if (problem) throw new Error(`${type}: ${JSON.stringify(problem)}`);
    return `task/${body.id}`;
  }
  // Its fees and its number stand beside its chain.
  if (life === undefined && kind === 'invoice') {
    const { calendar: _, customer, number: __, ...given } = input;
    return drawInvoice(api, String(customer), given);
  }
  // A number changes of one person at a time.
  if (life === undefined && kind === 'reidentification') Object.assign(input, { person: (await createNewcomer(api.owner)).person });
  // No two papers have one reference.
  if (life === undefined && kind === 'signing') Object.assign(input, { paper: { ...(input.paper as object), reference: randomUUID() } });
  if (type === 'sendPaper') Object.assign(input, { id: randomUUID() });
  const own = life ?? `${kind}/${uuid}/1`;
  // The provider has the money, and the payment keeps it for the invoice or the extra.
  if ((kind === 'invoice' || kind === 'extra') && type === 'paymentCaptured') {
    const context = (await rowOf(cast, own))?.snapshot.context as { id: string } | undefined;
    await writeBooked(api.owner, BOOK, [{ debit: 'provider/sandbox', credit: `held/${context?.id}`, amount: Number(input.amount) }]);
  }
  // An attempt to pay is of one payout.
  if (type === 'listed') Object.assign(input, { reference: `${own}/1/0` });
  if (life !== undefined) await reach(cast, own, by === 'clock' ? await dueIn(cast, kind, own, type, at) : at);
  if (by === 'clock') await catchUp(api.lives, own);
  // What proves a signature, and the file of a paper, have tests of their own: here the act alone is told.
  else if (by === 'platform' || life === undefined || (type === 'sign' && input.way !== 'account') || type === 'sendPaper') {
    const { calendar: _, ...told } = input;
    const committed = await commit(api.lives, {
      life: own,
      idempotencyKey: randomUUID(),
      type,
      by,
      input: told,
      ...(person && { actor: { account: person.id } }),
      ...(life === undefined && { create: true }),
    });
    if (committed.outcome !== 'done') throw new Error(`${type}: ${JSON.stringify(committed)}`);
  } else {
    const { proposed, way: _, ...given } = input;
    // Which details the staff allow, and which difference they accept, the route says: those that they see.
    const asked = type === 'allow' || type === 'acceptDifference' ? { reasons: given.reasons } : given;
    if (proposed !== undefined) {
      // Two of the staff decide: one proposes, the chart gets the command when the other confirms.
      await agree(api, [await api.join(['operator']), person as Person], `${addressOf(api, kind, own)}/${kebab(type)}`, bodyOf(asked));
      return own;
    }
    const body = await bodyIn(cast, own, person as Person, asked);
    const { problem } = await api.as(person).post(`${addressOf(api, kind, own)}/${kebab(type)}`, body);
    if (problem) throw new Error(`${type}: ${JSON.stringify(problem)}`);
  }
  return own;
}

/** The differences between a step and the chart. */
async function differences(cast: Cast, kind: string, { to }: Edge, life: string, last: boolean): Promise<string[]> {
  const chart = chartOf(kind);
  const row = await rowOf(cast, life);
  if (!isDeepStrictEqual(row?.snapshot.value, JSON.parse(JSON.stringify(to.snapshot.value))))
    return [`stands in ${JSON.stringify(row?.snapshot.value)}`];
  const { api, people } = cast;
  const found: string[] = [];
  // The menus of earlier steps are checked by the paths that end with them.
  if (!last) return found;
  const { customer, contractor } = to.snapshot.context as BoundParties;
  for (const party of ['customer', 'contractor'] as const) {
    const name = { customer, contractor }[party];
    if (name === undefined || people[name] === undefined) continue;
    const { status, body } = await api.as(people[name]).get<{ commands: { name: string }[] }>(addressOf(api, kind, life));
    const shown = status === 200 ? body.commands.map((each) => each.name).join() : status;
    const said = menu(chart, to.snapshot, party, name)
      .map((each) => kebab(each.name))
      .join();
    if (shown !== said) found.push(`${party} is offered ${shown}, not ${said}`);
  }
  return found;
}

/** The paths through a life's chart, starting now. */
export async function waysThrough({ api }: Cast, kind: string): Promise<Edge[][]> {
  const given = examples[kind];
  if (given === undefined) throw new Error(`no examples of a ${kind}`);
  // Starts in the future, so that a slow run cannot overtake the examples: terms would then end later than in the examples.
  const begin = new Date(Date.now() + 600_000).toISOString();
  const ways = pathsOf(stateSpaceOf(chartOf(kind), { ...given, begin, calendar: api.lives.calendar(begin) }));
  // Exploring blocks the process, so idle connections may be too old afterwards. They are closed now, not during the next request.
  await setTimeout(100);
  return ways;
}

/** How many lives are driven in parallel. */
const ABREAST = 6;

/** Drives a life along each path. Returns the differences from the chart: the state after each step, and the menus at the end of each path. */
export async function takeWays(cast: Cast, kind: string, ways: Edge[][]): Promise<string[]> {
  const wrong: string[] = [];
  const take = async (way: Edge[]): Promise<void> => {
    const uuid = randomUUID();
    let life: string | undefined;
    const told: string[] = [];
    for (const edge of way) {
      told.push(edge.event.type);
      try {
        life = await happen(cast, kind, edge, life, life?.split('/')[1] ?? uuid);
        const found = await differences(cast, kind, edge, life, edge === way.at(-1));
        if (found.length > 0) return void wrong.push(`${told.join(' ')}: ${found.join('; ')}`);
      } catch (error) {
        return void wrong.push(`${told.join(' ')}: ${messageOf(error)}`);
      }
    }
  };
  const waiting = [...ways];
  await Promise.all(
    Array.from({ length: ABREAST }, async () => {
      for (let way = waiting.shift(); way !== undefined; way = waiting.shift()) await take(way);
    }),
  );
  return wrong;
}
