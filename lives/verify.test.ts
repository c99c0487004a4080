/** What `verify` and the commit say of a record that somebody changed past the platform, with the rights of the application or of the owner. */
import { smtpMail } from '../gateways/mail/smtp.ts';
import { sendAlarms } from '../notices/damage-alarm.ts';
import { acceptedTask, closedTask } from '../testing/lives/tasks.ts';
import { changeText, textsOf } from '../testing/people/sealed.ts';
import { lettersTo } from '../testing/stand-ins/mailbox.ts';
import type { Sandbox } from '../testing/stand-ins/payments.ts';
import { openSandbox } from '../testing/stand-ins/payments.ts';
import type { Api, Person } from '../testing/worlds/api.ts';
import { joinParties, openApi } from '../testing/worlds/api.ts';
import { until } from '../testing/worlds/world.ts';
import { catchUp } from './commit.ts';
import { LifeDamaged } from './damage.ts';
import { examine, verify } from './verify.ts';

let api: Api;
let sandbox: Sandbox;
let customer: Person;
let contractor: Person;
let staff: Person;
beforeAll(async () => {
  sandbox = await openSandbox();
  api = await openApi({ settings: sandbox.settings });
  ({ customer, contractor, staff } = await joinParties(api));
});
afterAll(async () => {
  await api.close();
  await sandbox.close();
});

/** Changes rows as the owner of the database, past triggers and foreign keys. */
const change = (sql: string) => api.owner.query(`set session_replication_role = replica; ${sql}; set session_replication_role = origin`);

/** Lets a worker do all that a task ordered. */
const settled = (life: string) =>
  api.withWorker(() =>
    until(async () => (await api.rows(`select from effect where life = $1 and open`, life)).length === 0, 'the effects to be done'),
  );

const submitted = async (): Promise<string> => {
  const id = await acceptedTask(api, customer, contractor);
  await api.as(contractor).command(id, 'start');
  await api.as(contractor).command(id, 'submit');
  return id;
};

