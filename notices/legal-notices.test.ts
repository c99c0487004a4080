import { createPerformers } from '../activities/performers.ts';
import type { Mail } from '../gateways/mail/port.ts';
import { smtpMail } from '../gateways/mail/smtp.ts';
import { clamd } from '../gateways/malware/clamd.ts';
import type { Performer } from '../lives/effects.ts';
import { testLaws } from '../testing/charts/errand.ts';
import { performEffect } from '../testing/engine/effects.ts';
import { lettersTo, openMailServer, openMailServerAgainstUs } from '../testing/stand-ins/mailbox.ts';
import { numberOf, textsTo, troubleTexts } from '../testing/stand-ins/sms.ts';
import type { Errands } from '../testing/worlds/errands.ts';
import { openErrands } from '../testing/worlds/errands.ts';
import { until } from '../testing/worlds/world.ts';
import { askReports } from './sms-reports.ts';

const { errand: plain, parcel } = testLaws as { errand: (typeof testLaws)[string]; parcel: (typeof testLaws)[string] };
const { news } = plain.messages.notices;
if (news === undefined) throw new Error('an errand has no news');
const subject = { kk: '{sum}: {number}', ru: '{sum}: {number}', en: 'News of your errand {number}: {sum}' };
const withNews = (legal: true | 'unlessMailed' | undefined) => ({
  ...plain,
  messages: { ...plain.messages, notices: { news: { ...news, subject, ...(legal && { legal }) } } },
  facts: () => ({ sum: '1234567', rest: '0' }),
});

interface NoticeRow {
  id: string;
  channel: string;
  status: string;
  proof: string | null;
}

/** Tests perform effects by hand here, so no worker and no sweep run beside them. */
let unlessMailed: Errands;
let both: Errands;
let plainNews: Errands;
const open = (legal: true | 'unlessMailed' | undefined) => openErrands({ charts: { errand: withNews(legal), parcel }, sweeping: false });

beforeAll(async () => {
  [unlessMailed, both, plainNews] = await Promise.all([open('unlessMailed'), open(true), open(undefined)]);
});
afterAll(async () => {
  for (const mail of mails) mail.close();
  await Promise.all([unlessMailed, both, plainNews].map((each) => each.close()));
});

const mails: Mail[] = [];
const performersOf = (of: Errands, smtp = of.config.SMTP_URL): Record<string, Performer> => {
  const mail = smtpMail(smtp);
  mails.push(mail);
  return createPerformers({
    ...of.worker,
    mail,
    push: undefined,
    scanner: clamd(of.config.MALWARE_URL),
    operatorEmail: of.operatorEmail,
  }) as Record<string, Performer>;
};
/** A customer with news, and nothing sent yet. */
async function newsOf(of: Errands, { email = true, number = true } = {}) {
  const customer = await of.person('customer');
  const to = await numberOf(of.owner, customer);
  if (!email) await of.owner.query('update account set confirmed_details = null where id = $1', [customer]);
  if (!number) await of.owner.query('delete from membership where account = $1', [customer]);
  const id = crypto.randomUUID();
  await of.commitOnly(`errand/${id}`, 'post', 'customer', customer, { id });
  await of.commitOnly(`errand/${id}`, 'accept', 'contractor', of.contractor, {});
  const life = `errand/${id}`;
  return { customer, number: to, email: `${customer}@example.kz`, life, letter: `${life}/2/0`, text: `${life}/2/1` };
}
const noticesOf = (of: Errands, life: string): Promise<NoticeRow[]> =>
  of.rows('select id, channel, status, proof from notice where life = $1 order by channel', life);
const openKinds = async (of: Errands, life: string): Promise<string[]> =>
  (await of.rows<{ kind: string }>('select kind from effect where life = $1 and open', life)).map(({ kind }) => kind);
/** What waits for the staff about a life. */
const undelivered = (of: Errands, life: string): Promise<object[]> =>
  of.rows('select account, template, seen_at from undelivered where life = $1', life);

