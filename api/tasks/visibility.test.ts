import { lifeTypes } from '../../charts/index.ts';
import { beginsSomethingNew, commandsOf } from '../../charts/judge.ts';
import { taskChart } from '../../charts/task/chart.ts';
import { commit } from '../../lives/commit.ts';
import { camel } from '../../testing/charts/answers.ts';
import type { Api, Person, Reply, Task } from '../../testing/worlds/api.ts';
import { openApi, posting } from '../../testing/worlds/api.ts';
import { kebab } from '../resource/fields.ts';

type Reader = 'customer' | 'neighbour' | 'stranger' | 'invited' | 'responded' | 'accepted' | 'operator' | 'nobody';

let api: Api;
let people: Record<Reader, Person>;
beforeAll(async () => {
  api = await openApi();
  const join = async (...roles: Parameters<Api['join']>[0]) => api.join(roles);
  people = {
    customer: await join('customer'),
    neighbour: await join('customer'),
    stranger: await join('contractor'),
    invited: await join('contractor'),
    responded: await join('contractor'),
    accepted: await join('contractor'),
    operator: await join('operator'),
    nobody: await join(),
  };
});
afterAll(() => api.close());

/** A command's body that its schema accepts, whatever the task decides. */
const bodies = (): Record<string, object> => ({
  change: { ...posting(), version: 1 },
  withdraw: {},
  block: { reasons: 'Reasons' },
  respond: { version: 1 },
  retract: {},
  choose: { version: 1, contractor: people.responded.id, response: 1 },
  accept: { version: 1 },
  decline: {},
  'give-up': { reasons: 'Reasons' },
  cancel: { reasons: 'Reasons' },
  resign: { reasons: 'Reasons' },
  amend: { ...posting(), version: 1 },
  'accept-amendment': { version: 1, proposal: 1 },
  'decline-amendment': { proposal: 1 },
  'propose-cancel': { reasons: 'Reasons' },
  'accept-cancel': { proposal: 1 },
  'decline-cancel': { proposal: 1 },
  'sign-again': {},
  fund: {},
  brief: { note: 'Note' },
  'report-risk': { note: 'Note' },
  acknowledge: { briefing: 1 },
  'allow-early-start': {},
  start: {},
  'report-no-access': { reasons: 'Reasons' },
  'stop-work': { reasons: 'Reasons' },
  'resume-work': {},
  submit: {},
  approve: { submission: 1 },
  'approve-part': { submission: 1, parts: [{ line: 1, quantity: 1 }], rest: 'drop', reasons: 'Reasons' },
  refuse: { submission: 1, reasons: 'Reasons' },
  report: { paidOn: '2026-10-01' },
  confirm: {},
  deny: { report: 1, reasons: 'Reasons' },
  pay: {},
  claim: { about: 'conduct', demand: 'Demand' },
  'send-paper': { title: 'Title', signers: 'both' },
  'set-address': { address: 'An address' },
  'report-force-majeure': { evidence: 'Evidence' },
  'admit-force-majeure': { notice: 1 },
  'contest-force-majeure': { notice: 1, reasons: 'Reasons' },
  'end-force-majeure': {},
});

type Act = [Reader, string];
const ACCEPTED: Act[] = [['accepted', 'accept']];
const SUBMITTED: Act[] = [...ACCEPTED, ['accepted', 'start'], ['accepted', 'submit']];
const DUE: Act[] = [...SUBMITTED, ['customer', 'approve']];
const CLOSED: Act[] = [...DUE, ['accepted', 'confirm']];
const FORCE_MAJEURE = ['report-force-majeure', 'admit-force-majeure', 'contest-force-majeure', 'end-force-majeure'];
/** Commands of the other regions, which every state knows. */
const BOUND = ['claim', 'send-paper', 'set-address', ...FORCE_MAJEURE];
const POSTED = [...BOUND, 'change', 'withdraw', 'block', 'respond', 'retract', 'choose', 'accept', 'decline'];
/** Before the money is settled. */
const BY_AGREEMENT = ['amend', 'accept-amendment', 'decline-amendment', 'propose-cancel', 'accept-cancel', 'decline-cancel'];
const IN_ADVANCE = ['report', 'confirm', 'deny'];
const OF_RISKS = ['report-risk', 'acknowledge'];
const AGREED = [
  ...[...BOUND, ...BY_AGREEMENT, ...IN_ADVANCE, ...OF_RISKS],
  ...['start', 'allow-early-start', 'give-up', 'cancel', 'resign', 'report-no-access', 'resume-work'],
];
const PROPOSALS = ['amend', 'propose-cancel'];
const ALWAYS = ['claim', 'send-paper', 'report-force-majeure'];