describe('the record of a life', () => {
  it('holds for a task that was paid, and for everything beside it: each event is repeated by the chart', async () => {
    const id = await closedTask(api, customer, contractor);
    await settled(`task/${id}`);
    const lives = await api.rows<{ id: string; seq: number }>(`select id, seq from life where id like '%' || $1 || '%'`, id);
    expect(lives.length).toBeGreaterThan(3);
    for (const { id: life, seq } of lives)
      expect([life, await examine(api.lives, life)]).toEqual([life, { fault: undefined, events: seq, repeated: seq }]);
  });

  it.each<[string, number, string, string]>([
    ['an effect', 2, `update effect set params = params || '{"to": "another"}'`, 'an effect that the event ordered was changed'],
    ['a missing effect', 2, `delete from effect`, 'an effect that the event ordered was changed, removed'],
    ['a notice', 2, `update notice set account = '00000000-0000-4000-8000-000000000000'`, 'a notice of the event was changed'],
    ['a missing update', 1, `delete from outbox`, 'the update in the outbox of the event was changed, removed'],
  ])('that has %s changed is found at its event', async (_, seq, sql, problem) => {
    const life = `task/${await acceptedTask(api, customer, contractor)}`;
    await expect(verify(api.lives, life)).resolves.toBeUndefined();
    await change(`${sql} where life = '${life}' and seq = ${seq}`);
    await expect(verify(api.lives, life)).resolves.toEqual({ seq, problem: expect.stringContaining(problem) });
  });

  it('that has a posting changed is found at its event', async () => {
    const { id, payment } = await paid();
    await expect(verify(api.lives, payment)).resolves.toBeUndefined();
    await change(`update posting set amount = amount + 1 where life = '${payment}'`);
    const fault = await verify(api.lives, payment);
    expect(fault?.problem).toContain('a posting of the event was changed');
    await expect(verify(api.lives, `task/${id}`)).resolves.toBeUndefined();
  });

  it('that has a text changed, removed or emptied or erased without a reason is found by the id of the text', async () => {
    const life = `task/${await acceptedTask(api, customer, contractor)}`;
    const [text] = await textsOf(api.owner, life);
    const of = `where id = '${text?.id}'`;
    // Whoever has the sealing secret can seal another text, and is found by the keyed hash.
    await changeText(api.owner, text?.id as string, life, { ...text?.body, title: 'Move ten pianos' });
    await expect(verify(api.lives, life)).resolves.toEqual({ seq: 1, problem: `the text ${text?.id} was changed` });
    await changeText(api.owner, text?.id as string, life, text?.body as object);
    await expect(verify(api.lives, life)).resolves.toBeUndefined();
    await change(`update erasable_text set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) ${of}`);
    await expect(verify(api.lives, life)).resolves.toEqual({ seq: 1, problem: `the text ${text?.id} was changed` });
    await change(`update erasable_text set sealed = null ${of}`);
    await expect(verify(api.lives, life)).resolves.toEqual({ seq: 1, problem: `the text ${text?.id} is empty and was not erased` });
    await change(`update erasable_text set erased_at = now() ${of}`);
    const unexplained = { seq: 1, problem: `the text ${text?.id} was erased, and the end of no account explains it` };
    await expect(verify(api.lives, life)).resolves.toEqual(unexplained);
    // An account that stands explains nothing.
    await change(`update erasable_text set erased_for = '${customer.id}' ${of}`);
    await expect(verify(api.lives, life)).resolves.toEqual(unexplained);
    await change(`delete from erasable_text ${of}`);
    await expect(verify(api.lives, life)).resolves.toEqual({ seq: 1, problem: `the text ${text?.id} is missing` });
  });

  it('that has a document changed or removed is found by its hash', async () => {
    const id = await submitted();
    const signing = `signing/${id}/1`;
    await settled(`task/${id}`);
    await expect(verify(api.lives, signing)).resolves.toBeUndefined();
    const [document] = await api.rows<{ sha256: string }>('select document as sha256 from document_of_life where life = $1', signing);
    await change(`alter table document drop constraint if exists document_sha256_check; alter table document drop constraint if exists document_check;
      update document set bytes = 'another' where sha256 = '${document?.sha256}'`);
    await expect(verify(api.lives, signing)).resolves.toEqual({
      seq: 1,
      problem: `the document ${document?.sha256} is missing or was changed`,
    });
    await change(`update document set bytes = null, erased_at = now(), erased_for = '${customer.id}' where sha256 = '${document?.sha256}'`);
    await expect(verify(api.lives, signing)).resolves.toEqual({
      seq: 1,
      problem: `the document ${document?.sha256} was erased, and the end of no account explains it`,
    });
  });

  it.each([
    ['title', `update task set title = 'Move ten pianos'`, 'task'],
    ['price', 'update task set price = price + 1', 'task'],
    ['customer', `update task set customer = '00000000-0000-4000-8000-000000000000'`, 'task'],
    ['candidates', `insert into candidate (account, number, task) select gen_random_uuid(), number, id from task`, 'candidate'],
  ])('whose read model shows another %s is found', async (_, sql, table) => {
    const life = `task/${await acceptedTask(api, customer, contractor)}`;
    await change(`${sql} where id = '${life}'`);
    await expect(verify(api.lives, life)).resolves.toEqual({ seq: 2, problem: `the read model ${table} is not what the snapshot gives` });
    // The repetition was not kept.
    await expect(verify(api.lives, life)).resolves.toBeDefined();
  });
});

