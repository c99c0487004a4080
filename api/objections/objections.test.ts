import { catchUp } from '../../lives/commit.ts';
import { lifeOfPublicId, taskLife } from '../../lives/ids.ts';
import { verify } from '../../lives/verify.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { addCalendarDays, morningOf } from '../../rules/working-days.ts';
import { pass, shiftClock } from '../../testing/engine/pass.ts';
import { examinedFile } from '../../testing/lives/files.ts';
import { missedStart } from '../../testing/lives/starts.ts';
import { acceptedTask } from '../../testing/lives/tasks.ts';
import { closes } from '../../testing/people/closing.ts';
import { does, settle } from '../../testing/people/registration.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api, Person, Reply, Task } from '../../testing/worlds/api.ts';
import { inHours, openApi } from '../../testing/worlds/api.ts';

const [HOUR, DAY] = [3_600_000, 86_400_000];

interface Objection extends Pick<Task, 'id' | 'state' | 'commands'> {
  outcome: string;
  reasons: string | null;
  answerBy: string;
  decideBy: string;
  answer: { comment: string | null } | null;
  decision: { reasons: string | null } | null;
  files?: { id: string; href: string }[];
}
interface Recorded {
  task: string;
  outcome: string;
  recordedAt: string;
  objectUntil: string;
  mayObject: boolean;
  standing: string;
  objection: { id: string; state: string } | null;
}

let api: Api;
let customer: Person;
let operator: Person;
beforeAll(async () => {
  api = await openApi({ sweeping: false, limits: { requests: 1_000_000 } });
  [customer, operator] = await Promise.all([api.join(['customer']), api.join(['operator'])]);
});
afterAll(() => api.close());

/** A contractor whose profile others read. */
async function contractorNow(): Promise<Person> {
  const { person, account } = await settle(api);
  await does(api, person, account, 'describe', { profile: { headline: 'Грузчик' } });
  return { ...person, id: account.id } as unknown as Person;
}
const object = (person: Person, task: string, given: object = {}, wish = {}): Promise<Reply<Objection>> =>
  api.as(person).post<Objection>('/v1/objections', { task, reasons: 'The gate was closed', ...given }, wish);
/** An objection to a missed start. Returns its path. */
async function objected(person: Person, given: object = {}): Promise<string> {
  const { body, problem } = await object(person, await missedStart(api, customer, person), given);
  if (problem) throw new Error(JSON.stringify(problem));
  return `/v1/objections/${body.id}`;
}
const say = (person: Person, path: string, name: string, body: object = {}): Promise<Reply<Objection>> =>
  api.as(person).post<Objection>(`${path}/${name}`, body);
const read = (person: Person, path: string) => api.as(person).get<Objection>(path);
const lifeOf = (path: string): string => lifeOfPublicId('objection', path.replace('/v1/objections/', ''));
const starts = async ({ id }: Person) => (await api.as(customer).get<{ starts: object }>(`/v1/contractors/${id}`)).body.starts;
const recorded = async (person: Person): Promise<Recorded[]> =>
  (await api.as(person).get<{ items: Recorded[] }>('/v1/accounts/me/starts')).body.items;
const templatesOf = async (person: Person, path: string): Promise<string[]> =>
  (await api.as(person).get<{ items: { template: string }[] }>(`${path}/notices`)).body.items.map(({ template }) => template);
const answered = async (path: string): Promise<string> => {
  await say(customer, path, 'answer', { comment: 'Nobody was at the gate' });
  return path;
};
const later = async (path: string, milliseconds: number): Promise<void> => {
  await shiftClock(api, lifeOf(path), milliseconds);
  await catchUp(api.lives, lifeOf(path));
};
const counted = { inTime: 0, late: 0, missed: 1, contested: 0 };
const contested = { ...counted, missed: 0, contested: 1 };
const excused = { ...counted, missed: 0 };

