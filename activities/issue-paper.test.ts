import { createHash } from 'node:crypto';
import type { IssuePaper } from '../charts/effects.ts';
import { paperText } from '../documents/paper-text.ts';
import { verify } from '../lives/verify.ts';
import { requisitesOfCompany } from '../local/fictitious-requisites.ts';
import { actedIn, orderingOf } from '../models/stores/paper-source.ts';
import { todayInAlmaty } from '../models/today.ts';
import { acceptedTask } from '../testing/lives/tasks.ts';
import { joinCompany, registerUnderOffer } from '../testing/people/accounts.ts';
import { OPERATOR } from '../testing/texts/operator.ts';
import type { Api, Person } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';
import { issuePaper } from './issue-paper.ts';
import { drawPaper } from './papers/index.ts';

let api: Api;
let customer: Person;
let contractor: Person;
let task: string;
beforeAll(async () => {
  api = await openApi();
  [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
  task = await acceptedTask(api, customer, contractor, { title: 'Покраска стен' });
});
afterAll(() => api.close());

interface OpenEffect {
  life: string;
  seq: number;
  index: number;
  params: IssuePaper;
}
/** What charts ordered and nobody has drawn here yet. */
const ordered = (life: string): Promise<OpenEffect[]> =>
  api.rows(`select life, seq, index, params from effect where kind = 'issuePaper' and life = $1 order by seq, index`, life);

const performer = () => issuePaper(api.worker.lives, api.worker.dispatch, OPERATOR, 'https://akjet.example.kz');
const effectOf = ({ life, seq, index, params }: OpenEffect) => ({
  id: `${life}/${seq}/${index}`,
  life,
  seq,
  kind: 'issuePaper',
  params,
  tries: 1,
});

interface Drawn {
  id: string;
  state: string;
  of: string;
  order: string[];
  document: { kind: string; sha256: string; href: string };
}
/** Draws what a life ordered, twice, and returns the signings as a person sees them. */
async function draw(life: string, person: Person): Promise<Drawn[]> {
  const { perform } = performer();
  for (const each of await ordered(life)) for (let time = 1; time <= 2; time++) await perform(effectOf(each));
  const rows = await api.rows<{ id: string }>(
    `select id from life where kind = 'signing' and snapshot -> 'context' ->> 'parent' = $1 order by number`,
    life,
  );
  return Promise.all(rows.map(async ({ id }) => (await api.as(person).get<Drawn>(`/v1/signings/${id.slice('signing/'.length)}`)).body));
}

/** What the last paper of a kind says. */
async function textOf(life: string, kind: IssuePaper['kind']): Promise<string> {
  const found = (await ordered(life)).findLast(({ params }) => params.kind === kind);
  if (found === undefined) throw new Error(`${life} ordered no ${kind}`);
  const { database } = api.worker.lives;
  const row = await orderingOf(database, life, found.seq);
  const record = { event: `${life}/${found.seq}`, hash: row.hash, at: row.at.toISOString(), seq: found.seq };
  const { parent } = row.context as { parent?: string };
  const acted = await actedIn(api.worker.lives, [life, ...(parent ? [parent] : [])], found.params.confirmed);
  const drawing = { reference: '5f0e4a2c-8f43-4bf5-9b0e-2f6a4d1c7e11', record, chart: row.chart_hash };
  return paperText(await drawPaper({ database, operator: OPERATOR, life, row, drawing, acted }, found.params), 'ru');
}

const said = async (person: Person, path: string, body: object): Promise<Record<string, unknown>> => {
  const { body: answer, problem } = await api.as(person).post<Record<string, unknown>>(path, body);
  if (problem) throw new Error(JSON.stringify(problem));
  return answer;
};

describe('the papers of a refused work and of a claim about its price (4.3.3, 9.1)', () => {
  it('are drawn once each, with the confirmations that were given, for both parties alone', async () => {
    await api.as(contractor).command(task, 'start');
    await api.as(contractor).command(task, 'submit');
    await api.as(customer).command(task, 'refuse', { submission: 1, reasons: 'Потёки на стене у окна' });
    const [refused, ...none] = await draw(`task/${task}`, contractor);
    expect(none).toEqual([]);
    expect(refused).toMatchObject({ state: 'signed', of: `/v1/tasks/${task}`, order: ['customer'], document: { kind: 'refusal' } });
    expect(await textOf(`task/${task}`, 'refusal')).toContain('Потёки на стене у окна');

    const amount = 1_500_000;
    const dispute = await said(contractor, '/v1/disputes', {
      task,
      against: 'counterparty',
      about: 'price',
      submission: 1,
      amount,
      demand: 'Потёки были до меня',
    });
    const life = `dispute/${String(dispute.id).replaceAll('.', '/')}`;
    await said(customer, `/v1/disputes/${dispute.id}/reject`, { reasons: 'Не согласен' });
    await said(customer, `/v1/disputes/${dispute.id}/offer`, { version: 1, amount: 900_000, until: '2036-01-31' });
    await said(contractor, `/v1/disputes/${dispute.id}/accept-offer`, { version: 1 });
    const papers = await draw(life, customer);
    expect(papers.map(({ document, order, state, of }) => [document.kind, order, state, of])).toEqual([
      ['claim', ['contractor'], 'signed', `/v1/disputes/${dispute.id}`],
      ['answer', ['customer'], 'signed', `/v1/disputes/${dispute.id}`],
      ['settlement', ['customer', 'contractor'], 'signed', `/v1/disputes/${dispute.id}`],
    ]);
    for (const { document } of papers) {
      const { body, status } = await api.as(contractor).get<string>(document.href);
      expect(status).toBe(200);
      expect(createHash('sha256').update(body, 'latin1').digest('hex')).toBe(document.sha256);
      const [stranger, staff] = await Promise.all([api.join(['contractor']), api.join(['operator'])]);
      expect((await api.as(stranger).get(document.href)).status).toBe(404);
      expect((await api.as(staff).get(document.href)).status).toBe(200);
    }
    const claim = (await textOf(life, 'claim')).replaceAll('\u00a0', ' ');
    for (const each of [
      customer.name,
      contractor.name,
      'Потёки были до меня',
      'Заказчик направил мотивированный отказ от приёмки | Потёки на стене у окна',
      '15 000,00 ₸',
    ])
      expect(claim).toContain(each);
    expect((await textOf(life, 'settlement')).replaceAll('\u00a0', ' ')).toContain('Срок уплаты — не позднее 31 января 2036 г.');
    // The records hold, documents included.
    for (const each of [`task/${task}`, life, ...papers.map(({ id }) => `signing/${id}`)])
      expect(await verify(api.lives, each)).toBeUndefined();
  });
});

describe('a claim against the operator (6.2)', () => {
  it('is a paper for its claimant and the staff alone, and its step ends with a statement', async () => {
    const calculation = [{ what: 'Простой', amount: 300_000 }];
    const dispute = await said(customer, '/v1/disputes', {
      against: 'operator',
      happenedOn: todayInAlmaty(),
      about: 'damages',
      amount: 300_000,
      calculation,
      demand: 'Платформа не работала',
    });
    const life = `dispute/${dispute.id}`;
    const staff = await api.join(['operator']);
    await said(staff, `/v1/disputes/${dispute.id}/reject`, { reasons: 'Работала' });
    await said(customer, `/v1/disputes/${dispute.id}/end-talks`, {});
    const papers = await draw(life, customer);
    expect(papers.map(({ document, order }) => [document.kind, order])).toEqual([
      ['claim', ['customer']],
      ['answer', []],
      ['pre-trial-statement', []],
    ]);
    expect((await api.as(contractor).get(papers[0]?.document.href ?? '')).status).toBe(404);
    const statement = await textOf(life, 'pre-trial-statement');
    expect(statement).toContain('заявитель завершил переговоры');
    expect(statement).toContain('Оператор: ТОО «GIGPLATFORMWORK»');
    expect(statement).toMatch(/электронная почта \| /);

    // Another statement is drawn anew: it has its own number and what was delivered since.
    await api.owner.query(`update notice set status = 'delivered', settled_at = now() where life = $1`, [life]);
    await said(customer, `/v1/disputes/${dispute.id}/request-statement`, {});
    const shelf = async (query: string) =>
      (await api.as(customer).get<{ items: { number: string; kind: string; of: string }[] }>(`/v1/documents?${query}`)).body.items;
    expect((await draw(life, customer)).map(({ document }) => document.kind)).toHaveLength(4);
    expect(await textOf(life, 'pre-trial-statement')).toContain('доставлено');
    // The dispute leads to its papers, the latest first.
    const { body } = await api.as(customer).get<{ papers: string }>(`/v1/disputes/${dispute.id}`);
    const ofDispute = await shelf(body.papers.split('?')[1] ?? '');
    const number = String(ofDispute.at(-1)?.number);
    expect(ofDispute.map((each) => [each.number, each.of])).toEqual(
      [`${number}-4`, `${number}-3`, `${number}-2`, number].map((each) => [each, `/v1/disputes/${dispute.id}`]),
    );
  });
});

describe('the papers of an amendment, a briefing and an end by agreement (3.4, 4.3.2)', () => {
  it('name what was and what becomes, and both moments', async () => {
    const other = await acceptedTask(api, customer, contractor, { title: 'Забор', hazards: 'Высота', measures: 'Каска' });
    await api.as(customer).command(other, 'brief', { note: 'Пристёгиваться' });
    await api.as(contractor).command(other, 'acknowledge', { briefing: 1 });
    const { startAt, dueAt } = (await api.as(customer).get<{ startAt: string; dueAt: string }>(`/v1/tasks/${other}`)).body;
    const lines = [{ name: 'Забор', unit: 'м', quantity: 1, unitPrice: 1_500_000 }];
    const words = { title: 'Забор и калитка', hazards: 'Высота', measures: 'Каска' };
    await api.as(customer).command(other, 'amend', { version: 1, ...words, lines, startAt, dueAt });
    await api.as(contractor).command(other, 'accept-amendment', { version: 1, proposal: 1 });
    await api.as(contractor).command(other, 'propose-cancel', { reasons: 'Ремонт отложен', amount: 10_000 });
    await api.as(customer).command(other, 'accept-cancel', { proposal: 2 });
    const papers = await draw(`task/${other}`, customer);
    expect(papers.map(({ document, order }) => [document.kind, order])).toEqual([
      ['briefing-sheet', ['customer', 'contractor']],
      ['amendment', ['customer', 'contractor']],
      ['ending-agreement', ['customer', 'contractor']],
    ]);
    expect(await textOf(`task/${other}`, 'amendment')).toContain('Название | Забор | Забор и калитка');
    expect(await textOf(`task/${other}`, 'briefing-sheet')).toContain('Пристёгиваться');
    const ending = (await textOf(`task/${other}`, 'ending-agreement')).replaceAll('\u00a0', ' ');
    expect(ending).toContain('Согласованная сумма за прекращение | 100,00');
    expect(ending).toContain('Ремонт отложен');
  });
});

describe('who acts for a company', () => {
  it('is named in a paper if they gave the command: else it says who is entitled, and that another member confirmed', async () => {
    const owner = await registerUnderOffer(api, ['customer'], { kind: 'company' });
    const [second, manager] = [await joinCompany(api, owner, ['signatory']), await joinCompany(api, owner, ['manager'])];
    const requisites = requisitesOfCompany('ТОО «Пример»', owner.person);
    const [head] = requisites.representatives;
    const ground = { kind: 'powerOfAttorney', number: '7', from: '2026-01-01', until: '2036-01-01', sha256: 'a'.repeat(64) };
    const deputy = { ...head, person: second.person, name: 'Вторая Вера', iin: '900101300007', ground };
    const body = { ...requisites, representatives: [head, deputy] };
    expect((await api.as(owner).put('/v1/accounts/me/requisites', body)).status).toBe(200);

    const refusedBy = async (person: Person): Promise<string> => {
      const id = await acceptedTask(api, owner, contractor);
      for (const name of ['start', 'submit']) await api.as(contractor).command(id, name);
      await api.as(person).command(id, 'refuse', { submission: 1, reasons: 'Потёки' });
      return (await textOf(`task/${id}`, 'refusal')).replaceAll('\u00a0', ' ');
    };
    const bySecond = await refusedBy(second);
    expect(bySecond).toContain('в лице: директор Вторая Вера, на основании доверенности № 7 от 01.01.2026');
    expect(bySecond).toMatch(/Заказчик: ТОО «Пример», Вторая Вера, /);
    const byManager = await refusedBy(manager);
    expect(byManager).toContain('вправе действовать от имени: директор Примеров Пример, на основании Устава');
    expect(byManager).toMatch(/Заказчик: ТОО «Пример», \d/);
    expect(byManager).not.toContain('в лице');

    // The claim within a task is given by the task's command.
    const claimed = await acceptedTask(api, owner, contractor);
    for (const name of ['start', 'submit']) await api.as(contractor).command(claimed, name);
    await api.as(second).command(claimed, 'claim', { about: 'price', submission: 1, amount: 100, demand: 'Не докрашено' });
    expect((await textOf(`dispute/${claimed}/1`, 'claim')).replaceAll('\u00a0', ' ')).toContain(
      'От имени заявителя действует директор Вторая Вера на основании доверенности № 7 от 01.01.2026.',
    );
    const mine = await said(manager, '/v1/disputes', {
      ...{ task: claimed, against: 'operator', happenedOn: todayInAlmaty() },
      ...{ about: 'conduct', demand: 'Ответьте' },
    });
    const text = (await textOf(`dispute/${mine.id}`, 'claim')).replaceAll('\u00a0', ' ');
    expect(text).toContain('От имени заявителя вправе действовать директор Примеров Пример на основании Устава.');
    expect(text).toContain('подал другой представитель Аккаунта (пункт 1.4 Публичной оферты)');
  });
});
