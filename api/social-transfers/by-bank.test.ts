/** The social payments of a month through the operator's bank (3.4): the file, the statement, and what comes back. Sums in comments are tenge. */
import type { z } from 'zod';
import { collectSocialPayments } from '../../activities/collect-social-payments.ts';
import parameters from '../../models/reference/parameters.json' with { type: 'json' };
import { checkLedger } from '../../models/stores/ledger-check.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { collectedFrom } from '../../rules/social-transfer.ts';
import { COMPONENTS } from '../../rules/withholding.ts';
import { addCalendarDays, endOfDay } from '../../rules/working-days.ts';
import { paidOut, taxedAs } from '../../testing/lives/paid-out.ts';
import { done } from '../../testing/people/registration.ts';
import type { Sandbox } from '../../testing/stand-ins/payments.ts';
import { openSandbox } from '../../testing/stand-ins/payments.ts';
import { OPERATOR } from '../../testing/texts/operator.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { Imported } from '../inflows/schema.ts';
import type { SocialTransferFacts, TransferFile } from './schema.ts';

const bank = OPERATOR.bank as NonNullable<typeof OPERATOR.bank>;
const STATE = '160440007161';

let sandbox: Sandbox;
let api: Api;
let customer: Person;
let staff: Person;
let one: Person;
let other: Person;
const over = Promise.withResolvers<void>();
let work: Promise<void>;

const today = todayInAlmaty();
const month = today.slice(0, 7);
const TRANSFER = `social-transfer/${month}`;

/** 12 345 bear 123 of each component, 180 000 bear 1 800: 1 923 in each order, 7 692 in all. */
beforeAll(async () => {
  sandbox = await openSandbox();
  api = await openApi({
    ownDatabase: true,
    ownNamespace: true,
    settings: {
      ...sandbox.settings,
      ...{ OPERATOR_BANK: bank.name, OPERATOR_BIK: bank.bik, OPERATOR_IBAN: bank.iban },
      ...{ OPERATOR_KBE: bank.beneficiaryCode, OPERATOR_KNP: bank.purposeCode },
    },
  });
  [customer, staff] = await Promise.all([api.join(['customer']), api.join(['operator'])]);
  await api.owner.query(`
    update parameter set value = '1' where code = 'unprovedTaxStatusWaits';
    update parameter set valid_to = null where code in ('mrpTiyn', 'mzpTiyn')`);
  work = api.withWorker(() => over.promise);
  one = await taxedAs(api, staff, 'selfEmployed');
  other = await taxedAs(api, staff, 'selfEmployed');
  await paidOut(api, { contractor: one, payer: customer, tenge: 12_345 });
  await paidOut(api, { contractor: other, payer: customer, tenge: 180_000 });
  const collectable = new Date(endOfDay(addCalendarDays(collectedFrom(month, parameters), -1)));
  expect(await collectSocialPayments(api.worker.lives, api.worker.dispatch, collectable)).toEqual([TRANSFER]);
});
afterAll(async () => {
  over.resolve();
  await work;
  await api.close();
  await sandbox.close();
});

type Transfer = z.output<typeof SocialTransferFacts> & { state: string };
type File = z.output<typeof TransferFile>;
const path = `/v1/social-transfers/${month}`;
const tenge = (amount: number) => ({ amount: amount * 100, currency: 'KZT' });
const read = async (): Promise<Transfer> => done(await api.as(staff).get<Transfer>(path));
const file = (by = staff) => api.as(by).get<File>(`${path}/file`);
const paid = async (): Promise<string[]> => (await read()).orders.flatMap(({ component, paid: by }) => (by === null ? [] : [component]));
const balance = async (code: string): Promise<number> =>
  Number((await api.rows<{ sum: string }>('select balance($1) as sum', code))[0]?.sum) / 100;
const social = (): Promise<number[]> => Promise.all(COMPONENTS.map((component) => balance(`social/${component}`)));

const HEAD = 'Дата;№ документа;Приход;Расход;Контрагент;ИИН/БИН контрагента;Детали платежа';
const went = (nth: number, sum: number, purpose: string, bin = STATE): string => `${today};${nth};;${sum}.00;Получатель;${bin};${purpose}`;
const came = (nth: number, sum: number, purpose: string): string => `${today};${nth};${sum}.00;;Банк;;${purpose}`;
const bring = async (...rows: string[]): Promise<z.output<typeof Imported>> => {
  const body = { format: 'csv', text: [HEAD, ...rows].join('\n') };
  return done(await api.as(staff).post<z.output<typeof Imported>>('/v1/operator/statements', body, { key: null }));
};
const waitingOn = async (duty: string): Promise<string[]> =>
  (await api.rows<{ life: string }>('select life from work where duty = $1 order by since, life', duty)).map(({ life }) => life);
const stateOf = async (life: string): Promise<string | undefined> =>
  (await api.rows<{ state: string }>('select state from life where id = $1', life))[0]?.state;