/** A task whose money was captured through the provider. */
async function paid(): Promise<{ id: string; payment: string }> {
  const id = await acceptedTask(api, customer, contractor, { payment: 'platform' });
  const payment = `payment/${id}/1`;
  await api.withWorker(async () => {
    await api.as(contractor).command(id, 'start');
    await api.as(contractor).command(id, 'submit');
    await api.as(customer).command(id, 'approve');
    const page = await until(async () => {
      const { body } = await api.as(customer).get<{ page?: string | null }>(`/v1/payments/${id}.1`);
      return body.page;
    }, 'the page');
    await sandbox.onPage(page, 'approve');
    await until(async () => (await api.rows('select from posting where life = $1', payment)).length > 0, 'the postings');
    await until(async () => (await api.rows('select from effect where life = $1 and open', payment)).length === 0, 'the effects');
  });
  return { id, payment };
}

describe('a snapshot that was changed past the commit', () => {
  const launder = (id: string) =>
    api.rows(`update life set snapshot = jsonb_set(snapshot, '{context,work,price}', '"99900000"') where id = $1`, `task/${id}`);

  it('stops the life: the next command changes nothing, and the price stays what was agreed', async () => {
    const id = await submitted();
    await launder(id);
    const before = await api.countEvents();
    const { status, problem, headers } = await api.as(customer).post(`/v1/tasks/${id}/approve`, { submission: 1 });
    expect([status, problem?.code, headers.get('retry-after')]).toEqual([503, 'record-damaged', '3600']);
    expect(await api.countEvents()).toBe(before);
    await expect(catchUp(api.lives, `task/${id}`)).rejects.toThrow(LifeDamaged);
    await expect(verify(api.lives, `task/${id}`)).resolves.toMatchObject({ seq: 4, problem: expect.stringContaining('snapshot') });
  });

  it('is told to the staff once, by letter and in their list of work, until one of them has seen it', async () => {
    const id = await submitted();
    await launder(id);
    for (let times = 0; times < 2; times++) await api.as(customer).post(`/v1/tasks/${id}/approve`, { submission: 1 });
    const listed = async () => {
      const { body } = await api.as(staff).get<{ items: { number: number; href: string }[] }>('/v1/operator/work?kind=damaged');
      return body.items.find(({ href }) => href === `/v1/tasks/${id}/events`);
    };
    const item = await listed();
    expect(item).toBeDefined();
    const mail = smtpMail(api.config.SMTP_URL);
    const alarms = { ...api.worker.lives, mail, operatorEmail: api.operatorEmail };
    expect(await sendAlarms(alarms)).toBeGreaterThan(0);
    expect(await sendAlarms(alarms)).toBe(0);
    mail.close();
    const letters = await until(async () => {
      const all = (await lettersTo(api.operatorEmail)).filter(({ subject }) => subject.includes(`task/${id}`));
      return all.length > 0 && all;
    }, 'the letter');
    expect(letters).toHaveLength(1);
    await api.as(staff).post(`/v1/operator/work/${item?.number}/seen`, {});
    expect(await listed()).toBeUndefined();
  });

  it('does no harm to other lives, and the life goes on once the owner has put the snapshot back', async () => {
    const [id, other] = [await submitted(), await submitted()];
    const [kept] = await api.rows<{ snapshot: object }>('select snapshot from life where id = $1', `task/${id}`);
    await launder(id);
    expect((await api.as(customer).post(`/v1/tasks/${id}/approve`, { submission: 1 })).problem?.code).toBe('record-damaged');
    await api.as(customer).command(other, 'approve');
    await api.owner.query('update life set snapshot = $2 where id = $1', [`task/${id}`, JSON.stringify(kept?.snapshot)]);
    await api.as(customer).command(id, 'approve');
    await expect(verify(api.lives, `task/${id}`)).resolves.toBeUndefined();
  });

  it('is found also where the head was set back to an earlier event', async () => {
    const id = await submitted();
    await change(`update life set head = repeat('0', 64) where id = 'task/${id}'`);
    expect((await api.as(customer).post(`/v1/tasks/${id}/approve`, { submission: 1 })).problem?.code).toBe('record-damaged');
  });
});
