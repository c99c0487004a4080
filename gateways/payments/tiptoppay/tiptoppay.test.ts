/** What is TipTopPay's own: signatures, sums, moments, 3-D Secure, forgotten keys, and the ways in which it fails. */
import { createHmac, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Transaction } from '../../../local/tiptoppay/book.ts';
import type { TipTopPay } from '../../../testing/stand-ins/tiptoppay.ts';
import { openTipTopPay } from '../../../testing/stand-ins/tiptoppay.ts';
import type { Payments } from '../port.ts';
import { Refused } from '../port.ts';
import { hookOf } from './notification.ts';
import { moment } from './operations.ts';
import { tengeOf, tiynOf } from './tenge.ts';
import { tipTopPayPayments } from './tiptoppay.ts';

const AMOUNT = 1_500_001n;
const HOUR = 3_600_000;

let provider: TipTopPay;
let payments: Payments;
const adapter = (acceptsTests: boolean): Payments => {
  const { TIPTOPPAY_URL: url, TIPTOPPAY_PUBLIC_ID: publicId, TIPTOPPAY_API_SECRET: apiSecret } = provider.settings;
  return tipTopPayPayments({ url, publicId, apiSecret, acceptsTests });
};
beforeAll(async () => {
  provider = await openTipTopPay();
  payments = adapter(true);
});
afterAll(() => provider.close());

const opened = async (mode: 'hold' | 'charge' = 'hold') => {
  const id = `payment/${randomUUID()}/1/1/0`;
  return { id, ...(await payments.create({ id, amount: AMOUNT, mode })) };
};
const paid = async (mode: 'hold' | 'charge' = 'hold') => {
  const payment = await opened(mode);
  await provider.onPage(payment.page, 'approve');
  return payment;
};
const triesOf = async (id: string): Promise<Transaction[]> => (await provider.book(id)).transactions;
const withCard = () => ({
  ...{ account: randomUUID(), name: 'Первый Пример', identifier: '750912300013' },
  to: { card: { token: randomUUID(), lastFour: '4242' } },
});
const ago = (milliseconds: number): Date => new Date(Date.now() - milliseconds);

describe('a sum', () => {
  it.each([
    [0.01, 1n],
    [12.34, 1_234n],
    [15_000, 1_500_000n],
    [1_234.56, 123_456n],
    // Binary fractions: 0.1 + 0.2, and a sum that is off by less than a tiyn.
    [0.30000000000000004, 30n],
    [15_000.010000000002, 1_500_001n],
    [999_999_999_999.99, 99_999_999_999_999n],
  ])('of %f tenge is %s tiyn', (tenge, tiyn) => expect(tiynOf(tenge)).toBe(tiyn));

  it.each([1.005, 0.001, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e12])('of %f tenge is none', (tenge) =>
    expect(() => tiynOf(tenge)).toThrow(RangeError),
  );

  it('comes back as it went, through JSON', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), (tiyn) => tiynOf(JSON.parse(JSON.stringify(tengeOf(tiyn)))) === tiyn),
    ));

  it('with the noise of binary fractions counts exactly', async () => {
    const { id } = await paid();
    await provider.trouble(id, 'noisy-amount');
    expect(await payments.find(id)).toMatchObject({ amount: AMOUNT });
  });
});

describe('a moment', () => {
  it.each(['/Date(1635150224630)/', '2021-10-25T08:23:44.630Z', '2021-10-25T08:23:44.630', '2021-10-25T13:23:44.630+05:00'])('%s', (text) =>
    expect(moment.parse(text)).toEqual(new Date(1_635_150_224_630)),
  );
  it.each(['', 'yesterday', '/Date(x)/'])('is not %j', (text) => expect(moment.safeParse(text).success).toBe(false));
});

