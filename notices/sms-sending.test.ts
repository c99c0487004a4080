import { randomUUID } from 'node:crypto';
import { mobizon } from '../gateways/sms/mobizon.ts';
import { smsc } from '../gateways/sms/smsc.ts';
import { openMetrics } from '../metrics.ts';
import { personOfNumber } from '../models/stores/person.ts';
import { numberHash } from '../models/stores/sms.ts';
import { anyNumber } from '../testing/people/people.ts';
import { sealedNumber } from '../testing/people/sealed.ts';
import { numberOf, setParameter, textsTo, troubleTexts } from '../testing/stand-ins/sms.ts';
import type { StandIn } from '../testing/stand-ins/sms-providers.ts';
import { standInForMobizon, standInForSmsc } from '../testing/stand-ins/sms-providers.ts';
import type { World } from '../testing/worlds/world.ts';
import { openWorld, until } from '../testing/worlds/world.ts';
import { askReports, keepAsking } from './sms-reports.ts';
import type { Texting } from './sms-sending.ts';
import { onlyReserveIsLeft, sendCode, sendText } from './sms-sending.ts';

let world: World;
let texting: Texting;

beforeAll(async () => {
  world = await openWorld({ ownDatabase: true });
  texting = { ...world.worker.lives, sms: world.sms };
});
afterAll(() => world.close());

const rowOf = async (id: string): Promise<Record<string, unknown>> =>
  (await world.rows<Record<string, unknown>>('select * from sms where id = $1', id))[0] ?? {};
/** A notice's text to an account with a number, on its way. */
async function send(of: Texting): Promise<{ id: string; number: string; account: string; providerId: string }> {
  const account = await world.person('customer');
  const number = await numberOf(world.owner, account);
  const id = `errand/${randomUUID()}/2/1`;
  await sendText(of, { id, purpose: 'legal', account, number, text: 'News' });
  return { id, number, account, providerId: String((await rowOf(id)).provider_id) };
}
/** Everything on its way is to be asked about now, and nothing else. */
const askNow = async (...ids: string[]): Promise<void> => {
  await world.owner.query(
    `update sms set next_ask = case when id = any($1) then clock_timestamp() else clock_timestamp() + interval '1 hour' end where next_ask is not null`,
    [ids],
  );
};

