import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { commit } from '../../lives/commit.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { pass } from '../../testing/engine/pass.ts';
import { seal } from '../../testing/lives/creations.ts';
import { bookOwed } from '../../testing/lives/owed.ts';
import { does as commandOf, settle } from '../../testing/people/registration.ts';
import { walk } from '../../testing/probes/pages.ts';
import { expectIndexed, saidDuring } from '../../testing/probes/plans.ts';
import { lettersTo } from '../../testing/stand-ins/mailbox.ts';
import { troubleTexts } from '../../testing/stand-ins/sms.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import { verificationTerms } from '../verifications/terms.ts';
import type { Seen, WorkList } from './schema.ts';

type Work = z.output<typeof WorkList>;
type Item = Work['items'][number];

const MAILBOX = `staff-${randomUUID()}@example.kz`;

let api: Api;
let customer: Person;
let contractor: Person;
let staff: Person;
let colleague: Person;
beforeAll(async () => {
  api = await openApi({ settings: { OPERATOR_EMAIL: MAILBOX } });
  [customer, contractor, staff, colleague] = await Promise.all([
    api.join(['customer']),
    api.join(['contractor']),
    api.join(['operator']),
    api.join(['operator']),
  ]);
  await bookOwed(api, contractor.id);
});
afterAll(() => api.close());

const list = async (query = ''): Promise<Item[]> => (await api.as(staff).get<Work>(`/v1/operator/work?limit=100&${query}`)).body.items;
/** The items of one life. */
const waits = async (href: string): Promise<string[]> =>
  (await list()).filter((item) => item.href.startsWith(href)).map(({ kind }) => kind);
const does = async (person: Person, path: string, body: object = {}): Promise<void> => {
  const { problem } = await api.as(person).post(path, body);
  if (problem) throw new Error(JSON.stringify(problem));
};
const claim = async (person = customer, body: object = {}): Promise<string> => {
  // Nothing was paid to the operator, so it can only deny, or discuss no sum (6.2).
  const given = {
    against: 'operator',
    happenedOn: todayInAlmaty(),
    about: 'price',
    amount: 500_000,
    demand: 'My account was closed',
    ...body,
  };
  const { status, body: dispute } = await api.as(person).post<{ id: string }>('/v1/disputes', given);
  expect(status).toBe(201);
  return `/v1/disputes/${dispute.id}`;
};

/** The platform's events to a life: the answers of effects. Only emails are really sent here. */
const hears = async (life: string, type: string, input: object = {}): Promise<void> => {
  const create = type === 'ask' && { create: true as const };
  const { outcome, updates } = await commit(api.lives, {
    life,
    idempotencyKey: randomUUID(),
    type,
    by: 'platform',
    input,
    ...create,
  });
  expect(outcome).toBe('done');
  await api.owner.query(`update effect set open = false where life = $1 and kind <> 'sendEmail'`, [life]);
  api.dispatch(updates);
};
const DAY = 86_400_000;
const TERMS = {
  paymentAskFirstSeconds: 60,
  paymentAskLongestSeconds: 600,
  paymentWatchDays: 30,
  paymentWatchAskFirstSeconds: 86_400,
  paymentWatchAskLongestSeconds: 86_400,
};
interface Refused {
  life: string;
  href: string;
  /** The provider refuses another try, too. */
  fail(): Promise<void>;
}
/** A payment that its customer never paid and whose closing the provider has refused. */
async function refusedPayment(): Promise<Refused> {
  const id = randomUUID();
  const life = `payment/${id}/1`;
  const payBy = new Date(Date.now() + DAY).toISOString();
  const parties = { parent: `task/${id}`, customer: customer.id, contractor: contractor.id };
  await hears(life, 'ask', { ...parties, amount: '100000', mode: 'hold', payBy, reminders: [] });
  await hears(life, 'opened', { id: life, provider: 'sandbox', reference: `${life}/1/0`, terms: TERMS });
  await hears(life, 'release');
  const fail = () => hears(life, 'failed', { id: life, fault: 'no' });
  await fail();
  return { life, href: `/v1/payments/${id}.1`, fail };
}
async function refusedPayout(): Promise<Refused> {
  const id = randomUUID();
  const life = `payout/${id}/1`;
  await hears(life, 'ask', { parent: `task/${id}`, contractor: contractor.id, amount: '100000' });
  const fail = async (): Promise<void> => {
    await hears(life, 'prepared', { id: life, provider: 'sandbox', details: randomUUID() });
    await hears(life, 'failed', { id: life, fault: 'no such account' });
  };
  await fail();
  return { life, href: `/v1/payouts/${id}.1`, fail };
}