interface Scene {
  match: 'first-come' | 'invited' | 'choice';
  acts: Act[];
  /** For a party whose account was suspended then. */
  suspended?: Reader;
  /** Who sees the task: a candidate only the work, a party also the people and the chain. */
  candidates: Reader[];
  parties: Reader[];
  /** What each may do; nothing if not listed. */
  menus: Partial<Record<Reader, string[]>>;
  /** The commands that this state knows, for any party. */
  known: string[];
  /** Refusals for the state, for commands of a candidate. */
  notNow?: Partial<Record<Reader, string[]>>;
}

/** Until the task is over, the customer may set its address. */
const menuOfScene = (menus: Scene['menus'], reader: Reader): string[] => {
  const own = menus[reader] ?? [];
  return (reader === 'customer' && own.length > 0 ? [...own, 'set-address'] : own).toSorted();
};

const SCENES: Record<string, Scene> = {
  'an open task': {
    match: 'first-come',
    acts: [],
    candidates: ['stranger', 'invited', 'responded', 'accepted'],
    parties: ['customer', 'operator'],
    menus: {
      customer: ['change', 'withdraw'],
      operator: ['block'],
      stranger: ['accept'],
      invited: ['accept'],
      responded: ['accept'],
      accepted: ['accept'],
    },
    known: POSTED,
    notNow: { stranger: ['respond'], invited: ['respond'], responded: ['respond'], accepted: ['respond'] },
  },
  'an invited task': {
    match: 'invited',
    acts: [],
    candidates: ['invited', 'accepted'],
    parties: ['customer', 'operator'],
    menus: {
      customer: ['change', 'withdraw'],
      operator: ['block'],
      invited: ['accept', 'decline'],
      accepted: ['accept', 'decline'],
    },
    known: POSTED,
    notNow: { invited: ['respond'], accepted: ['respond'] },
  },
  'an invited task that was accepted': {
    match: 'invited',
    acts: ACCEPTED,
    candidates: [],
    parties: ['customer', 'operator', 'accepted'],
    menus: {
      customer: [...ALWAYS, ...PROPOSALS, 'cancel', 'report', 'report-risk'],
      accepted: [...ALWAYS, ...PROPOSALS, 'start', 'resign', 'report-no-access'],
    },
    known: AGREED,
  },
  'a task with a choice': {
    match: 'choice',
    acts: [['responded', 'respond']],
    candidates: ['stranger', 'invited', 'responded', 'accepted'],
    parties: ['customer', 'operator'],
    menus: {
      customer: ['change', 'withdraw', 'choose'],
      operator: ['block'],
      stranger: ['respond'],
      invited: ['respond'],
      responded: ['respond', 'retract'],
      accepted: ['respond'],
    },
    known: POSTED,
  },
  'a withdrawn task with a choice': {
    match: 'choice',
    acts: [
      ['responded', 'respond'],
      ['customer', 'withdraw'],
    ],
    candidates: ['responded'],
    parties: ['customer', 'operator'],
    menus: {},
    known: [],
  },
  'an agreed task': {
    match: 'first-come',
    acts: ACCEPTED,
    candidates: [],
    parties: ['customer', 'operator', 'accepted'],
    menus: {
      customer: [...ALWAYS, ...PROPOSALS, 'cancel', 'report', 'report-risk'],
      accepted: [...ALWAYS, ...PROPOSALS, 'start', 'resign', 'report-no-access'],
    },
    known: AGREED,
  },
  'a task under review': {
    match: 'first-come',
    acts: SUBMITTED,
    candidates: [],
    parties: ['customer', 'operator', 'accepted'],
    menus: {
      customer: [...ALWAYS, ...PROPOSALS, 'approve', 'approve-part', 'refuse', 'report'],
      accepted: [...ALWAYS, ...PROPOSALS],
    },
    known: [...BOUND, ...BY_AGREEMENT, ...IN_ADVANCE, 'approve', 'approve-part', 'refuse', 'give-up'],
  },
  'a task whose customer proposes to cancel it, and whose contractor is suspended': {
    match: 'first-come',
    acts: [...ACCEPTED, ['customer', 'propose-cancel']],
    suspended: 'accepted',
    candidates: [],
    parties: ['customer', 'operator', 'accepted'],
    menus: {
      customer: [...ALWAYS, 'cancel', 'report', 'report-risk'],
      accepted: [...ALWAYS, 'accept-cancel', 'decline-cancel', 'resign', 'report-no-access'],
    },
    known: AGREED,
  },
  'a task to be paid': {
    match: 'first-come',
    acts: DUE,
    candidates: [],
    parties: ['customer', 'operator', 'accepted'],
    menus: { customer: [...ALWAYS, 'report'], accepted: [...ALWAYS, 'confirm'] },
    known: [...BOUND, 'report', 'confirm'],
  },
  'a closed task': {
    match: 'first-come',
    acts: CLOSED,
    candidates: [],
    parties: ['customer', 'operator', 'accepted'],
    menus: {},
    known: [],
  },
};