describe('a code', () => {
  const code = (number: string) => ({ id: randomUUID(), number, text: 'AkJet: 123456', hasAccount: true });

  it('is sent at once, at any hour, and leaves neither text nor number', async () => {
    await setParameter(world.owner, 'quietToHour', 23);
    const asked = { ...code(anyNumber()), person: randomUUID() };
    expect(await sendCode(texting, asked)).toBe('sent');
    expect(await textsTo(asked.number)).toMatchObject([{ id: asked.id, text: 'AkJet: 123456' }]);
    const row = await rowOf(asked.id);
    expect(row).toMatchObject({
      purpose: 'code',
      person: asked.person,
      account: null,
      number_hash: numberHash(world.lives.keys, asked.number),
    });
    expect(JSON.stringify(row)).not.toMatch(new RegExp(`123456|${asked.number.slice(1)}`));
    await setParameter(world.owner, 'quietToHour', 0);
  });

  it.each([
    ['refused', 'undeliverable'],
    ['down', 'failed'],
    ['answer-lost', 'failed'],
  ] as const)('%s: the caller gets "%s" and nothing is thrown', async (fault, said) => {
    const asked = code(anyNumber());
    await troubleTexts(asked.number, fault);
    expect(await sendCode(texting, asked)).toBe(said);
  });

  it('is tried for at most about five seconds', async () => {
    const asked = code(anyNumber());
    await troubleTexts(asked.number, 'slow');
    const begin = performance.now();
    expect(await sendCode(texting, asked)).toBe('failed');
    expect(performance.now() - begin).toBeLessThan(40_000);
  });

  it('has its own cap for a number, also for concurrent requests, and operators see it', async () => {
    await setParameter(world.owner, 'smsCodesPerNumber', 2);
    await setParameter(world.owner, 'smsCodesKnownDevice', 1);
    const number = anyNumber();
    const said = await Promise.all(Array.from({ length: 8 }, () => sendCode(texting, code(number))));
    expect(said.toSorted()).toEqual([...Array(5).fill('capped'), ...Array(3).fill('sent')]);
    expect(await textsTo(number)).toHaveLength(3);
    // A notice is not held back by codes.
    expect(await sendText(texting, { id: randomUUID(), purpose: 'legal', number, text: 'News' })).toMatchObject({ status: 'sent' });
    expect(await openMetrics(world.lives).metrics()).toContain('akjet_sms_of_day{purpose="code",status="capped"} 5');
  });

  it('has a cap for all numbers together', async () => {
    const [{ count } = { count: 0 }] = await world.rows<{ count: number }>(
      `select count(*)::int as count from sms where purpose = 'code' and status <> 'capped'`,
    );
    await setParameter(world.owner, 'smsCodesTotal', count);
    expect(await sendCode(texting, code(anyNumber()))).toBe('capped');
    await setParameter(world.owner, 'smsCodesTotal', 3_000);
  });

  it('to a number without an account does not use the reserve, also for concurrent requests', async () => {
    const [{ count } = { count: 0 }] = await world.rows<{ count: number }>(
      `select count(*)::int as count from sms where purpose = 'code' and status <> 'capped'`,
    );
    await setParameter(world.owner, 'smsCodesTotal', count + 5);
    await setParameter(world.owner, 'smsCodesReserved', 3);
    expect(await onlyReserveIsLeft(world.lives)).toBe(false);
    const strangers = await Promise.all(Array.from({ length: 6 }, () => sendCode(texting, { ...code(anyNumber()), hasAccount: false })));
    expect(strangers.toSorted()).toEqual([...Array(4).fill('capped'), 'sent', 'sent']);
    expect(await onlyReserveIsLeft(world.lives)).toBe(true);
    const owners = await Promise.all(Array.from({ length: 4 }, () => sendCode(texting, code(anyNumber()))));
    expect(owners.toSorted()).toEqual(['capped', 'sent', 'sent', 'sent']);
    expect(await onlyReserveIsLeft(world.lives)).toBe(false);
    await setParameter(world.owner, 'smsCodesTotal', 3_000);
    await setParameter(world.owner, 'smsCodesReserved', 1_000);
  });
});

describe('an SMS whose response was lost', () => {
  let provider: StandIn;
  afterEach(() => provider.close());
  const message = () => ({ id: randomUUID(), purpose: 'legal' as const, number: anyNumber(), text: 'News' });

  it('is sent at most twice through a provider that does not know our ids', async () => {
    provider = await standInForMobizon();
    const of = { ...texting, sms: mobizon({ url: provider.url, key: 'key' }) };
    const news = message();
    for (let each = 0; each < 2; each++) {
      provider.fail('answer lost');
      await expect(sendText(of, news)).rejects.toThrow('no answer');
    }
    expect(await rowOf(news.id)).toMatchObject({ status: 'sending', doubts: 2 });
    for (let each = 0; each < 2; each++) {
      expect(await sendText(of, news)).toEqual({ status: 'undeliverable', proof: 'mobizon did not answer, twice: it may have arrived' });
    }
    expect(provider.taken).toHaveLength(2);
  });

  it('is sent once through a provider that knows them', async () => {
    provider = await standInForSmsc();
    const of = { ...texting, sms: smsc({ url: provider.url, login: 'login', password: 'pass:word' }) };
    const news = message();
    provider.fail('answer lost');
    await expect(sendText(of, news)).rejects.toThrow('no answer');
    expect(await sendText(of, news)).toMatchObject({ status: 'sent' });
    expect(await sendText(of, news)).toMatchObject({ status: 'sent' });
    expect(provider.taken).toHaveLength(1);
  });

  it('certainly did not arrive if the provider refused or was unreachable, so it is retried without a limit', async () => {
    provider = await standInForMobizon();
    const of = { ...texting, sms: mobizon({ url: provider.url, key: 'key' }) };
    const news = message();
    for (let each = 0; each < 4; each++) {
      provider.fail('money out');
      await expect(sendText(of, news)).rejects.toThrow('mobizon refused: 7');
    }
    expect(await sendText(of, news)).toMatchObject({ status: 'sent' });
    expect(provider.taken).toHaveLength(1);
  });
});