describe('what waits for the operator', () => {
  it('includes a claim against it until it is answered, and an offer to it (6.2, 9.1)', async () => {
    const href = await claim();
    const [item] = (await list('kind=answerClaim')).filter((each) => each.href === href);
    const { body } = await api.as(staff).get<{ number: number; sentAt: string; ifNobodyActs: { at: string } }>(href);
    expect(item).toEqual({
      number: expect.any(Number),
      kind: 'answerClaim',
      title: 'A claim against the operator awaits an answer',
      since: body.sentAt,
      life: 'dispute',
      lifeName: 'Dispute',
      lifeNumber: body.number,
      dueAt: expect.any(String),
      href,
      answer: null,
      notice: null,
    });
    // A reminder comes before the claim counts as unanswered.
    expect(item?.dueAt).toMatch(/T19:00:00.000Z$/);
    expect(Date.parse(item?.dueAt as string)).toBeLessThan(Date.parse(body.ifNobodyActs.at));
    await does(staff, `${href}/reject`, { reasons: 'It was closed rightly' });
    expect(await waits(href)).toEqual([]);
    await does(customer, `${href}/offer`, { version: 1, amount: 300_000 });
    expect(await waits(href)).toEqual(['answerOffer']);
    await does(colleague, `${href}/decline-offer`, { version: 1 });
    expect(await waits(href)).toEqual([]);
    await does(customer, `${href}/end-talks`);
    await does(customer, `${href}/joint-instruction`, { amount: 0 });
    expect(await waits(href)).toEqual(['answerInstruction']);
    await does(staff, `${href}/confirm-instruction`, { version: 1 });
    expect(await waits(href)).toEqual([]);
  });

  it('excludes a claim against the other party, but includes its court act once one of the staff has recorded it (9.2)', async () => {
    const { id: task } = await api.as(customer).postTask();
    await api.as(contractor).command(task, 'accept', { version: 1 });
    await api.as(customer).command(task, 'claim', {
      about: 'damages',
      amount: 100_000,
      demand: 'Nobody came',
      calculation: [{ what: 'A day', amount: 100_000 }],
    });
    await api.withWorker(() => until(async () => (await api.as(customer).get(`/v1/disputes/${task}.1`)).status === 200, 'the dispute'));
    const href = `/v1/disputes/${task}.1`;
    expect(await waits(href)).toEqual([]);
    await does(contractor, `${href}/reject`, { reasons: 'I came' });
    await does(customer, `${href}/end-talks`);
    expect(await waits(href)).toEqual([]);
    const today = todayInAlmaty();
    const act = { amount: 100_000, court: 'Court', caseNumber: '1', decidedOn: today, inForceOn: today, proof: 'A copy' };
    const life = `dispute/${task}/1`;
    await does(staff, `${href}/record-court-act`, act);
    await api.withWorker(() => pass(api, life, 10 * 86_400_000));
    const [first] = (await list('kind=confirmCourtAct')).filter((item) => item.href === href);
    expect(first).toBeTruthy();
    await does(colleague, `${href}/confirm-court-act`, { version: 1 });
    expect(await waits(href)).toEqual([]);
  });

  it('includes a refused payment or payout, until it is tried again', async () => {
    for (const { href, fail } of [await refusedPayment(), await refusedPayout()]) {
      expect(await waits(href)).toEqual(['tryAgain']);
      await does(staff, `${href}/try-again`);
      expect(await waits(href)).toEqual([]);
      await fail();
      expect(await waits(href)).toEqual(['tryAgain']);
    }
  });

  it('lists a life with a duty only by that duty, however long it stands still', async () => {
    const { life, href } = await refusedPayout();
    await api.owner.query(`update standing set since = since - interval '30 days' where life = $1`, [life]);
    expect(await api.rows('select state from standing where life = $1', life)).toEqual([{ state: 'refused' }]);
    expect(await waits(href)).toEqual(['tryAgain']);
    await does(staff, `${href}/try-again`);
    // It is with the provider again, and its standing begins again.
    expect(await waits(href)).toEqual([]);
  });

  it('is each of two matters that came to stand still at once, whichever transaction was written first', async () => {
    const asked = async (precondition: () => Promise<unknown> = async () => {}): Promise<string> => {
      const life = `payout/${randomUUID()}/1`;
      await commit(api.lives, {
        life,
        idempotencyKey: randomUUID(),
        type: 'ask',
        by: 'platform',
        input: { parent: life.replace('payout', 'task').slice(0, -2), contractor: contractor.id, amount: '100000' },
        create: true,
        preconditions: [async () => void (await precondition())],
      });
      return life;
    };
    let later = '';
    // The clock of the first is read before the second begins; it is written after the second is committed.
    const earlier = await asked(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      later = await asked();
    });
    const rows = await api.rows<{ life: string }>('select life from standing where life = any($1) order by since', [earlier, later]);
    expect(rows.map(({ life }) => life)).toEqual([earlier, later]);
    await api.owner.query(`update standing set since = since - interval '30 days' where life = any($1)`, [[earlier, later]]);
    const hrefs = [earlier, later].map((life) => `/v1/payouts/${life.slice('payout/'.length).replace('/', '.')}`);
    expect((await list('kind=standing')).map(({ href }) => href)).toEqual(hrefs);
    const page = async (query: string) => (await api.as(staff).get<Work>(`/v1/operator/work?kind=standing&${query}`)).body;
    expect((await walk(page, 1)).map(({ href }) => href)).toEqual(hrefs);
    // From the longest: what has stood so for a month comes before what came today.
    expect((await list()).slice(0, 2).map(({ href }) => href)).toEqual(hrefs);
    await api.owner.query('delete from standing where life = any($1)', [[earlier, later]]);
  });

  it('includes an unexpected answer, until one of the staff has seen it', async () => {
    const href = await claim();
    const life = `dispute/${href.slice('/v1/disputes/'.length)}`;
    await hears(life, 'paymentHeld');
    const [item] = (await list('kind=unexpected')).filter((each) => each.href === `${href}/events`);
    expect(item).toMatchObject({
      title: 'An answer nobody expected: find out what happened',
      life: 'dispute',
      lifeName: 'Dispute',
      answer: 'paymentHeld',
    });
    const seen = (number: number, person = staff) =>
      api.as(person).post<z.output<typeof Seen>>(`/v1/operator/work/${number}/seen`, {}, { key: null });
    const number = (item as Item).number;
    expect((await seen(number, customer)).status).toBe(403);
    const { status, body } = await seen(number);
    expect([status, body.number]).toEqual([200, number]);
    expect((await seen(number, colleague)).body).toEqual(body);
    expect(await api.rows('select seen_by from unexpected where number = $1', number)).toEqual([{ seen_by: staff.id }]);
    expect(await waits(href)).toEqual(['answerClaim']);
    const [duty] = (await list('kind=answerClaim')).filter((each) => each.href === href);
    expect((await seen((duty as Item).number)).status).toBe(404);
    expect((await api.as().get<string>('/metrics')).body).toMatch(/what="unexpected_answers"} 0/);
  });

  it('includes a legal notice that no channel delivered, until one of the staff has seen it', async () => {
    const [unreachable, reachable] = await Promise.all([api.join(['customer']), api.join(['customer'])]);
    await api.owner.query('update account set confirmed_details = null where id = $1', [unreachable.id]);
    await troubleTexts(unreachable.number, 'refused', 10);
    const undelivered = async (href: string) => (await list('kind=undelivered')).filter((item) => item.href === `${href}/notices`);
    await api.withWorker(async () => {
      const [href, other] = [await claim(unreachable), await claim(reachable)];
      for (const each of [href, other]) await does(staff, `${each}/reject`, { reasons: 'No' });
      const [item] = await until(async () => {
        const items = await undelivered(href);
        return items.length > 0 && items;
      }, 'the notice');
      expect(item).toMatchObject({
        title: 'A legal notice was not delivered: tell the party by other means',
        life: 'dispute',
        notice: { template: 'claim-rejected', account: unreachable.id },
        answer: null,
      });
      expect(await waits(href)).toEqual(['undelivered']);
      const life = `dispute/${other.slice('/v1/disputes/'.length)}`;
      await until(async () => (await api.rows('select from effect where life = $1 and open', life)).length === 0, 'the other notices');
      expect(await undelivered(other)).toEqual([]);

      const address = `/v1/operator/work/${(item as Item).number}/seen`;
      expect((await api.as(reachable).post(address, {}, { key: null })).status).toBe(403);
      expect((await api.as(staff).post(address, {}, { key: null })).status).toBe(200);
      expect(await undelivered(href)).toEqual([]);
      expect(await api.rows('select seen_by from undelivered where number = $1', (item as Item).number)).toEqual([{ seen_by: staff.id }]);
    });
    expect((await api.as().get<string>('/metrics')).body).toMatch(/what="undelivered_notices"} 0/);
  });

  it('is read by the staff only, page by page, oldest first, in the reader’s language', async () => {
    for (let count = 0; count < 3; count++) await claim();
    const { life } = await refusedPayout();
    await hears(life, 'paymentHeld');
    const whole = await list();
    expect(whole.length).toBeGreaterThan(4);
    const places = whole.map(({ since, number }) => [Date.parse(since), number] as const);
    expect(places).toEqual(places.toSorted(([one, first], [other, second]) => one - other || first - second));
    const page = async (query: string) => (await api.as(staff).get<Work>(`/v1/operator/work?${query}`)).body;
    expect(await walk(page, 2)).toEqual(whole);
    for (const kind of ['tryAgain', 'answerClaim', 'unexpected'])
      expect(await list(`kind=${kind}`)).toEqual(whole.filter((item) => item.kind === kind));
    const [russian] = (await api.as(staff).get<Work>('/v1/operator/work?kind=tryAgain', { language: 'ru' })).body.items;
    expect(russian?.title).toMatch(/^(Платёжная организация отклонила операцию|Выплата не прошла)/);
    for (const query of ['kind=gossip', 'after=1', 'after=1.x', 'after=1.', 'after=-1.1', 'after=1.1.1', `after=${'9'.repeat(16)}.1`])
      expect((await api.as(staff).get(`/v1/operator/work?${query}`)).status).toBe(400);
    expect(await list(`after=${'9'.repeat(15)}.${'9'.repeat(18)}`)).toEqual([]);
    for (const person of [customer, contractor]) expect((await api.as(person).get('/v1/operator/work')).problem?.code).toBe('wrong-party');
    expect((await api.as().get('/v1/operator/work')).status).toBe(401);
  });
});