describe('a notification', () => {
  const secret = 'test-api-secret';
  const body = 'TransactionId=505&Amount=10.00&Currency=KZT&InvoiceId=payment%2Fone%2F1%2F1%2F0&Name=IVAN%20T%2E&Email=a%40b.kz';
  const heard = (headers: Record<string, string>, text = body, notification = 'pay') =>
    hookOf({ headers, bytes: Buffer.from(text), notification }, secret);
  const hmac = (text: string): string => createHmac('sha256', secret).update(text).digest('base64');
  const decoded = 'TransactionId=505&Amount=10.00&Currency=KZT&InvoiceId=payment/one/1/1/0&Name=IVAN T.&Email=a@b.kz';

  it('is signed by HMAC-SHA256: vectors made by hand', () => {
    const plain = 'TransactionId=504&Amount=10.00&Currency=KZT&InvoiceId=T-1001&Status=Completed';
    const genuine = heard({ 'content-hmac': 'Wgo0ulTsK4B/a0Va14lf+d1Oxh+5UC1GUU4EHmIYLRs=' }, plain);
    expect(genuine).toEqual({ message: 'pay/504', about: 'T-1001', timestamp: '' });
    const named = 'TransactionId=505&Amount=10.00&Currency=KZT&Name=IVAN%20T%2E&Email=a%40b.kz';
    expect(hmac(named)).toBe('0INzShVVr9uAC/GjWa0/m3IgE4Mq43pmoFOFjxb/JrE=');
    expect(hmac(decodeURIComponent(named))).toBe('Viu6wgdHBxgjM1FnN+7PQuVYXSbuuA+M0GhcDTJUrPo=');
  });

  it.each(['content-hmac', 'x-content-hmac'])('counts if %s covers the body as it came, or decoded', (name) => {
    for (const covered of [body, decoded]) expect(heard({ [name]: hmac(covered) })).toMatchObject({ about: 'payment/one/1/1/0' });
  });

  it('counts for nothing without a right signature, or without an operation of ours', () => {
    const wrong: ReturnType<typeof heard>[] = [
      heard({}),
      heard({ 'content-hmac': '' }),
      heard({ 'content-hmac': hmac(`${body} `) }),
      heard({ signature: hmac(body) }),
      ...['InvoiceId=x&Amount=1&Currency=KZT', 'TransactionId=1&InvoiceId=a%00b&Amount=1&Currency=KZT', '', '%'].map((text) =>
        heard({ 'content-hmac': hmac(text) }, text),
      ),
    ];
    expect(wrong).toEqual(wrong.map(() => undefined));
  });

  it('of a check asks about its sum, which is none in another currency', () => {
    const asked = (text: string) => heard({ 'content-hmac': hmac(text) }, text, 'check')?.asks;
    expect(asked(body)).toEqual({ amount: 1_000n });
    expect(asked(body.replace('KZT', 'RUB'))).toEqual({ amount: null });
    expect(asked(body.replace('10.00', '10.001'))).toEqual({ amount: null });
  });
});

describe('a payment', () => {
  it('is paid with 3-D Secure, and waits while the payer is on the page of the bank', async () => {
    const payment = await opened();
    await provider.onPage(payment.page, 'secure');
    expect(await payments.find(payment.id)).toMatchObject({ status: 'waiting' });
    const [attempt] = await triesOf(payment.id);
    // Money may still come, so nobody can say that it is closed.
    const refused = await payments.close(payment).catch((error: unknown) => error);
    expect([refused === undefined, refused instanceof Refused]).toEqual([false, false]);
    await provider.authenticate(attempt?.id as number, 'approve');
    await expect(payments.close(payment)).rejects.toThrow(Refused);
    expect(await payments.find(payment.id)).toMatchObject({ status: 'held' });
  });

  it('can be closed once the payer has failed 3-D Secure', async () => {
    const payment = await opened();
    await provider.onPage(payment.page, 'secure');
    await provider.authenticate((await triesOf(payment.id))[0]?.id as number, 'decline');
    await payments.close(payment);
    expect(await provider.onPage(payment.page, 'approve')).toContain('код 13');
  });

  it('waits after a declined try, because its page takes another card', async () => {
    const payment = await opened();
    await provider.onPage(payment.page, 'decline', 5051);
    expect(await payments.find(payment.id)).toMatchObject({ status: 'waiting' });
    await provider.onPage(payment.page, 'approve');
    expect(await payments.find(payment.id)).toMatchObject({ status: 'held', amount: AMOUNT });
  });

  it('that was paid on one page and declined on another is paid', async () => {
    const payment = await paid();
    const [one] = await triesOf(payment.id);
    await provider.plant({ add: [{ ...(one as Transaction), id: 9_000_001, status: 'Declined', reason: 5051, at: Date.now() }] });
    expect(await payments.find(payment.id)).toMatchObject({ status: 'held', amount: AMOUNT });
    await payments.capture(payment.id, AMOUNT);
    expect(await payments.find(payment.id)).toMatchObject({ status: 'captured' });
  });

  it('of a test terminal is none in production', async () => {
    const { id } = await paid();
    await expect(adapter(false).find(id)).rejects.toThrow('test terminal');
  });
});

