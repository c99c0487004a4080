import { createHash, randomUUID } from 'node:crypto';
import { textOfPdf } from '../../testing/texts/pdf-text.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import type { Movement } from '../../testing/worlds/ledger.ts';
import { BOOK, CHART, writeBooked } from '../../testing/worlds/ledger.ts';

let api: Api;
let person: Person;
let other: Person;
let task: string;
beforeAll(async () => {
  api = await openApi({ ownDatabase: true });
  [person, other] = await Promise.all([api.join(['customer', 'contractor']), api.join(['contractor'])]);
  await api.owner.query(CHART);
  task = (await api.as(person).postTask()).id;
  await story();
});
afterAll(() => api.close());

const PROVIDER = 'provider/sandbox';
const TRANSIT = 'in-transit/payouts';
/** At noon of a day of October 2026, in Almaty. Tiyn. */
const book = (day: number, life: string, ...bookings: Movement[]) =>
  writeBooked(
    api.owner,
    BOOK,
    bookings.map((each) => ({ ...each, at: `2026-10-${String(day).padStart(2, '0')}T07:00:00.000Z` })),
    life,
  );
const moves = (code: string, debit: string, credit: string, amount: number, phase: Movement['phase'] = 'single'): Movement => ({
  ...{ code, debit, credit, amount, phase },
});

/** Money for the person's own task, what others' work brought them, a fee, and a payout that is on its way. */
async function story(): Promise<void> {
  const [held, owed, receivable] = [`held/task/${task}`, `owed/${person.id}`, `receivable/${person.id}`];
  await book(1, `payment/${task}/1`, moves('payment-prepaid', PROVIDER, held, 1_000_000));
  await book(5, `payment/${task}/1`, moves('payment-captured', held, `owed/${other.id}`, 600_000));
  const [earned, payout] = [randomUUID(), `payout/${randomUUID()}/1`];
  const there = `held/task/${earned}`;
  await book(
    2,
    `payment/${earned}/1`,
    moves('payment-captured', PROVIDER, there, 300_000),
    moves('payment-captured', there, owed, 300_000),
  );
  await book(20, payout, moves('payout-ordered', owed, TRANSIT, 300_000, 'pending'));
  await book(21, payout, moves('payout-confirmed', owed, TRANSIT, 300_000, 'post'), moves('payout-confirmed', TRANSIT, PROVIDER, 300_000));
  await book(22, payout, moves('payout-returned', PROVIDER, owed, 300_000));
  await book(23, payout, moves('payout-ordered', owed, TRANSIT, 300_000, 'pending'));
  await book(10, `fee/${randomUUID()}`, moves('fee-charged', receivable, 'income/fee', 50_000));
}

interface Shown {
  accounts: {
    kind: string;
    name: string;
    about: string | null;
    balance?: { amount: number };
    coming?: { amount: number };
    going?: { amount: number };
    opening?: { amount: number };
    closing?: { amount: number };
    entries?: { at: string; reason: string; life: string; papers: string; amount: { amount: number }; balance: { amount: number } }[];
  }[];
}
const sums = ({ accounts }: Shown) =>
  accounts.map(({ kind, opening, entries = [], closing }) => [
    kind,
    opening?.amount,
    entries.map(({ amount }) => amount.amount),
    closing?.amount,
  ]);

test('the balance says what is kept, owed and reserved, each as its owner sees it', async () => {
  const { accounts } = (await api.as(person).get<Shown>('/v1/balance')).body;
  expect(accounts.map(({ kind, about, balance, going }) => [kind, about, balance?.amount, going?.amount]).toSorted()).toEqual([
    ['held', `/v1/tasks/${task}`, 400_000, 0],
    ['owed', null, 300_000, 300_000],
    ['receivable', null, 50_000, 0],
  ]);
  const [one] = (await api.as(other).get<Shown>('/v1/balance', { language: 'ru' })).body.accounts;
  expect([one?.name, one?.balance?.amount]).toEqual(['К выплате исполнителю', 600_000]);
});

test('a statement lists the entries of a period between its balances, and periods join', async () => {
  const of = async (from: string, to: string) =>
    sums((await api.as(person).get<Shown>(`/v1/statement?from=2026-${from}&to=2026-${to}`)).body).toSorted();
  expect(await of('10-01', '10-31')).toEqual([
    ['held', 0, [1_000_000, -600_000], 400_000],
    ['owed', 0, [300_000, -300_000, 300_000], 300_000],
    ['receivable', 0, [50_000], 50_000],
  ]);
  expect(await of('10-02', '10-21')).toEqual([
    ['held', 1_000_000, [-600_000], 400_000],
    ['owed', 0, [300_000, -300_000], 0],
    ['receivable', 0, [50_000], 50_000],
  ]);
  expect(await of('10-22', '10-31')).toEqual([
    ['held', 400_000, [], 400_000],
    ['owed', 0, [300_000], 300_000],
    ['receivable', 50_000, [], 50_000],
  ]);
  expect(await of('09-01', '09-30')).toEqual([]);
});

