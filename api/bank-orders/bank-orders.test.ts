/** Payouts by the operator's bank (5.2), over HTTP: the queue, the order of two persons, its file, and the bank's statement. Sums in comments are tenge. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { createChild } from '../../testing/lives/creations.ts';
import { bookOwed } from '../../testing/lives/owed.ts';
import { askCode } from '../../testing/people/logins.ts';
import { agree } from '../../testing/people/proposals.ts';
import type { Newcomer } from '../../testing/people/registration.ts';
import { does, done, settle } from '../../testing/people/registration.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import { OPERATOR } from '../../testing/texts/operator.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { BOOK, CHART, writeBooked } from '../../testing/worlds/ledger.ts';
import { until } from '../../testing/worlds/world.ts';
import type { Imported } from '../inflows/schema.ts';
import type { OwnPayoutDetails } from '../payout-details/schema.ts';
import type { BankOrderFacts, OrderFile } from './schema.ts';

type Order = z.output<typeof BankOrderFacts> & { id: string; state: string };
type File = z.output<typeof OrderFile>;
interface Payout {
  state: string;
  paidBy: string | null;
  order: string | null;
  fault: { reason: string } | null;
}

const bank = OPERATOR.bank as NonNullable<typeof OPERATOR.bank>;
/** What whoever settles in has named. */
const IBAN = 'KZ35000EXAMPLE000000';
const OTHER = { iban: 'KZ86125KZT5004100100', bic: 'KSNVKZKA' };
const SUM = 1_000_000;

let api: Api;
let one: Person;
let other: Person;
const over = Promise.withResolvers<void>();
let work: Promise<void>;
beforeAll(async () => {
  api = await openApi({
    ownDatabase: true,
    settings: {
      ...{ PAYMENTS_PROVIDER: 'tiptoppay', TIPTOPPAY_PUBLIC_ID: 'terminal', TIPTOPPAY_API_SECRET: 'secret' },
      ...{ OPERATOR_BANK: bank.name, OPERATOR_BIK: bank.bik, OPERATOR_IBAN: bank.iban },
      ...{ OPERATOR_KBE: bank.beneficiaryCode, OPERATOR_KNP: bank.purposeCode },
    },
  });
  work = api.withWorker(() => over.promise);
  [one, other] = await Promise.all([api.join(['operator']), api.join(['operator'])]);
  await setParameter(api.owner, 'payoutDetailsFirstHours', 0);
});
afterAll(async () => {
  over.resolve();
  await work;
  await api.close();
});

const balance = async (account: string): Promise<number> =>
  Number((await api.rows<{ sum: string }>('select balance($1) as sum', account))[0]?.sum);

type Payee = Newcomer & { account: { id: string; name: string }; identifier: string };
/** A self-employed contractor who has named an account at a bank. */
async function payee(): Promise<Payee> {
  const { person, account } = await settle(api);
  await does(api, person, account as never, 'declare-tax-status', { status: 'selfEmployed', evidence: 'Receipt 17' });
  await does(api, one, account as never, 'confirm-tax-status');
  await bookOwed(api, account.id);
  // Its payouts hear of the details that it has just named. One that waits already would leave the queue and come back.
  const open = () => api.rows('select from effect where life = $1 and open', `account/${account.id}`);
  await until(async () => (await open()).length === 0, 'the payouts to know the details');
  return { ...person, account } as unknown as Payee;
}
const names = async (person: Newcomer, to: object): Promise<unknown> =>
  done(
    await api.as(person).put<z.output<typeof OwnPayoutDetails>>('/v1/accounts/me/payout-details', {
      to,
      proof: await askCode(api, person.number, 'payout'),
    }),
  );

/** Orders a payout, as a task does. It comes to wait for the bank. */
async function queued(to: Payee, amount = SUM): Promise<string> {
  const id = randomUUID();
  const parent = `errand/${id}`;
  await api.say(parent, 'post', 'customer', to.account.id, { id });
  const input = { parent, contractor: to.account.id, amount: String(amount), income: String(amount) };
  await createChild(api, parent, { child: `payout/${id}/1`, type: 'ask', by: 'platform', input });
  await becomes(`${id}.1`, 'queued');
  return `${id}.1`;
}
const see = async (payout: string): Promise<Payout> => done(await api.as(one).get<Payout>(`/v1/payouts/${payout}`));
const becomes = (payout: string, state: string): Promise<Payout> =>
  until(async () => {
    const seen = await see(payout);
    return seen.state === state && seen;
  }, `${payout} to be ${state}`).catch(async (error) => {
    throw new Error(`${error.message}: ${JSON.stringify(await see(payout))}`);
  }) as Promise<Payout>;

