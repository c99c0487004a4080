import { quietUntil } from '../rules/quiet-hours.ts';
import { testLaws } from '../testing/charts/errand.ts';
import { lettersTo } from '../testing/stand-ins/mailbox.ts';
import { numberOf, setParameter, textsTo, troubleTexts } from '../testing/stand-ins/sms.ts';
import type { Errands } from '../testing/worlds/errands.ts';
import { HOUR, inHours, openErrands } from '../testing/worlds/errands.ts';
import { until } from '../testing/worlds/world.ts';

interface NoticeRow {
  id: string;
  channel: string;
  status: string;
  proof: string | null;
}

const { errand: plain, parcel } = testLaws as { errand: (typeof testLaws)[string]; parcel: (typeof testLaws)[string] };
const { news } = plain.messages.notices;
if (news === undefined) throw new Error('an errand has no news');
/** Errands whose news has legal weight, and those whose news is urgent too. */
const legal = { ...plain, messages: { ...plain.messages, notices: { news: { ...news, legal: true as const } } } };
const urgent = { ...plain, messages: { ...plain.messages, notices: { news: { ...news, legal: true as const, urgent: true as const } } } };

let world: Errands;

beforeAll(async () => {
  world = await openErrands({ charts: { errand: legal, parcel }, working: true });
});
afterAll(() => world.close());

/** Errands whose news goes to a customer of their own. */
async function customerWithNumber(of = world): Promise<{ customer: string; number: string }> {
  const customer = await of.person('customer');
  return { customer, number: await numberOf(of.owner, customer) };
}

/** An errand that was posted and accepted: its customer has news. */
async function accepted(customer: string, { doneBy }: { doneBy?: string } = {}, of = world): Promise<string> {
  const id = crypto.randomUUID();
  await of.say(`errand/${id}`, 'post', 'customer', customer, { id });
  await of.say(`errand/${id}`, 'accept', 'contractor', of.contractor, doneBy === undefined ? {} : { doneBy });
  return `errand/${id}`;
}

const noticesOf = (life: string, of = world): Promise<NoticeRow[]> =>
  of.rows('select id, channel, status, proof from notice where life = $1 order by channel', life);
const smsOf = async (life: string, of = world): Promise<Record<string, unknown> | undefined> =>
  (await of.rows<Record<string, unknown>>(`select * from sms where id like $1 || '/%'`, life))[0];
/** The notice's text, once something has become of it. */
const texted = (life: string, of = world): Promise<NoticeRow> =>
  until(
    async () => (await noticesOf(life, of)).find(({ channel, status }) => channel === 'sms' && status !== 'waiting'),
    `the text of ${life}`,
  );

test('a legal notice goes out as email and SMS, and the stored row has neither number nor text', async () => {
  const { customer, number } = await customerWithNumber();
  const life = await accepted(customer);
  const { id, status, proof } = await texted(life);
  expect({ status, proof }).toEqual({ status: 'sent', proof: `outbox ${id}, 1 segments` });
  const [{ number: ofLife } = { number: '' }] = await world.rows<{ number: string }>('select number from life where id = $1', life);
  expect(await textsTo(number)).toMatchObject([{ id, text: `News of your errand ${ofLife}. Details in your cabinet: akjet.kz` }]);
  await until(async () => (await lettersTo(`${customer}@example.kz`)).length === 1, 'the letter');

  const row = await smsOf(life);
  expect(row).toMatchObject({
    id,
    purpose: 'legal',
    account: customer,
    provider: 'outbox',
    provider_id: id,
    segments: 1,
    status: 'sent',
    doubts: 0,
  });
  expect(JSON.stringify(row)).not.toContain(number.slice(4));
  expect(JSON.stringify(row)).not.toContain('News');

  await world.say(life, 'finish', 'contractor', world.contractor);
  await expect(world.ended(life)).resolves.toBe('finished');
});

test('an account without a number: this is recorded, the email goes out, and the life continues', async () => {
  const customer = await world.person('customer');
  await world.owner.query('delete from membership where account = $1', [customer]);
  const life = await accepted(customer);
  expect(await texted(life)).toMatchObject({ status: 'undeliverable', proof: 'the account has no authorised number' });
  expect(await smsOf(life)).toBeUndefined();
  await world.say(life, 'finish', 'contractor', world.contractor);
  await expect(world.ended(life)).resolves.toBe('finished');
  expect(await noticesOf(life)).toMatchObject([{ channel: 'mail', status: 'delivered' }, { channel: 'sms' }]);
});

test('a number that the provider refuses for good is recorded with the provider’s reason', async () => {
  const { customer, number } = await customerWithNumber();
  await troubleTexts(number, 'refused');
  const life = await accepted(customer);
  expect(await texted(life)).toMatchObject({ status: 'undeliverable', proof: 'outbox refused: on demand' });
  expect(await smsOf(life)).toMatchObject({ status: 'undeliverable', reported_at: expect.any(Date) });
});

test.each(['down', 'answer-lost'] as const)('%s: the SMS is retried, and arrives once', async (fault) => {
  const { customer, number } = await customerWithNumber();
  await troubleTexts(number, fault, 2);
  const life = await accepted(customer);
  expect(await texted(life)).toMatchObject({ status: 'sent' });
  expect(await textsTo(number)).toHaveLength(1);
  expect(await smsOf(life)).toMatchObject({ doubts: 0 });
});