const BOTH: Reader[] = ['customer', 'accepted'];
/** The party of each command; for candidates the chart checks more than the party. */
const COMMANDS: Record<string, Reader[]> = {
  change: ['customer'],
  withdraw: ['customer'],
  block: ['operator'],
  respond: [],
  retract: [],
  choose: ['customer'],
  accept: [],
  decline: [],
  'give-up': BOTH,
  cancel: ['customer'],
  resign: ['accepted'],
  amend: BOTH,
  'accept-amendment': BOTH,
  'decline-amendment': BOTH,
  'propose-cancel': BOTH,
  'accept-cancel': BOTH,
  'decline-cancel': BOTH,
  'sign-again': BOTH,
  fund: ['customer'],
  brief: ['customer'],
  'report-risk': ['customer'],
  acknowledge: ['accepted'],
  'allow-early-start': ['customer'],
  start: ['accepted'],
  'report-no-access': ['accepted'],
  'stop-work': ['accepted'],
  'resume-work': ['accepted'],
  submit: ['accepted'],
  approve: ['customer'],
  'approve-part': ['customer'],
  refuse: ['customer'],
  report: ['customer'],
  confirm: ['accepted'],
  deny: ['accepted'],
  pay: ['customer'],
  claim: BOTH,
  'send-paper': BOTH,
  'set-address': ['customer'],
  'report-force-majeure': BOTH,
  'admit-force-majeure': BOTH,
  'contest-force-majeure': BOTH,
  'end-force-majeure': BOTH,
};

test('the matrix knows every command of the chart', () => {
  const known = commandsOf(taskChart).map(kebab).toSorted();
  expect(['post', ...Object.keys(COMMANDS)].toSorted()).toEqual(known);
  expect(['post', ...Object.keys(bodies())].toSorted()).toEqual(known);
});

/** Whether an account may begin anything new, as its own suspension decides. */
const setMayOpen = (account: string, may: boolean) => api.owner.query('update account set may_open = $2 where id = $1', [account, may]);