const make = (by = one, key?: string) => api.as(by).post<Order>('/v1/bank-orders', {}, key === undefined ? {} : { key });
const order = async (id: string): Promise<Order> => done(await api.as(one).get<Order>(`/v1/bank-orders/${id}`));
const orderBecomes = (id: string, state: string): Promise<Order> =>
  until(async () => {
    const seen = await order(id);
    return seen.state === state && seen;
  }, `${id} to be ${state}`) as Promise<Order>;
/** An order of everything that waits, ready to be released. */
const ready = async (): Promise<Order> => orderBecomes(done(await make()).id, 'ready');
const release = (id: string, by = other) => api.as(by).post<Order>(`/v1/bank-orders/${id}/release`, {});
async function released(): Promise<Order> {
  const { id } = await ready();
  done(await release(id));
  return orderBecomes(id, 'released');
}
const file = (id: string, by = one) => api.as(by).get<File>(`/v1/bank-orders/${id}/file`);

const HEAD = 'Дата;№ документа;Приход;Расход;Контрагент;ИИН/БИН контрагента;Детали платежа';
const today = new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10);
let entries = 0;
const came = (amount: string, purpose: string): string => `${today};${++entries};${amount};;Банк;;${purpose}`;
const went = (amount: string, purpose: string): string => `${today};${++entries};;${amount};Получатель;;${purpose}`;
const bring = async (rows: string[], by = one): Promise<z.output<typeof Imported>> =>
  done(
    await api
      .as(by)
      .post<z.output<typeof Imported>>('/v1/operator/statements', { format: 'csv', text: [HEAD, ...rows].join('\n') }, { key: null }),
  );
const waitingOn = async (duty: string): Promise<string[]> =>
  (await api.rows<{ life: string }>('select life from work where duty = $1 order by life', duty)).map(({ life }) => life);

