import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Language } from '../charts/messages.ts';
import { atBounds, beyondBounds } from '../testing/probes/bounds.ts';
import type { Api, Person, ProblemBody, Task } from '../testing/worlds/api.ts';
import { inHours, openApi, posting } from '../testing/worlds/api.ts';
import { PROBLEMS } from './errors.ts';
import { kebab } from './resource/fields.ts';

import { COMMANDS, PostTask } from './tasks/schema.ts';

const LANGUAGES: Language[] = ['kk', 'ru', 'en'];

let api: Api;
let customer: Person;
let contractor: Person;
let operator: Person;
let task: Task;
let events: number;
beforeAll(async () => {
  api = await openApi({ limits: { requests: 1_000_000 } });
  [customer, contractor, operator] = await Promise.all([api.join(['customer']), api.join(['contractor']), api.join(['operator'])]);
  task = await api.as(customer).postTask();
});
afterAll(() => api.close());

/** A refused request adds to no chain. */
beforeEach(async () => {
  events = await api.countEvents();
});
afterEach(async () => {
  expect(await api.countEvents()).toBe(events);
});

const expectLanguage = ({ title, code }: ProblemBody, language: Language): void => expect(title).toBe(PROBLEMS[code].title[language]);

const work = () => ({
  title: 'Move a piano',
  description: 'To the third floor',
  category: 'moving',
  requires: ['moving'],
  lines: [{ name: 'Loading', unit: 'hour', quantity: 1, unitPrice: 300_000 }],
  place: 'Medeu district',
  location: { place: 'almaty', point: { latitude: 43.24, longitude: 76.92 } },
  startAt: inHours(48),
  dueAt: inHours(56),
  acceptBy: inHours(40),
  hazards: 'Stairs',
  measures: 'Straps',
  requirements: 'Two people',
});