describe('at night', () => {
  const hourNow = (): number => (new Date().getUTCHours() + 5) % 24;
  const night = { from: hourNow(), to: (hourNow() + 3) % 24 };
  const set = async ({ from, to }: typeof night, of = world): Promise<void> => {
    await setParameter(of.owner, 'quietFromHour', from);
    await setParameter(of.owner, 'quietToHour', to);
  };
  afterEach(() => set({ from: 0, to: 0 }));

  it('an SMS waits for the morning without a try, and is then sent', async () => {
    await set(night);
    const { customer, number } = await customerWithNumber();
    const life = await accepted(customer);
    const held = await until(
      async () =>
        (
          await world.rows<{ next_try: Date; tries: number; lease_until: Date | null }>(
            `select next_try, tries, lease_until from effect where life = $1 and kind = 'sendSms' and open and next_try > clock_timestamp() + interval '1 hour'`,
            life,
          )
        )[0],
      'the text to be held back',
    );
    expect(held).toEqual({ next_try: new Date(quietUntil(new Date().toISOString(), night) as string), tries: 0, lease_until: null });
    // The life goes on and ends meanwhile.
    await world.say(life, 'finish', 'contractor', world.contractor);
    await expect(world.ended(life)).resolves.toBe('finished');
    expect(await world.rows(`select tries from effect where life = $1 and kind = 'sendSms' and open`, life)).toEqual([{ tries: 0 }]);
    expect(await textsTo(number)).toEqual([]);

    await set({ from: 0, to: 0 });
    await world.owner.query(`update effect set next_try = clock_timestamp() - interval '61 s' where life = $1 and open`, [life]);
    expect(await texted(life)).toMatchObject({ status: 'sent' });
    expect(await textsTo(number)).toHaveLength(1);
  });

  it('an SMS with a deadline before the morning goes at once', async () => {
    await set(night);
    const { customer } = await customerWithNumber();
    expect(await texted(await accepted(customer, { doneBy: inHours(1) }))).toMatchObject({ status: 'sent' });
  });

  it('an urgent SMS goes at once', async () => {
    const other = await openErrands({ charts: { errand: urgent, parcel }, working: true });
    await set(night, other);
    const { customer } = await customerWithNumber(other);
    expect(await texted(await accepted(customer, {}, other), other)).toMatchObject({ status: 'sent' });
    await other.close();
  });
});

describe('over the caps', () => {
  let limited: Errands;
  beforeEach(async () => {
    limited = await openErrands({ charts: { errand: legal, parcel }, working: true });
    await setParameter(limited.owner, 'smsNoticesPerNumber', 1);
  });
  afterEach(() => limited.close());

  const effectOf = async (life: string): Promise<{ next_try: Date; tries: number } | undefined> =>
    (
      await limited.rows<{ next_try: Date; tries: number }>(
        `select next_try, tries from effect where life = $1 and kind = 'sendSms' and open and next_try > clock_timestamp() + interval '1 hour'`,
        life,
      )
    )[0];
  const waits = (life: string) => until(() => effectOf(life), 'the text to wait for room');
  const aDayPasses = async (life: string): Promise<void> => {
    await limited.owner.query(`update sms set sent_at = sent_at - interval '25 hours'`);
    await limited.owner.query(`update effect set next_try = clock_timestamp() - interval '61 s' where life = $1 and open`, [life]);
  };

  it('of one number, an SMS waits until there is room, and is then sent', async () => {
    const { customer, number } = await customerWithNumber(limited);
    const first = await accepted(customer, {}, limited);
    expect(await texted(first, limited)).toMatchObject({ status: 'sent' });
    const life = await accepted(customer, {}, limited);
    const { next_try, tries } = await waits(life);
    const sentAt = (await smsOf(first, limited))?.sent_at as Date;
    expect([next_try, tries]).toEqual([new Date(sentAt.getTime() + 24 * HOUR), 0]);
    expect(await smsOf(life, limited)).toBeUndefined();
    expect(await noticesOf(life, limited)).toMatchObject([{ channel: 'mail' }, { channel: 'sms', status: 'waiting', proof: null }]);
    // Another number is not held back.
    const other = await customerWithNumber(limited);
    expect(await texted(await accepted(other.customer, {}, limited), limited)).toMatchObject({ status: 'sent' });

    await aDayPasses(life);
    expect(await texted(life, limited)).toMatchObject({ status: 'sent' });
    expect(await textsTo(number)).toHaveLength(2);
  });

  it('of all numbers together, it waits too', async () => {
    await setParameter(limited.owner, 'smsNoticesTotal', 0);
    const { customer, number } = await customerWithNumber(limited);
    const life = await accepted(customer, {}, limited);
    await waits(life);
    expect(await textsTo(number)).toEqual([]);
    await setParameter(limited.owner, 'smsNoticesTotal', 1);
    await aDayPasses(life);
    expect(await texted(life, limited)).toMatchObject({ status: 'sent' });
  });

  it('an SMS with a deadline before there is room, or an urgent one, is sent anyway', async () => {
    const { customer, number } = await customerWithNumber(limited);
    expect(await texted(await accepted(customer, {}, limited), limited)).toMatchObject({ status: 'sent' });
    expect(await texted(await accepted(customer, { doneBy: inHours(20) }, limited), limited)).toMatchObject({ status: 'sent' });
    await waits(await accepted(customer, { doneBy: inHours(30) }, limited));
    expect(await textsTo(number)).toHaveLength(2);

    const alarmed = await openErrands({ charts: { errand: urgent, parcel }, working: true });
    await setParameter(alarmed.owner, 'smsNoticesPerNumber', 0);
    const person = await customerWithNumber(alarmed);
    expect(await texted(await accepted(person.customer, {}, alarmed), alarmed)).toMatchObject({ status: 'sent' });
    await alarmed.close();
  });
});
