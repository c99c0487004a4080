/** What every provider promises to the platform, whichever it is: the same promises and faults for each adapter. */
import { randomUUID } from 'node:crypto';
import type { Recipient } from '../../rules/payout-details.ts';
import type { Sandbox } from '../../testing/stand-ins/payments.ts';
import { openSandbox } from '../../testing/stand-ins/payments.ts';
import type { TipTopPay } from '../../testing/stand-ins/tiptoppay.ts';
import { openTipTopPay } from '../../testing/stand-ins/tiptoppay.ts';
import { openProviders } from './open.ts';
import type { Payments } from './port.ts';
import { Refused } from './port.ts';

/** 15 000 tenge and 1 tiyn: a sum that is no whole number of tenge. */
const AMOUNT = 1_500_001n;

let sandbox: Sandbox;
let tipTopPay: TipTopPay;
let providers: ReturnType<typeof openProviders>;
beforeAll(async () => {
  [sandbox, tipTopPay] = await Promise.all([openSandbox(), openTipTopPay()]);
  const settings = {
    PAYMENTS_PROVIDER: 'sandbox',
    PAYMENTS_HOOK_SECONDS: 300,
    NODE_ENV: 'test',
    PUBLIC_URL: 'http://127.0.0.1:1',
  } as const;
  providers = openProviders({ ...settings, ...sandbox.settings, ...tipTopPay.settings });
});
afterAll(() => Promise.all([sandbox.close(), tipTopPay.close()]));

type Fault = 'answer-lost' | 'down' | 'refused' | 'payout-refused' | 'payout-account-closed' | 'payout-slow';

/** How a provider is played with. */
interface Play {
  pay(page: string): Promise<unknown>;
  trouble(id: string, fault: Fault, times?: number): Promise<unknown>;
  /** The bank drops the hold, or takes this sum back. */
  lapse(id: string): Promise<unknown>;
  takeBack(id: string, amount: number): Promise<unknown>;
  /** What became of the sums of an id: what the provider has of a payment or gave for a payout. */
  moved(id: string): Promise<{ payments: number; refunds: number[]; payouts: number[] }>;
}
const PLAYS: Record<string, () => Play> = {
  sandbox: () => ({
    pay: (page) => sandbox.onPage(page, 'approve'),
    trouble: (id, fault, times) => sandbox.trouble(id, fault, times),
    lapse: (id) => sandbox.become(id, 'cancelled'),
    takeBack: (id, amount) => sandbox.become(id, 'takenBack', amount),
    async moved(id) {
      const book = (await sandbox.book(id.split('/').slice(0, -2).join('/'))).filter((each) => each.id === id);
      return {
        payments: book.filter((each) => each.kind === 'payment' && each.status !== 'waiting').length,
        refunds: book.flatMap((each) => (each.kind === 'payment' ? Object.values(each.refunds) : [])),
        payouts: book.flatMap((each) => (each.kind === 'payout' && each.status === 'confirmed' ? [each.amount] : [])),
      };
    },
  }),
  tiptoppay: () => {
    const paymentOf = async (id: string): Promise<number> =>
      (await tipTopPay.book(id)).transactions.find(({ type }) => type === 'payment')?.id as number;
    return {
      pay: (page) => tipTopPay.onPage(page, 'approve'),
      trouble: (id, fault, times) => tipTopPay.trouble(id, fault, times),
      lapse: async (id) => tipTopPay.lapse(await paymentOf(id)),
      takeBack: async (id, amount) => tipTopPay.chargeBack(await paymentOf(id), amount),
      async moved(id) {
        const { transactions } = await tipTopPay.book(id);
        const sums = (type: string) =>
          transactions.filter((each) => each.type === type && each.status !== 'Declined').map(({ amount }) => amount);
        return { payments: sums('payment').length, refunds: sums('refund'), payouts: sums('payout') };
      },
    };
  },
};

const idOf = (kind: 'payment' | 'payout'): string => `${kind}/${randomUUID()}/1/1/0`;
const now = (): Date => new Date();
const ACCOUNT = { iban: 'KZ35000EXAMPLE000000', bic: 'EXAMKZKA' };
const withCard = (): Recipient => ({
  ...{ account: randomUUID(), name: 'Первый Пример', identifier: '750912300013' },
  to: { card: { token: randomUUID(), lastFour: '4242' } },
});
/** Tries again until there is an answer, as the platform does. */
async function repeated<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 0; tries < 3; tries++) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refused) throw error;
    }
  }
  return work();
}