/** Every field, each with a value that the schema accepts. */
const EXAMPLES: Record<'post' | Exclude<keyof typeof COMMANDS, 'sendPaper'>, object> = {
  post: {
    ...work(),
    nature: 'works',
    payment: 'direct',
    match: 'first-come',
    invited: [randomUUID()],
    places: 1,
    address: 'Abay 150',
    terms: {
      acceptDays: 1,
      acceptReminderHours: 1,
      startReminderHours: 1,
      startGraceHours: 1,
      dueReminderHours: 1,
      overdueGraceHours: 1,
      reviewWorkingDays: 1,
      reviewReminderWorkingDays: [1],
      silence: 'claim',
      reworkRounds: 1,
      reworkWorkingDays: 2,
      payWorkingDays: 1,
      payReminderWorkingDays: [1],
      confirmWorkingDays: 1,
      pricedResponses: true,
      paper: 'order',
      signWorkingDays: 1,
      signReminderWorkingDays: [1],
      funding: 'none',
      fundWorkingDays: 1,
      briefHours: 1,
      cancelCost: 1,
      cancelCostOfWork: 1,
      earlyStart: true,
      holdPatienceDays: 1,
      reviewDays: 1,
    },
  },
  change: { ...work(), lines: [{ ...work().lines[0], id: 1 }], version: 1 },
  withdraw: {},
  block: { reasons: 'Reasons' },
  respond: { version: 1, price: 100, message: 'Hello' },
  retract: {},
  choose: { version: 1, contractor: randomUUID(), response: 1 },
  accept: { version: 1 },
  decline: { reasons: 'Reasons' },
  giveUp: { reasons: 'Reasons' },
  allowEarlyStart: {},
  start: {},
  cancel: { reasons: 'Reasons' },
  resign: { reasons: 'Reasons' },
  amend: { ...work(), lines: [{ ...work().lines[0], id: 1 }], price: 100, version: 1 },
  acceptAmendment: { version: 1, proposal: 1 },
  declineAmendment: { proposal: 1 },
  proposeCancel: { reasons: 'Reasons', amount: 100 },
  acceptCancel: { proposal: 1 },
  declineCancel: { proposal: 1 },
  signAgain: {},
  fund: {},
  brief: { note: 'Note' },
  reportRisk: { note: 'A note' },
  acknowledge: { briefing: 1 },
  stopWork: { reasons: 'Reasons', files: [randomUUID()] },
  reportNoAccess: { reasons: 'Reasons', files: [randomUUID()] },
  setAddress: { address: 'Abay 150' },
  resumeWork: {},
  submit: {
    note: 'Note',
    parts: [{ line: 1, quantity: 2.5 }],
    act: {
      performedFrom: '2026-10-01',
      performedTo: '2026-10-02',
      reports: [{ date: '2026-10-02', number: '4', pages: 12 }],
      materials: [{ name: 'Paint', unit: 'l', quantity: 2.5, value: 100 }],
      attachments: [{ name: 'Photos', pages: 3 }],
    },
    files: [randomUUID()],
  },
  approve: { submission: 1 },
  approvePart: { submission: 1, parts: [{ line: 1, quantity: 2.5 }], rest: 'drop', reasons: 'Reasons' },
  pay: {},
  claim: {
    about: 'damages',
    demand: 'Demand',
    amount: 100,
    submission: 1,
    calculation: [{ what: 'Something', amount: 100 }],
    files: [randomUUID()],
  },
  reportForceMajeure: { evidence: 'Evidence', files: [randomUUID()] },
  admitForceMajeure: { notice: 1 },
  contestForceMajeure: { notice: 1, reasons: 'Reasons', files: [randomUUID()] },
  endForceMajeure: {},
  refuse: { submission: 1, reasons: 'Reasons', files: [randomUUID()] },
  report: { amount: 100, paidOn: '2026-10-01', proof: 'Receipt 5', files: [randomUUID()] },
  confirm: { amount: 100, report: 1 },
  deny: { report: 1, reasons: 'Reasons', files: [randomUUID()] },
};
const ALL = Object.keys(EXAMPLES) as (keyof typeof EXAMPLES)[];
const schemaOf = (name: keyof typeof EXAMPLES) => (name === 'post' ? PostTask : COMMANDS[name].body);
const pathOf = (name: keyof typeof EXAMPLES, id: string) => (name === 'post' ? '/v1/tasks' : `/v1/tasks/${id}/${kebab(name)}`);

