import { catchUp } from '../../lives/commit.ts';
import { verify } from '../../lives/verify.ts';
import { provedCategories } from '../../models/stores/qualification.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { addCalendarDays, endOfDay } from '../../rules/working-days.ts';
import { pass, shiftClock } from '../../testing/engine/pass.ts';
import { examinedFile } from '../../testing/lives/files.ts';
import type { Qualification } from '../../testing/lives/qualifications.ts';
import { approved, declare, licence } from '../../testing/lives/qualifications.ts';
import { closes } from '../../testing/people/closing.ts';
import { settle } from '../../testing/people/registration.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api, Person, Reply, Task } from '../../testing/worlds/api.ts';
import { openApi, posting } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

const DAY = 86_400_000;

let api: Api;
let customer: Person;
let operator: Person;
beforeAll(async () => {
  api = await openApi({ sweeping: false });
  [customer, operator] = await Promise.all([api.join(['customer']), api.join(['operator'])]);
});
afterAll(() => api.close());

const contractorNow = (): Promise<Person> => api.join(['contractor'], 'ru');
const say = (person: Person, path: string, name: string, body: object = {}): Promise<Reply<Qualification>> =>
  api.as(person).post<Qualification>(`${path}/${name}`, body);
const read = (person: Person, path: string) => api.as(person).get<Qualification>(path);
const lifeOf = (path: string): string => path.replace('/v1/qualifications/', 'qualification/');
const templatesOf = async (person: Person, path: string): Promise<string[]> =>
  (await api.as(person).get<{ items: { template: string }[] }>(`${path}/notices`)).body.items.map(({ template }) => template);
const licensed = (given: object = {}): Promise<Task> => api.as(customer).postTask({ requires: ['roofing'], ...given });
const accept = (person: Person, { id }: Pick<Task, 'id'>, query = ''): Promise<Reply<Task>> =>
  api.as(person).post<Task>(`/v1/tasks/${id}/accept${query}`, { version: 1 });
const provedBy = (account: Person, at = new Date().toISOString()): Promise<ReadonlySet<string>> =>
  api.lives.database.transaction((transaction) => provedCategories(transaction, account.id, at));