describe.each(['sandbox', 'tiptoppay'])('%s', (name) => {
  let payments: Payments;
  let play: Play;
  beforeAll(() => {
    payments = providers.named(name);
    play = (PLAYS[name] as () => Play)();
  });
  const opened = async (mode: 'hold' | 'charge', id = idOf('payment')) => ({
    id,
    ...(await payments.create({ id, amount: AMOUNT, mode })),
  });
  const paid = async (mode: 'hold' | 'charge') => {
    const payment = await opened(mode);
    await play.pay(payment.page);
    return payment;
  };
  const found = async (id: string) => payments.find(id);
  const outcomeOf = async (payout: string) => {
    while ((await payments.findPayout(payout))?.status === 'sent') await new Promise((resolve) => setTimeout(resolve, 50));
    return payments.findPayout(payout);
  };

  it('knows nothing of an id that was never asked for', async () => {
    expect([await payments.find(idOf('payment')), await payments.findPayout(idOf('payout'))]).toEqual([undefined, undefined]);
  });

  it('opens one payment for an id, also if its answer is lost', async () => {
    const id = idOf('payment');
    await play.trouble(id, 'answer-lost');
    const [first, again] = [await repeated(() => opened('hold', id)), await opened('hold', id)];
    expect(again).toEqual(first);
    expect(first.page).toMatch(/^http/);
  });

  it('holds the exact sum, and captures a part of it once', async () => {
    const { id } = await paid('hold');
    expect(await found(id)).toEqual({ status: 'held', amount: AMOUNT, takenBack: 0n });
    await play.trouble(id, 'answer-lost');
    await repeated(() => payments.capture(id, 1_000_001n));
    await payments.capture(id, 1_000_001n);
    expect(await found(id)).toEqual({ status: 'captured', amount: 1_000_001n, takenBack: 0n, paidAt: expect.any(String) });
    await expect(payments.capture(id, 5n)).rejects.toThrow(Refused);
    await expect(payments.release(id)).rejects.toThrow(Refused);
  });

  it('captures no more than it holds, and nothing of what nobody paid', async () => {
    const { id } = await paid('hold');
    await expect(payments.capture(id, AMOUNT + 1n)).rejects.toThrow(Refused);
    expect(await found(id)).toMatchObject({ status: 'held' });
    await expect(payments.capture((await opened('hold')).id, 1n)).rejects.toThrow(Refused);
  });

  it('releases a hold once, and tells of one that the bank dropped', async () => {
    const [released, lapsed] = [await paid('hold'), await paid('hold')];
    await play.trouble(released.id, 'answer-lost');
    await repeated(() => payments.release(released.id));
    await payments.release(released.id);
    await play.lapse(lapsed.id);
    for (const { id } of [released, lapsed]) expect(await found(id)).toMatchObject({ status: 'cancelled' });
  });

  it('closes what nobody paid, so that it cannot be paid any more', async () => {
    const payment = await opened('charge');
    await play.trouble(payment.id, 'answer-lost');
    await repeated(() => payments.close(payment));
    await payments.close(payment);
    await play.pay(payment.page);
    expect((await found(payment.id))?.status ?? 'cancelled').toBe('cancelled');
  });

  it('does not close what was paid', async () => {
    for (const mode of ['hold', 'charge'] as const) {
      const payment = await paid(mode);
      await expect(payments.close(payment)).rejects.toThrow(Refused);
      expect(await found(payment.id)).toMatchObject({ status: mode === 'hold' ? 'held' : 'captured' });
    }
  });

  it('refunds in parts, each once, and no more than it has', async () => {
    const { id } = await paid('charge');
    const [one, other] = [`${id}/refund/1`, `${id}/refund/2`];
    await play.trouble(id, 'answer-lost');
    await repeated(() => payments.refund({ id: one, payment: id, amount: 500_001n, since: now() }));
    await payments.refund({ id: one, payment: id, amount: 500_001n, since: now() });
    await payments.refund({ id: other, payment: id, amount: 500_001n, since: now() });
    await expect(payments.refund({ id: `${id}/refund/3`, payment: id, amount: 500_001n, since: now() })).rejects.toThrow(Refused);
    expect((await play.moved(id)).refunds).toEqual([500_001, 500_001]);
    expect(await found(id)).toMatchObject({ status: 'captured', amount: AMOUNT });
  });

  it('tells how much the bank took back, in all', async () => {
    const { id } = await paid('charge');
    await play.takeBack(id, 400_000);
    await play.takeBack(id, 1);
    expect(await found(id)).toEqual({ status: 'captured', amount: AMOUNT, takenBack: 400_001n, paidAt: expect.any(String) });
  });

  it('pays out once, also if its answer is lost', async () => {
    const payout = { id: idOf('payout'), recipient: withCard(), amount: AMOUNT };
    await play.trouble(payout.id, 'answer-lost');
    await repeated(() => payments.payOut(payout));
    await payments.payOut(payout);
    expect(await outcomeOf(payout.id)).toEqual({ status: 'confirmed' });
    expect((await play.moved(payout.id)).payouts).toEqual([Number(AMOUNT)]);
  });

  it.each([
    ['payout-refused', 'bank'],
    ['payout-account-closed', 'account-closed'],
  ] as const)('tells of a payout that the bank refuses (%s), and why', async (fault, reason) => {
    const payout = { id: idOf('payout'), recipient: withCard(), amount: AMOUNT };
    await play.trouble(payout.id, fault);
    await payments.payOut(payout);
    expect(await outcomeOf(payout.id)).toEqual({ status: 'refused', reason });
  });

  it('pays to accounts at banks, or refuses them for good and says why', async () => {
    const payout = { id: idOf('payout'), recipient: { ...withCard(), to: ACCOUNT }, amount: AMOUNT };
    const refusal = await payments.payOut(payout).then(
      () => undefined,
      (error: unknown) => (error instanceof Refused ? error.reason : error),
    );
    expect(refusal).toBe(payments.paysTo.includes('iban') ? undefined : 'cards-only');
    expect(await outcomeOf(payout.id)).toEqual(payments.paysTo.includes('iban') ? { status: 'confirmed' } : undefined);
    expect((await play.moved(payout.id)).payouts).toEqual(payments.paysTo.includes('iban') ? [Number(AMOUNT)] : []);
  });

  it('that is down or refuses does nothing, and the two are told apart', async () => {
    const { id } = await paid('hold');
    await play.trouble(id, 'down');
    const down = await payments.capture(id, AMOUNT).catch((error: unknown) => error);
    await play.trouble(id, 'refused');
    const refused = await payments.capture(id, AMOUNT).catch((error: unknown) => error);
    expect([down !== undefined, down instanceof Refused, refused instanceof Refused]).toEqual([true, false, true]);
    expect(await found(id)).toMatchObject({ status: 'held' });
  });

  it('lists each operation with its sum and present state', async () => {
    const from = new Date(Date.now() - 1_000);
    const [held, charged] = [await paid('hold'), await paid('charge')];
    await payments.refund({ id: `${charged.id}/r`, payment: charged.id, amount: 1n, since: now() });
    await play.takeBack(charged.id, 3);
    const payout = idOf('payout');
    await payments.payOut({ id: payout, recipient: withCard(), amount: 7n });
    await outcomeOf(payout);
    const entries = (await payments.list(from, new Date(Date.now() + 1_000))).filter(({ about }) =>
      [held.id, charged.id, payout].includes(about),
    );
    const shown = entries.map(({ about, kind, amount, status }) => [about, kind, amount, status]);
    expect(shown).toHaveLength(5);
    expect(shown).toEqual(
      expect.arrayContaining([
        [held.id, 'payment', AMOUNT, 'held'],
        [charged.id, 'payment', AMOUNT, 'done'],
        [charged.id, 'refund', 1n, 'done'],
        [charged.id, 'chargeback', 3n, 'done'],
        [payout, 'payout', 7n, 'done'],
      ]),
    );
    expect(new Set(entries.map(({ id }) => id)).size).toBe(5);
    expect(await payments.list(new Date(0), new Date(1))).toEqual([]);
  });
});