describe('a legal notice for which an email is enough', () => {
  it('goes only by email if one arrives', async () => {
    const { life, letter, email, number } = await newsOf(unlessMailed);
    await performEffect(unlessMailed.worker.lives, performersOf(unlessMailed), letter);
    expect(await noticesOf(unlessMailed, life)).toMatchObject([{ channel: 'mail', status: 'delivered' }]);
    expect([await openKinds(unlessMailed, life), await textsTo(number)]).toEqual([[], []]);
    await until(async () => (await lettersTo(email)).length === 1, 'the letter');
  });

  it('goes as an SMS if the account has no email', async () => {
    const { life, letter, number } = await newsOf(unlessMailed, { email: false });
    await performEffect(unlessMailed.worker.lives, performersOf(unlessMailed), letter);
    expect(await noticesOf(unlessMailed, life)).toMatchObject([
      { channel: 'mail', status: 'undeliverable', proof: 'the account has no confirmed e-mail address' },
      { channel: 'sms', status: 'sent' },
    ]);
    expect(await textsTo(number)).toMatchObject([{ text: expect.stringMatching(/News of your errand \d+: 12,345\.67\u00a0₸/) }]);
    expect([await openKinds(unlessMailed, life), await undelivered(unlessMailed, life)]).toEqual([[], []]);
  });

  it('goes as an SMS if the mail server refuses the address for good', async () => {
    const server = await openMailServer('550 no such mailbox');
    const { life, letter, number } = await newsOf(unlessMailed);
    await performEffect(unlessMailed.worker.lives, performersOf(unlessMailed, server.url), letter);
    expect(await noticesOf(unlessMailed, life)).toMatchObject([
      { channel: 'mail', status: 'undeliverable', proof: expect.stringContaining('550') },
      { channel: 'sms', status: 'sent' },
    ]);
    expect(await textsTo(number)).toHaveLength(1);
    await server.close();
  });

  it('waits at most an hour for a mail server that is away', async () => {
    const server = await openMailServer('450 later', '450 later', '450 later');
    const performers = performersOf(unlessMailed, server.url);
    const { life, letter, number } = await newsOf(unlessMailed);
    await expect(performEffect(unlessMailed.worker.lives, performers, letter)).rejects.toThrow('450');
    expect([await openKinds(unlessMailed, life), await textsTo(number)]).toEqual([['sendEmail'], []]);
    await unlessMailed.owner.query('update effect set tries = 59 where life = $1', [life]);
    await performEffect(unlessMailed.worker.lives, performers, letter);
    expect(await noticesOf(unlessMailed, life)).toMatchObject([{ status: 'undeliverable' }, { channel: 'sms', status: 'sent' }]);
    expect(await textsTo(number)).toHaveLength(1);
    await server.close();
  });

  it('arrives once if the process dies between the end of the email, the lease of the SMS and the sending', async () => {
    const { life, letter, number } = await newsOf(unlessMailed, { email: false });
    const performers = performersOf(unlessMailed);
    const { sendSms } = performers as { sendSms: Performer };
    const reached = Promise.withResolvers<void>();
    // The first process leases the SMS and never comes back.
    const dying: Performer = {
      ...sendSms,
      perform: () => {
        reached.resolve();
        return new Promise(() => {});
      },
    };
    void performEffect(unlessMailed.worker.lives, { ...performers, sendSms: dying }, letter);
    await reached.promise;
    expect(await noticesOf(unlessMailed, life)).toMatchObject([{ status: 'undeliverable' }, { channel: 'sms', status: 'waiting' }]);
    const [{ id: text } = { id: '' }] = (await noticesOf(unlessMailed, life)).filter(({ channel }) => channel === 'sms');
    await expect(performEffect(unlessMailed.worker.lives, performers, text)).rejects.toThrow('leased by another performer');
    expect(await textsTo(number)).toEqual([]);
    await unlessMailed.owner.query('update effect set lease_until = now() where life = $1', [life]);
    await performEffect(unlessMailed.worker.lives, performers, text);
    await performEffect(unlessMailed.worker.lives, performers, text);
    expect(await noticesOf(unlessMailed, life)).toMatchObject([{ status: 'undeliverable' }, { status: 'sent' }]);
    expect(await textsTo(number)).toHaveLength(1);
    // The letter is over: performing it again orders no second SMS.
    expect(await performEffect(unlessMailed.worker.lives, performers, letter)).toBeUndefined();
    expect(await noticesOf(unlessMailed, life)).toHaveLength(2);
  });
});

it('an ordinary notice goes only by email, also if there is none', async () => {
  const { life, letter, number } = await newsOf(plainNews, { email: false });
  await performEffect(plainNews.worker.lives, performersOf(plainNews), letter);
  expect(await noticesOf(plainNews, life)).toMatchObject([{ channel: 'mail', status: 'undeliverable' }]);
  expect([await textsTo(number), await undelivered(plainNews, life)]).toEqual([[], []]);
});