test('an entry leads to what brought it about and to its papers, and says why in the reader’s language', async () => {
  const { accounts } = (await api.as(person).get<Shown>('/v1/statement?from=2026-10-10&to=2026-10-10', { language: 'kk' })).body;
  const [entry] = accounts.find(({ kind }) => kind === 'receivable')?.entries ?? [];
  expect(entry).toMatchObject({ reason: 'Оператордың сыйақысы', amount: { amount: 50_000 }, balance: { amount: 50_000 } });
  for (const href of [entry?.life, entry?.papers]) expect(href).toContain('/v1/');
  expect((await api.as(person).get(`/v1/documents?of=task/${task}`)).status).toBe(200);
});

test('the file has the same in the reader’s language, as a spreadsheet opens it', async () => {
  const { body, headers } = await api.as(person).get<string>('/v1/statement.csv?from=2026-10-05&to=2026-10-21', { language: 'ru' });
  expect(headers.get('content-disposition')).toContain('statement-2026-10-05-2026-10-21.csv');
  const lines = String(body).split('\r\n');
  expect(lines[0]).toBe('\uFEFFСчёт;О чём;Дата;Основание;Изменение, тенге;Остаток, тенге;Событие');
  expect(lines).toContain(`Деньги, удерживаемые по сделке;/v1/tasks/${task};2026-10-05;Остаток на начало;;10000,00;`);
  expect(lines).toContain(
    `Деньги, удерживаемые по сделке;/v1/tasks/${task};2026-10-05;Оплата принятой работы;-6000,00;4000,00;/v1/payments/${task}.1`,
  );
});

test('the paper has the same in Kazakh and Russian, and names the hash of the file of its period', async () => {
  const period = 'from=2026-10-01&to=2026-10-31';
  const { body, headers } = await api.as(person).get<string>(`/v1/statement.pdf?${period}`);
  expect(headers.get('content-disposition')).toContain('statement-2026-10-01-2026-10-31.pdf');
  const text = (await textOfPdf(Buffer.from(body, 'latin1'))).replaceAll('\u00a0', ' ');
  const { body: file } = await api.as(person).get<string>(`/v1/statement.csv?${period}`, { language: 'ru' });
  for (const part of [
    'Остаток на начало',
    'Кезең соңындағы қалдық',
    '10 000,00',
    '-6 000,00',
    '4 000,00',
    '500,00',
    createHash('sha256').update(file).digest('hex'),
  ])
    expect(text).toContain(part);
  const { number } = (await api.as(person).get<{ number: string }>(`/v1/tasks/${task}`)).body;
  expect(text).toContain(`Задание № ${number}`);
  // Of another account it has nothing.
  const { body: theirs } = await api.as(other).get<string>(`/v1/statement.pdf?${period}`);
  expect(await textOfPdf(Buffer.from(theirs, 'latin1'))).not.toContain('4 000,00');
});

test.each(['from=2026-10-02&to=2026-10-01', 'from=2026-01-01&to=2027-01-02', 'from=1', 'to=2026-02-30', 'from=0001-01-01&to=0001-02-01'])(
  'a period that is none is refused: %s',
  async (period) => {
    expect((await api.as(person).get(`/v1/statement?${period}`)).problem?.code).toBe('invalid-input');
  },
);

test('a statement of many entries comes page by page, none twice and none left out', async () => {
  const rich = await api.join(['contractor']);
  for (let n = 0; n < 3; n++)
    await book(
      3,
      `payment/${randomUUID()}/1`,
      ...Array.from({ length: 400 }, () => moves('payment-captured', PROVIDER, `owed/${rich.id}`, 1)),
    );
  const [, , amounts] = sums((await api.as(rich).get<Shown>('/v1/statement?from=2026-10-01&to=2026-10-31')).body)[0] ?? [];
  expect(amounts).toHaveLength(1_200);
  // A paper of so many is refused, with what to do instead.
  const { problem } = await api.as(rich).get('/v1/statement.pdf?from=2026-10-01&to=2026-10-31', { language: 'ru' });
  expect([problem?.status, problem?.code, problem?.title]).toEqual([
    422,
    'statement-too-long',
    expect.stringContaining('/v1/statement.csv'),
  ]);
});