/** The entry with this purpose, once nobody applies it any more. */
async function entry(kind: 'outflow' | 'inflow', purpose: string): Promise<string> {
  const lives = (await api.rows<{ id: string }>('select id from life where kind = $1', kind)).map(({ id }) => id.split('/')[1] ?? '');
  for (const id of lives) {
    const seen = done(await api.as(staff).get<{ purpose: string }>(`/v1/${kind}s/${id}`));
    if (seen.purpose !== purpose) continue;
    await until(async () => (await stateOf(`${kind}/${id}`)) !== 'matching', `${kind}/${id} to be applied or not`);
    return id;
  }
  throw new Error(`no ${kind} is for ${purpose}`);
}
const says = (kind: 'outflow' | 'inflow', id: string, command: string, body: object) =>
  api.as(staff).post(`/v1/${kind}s/${id}/${command}`, body);
/** It may be matched, and whoever does so learns what became of it. */
async function answered(kind: 'outflow' | 'inflow', id: string, command: string, body: object): Promise<string | undefined> {
  done(await says(kind, id, command, body));
  await until(async () => (await stateOf(`${kind}/${id}`)) !== 'matching', `${kind}/${id} to be answered`);
  return stateOf(`${kind}/${id}`);
}

test('the file has an order to the State corporation for each component, with its persons, and only the finance get it', async () => {
  const seen = await read();
  expect(seen.links).toEqual({ register: `${path}/register`, file: `${path}/file` });
  expect(seen.orders.map(({ paperNumber, code }) => [paperNumber, code])).toEqual([
    [`SP-${month}/1`, '010'],
    [`SP-${month}/2`, '089'],
    [`SP-${month}/3`, '012'],
    [`SP-${month}/4`, '122'],
  ]);
  const given = done(await file());
  expect([given.on, given.total, given.items.length]).toEqual([today, tenge(7_692), 8]);
  expect(given.orders.map(({ component, count, total }) => [component, count, total])).toEqual(
    COMPONENTS.map((component) => [component, 2, tenge(1_923)]),
  );
  const iins = [...new Set(given.items.map(({ iin }) => iin))];
  const [opv, , so] = given.orders.map(({ message }) => message.split('\r\n'));
  expect(opv).toEqual(
    expect.arrayContaining([
      ...[`:50:/D/${bank.iban}`, ':59:KZ12009NPS0413609816', '/IDN/160440007161', '/KNP/010', ':32B:KZT123,00', ':32B:KZT1800,00'],
      ...iins.map((iin) => `/IDN/${iin}`),
      `/PERIOD/${month.slice(5)}${month.slice(0, 4)}`,
      `:32A:${today.slice(2).replaceAll('-', '')}KZT1923,00`,
    ]),
  );
  expect(so).toContain(':59:KZ67009SS00368609110');
  expect(given.csv.trimEnd().split('\r\n').at(-1)).toBe('Итого;;;;4;7692.00;;;');

  expect((await file(customer)).status).toBe(404);
  const { items } = done(await api.as(one).get<{ items: { operation: string }[] }>('/v1/accounts/me/readings'));
  expect(items.map(({ operation }) => operation)).toContain('readSocialTransferFile');
});

test('the statement pays a component by number, sum and payee, once however often it is imported; the rest is work', async () => {
  const right = went(1, 1_923, `SP-${month}/1 Обязательные пенсионные взносы`);
  const wrongSum = went(2, 1_924, `SP-${month}/3 Социальные отчисления`);
  const wrongPayee = went(3, 1_923, `SP-${month}/4 Взносы`, '190540012345');
  const answers = await Promise.all([bring(right, wrongSum), bring(right, wrongSum, wrongPayee)]);
  expect(answers.reduce((sum, { matched }) => sum + matched, 0)).toBe(1);
  await until(async () => (await paid()).length === 1, 'the pension contributions to be paid');
  expect(await bring(right, wrongSum, wrongPayee)).toMatchObject({ entries: 3, entered: 0, matched: 0 });
  // The bank may also pay an order twice: what nobody owes waits for a person.
  await bring(went(4, 1_923, `SP-${month}/1 повторно`));
  expect([await social(), await balance('bank/operator')]).toEqual([[0, 1_923, 1_923, 1_923], 1_923 + 1_924 + 1_923 + 1_923]);
  expect(await waitingOn('matchOutflow')).toHaveLength(3);
  const [opv] = (await read()).orders;
  expect(opv?.paid).toEqual({
    order: `SP-${month}/1`,
    on: today,
    outflow: await entry('outflow', `SP-${month}/1 Обязательные пенсионные взносы`),
  });

  const ofSum = await entry('outflow', `SP-${month}/3 Социальные отчисления`);
  expect(await answered('outflow', ofSum, 'match', { kind: 'social-transfer', id: month, component: 'so' })).toBe('suspense');
  expect([await balance(`outgoing/${ofSum}`), await balance('social/so')]).toEqual([-1_924, 1_923]);
  const ofPayee = await entry('outflow', `SP-${month}/4 Взносы`);
  const { candidates } = done(await api.as(staff).get<{ candidates: object[] }>(`/v1/outflows/${ofPayee}`));
  expect(candidates).toContainEqual({ kind: 'social-transfer', id: month, component: 'vosms', because: ['number', 'sum'] });
  // A person has asked the bank, and says that it was paid all the same.
  expect(await answered('outflow', ofPayee, 'match', { kind: 'social-transfer', id: month, component: 'vosms' })).toBe('matched');
  expect(await social()).toEqual([0, 1_923, 1_923, 0]);
});