describe('work about accounts', () => {
  const duties = async (life: string): Promise<string[]> =>
    (await api.rows<{ duty: string }>('select duty from work where life = $1 order by duty', life)).map(({ duty }) => duty);

  it('includes a tax status, an appeal and documents', async () => {
    const { person, account } = await settle(api);
    const life = `account/${account.id}`;
    await commandOf(api, person, account, 'declare-tax-status', { status: 'selfEmployed', evidence: 'Receipt 1' });
    expect(await duties(life)).toEqual(['checkTaxStatus']);
    await commandOf(api, staff, account, 'confirm-tax-status');
    await commandOf(api, staff, account, 'suspend', { ground: 'complaints', reasons: 'Three of them' });
    await commandOf(api, person, account, 'appeal', { reasons: 'All of one neighbour' });
    expect(await duties(life)).toEqual(['decideAppeal']);
    const id = `verification/${account.id}/1`;
    const input = {
      id,
      parent: life,
      contractor: account.id,
      what: await seal(api, id, { what: 'x' }),
      kinds: ['identity'],
      terms: await verificationTerms(api.lives.database),
    };
    await commit(api.lives, { life: id, idempotencyKey: randomUUID(), type: 'ask', by: 'operator', input, create: true });
    await api.as(person).post(`/v1/verifications/${account.id}.1/submit`, { evidence: 'A passport' });
    expect(await duties(id)).toEqual(['decideDocuments']);
  });
});

