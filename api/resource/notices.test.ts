import { numberOf, textsTo } from '../../testing/stand-ins/sms.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

interface Notice {
  template: string;
  legal: boolean;
  status: string;
  subject: string;
  body: string;
  settledAt: string | null;
  channels: { channel: string; status: string; settledAt: string | null; proof: string | null }[];
}

let api: Api;
let customer: Person;
let contractor: Person;

beforeAll(async () => {
  api = await openApi();
  [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'], 'kk')]);
});
afterAll(() => api.close());

const noticesOf = async (person: Person, path: string): Promise<Notice[]> =>
  (await api.as(person).get<{ items: Notice[] }>(`${path}/notices`)).body.items;

it('a legal notice (1.2) is one notice in the cabinet, with each channel and its proof', async () => {
  const number = await numberOf(api.owner, contractor.id);
  await api.withWorker(async () => {
    const { id, number: task } = await api.as(customer).postTask({ title: 'Piano to the third floor' });
    await api.as(contractor).command(id, 'accept', { version: 1 });
    for (const name of ['start', 'submit']) await api.as(contractor).command(id, name);
    await api.as(customer).command(id, 'refuse', { reasons: 'A scratch' });

    const settled = async () => {
      const notices = (await noticesOf(contractor, `/v1/tasks/${id}`)).filter(({ template }) => template === 'work-refused');
      return notices[0]?.channels.every(({ status }) => status !== 'waiting') && notices;
    };
    const notices = await until(settled, 'letter and text');
    expect(notices).toMatchObject([{ status: 'delivered', settledAt: expect.any(String) }]);
    expect(notices[0]?.channels).toEqual([
      { channel: 'mail', status: 'delivered', settledAt: expect.any(String), proof: expect.stringContaining('250') },
      { channel: 'sms', status: 'sent', settledAt: expect.any(String), proof: expect.stringMatching(/^outbox task\/.*, 2 segments$/) },
    ]);
    const [text] = await textsTo(number);
    expect(text?.text).toContain(`№ ${task} `);
    expect(text?.text).toMatch(/Толығырақ Жеке кабинетте: akjet\.kz$/);
    expect(text?.text).not.toContain('Piano');

    // An ordinary notice goes only by email.
    const others = await noticesOf(customer, `/v1/tasks/${id}`);
    expect(others.map(({ channels }) => channels.map(({ channel }) => channel))).toEqual(others.map(() => ['mail']));
  });
  expect(api.logged()).not.toContain(number.slice(1));
});

it('a notice that asks for money names the sum and its sender', async () => {
  const { id, number } = await api.as(customer).postTask();
  await api.as(contractor).command(id, 'accept', { version: 1 });
  for (const name of ['start', 'submit']) await api.as(contractor).command(id, name);
  await api.as(customer).command(id, 'approve');
  const due = (await noticesOf(customer, `/v1/tasks/${id}`)).find(({ template }) => template === 'payment-due');
  expect(due?.subject).toMatch(
    new RegExp(`^Please pay for the work on task ${number}: 15,000\\.00\u00a0₸, no later than \\d{1,2} [A-Z][a-z]+ \\d{4}$`),
  );
  expect(due?.body).toContain('To be paid: 15,000.00\u00a0₸, no later than');
  expect(due?.body).toMatch(/\n\nOperator of the AkJet platform: ТОО «GIGPLATFORMWORK»\n/);

  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Almaty' }).format(Date.now());
  await api.as(customer).command(id, 'report', { amount: 400_000, paidOn: today });
  const reported = (await noticesOf(contractor, `/v1/tasks/${id}`)).find(({ template }) => template === 'payment-reported');
  expect(reported?.body).toContain('4\u00a0000,00\u00a0₸');
});
it('a reader without an email gets an SMS about what starts a term, and for the other side the email is enough', async () => {
  const [noEmail, withEmail] = await Promise.all([api.join(['customer']), api.join(['customer'])]);
  await api.owner.query('update account set confirmed_details = null where id = $1', [noEmail.id]);
  const number = await numberOf(api.owner, noEmail.id);
  await api.withWorker(async () => {
    const submittedTo = async (reader: Person) => {
      const { id } = await api.as(reader).postTask();
      await api.as(contractor).command(id, 'accept', { version: 1 });
      for (const name of ['start', 'submit']) await api.as(contractor).command(id, name);
      const life = `task/${id}`;
      await until(async () => (await api.rows('select from effect where life = $1 and open', life)).length === 0, 'all notices');
      return (await noticesOf(reader, `/v1/tasks/${id}`)).filter(({ template }) => template === 'work-submitted');
    };
    expect(await submittedTo(noEmail)).toMatchObject([
      {
        legal: true,
        status: 'sent',
        channels: [
          { channel: 'mail', status: 'undeliverable', proof: 'the account has no confirmed e-mail address' },
          { channel: 'sms', status: 'sent' },
        ],
      },
    ]);
    expect(await submittedTo(withEmail)).toMatchObject([{ legal: true, status: 'delivered', channels: [{ channel: 'mail' }] }]);
  });
  expect((await textsTo(number)).map(({ text }) => text)).toContainEqual(expect.stringMatching(/^Work on task \d+ /));
  const texts = (await textsTo(await numberOf(api.owner, withEmail.id))).map(({ text }) => text);
  expect(texts).not.toContainEqual(expect.stringMatching(/^Work on task/));
});