it('a mail server that refuses our sender makes no notice undeliverable: it is retried', async () => {
  const server = await openMailServerAgainstUs(1);
  const { life, letter } = await newsOf(plainNews);
  const performers = performersOf(plainNews, server.url);
  await expect(performEffect(plainNews.worker.lives, performers, letter)).rejects.toThrow('550');
  expect(await noticesOf(plainNews, life)).toMatchObject([{ status: 'waiting' }]);
  await performEffect(plainNews.worker.lives, performers, letter);
  expect(await noticesOf(plainNews, life)).toMatchObject([{ status: 'delivered' }]);
  await server.close();
});

describe('a legal notice that no channel delivers', () => {
  it('waits for the staff; one that arrived by email does not', async () => {
    const lost = await newsOf(both, { email: false, number: false });
    const mailed = await newsOf(both, { number: false });
    for (const { letter, text } of [lost, mailed]) {
      await performEffect(both.worker.lives, performersOf(both), text);
      await performEffect(both.worker.lives, performersOf(both), letter);
    }
    expect(await undelivered(both, lost.life)).toEqual([{ account: lost.customer, template: 'news', seen_at: null }]);
    expect(await undelivered(both, mailed.life)).toEqual([]);
  });

  it('is one item of work if both channels fail at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const { life, letter, text } = await newsOf(both, { email: false, number: false });
      await Promise.all([letter, text].map((each) => performEffect(both.worker.lives, performersOf(both), each)));
      expect(await undelivered(both, life)).toHaveLength(1);
    }
  });

  it('is noticed if its channels fail in two concurrent transactions', async () => {
    const { life } = await newsOf(both, { email: false, number: false });
    const [mail, sms] = await Promise.all([both.owner.connect(), both.owner.connect()]);
    const fail = (of: typeof mail, channel: string) =>
      of.query(`update notice set status = 'undeliverable' where life = $1 and channel = $2`, [life, channel]);
    await mail.query('begin');
    await fail(mail, 'mail');
    const second = fail(sms, 'sms');
    await mail.query('commit');
    await second;
    for (const client of [mail, sms]) client.release();
    expect(await undelivered(both, life)).toHaveLength(1);
  });

  it('waits for the staff if the SMS that replaced the email fails too', async () => {
    const { life, letter, customer, number } = await newsOf(unlessMailed, { email: false });
    await troubleTexts(number, 'refused');
    await performEffect(unlessMailed.worker.lives, performersOf(unlessMailed), letter);
    expect(await undelivered(unlessMailed, life)).toEqual([{ account: customer, template: 'news', seen_at: null }]);
  });

  it('waits for the staff if the provider reports later that it did not arrive', async () => {
    const { life, letter, number } = await newsOf(unlessMailed, { email: false });
    await troubleTexts(number, 'undelivered');
    await performEffect(unlessMailed.worker.lives, performersOf(unlessMailed), letter);
    expect(await undelivered(unlessMailed, life)).toEqual([]);
    await unlessMailed.owner.query('update sms set next_ask = now() where id like $1', [`${life}/%`]);
    await until(async () => {
      await askReports({ ...unlessMailed.worker.lives, sms: unlessMailed.sms });
      await unlessMailed.owner.query(`update sms set next_ask = now() where id like $1 and status = 'sent'`, [`${life}/%`]);
      return (await undelivered(unlessMailed, life)).length === 1;
    }, 'the report');
  });

  it('waits for the staff after a day of tries, and no longer once it is sent', async () => {
    const { life, letter, text, number } = await newsOf(both, { email: false });
    await performEffect(both.worker.lives, performersOf(both), letter);
    await both.owner.query(`update effect set tries = 1438 where life = $1 and kind = 'sendSms'`, [life]);
    await troubleTexts(number, 'down', 2);
    await expect(performEffect(both.worker.lives, performersOf(both), text)).rejects.toThrow();
    expect(await undelivered(both, life)).toEqual([]);
    await expect(performEffect(both.worker.lives, performersOf(both), text)).rejects.toThrow();
    expect(await undelivered(both, life)).toHaveLength(1);
    await performEffect(both.worker.lives, performersOf(both), text);
    expect(await noticesOf(both, life)).toMatchObject([{ status: 'undeliverable' }, { status: 'sent' }]);
    expect([await undelivered(both, life), await textsTo(number)]).toMatchObject([[], [{}]]);
  });
});