describe('the staff’s mailbox', () => {
  const subjects = async (): Promise<string[]> => (await lettersTo(MAILBOX)).map(({ subject }) => subject);
  const arrives = (subject: string): Promise<unknown> => until(async () => (await subjects()).includes(subject), subject);

  it('gets claims, refusals and unexpected answers, by number and without names; the staff read them with the life too', async () => {
    await api.withWorker(async () => {
      const href = await claim(customer, { demand: 'My account was closed by Aigul' });
      const { number } = (await api.as(staff).get<{ number: number }>(href)).body;
      await arrives(`Вам направлена претензия № ${number}`);
      await hears(`dispute/${href.slice('/v1/disputes/'.length)}`, 'paymentHeld');
      await arrives(`Спор ${number}: неожиданный ответ`);
      const { life, href: payout } = await refusedPayout();
      const { number: payoutNumber } = (await api.as(staff).get<{ number: number }>(payout)).body;
      await arrives(`Выплата № ${payoutNumber} не прошла`);
      const letters = JSON.stringify((await lettersTo(MAILBOX)).map(({ subject, text }) => [subject, text]));
      for (const person of [customer, contractor]) expect(letters).not.toContain(person.name);
      expect(letters).not.toContain('closed by Aigul');

      type Notices = { items: { template: string; status: string }[] };
      const templates = async (person: Person, path: string): Promise<string[]> =>
        (await api.as(person).get<Notices>(`${path}/notices`)).body.items.map(({ template }) => template);
      expect(await templates(staff, href)).toEqual(['claim-sent', 'unexpected-answer']);
      expect(await templates(customer, href)).toEqual([]);
      expect(await templates(staff, payout)).toEqual(['payout-refused', 'payout-waits']);
      expect(await templates(contractor, payout)).toEqual(['payout-refused']);
      expect(await api.rows('select from notice where life = $1 and account is null', life)).toHaveLength(1);
    });
  });

  it('gets a refused payment, and a court act that a second person must confirm', async () => {
    const { life } = await refusedPayment();
    expect(await api.rows('select template from notice where life = $1 and account is null', life)).toEqual([
      { template: 'payment-refused' },
    ]);
    const href = await claim();
    await does(staff, `${href}/reject`, { reasons: 'No' });
    await does(customer, `${href}/end-talks`);
    const today = todayInAlmaty();
    const act = { amount: 100_000, court: 'Court', caseNumber: '1', decidedOn: today, inForceOn: today, proof: 'A copy' };
    await does(staff, `${href}/record-court-act`, act);
    const rows = await api.rows<{ template: string }>(
      'select template from notice where life = $1 and account is null order by seq, id',
      `dispute/${href.slice('/v1/disputes/'.length)}`,
    );
    expect(rows.map(({ template }) => template)).toEqual(['claim-sent', 'claim-unsettled', 'court-act-recorded', 'court-act-told']);
  });
});