describe('an hour later, when the key of a request is forgotten', () => {
  it('a refund whose answer was lost is found, and not made again', async () => {
    const { id } = await paid('charge');
    const refund = { id: `${id}/refund`, payment: id, amount: 500_000n, since: new Date() };
    await provider.trouble(id, 'answer-lost');
    await expect(payments.refund(refund)).rejects.toThrow();
    await provider.forget();
    await payments.refund({ ...refund, since: ago(2 * HOUR) });
    expect((await triesOf(id)).filter(({ type }) => type === 'refund')).toHaveLength(1);
    // Control: another refund of the same sum is another.
    await payments.refund({ ...refund, id: `${id}/another`, since: ago(2 * HOUR) });
    expect((await triesOf(id)).filter(({ type }) => type === 'refund')).toHaveLength(2);
  });

  it('a payout whose answer was lost is found, and not made again', async () => {
    const payout = { id: `payout/${randomUUID()}/1/1/0`, recipient: withCard(), amount: AMOUNT };
    await provider.trouble(payout.id, 'answer-lost');
    await expect(payments.payOut(payout)).rejects.toThrow();
    await provider.forget();
    expect(await payments.payOut(payout)).toEqual({ status: 'confirmed' });
    expect(await triesOf(payout.id)).toHaveLength(1);
  });

  it('an order whose answer was lost is made again: nobody has the address of the first', async () => {
    const id = `payment/${randomUUID()}/1/1/0`;
    await provider.trouble(id, 'answer-lost');
    await expect(payments.create({ id, amount: AMOUNT, mode: 'hold' })).rejects.toThrow();
    await provider.forget();
    const { page } = await payments.create({ id, amount: AMOUNT, mode: 'hold' });
    await provider.onPage(page, 'approve');
    expect(await payments.find(id)).toMatchObject({ status: 'held', amount: AMOUNT });
  });
});

describe('a provider', () => {
  it.each(['maintenance', 'too-many', 'down'] as const)('with the fault %s may be asked again', async (fault) => {
    const { id } = await paid();
    await provider.trouble(id, fault);
    const error = await payments.find(id).catch((each: unknown) => each);
    expect([error === undefined, error instanceof Refused]).toEqual([false, false]);
    expect(await payments.find(id)).toMatchObject({ status: 'held' });
  });

  it('with a wrong login is no refusal: the setting can be put right', async () => {
    const { TIPTOPPAY_URL: url, TIPTOPPAY_PUBLIC_ID: publicId } = provider.settings;
    const stranger = tipTopPayPayments({ url, publicId, apiSecret: 'wrong', acceptsTests: true });
    const error = await stranger.release(`payment/${randomUUID()}/1/1/0`).catch((each: unknown) => each);
    expect([(error as Error).message, error instanceof Refused]).toEqual(['/payments/find: 401', false]);
  });

  it('whose payout is not decided at once decides it later', async () => {
    const payout = { id: `payout/${randomUUID()}/1/1/0`, recipient: withCard(), amount: AMOUNT };
    await provider.trouble(payout.id, 'payout-slow');
    expect(await payments.payOut(payout)).toEqual({ status: 'sent' });
    while ((await payments.findPayout(payout.id))?.status === 'sent') await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await payments.findPayout(payout.id)).toEqual({ status: 'confirmed' });
  });

  it('whose bank withdraws its claim has taken back nothing', async () => {
    const { id } = await paid('charge');
    const [payment] = await triesOf(id);
    await provider.chargeBack(payment?.id as number, 700_000);
    expect(await payments.find(id)).toMatchObject({ takenBack: 700_000n });
    await provider.chargeBack(payment?.id as number, 700_000, 'Representment');
    expect(await payments.find(id)).toMatchObject({ takenBack: 0n });
  });
});

describe('a list', () => {
  it('of more than one page is whole', async () => {
    const at = Date.parse('2026-03-01T10:00:00Z');
    const one: Transaction = {
      ...{ id: 0, type: 'payment', invoice: 'payment/x/1/1/0', account: '', amount: 100, status: 'Completed', reason: 0, at },
    };
    await provider.plant({ add: Array.from({ length: 250 }, (_, index) => ({ ...one, id: 5_000_000 + index, at: at + index })) });
    expect(await payments.list(new Date(at), new Date(at + HOUR))).toHaveLength(250);
    await provider.plant({ drop: Array.from({ length: 250 }, (_, index) => 5_000_000 + index) });
  });
});
