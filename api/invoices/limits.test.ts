import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { catchUp, commit } from '../../lives/commit.ts';
import { todayOf } from '../../models/stores/life.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { addCalendarDays, civilDate } from '../../rules/working-days.ts';
import { pass, shiftClock } from '../../testing/engine/pass.ts';
import { drawInvoice, invoiceIsSent, invoicePath } from '../../testing/lives/invoices.ts';
import { acceptedTask } from '../../testing/lives/tasks.ts';
import { registerUnderOffer } from '../../testing/people/accounts.ts';
import type { Api, Person, Reply, Task } from '../../testing/worlds/api.ts';
import { openApi, posting, startable } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { NewTasks } from './limits.ts';
import type { InvoiceFacts } from './schema.ts';

type Invoice = z.output<typeof InvoiceFacts> & { state: string; ifNobodyActs: { at: string } | null };

const DAY = 86_400_000;

let api: Api;
let operator: Person;
let contractor: Person;
beforeAll(async () => {
  api = await openApi({ ownDatabase: true });
  [operator, contractor] = await Promise.all([api.join(['operator']), api.join(['contractor'])]);
});
afterAll(() => api.close());

const post = (who: Person): Promise<Reply<Task>> => api.as(who).post<Task>('/v1/tasks', posting());
const told = async (who: Person): Promise<z.output<typeof NewTasks>> =>
  (await api.as(who).get<{ newTasks: z.output<typeof NewTasks> }>(`/v1/accounts/${who.id}`)).body.newTasks;
const read = async (life: string): Promise<Invoice> => (await api.as(operator).get<Invoice>(invoicePath(life))).body;
const say = (life: string, name: string, body: object, by = operator): Promise<Reply<Invoice>> =>
  api.as(by).post<Invoice>(`${invoicePath(life)}/${name}`, body);
/** Lets days pass for an invoice without its workflow, and fires what is due. */
async function days(life: string, number: number): Promise<void> {
  await shiftClock(api, life, number * DAY);
  await catchUp(api.lives, life);
}
/** An invoice of 1 000 tenge that limits new tasks: its customer was warned three weeks after the term. */
async function limiting(who: Person): Promise<string> {
  const life = await drawInvoice(api, who.id);
  await invoiceIsSent(api, life);
  await days(life, 40);
  await invoiceIsSent(api, life, await todayOf(api.lives.database, life));
  expect((await told(who)).limited).toBe(false);
  await days(life, 21);
  expect((await told(who)).limited).toBe(true);
  return life;
}