describe('a qualification (4.2.2)', () => {
  it('counts once the staff have approved it, for its categories and those below them', async () => {
    const contractor = await contractorNow();
    const { body, status } = await declare(api, contractor);
    const path = `/v1/qualifications/${body.id}`;
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'declared',
      categories: [{ code: 'building' }],
      ...{ title: 'Licence for construction works', documentNumber: 'AB-7', validUntil: null, approvedAt: null },
      documents: [{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
    expect([...(await provedBy(contractor))]).toEqual([]);
    expect((await api.as(operator).get<{ items: { id: string }[] }>('/v1/qualifications?state=declared')).body.items[0]?.id).toBe(body.id);
    expect((await api.as(operator).get(`/v1/files/${body.documents[0]?.file}`)).status).toBe(200);
    expect((await say(operator, path, 'approve')).body).toMatchObject({ state: 'approved' });
    expect(await templatesOf(contractor, path)).toEqual(['qualification-approved']);
    const proved = await provedBy(contractor);
    expect([proved.has('building'), proved.has('roofing'), proved.has('plumbing')]).toEqual([true, true, false]);
    await expect(verify(api.lives, lifeOf(path))).resolves.toBeUndefined();
  });

  it('proves no category above its own', async () => {
    const contractor = await contractorNow();
    await approved(api, contractor, operator, { categories: ['roofing'] });
    expect([...(await provedBy(contractor))]).toEqual(['roofing']);
  });

  it('is refused with reasons that the contractor reads, and may be declared anew', async () => {
    const contractor = await contractorNow();
    const path = `/v1/qualifications/${(await declare(api, contractor)).body.id}`;
    expect((await say(operator, path, 'refuse')).problem?.code).toBe('invalid-input');
    expect((await say(operator, path, 'refuse', { reasons: 'The seal cannot be read' })).body.state).toBe('refused');
    expect((await read(contractor, path)).body.decision?.reasons).toBe('The seal cannot be read');
    expect(await templatesOf(contractor, path)).toEqual(['qualification-refused']);
    expect((await declare(api, contractor)).status).toBe(201);
  });

  it('is withdrawn by its contractor, and revoked by the staff with reasons: then it counts no more', async () => {
    const contractor = await contractorNow();
    const [withdrawn, revoked] = [await approved(api, contractor, operator), await approved(api, contractor, operator)];
    expect((await say(contractor, withdrawn, 'withdraw')).body.state).toBe('withdrawn');
    expect((await provedBy(contractor)).has('building')).toBe(true);
    expect((await say(operator, revoked, 'revoke', { reasons: 'The registry does not know it' })).body.state).toBe('revoked');
    expect((await provedBy(contractor)).size).toBe(0);
    expect((await read(contractor, revoked)).body.decision?.reasons).toBe('The registry does not know it');
    expect(await templatesOf(contractor, revoked)).toEqual(['qualification-approved', 'qualification-revoked']);
  });

  it('is announced to end thirty days and a week before, and ends with its last day', async () => {
    await api.withWorker(async () => {
      const contractor = await contractorNow();
      const validUntil = addCalendarDays(todayInAlmaty(), 40);
      const path = await approved(api, contractor, operator, { validUntil });
      const ends = Date.parse(endOfDay(validUntil)) - Date.now();
      await pass(api, lifeOf(path), ends - 20 * DAY);
      expect(await templatesOf(contractor, path)).toEqual(['qualification-approved', 'qualification-expiring']);
      await pass(api, lifeOf(path), 19 * DAY);
      expect((await read(contractor, path)).body.state).toBe('approved');
      expect((await templatesOf(contractor, path)).filter((each) => each === 'qualification-expiring').length).toBe(2);
      await pass(api, lifeOf(path), DAY + 1_000);
      expect((await read(contractor, path)).body.state).toBe('expired');
      expect((await templatesOf(contractor, path)).at(-1)).toBe('qualification-expired');
      expect((await provedBy(contractor)).size).toBe(0);
    });
  });

  it('holds on its last day and not on the next one, even before its timer has fired', async () => {
    const contractor = await contractorNow();
    await approved(api, contractor, operator, { validUntil: todayInAlmaty() });
    expect((await provedBy(contractor)).size).toBeGreaterThan(0);
    expect((await provedBy(contractor, endOfDay(todayInAlmaty()))).size).toBe(0);
  });

  it('reminds the staff while it is undecided', async () => {
    await api.withWorker(async () => {
      const contractor = await contractorNow();
      const life = `qualification/${(await declare(api, contractor)).body.id}`;
      await pass(api, life, 6 * DAY);
      const reminded = 'select from notice where life = $1 and account is null and template = $2';
      await until(async () => (await api.rows(reminded, life, 'qualification-decide-reminder')).length > 0, 'a reminder to the staff');
    });
  });

  it.each([
    ['issued tomorrow', () => ({ issuedOn: addCalendarDays(todayInAlmaty(), 1) }), 'isIssued'],
    ['over since yesterday', () => ({ validUntil: addCalendarDays(todayInAlmaty(), -1) }), 'stillHolds'],
  ])('cannot be declared if it is %s', async (_, given, rule) => {
    const contractor = await contractorNow();
    expect((await declare(api, contractor, given())).problem).toMatchObject({ status: 422, code: 'rule-refused', rule });
  });

  it('needs a file, and takes none of somebody else', async () => {
    const [contractor, other] = [await contractorNow(), await contractorNow()];
    expect((await declare(api, contractor, { files: [] })).problem?.code).toBe('invalid-input');
    expect((await declare(api, contractor, { files: undefined })).problem?.code).toBe('invalid-input');
    const theirs = await declare(api, contractor, { files: [await examinedFile(api, other)] });
    expect(theirs.problem).toMatchObject({ code: 'rule-refused', rule: 'filesAreUsable' });
    expect((await declare(api, customer)).problem?.code).toBe('wrong-party');
  });

  it('is hidden from other accounts, and so are its number, issuer and file', async () => {
    const [contractor, other] = [await contractorNow(), await contractorNow()];
    const path = await approved(api, contractor, operator);
    const { documents } = (await read(contractor, path)).body;
    for (const person of [other, customer]) {
      for (const end of ['', '/events', '/notices']) expect((await api.as(person).get(`${path}${end}`)).status).toBe(404);
      expect((await say(person, path, 'withdraw')).status).toBe(404);
      expect((await api.as(person).get(`/v1/files/${documents[0]?.file}`)).status).toBe(404);
    }
    expect((await say(contractor, path, 'revoke', { reasons: 'Mine' })).problem?.code).toBe('wrong-party');
    const lists = await api.as(other).get<{ items: object[] }>('/v1/qualifications');
    expect(lists.body.items).toEqual([]);
    expect((await api.as(contractor).get<{ items: object[] }>('/v1/qualifications')).body.items).toHaveLength(1);
  });

  it('is not decided by a member of the staff behind whose account it stands', async () => {
    const contractor = await contractorNow();
    const clerk = await api.join(['operator']);
    await api.owner.query(`insert into membership (account, person, roles) select $1, person, '{}' from membership where account = $2`, [
      contractor.id,
      clerk.id,
    ]);
    const path = `/v1/qualifications/${(await declare(api, contractor)).body.id}`;
    expect((await say(contractor, path, 'approve')).problem?.code).toMatch(/wrong-party|not-in-this-state/);
    expect((await say(clerk, path, 'approve')).problem).toMatchObject({ code: 'rule-refused', rule: 'accountIsOfAnother' });
    expect((await read(operator, path)).body.state).toBe('declared');
  });

  it('waits with few others of its account, also if two are declared at once; a repeat is no other one', async () => {
    await setParameter(api.owner, 'qualificationsUndecidedMost', 2);
    const contractor = await contractorNow();
    const first = await declare(api, contractor);
    const bodies = [await licence(api, contractor), await licence(api, contractor)];
    const key = crypto.randomUUID();
    const two = await Promise.all(
      bodies.map((body, at) => api.as(contractor).post<Qualification>('/v1/qualifications', body, at === 0 ? { key } : {})),
    );
    expect(two.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    expect(two.find(({ problem }) => problem)?.problem).toMatchObject({ rule: 'undecidedQualificationsAreFew' });
    await say(contractor, `/v1/qualifications/${first.body.id}`, 'withdraw');
    const again = await api.as(contractor).post<Qualification>('/v1/qualifications', bodies[0], { key });
    expect(again.status).toBe(201);
    const repeated = await api.as(contractor).post<Qualification>('/v1/qualifications', bodies[0], { key });
    expect([repeated.status, repeated.body.id]).toEqual([201, again.body.id]);
    await setParameter(api.owner, 'qualificationsUndecidedMost', 10);
  });

  it('holds up neither the closing of its account nor the erasing after it', async () => {
    const { person, account } = await settle(api, { roles: ['contractor'] });
    const holder = { ...person, id: account.id } as unknown as Person;
    await approved(api, holder, operator);
    expect((await closes(api, holder)).id).toBe(account.id);
    const { rows } = await api.owner.query('select is_unfinished($1) as unfinished', [account.id]);
    expect(rows).toEqual([{ unfinished: false }]);
  });

  it('keeps its words out of the chain and of the logs', async () => {
    const contractor = await contractorNow();
    const path = await approved(api, contractor, operator, { documentNumber: 'ZX-0099887' });
    const events = await api.rows('select input from event where life = $1', lifeOf(path));
    expect(JSON.stringify(events)).not.toContain('ZX-0099887');
    expect(api.logged()).not.toContain('ZX-0099887');
  });
});

describe('a task that requires a qualification', () => {
  /** What its reader is told of commands before giving them, by their names. */
  const obstacles = async (person: Person, { id }: Task): Promise<object> => {
    const { commands } = (await api.as(person).get<{ commands: { name: string; obstacle?: object }[] }>(`/v1/tasks/${id}`)).body;
    return Object.fromEntries(commands.flatMap(({ name, obstacle }) => (obstacle ? [[name, obstacle]] : [])));
  };

  it('is not accepted without it: what is missing is named, with what to do, and a preview says the same', async () => {
    const contractor = await contractorNow();
    const task = await licensed({ requires: ['roofing', 'plumbing'] });
    expect((await api.as(contractor).get<Task & { requires: object }>(`/v1/tasks/${task.id}`)).body.requires).toMatchObject([
      { code: 'roofing' },
      { code: 'plumbing' },
    ]);
    await approved(api, contractor, operator, { categories: ['plumbing'] });
    const refused = {
      ...{ status: 409, code: 'qualification-missing', rule: 'contractorIsQualified', clause: '4.2.2' },
      ...{
        missing: [{ code: 'roofing', name: expect.stringMatching(/^Кровельные/) }],
        next: { method: 'POST', href: '/v1/qualifications' },
      },
      detail: expect.stringContaining('Заявите документ'),
    };
    expect((await accept(contractor, task)).problem).toMatchObject(refused);
    expect((await accept(contractor, task, '?preview=true')).problem).toMatchObject(refused);
    const { code, clause, missing, next, detail } = refused;
    expect(await obstacles(contractor, task)).toEqual({ accept: { code, clause, missing, next, detail } });
    await approved(api, contractor, operator);
    expect(await obstacles(contractor, task)).toEqual({});
    expect((await accept(contractor, task)).status).toBe(200);
  });

  it('gets no response without it', async () => {
    const contractor = await contractorNow();
    const task = await licensed({ match: 'choice' });
    const respond = () => api.as(contractor).post(`/v1/tasks/${task.id}/respond`, { version: 1 });
    expect((await respond()).problem?.code).toBe('qualification-missing');
    expect(await obstacles(contractor, task)).toMatchObject({ respond: { missing: [{ code: 'roofing' }] } });
    expect(await obstacles(customer, task)).toEqual({});
    await approved(api, contractor, operator);
    expect((await respond()).status).toBe(200);
  });

  it('is not accepted by a declared, refused, withdrawn, revoked or expired one, nor by that of another account', async () => {
    const [contractor, other] = [await contractorNow(), await contractorNow()];
    const task = await licensed();
    const isRefused = async (): Promise<void> => expect((await accept(contractor, task)).problem?.code).toBe('qualification-missing');
    await approved(api, other, operator);
    await isRefused();
    const declared = `/v1/qualifications/${(await declare(api, contractor)).body.id}`;
    await isRefused();
    await say(operator, declared, 'refuse', { reasons: 'Unreadable' });
    await isRefused();
    await say(contractor, await approved(api, contractor, operator), 'withdraw');
    await isRefused();
    await say(operator, await approved(api, contractor, operator), 'revoke', { reasons: 'Unknown' });
    await isRefused();
    const expired = lifeOf(await approved(api, contractor, operator, { validUntil: todayInAlmaty() }));
    await shiftClock(api, expired, DAY);
    await catchUp(api.lives, expired);
    await isRefused();
  });

  it('is not accepted while its last day was yesterday and the timer is late', async () => {
    const contractor = await contractorNow();
    const task = await licensed();
    const life = lifeOf(await approved(api, contractor, operator, { validUntil: addCalendarDays(todayInAlmaty(), 1) }));
    await api.owner.query('update qualification set valid_until = $2 where life = $1', [life, addCalendarDays(todayInAlmaty(), -1)]);
    expect((await accept(contractor, task)).problem?.code).toBe('qualification-missing');
  });

  it('is not accepted by a qualification that is just being revoked', async () => {
    const contractor = await contractorNow();
    const task = await licensed();
    const life = lifeOf(await approved(api, contractor, operator));
    const revoking = await api.owner.connect();
    await revoking.query('begin');
    await revoking.query(`update qualification set state = 'revoked' where life = $1`, [life]);
    const accepting = accept(contractor, task);
    const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%from qualification%for share%'`;
    await until(async () => (await api.rows(waiting)).length > 0, 'the acceptance to wait');
    await revoking.query('commit');
    revoking.release();
    expect((await accepting).problem?.code).toBe('qualification-missing');
  });

  it('is either accepted before a revocation or not at all, if both come at once', async () => {
    for (let time = 0; time < 5; time++) {
      const contractor = await contractorNow();
      const task = await licensed();
      const path = await approved(api, contractor, operator);
      const [accepted, revoked] = await Promise.all([accept(contractor, task), say(operator, path, 'revoke', { reasons: 'Unknown' })]);
      expect(revoked.status).toBe(200);
      const [order] = await api.rows<{ before: boolean }>(
        `select (select at from event where life = $1 and type = 'accept') < (select at from event where life = $2 and type = 'revoke') as before`,
        `task/${task.id}`,
        lifeOf(path),
      );
      expect([accepted.status, order?.before ?? null]).toEqual(accepted.status === 200 ? [200, expect.any(Boolean)] : [409, null]);
    }
  });

  it('may come to require it by a change, and by an amendment whose contractor has proved it', async () => {
    const contractor = await contractorNow();
    const task = await api.as(customer).postTask();
    const { lines, ...work } = posting();
    const changed = await api.as(customer).command(task.id, 'change', { ...work, lines, requires: ['roofing'], version: 1 });
    expect(changed.version).toBe(2);
    expect((await api.as(contractor).post(`/v1/tasks/${task.id}/accept`, { version: 2 })).problem?.code).toBe('qualification-missing');

    const open = await api.as(customer).postTask();
    await accept(contractor, open);
    await api.as(customer).command(open.id, 'amend', { ...posting(), requires: ['roofing'], version: 1 });
    const agree = () => api.as(contractor).post<Task>(`/v1/tasks/${open.id}/accept-amendment`, { version: 1, proposal: 1 });
    expect((await agree()).problem?.code).toBe('qualification-missing');
    expect(await obstacles(contractor, open)).toMatchObject({ 'accept-amendment': { missing: [{ code: 'roofing' }], clause: '4.2.2' } });
    await approved(api, contractor, operator);
    expect((await agree()).status).toBe(200);
  });

  it('is found by who meets it, if only such tasks are asked for', async () => {
    const contractor = await contractorNow();
    const title = `Roof ${crypto.randomUUID().slice(0, 8)}`;
    const [bound, free] = [await licensed({ title }), await api.as(customer).postTask({ title })];
    const found = async (query: string) =>
      (await api.as(contractor).get<{ items: Task[] }>(`/v1/tasks/search?search=${title.slice(5)}${query}`)).body.items.map(({ id }) => id);
    expect((await found('')).toSorted()).toEqual([bound.id, free.id].toSorted());
    expect(await found('&qualified=true')).toEqual([free.id]);
    await approved(api, contractor, operator);
    expect((await found('&qualified=true')).toSorted()).toEqual([bound.id, free.id].toSorted());
  });

  it('is refused if it names no category of the tree', async () => {
    expect((await api.as(customer).post('/v1/tasks', { ...posting(), requires: ['nonsense'] })).problem?.code).toBe('invalid-input');
  });
});
