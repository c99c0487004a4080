import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { owe } from '../../testing/lives/debts.ts';
import { drawInvoice, invoiceIsSent, invoicePath } from '../../testing/lives/invoices.ts';
import { agree } from '../../testing/people/proposals.ts';
import { done } from '../../testing/people/registration.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { BOOK, CHART, writeBooked } from '../../testing/worlds/ledger.ts';
import { until } from '../../testing/worlds/world.ts';
import type { Finance } from '../finance/schema.ts';
import type { Imported, InflowFacts } from './schema.ts';

type Inflow = z.output<typeof InflowFacts> & { id: string; state: string };

let api: Api;
let operator: Person;
let second: Person;
beforeAll(async () => {
  api = await openApi({ ownDatabase: true });
  [operator, second] = await Promise.all([api.join(['operator']), api.join(['operator'])]);
});
afterAll(() => api.close());

const HEAD = 'Дата;№ документа;Приход;Расход;Контрагент;ИИН/БИН контрагента;Детали платежа';
const row = (number: number, amount: string, purpose: string): string => `2026-11-02;${number};${amount};;ТОО Плательщик;;${purpose}`;
const csv = (...rows: string[]): string => [HEAD, ...rows].join('\n');
const bring = (text: string, by = operator) =>
  api.as(by).post<z.output<typeof Imported>>('/v1/operator/statements', { format: 'csv', text }, { key: null });
const balance = async (account: string): Promise<number> =>
  Number((await api.rows<{ sum: string }>('select balance($1) as sum', account))[0]?.sum);
const inSuspense = async (): Promise<string[]> =>
  (await api.rows<{ life: string }>(`select life from work where duty = 'matchInflow' order by life`)).map(({ life }) =>
    life.slice('inflow/'.length),
  );
const read = async (id: string): Promise<Inflow> => (await api.as(operator).get<Inflow>(`/v1/inflows/${id}`)).body;