describe('a payout to an account at a bank where the provider pays to cards alone', () => {
  it('waits for an order, and none is made before the money is at the bank', async () => {
    const to = await payee();
    expect((await make()).problem?.rule).toBe('payoutsWait');
    const payout = await queued(to);
    expect(await see(payout)).toMatchObject({ paidBy: bank.name, order: null });
    expect((await make()).problem?.rule).toBe('moneyIsAtBank');
    await api.owner.query(CHART);
    await writeBooked(api.owner, BOOK, [{ debit: 'provider/tiptoppay', credit: `owed/${randomUUID()}`, amount: 500_000_000 }]);
    const before = await balance('provider/tiptoppay');
    await bring([came('5000000.00', 'Расчёты по эквайрингу')]);
    done(await make());
    const [settlement] = await waitingOn('matchInflow');
    const settled = `/v1/inflows/${settlement?.split('/')[1]}`;
    done(await api.as(one).post(`${settled}/settle`, { provider: 'tiptoppay', fee: 0 }));
    await agree(api, [one, other], `${settled}/accept-difference`, { reasons: 'Its contract is not in the parameters' });
    expect((await balance('provider/tiptoppay')) - before).toBe(500_000_000);
    const [made] = done(await api.as(one).get<{ items: Order[] }>('/v1/bank-orders')).items;
    const { lines, count, total } = await orderBecomes(made?.id ?? '', 'ready');
    // 4 % of 10 000 are withheld.
    expect({ lines, count, total }).toMatchObject({
      lines: [{ payout, state: 'listed', nth: null }],
      count: 1,
      total: { amount: 960_000 },
    });
    done(await api.as(one).post(`/v1/bank-orders/${made?.id}/dissolve`, {}));
    await orderBecomes(made?.id ?? '', 'dissolved');
    await becomes(payout, 'queued');
    expect((await file(made?.id ?? '')).problem?.rule).toBe('orderIsReleased');
    const again = done(await make());
    await orderBecomes(again.id, 'ready');
    done(await release(again.id));
    await orderBecomes(again.id, 'released');
  });

  it('goes out by two persons with a number without holes, once, in a file that only the finance read', async () => {
    const to = await payee();
    const payout = await queued(to);
    const made = done(await make(one, 'the-same-key'));
    expect(done(await make(one, 'the-same-key')).id).toBe(made.id);
    await orderBecomes(made.id, 'ready');
    expect((await release(made.id, one)).problem?.rule).toBe('releasedByAnother');
    done(await release(made.id));
    const sent = await orderBecomes(made.id, 'released');
    expect((await release(made.id)).status).toBe(409);
    expect(sent).toMatchObject({
      paperNumber: `${today.slice(0, 4)}-2`,
      count: 1,
      total: { amount: 960_000 },
      lines: [{ nth: 1, payout }],
    });
    expect(await see(payout)).toMatchObject({ state: 'atBank', order: made.id });

    const { csv, register, ...rest } = done(await file(made.id));
    expect(rest).toMatchObject({ number: sent.paperNumber, count: 1, total: { amount: 960_000 }, items: [{ contractor: to.account.id }] });
    expect(csv.split('\r\n')[1]).toContain(`1;${IBAN};EXAMKZKA;`);
    expect(csv.split('\r\n')[1]).toContain(`;9600.00;859;19;Выплата по PP-${sent.paperNumber}/1 `);
    expect(csv.split('\r\n')[2]).toBe('Итого;;;;1;9600.00;;;');
    expect(register).toContain(`:59:${IBAN}`);
    expect((await file(made.id, to)).status).toBe(404);
    const { items } = done(await api.as(to).get<{ items: { operation: string }[] }>('/v1/accounts/me/readings'));
    expect(items.map(({ operation }) => operation)).toContain('readBankOrderFile');
  });

  it('leaves the order if its payee names other details before the release', async () => {
    const [steady, changing] = [await payee(), await payee()];
    const [stays, leaves] = [await queued(steady), await queued(changing)];
    const { id } = await ready();
    await names(changing, OTHER);
    await becomes(leaves, 'queued');
    done(await release(id));
    expect(await orderBecomes(id, 'released')).toMatchObject({ asked: 2, count: 1, lines: [{ payout: stays }] });
    expect(done(await file(id)).csv).not.toContain(OTHER.iban);
    await becomes(leaves, 'queued');
    const next = await released();
    expect(next.lines).toMatchObject([{ payout: leaves }]);
    // The other account does not count yet: the money goes where it was proved and waited for.
    expect(done(await file(next.id)).csv).toContain(IBAN);
  });

  it('is confirmed by the statement alone, with its own sum, however often and by whomever that is imported', async () => {
    const payouts = [await queued(await payee()), await queued(await payee())] as const;
    const { lines, paperNumber } = await released();
    const nthOf = (payout: string) => lines.find((line) => line.payout === payout)?.nth;
    const bankBefore = await balance('bank/operator');
    const wrong = went('9700.00', `Выплата по PP-${paperNumber}/${nthOf(payouts[0])}`);
    const right = went('9600.00', `Выплата по ПП-${paperNumber}/${nthOf(payouts[0])}`);
    expect(await bring([wrong])).toMatchObject({ went: 1, entered: 1, matched: 0 });
    const answers = await Promise.all([bring([right]), bring([wrong, right], other)]);
    expect(answers.reduce((sum, { matched }) => sum + matched, 0)).toBe(1);
    await becomes(payouts[0], 'confirmed');
    expect(await bring([wrong, right])).toMatchObject({ entered: 0, matched: 0 });
    expect((await balance('bank/operator')) - bankBefore).toBe(970_000 + 960_000);
    expect((await see(payouts[1])).state).toBe('atBank');

    // Of a wrong sum nothing is confirmed, whoever says so.
    const [unknown] = await waitingOn('matchOutflow');
    const id = unknown?.split('/')[1] ?? '';
    expect(done(await api.as(one).get<{ candidates: object[] }>(`/v1/outflows/${id}`)).candidates).toEqual([]);
    done(await api.as(one).post(`/v1/outflows/${id}/match`, { kind: 'payout', id: payouts[1] }));
    await until(async () => (await waitingOn('matchOutflow')).length === 1, 'the answer');
    expect((await see(payouts[1])).state).toBe('atBank');
    expect(await balance(`outgoing/${id}`)).toBe(-970_000);
    await agree(api, [one, other], `/v1/outflows/${id}/set-aside`, { reasons: 'A fee of the bank' });
    expect([await balance(`outgoing/${id}`), await balance('spent/own')]).toEqual([0, -970_000]);
  });

  it('of an order that the bank debits as one sum is confirmed with all others of it', async () => {
    const payouts = [await queued(await payee()), await queued(await payee(), 2 * SUM)];
    const { paperNumber } = await released();
    expect(await bring([went('28800.00', `Реестр PP-${paperNumber}`)])).toMatchObject({ matched: 1 });
    for (const payout of payouts) await becomes(payout, 'confirmed');
  });

  it('that comes back is owed again, and asks for other details', async () => {
    const to = await payee();
    const payout = await queued(to);
    const { paperNumber } = await released();
    const owed = await balance(`owed/${to.account.id}`);
    expect(
      await bring([came('9600.00', `Возврат PP-${paperNumber}/1: счёт закрыт`), went('9600.00', `Выплата по PP-${paperNumber}/1`)]),
    ).toMatchObject({
      matched: 2,
    });
    const back = await becomes(payout, 'returned');
    expect(back.fault?.reason).toBe('account-closed');
    expect(await balance(`owed/${to.account.id}`)).toBe(owed);
    await until(
      async () =>
        (await api.rows<{ template: string }>(`select template from notice where account = $1`, to.account.id)).some(({ template }) =>
          template.endsWith('payout-other-details'),
        ),
      'the letter',
    );
  });

  it('that comes back without what a bank kept is owed again in full once two persons accept the difference', async () => {
    const to = await payee();
    const payout = await queued(to);
    const { paperNumber } = await released();
    await bring([went('9600.00', `Выплата по PP-${paperNumber}/1`)]);
    await becomes(payout, 'confirmed');
    const before = new Set(await waitingOn('matchInflow'));
    // 100 of the 9 600 are kept by the bank; another entry brings 100 too much.
    await bring([came('9500.00', `Возврат PP-${paperNumber}/1 за вычетом комиссии`), came('9700.00', `Возврат PP-${paperNumber}/1`)]);
    const waiting = (await waitingOn('matchInflow')).filter((life) => !before.has(life));
    const inflows = await Promise.all(
      waiting.map(async (life) => {
        const path = `/v1/inflows/${life.split('/')[1]}`;
        return { path, ...done(await api.as(one).get<{ amount: { amount: number } }>(path)) };
      }),
    );
    const of = (tiyn: number): string => inflows.find(({ amount }) => amount.amount === tiyn)?.path ?? '';
    const [less, more] = [of(950_000), of(970_000)];
    const inflowBecomes = (path: string, state: string) =>
      until(async () => {
        const seen = done(await api.as(one).get<{ state: string; short: { amount: number } | null }>(path));
        return seen.state === state && seen;
      }, `${path} to be ${state}`);
    const take = async (path: string) => done(await api.as(one).post(`${path}/take-return`, { payout, reason: 'account-closed' }));
    const [owed, fees] = [await balance(`owed/${to.account.id}`), await balance('spent/fees')];

    await take(more);
    await inflowBecomes(more, 'suspense');
    await take(less);
    expect(await inflowBecomes(less, 'returnInDoubt')).toMatchObject({ short: { amount: 10_000 } });
    done(await api.as(one).post(`${less}/reject-difference`, { reasons: 'It may be another payout' }));
    await take(less);
    await inflowBecomes(less, 'returnInDoubt');
    expect(await waitingOn('decideDifference')).toEqual([`inflow/${less.split('/').at(-1)}`]);
    await agree(api, [one, other], `${less}/accept-difference`, { reasons: 'The bank takes 100 for a return' });
    await inflowBecomes(less, 'matched');
    expect((await becomes(payout, 'returned')).fault?.reason).toBe('account-closed');
    // 10 000 are owed again: what came, what the bank kept, and what was withheld.
    expect([(await balance(`owed/${to.account.id}`)) - owed, (await balance('spent/fees')) - fees]).toEqual([1_000_000, -10_000]);
    expect(await balance(`suspense/${less.split('/').at(-1)}`)).toBe(0);
  });

  it('that the bank did not take is reported by two persons, and goes out again', async () => {
    const payout = await queued(await payee());
    await released();
    await agree(api, [one, other], `/v1/payouts/${payout}/report-refused`, {
      reason: 'bank',
      reasons: 'The bank has sent the register back',
    });
    await becomes(payout, 'refused');
    done(await api.as(one).post(`/v1/payouts/${payout}/try-again`, {}));
    await becomes(payout, 'queued');
    await released();
    await becomes(payout, 'atBank');
  });

  it('is not taken for what the finance had recorded: one entry stands for one record', async () => {
    await bring([came('77.00', 'ошибочно')]);
    const [inflow] = await waitingOn('matchInflow');
    const id = inflow?.split('/')[1] ?? '';
    await agree(api, [one, other], `/v1/inflows/${id}/send-back`, { reasons: 'Sent by mistake' });
    const before = await balance('bank/operator');
    await bring([went('77.00', 'возврат'), went('77.00', 'возврат ещё раз')]);
    const [first = '', second = ''] = (await waitingOn('matchOutflow')).map((life) => life.split('/')[1] ?? '');
    const match = (outflow: string) => api.as(one).post(`/v1/outflows/${outflow}/match`, { kind: 'inflow', id });
    done(await match(first));
    await until(
      async () => (await api.rows<{ state: string }>('select state from life where id = $1', `outflow/${first}`))[0]?.state === 'matched',
      'the first',
    );
    done(await match(second));
    await until(async () => (await waitingOn('matchOutflow')).includes(`outflow/${second}`), 'the second');
    // The first is what was recorded; the second is money that left and that nobody knows.
    expect([(await balance('bank/operator')) - before, await balance(`outgoing/${first}`), await balance(`outgoing/${second}`)]).toEqual([
      ...[7_700, 0, -7_700],
    ]);
  });
});