describe('delivery reports', () => {
  it('make an SMS delivered or undeliverable, with the report as proof', async () => {
    const good = await send(texting);
    const account = await world.person('customer');
    const number = await numberOf(world.owner, account);
    await troubleTexts(number, 'undelivered');
    const bad = `errand/${randomUUID()}/2/1`;
    await sendText(texting, { id: bad, purpose: 'legal', account, number, text: 'News' });
    await askNow(good.id, bad);
    const end = keepAsking(texting, { every: 50 });
    await until(async () => (await rowOf(bad)).reported_at !== null && (await rowOf(good.id)).reported_at !== null, 'reports');
    await end();
    expect(await rowOf(good.id)).toMatchObject({ status: 'delivered', proof: `outbox ${good.id}: delivered`, next_ask: null });
    expect(await rowOf(bad)).toMatchObject({ status: 'undeliverable', proof: `outbox ${bad}: undeliverable`, next_ask: null });
  });

  it('are requested together, by one of several processes, with growing pauses, for a day', async () => {
    const provider = await standInForMobizon();
    const of = { ...texting, sms: mobizon({ url: provider.url, key: 'key' }) };
    const sent = [await send(of), await send(of), await send(of)];
    const ids = sent.map(({ id }) => id);
    await askNow(...ids);
    await Promise.all([askReports(of), askReports(of), askReports(of)]);
    const questions = () => provider.asked.filter(({ address }) => address.includes('getSMSStatus'));
    expect(
      questions()
        .flatMap(({ form }) => Object.values(form))
        .toSorted(),
    ).toEqual(sent.map(({ providerId }) => providerId).toSorted());

    const pause = async () =>
      (
        await world.rows<{ minutes: number }>(
          `select round(extract(epoch from next_ask - clock_timestamp()) / 60)::int as minutes from sms where id = $1`,
          ids[0],
        )
      )[0];
    const pauses = [await pause()];
    for (let each = 0; each < 6; each++) {
      await askNow(ids[0] as string);
      await askReports(of);
      pauses.push(await pause());
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 60, 60].map((minutes) => ({ minutes })));

    await world.owner.query(`update sms set sent_at = sent_at - interval '25 hours' where id = $1`, [ids[0]]);
    await askNow(ids[0] as string);
    await askReports(of);
    expect(await rowOf(ids[0] as string)).toMatchObject({ status: 'sent', next_ask: null });

    // A provider that fails is asked again later.
    provider.become(sent[1]?.providerId as string, 'DELIVRD');
    await askNow(ids[1] as string);
    provider.fail('server error');
    await expect(askReports(of)).rejects.toThrow('mobizon answered 502');
    await askNow(ids[1] as string);
    expect(await askReports(of)).toBe(1);
    expect(await rowOf(ids[1] as string)).toMatchObject({ status: 'delivered' });
    await provider.close();
  });

  it('that need the number are requested with the current number, if it is still the same', async () => {
    const provider = await standInForSmsc();
    const of = { ...texting, sms: smsc({ url: provider.url, login: 'login', password: 'pass:word' }) };
    const [same, changed] = [await send(of), await send(of)];
    for (const { providerId } of [same, changed]) provider.become(providerId, '1');
    const person = (await personOfNumber(world.lives.database, changed.number))?.id as string;
    await world.owner.query('update person set number = $2, number_hash = $3 where id = $1', [
      person,
      ...sealedNumber(person, anyNumber()),
    ]);
    await askNow(same.id, changed.id);
    expect(await askReports(of)).toBe(1);
    expect(await rowOf(same.id)).toMatchObject({ status: 'delivered', proof: expect.stringMatching(/^smsc \d+: 1 /) });
    expect(await rowOf(changed.id)).toMatchObject({ status: 'sent' });
    await provider.close();
  });
});
