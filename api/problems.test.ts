import { createHash, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { z } from 'zod';
import { commit } from '../lives/commit.ts';
import { drawInvoice } from '../testing/lives/invoices.ts';
import { createNewcomer } from '../testing/people/people.ts';
import { setParameter } from '../testing/stand-ins/sms.ts';
import type { Api, Person, ProblemBody, Task } from '../testing/worlds/api.ts';
import { inHours, openApi, posting } from '../testing/worlds/api.ts';
import { createApp } from './app.ts';
import type { Door } from './doors.ts';
import type { ProblemCode } from './errors.ts';
import { PROBLEMS } from './errors.ts';
import { problemsOf } from './openapi.ts';
import type { Route } from './route.ts';
import type { PostTask } from './tasks/schema.ts';

let api: Api;
let customer: Person;
let contractor: Person;
let operator: Person;
beforeAll(async () => {
  api = await openApi();
  [customer, contractor, operator] = await Promise.all([api.join(['customer']), api.join(['contractor']), api.join(['operator'])]);
});
afterAll(() => api.close());

describe('every problem that a route lists', () => {
  const tasks: Record<string, Task> = {};
  let crowded: { url: string; close(): void };
  const bodies: Record<string, object> = {
    'set-address': { address: 'x' },
    change: { ...posting(), version: 1 },
    block: { reasons: 'x' },
    respond: { version: 1 },
    choose: { version: 1, contractor: randomUUID(), response: 1 },
    accept: { version: 1 },
    'send-paper': { title: 'Title', signers: 'both' },
    report: { paidOn: '2026-10-01' },
    amend: { ...posting(), version: 1 },
    'accept-amendment': { version: 1, proposal: 1 },
    ...Object.fromEntries(['decline-amendment', 'accept-cancel', 'decline-cancel'].map((name) => [name, { proposal: 1 }])),
    acknowledge: { briefing: 1 },
    approve: { submission: 1 },
    refuse: { submission: 1, reasons: 'x' },
    deny: { report: 1, reasons: 'x' },
    'admit-force-majeure': { notice: 1 },
    'contest-force-majeure': { notice: 1, reasons: 'x' },
    brief: { note: 'x' },
    'report-risk': { note: 'x' },
    'approve-part': { submission: 1, parts: [{ line: 1, quantity: 1 }], rest: 'drop', reasons: 'x' },
    claim: { about: 'damages', demand: 'x', amount: 1, calculation: [{ what: 'x', amount: 1 }] },
    'report-force-majeure': { evidence: 'x' },
    ...Object.fromEntries(
      ['give-up', 'cancel', 'resign', 'propose-cancel', 'report-no-access', 'stop-work'].map((name) => [name, { reasons: 'x' }]),
    ),
  };
  /** A command of the other party, in a state that knows it. */
  const FOREIGN: Record<string, [Person, string]> = {};
  /** A rule that the input breaks. */
  const BROKEN: Record<string, [Person, string, object]> = {};
  /** A party that is limited while nobody has proved its IIN or BIN, and the state of the task. */
  const UNPROVED: Record<string, [Person, string]> = {};
  /** A party that leads to a paper, and the state of the task. */
  const LACKING: Record<string, [Person, string]> = {};
  /** A contractor who has not proved what the task requires, and the state of the task. */
  const UNQUALIFIED: Record<string, [Person, string]> = {};
  let unpaid: string;
  beforeAll(async () => {
    const reach = async (
      name: string,
      steps: [Person, string, object?][],
      given: Partial<z.input<typeof PostTask>> = {},
    ): Promise<void> => {
      const task = await api.as(customer).postTask(given);
      for (const [person, command, body] of steps) await api.as(person).command(task.id, command, body);
      tasks[name] = task;
    };
    /** A child life's message. */
    const hear = async (name: string, type: string, child: string): Promise<void> => {
      const id = tasks[name]?.id;
      const input = { child: `${child}/${id}/1` };
      await commit(api.lives, { life: `task/${id}`, idempotencyKey: `message/${child}/${id}/1/2/0`, type, by: 'platform', input });
    };
    const agreed: [Person, string, object?][] = [[contractor, 'accept', { version: 1 }]];
    const review: [Person, string, object?][] = [...agreed, [contractor, 'start'], [contractor, 'submit']];
    const due: [Person, string, object?][] = [...review, [customer, 'approve']];
    // Then declining refuses every command, not only those that begin something.
    await setParameter(api.owner, 'offerDeclinedMayFinish', 0);
    await reach('posted', [[contractor, 'respond', { version: 1 }]], { match: 'choice' });
    await reach('open', []);
    await reach('damaged', []);
    await api.rows(
      `update life set snapshot = jsonb_set(snapshot, '{context,work,price}', '"1"') where id = $1`,
      `task/${tasks.damaged?.id}`,
    );
    await reach('withdrawn', [[customer, 'withdraw']]);
    await reach('agreed', agreed);
    await reach('late', agreed);
    await reach('executing', review.slice(0, 2));
    await reach('review', review);
    await reach('due', due);
    await reach('reported', [...due, [customer, 'report', { paidOn: '2026-10-01' }]]);
    await reach('amended', [...agreed, [customer, 'amend', { ...posting(), version: 1 }]]);
    await reach('licensed', [], { requires: ['building'] });
    await reach('licensed choice', [], { requires: ['building'], match: 'choice' });
    await reach('licensed later', [...agreed, [customer, 'amend', { ...posting(), requires: ['building'], version: 1 }]]);
    await reach('hazardous', agreed, { hazards: 'x' });
    await reach('early', agreed, { terms: { earlyStart: false } });
    await reach('cancelling', [...agreed, [customer, 'propose-cancel', { reasons: 'x' }]]);
    await reach('hit', [...agreed, [customer, 'report-force-majeure', { evidence: 'x' }]]);
    await reach('briefed', [...agreed, [customer, 'brief', { note: 'x' }]], { hazards: 'x' });
    await reach('unsigned', agreed, { terms: { paper: 'signed-contract' } });
    await hear('unsigned', 'signingRefused', 'signing');
    await reach('unfunded', agreed, { payment: 'platform', terms: { funding: 'hold', reviewWorkingDays: 1 } });
    await hear('unfunded', 'paymentFailed', 'payment');
    await reach('unpaid', due, { payment: 'platform' });
    await hear('unpaid', 'paymentFailed', 'payment');
    unpaid = await drawInvoice(api, customer.id);
    await api.owner.query('update life set clock_offset = $2 where id = $1', [`task/${tasks.late?.id}`, 5 * 24 * 3_600_000]);
    const add = (names: string[], person: Person, state: string): void => {
      for (const name of names) FOREIGN[name] = [person, state];
    };
    add(['change', 'withdraw', 'choose', 'respond', 'retract', 'accept', 'decline'], operator, 'posted');
    add(['block'], customer, 'posted');
    add(['start', 'resign', 'report-no-access'], customer, 'agreed');
    add(['cancel', 'allow-early-start'], contractor, 'agreed');
    for (const name of [
      'amend',
      'accept-amendment',
      'decline-amendment',
      'propose-cancel',
      'accept-cancel',
      'decline-cancel',
      'claim',
      'send-paper',
      'set-address',
    ])
      add([name], operator, 'agreed');
    for (const name of ['report', 'admit', 'contest', 'end']) add([`${name}-force-majeure`], operator, 'agreed');
    add(['sign-again'], operator, 'unsigned');
    add(['fund'], contractor, 'unfunded');
    add(['brief'], contractor, 'hazardous');
    add(['acknowledge'], customer, 'briefed');
    add(['report-risk'], contractor, 'agreed');
    add(['submit', 'stop-work', 'resume-work'], customer, 'executing');
    add(['approve', 'approve-part', 'refuse'], contractor, 'review');
    add(['pay'], contractor, 'unpaid');
    add(['report'], contractor, 'due');
    add(['confirm', 'deny'], customer, 'reported');
    add(['give-up'], operator, 'late');
    add(['post'], contractor, 'posted');
    UNPROVED.post = [customer, 'posted'];
    UNPROVED.accept = [contractor, 'open'];
    UNPROVED['accept-amendment'] = [contractor, 'amended'];
    Object.assign(LACKING, UNPROVED, { choose: [customer, 'posted'], submit: [contractor, 'executing'] });
    Object.assign(UNQUALIFIED, { accept: [contractor, 'licensed'], respond: [contractor, 'licensed choice'] });
    Object.assign(UNQUALIFIED, { 'accept-amendment': [contractor, 'licensed later'] });
    for (const name of ['approve', 'approve-part']) LACKING[name] = [customer, 'review'];
    for (const name of ['amend', 'propose-cancel', 'claim']) LACKING[name] = [customer, 'agreed'];
    Object.assign(LACKING, { 'accept-cancel': [contractor, 'cancelling'], acknowledge: [contractor, 'briefed'] });
    const stale = { version: 2 };
    BROKEN.post = [customer, 'posted', posting({ startAt: inHours(-1) })];
    BROKEN.change = [customer, 'posted', { ...posting(), ...stale }];
    BROKEN.respond = [contractor, 'posted', stale];
    BROKEN.choose = [customer, 'posted', { version: 1, contractor: randomUUID(), response: 1 }];
    BROKEN.accept = [contractor, 'open', stale];
    const tooMuch = { amount: 1_000_000_000 };
    BROKEN.amend = [customer, 'agreed', { ...posting(), ...stale }];
    BROKEN['accept-amendment'] = [contractor, 'amended', { ...stale, proposal: 1 }];
    BROKEN['decline-amendment'] = [contractor, 'amended', { proposal: 9 }];
    for (const name of ['accept-cancel', 'decline-cancel']) BROKEN[name] = [contractor, 'cancelling', { proposal: 9 }];
    BROKEN.acknowledge = [contractor, 'briefed', { briefing: 9 }];
    BROKEN.start = [contractor, 'early', {}];
    BROKEN.approve = [customer, 'review', { submission: 9 }];
    BROKEN.refuse = [customer, 'review', { submission: 9, reasons: 'x' }];
    BROKEN.deny = [contractor, 'reported', { report: 9, reasons: 'x' }];
    BROKEN['admit-force-majeure'] = [contractor, 'hit', { notice: 9 }];
    BROKEN['contest-force-majeure'] = [contractor, 'hit', { notice: 9, reasons: 'x' }];
    BROKEN['propose-cancel'] = [contractor, 'agreed', { reasons: 'x', ...tooMuch }];
    BROKEN.claim = [customer, 'agreed', { about: 'ending', demand: 'x', ...tooMuch }];
    BROKEN.submit = [contractor, 'executing', { parts: [{ line: 2, quantity: 1 }] }];
    BROKEN['approve-part'] = [customer, 'review', { submission: 1, parts: [{ line: 1, quantity: 5 }], rest: 'drop', reasons: 'x' }];
    const unknown = { files: [randomUUID()] };
    BROKEN['report-force-majeure'] = [contractor, 'executing', { evidence: 'x', ...unknown }];
    BROKEN['report-no-access'] = [contractor, 'agreed', { reasons: 'x', ...unknown }];
    BROKEN['stop-work'] = [contractor, 'executing', { reasons: 'x', ...unknown }];
    BROKEN.report = [customer, 'due', { ...tooMuch, paidOn: '2026-10-01' }];
    BROKEN.confirm = [contractor, 'due', tooMuch];
    const server = createApp(api, pino({ level: 'silent' }), { requests: 0 }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    crowded = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
  });
  afterAll(() => crowded.close());

  /**
   * The routes of a task are called for all their problems. Routes of other lives need a life: the same code refuses for all of them
   * (`api/resource`), and their own tests show it.
   */
  const OF_A_LIFE: ProblemCode[] = [
    'key-reused',
    'wrong-party',
    'not-in-this-state',
    'rule-refused',
    'requisites-missing',
    'quota-used',
    'hook-refused',
    'record-damaged',
    'not-anchored',
    'step-up-needed',
    'reason-needed',
    'signature-needed',
    'signature-refused',
    'electronic-signature-refused',
    'signature-service-away',
    'qr-service-away',
  ];
  /** Admission: `api/matrix.test.ts` tests it for every route, this test for the routes of a task. */
  const OF_THE_DOOR: ProblemCode[] = [
    ...(['wrong-door', 'second-factor-needed', 'identity-displaced'] as const),
    ...(['account-needed', 'account-terminated', 'account-suspended', 'commands-paused', 'role-missing'] as const),
    ...(['offer-not-accepted', 'offer-not-shown', 'offer-declined'] as const),
  ];
  /** It takes a thousand entries: `api/balance` shows it. */
  const OF_MUCH: ProblemCode[] = ['statement-too-long'];
  /** Bytes, and links to them: `api/files` shows them. */
  const OF_FILES: ProblemCode[] = ['file-refused', 'upload-elsewhere', 'link-over', 'range-outside'];
  /** `api/stream` shows them. */
  const OF_STREAMS: ProblemCode[] = ['stream-forgotten', 'too-many-streams'];
  /** Authentication has its own tests (`api/auth`). */
  const OF_PROOFS: ProblemCode[] = ['proof-refused', 'proof-of-work-needed', 'code-not-sent'];
  // A message is of a thread.
  const isAsked = ({ path }: Route): boolean => (path.startsWith('/v1/tasks') && !path.endsWith('/messages')) || !path.startsWith('/v1/');
  /** Of a tax invoice once its customer is erased: `api/tax-invoices` shows it. */
  const isOfErased = ({ path }: Route, code: ProblemCode): boolean => code === 'erased' && !path.includes('/documents/');
  /** A link says first what it is for, and what drops an entry of a list answers alike without it: their own tests show what is not found. */
  const OF_OTHERS = /\/shown$|^\/v1\/accounts\/me\/(favourites|blocked)\/|^\/v1\/searches\//;
  const isTried = (route: Route, code: ProblemCode): boolean =>
    isAsked(route) ||
    !(
      [...OF_A_LIFE, ...OF_THE_DOOR, ...OF_PROOFS, ...OF_MUCH, ...OF_FILES, ...OF_STREAMS].includes(code) ||
      isOfErased(route, code) ||
      (code === 'not-found' && (route.body !== undefined || OF_OTHERS.test(route.path)))
    );
  const commandOf = ({ path }: Route): string => path.split('/')[4] ?? 'post';
  const FILE = { 'Content-Type': 'application/pdf', 'Paper-Title': 'Title', 'Paper-Signers': 'both' };
  const SENT = { signMethod: 'CMS_SIGN_ONLY', documentsToSign: [{ document: { file: { mime: '', data: 'AAAA' } } }] };
  const bodyOf = (route: Route): object => (route.path === '/v1/tasks' ? posting() : (bodies[commandOf(route)] ?? {}));
  /** An id of the route's form that does not exist. */
  const nobodys = ({ path }: Route): string => {
    if (path.includes('/documents/')) return '0'.repeat(64);
    return path.includes('/social-transfers/') ? '2001-01' : randomUUID();
  };
  const at = (route: Route, task: string): string =>
    route.path
      .replace('{id}', isAsked(route) ? (tasks[task]?.id ?? task) : nobodys(route))
      .replace('{life}', 'task')
      .replace('{kind}', 'task')
      .replace('{month}', '2001-01')
      .replace('{number}', '1');
  const ask = async (
    route: Route,
    path: string,
    {
      person = customer,
      body = bodyOf(route) as object | string,
      door,
      ...wish
    }: { person?: Person | undefined; door?: Door; body?: object | string; key?: string | null; headers?: Record<string, string> } = {},
  ) => {
    const as = api.as(person, door);
    if (route.method === 'get') return (await as.get(path, wish)).problem?.code;
    return (await (route.method === 'delete' ? as.remove(path, wish) : as[route.method](path, body, wish))).problem?.code;
  };

  /** A customer whose account has another status. */
  const standing = async (how: string): Promise<Person> => {
    const person = await api.join(['customer']);
    await api.owner.query(`update account set ${how} where id = $1`, [person.id]);
    return person;
  };
  /** A member of the customer's account without any role for it. */
  const idle = async (): Promise<Person> => {
    const member = await createNewcomer(api.owner);
    await api.owner.query(`insert into membership (account, person, roles) values ($1, $2, '{}')`, [customer.id, member.person]);
    await api.owner.query('update session set account = $1 where person = $2', [customer.id, member.person]);
    return member;
  };

  /** One of the staff, whose second factor was proved so many minutes ago, or not at all. */
  const ofStaff = async (provedMinutesAgo: number | null): Promise<Person> => {
    const person = await api.join(['operator']);
    await api.owner.query('update session set factor_at = now() - make_interval(mins => $2) where account = $1', [
      person.id,
      provedMinutesAgo,
    ]);
    return person;
  };
  /** One of the staff who stands behind the customer's account too. */
  const ofBoth = async (): Promise<Person> => {
    const person = await api.join(['operator']);
    await api.owner.query(`insert into membership (account, person, roles) select $1, person, '{}' from membership where account = $2`, [
      customer.id,
      person.id,
    ]);
    return person;
  };

  const HAPPENS: Partial<Record<ProblemCode, (route: Route) => Promise<ProblemCode | undefined>>> = {
    unauthenticated: (route) => ask(route, at(route, 'posted'), { person: { ...customer, token: 'nonsense' } }),
    'invalid-input': (route) => ask(route, `${at(route, 'posted')}?nonsense=1`),
    // A phone is not told whether there is a QR code with this id.
    // The operator's staff have no statement of their own, and read the acts of others alone.
    'not-found': async (route) =>
      ask(
        route,
        route.path.replace('{id}', route.path.includes('/egov/') ? 'no-uuid' : nobodys(route)).replace('{life}', 'nonsense'),
        /^\/v1\/(statement\.pdf|operator\/accounts\/.*\/reconciliation-act)/.test(route.path) ? { person: await ofStaff(0) } : {},
      ),
    // A phone that has read a QR code which nobody gave.
    'egov-refused': (route) =>
      ask(route, `${route.path.replace('{id}', randomUUID())}${route.path.endsWith('}') ? `?token=${'x'.repeat(43)}` : ''}`, {
        body: SENT,
      }),
    erased: async (route) => {
      const hash = createHash('sha256').update(randomUUID()).digest('hex');
      await api.owner.query(
        `with gone as (insert into document (sha256, kind, media_type, erased_at) values ($1, 'act', 'text/plain', now()) returning sha256),
         bound as (insert into document_of_life (document, life, reference, dated) select sha256, $2, gen_random_uuid(), now() from gone returning *)
         insert into paper_of_account (life, document, account, dated, place, kind, parent, waits) select life, document, $3, dated, place, 'act', life, false from bound`,
        [hash, `task/${tasks.posted?.id}`, customer.id],
      );
      return ask(route, route.path.replace('{id}', hash));
    },
    'key-missing': (route) => ask(route, at(route, 'posted'), { key: null }),
    'key-reused': async (route) => {
      const key = randomUUID();
      await api.as(customer).postTask({}, { key });
      return ask(route, at(route, 'posted'), { key });
    },
    'signature-needed': async (route) => {
      const demand = (on: boolean) =>
        api.owner.query('update account set signs_acts = $2 where id = any($1::uuid[])', [[customer.id, contractor.id], on]);
      await demand(true);
      const codes = [await ask(route, at(route, 'agreed')), await ask(route, at(route, 'agreed'), { person: contractor })];
      await demand(false);
      return codes.find((code) => code === 'signature-needed');
    },
    'signature-refused': (route) => ask(route, at(route, 'posted'), { headers: { 'Device-Signature': 'AAAA' } }),
    'not-anchored': (route) => ask(route, at(route, 'posted')),
    'record-damaged': (route) => ask(route, at(route, 'damaged')),
    'malformed-json': (route) => ask(route, at(route, 'posted'), { body: '{' }),
    'paper-refused': (route) => ask(route, at(route, 'agreed'), { body: 'nonsense', headers: FILE }),
    'body-too-large': (route) =>
      route.file
        ? ask(route, at(route, 'agreed'), { body: 'x'.repeat(17 * 2 ** 20), headers: FILE })
        : ask(route, at(route, 'posted'), { body: { x: 'x'.repeat(70_000) } }),
    'unsupported-media-type': (route) => ask(route, at(route, 'posted'), { headers: { 'Content-Type': 'text/plain' } }),
    'wrong-party': (route) => {
      const [person, state] = FOREIGN[commandOf(route)] as [Person, string];
      return ask(route, at(route, state), { person });
    },
    'account-needed': async (route) => ask(route, at(route, 'posted'), { person: await createNewcomer(api.owner) }),
    'account-terminated': async (route) => ask(route, at(route, 'posted'), { person: await standing('may_act = false') }),
    'account-suspended': async (route) => ask(route, at(route, 'posted'), { person: await standing('may_open = false') }),
    'identity-displaced': async (route) => ask(route, at(route, 'posted'), { person: await standing('displaced = true') }),
    'identity-unproved': async (route) => {
      const [person, state] = UNPROVED[commandOf(route)] as [Person, string];
      const proved = (proof: string | null) => api.owner.query('update account set proof = $2 where id = $1', [person.id, proof]);
      await proved(null);
      await setParameter(api.owner, 'unprovedTaskMostTiyn', 1);
      const code = await ask(route, at(route, state), { person });
      await setParameter(api.owner, 'unprovedTaskMostTiyn', 30_000_000);
      await proved('verification');
      return code;
    },
    'requisites-missing': async (route) => {
      const [person, state] = LACKING[commandOf(route)] as [Person, string];
      const [set] = await api.rows<{ requisites: string }>('select requisites from account where id = $1', person.id);
      const put = (text: string | null) => api.owner.query('update account set requisites = $2 where id = $1', [person.id, text]);
      await put(null);
      const code = await ask(route, at(route, state), { person });
      await put(set?.requisites ?? null);
      return code;
    },
    'qualification-missing': (route) => {
      const [person, state] = UNQUALIFIED[commandOf(route)] as [Person, string];
      return ask(route, at(route, state), { person });
    },
    'invoices-overdue': async (route) => {
      const limits = (now: boolean) =>
        api.owner.query('update invoice set limits = $2, limit_from = drawn_on where id = $1', [unpaid, now]);
      await limits(true);
      const code = await ask(route, at(route, 'posted'), { person: customer });
      await limits(false);
      return code;
    },
    'commands-paused': async (route) => ask(route, at(route, 'posted'), { person: await standing('paused = true') }),
    'offer-not-accepted': async (route) => ask(route, at(route, 'posted'), { person: await standing('offer_accepted = null') }),
    'offer-not-shown': async (route) => ask(route, at(route, 'posted'), { person: await standing(`offer_accepted = 'another'`) }),
    'offer-declined': async (route) =>
      ask(route, at(route, 'posted'), { person: await standing(`offer_declined = offer_accepted, offer_accepted = 'another'`) }),
    'role-missing': async (route) => ask(route, at(route, 'posted'), { person: await idle() }),
    'hook-refused': (route) => ask(route, route.path.replace('{provider}', 'sandbox')),
    'not-in-this-state': (route) => ask(route, at(route, 'withdrawn')),
    'wrong-door': (route) => ask(route, at(route, 'posted'), { door: 'staff' }),
    'second-factor-needed': async (route) => ask(route, at(route, 'posted'), { person: await ofStaff(null) }),
    'step-up-needed': async (route) => ask(route, at(route, 'posted'), { person: await ofStaff(16) }),
    'reason-needed': async (route) =>
      ask(route, `${at(route, 'posted')}${route.method === 'get' ? '' : '?preview=true'}`, {
        person: await ofStaff(0),
        headers: { 'Staff-Reason': '' },
      }),
    'rule-refused': async (route) => {
      if (route.file) {
        await setParameter(api.owner, 'ownPapersMostOfTask', 0);
        const code = await ask(route, at(route, 'agreed'));
        await setParameter(api.owner, 'ownPapersMostOfTask', 30);
        return code;
      }
      if (commandOf(route) === 'block') return ask(route, at(route, 'posted'), { person: await ofBoth() });
      const [person, state, body] = BROKEN[commandOf(route)] as [Person, string, object];
      return ask(route, at(route, state), { person, body });
    },
    'quota-used': async (route) => {
      const person = ['respond', 'retract'].includes(commandOf(route)) ? contractor : customer;
      const quota = route.file ? 'quotaOwnPapers' : 'quotaLetters';
      await api.owner.query('insert into quota_use (quota, subject, amount) values ($2, $1, 1000000)', [person.id, quota]);
      const code = await ask(route, at(route, route.file ? 'agreed' : 'posted'), { person });
      await api.owner.query('delete from quota_use where subject = $1', [person.id]);
      return code;
    },
    'too-many-requests': async (route) => {
      const answer = await fetch(crowded.url + at(route, 'posted'), {
        method: route.method.toUpperCase(),
        headers: { Authorization: `Bearer ${customer.token}` },
      });
      expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
      return ((await answer.json()) as ProblemBody).code;
    },
  };

  it('occurs', async () => {
    const before = await api.countEvents();
    const missing: string[] = [];
    for (const route of api.routes) {
      for (const code of problemsOf(route)) {
        if (code === 'internal' || code === 'unavailable' || !isTried(route, code)) continue;
        const happened = await HAPPENS[code]?.(route);
        if (happened !== code) missing.push(`${route.method} ${route.path}: ${code}, not ${happened}`);
      }
    }
    expect(missing).toEqual([]);
    // The late task's timers, and a task for each key that is used again.
    const moves = api.routes.filter((route) => route.moves && isAsked(route)).length;
    const [late] = await api.rows<{ count: number }>(
      'select count(*)::int - 2 as count from event where life = $1',
      `task/${tasks.late?.id}`,
    );
    expect(await api.countEvents()).toBe(before + moves + (late?.count ?? 0));
  });

  it('is in the table of problems, and each of the table is listed or is the response without a route', () => {
    const listed = new Set<string>(api.routes.flatMap(problemsOf));
    expect([...Object.keys(PROBLEMS)].filter((code) => !listed.has(code))).toEqual(['method-not-allowed']);
  });
});
