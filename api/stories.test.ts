/** Complete stories between people, from the post to the end, over HTTP on the real stack with days passing. */
import type { z } from 'zod';
import { pass } from '../testing/engine/pass.ts';
import { chargeCommission } from '../testing/people/tariffs.ts';
import { textOfPdf } from '../testing/texts/pdf-text.ts';
import type { Api, Person, Task } from '../testing/worlds/api.ts';
import { inHours, openApi } from '../testing/worlds/api.ts';
import { until } from '../testing/worlds/world.ts';
import type { PostTask } from './tasks/schema.ts';

interface Life {
  id: string;
  state: string;
  commands: { name: string }[];
  [fact: string]: unknown;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const tenge = (amount: number) => ({ amount: amount * 100, currency: 'KZT' });

let api: Api;
let customer: Person;
let contractor: Person;
let operator: Person;
let colleague: Person;
beforeAll(async () => {
  api = await openApi();
  [customer, contractor, operator, colleague] = await Promise.all([
    api.join(['customer']),
    api.join(['contractor']),
    api.join(['operator']),
    api.join(['operator']),
  ]);
});
afterAll(() => api.close());

/** The text of a paper, as the contractor reads it. */
const paperAt = async (href: string): Promise<string> =>
  textOfPdf(Buffer.from((await api.as(contractor).get<string>(href)).body, 'latin1'));

const story = (name: string, work: () => Promise<void>) => it(name, () => api.withWorker(work));

const post = (given: Partial<z.input<typeof PostTask>> = {}) => api.as(customer).postTask(given);
const does = (person: Person, task: Task, command: string, body: object = {}) => api.as(person).command(task.id, command, body);
async function agreed(given: Partial<z.input<typeof PostTask>> = {}): Promise<Task> {
  const task = await post(given);
  return does(contractor, task, 'accept', { version: task.version });
}
async function started(given: Partial<z.input<typeof PostTask>> = {}): Promise<Task> {
  return does(contractor, await agreed(given), 'start');
}
async function submitted(given: Partial<z.input<typeof PostTask>> = {}): Promise<Task> {
  return does(contractor, await started(given), 'submit');
}
const read = async (task: Task, person = customer): Promise<Task> => (await api.as(person).get(`/v1/tasks/${task.id}`)).body;
const goesBy = (task: Task, milliseconds: number) => pass(api, `task/${task.id}`, milliseconds);
const stands = (task: Task, stage: string) => until(async () => (await read(task)).stage === stage && read(task), `the task in ${stage}`);

/** The first signing of a task is for its order; then come the acts. */
const [ORDER, ACT] = [1, 2];

/** A life beside the task: the nth of its kind. */
const child = (task: Task, path: string, number = 1) => {
  const address = `/v1/${path}/${task.id}.${number}`;
  const look = async (person = customer): Promise<Life> => (await api.as(person).get<Life>(address)).body;
  return {
    look,
    comes: (state: string, person = customer) =>
      until(async () => {
        const { status, body } = await api.as(person).get<Life>(address);
        return status === 200 && body.state === state && body;
      }, `${path} ${number} in ${state}`),
    async does(person: Person, command: string, body: object = {}): Promise<Life> {
      const { body: life, problem } = await api.as(person).post<Life>(`${address}/${command}`, body);
      if (problem) throw new Error(JSON.stringify(problem));
      return life;
    },
  };
};

story('both confirm the act, the work is paid directly, the fee is charged and the deal reviewed', async () => {
  const task = await submitted();
  const order = child(task, 'signings', ORDER);
  expect(await order.comes('signed')).toMatchObject({
    document: { kind: 'order' },
    confirmations: [{ party: 'customer' }, { party: 'contractor' }],
  });
  const act = child(task, 'signings', ACT);
  await act.comes('awaited');
  const document = (await act.look()).document as { sha256: string; href: string };
  expect(await paperAt(document.href)).toContain('Акт сдачи-приёмки оказанных услуг');

  await does(customer, task, 'approve');
  await act.comes('signed');
  await does(contractor, task, 'confirm');
  expect(await read(task)).toMatchObject({ state: 'closed', progress: { paid: tenge(15_000) } });

  const fee = await child(task, 'fees').comes('charged');
  expect(fee).toMatchObject({ principal: tenge(750) });
  const reviews = child(task, 'reviews');
  await reviews.comes('open');
  await reviews.does(customer, 'write', { stars: 5, note: 'Quick and careful' });
  expect((await reviews.look(contractor)).reviews).toEqual([]);
  await reviews.does(contractor, 'write', { stars: 4 });
  await reviews.comes('published');
  expect((await reviews.look(contractor)).reviews).toHaveLength(2);
});

story('the customer confirms the act itself, and that approves the work', async () => {
  const task = await submitted();
  const act = child(task, 'signings', ACT);
  const { document } = (await act.comes('awaited')) as unknown as { document: { sha256: string } };
  await act.does(customer, 'sign', { sha256: document.sha256 });
  await stands(task, 'settling.due');
});

story(
  'a contractor answers a customer who vanishes after the submission with a claim, and gets the certificate of the pre-trial step',
  async () => {
    const task = await submitted();
    await goesBy(task, 10 * DAY);
    await stands(task, 'review.silent');
    await does(contractor, task, 'claim', {
      about: 'price',
      submission: 1,
      demand: 'The work was done, nobody answers',
      amount: 1_500_000,
    });
    const dispute = child(task, 'disputes');
    await dispute.comes('sent', contractor);
    await goesBy(task, 60 * DAY);
    const unsettled = await dispute.comes('unsettled.open', contractor);
    expect(unsettled.certificate).toBeTruthy();

    await dispute.does(operator, 'record-court-act', {
      amount: 1_500_000,
      court: 'District court 2',
      caseNumber: '2-1',
      decidedOn: new Date().toISOString().slice(0, 10),
      inForceOn: new Date().toISOString().slice(0, 10),
      proof: 'A copy with the note of force',
    });
    await pass(api, `dispute/${task.id}/1`, 10 * DAY);
    await dispute.comes('unsettled.checkable', operator);
    await dispute.does(colleague, 'confirm-court-act', { version: 1 });
    await dispute.comes('decided');
    expect(await stands(task, 'settling.due')).toMatchObject({ progress: { due: tenge(15_000), claims: [] } });
  },
);

story('a contractor who never starts lets the customer leave without cost', async () => {
  const task = await agreed();
  await goesBy(task, 4 * DAY);
  await stands(task, 'agreed.missed');
  expect(await does(customer, task, 'give-up', { reasons: 'Nobody came' })).toMatchObject({
    state: 'cancelled',
    progress: { due: tenge(0) },
  });
});

story('part of the work is submitted and approved, and then the rest', async () => {
  const task = await started();
  await does(contractor, task, 'submit', { parts: [{ line: 1, quantity: 2 }] });
  expect(await does(customer, task, 'approve')).toMatchObject({ state: 'executing', progress: { approved: tenge(6_000) } });
  await does(contractor, task, 'submit');
  expect(await does(customer, task, 'approve')).toMatchObject({ stage: 'settling.due', progress: { due: tenge(15_000) } });
  await child(task, 'signings', ACT + 1).comes('signed');
});

story('work is refused with reasons, reworked, and approved in part; the rest is dropped', async () => {
  const task = await submitted({ terms: { reworkRounds: 1 } });
  expect((await api.as(customer).post(`/v1/tasks/${task.id}/refuse`, {})).problem?.code).toBe('invalid-input');
  expect(await does(customer, task, 'refuse', { reasons: 'One box is missing' })).toMatchObject({ state: 'executing' });
  await child(task, 'signings', ACT).comes('replaced');
  await does(contractor, task, 'submit');
  expect((await api.as(customer).post(`/v1/tasks/${task.id}/refuse`, { submission: 2, reasons: 'Still' })).problem?.code).toBe(
    'not-in-this-state',
  );
  const parts = [{ line: 1, quantity: 4 }];
  expect(await does(customer, task, 'approve-part', { parts, rest: 'drop', reasons: 'One hour was not needed' })).toMatchObject({
    stage: 'settling.due',
    progress: { due: tenge(12_000) },
  });
  await does(contractor, task, 'confirm');
  expect(await read(task)).toMatchObject({ state: 'closed', progress: { paid: tenge(12_000) } });
});

story('the price is changed by agreement', async () => {
  const task = await agreed();
  const { title, startAt, dueAt } = task;
  const lines = [{ name: 'Loading', unit: 'hour', quantity: 6, unitPrice: 300_000 }];
  await does(contractor, task, 'amend', { title, lines, startAt, dueAt, version: 1 });
  expect((await api.as(contractor).post(`/v1/tasks/${task.id}/accept-amendment`, { version: 1, proposal: 1 })).problem?.code).toBe(
    'not-in-this-state',
  );
  expect(await does(customer, task, 'accept-amendment', { version: 1 })).toMatchObject({
    version: 2,
    price: tenge(18_000),
    stage: 'agreed.awaited',
  });
  const { document } = (await child(task, 'signings', ORDER + 1).comes('signed')) as unknown as {
    document: { kind: string; href: string };
  };
  expect(document.kind).toBe('order');
  expect(await paperAt(document.href)).toContain('версия 2');
  await does(contractor, task, 'start');
  await does(contractor, task, 'submit');
  expect(await does(customer, task, 'approve')).toMatchObject({ progress: { due: tenge(18_000) } });
});

story('a customer leaves a contractor who does not come, without cost, from the first minute', async () => {
  const task = await post({ startAt: inHours(2), dueAt: inHours(10), terms: { earlyStart: false } });
  await does(contractor, task, 'accept', { version: 1 });
  expect((await api.as(contractor).post(`/v1/tasks/${task.id}/start`)).problem?.rule).toBe('startHasCome');
  await goesBy(task, 2 * HOUR + 60_000);
  expect((await stands(task, 'agreed.late')).commands.map(({ name }) => name)).toContain('give-up');
  // A quarter of the eight hours: then it is a no-show.
  await goesBy(task, 2 * HOUR);
  await stands(task, 'agreed.missed');
  expect(await does(customer, task, 'give-up', { reasons: 'Nobody came' })).toMatchObject({
    state: 'cancelled',
    progress: { due: tenge(0) },
  });
});

story('a customer who leaves without a ground owes the costs of the terms', async () => {
  const task = await agreed({ terms: { cancelCost: 1_000 } });
  expect(await does(customer, task, 'cancel', { reasons: 'Moved house' })).toMatchObject({
    stage: 'settling.due',
    progress: { due: tenge(1_500) },
  });
  expect(await does(contractor, task, 'confirm')).toMatchObject({ state: 'cancelled' });
});

story('both parties end the deal by agreement, with a sum', async () => {
  const task = await started();
  await does(customer, task, 'propose-cancel', { reasons: 'The piano was sold', amount: 500_000 });
  expect(await does(contractor, task, 'accept-cancel')).toMatchObject({ stage: 'settling.due', progress: { due: tenge(5_000) } });
});

story('several places are several lives', async () => {
  const first = await post({ places: 3 });
  const { body } = await api.as(contractor).get<{ items: Task[] }>('/v1/tasks?state=posted');
  expect(first.group).toBeTruthy();
  const group = body.items.filter(({ group: of }) => of === first.group);
  expect(group).toHaveLength(3);
  const listed = async (person: Person) => (await api.as(person).get<{ items: Task[] }>(`/v1/tasks?group=${first.group}`)).body.items;
  const ids = group.map(({ id }) => id).toSorted();
  for (const person of [customer, contractor]) expect((await listed(person)).map(({ id }) => id).toSorted()).toEqual(ids);
  // A contractor takes one place.
  const others = await Promise.all(group.slice(1).map(() => api.join(['contractor'])));
  const rest = group.filter(({ id }) => id !== first.id);
  await does(contractor, first, 'accept', { version: 1 });
  await Promise.all(rest.map((task, place) => does(others[place] as Person, task, 'accept', { version: 1 })));
  await does(contractor, first, 'start');
  expect((await Promise.all(group.map((task) => read(task)))).map(({ state }) => state).toSorted()).toEqual([
    'agreed',
    'agreed',
    'executing',
  ]);
});

story('a denied direct payment is claimed, and settled by an offer', async () => {
  const task = await submitted();
  await does(customer, task, 'approve');
  await does(customer, task, 'report', { paidOn: new Date().toISOString().slice(0, 10) });
  await does(contractor, task, 'deny', { reasons: 'Nothing came' });
  await does(contractor, task, 'claim', { about: 'price', submission: 1, demand: 'Pay for the work', amount: 1_500_000 });
  const dispute = child(task, 'disputes');
  await dispute.comes('sent');
  await dispute.does(customer, 'reject', { reasons: 'It was paid' });
  await dispute.does(customer, 'offer', { amount: 1_000_000, version: 1 });
  await dispute.does(contractor, 'accept-offer', { version: 1 });
  await dispute.comes('settled');
  await until(async () => (await read(task)).progress?.due.amount === 1_000_000, 'the lower due');
  await does(contractor, task, 'confirm');
  expect(await read(task)).toMatchObject({ state: 'closed', progress: { paid: tenge(10_000), claims: [] } });
});

story('what is admitted of the price of refused work is paid at once, the work goes on, and nothing of it is paid twice', async () => {
  const task = await submitted();
  await does(customer, task, 'refuse', { reasons: 'Half of the wall is crooked' });
  await does(contractor, task, 'claim', { about: 'price', submission: 1, demand: 'Pay for the work', amount: 1_500_000 });
  const dispute = child(task, 'disputes');
  const { commands } = await dispute.comes('sent');
  const menu = commands as { name: string; consequences?: string }[];
  expect(menu.find(({ name }) => name === 'admit-in-part')?.consequences).toMatch(/becomes due to the contractor .* at once/);
  const until = inHours(24 * 5).slice(0, 10);
  await dispute.does(customer, 'admit-in-part', { amount: 600_000, until, reasons: 'The straight half' });
  const debt = child(task, 'debts');
  expect(await debt.comes('open')).toMatchObject({
    ...{ debtor: 'customer', creditor: 'contractor', ground: 'admission', amount: tenge(6_000), dueOn: until },
  });
  expect(await child(task, 'fees').look()).toMatchObject({ principal: tenge(300) });
  await debt.does(contractor, 'confirm', { amount: 600_000 });
  await debt.comes('paid');
  // The deal and the dispute go on.
  expect(await read(task)).toMatchObject({ stage: 'executing.working', progress: { owedBeside: tenge(6_000), due: tenge(0) } });
  await does(contractor, task, 'submit');
  expect(await does(customer, task, 'approve')).toMatchObject({
    stage: 'settling.due',
    progress: { approved: tenge(15_000), due: tenge(9_000) },
  });
  expect(await child(task, 'fees', 2).look()).toMatchObject({ principal: tenge(450) });
  await does(contractor, task, 'confirm');
  await dispute.does(contractor, 'drop');
  await dispute.comes('dropped');
  expect(await stands(task, 'closed')).toMatchObject({ progress: { paid: tenge(9_000) } });
});

story('a claim about a closed task is a dispute of its own', async () => {
  const task = await submitted();
  await does(customer, task, 'approve');
  await does(contractor, task, 'confirm');
  expect((await api.as(customer).post(`/v1/tasks/${task.id}/claim`, { about: 'conduct', demand: 'It broke' })).status).toBe(409);
  const { status, body } = await api
    .as(customer)
    .post<Life>('/v1/disputes', { task: task.id, against: 'counterparty', about: 'conduct', demand: 'It broke' });
  expect([status, body.state]).toEqual([201, 'sent']);
});

story('force majeure stops the deadlines once it is admitted, and a claim after it is handled', async () => {
  const task = await started({ startAt: inHours(2), dueAt: inHours(30) });
  await does(contractor, task, 'report-force-majeure', { evidence: 'Flood, notice of the akimat' });
  await does(customer, task, 'admit-force-majeure');
  await goesBy(task, 5 * DAY);
  expect((await read(task)).stage).toBe('executing.working');
  await does(contractor, task, 'end-force-majeure');
  const { deadlines } = await read(task);
  expect(Date.parse(deadlines.dueBy as string)).toBeGreaterThan(Date.parse(task.dueAt) + 5 * DAY - HOUR);
  const calculation = [{ what: 'A new varnish', amount: 9_000_000 }];
  await does(customer, task, 'claim', { about: 'damages', demand: 'The piano is wet', amount: 9_000_000, calculation });
  const dispute = child(task, 'disputes');
  await dispute.comes('sent');
  await dispute.does(contractor, 'admit');
  // The damage is a separate debt, and the deal continues.
  expect(await stands(task, 'executing.working')).toMatchObject({ price: tenge(15_000) });
  const { body } = await api.as(customer).get<{ items: object[] }>(`/v1/debts?task=${task.id}`);
  expect(body.items).toMatchObject([{ debtor: 'contractor', ground: 'admission', owed: tenge(90_000) }]);
});

story('a briefing comes before dangerous work, and unsafe work is stopped', async () => {
  const task = await agreed({ hazards: 'Work at height', measures: 'Belts' });
  expect(task.stage).toBe('agreed.briefing.awaited');
  expect((await api.as(contractor).post(`/v1/tasks/${task.id}/start`)).status).toBe(409);
  await does(customer, task, 'brief', { note: 'Belts are in the hall, anchor points are marked' });
  await does(contractor, task, 'acknowledge');
  await does(contractor, task, 'start');
  await does(contractor, task, 'stop-work', { reasons: 'The anchor is loose' });
  expect((await api.as(contractor).post(`/v1/tasks/${task.id}/submit`)).status).toBe(409);
  await does(contractor, task, 'resume-work');
  expect(await does(contractor, task, 'submit')).toMatchObject({ stage: 'review.awaited' });
});

story('a new risk stops the work until the contractor has confirmed the briefing on it', async () => {
  const task = await agreed();
  const told = await does(customer, task, 'report-risk', { note: 'The lift is out of order: use the stairs, two to a piano' });
  expect(told.progress?.holds).toMatchObject([{ kind: 'risk', party: 'customer', until: null }]);
  expect((await read(task, contractor)).progress?.briefing).toContain('The lift');
  expect((await api.as(contractor).post(`/v1/tasks/${task.id}/start`)).problem?.code).toBe('not-in-this-state');
  await goesBy(task, 3 * DAY);
  expect((await does(contractor, task, 'acknowledge')).stage).toBe('agreed.awaited');
  await does(contractor, task, 'start');
  await does(customer, task, 'report-risk', { note: 'The stairs are wet' });
  expect((await api.as(contractor).post(`/v1/tasks/${task.id}/submit`)).problem?.code).toBe('not-in-this-state');
  await does(contractor, task, 'acknowledge');
  expect(await does(contractor, task, 'submit')).toMatchObject({ stage: 'review.awaited' });
});

story('a direct payment in advance counts at the end; an overpayment sends a notice, and a claim brings it back', async () => {
  const paidOn = new Date().toISOString().slice(0, 10);
  const task = await started();
  expect(await does(customer, task, 'report', { amount: 1_000_000, paidOn })).toMatchObject({
    stage: 'executing.working',
    progress: { reported: tenge(10_000) },
  });
  expect((await api.as(customer).post(`/v1/tasks/${task.id}/report`, { paidOn })).problem?.code).toBe('not-in-this-state');
  await does(contractor, task, 'submit');
  expect(await does(contractor, task, 'confirm')).toMatchObject({
    stage: 'review.awaited',
    progress: { paid: tenge(10_000), reported: null },
  });
  expect((await api.as(customer).post(`/v1/tasks/${task.id}/report`, { amount: 500_001, paidOn })).problem).toMatchObject({
    rule: 'amountIsWithinPrice',
  });
  const parts = [{ line: 1, quantity: 3 }];
  expect(await does(customer, task, 'approve-part', { parts, rest: 'drop', reasons: 'Three hours were enough' })).toMatchObject({
    state: 'closed',
    progress: { due: tenge(9_000), paid: tenge(10_000), overpaid: tenge(1_000) },
  });
  const { items } = (await api.as(customer).get<{ items: { template: string }[] }>(`/v1/tasks/${task.id}/notices`)).body;
  expect(items.map(({ template }) => template)).toContain('overpaid');
  const { status } = await api
    .as(customer)
    .post('/v1/disputes', { task: task.id, against: 'counterparty', about: 'conduct', demand: 'Paid beyond what is due' });
  expect(status).toBe(201);
});

story('the act of an approved part has a term: the party who must confirm it gets reminders, and the act expires', async () => {
  const task = await submitted();
  const parts = [{ line: 1, quantity: 4 }];
  await does(customer, task, 'approve-part', { parts, rest: 'rework', reasons: 'One box is missing' });
  const act = child(task, 'signings', ACT + 1);
  await act.comes('awaited');
  await pass(api, `signing/${task.id}/${ACT + 1}`, 8 * DAY);
  await act.comes('expired');
  await until(
    async () => (await api.rows('select from event where life = $1 and type = $2', `task/${task.id}`, 'signingExpired')).length === 1,
    'the task hears of it',
  );
  const { body } = await api.as(contractor).get<{ items: { template: string }[] }>(`/v1/signings/${task.id}.${ACT + 1}/notices`);
  expect(body.items.map(({ template }) => template)).toContain('sign-reminder');
});

story('both parties confirm a contract before the work, or the task is left without cost', async () => {
  const task = await agreed({ terms: { paper: 'signed-contract' } });
  expect(task.stage).toBe('agreed.signing');
  const contract = child(task, 'signings');
  const { document } = (await contract.comes('awaited')) as unknown as { document: { sha256: string } };
  await contract.does(contractor, 'sign', { sha256: document.sha256 });
  await contract.does(customer, 'refuse', { reasons: 'The place is wrong' });
  await stands(task, 'agreed.unsigned');
  await does(customer, task, 'sign-again');
  const second = child(task, 'signings', 2);
  const { sha256 } = (await second.comes('awaited')).document as { sha256: string };
  await second.does(contractor, 'sign', { sha256 });
  await second.does(customer, 'sign', { sha256 });
  await stands(task, 'agreed.awaited');
});

story('a new tariff and new terms of the platform during a task do not change it (10.2)', async () => {
  const task = await submitted();
  const changed = `update parameter set valid_to = current_date - 1 where code = any($1) and valid_to is null`;
  await api.owner.query(changed, [['payWorkingDays']]);
  await api.owner.query(
    `insert into parameter (code, value, unit, valid_from, valid_to, clause, source, confirmed)
     values ('payWorkingDays', '1', 'working days', current_date, null, 'platform', 'a test', false)`,
  );
  await chargeCommission(api, { rate: 1_000 });
  const later = await submitted();
  for (const each of [task, later]) await does(customer, each, 'approve');
  expect((await child(task, 'fees').comes('charged')).principal).toEqual(tenge(750));
  expect((await child(later, 'fees').comes('charged')).principal).toEqual(tenge(1_500));
  const daysToPay = ({ terms }: Task) => terms.find(({ name }) => name === 'payWorkingDays');
  expect([daysToPay(task), daysToPay(later)]).toMatchObject([
    { value: 10, usual: true },
    { value: 1, usual: true },
  ]);
});
