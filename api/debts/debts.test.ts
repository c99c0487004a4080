import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { DebtInput } from '../../charts/debt/types.ts';
import { findAccount } from '../../models/stores/account.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { addCalendarDays, endOfDay } from '../../rules/working-days.ts';
import { pass } from '../../testing/engine/pass.ts';
import { debtLife, owe } from '../../testing/lives/debts.ts';
import { fileOf } from '../../testing/lives/signed.ts';
import { employ, openSessionFor, registerUnderOffer } from '../../testing/people/accounts.ts';
import type { Proposed } from '../../testing/people/proposals.ts';
import { decide, terminates } from '../../testing/people/proposals.ts';
import { done } from '../../testing/people/registration.ts';
import { lettersTo } from '../../testing/stand-ins/mailbox.ts';
import { textOfPdf } from '../../testing/texts/pdf-text.ts';
import type { Api, Person, Reply } from '../../testing/worlds/api.ts';
import { joinParties, openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { Paper, WholePaper } from '../documents/schema.ts';
import { kebab } from '../resource/fields.ts';
import type { DebtFacts } from './schema.ts';

type PaperItem = z.output<typeof Paper>;

interface Debt extends z.output<typeof DebtFacts> {
  id: string;
  number: number;
  state: string;
  commands: { name: string }[];
  ifNobodyActs: { at: string; becomes: string } | null;
}
interface Notices {
  items: { template: string; subject: string; body: string }[];
}

const tenge = (amount: number) => ({ amount: amount * 100, currency: 'KZT' });

let api: Api;
let customer: Person;
let contractor: Person;
let stranger: Person;
let staff: Person;
beforeAll(async () => {
  api = await openApi();
  ({ customer, contractor, stranger, staff } = await joinParties(api));
});
afterAll(() => api.close());

const begin = (given: Partial<DebtInput> = {}): Promise<string> => owe(api, { customer: customer.id, contractor: contractor.id, ...given });
const ask = (person: Person, id: string, name: string, body: object = {}, key: string = randomUUID()): Promise<Reply<Debt>> =>
  api.as(person).post<Debt>(`/v1/debts/${id}/${kebab(name)}`, body, { key });
const does = async (person: Person, id: string, name: string, body: object = {}): Promise<Debt> => done(await ask(person, id, name, body));
const refusal = async (reply: Promise<Reply<unknown>>) => {
  const { status, problem } = await reply;
  return [status, problem?.rule];
};
const read = async (person: Person, id: string): Promise<Debt> => done(await api.as(person).get<Debt>(`/v1/debts/${id}`));
const menus = (id: string) =>
  Promise.all([customer, contractor, staff].map(async (person) => (await read(person, id)).commands.map(({ name }) => name)));
const noticesTo = async (person: Person, id: string, language = 'en') =>
  done(await api.as(person).get<Notices>(`/v1/debts/${id}/notices`, { language })).items;
const templates = async (person: Person, id: string) => (await noticesTo(person, id)).map(({ template }) => template);
/** Lets time pass until a moment on the debt's own clock. */
const passUntil = async (id: string, moment: string): Promise<void> => {
  const [row] = await api.rows<{ now: Date }>(
    `select clock_timestamp() + clock_offset * interval '1 millisecond' as now from life where id = $1`,
    debtLife(id),
  );
  await pass(api, debtLife(id), Date.parse(moment) - (row?.now.getTime() ?? 0));
};
/** Tiyn by account, of what a debt booked: credits less debits. Accounts at zero are left out; the sum over all is zero. */
const booked = async (id: string): Promise<Record<string, number>> => {
  const rows = await api.rows<{ account: string; sum: number }>(
    `select code as account, sum(credit - debit)::float as sum from entry join ledger_account on id = account
     where life = $1 group by code having sum(credit - debit) <> 0`,
    debtLife(id),
  );
  expect(rows.reduce((all, { sum }) => all + sum, 0)).toBe(0);
  return Object.fromEntries(rows.map(({ account, sum }) => [account, sum]));
};
/** Every tiyn is paid, set off, waived or owed. */
const expectWhole = ({ amount, paid, setOff, waived, owed }: Debt): void => {
  const parts = [paid, setOff, waived, owed].map((part) => part.amount);
  expect(parts.every((part) => part >= 0)).toBe(true);
  expect(parts.reduce((sum, part) => sum + part)).toBe(amount.amount);
};

describe('a debt', () => {
  it('tells both parties its sum and last day, is paid in parts, and ends when nothing is owed', async () => {
    await api.withWorker(async () => {
      const task = randomUUID();
      const dueOn = addCalendarDays(todayInAlmaty(), 20);
      const id = await begin({ parent: `task/${task}`, about: `task/${task}`, dueOn });
      expect(id).toBe(`${task}.1`);
      const debt = await read(customer, id);
      expect(debt).toMatchObject({
        state: 'open',
        task,
        from: { life: 'task', id: task, href: `/v1/tasks/${task}` },
        ground: 'settlement',
        debtor: 'customer',
        creditor: 'contractor',
        amount: tenge(1_000),
        paid: tenge(0),
        owed: tenge(1_000),
        dueOn,
        overdueSince: null,
        reports: [],
        ifNobodyActs: { at: endOfDay(dueOn), becomes: 'overdue' },
      });
      expect(await menus(id)).toEqual([['report', 'pay', 'propose-set-off'], ['confirm', 'waive', 'propose-set-off'], []]);

      const first = await does(customer, id, 'report', { amount: 40_000, paidOn: todayInAlmaty(), proof: 'Transfer 17' });
      expect(first).toMatchObject({
        state: 'reported.awaited',
        reports: [{ number: 1, amount: tenge(400), paidOn: todayInAlmaty(), proof: 'Transfer 17', answer: null }],
      });
      expect(await menus(id)).toEqual([['report', 'pay'], ['confirm', 'deny', 'waive'], []]);
      expect(await refusal(ask(customer, id, 'report', { amount: 60_001, paidOn: todayInAlmaty() }))).toEqual([422, 'amountIsUnreported']);
      expect(await refusal(ask(customer, id, 'report', { paidOn: '2099-01-01' }))).toEqual([422, 'paymentDayHasCome']);
      expect(await refusal(ask(contractor, id, 'confirm', {}))).toEqual([422, 'reportIsNamed']);
      expect(await refusal(ask(contractor, id, 'confirm', { report: 1, amount: 100_001 }))).toEqual([422, 'amountIsOwed']);
      expect(await refusal(ask(customer, id, 'confirm', { report: 1 }))).toEqual([403, undefined]);

      expectWhole(await does(contractor, id, 'confirm', { report: 1 }));
      expect(await read(contractor, id)).toMatchObject({
        state: 'open',
        paid: tenge(400),
        owed: tenge(600),
        reports: [{ answer: { answer: 'confirmed', amount: tenge(400) } }],
      });
      await does(customer, id, 'report', { paidOn: todayInAlmaty() });
      const denied = await does(contractor, id, 'deny', { report: 2, reasons: 'Nothing has come' });
      expect(denied.reports[1]).toMatchObject({ amount: tenge(600), answer: { answer: 'denied', reasons: 'Nothing has come' } });
      expect(await refusal(ask(contractor, id, 'confirm', { report: 2 }))).toEqual([422, 'reportIsNamed']);

      // The creditor may confirm without a report.
      const paid = await does(contractor, id, 'confirm');
      expect(paid).toMatchObject({ state: 'paid', paid: tenge(1_000), owed: tenge(0), commands: [] });
      expectWhole(paid);
      await expect(api.ended(debtLife(id))).resolves.toBe('paid');
      expect(await templates(customer, id)).toEqual(['debt-arisen', 'debt-confirmed', 'debt-denied', 'debt-confirmed']);
      expect(await templates(contractor, id)).toEqual(['debt-arisen-creditor', 'debt-reported', 'debt-reported']);
    });
  });

  it('states its sums and days in three languages, and in emails', async () => {
    await api.withWorker(async () => {
      const id = await begin({ dueOn: '2027-03-04', amount: '123456789' });
      const said = async (language: string) => (await noticesTo(customer, id, language))[0];
      expect(await said('ru')).toMatchObject({
        subject: expect.stringMatching(/^Долг № \d+: заплатите 1\u00a0234\u00a0567,89\u00a0₸ не позднее 4 марта 2027 г\.$/),
        body: expect.stringContaining('не позднее 4 марта 2027 г. (включительно)'),
      });
      expect(await said('en')).toMatchObject({ subject: expect.stringContaining('pay 1,234,567.89\u00a0₸ no later than 4 March 2027') });
      expect(await said('kk')).toMatchObject({ body: expect.stringMatching(/соңғы күні: 2027 \S+ 4 наурыз \(қоса алғанда\)/) });
      const account = await findAccount(api.lives.database, customer.id);
      const letters = () => lettersTo(account?.email ?? '');
      await until(
        async () => (await letters()).some(({ text }) => text.includes('no later than 4 March 2027 (that day included)')),
        'the letter',
      );
    });
  });

  it('is overdue after its last day, with reminders, and stays so until somebody acts', async () => {
    await api.withWorker(async () => {
      const dueOn = addCalendarDays(todayInAlmaty(), 20);
      const id = await begin({ dueOn });
      await passUntil(id, new Date(Date.parse(endOfDay(dueOn)) - 3_600_000).toISOString());
      expect(await read(customer, id)).toMatchObject({ state: 'open', overdueSince: null });
      expect(await templates(customer, id)).toEqual(['debt-arisen', 'debt-reminder', 'debt-reminder']);
      await passUntil(id, endOfDay(addCalendarDays(dueOn, 40)));
      const overdue = await read(customer, id);
      expect(overdue).toMatchObject({ state: 'overdue', overdueSince: addCalendarDays(dueOn, 1), owed: tenge(1_000), ifNobodyActs: null });
      expect(await templates(customer, id)).toEqual([
        ...['debt-arisen', 'debt-reminder', 'debt-reminder', 'debt-overdue'],
        ...['debt-overdue-reminder', 'debt-overdue-reminder'],
      ]);
      expect(await templates(contractor, id)).toEqual(['debt-arisen-creditor', 'debt-overdue-creditor']);
      expect((await noticesTo(contractor, id)).at(-1)?.body).toContain('The debt does not collect itself');
      await does(customer, id, 'report', { paidOn: todayInAlmaty() });
      expect(await does(contractor, id, 'confirm', { report: 1, amount: 1 })).toMatchObject({ state: 'overdue' });
    });
  });

  it('stays reported if the creditor is silent: with reminders and notices to both, and never confirmed by itself', async () => {
    await api.withWorker(async () => {
      const id = await begin();
      const { answerBy } = await does(customer, id, 'report', { paidOn: todayInAlmaty() });
      await passUntil(id, answerBy as string);
      await passUntil(id, endOfDay(addCalendarDays(todayInAlmaty(), 90)));
      expect(await read(customer, id)).toMatchObject({ state: 'reported.silent', paid: tenge(0), answerBy: null, ifNobodyActs: null });
      expect(await templates(contractor, id)).toEqual([
        ...['debt-arisen-creditor', 'debt-reported', 'report-reminder', 'report-unanswered'],
        ...['report-still-open', 'report-still-open', 'report-still-open'],
      ]);
      expect(await templates(customer, id)).toEqual(['debt-arisen', 'report-unanswered']);
      // Denied after its last day, it is overdue at once, and both parties get a notice.
      await does(contractor, id, 'deny', { report: 1, reasons: 'Nothing has come' });
      await until(async () => (await read(customer, id)).state === 'overdue', 'the debt to be overdue');
      expect(await templates(customer, id)).toEqual(['debt-arisen', 'report-unanswered', 'debt-denied', 'debt-overdue']);
    });
  });

  it('can be waived only by its creditor, with reasons that the debtor reads', async () => {
    const id = await begin();
    expect(await refusal(ask(customer, id, 'waive', { reasons: 'Please' }))).toEqual([403, undefined]);
    await does(contractor, id, 'confirm', { amount: 25_000 });
    const waived = await does(contractor, id, 'waive', { reasons: 'We go on working together' });
    expect(waived).toMatchObject({ state: 'waived', paid: tenge(250), waived: tenge(750), owed: tenge(0) });
    expectWhole(waived);
    expect((await read(customer, id)).waiver).toMatchObject({ reasons: 'We go on working together' });
    expect(await refusal(ask(customer, id, 'report', { paidOn: todayInAlmaty() }))).toEqual([409, undefined]);
  });

  it('counts thirty concurrent confirmations as one', async () => {
    const id = await begin();
    const replies = await Promise.all(Array.from({ length: 30 }, () => ask(contractor, id, 'confirm', { amount: 60_000 })));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const debt = await read(contractor, id);
    expect(debt).toMatchObject({ paid: tenge(600), owed: tenge(400) });
    expectWhole(debt);
  });

  it('is hidden from others, and its chain contains no free text', async () => {
    const id = await begin();
    for (const path of ['', '/events', '/notices']) expect((await api.as(stranger).get(`/v1/debts/${id}${path}`)).status).toBe(404);
    expect((await ask(stranger, id, 'report', { paidOn: todayInAlmaty() })).status).toBe(404);
    await does(customer, id, 'report', { paidOn: todayInAlmaty(), proof: 'Transfer 18' });
    for (const person of [customer, contractor, staff]) {
      expect((await api.as(person).get(`/v1/debts/${id}/events`)).status).toBe(200);
      expect((await read(person, id)).reports[0]?.proof).toBe('Transfer 18');
    }
    const chain = await api.rows('select input from event where life = $1', debtLife(id));
    expect(JSON.stringify(chain)).not.toContain('Transfer 18');
  });
});

describe('a debt of or to the operator', () => {
  it('is paid and confirmed by the finance staff, and is in their work list', async () => {
    const [finance, second] = [await employ(api, ['finance']), await employ(api, ['finance'])];
    const support = await employ(api, ['support']);
    const waits = async (id: string) =>
      done(await api.as(finance).get<{ items: { kind: string; href: string }[] }>('/v1/operator/work?limit=100'))
        .items.filter(({ href }) => href === `/v1/debts/${id}`)
        .map(({ kind }) => kind);
    const owes = await begin({ debtor: 'operator', creditor: 'customer', ground: 'admission' });
    expect(await waits(owes)).toEqual(['payDebt']);
    expect((await api.as(contractor).get(`/v1/debts/${owes}`)).status).toBe(404);
    expect((await ask(support, owes, 'order-payment')).problem?.code).toBe('role-missing');
    const { order } = await does(finance, owes, 'orderPayment');
    expect(order).toMatchObject({ number: 1, amount: tenge(1_000) });
    // Two persons pay, and the creditor need not know who ordered the payment.
    expect(await refusal(ask(finance, owes, 'report', { order: 1, paidOn: todayInAlmaty() }))).toEqual([422, 'anotherPays']);
    expect((await read(customer, owes)).order).toBeNull();
    await does(second, owes, 'report', { order: 1, paidOn: todayInAlmaty() });
    expect(await waits(owes)).toEqual([]);
    expect(await booked(owes)).toEqual({ 'loss/debts': -100_000, [`payable/${customer.id}`]: 100_000 });
    expect(await does(customer, owes, 'confirm', { report: 1 })).toMatchObject({ state: 'paid', debtor: 'operator', contractor: null });
    expect(await booked(owes)).toEqual({ 'loss/debts': -100_000, 'bank/operator': 100_000 });

    const isOwed = await begin({ creditor: 'operator', ground: 'overpayment' });
    await does(customer, isOwed, 'report', { paidOn: todayInAlmaty() });
    expect(await waits(isOwed)).toEqual(['answerReport']);
    expect(await does(finance, isOwed, 'confirm', { report: 1 })).toMatchObject({ state: 'paid' });
    expect(await booked(isOwed)).toEqual({ 'income/debts': 100_000, 'bank/operator': -100_000 });
  });

  it('is forgiven by two of the staff: one proposes it, another person confirms', async () => {
    const [finance, second] = [await employ(api, ['finance']), await employ(api, ['finance'])];
    const isOwed = await begin({ creditor: 'operator', ground: 'overpayment' });
    const forgive = { reasons: 'The sum is not worth a lawsuit' };
    expect((await ask(finance, isOwed, 'waive', forgive)).status).toBe(403);
    const proposed = done(await api.as(finance).post<Proposed>(`/v1/debts/${isOwed}/write-off`, forgive, { key: null }));
    expect(proposed).toMatchObject({ kind: 'debtWriteOff', state: 'waiting', debtWriteOff: { debt: isOwed, ...forgive } });
    expect(await read(customer, isOwed)).toMatchObject({ state: 'open', owed: tenge(1_000) });
    expect((await decide(api, finance, proposed)).problem?.rule).toBe('secondPersonDecides');
    done(await decide(api, second, proposed));
    expect(await read(customer, isOwed)).toMatchObject({ state: 'waived', waived: tenge(1_000), waiver: forgive });
    expect(await booked(isOwed)).toEqual({ 'income/debts': 100_000, 'loss/debts': -100_000 });
  });
});

describe('a command that a party repeats', () => {
  it('has no bound where it is a duty of the staff: an order of a payment takes the place of the last one', async () => {
    const [finance, second] = [await employ(api, ['finance']), await employ(api, ['finance'])];
    const owes = await begin({ debtor: 'operator', creditor: 'customer', ground: 'admission' });
    const toUsers = () => api.rows('select template from notice where life = $1 and account is not null', debtLife(owes));
    const before = await toUsers();
    await api.owner.query(`update parameter set value = '12' where code = 'commandMostRepeats'`);
    for (let number = 1; number <= 24; number += 1) await does(finance, owes, 'orderPayment', { amount: 1_000 * number });
    await api.owner.query(`update parameter set value = '500' where code = 'commandMostRepeats'`);
    expect(await toUsers()).toEqual(before);
    expect(await refusal(ask(second, owes, 'report', { paidOn: todayInAlmaty(), order: 1 }))).toEqual([422, 'orderIsCurrent']);
    const reported = await does(second, owes, 'report', { paidOn: todayInAlmaty(), order: 24 });
    expect(reported.reports).toMatchObject([{ amount: tenge(240) }]);
  });

  it('is refused above its limit, while the other party’s commands are not', async () => {
    const [owed, counter] = [await begin(), await begin({ debtor: 'contractor', creditor: 'customer', amount: '30000' })];
    await api.owner.query(`update parameter set value = '12' where code = 'commandMostRepeats'`);
    for (let number = 1; number <= 12; number += 1) {
      await does(customer, owed, 'proposeSetOff', { debt: counter });
      await does(contractor, owed, 'declineSetOff', { proposal: number });
    }
    const again = { debt: counter };
    expect(await refusal(ask(customer, owed, 'proposeSetOff', again))).toEqual([409, 'repeatsAreLeft']);
    expect(await refusal(api.as(customer).post(`/v1/debts/${owed}/propose-set-off?preview=true`, again))).toEqual([409, 'repeatsAreLeft']);
    await does(contractor, owed, 'proposeSetOff', again);
    await does(customer, owed, 'report', { paidOn: todayInAlmaty() });
    await api.owner.query(`update parameter set value = '500' where code = 'commandMostRepeats'`);
  });
});

describe('a set-off', () => {
  /** The customer owes 1 000, the contractor owes 300. */
  const mutual = async () => [await begin(), await begin({ debtor: 'contractor', creditor: 'customer', amount: '30000' })] as const;

  it('takes the lower sum off both debts after the other side has accepted the proposal', async () => {
    await api.withWorker(async () => {
      const [one, other] = await mutual();
      const proposed = await does(customer, one, 'proposeSetOff', { debt: other });
      expect(proposed.proposal).toMatchObject({ number: 1, side: 'debtor', debt: other, amount: tenge(300), became: null });
      expect(await refusal(ask(customer, one, 'acceptSetOff', { proposal: 1, debt: other }))).toEqual([403, undefined]);
      expect(await refusal(ask(contractor, one, 'acceptSetOff', { proposal: 2, debt: other }))).toEqual([422, 'proposalIsCurrent']);
      expect(await refusal(ask(contractor, one, 'acceptSetOff', { proposal: 1, debt: one }))).toEqual([422, 'proposalIsCurrent']);
      await does(contractor, one, 'declineSetOff', { proposal: 1 });
      expect(await refusal(ask(contractor, one, 'acceptSetOff', { proposal: 1, debt: other }))).toEqual([409, 'setOffIsPossible']);
      await does(contractor, one, 'proposeSetOff', { debt: other });
      await does(customer, one, 'acceptSetOff', { proposal: 2, debt: other });
      await until(async () => (await read(customer, one)).state === 'open', 'the set-off');
      const [first, second] = [await read(customer, one), await read(customer, other)];
      expect(first).toMatchObject({ setOff: tenge(300), owed: tenge(700), proposal: { became: 'done' } });
      expect(second).toMatchObject({ state: 'setOff', setOff: tenge(300), owed: tenge(0) });
      for (const debt of [first, second]) expectWhole(debt);
      await expect(api.ended(debtLife(other))).resolves.toBe('setOff');
      expect(await templates(contractor, one)).toEqual(['debt-arisen-creditor', 'set-off-proposed', 'debt-set-off']);
      const statementsFor = async (person: Person) => (await api.as(person).get<{ items: PaperItem[] }>(first.papers)).body.items;
      await until(async () => (await statementsFor(customer)).length === 1, 'the statement of the set-off');
      for (const person of [customer, contractor, staff]) {
        const [statement] = await statementsFor(person);
        expect(statement).toMatchObject({ kind: 'set-off-statement', state: 'signed', of: `/v1/debts/${one}`, task: null });
        const { signatures } = (await api.as(person).get<z.output<typeof WholePaper>>(`/v1/documents/${statement?.reference}`)).body;
        expect(signatures.map(({ party }) => party).toSorted()).toEqual(['contractor', 'customer']);
      }
      const [paper] = await statementsFor(customer);
      const text = await textOfPdf((await fileOf(api, customer.token, paper?.links.content ?? '')).bytes);
      // 1 000 less 300, and 300 less 300.
      for (const sum of ['1 000,00', '300,00', '700,00', '0,00']) expect(text.replaceAll('\u00a0', ' ')).toContain(sum);
      expect(await statementsFor(stranger)).toEqual([]);
      expect(await templates(customer, one)).toEqual(['debt-arisen', 'set-off-declined', 'set-off-proposed', 'debt-set-off']);
    });
  });

  it('fails if the other debt was paid meanwhile, and both parties get a notice', async () => {
    await api.withWorker(async () => {
      const [one, other] = await mutual();
      await does(customer, one, 'proposeSetOff', { debt: other });
      await does(customer, other, 'confirm');
      await does(contractor, one, 'acceptSetOff', { proposal: 1, debt: other });
      await until(async () => (await read(customer, one)).state === 'open', 'the answer');
      const debt = await read(customer, one);
      expect(debt).toMatchObject({ setOff: tenge(0), owed: tenge(1_000), proposal: { became: 'failed' } });
      expect((await templates(contractor, one)).at(-1)).toBe('set-off-failed');
      expect(await api.rows(`select from event where life = $1 and type = 'unexpected'`, debtLife(other))).toEqual([]);
    });
  });

  it('accepted on both debts concurrently takes no sum twice', async () => {
    await api.withWorker(async () => {
      const [one, other] = [await begin(), await begin({ debtor: 'contractor', creditor: 'customer' })];
      await does(customer, one, 'proposeSetOff', { debt: other });
      await does(customer, other, 'proposeSetOff', { debt: one });
      await Promise.all([
        does(contractor, one, 'acceptSetOff', { proposal: 1, debt: other }),
        does(contractor, other, 'acceptSetOff', { proposal: 1, debt: one }),
      ]);
      const both = () => Promise.all([one, other].map((id) => read(customer, id)));
      await until(async () => (await both()).every(({ state }) => state !== 'settingOff'), 'both answers');
      const debts = await both();
      for (const debt of debts) expectWhole(debt);
      expect(debts[0]?.setOff).toEqual(debts[1]?.setOff);
    });
  });

  it('needs an open counter-debt of the same two parties, and reveals nothing about others', async () => {
    const id = await begin();
    const strangers = await begin({ customer: stranger.id, debtor: 'contractor', creditor: 'customer' });
    const same = await begin();
    for (const debt of [strangers, same, id, `${randomUUID()}.1`])
      expect(await refusal(ask(customer, id, 'proposeSetOff', { debt }))).toEqual([422, 'debtsAreMutual']);
  });
});

describe('a suspended or terminated account', () => {
  it('can report, confirm, deny and waive, but not set off', async () => {
    const [owner, other, moderator, administrator] = await Promise.all([
      registerUnderOffer(api, ['customer']),
      registerUnderOffer(api, ['contractor']),
      employ(api, ['moderator']),
      employ(api, ['administrator']),
    ]);
    const order = { ground: 'complaints', reasons: 'Many' };
    done(await api.as(moderator).post(`/v1/accounts/${owner.id}/suspend`, order));
    await terminates(api, [administrator, await employ(api, ['administrator'])], other, order);
    other.token = await openSessionFor(api.owner, other.person, other.id);
    const sides = { customer: owner.id, contractor: other.id };
    const [paid, waived] = [await owe(api, sides), await owe(api, sides)];
    await does(owner, paid, 'report', { paidOn: todayInAlmaty(), amount: 1 });
    await does(other, paid, 'deny', { report: 1, reasons: 'Nothing has come' });
    expect(await does(other, paid, 'confirm')).toMatchObject({ state: 'paid' });
    expect((await ask(other, waived, 'proposeSetOff', { debt: paid })).problem?.code).toBe('account-terminated');
    expect(await does(other, waived, 'waive', { reasons: 'Gone' })).toMatchObject({ state: 'waived' });
  });
});