test('what the finance recorded by hand is not paid again by the statement, and the rest ends the transfer', async () => {
  done(await api.as(staff).post(`${path}/record-paid`, { component: 'opvr', order: '17', on: today }));
  const before = await balance('bank/operator');
  // Its own number names what was paid by another order of the bank.
  expect(await bring(went(5, 1_923, `SP-${month}/2 ОПВР`))).toMatchObject({ matched: 0 });
  const left = await entry('outflow', `SP-${month}/2 ОПВР`);
  expect(await answered('outflow', left, 'match', { kind: 'social-transfer', id: month, component: 'opvr' })).toBe('matched');
  expect([await balance('bank/operator'), await balance('social/opvr')]).toEqual([before, 0]);

  await bring(went(6, 1_923, `СП-${month}/3`));
  await until(async () => (await stateOf(TRANSFER)) === 'paid', 'all to be paid');
  expect([await social(), (await read()).links.file, (await file()).problem?.rule]).toEqual([[0, 0, 0, 0], null, 'transferIsUnpaid']);
  expect(await checkLedger(api.lives.database)).toEqual([]);
});

test('an order that the bank sends back is to be paid again, with the reason, and is paid by its next entry', async () => {
  const back = came(7, 1_923, `Возврат SP-${month}/1: ИИК не найден`);
  expect(await bring(back)).toMatchObject({ matched: 1 });
  await until(async () => (await stateOf(TRANSFER)) === 'due', 'the transfer to be due again');
  expect(await bring(back)).toMatchObject({ entered: 0 });
  const seen = await read();
  expect([seen.rest, await social()]).toEqual([tenge(1_923), [1_923, 0, 0, 0]]);
  expect(seen.sentBack).toEqual([
    {
      ...{ component: 'opv', amount: tenge(1_923), on: today, reason: 'account-unknown', words: expect.stringContaining('socialPayee') },
      inflow: await entry('inflow', `Возврат SP-${month}/1: ИИК не найден`),
    },
  ]);
  const { items } = done(await api.as(staff).get<{ items: { template: string }[] }>(`${path}/notices`));
  expect(items.map(({ template }) => template)).toContain('transfer-returned');
  expect(await waitingOn('transferSocial')).toEqual([TRANSFER]);
  expect(done(await file()).orders.map(({ component }) => component)).toEqual(['opv']);

  // Sent and sent back again by one statement: what went out counts first.
  await bring(came(9, 1_923, `Возврат SP-${month}/1: счёт закрыт`), went(8, 1_923, `SP-${month}/1 снова`));
  await until(async () => (await read()).sentBack.length === 2, 'the second return');
  expect([await stateOf(TRANSFER), await social()]).toEqual(['due', [1_923, 0, 0, 0]]);
  await bring(went(10, 1_923, `SP-${month}/1 в третий раз`));
  await until(async () => (await stateOf(TRANSFER)) === 'paid', 'all to be paid again');
  expect(await social()).toEqual([0, 0, 0, 0]);
});

test('of another sum nothing comes back by itself; a person takes the line of a contractor, and no more than it has', async () => {
  expect(await bring(came(11, 123, `Возврат SP-${month}/3`), came(12, 124, 'Возврат'))).toMatchObject({ matched: 0 });
  const [line, tooMuch] = [await entry('inflow', `Возврат SP-${month}/3`), await entry('inflow', 'Возврат')];
  const of = { transfer: month, component: 'so', reason: 'bank' };
  expect(await answered('inflow', line, 'take-transfer-return', of)).toBe('suspense');
  expect((await says('inflow', tooMuch, 'take-transfer-return', { ...of, contractor: one.id })).problem?.rule).toBe('standsInRegister');
  expect(await answered('inflow', line, 'take-transfer-return', { ...of, contractor: one.id })).toBe('matched');
  expect((await says('inflow', tooMuch, 'take-transfer-return', { ...of, contractor: one.id })).problem?.rule).toBe('standsInRegister');
  expect((await read()).returned).toEqual([
    { component: 'so', contractor: one.id, amount: tenge(123), order: `SP-${month}/3`, on: today, inflow: line },
  ]);
  // It is owed to the State again, by the next register.
  expect([await stateOf(TRANSFER), await social()]).toEqual(['paid', [0, 0, 123, 0]]);
  expect(await checkLedger(api.lives.database)).toEqual([]);
});