describe('an objection to a recorded start (4.2.1)', () => {
  it('takes the record out of the figures until it is decided, and for good if the operator excuses it', async () => {
    const contractor = await contractorNow();
    const task = await missedStart(api, customer, contractor);
    expect(await starts(contractor)).toEqual(counted);
    const { body, status, headers } = await object(contractor, task);
    const path = `/v1/objections/${body.id}`;
    expect([status, headers.get('location')]).toEqual([201, path]);
    expect(body).toMatchObject({ state: 'asked', outcome: 'missed', reasons: 'The gate was closed', answer: null, decision: null });
    expect(await starts(contractor)).toEqual(contested);
    expect(await templatesOf(customer, path)).toEqual(['objection-raised']);
    expect((await say(customer, path, 'answer', { comment: 'The gate was indeed closed' })).body.state).toBe('deciding');
    // That the customer agrees changes nothing by itself.
    expect(await starts(contractor)).toEqual(contested);
    expect((await say(operator, path, 'excuse', { reasons: 'Both say the same' })).body.state).toBe('excused');
    expect(await starts(contractor)).toEqual(excused);
    expect((await read(contractor, path)).body).toMatchObject({
      answer: { comment: 'The gate was indeed closed' },
      decision: { reasons: 'Both say the same' },
    });
    expect(await templatesOf(contractor, path)).toEqual(['objection-answered', 'objection-excused']);
    expect(await templatesOf(customer, path)).toEqual(['objection-raised', 'objection-excused']);
    await expect(verify(api.lives, lifeOf(path))).resolves.toBeUndefined();
  });

  it('leaves the record if the operator keeps it, with reasons that both read, or the contractor withdraws it', async () => {
    const [one, other] = [await contractorNow(), await contractorNow()];
    const kept = await answered(await objected(one));
    expect((await say(operator, kept, 'keep')).problem?.code).toBe('invalid-input');
    await say(operator, kept, 'keep', { reasons: 'The camera shows an open gate' });
    expect(await starts(one)).toEqual(counted);
    for (const person of [one, customer]) expect((await read(person, kept)).body.decision?.reasons).toBe('The camera shows an open gate');
    const withdrawn = await objected(other);
    expect((await say(other, withdrawn, 'withdraw')).body.state).toBe('withdrawn');
    expect(await starts(other)).toEqual(counted);
    expect(await templatesOf(customer, withdrawn)).toEqual(['objection-raised', 'objection-withdrawn']);
  });

  it('waits for the staff with a deadline once the term of the customer is over; what they do not decide in time counts no more', async () => {
    const contractor = await contractorNow();
    const path = await objected(contractor);
    const work = async () =>
      (await api.as(operator).get<{ items: { kind: string; href: string }[] }>('/v1/operator/work?limit=100')).body.items
        .filter(({ href }) => href === path)
        .map(({ kind }) => kind);
    expect(await work()).toEqual([]);
    expect((await say(operator, path, 'keep', { reasons: 'Too early' })).problem?.code).toBe('not-in-this-state');
    const { answerBy, decideBy } = (await read(contractor, path)).body;
    await later(path, Date.parse(answerBy) - Date.now() + HOUR);
    expect(await work()).toEqual(['decideObjection']);
    expect((await say(customer, path, 'answer', { comment: 'Too late' })).problem?.code).toBe('not-in-this-state');
    await later(path, Date.parse(decideBy) - Date.parse(answerBy));
    expect((await read(contractor, path)).body.state).toBe('undecided');
    expect(await work()).toEqual([]);
    expect(await starts(contractor)).toEqual(excused);
    expect((await templatesOf(contractor, path)).at(-1)).toBe('objection-undecided');
  });

  it('is raised once for each record, also if it comes twice at once; a repeat is no other one', async () => {
    const contractor = await contractorNow();
    const task = await missedStart(api, customer, contractor);
    const key = crypto.randomUUID();
    const both = await Promise.all([object(contractor, task, {}, { key }), object(contractor, task)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const first = both.find(({ status }) => status === 201) as Reply<Objection>;
    if (both[0] === first) expect((await object(contractor, task, {}, { key })).body.id).toBe(first.body.id);
    await say(contractor, `/v1/objections/${first.body.id}`, 'withdraw');
    expect((await object(contractor, task)).problem?.code).toBe('not-in-this-state');
  });

  it('may be raised until the end of the fourteenth day after the record', async () => {
    const contractor = await contractorNow();
    const tasks = [await missedStart(api, customer, contractor), await missedStart(api, customer, contractor)];
    const today = todayInAlmaty();
    for (const [at, task] of tasks.entries()) {
      const recordedAt = morningOf(addCalendarDays(today, -14 - at));
      await api.owner.query('update start_record set recorded_at = $2 where task = $1', [taskLife(task), recordedAt]);
    }
    expect((await recorded(contractor)).map(({ mayObject }) => mayObject)).toEqual([false, true]);
    expect((await object(contractor, tasks[1] as string)).problem).toMatchObject({ status: 422, rule: 'isInTime', clause: '4.2.1' });
    expect((await object(contractor, tasks[0] as string)).status).toBe(201);
  });

  it('is about a record of the contractor that stands: not of another one, not of a start in time, and not of one that was moved', async () => {
    const [contractor, other] = [await contractorNow(), await contractorNow()];
    const missed = await missedStart(api, customer, contractor);
    const refused = { status: 422, code: 'rule-refused', rule: 'startIsRecorded' };
    expect((await object(other, missed)).problem).toMatchObject(refused);
    expect((await object(other, crypto.randomUUID())).problem).toMatchObject(refused);
    expect((await object(customer, missed)).problem?.code).toBe('wrong-party');
    expect((await object(operator, missed)).problem?.code).toBe('wrong-party');
    const inTime = await acceptedTask(api, customer, contractor);
    await api.as(contractor).command(inTime, 'start');
    expect((await object(contractor, inTime)).problem).toMatchObject(refused);
    const lines = [{ id: 1, name: 'Loading', unit: 'hour', quantity: 5, unitPrice: 300_000 }];
    await api.as(contractor).command(missed, 'amend', { title: 'Later', version: 1, lines, startAt: inHours(60), dueAt: inHours(72) });
    await api.as(customer).command(missed, 'accept-amendment', { version: 1 });
    expect((await object(contractor, missed)).problem).toMatchObject(refused);
    expect(await recorded(contractor)).toEqual([]);
  });

  it('contests one record and not the one that a task gets after its start was moved', async () => {
    const contractor = await contractorNow();
    const task = await missedStart(api, customer, contractor);
    const first = await object(contractor, task);
    const lines = [{ id: 1, name: 'Loading', unit: 'hour', quantity: 5, unitPrice: 300_000 }];
    await api.as(contractor).command(task, 'amend', { title: 'Later', version: 1, lines, startAt: inHours(60), dueAt: inHours(72) });
    await api.as(customer).command(task, 'accept-amendment', { version: 1 });
    expect(await starts(contractor)).toEqual({ ...counted, missed: 0 });
    await shiftClock(api, taskLife(task), 13 * HOUR);
    await catchUp(api.lives, taskLife(task));
    expect(await starts(contractor)).toEqual(counted);
    const second = await object(contractor, task);
    expect([second.status, second.body.id === first.body.id]).toEqual([201, false]);
  });

  it('is hidden from others with its files; its files are those of who names them', async () => {
    const [contractor, other] = [await contractorNow(), await contractorNow()];
    const task = await missedStart(api, customer, contractor);
    const theirs = await examinedFile(api, customer);
    expect((await object(contractor, task, { files: [theirs] })).problem).toMatchObject({ code: 'rule-refused', rule: 'filesAreUsable' });
    const own = await examinedFile(api, contractor);
    const path = `/v1/objections/${(await object(contractor, task, { files: [own] })).body.id}`;
    await say(customer, path, 'answer', { comment: 'See the picture', files: [theirs] });
    for (const person of [contractor, customer, operator]) {
      expect((await read(person, path)).body.files?.map(({ id }) => id)).toEqual([own, theirs]);
      for (const file of [own, theirs]) expect((await api.as(person).get(`/v1/files/${file}`)).status).toBe(200);
    }
    const stranger = await api.join(['customer']);
    for (const person of [other, stranger]) {
      for (const end of ['', '/events', '/notices']) expect((await api.as(person).get(`${path}${end}`)).status).toBe(404);
      for (const file of [own, theirs]) expect((await api.as(person).get(`/v1/files/${file}`)).status).toBe(404);
      expect((await say(person, path, 'answer', { comment: 'I saw it' })).status).toBe(404);
      expect((await api.as(person).get<{ items: object[] }>('/v1/objections')).body.items).toEqual([]);
    }
    expect(api.logged()).not.toContain('See the picture');
  });

  it('is decided by neither party, and by no member of the staff who stands behind one of them', async () => {
    const contractor = await contractorNow();
    const path = await answered(await objected(contractor));
    for (const person of [contractor, customer])
      for (const name of ['excuse', 'keep']) expect((await say(person, path, name, { reasons: 'Mine' })).problem?.code).toBe('wrong-party');
    for (const party of [contractor, customer]) {
      const clerk = await api.join(['operator']);
      await api.owner.query(`insert into membership (account, person, roles) select $1, person, '{}' from membership where account = $2`, [
        party.id,
        clerk.id,
      ]);
      expect((await say(clerk, path, 'excuse', { reasons: 'Mine' })).problem).toMatchObject({ rule: 'accountIsOfAnother' });
    }
    expect((await read(operator, path)).body.state).toBe('deciding');
  });

  it('is open to a suspended contractor', async () => {
    const contractor = await contractorNow();
    const task = await missedStart(api, customer, contractor);
    await does(api, operator, contractor, 'suspend', { ground: 'complaints', reasons: 'Words for the staff' });
    const { status, body } = await object(contractor, task);
    expect(status).toBe(201);
    expect((await say(contractor, `/v1/objections/${body.id}`, 'withdraw')).status).toBe(200);
  });

  it('waits with few others of its account', async () => {
    await setParameter(api.owner, 'objectionsOpenMost', 1);
    const contractor = await contractorNow();
    const tasks = [await missedStart(api, customer, contractor), await missedStart(api, customer, contractor)];
    const both = await Promise.all(tasks.map((task) => object(contractor, task)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    expect(both.find(({ problem }) => problem)?.problem?.rule).toBe('openObjectionsAreFew');
    await setParameter(api.owner, 'objectionsOpenMost', 10);
  });

  it('holds up neither the closing of an account nor the erasing after it', async () => {
    const contractor = await contractorNow();
    const task = await missedStart(api, customer, contractor);
    const { body } = await object(contractor, task);
    await api.as(customer).command(task, 'give-up', { reasons: 'Nobody came' });
    expect((await closes(api, contractor)).id).toBe(contractor.id);
    const { rows } = await api.owner.query('select is_unfinished($1) as unfinished', [contractor.id]);
    expect(rows).toEqual([{ unfinished: false }]);
    expect((await read(operator, `/v1/objections/${body.id}`)).body.state).toBe('asked');
  });

  it('reminds the staff while it is undecided', async () => {
    const path = await answered(await objected(await contractorNow()));
    await api.withWorker(async () => {
      const { decideBy } = (await read(operator, path)).body;
      await pass(api, lifeOf(path), Date.parse(decideBy) - Date.now() - DAY);
      const reminded = 'select from notice where life = $1 and account is null and template = $2';
      expect((await api.rows(reminded, lifeOf(path), 'objection-decide-reminder')).length).toBe(2);
      expect((await read(operator, path)).body.state).toBe('deciding');
    });
  });
});

describe('the recorded starts of a contractor', () => {
  it('are listed for it alone, each with its task, kind, moment, term and what became of an objection', async () => {
    const [contractor, other] = [await contractorNow(), await contractorNow()];
    const missed = await missedStart(api, customer, contractor);
    const late = await acceptedTask(api, customer, contractor, { terms: { earlyStart: false } });
    await shiftClock(api, taskLife(late), 49.5 * HOUR);
    await api.as(contractor).command(late, 'start');
    const path = await answered(`/v1/objections/${(await object(contractor, missed)).body.id}`);
    const [first, second, ...more] = await recorded(contractor);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ task: late, outcome: 'late', mayObject: true, standing: 'counted', objection: null });
    expect(second).toMatchObject({ task: missed, outcome: 'missed', mayObject: false, standing: 'contested' });
    expect(second?.objection).toMatchObject({ id: path.replace('/v1/objections/', ''), state: 'deciding' });
    await say(operator, path, 'excuse', { reasons: 'The gate was closed' });
    expect((await recorded(contractor)).map(({ standing }) => standing)).toEqual(['counted', 'excused']);
    const page = await api.as(contractor).get<{ items: Recorded[]; next: string }>('/v1/accounts/me/starts?limit=1');
    const rest = await api.as(contractor).get<{ items: Recorded[] }>(`/v1/accounts/me/starts?limit=1&after=${page.body.next}`);
    expect([...page.body.items, ...rest.body.items].map(({ task }) => task)).toEqual([late, missed]);
    for (const person of [other, customer]) expect(await recorded(person)).toEqual([]);
  });
});