describe.each(Object.entries(SCENES))('%s', (_, { match, acts, suspended, candidates, parties, menus, known, notNow = {} }) => {
  let task: Task;
  beforeAll(async () => {
    const invited = match === 'invited' ? [people.invited.id, people.accepted.id] : [];
    task = await api.as(people.customer).postTask({ match, invited });
    for (const [reader, name] of acts) await api.as(people[reader]).command(task.id, name, bodies()[name]);
    if (suspended) {
      const life = `task/${task.id}`;
      const input = { account: people[suspended].id };
      await commit(api.lives, { life, idempotencyKey: `message/${life}/1/0`, type: 'partySuspended', by: 'platform', input });
      await setMayOpen(people[suspended].id, false);
    }
  });
  afterAll(async () => {
    if (suspended) await setMayOpen(people[suspended].id, true);
  });

  const readers: Reader[] = ['customer', 'neighbour', 'stranger', 'invited', 'responded', 'accepted', 'operator', 'nobody'];
  const isSeen = (reader: Reader): boolean => candidates.includes(reader) || parties.includes(reader);

  /** Besides who the customer is, a candidate reads nothing about the others. A party reads ids, but no name or address of anybody. */
  const expectDiscreet = ({ body }: Reply<unknown>, reader: Reader): void => {
    const text = JSON.stringify(body);
    for (const [other, { id, name, email }] of Object.entries(people)) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(email);
      if (!parties.includes(reader) && other !== reader) expect(text).not.toContain(id);
    }
  };

  it.each(readers)('shows a %s only what it may see', async (reader) => {
    const as = api.as(people[reader]);
    const read = await as.get(`/v1/tasks/${task.id}`);
    const list = await as.get<{ items: Task[] }>('/v1/tasks?limit=100');
    const events = await as.get(`/v1/tasks/${task.id}/events`);
    const notices = await as.get(`/v1/tasks/${task.id}/notices`);
    const isParty = parties.includes(reader);
    expect([read.status, events.status, notices.status]).toEqual([
      isSeen(reader) ? 200 : 404,
      isParty ? 200 : 404,
      isSeen(reader) ? 200 : 404,
    ]);
    expect(list.status).toBe(200);
    const item = list.body.items.find(({ id }) => id === task.id);
    expect(item !== undefined).toBe(isSeen(reader));
    if (isSeen(reader)) {
      const { commands, customer, contractor, progress } = read.body;
      expect(commands.map(({ name }) => name).toSorted()).toEqual(menuOfScene(menus, reader));
      expect(progress !== null).toBe(isParty);
      expect([customer, item?.customer]).toEqual(isParty ? [people.customer.id, people.customer.id] : [null, null]);
      expect(contractor).toBe(parties.includes('accepted') ? people.accepted.id : null);
    }
    const { postedBy, contractors, ...rest } = read.body;
    // Every reader except the customer sees who the customer is, and nothing about anybody else.
    const { name } = people.customer;
    const known = {
      kind: 'natural',
      name,
      identity: { proved: true, words: 'IIN/BIN proved' },
      rating: null,
      reviews: 0,
      tasksDone: expect.any(Number),
      since: expect.any(String),
      ...{ stars: [0, 0, 0, 0, 0], reviewers: 0, starts: null, disputes: expect.any(Number), basis: expect.any(String) },
    };
    expect(postedBy).toEqual(isSeen(reader) && reader !== 'customer' ? known : undefined);
    expect(contractors !== undefined).toBe(isSeen(reader) && ['customer', 'operator'].includes(reader));
    for (const reply of [{ ...read, body: rest }, { ...list, body: item ?? {} }, events, notices]) expectDiscreet(reply, reader);
  });

  it.each(readers)('accepts from a %s only its own commands', async (reader) => {
    const before = await api.countEvents();
    const isParty = parties.includes(reader);
    const answers: Record<string, number> = {};
    const expected: Record<string, number> = {};
    for (const [name, body] of Object.entries(bodies())) {
      if (menuOfScene(menus, reader).includes(name)) continue;
      const reply = await api.as(people[reader]).post(`/v1/tasks/${task.id}/${name}`, body);
      expectDiscreet(reply, reader);
      if (reply.status === 409)
        // A claim about an ended task is made elsewhere, and the refusal says where.
        expect(
          reply.problem?.commands
            ?.map((each) => each.name)
            .filter((each) => each !== name)
            .toSorted(),
        ).toEqual(menuOfScene(menus, reader));
      answers[name] = reply.status;
      // Admission refuses what a suspended account would begin, before the task is asked (4.4.2).
      if (reader === suspended && beginsSomethingNew(lifeTypes.task.chart, camel(name))) expected[name] = 403;
      else if (!isSeen(reader)) expected[name] = 404;
      else
        expected[name] =
          !known.includes(name) || (isParty && COMMANDS[name]?.includes(reader)) || notNow[reader]?.includes(name) ? 409 : 403;
    }
    expect(answers).toEqual(expected);
    expect(await api.countEvents()).toBe(before);
  });

  it('does not exist without a session', async () => {
    const as = api.as();
    const paths = ['', '/events', '/notices'].map((path) => `/v1/tasks/${task.id}${path}`);
    for (const path of [...paths, '/v1/tasks']) expect((await as.get(path)).problem?.code).toBe('unauthenticated');
    for (const [name, body] of Object.entries(bodies())) {
      expect((await as.post(`/v1/tasks/${task.id}/${name}`, body)).problem?.code).toBe('unauthenticated');
    }
  });
});

describe('one account with two roles', () => {
  it('is a party in its own tasks, and reads the tasks of others as a contractor', async () => {
    const both = await api.join(['customer', 'contractor']);
    const own = await api.as(both).postTask();
    const theirs = await api.as(people.customer).postTask();
    expect(await api.as(both).get(`/v1/tasks/${own.id}`)).toMatchObject({ body: { customer: both.id } });
    expect(await api.as(both).get(`/v1/tasks/${theirs.id}`)).toMatchObject({ body: { customer: null } });
    const { items } = (await api.as(both).get<{ items: Task[] }>('/v1/tasks?limit=100')).body;
    expect(items.filter(({ id }) => id === own.id || id === theirs.id).map(({ customer }) => customer)).toEqual([null, both.id]);
    expect((await api.as(both).post(`/v1/tasks/${own.id}/accept`, { version: 1 })).problem?.code).toBe('wrong-party');
  });

  it('does not judge its own task as an operator', async () => {
    const both = await api.join(['customer', 'operator']);
    const { id } = await api.as(both).postTask();
    expect((await api.as(both).post(`/v1/tasks/${id}/block`, { reasons: 'Mine' })).problem?.code).toBe('wrong-party');
  });
});

test.each(['contractor', 'operator'] as const)('a %s cannot post a task', async (role) => {
  const before = await api.countEvents();
  const person = await api.join([role]);
  expect((await api.as(person).post('/v1/tasks', posting())).problem).toMatchObject({ code: 'wrong-party', clause: expect.any(String) });
  expect(await api.countEvents()).toBe(before);
});