describe('new tasks of a customer with an overdue invoice (3.2)', () => {
  it('are limited after a letter that was sent, as was shown before; what runs goes on, and the payment ends it at once', async () => {
    const customer = await registerUnderOffer(api, ['customer']);
    const task = await acceptedTask(api, customer, contractor, startable());
    const life = await drawInvoice(api, customer.id);
    await api.withWorker(async () => {
      await until(async () => (await read(life)).state === 'sent', 'the sending');
      expect(await told(customer)).toMatchObject({ limited: false, invoices: [] });
      await pass(api, life, 26 * DAY);
      await until(async () => (await read(life)).newTasksLimited !== null, 'the sending of the warning');
      const { from, toldOn } = (await read(life)).newTasksLimited as NonNullable<Invoice['newTasksLimited']>;
      const [letter] = await api.rows<{ at: Date }>(
        `select min(settled_at) as at from notice where life = $1 and template = 'invoice-limit-warning' and status in ('sent', 'delivered')`,
        life,
      );
      expect(civilDate(letter?.at.toISOString() ?? '')).toBe(toldOn);
      expect(from > addCalendarDays(toldOn, 6)).toBe(true);
      expect(await told(customer)).toMatchObject({ limited: false, invoices: [{ limitedFrom: from, limits: false }] });
      expect((await post(customer)).status).toBe(201);

      await pass(api, life, 12 * DAY);
      const { principalOwed, penaltyOwed, paperNumber } = await read(life);
      const owed = principalOwed.amount + penaltyOwed.amount;
      expect([principalOwed.amount, penaltyOwed.amount > 0]).toEqual([100_000, true]);
      expect(await told(customer)).toMatchObject({ limited: true, invoices: [{ paperNumber, owed: { amount: owed }, limits: true }] });
      const { status, problem } = await post(customer);
      expect([status, problem?.code, problem?.clause]).toEqual([403, 'invoices-overdue', '3.2']);
      expect(problem).toMatchObject({ invoices: [{ paperNumber, owed: { amount: owed }, limitedFrom: from }] });
      expect(problem?.detail).toMatch(new RegExp(`№ ${paperNumber}, .*IBAN`));
      expect(problem?.detail).toContain('Tasks that are posted go on as before');
      // What was begun goes on.
      await api.as(contractor).command(task, 'start');
      await api.as(contractor).command(task, 'submit');
      await api.as(customer).command(task, 'approve');

      expect((await say(life, 'record-payment', { amount: 100_000, paidOn: todayInAlmaty() })).status).toBe(200);
      expect(await told(customer)).toMatchObject({ limited: false, invoices: [] });
      expect((await post(customer)).status).toBe(201);
    });
  });

  it('are limited after a warning that the staff sent again, as the first reached nobody; and a letter tells when the limit ends', async () => {
    const customer = await registerUnderOffer(api, ['customer']);
    const life = await drawInvoice(api, customer.id);
    await invoiceIsSent(api, life);
    await days(life, 40);
    const input = { reason: 'not-notified' };
    await commit(api.lives, { life, idempotencyKey: randomUUID(), type: 'noticeNotSent', by: 'platform', input });
    await days(life, 21);
    expect(await told(customer)).toMatchObject({ limited: false, invoices: [] });
    expect(await api.rows(`select duty from work where life = $1`, life)).toEqual([{ duty: 'warnAgain' }]);
    expect((await say(life, 'warn-again', {})).status).toBe(200);
    await days(life, 21);
    expect((await told(customer)).limited).toBe(false);
    await invoiceIsSent(api, life, await todayOf(api.lives.database, life));
    await days(life, 21);
    expect((await told(customer)).limited).toBe(true);
    expect((await say(life, 'warn-again', {})).problem?.rule).toBe('warningFailed');

    const ended = () => api.rows(`select account from notice where life = $1 and template = 'invoice-limit-ended'`, life);
    expect((await say(life, 'record-payment', { amount: 40_000, paidOn: await todayOf(api.lives.database, life) })).status).toBe(200);
    expect(await ended()).toEqual([]);
    expect((await say(life, 'record-payment', { amount: 60_000, paidOn: await todayOf(api.lives.database, life) })).status).toBe(200);
    expect([(await told(customer)).limited, await ended()]).toEqual([false, [{ account: customer.id }]]);
  });

  it('are not limited while objections are considered, and limited again after they were answered', async () => {
    const customer = await registerUnderOffer(api, ['customer']);
    const life = await limiting(customer);
    expect((await post(customer)).status).toBe(403);
    expect((await say(life, 'dispute', { reasons: 'Another task' }, customer)).body.newTasksLimited).toMatchObject({ now: false });
    expect((await post(customer)).status).toBe(201);
    await say(life, 'uphold', { reasons: 'It is this task' });
    await days(life, 0);
    expect((await post(customer)).problem?.code).toBe('invoices-overdue');
    // Another customer is not concerned.
    expect((await post(await registerUnderOffer(api, ['customer']))).status).toBe(201);
  });

  it('wait for a payment that is being recorded, and are posted with it', async () => {
    const customer = await registerUnderOffer(api, ['customer']);
    const life = await limiting(customer);
    const payment = await api.owner.connect();
    await payment.query('begin');
    await payment.query('update invoice set limits = false, limit_from = null where id = $1', [life]);
    const waiting = post(customer);
    await until(
      async () =>
        (await api.rows(`select from pg_stat_activity where wait_event_type = 'Lock' and query like '%for share of invoice%'`)).length > 0,
      'the post to wait',
    );
    await payment.query('rollback');
    payment.release();
    // It was not paid after all.
    expect((await waiting).status).toBe(403);
    const paid = say(life, 'record-payment', { amount: 200_000, paidOn: todayInAlmaty() });
    const [{ status }, { body }] = await Promise.all([post(customer), paid]);
    expect([[201, 403].includes(status), body.state]).toEqual([true, 'paid']);
    expect((await post(customer)).status).toBe(201);
  });
});