test('the work list uses an index for every filter', async () => {
  await fill();
  const said = await saidDuring(api, /from work|unexpected|undelivered|from proposal/, async () => {
    const kinds = [
      '',
      'kind=tryAgain',
      'kind=confirmCourtAct',
      'kind=unexpected',
      'kind=undelivered',
      'kind=standing',
      'kind=decideProposal',
    ];
    const place = `after=${Date.now() - 100 * DAY}.1003000`;
    for (const query of [...kinds, place, `kind=tryAgain&${place}`, `kind=standing&${place}`])
      await api.as(staff).get(`/v1/operator/work?${query}`);
    await api.as(staff).post('/v1/operator/work/1000001/seen', {});
  });
  expect(said).toHaveLength(11);
  await expectIndexed(
    api,
    said,
    'alter table undelivered drop constraint undelivered_pkey; drop index standing_since, work_since, work_by_duty, unexpected_unseen, unexpected_number, undelivered_unseen, proposal_waiting_since, proposal_waiting, proposal_open',
  );
});

/**
 * Five thousand duties of several kinds, as many lives that stand still, a tenth of them with a duty, and unexpected answers, undelivered notices
 * and proposals, one hour after the other.
 */
const fill = (): Promise<unknown> =>
  api.owner.query(`
    set session_replication_role = replica;
    insert into life (id, kind, seq, state, at) select 'payout/' || n, 'payout', 1, 'refused', now() from generate_series(1, 10000) as n;
    insert into work (number, life, duty, since)
    select 1000000 + n, 'payout/' || n, case when n % 10 = 0 then 'confirmCourtAct' else 'tryAgain' end,
      now() - (5000 - n) * interval '1 hour' from generate_series(1, 5000) as n;
    insert into unexpected (number, life, seq, type, noticed_at, seen_at)
    select 1000000 + n, 'payout/' || n, 1, 'confirmed', now() - (5000 - n) * interval '1 hour', case when n % 10 > 0 then now() end from generate_series(1, 5000) as n;
    insert into undelivered (number, life, seq, template, noticed_at, seen_at)
    select 1000000 + n, 'payout/' || n, 1, 'news', now() - (5000 - n) * interval '1 hour', case when n % 10 > 0 then now() end from generate_series(1, 5000) as n;
    insert into standing (number, life, state, since)
    select 1000000 + n, 'payout/' || case when n % 10 = 0 then n else 5000 + n end, 'refused', now() - (5000 - n) * interval '1 hour'
    from generate_series(1, 5000) as n;
    insert into proposal (id, number, kind, subject, content, proposed_by, proposed_by_person, proposed_at, outcome, decided_by, decided_by_person, decided_at)
    select gen_random_uuid(), 1000000 + n, 'termination', n, '{}', gen_random_uuid(), gen_random_uuid(), now() - (5000 - n) * interval '1 hour',
      decided.outcome, decided.by, decided.person, decided.at
    from generate_series(1, 5000) as n left join (select 'refused', gen_random_uuid(), gen_random_uuid(), now()) as decided (outcome, by, person, at) on n % 10 > 0;
    set session_replication_role = origin;
    analyze proposal; analyze standing; analyze work; analyze unexpected; analyze undelivered; analyze life`);
