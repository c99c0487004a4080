import type { Fault, StandIn } from '../../testing/stand-ins/sms-providers.ts';
import { standInForMobizon, standInForSmsc } from '../../testing/stand-ins/sms-providers.ts';
import { mobizon } from './mobizon.ts';
import { openSms } from './open.ts';
import type { SmsProvider } from './port.ts';
import { Unanswered, Undeliverable } from './port.ts';
import { smsc, smscId } from './smsc.ts';

const KEY = 'kz0123456789abcdef';
const NUMBER = '+77011234567';
const TEXT = 'Вам направлена претензия № 12 & ещё';
const message = { id: 'dispute/1/1/0', to: NUMBER, text: TEXT, again: false };

const providers = {
  mobizon: {
    open: standInForMobizon,
    adapter: ({ url }: StandIn) => mobizon({ url, key: KEY, from: 'AkJet' }),
    over: ['DELIVRD', 'UNDELIV'],
  },
  smsc: { open: standInForSmsc, adapter: ({ url }: StandIn) => smsc({ url, login: 'login', password: 'pass:word' }), over: ['1', '20'] },
} as const;

/** The error of a failed attempt. Its message must not contain the number, the text or our key. */
async function failureOf(attempt: Promise<unknown>): Promise<unknown> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) return 'none';
  const everything = `${String(error)} ${(error as Error).stack} ${JSON.stringify(error)}`;
  for (const secret of ['7011234567', 'претензия', KEY, 'pass:word', 'pass%3Aword']) expect(everything).not.toContain(secret);
  expect((error as Error).cause).toBeUndefined();
  if (error instanceof Undeliverable) return 'final';
  return error instanceof Unanswered ? 'unknown' : 'not sent';
}

describe.each(['mobizon', 'smsc'] as const)('%s', (name) => {
  const { open, adapter, over } = providers[name];
  let provider: StandIn;
  let sms: SmsProvider;

  beforeEach(async () => {
    provider = await open();
    sms = adapter(provider);
  });
  afterEach(() => provider.close());

  it('accepts a message in any alphabet and returns its id and segments', async () => {
    const { providerId, segments } = await sms.send(message);
    expect(provider.taken).toEqual([expect.objectContaining({ providerId, to: NUMBER, text: TEXT })]);
    expect(segments).toBe(name === 'smsc' ? 2 : 1);
  });

  it.each<[Fault, string]>([
    ['server error', 'unknown'],
    ['garbage', 'unknown'],
    ['not as documented', 'unknown'],
    ['answer lost', 'unknown'],
    ['money out', 'not sent'],
    ['wrong key', 'not sent'],
    ['wrong number', 'final'],
    ['forbidden text', 'final'],
  ])('%s: what is known of the sending is "%s"', async (fault, known) => {
    provider.fail(fault);
    expect(await failureOf(sms.send(message))).toBe(known);
  });

  it('times out after five seconds, and the outcome is unknown', async () => {
    provider.fail('slow');
    const begin = performance.now();
    expect(await failureOf(sms.send(message))).toBe('unknown');
    expect(performance.now() - begin).toBeLessThan(40_000);
  });

  it('that is unreachable has accepted nothing', async () => {
    await provider.close();
    expect(await failureOf(sms.send(message))).toBe('not sent');
    provider = await open();
  });

  it('reports final statuses only, and nothing for messages in transit or unknown', async () => {
    const sent = [];
    for (let each = 0; each < 3; each++) sent.push({ id: `n/${each}`, to: NUMBER, ...(await sms.send({ ...message, id: `n/${each}` })) });
    provider.become(sent[0]?.providerId as string, over[0]);
    provider.become(sent[1]?.providerId as string, over[1]);
    expect(await sms.statusOf([...sent, { id: 'n/9', to: NUMBER, providerId: '999' }])).toEqual([
      { id: 'n/0', status: 'delivered', proof: expect.stringContaining(sent[0]?.providerId as string) },
      { id: 'n/1', status: 'undeliverable', proof: expect.stringContaining(sent[1]?.providerId as string) },
    ]);
    provider.fail('garbage');
    expect(await failureOf(sms.statusOf(sent))).toBe('unknown');
    provider.fail('wrong key');
    expect(await failureOf(sms.statusOf(sent))).toBe('not sent');
  });
});

describe('mobizon', () => {
  it('is called as documented: key in the URL, digits of the number, sender and validity in the form', async () => {
    const provider = await standInForMobizon();
    await mobizon({ url: provider.url, key: KEY, from: 'AkJet' }).send(message);
    expect(provider.asked).toEqual([
      {
        address: `POST /service/message/sendSmsMessage?output=json&api=v1&apiKey=${KEY}`,
        form: { recipient: '77011234567', text: TEXT, from: 'AkJet', 'params[validity]': '1440' },
      },
    ]);
    await provider.close();
  });
});

describe('smsc', () => {
  it('keeps login and password out of the URL, and looks up a message whose answer was lost instead of sending it again', async () => {
    const provider = await standInForSmsc();
    const sms = smsc({ url: provider.url, login: 'login', password: 'pass:word', sender: 'AkJet' });
    provider.fail('answer lost');
    expect(await failureOf(sms.send(message))).toBe('unknown');
    expect(await sms.send({ ...message, again: true })).toMatchObject({ providerId: smscId(message.id) });
    expect(provider.taken).toHaveLength(1);
    expect(provider.asked.map(({ address }) => address)).toEqual(['POST /sys/send.php', 'POST /sys/status.php']);
    expect(provider.asked[0]?.form).toEqual({
      ...{ login: 'login', psw: 'pass:word', fmt: '3', charset: 'utf-8' },
      ...{ phones: NUMBER, mes: TEXT, id: smscId(message.id), sender: 'AkJet' },
    });

    // One that never arrived is sent after all.
    expect(await sms.send({ ...message, id: 'other/1/0', again: true })).toMatchObject({ providerId: smscId('other/1/0') });
    expect(provider.taken).toHaveLength(2);
    await provider.close();
  });
});

test.each([
  ['mobizon://key@api.mobizon.kz?from=AkJet', 'mobizon'],
  ['smsc://login:pass%3Aword@smsc.kz', 'smsc'],
  ['outbox://127.0.0.1:4200', 'outbox'],
])('SMS_URL %s opens a provider', (address, name) => {
  expect(openSms(address).name).toBe(name);
});

test('an SMS_URL of an unknown provider is refused, and the error does not quote it', () => {
  expect(() => openSms('twilio://secret@example.kz')).toThrow(/^(?!.*secret)/);
});