describe('a body', () => {
  it.each(ALL)('of %s beyond any bound of its schema is refused, and errors names the field', async (name) => {
    const wrong: string[] = [];
    for (const [index, { name: what, body }] of beyondBounds(schemaOf(name), EXAMPLES[name]).entries()) {
      const language = LANGUAGES[index % 3] as Language;
      const { problem } = await api.as(customer).post(pathOf(name, task.id), body, { language });
      if (problem?.code === 'invalid-input' && problem.errors?.length) expectLanguage(problem, language);
      else wrong.push(`${what}: ${problem?.code}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(ALL)('of %s at any bound of its schema is accepted', async (name) => {
    const wrong: string[] = [];
    // An unknown task and a caller who may not post: the body is not what is refused.
    const expected = name === 'post' ? 'wrong-party' : 'not-found';
    // The schema's bounds never change. Within them, a rule reports the dated ones.
    const isBeyondDated = (what: string, problem: object | undefined): boolean =>
      what.startsWith('.terms.') && problem !== undefined && 'rule' in problem && problem.rule === 'termsAreWithinBounds';
    // A code of a list, a point in the country and a file that is named once are more than their bounds.
    const isMore = (what: string): boolean => /^\.(category|requires|location|files)\b/.test(what);
    for (const { name: what, body } of atBounds(schemaOf(name), EXAMPLES[name]).filter((each) => !isMore(each.name))) {
      const { problem } = await api.as(contractor).post(pathOf(name, randomUUID()), body);
      if (problem?.code !== expected && !isBeyondDated(what, problem)) wrong.push(`${what}: ${problem?.code} ${problem?.detail}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['half an object', '{"title":'],
    ['an open brace', '{'],
    ['JavaScript', "{title: 'x'}"],
    ['a comma too many', '{"title":"x",}'],
    ['two objects', '{}{}'],
    ['a comment', '{} // x'],
    ['a text', '"title"'],
    ['a number', '5'],
    ['null', 'null'],
    ['NaN', '{"places":NaN}'],
    ['Infinity', '{"places":Infinity}'],
    ['a form', 'title=x'],
    ['a byte order mark and nonsense', '\ufeffx'],
    ['bytes of no text', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
  ])('that is no JSON object (%s) is refused', async (what, body) => {
    for (const language of LANGUAGES) {
      const { problem } = await api.as(customer).post('/v1/tasks', body, { language });
      // Without a byte the body counts as empty, so its fields are missing.
      expect(problem?.code).toBe(what === 'nothing' ? 'invalid-input' : 'malformed-json');
      expectLanguage(problem as ProblemBody, language);
    }
  });

  it.each([
    ['an array', '[]'],
    ['an array of arrays', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['an object in objects', `${'{"title":'.repeat(5_000)}1${'}'.repeat(5_000)}`],
    [
      'a thousand unknown keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`key-${index}-${'x'.repeat(40)}`, 1]))),
    ],
    ['a key of fifty thousand characters', JSON.stringify({ ['x'.repeat(50_000)]: 1 })],
  ])('of another shape (%s) is refused with a short response', async (_, body) => {
    const { problem } = await api.as(customer).post('/v1/tasks', body);
    expect(problem?.code).toBe('invalid-input');
    expect(JSON.stringify(problem).length).toBeLessThan(10_000);
  });

  it.each([
    ['text/plain', {}],
    ['application/x-www-form-urlencoded', {}],
    ['multipart/form-data; boundary=x', {}],
    ['application/jsonp', {}],
    ['application/merge-patch+json', {}],
    ['nonsense', {}],
    ['application/json; charset=latin1', {}],
    ['application/json; charset=nonsense', {}],
    ['application/json', { 'Content-Encoding': 'nonsense' }],
    ['application/json', { 'Content-Encoding': 'gzip, gzip' }],
  ])('of another content type (%s %o) is refused', async (type, headers) => {
    for (const language of LANGUAGES) {
      const { problem } = await api
        .as(customer)
        .post('/v1/tasks', JSON.stringify(posting()), { language, headers: { 'Content-Type': type, ...headers } });
      expect(problem?.code).toBe('unsupported-media-type');
      expectLanguage(problem as ProblemBody, language);
    }
  });

  it('that does not have its declared content encoding is refused', async () => {
    for (const encoding of ['gzip', 'deflate', 'br']) {
      const { problem } = await api.as(customer).post('/v1/tasks', Buffer.from('nonsense'), { headers: { 'Content-Encoding': encoding } });
      expect(problem?.code).toBe('malformed-json');
    }
  });

  it('that is too large is refused, also without a length or compressed', async () => {
    const large = JSON.stringify({ ...posting(), description: 'x'.repeat(64 * 1024) });
    for (const language of LANGUAGES) {
      const { problem } = await api.as(customer).post('/v1/tasks', large, { language });
      expect(problem?.code).toBe('body-too-large');
      expectLanguage(problem as ProblemBody, language);
    }
    const packed = await api
      .as(customer)
      .post('/v1/tasks', gzipSync(Buffer.alloc(50_000_000, ' ')), { headers: { 'Content-Encoding': 'gzip' } });
    expect(packed.problem?.code).toBe('body-too-large');
    const chunked = await raw(
      'POST',
      '/v1/tasks',
      { 'Content-Type': 'application/json', 'Idempotency-Key': 'chunked', 'Transfer-Encoding': 'chunked' },
      large,
    );
    expect(chunked).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
  });
});

describe('a key', () => {
  it.each([
    ['missing', null],
    ['empty', ''],
    ['with the separator of places', 'key#2'],
    ['with a space', 'one key'],
    ['of another alphabet', 'cl\u00e9'],
    ['of 201 characters', 'x'.repeat(201)],
    ['of ten thousand characters', 'x'.repeat(10_000)],
  ])('%s is refused', async (_, key) => {
    for (const language of LANGUAGES) {
      for (const name of ALL) {
        const { problem } = await api.as(customer).post(pathOf(name, task.id), EXAMPLES[name], { key, language });
        expect(problem?.code).toBe('key-missing');
        expectLanguage(problem as ProblemBody, language);
      }
    }
  });

  it('sent twice in one request is refused', async () => {
    const answer = await raw(
      'POST',
      '/v1/tasks',
      { 'Content-Type': 'application/json', 'Idempotency-Key': ['one', 'two'] },
      JSON.stringify(posting()),
    );
    expect(answer).toMatchObject({ status: 400, body: { code: 'key-missing' } });
  });

  it('longer than the limit of headers is refused before it is read', async () => {
    const answer = await raw('POST', '/v1/tasks', { 'Idempotency-Key': 'x'.repeat(20_000) }, '{}');
    expect(answer.status).toBe(431);
    expect((await api.as(customer).get(`/v1/tasks/${task.id}`)).status).toBe(200);
  });
});

describe('an address', () => {
  it.each([
    '/v1/tasks/nonsense',
    '/v1/tasks/1',
    '/v1/tasks/-1',
    '/v1/tasks/%00',
    '/v1/tasks/%2e%2e',
    '/v1/tasks/..%2f..%2fetc%2fpasswd',
    '/v1/tasks/%E0%A4%A',
    "/v1/tasks/'%20or%201=1--",
    '/v1/tasks/__proto__',
    `/v1/tasks/${randomUUID()}`,
    `/v1/tasks/${randomUUID()}/events`,
    `/v1/tasks/${randomUUID()}/notices`,
    `/v1/tasks/${'x'.repeat(5_000)}`,
    '/v1/charts/nonsense',
    '/v1/charts/__proto__',
    '/v1/charts/constructor',
    '/v1/charts/..%2fpackage.json',
    '/v1/charts/nonsense.svg',
    '/v1/charts/..%2f..%2farchitecture.svg',
    '/v1',
    '/v2/tasks',
    '/nonsense',
    '/docs/index.html',
    '/docs/package.json',
    '/docs/..%2fpackage.json',
    '//',
  ])('of nothing (%s) is not found', async (path) => {
    for (const language of LANGUAGES) {
      const { problem } = await api.as(customer).get(path, { language });
      expect(problem?.code).toBe('not-found');
      expectLanguage(problem as ProblemBody, language);
    }
  });

  it('of a task that does not exist, or with an id of another kind, accepts no command', async () => {
    for (const id of [randomUUID(), 'nonsense', customer.id, '%00', '__proto__']) {
      const wrong: string[] = [];
      for (const name of ALL.filter((each) => each !== 'post')) {
        const { problem } = await api.as(operator).post(pathOf(name, id), EXAMPLES[name]);
        if (problem?.code !== 'not-found') wrong.push(`${name}: ${problem?.code}`);
      }
      expect(wrong).toEqual([]);
    }
  });

  it('with an id in capitals finds the task', async () => {
    expect((await api.as(customer).get(`/v1/tasks/${task.id.toUpperCase()}`)).body.id).toBe(task.id);
  });

  it.each([
    ['DELETE', () => `/v1/tasks/${task.id}`, 'GET'],
    ['PUT', () => `/v1/tasks/${task.id}`, 'GET'],
    ['PATCH', () => '/v1/tasks', 'POST, GET'],
    ['GET', () => `/v1/tasks/${task.id}/accept`, 'POST'],
    ['POST', () => `/v1/tasks/${task.id}/events`, 'GET'],
    ['OPTIONS', () => '/v1/offer', 'GET'],
    ['TRACE', () => '/v1/tasks', 'POST, GET'],
  ])('with method %s that it does not have is refused, and Allow names its methods', async (method, path, allowed) => {
    const answer = await raw(method, path(), {}, undefined);
    expect(answer).toMatchObject({ status: 405, body: { code: 'method-not-allowed', status: 405 } });
    expect(answer.headers.allow).toBe(allowed);
  });
});

describe('a query', () => {
  const LISTS = [
    'nonsense=1',
    '__proto__=1',
    '__proto__[x]=1',
    'constructor=1',
    'limit[]=1',
    'limit=1&limit=2',
    'state=posted&state=agreed',
    ...['', '0', '-1', '101', '1.5', '1e1', '0x10', 'NaN', 'Infinity', '%2010', '10%20', '٣', '99999999999999999999', 'true'].map(
      (value) => `limit=${value}`,
    ),
    ...['', '-1', '1.5', '0x10', 'NaN', '99999999999999999999', 'null', '%00', "1'--"].map((value) => `after=${value}`),
    ...['', 'Posted', 'nonsense', 'posted,agreed', '%00'].map((value) => `state=${value}`),
    ...['', 'operator', 'customer%00'].map((value) => `party=${value}`),
    ...[
      '',
      '2026',
      '2026-11-22',
      '2026-02-30T00:00:00Z',
      '2026-11-22T00:00:00',
      '2026-11-22T25:00:00Z',
      '0000-01-01T00:00:00Z',
      '1999-12-31T23:59:59Z',
      '9999-12-31T23:59:59-23:00',
      'now',
      '-infinity',
    ].flatMap((value) => [`postedFrom=${value}`, `postedUntil=${value}`]),
  ];
  const READS = [
    'nonsense=1',
    'after=1&after=2',
    ...['', '-1', '26', '1.5', '1e1', 'NaN', 'Infinity', '99999999999999999999'].map((value) => `after=0&wait=${value}`),
    ...['', '-1', '1000001', '1.5', 'NaN'].map((value) => `after=${value}`),
  ];

  it.each([
    ['of the list', () => '/v1/tasks', LISTS],
    ['of a task', () => `/v1/tasks/${task.id}`, READS],
    ['of a chain', () => `/v1/tasks/${task.id}/events`, ['after=1', 'limit=5']],
    ['of notices', () => `/v1/tasks/${task.id}/notices`, ['account=x']],
  ])('%s that its schema does not know is refused', async (_, path, queries) => {
    const wrong: string[] = [];
    for (const [index, query] of queries.entries()) {
      const language = LANGUAGES[index % 3] as Language;
      const { problem } = await api.as(customer).get(`${path()}?${query}`, { language });
      if (problem?.code === 'invalid-input' && problem.errors?.length) expectLanguage(problem, language);
      else wrong.push(`${query}: ${problem?.code}`);
    }
    expect(wrong).toEqual([]);
  });

  it('on a command is refused: parameters belong in the body', async () => {
    expect((await api.as(customer).post('/v1/tasks?places=3', posting())).problem?.code).toBe('invalid-input');
    expect((await api.as(contractor).post(`/v1/tasks/${task.id}/accept?version=1`, { version: 1 })).problem?.code).toBe('invalid-input');
  });

  it('at its bounds is accepted', async () => {
    for (const query of [
      'limit=1',
      'limit=100',
      'after=0',
      'after=999999999999999',
      'state=blocked',
      'party=candidate',
      'postedFrom=2026-11-22T05:00:00%2B05:00',
    ]) {
      expect((await api.as(customer).get(`/v1/tasks?${query}`)).status).toBe(200);
    }
    for (const query of ['after=0&wait=25', 'after=1000000&wait=0'])
      expect((await api.as(customer).get(`/v1/tasks/${task.id}?${query}`)).status).toBe(200);
  });
});

describe('a rule', () => {
  const refused = async (person: Person, path: string, body: object): Promise<string | undefined> => {
    const details = new Set<string>();
    const rules = new Set<string | undefined>();
    for (const language of LANGUAGES) {
      const { problem } = await api.as(person).post(path, body, { language });
      expect(problem).toMatchObject({ code: 'rule-refused', clause: expect.stringMatching(/^(\d+(\.\d+)+|platform)$/) });
      expectLanguage(problem as ProblemBody, language);
      details.add(problem?.detail as string);
      rules.add(problem?.rule);
    }
    expect([details.size, rules.size]).toEqual([3, 1]);
    return [...rules][0];
  };

  it.each([
    ['a start that is past', { startAt: inHours(-1) }, 'datesAreInOrder'],
    ['an end before the start', { startAt: inHours(48), dueAt: inHours(47) }, 'datesAreInOrder'],
    ['an end at the start', { startAt: '2027-01-15T10:00:00Z', dueAt: '2027-01-15T15:00:00+05:00' }, 'datesAreInOrder'],
    ['a time to accept that is past', { acceptBy: inHours(-1) }, 'datesAreInOrder'],
    ['a time to accept after the start', { acceptBy: inHours(49) }, 'datesAreInOrder'],
    ['an end beyond the calendars', { dueAt: inHours(400 * 24) }, 'datesAreNear'],
    ['a start beyond all years', { startAt: '2199-01-01T00:00:00Z', dueAt: '2199-12-31T00:00:00Z' }, 'datesAreNear'],
  ])('refuses %s, when posting and when changing', async (_, given, rule) => {
    expect(await refused(customer, '/v1/tasks', posting(given))).toBe(rule);
    expect(await refused(customer, `/v1/tasks/${task.id}/change`, { ...posting(given), version: 1 })).toBe(rule);
  });

  it('refuses to hold money that is paid directly, and an unknown account', async () => {
    expect(await refused(customer, '/v1/tasks', posting({ payment: 'direct', terms: { funding: 'hold' } }))).toBe('fundingFitsPayment');
    expect(await refused(customer, '/v1/tasks', posting({ match: 'invited', invited: [randomUUID()] }))).toBe('invitedAreContractors');
  });

  it('refuses a command about an earlier version', async () => {
    for (const version of [2, 1_000_000]) {
      expect(await refused(contractor, `/v1/tasks/${task.id}/accept`, { version })).toBe('versionIsCurrent');
      expect(await refused(customer, `/v1/tasks/${task.id}/change`, { ...posting(), version })).toBe('versionIsCurrent');
    }
  });

  describe('for a life in another state', () => {
    let chosen: Task;
    let due: Task;
    beforeAll(async () => {
      chosen = await api.as(customer).postTask({ match: 'choice', terms: { pricedResponses: false } });
      await api.as(contractor).command(chosen.id, 'respond', { version: 1 });
      due = await api.as(customer).postTask();
      for (const [name, body] of [
        ['accept', { version: 1 }],
        ['start', {}],
        ['submit', {}],
      ] as const)
        await api.as(contractor).command(due.id, name, body);
      await api.as(customer).command(due.id, 'approve');
    });

    it('refuses a price that the terms exclude, an old version, and a contractor who did not respond', async () => {
      expect(await refused(contractor, `/v1/tasks/${chosen.id}/respond`, { version: 1, price: 100 })).toBe('priceMayBeNamed');
      expect(await refused(contractor, `/v1/tasks/${chosen.id}/respond`, { version: 2 })).toBe('versionIsCurrent');
      expect(await refused(customer, `/v1/tasks/${chosen.id}/choose`, { version: 2, contractor: contractor.id, response: 1 })).toBe(
        'versionIsCurrent',
      );
      for (const foreign of [randomUUID(), operator.id, customer.id]) {
        expect(await refused(customer, `/v1/tasks/${chosen.id}/choose`, { version: 1, contractor: foreign, response: 1 })).toBe(
          'responseIsCurrent',
        );
      }
    });

    it('refuses more money than is due, and a day of payment in the future', async () => {
      const paidOn = inHours(0).slice(0, 10);
      expect(await refused(customer, `/v1/tasks/${due.id}/report`, { amount: 1_500_001, paidOn })).toBe('amountIsDue');
      expect(await refused(customer, `/v1/tasks/${due.id}/report`, { paidOn: inHours(48).slice(0, 10) })).toBe('paymentDayHasCome');
      expect(await refused(contractor, `/v1/tasks/${due.id}/confirm`, { amount: 1_500_001 })).toBe('amountIsDue');
    });

    it('refuses a claim above the price, a proposed cost above the price, and a part that the work does not have', async () => {
      const { id } = await api.as(customer).postTask();
      await api.as(contractor).command(id, 'accept', { version: 1 });
      await api.as(contractor).command(id, 'start');
      events = await api.countEvents();
      const path = `/v1/tasks/${id}`;
      expect(await refused(customer, `${path}/claim`, { about: 'ending', demand: 'Demand', amount: 1_500_001 })).toBe('endingFitsDeal');
      expect(await refused(contractor, `${path}/propose-cancel`, { reasons: 'x', amount: 1_500_001 })).toBe('costIsWithinPrice');
      expect(await refused(customer, `${path}/amend`, { ...posting({ dueAt: inHours(-1) }), version: 1 })).toBe('newDatesFit');
      for (const parts of [[{ line: 2, quantity: 1 }], [{ line: 1, quantity: 5.001 }], [1, 1].map((line) => ({ line, quantity: 1 }))])
        expect(await refused(contractor, `${path}/submit`, { parts })).toBe('partsFitTheWork');
    });

    it('gives way to the state, which says what is possible, in each language', async () => {
      for (const language of LANGUAGES) {
        const { problem } = await api.as(customer).post(`/v1/tasks/${due.id}/approve`, { submission: 1 }, { language });
        expect(problem?.code).toBe('not-in-this-state');
        expect(problem?.commands?.map(({ name }) => name).toSorted()).toEqual([
          'claim',
          'report',
          'report-force-majeure',
          'send-paper',
          'set-address',
        ]);
        expectLanguage(problem as ProblemBody, language);
        const wrong = await api.as(contractor).post(`/v1/tasks/${due.id}/report`, { paidOn: '2026-10-01' }, { language });
        expect(wrong.problem?.code).toBe('wrong-party');
        expectLanguage(wrong.problem as ProblemBody, language);
      }
    });
  });
});

describe('a sum', () => {
  it.each([
    ['comes to nothing', [{ name: 'x', unit: 'x', quantity: 0.001, unitPrice: 1 }]],
    ['is beyond all money', Array.from({ length: 2 }, () => ({ name: 'x', unit: 'x', quantity: 1_000_000, unitPrice: 1_000_000_000_000 }))],
    ['has a quantity with four decimals', [{ name: 'x', unit: 'x', quantity: 0.0001, unitPrice: 100 }]],
    ['has a quantity with sixteen decimals', [{ name: 'x', unit: 'x', quantity: 0.1 + 0.2, unitPrice: 100 }]],
    ['has no quantity', [{ name: 'x', unit: 'x', quantity: 0, unitPrice: 100 }]],
  ])('that %s is refused', async (_, lines) => {
    expect((await api.as(customer).post('/v1/tasks', posting({ lines }))).problem?.code).toBe('invalid-input');
  });
});

interface RawAnswer {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: Partial<ProblemBody>;
}

/** A request that no correct client sends. */
const raw = (method: string, path: string, headers: Record<string, string | string[]>, body: string | undefined): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const asked = request(
      api.url + path,
      { method, headers: { Authorization: `Bearer ${customer.token}`, ...headers } },
      async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk as Buffer);
        const text = Buffer.concat(chunks).toString();
        resolve({ status: answer.statusCode, headers: answer.headers, body: text.startsWith('{') ? JSON.parse(text) : {} });
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