describe("a statement of the operator's account (5.1)", () => {
  it('is entered once, also twice, by halves and by two persons at once; what is beyond doubt is applied, the rest waits', async () => {
    const customer = await api.join(['customer']);
    const invoice = await drawInvoice(api, customer.id, { number: '2026-900' });
    await invoiceIsSent(api, invoice);
    const rows = [row(1, '1000.00', 'счёт № 2026-900'), row(2, '55.00', 'за услуги'), row(3, '55.00', 'за услуги')];
    expect(done(await bring(csv(rows[0] as string)))).toMatchObject({ entries: 1, came: 1, entered: 1, matched: 1 });
    const answers = await Promise.all([bring(csv(...rows)), bring(csv(...rows), second)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.reduce((sum, { body }) => sum + body.entered, 0)).toBe(2);
    expect(done(await bring(csv(...rows)))).toMatchObject({ came: 3, entered: 0, matched: 0, sums: { amount: 111_000 } });
    expect(await balance('bank/operator')).toBe(-111_000);

    await api.withWorker(() =>
      until(async () => (await api.as(operator).get<{ state: string }>(invoicePath(invoice))).body.state === 'paid', 'the payment'),
    );
    const waiting = await inSuspense();
    expect(waiting).toHaveLength(2);
    expect(await read(waiting[0] as string)).toMatchObject({
      state: 'suspense',
      payer: 'ТОО Плательщик',
      purpose: 'за услуги',
      candidates: [],
    });
  });

  it('leaves to a person what is in doubt, with the likeliest invoices; what an invoice does not take is in suspense again', async () => {
    const customer = await api.join(['customer']);
    const invoice = await drawInvoice(api, customer.id, { number: '2026-901', principal: '12345' });
    await invoiceIsSent(api, invoice);
    const before = new Set(await inSuspense());
    done(await bring(csv(row(11, '123.45', 'за ноябрь'), row(12, '1.00', 'ошибочно'), row(13, '2.00', 'аванс'))));
    const waiting = (await inSuspense()).filter((id) => !before.has(id));
    const inflows = await Promise.all(waiting.map(read));
    const of = (purpose: string): string => waiting[inflows.findIndex((each) => each.purpose === purpose)] as string;
    expect(inflows.find(({ purpose }) => purpose === 'за ноябрь')?.candidates).toMatchObject([
      { paperNumber: '2026-901', because: ['sum'] },
    ]);

    const say = (id: string, name: string, body: object) => api.as(operator).post<Inflow>(`/v1/inflows/${id}/${name}`, body);
    expect((await say(of('аванс'), 'keep', { customer: operator.id })).problem?.rule).toBe('accountIsCustomer');
    done(await say(of('аванс'), 'keep', { customer: customer.id }));
    expect(await balance(`advance/${customer.id}`)).toBe(200);
    await agree(api, [operator, second], `/v1/inflows/${of('ошибочно')}/send-back`, { reasons: 'Sent by mistake' });
    expect(await balance(`suspense/${of('ошибочно')}`)).toBe(0);

    await api.withWorker(async () => {
      done(await say(of('за ноябрь'), 'match', { kind: 'invoice', id: '00000000-0000-4000-8000-000000000000' }));
      await until(async () => (await read(of('за ноябрь'))).state === 'suspense', 'the answer');
      done(await say(of('за ноябрь'), 'match', { kind: 'invoice', id: invoice.slice('invoice/'.length) }));
      await until(async () => (await read(of('за ноябрь'))).state === 'matched', 'the answer');
    });
    expect([
      await balance(`suspense/${of('за ноябрь')}`),
      (await api.as(operator).get<{ state: string }>(invoicePath(invoice))).body.state,
    ]).toEqual([...[0, 'paid']]);
  });

  it('pays a debt to the operator by its number: never more than is owed, and the books agree', async () => {
    const customer = await api.join(['customer']);
    const owed = await owe(api, { customer: customer.id, contractor: undefined, debtor: 'customer', creditor: 'operator' });
    const debt = async () =>
      done(await api.as(customer).get<{ number: number; state: string; owed: { amount: number } }>(`/v1/debts/${owed}`));
    const { number } = await debt();
    const before = new Set(await inSuspense());
    // 1 000 are owed. 600 come without a sign of who pays, 700 are too much for what is left.
    done(await bring(csv(row(31, '600.00', `по долгу № ${number}`), row(32, '700.00', `долг № ${number}`))));
    const waiting = (await inSuspense()).filter((id) => !before.has(id));
    const inflows = await Promise.all(waiting.map(read));
    expect(inflows.map(({ candidates }) => candidates)).toEqual(
      Array(2).fill([{ kind: 'debt', id: owed, paperNumber: `№ ${number}`, because: ['number'] }]),
    );
    const [six = '', seven = ''] = [60_000, 70_000].map((sum) => waiting[inflows.findIndex(({ amount }) => amount.amount === sum)]);
    const match = async (id: string, state: string): Promise<void> => {
      done(await api.as(operator).post(`/v1/inflows/${id}/match`, { kind: 'debt', id: owed }));
      await until(async () => (await read(id)).state === state, state);
    };
    await api.withWorker(async () => {
      await match(six, 'matched');
      expect(await debt()).toMatchObject({ state: 'open', owed: { amount: 40_000 } });
      await match(seven, 'suspense');
      // The sum of what is left, with the number, is beyond doubt.
      expect(done(await bring(csv(row(33, '400.00', `№ ${number} борыш`))))).toMatchObject({ entered: 1, matched: 1 });
      await until(async () => (await debt()).state === 'paid', 'the debt');
    });
    expect([await balance(`receivable/${customer.id}`), await balance(`suspense/${seven}`)]).toEqual([0, 70_000]);
  });

  /**
   * The provider collected 1 000 000 and, by its contract, keeps 2.5 %: 975 000 come. Then it collects as much again and keeps 30 000, which only two persons
   * may accept.
   */
  it('brings what a provider hands over: its fee is an expense, and one that its contract does not say is decided by two', async () => {
    await api.owner.query(CHART);
    await setParameter(api.owner, 'sandboxFeeBasisPoints', 250);
    const collected = { debit: 'provider/sandbox', credit: `owed/${randomUUID()}`, amount: 200_000_000 };
    await writeBooked(api.owner, BOOK, [collected]);
    const held = await balance('provider/sandbox');
    const before = new Set(await inSuspense());
    done(await bring(csv(row(21, '975000.00', 'Возмещение 1'), row(22, '970000.00', 'Возмещение 2'))));
    const came = (await inSuspense()).filter((id) => !before.has(id));
    const inflows = await Promise.all(came.map(read));
    const of = (purpose: string): string => `/v1/inflows/${came[inflows.findIndex((each) => each.purpose === purpose)]}`;
    const settle = (purpose: string, fee: number) => api.as(operator).post<Inflow>(`${of(purpose)}/settle`, { provider: 'sandbox', fee });
    const books = async (): Promise<number[]> => [(await balance('provider/sandbox')) - held, await balance('spent/fees')];

    // More than it holds cannot have come from it, whatever it is said to have kept.
    const tooMuch = -held - 97_500_000 + 1;
    expect((await settle('Возмещение 1', tooMuch)).problem?.rule).toBe('providerHoldsIt');
    expect(done(await settle('Возмещение 1', 2_500_000)).state).toBe('settled');
    expect(await books()).toEqual([100_000_000, -2_500_000]);

    expect(done(await settle('Возмещение 2', 3_000_000))).toMatchObject({
      ...{ state: 'feeInDoubt', settlement: { provider: 'sandbox', fee: { amount: 3_000_000 }, basisPoints: 250 } },
    });
    expect(await books()).toEqual([100_000_000, -2_500_000]);
    expect(await api.rows(`select life from work where duty = 'decideDifference'`)).toHaveLength(1);
    // One of the two proposes, puts the money back and names another fee: the second one's word counts for the fee that was proposed.
    const path = `${of('Возмещение 2')}/accept-difference`;
    const proposal = (await api.as(operator).post<{ id: string; difference: object }>(path, { reasons: 'Its letter' })).body;
    expect(proposal.difference).toMatchObject({ amount: { amount: 3_000_000 } });
    done(await api.as(operator).post(`${of('Возмещение 2')}/reject-difference`, { reasons: 'Mistyped' }));
    expect(done(await settle('Возмещение 2', 2_900_000)).state).toBe('feeInDoubt');
    const decided = (name: string, body: object) => api.as(second).post(`/v1/operator/proposals/${proposal.id}/${name}`, body);
    expect((await decided('confirm', {})).problem?.rule).toBe('differenceIsThat');
    expect((await decided('refuse', { reasons: 'It has changed' })).status).toBe(200);
    done(await api.as(operator).post(`${of('Возмещение 2')}/reject-difference`, { reasons: 'Mistyped again' }));
    expect(done(await settle('Возмещение 2', 3_000_000)).state).toBe('feeInDoubt');
    await agree(api, [operator, second], `${of('Возмещение 2')}/accept-difference`, { reasons: 'Its letter of 1 November' });
    // 2 000 000 less 975 000, 25 000, 970 000 and 30 000: it holds nothing more.
    expect(await books()).toEqual([200_000_000, -5_500_000]);
    const figures = done(await api.as(operator).get<z.output<typeof Finance>>('/v1/operator/finance'));
    expect(figures.providerFees).toMatchObject({ month: { amount: 5_500_000 }, year: { amount: 5_500_000 } });
  });

  it('of another account, or that cannot be read, is refused with what to check; and users bring none', async () => {
    const mt940 = (text: string) => api.as(operator).post('/v1/operator/statements', { format: 'mt940', text }, { key: null });
    expect((await mt940(':25:KZ456010000000000001\n:61:2612011201C1,00NTRFX//1')).problem?.rule).toBe('statementIsOurs');
    expect((await bring('a;b\n1;2')).problem).toMatchObject({ rule: 'statementIsRead', line: 1 });
    expect((await bring(csv(), await api.join(['customer']))).status).not.toBe(200);
  });
});
