import type { Ground } from '../../charts/account/types.ts';
import { pass } from '../../testing/engine/pass.ts';
import { checkedFile, examinedFile } from '../../testing/lives/files.ts';
import { decide, proposeTermination, terminates } from '../../testing/people/proposals.ts';
import type { Account, Newcomer } from '../../testing/people/registration.ts';
import { command, confirmsEmail, does, done, read, register, settle } from '../../testing/people/registration.ts';
import { lettersTo } from '../../testing/stand-ins/mailbox.ts';
import { setParameter, textsTo } from '../../testing/stand-ins/sms.ts';
import type { Api, Person, ProblemBody } from '../../testing/worlds/api.ts';
import { openApi, posting } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import { tokenHash } from '../session.ts';

const DAY = 86_400_000;

let api: Api;
let [orderer, second, third]: [Person, Person, Person] = [] as never;
beforeAll(async () => {
  api = await openApi();
  // SMS go out at once, at any hour.
  for (const hour of ['quietFromHour', 'quietToHour']) await setParameter(api.owner, hour, 0);
  [orderer, second, third] = await Promise.all([api.join(['operator']), api.join(['operator']), api.join(['operator'])]);
});
afterAll(() => api.close());

const refusalOf = ({ status, problem }: { status: number; problem: ProblemBody | undefined }) => [status, problem?.rule ?? problem?.code];
const order = (ground: Ground, reasons = 'Words for the staff') => ({ ground, reasons });
const reasons = { reasons: 'Words' };
const templates = async (person: Person): Promise<string[]> =>
  (await api.as(person).get<{ items: { template: string }[] }>(`/v1/accounts/${person.id}/notices`)).body.items.map(
    ({ template }) => template,
  );
const terminate = (account: { id: string }, body: object) => terminates(api, [orderer, second], account, body);
const customer = () => settle(api, { roles: ['customer'] });

/** The person logs in again, because the earlier sessions have ended. */
async function logIn(person: Newcomer): Promise<Newcomer> {
  const token = `again${person.token}`;
  await api.owner.query(
    `insert into session (id, token_hash, person, account, device, idle_until, expires_at)
     select gen_random_uuid(), $1, $2, $3, device.id, now() + interval '1 day', now() + interval '1 day' from device where person = $2`,
    [tokenHash(token), person.person, person.id],
  );
  return { ...person, token };
}

describe('a suspension (4.4.2)', () => {
  it.each(['bad-faith', 'complaints', 'threat'] as const)('for %s names its ground and reasons', async (ground) => {
    const { person, account } = await customer();
    await does(api, orderer, account, 'suspend', order(ground, 'Three complaints'));
    const { state, sanction } = await read(api, person);
    expect([state, sanction]).toEqual(['suspended', expect.objectContaining({ ground, reasons: 'Three complaints', appeal: null })]);
  });

  it.each(['fraud', 'laundering'] as const)('for %s never reveals its ground to the user', async (ground) => {
    const { person, account } = await customer();
    await confirmsEmail(api, account);
    const task = await api.as(person).postTask();
    await api.withWorker(async () => {
      const seen = await does(api, orderer, account, 'suspend', order(ground, 'A report to the agency'));
      expect(seen.sanction).toMatchObject({ ground: null, reasons: `${ground}: A report to the agency` });
      const { sanction } = await read(api, person);
      expect(sanction).toEqual({ at: expect.any(String), ground: null, reasons: null, appealUntil: expect.any(String), appeal: null });
      await does(api, person, account, 'appeal', { reasons: 'I did nothing' });
      await does(api, second, account, 'refuse-appeal', { reasons: `It is ${ground}` });
      expect((await read(api, person)).sanction?.appeal).toMatchObject({ refused: true, refusal: null });
      expect((await api.as(second).get<Account>(`/v1/accounts/${account.id}`)).body.sanction?.appeal?.refusal).toBe(`It is ${ground}`);
      await until(
        async () => (await lettersTo('aigul@example.kz')).filter(({ subject }) => subject.includes(` ${account.number}`)).length >= 4,
        'letters',
      );
      await until(async () => (await textsTo(person.number)).length >= 2, 'texts');
    });
    const everything = [
      ...(await Promise.all(
        [
          `accounts/${account.id}`,
          `accounts/${account.id}/events`,
          `accounts/${account.id}/notices`,
          'accounts/me',
          `tasks/${task.id}`,
          `tasks/${task.id}/notices`,
        ].map(async (path) => (await api.as(person).get<object>(`/v1/${path}`)).body),
      )),
      (await lettersTo('aigul@example.kz')).filter(({ subject }) => subject.includes(` ${account.number}`)),
      await textsTo(person.number),
    ];
    for (const text of everything.map((each) => JSON.stringify(each))) {
      for (const word of ['fraud', 'laundering', 'мошеннич', 'отмыван', 'agency', 'stopsMoney']) expect(text).not.toContain(word);
    }
    // Control: the staff read what followed from the ground, and the user reads what was done.
    const chainOf = async (reader: Person) => JSON.stringify((await api.as(reader).get<object>(`/v1/accounts/${account.id}/events`)).body);
    expect(await chainOf(second)).toContain('"told":false');
    expect(await chainOf(person)).toContain('"suspend"');
  });

  it('lets the account finish tasks but begin none, and hides its profile; everything works again when it is lifted', async () => {
    const { person, account } = await settle(api, { roles: ['customer', 'contractor'] });
    await does(api, person, account, 'describe', { profile: { headline: 'Покраска заборов' } });
    const task = await api.as(person).postTask();
    await does(api, orderer, account, 'suspend', order('complaints'));
    expect((await api.as(person).post('/v1/tasks', posting())).problem).toMatchObject({ code: 'account-suspended', clause: '4.4.2' });
    expect((await api.as(person).post(`/v1/tasks/${task.id}/withdraw`)).status).toBe(200);
    const found = async () => (await api.as(second).get<{ items: unknown[] }>('/v1/contractors?search=заборы')).body.items.length;
    expect(await found()).toBe(0);
    const lifted = await does(api, orderer, account, 'lift', reasons);
    expect(lifted).toMatchObject({ state: 'active', mayBegin: true, sanction: null });
    expect(await found()).toBe(1);
    expect((await api.as(person).post('/v1/tasks', posting())).status).toBe(201);
    expect(await templates(person)).toEqual(expect.arrayContaining(['account-suspended', 'account-reinstated']));
  });

  it('can be made by moderators and administrators, and only of users', async () => {
    const { account } = await register(api);
    const support = await api.join(['operator']);
    await api.owner.query(`update account set staff = '{support,finance}' where id = $1`, [support.id]);
    for (const name of ['suspend', 'terminate'])
      expect(refusalOf(await command(api, support, account, name, order('fraud')))).toEqual([403, 'role-missing']);
    const { person } = await customer();
    expect((await command(api, person, account, 'suspend', order('fraud'))).status).toBe(404);
    expect(refusalOf(await command(api, person, { id: person.id }, 'suspend', order('fraud')))[0]).toBe(403);
    expect((await command(api, orderer, { id: second.id }, 'suspend', order('fraud'))).status).toBe(404);
  });

  it('also suspends an account that declined the offer or never accepted it', async () => {
    const { person, account } = await register(api);
    await does(api, orderer, account, 'suspend', order('threat'));
    expect((await command(api, person, account, 'appeal', reasons)).status).toBe(200);
  });
});

describe('an appeal', () => {
  it('is decided once, by a second member of staff, with reasons that the user reads', async () => {
    const { person, account } = await customer();
    expect(refusalOf(await command(api, person, account, 'appeal', reasons))).toEqual([409, 'not-in-this-state']);
    await does(api, orderer, account, 'suspend', order('complaints'));
    const { sanction } = await does(api, person, account, 'appeal', { reasons: 'The complaints are made up' });
    expect(sanction?.appeal).toMatchObject({ reasons: 'The complaints are made up', refused: false, refusal: null });
    expect((await command(api, person, account, 'appeal', reasons)).status).toBe(409);
    for (const name of ['grant-appeal', 'refuse-appeal']) expect((await command(api, orderer, account, name, reasons)).status).toBe(403);
    // Nor in the other direction.
    for (const [name, body] of [
      ['lift', reasons],
      ['terminate', order('complaints')],
    ] as const)
      expect([name, (await command(api, orderer, account, name, body)).status]).toEqual([name, 409]);
    await does(api, second, account, 'refuse-appeal', { reasons: 'They are not' });
    expect((await read(api, person)).sanction?.appeal).toMatchObject({ refused: true, refusal: 'They are not' });
    expect((await command(api, person, account, 'appeal', reasons)).status).toBe(409);
    expect(await does(api, orderer, account, 'lift', reasons)).toMatchObject({ state: 'active' });
  });

  it('shows its files to the account and the staff alone', async () => {
    await api.withWorker(async () => {
      const [{ person, account }, { person: stranger }] = await Promise.all([customer(), customer()]);
      await does(api, orderer, account, 'suspend', order('complaints'));
      const file = await checkedFile(api, person);
      await does(api, person, account, 'appeal', { reasons: 'See the photo', files: [file] });
      for (const reader of [person, second]) {
        const { files } = (await api.as(reader).get<{ files: { id: string }[] }>(`/v1/accounts/${account.id}`)).body;
        expect(files.map(({ id }) => id)).toEqual([file]);
        expect((await api.as(reader).get(`/v1/files/${file}/content`)).status).toBe(200);
      }
      expect((await api.as(stranger).get(`/v1/files/${file}`)).status).toBe(404);
      const { items } = (await api.as(person).get<{ items: { type: string; input: object }[] }>(`/v1/accounts/${account.id}/events`)).body;
      expect(items.find(({ type }) => type === 'appeal')?.input).toMatchObject({ files: [{ file: `file/${file}` }] });
    });
  });

  it('has no files of somebody else', async () => {
    const [{ person, account }, { person: other }] = await Promise.all([customer(), customer()]);
    await does(api, orderer, account, 'suspend', order('complaints'));
    const body = { ...reasons, files: [await examinedFile(api, other)] };
    expect(refusalOf(await command(api, person, account, 'appeal', body))).toEqual([422, 'filesAreUsable']);
  });

  it('ends the suspension if it is granted', async () => {
    const { person, account } = await customer();
    await does(api, orderer, account, 'suspend', order('bad-faith'));
    await does(api, person, account, 'appeal', reasons);
    expect(await does(api, second, account, 'grant-appeal', reasons)).toMatchObject({ state: 'active', mayBegin: true, sanction: null });
    expect(await templates(person)).toContain('appeal-granted');
  });

  it('is announced as late but stays open if nobody decides it in time; without an appeal the term ends', async () => {
    await api.withWorker(async () => {
      const { person, account } = await customer();
      await does(api, orderer, account, 'suspend', order('complaints'));
      await does(api, person, account, 'appeal', reasons);
      await pass(api, `account/${account.id}`, 20 * DAY);
      expect((await read(api, person)).sanction?.appeal).toMatchObject({ late: true, refused: false });
      expect(await templates(person)).toContain('appeal-late');
      expect((await does(api, second, account, 'grant-appeal', reasons)).state).toBe('active');

      const other = await customer();
      await does(api, orderer, other.account, 'suspend', order('complaints'));
      await pass(api, `account/${other.account.id}`, 30 * DAY);
      expect(await templates(other.person)).toContain('appeal-term-over');
      expect((await command(api, other.person, other.account, 'appeal', reasons)).status).toBe(409);
      expect((await does(api, orderer, other.account, 'lift', reasons)).state).toBe('active');
    });
  });
});

describe('a termination (4.4.2)', () => {
  it('ends every session; after a new login the user can only appeal', async () => {
    const { person, account } = await customer();
    const task = await api.as(person).postTask();
    expect(await terminate(account, order('threat'))).toMatchObject({ state: 'confirmed', decidedBy: second.id });
    expect((await api.as(third).get<Account>(`/v1/accounts/${account.id}`)).body).toMatchObject({ state: 'terminated', mayAct: false });
    expect((await api.as(person).get('/v1/accounts/me')).status).toBe(401);
    const again = await logIn(person);
    expect((await read(api, again)).commands.map(({ name }) => name)).toContain('appeal');
    expect((await api.as(again).post('/v1/tasks', posting())).problem).toMatchObject({ code: 'account-terminated', clause: '4.4.2' });
    expect((await api.as(again).post(`/v1/tasks/${task.id}/withdraw`)).problem?.code).toBe('account-terminated');
    expect((await command(api, again, account, 'close')).problem?.code).toBe('account-terminated');
    await does(api, again, account, 'appeal', reasons);
    for (const either of [orderer, second]) expect((await command(api, either, account, 'grant-appeal', reasons)).status).toBe(403);
    expect(await does(api, third, account, 'grant-appeal', reasons)).toMatchObject({ state: 'active', mayAct: true });
    expect((await api.as(again).post('/v1/tasks', posting())).status).toBe(201);
  });

  it('is final after its appeal is refused, or without an appeal in time', async () => {
    await api.withWorker(async () => {
      const refused = await customer();
      await terminate(refused.account, order('threat'));
      const again = await logIn(refused.person);
      await does(api, again, refused.account, 'appeal', reasons);
      expect(await does(api, third, refused.account, 'refuse-appeal', { reasons: 'The threat is there' })).toMatchObject({
        state: 'ended',
      });
      expect((await read(api, again)).sanction?.appeal?.refusal).toBe('The threat is there');

      const silent = await customer();
      await terminate(silent.account, order('threat'));
      await pass(api, `account/${silent.account.id}`, 30 * DAY);
      expect((await api.as(second).get<Account>(`/v1/accounts/${silent.account.id}`)).body.state).toBe('ended');
    });
  });

  it('is proposed by one of the staff and confirmed by another person at any time later, and the user does not see the proposal', async () => {
    const { person, account } = await customer();
    const paths = ['', '/events', '/notices'].map((path) => `/v1/accounts/${account.id}${path}`);
    const seen = async () => Promise.all(paths.map(async (path) => (await api.as(person).get<object>(path)).body));
    const before = await seen();
    const proposal = done(await proposeTermination(api, orderer, account, order('fraud', 'Forged papers')));
    expect(proposal).toMatchObject({
      kind: 'termination',
      state: 'waiting',
      mayDecide: false,
      termination: { account: account.id, ground: null, reasons: 'fraud: Forged papers', order: null },
    });
    // A repeat gives the same proposal; another one about the account must wait.
    expect((await proposeTermination(api, orderer, account, order('fraud', 'Forged papers'))).body).toEqual(proposal);
    expect((await proposeTermination(api, third, account, order('threat'))).problem?.rule).toBe('nothingElseIsProposed');
    expect((await decide(api, orderer, proposal)).problem?.rule).toBe('secondPersonDecides');
    expect((await decide(api, second, proposal, 'The papers are real')).body).toMatchObject({ state: 'refused' });
    expect(await seen()).toEqual(before);

    const again = done(await proposeTermination(api, orderer, account, order('threat')));
    const confirmed = await Promise.all([second, third, second].map((each) => decide(api, each, again)));
    expect(confirmed.map(({ status }) => status)).toContain(200);
    const { items } = (await api.as(third).get<{ items: { type: string; actor: { account: string } }[] }>(paths[1] as string)).body;
    expect(items.filter(({ type }) => type === 'terminate')).toHaveLength(1);
    const winner = items.find(({ type }) => type === 'terminate')?.actor.account;
    expect((await decide(api, third, again)).body.decidedBy ?? winner).toBe(winner);
    expect((await proposeTermination(api, orderer, account, order('threat'))).problem?.code).toBe('not-in-this-state');
  });
});

describe('a suspension that stops sums', () => {
  const act = { authority: 'Агентство по финансовому мониторингу', number: '17-03/1', date: '2026-02-03' };

  it('needs the order of an authority: without one the access is suspended and payments continue', async () => {
    const [stopped, paid] = [await customer(), await customer()];
    const bySuspension = async ({ account }: { account: Account }, body: object) => {
      await does(api, orderer, account, 'suspend', body);
      const { sanction } = (await api.as(third).get<Account>(`/v1/accounts/${account.id}`)).body;
      const [row] = await api.rows<{ stops: boolean }>(
        `select (snapshot #>> '{context,sanction,terms,stopsMoney}')::boolean as stops from life where id = $1`,
        `account/${account.id}`,
      );
      return { order: sanction?.order, stops: row?.stops };
    };
    expect(await bySuspension(paid, order('laundering'))).toEqual({ order: null, stops: false });
    expect(await bySuspension(stopped, { ...order('laundering'), order: act })).toEqual({ order: act, stops: true });
    // Both read the same.
    const own = async ({ person, account }: typeof stopped) => {
      const { sanction, commands } = await read(api, person);
      const notices = await api.as(person).get<{ items: { template: string; body: string }[] }>(`/v1/accounts/${account.id}/notices`);
      const words = notices.body.items.map(({ template, body }) => [
        template,
        body.replace(/\n\n.*SHA-256.*?\n\n/s, '\n\n').replaceAll(String(account.number), ''),
      ]);
      return { ...sanction, at: null, appealUntil: null, commands: commands.map(({ name }) => name), words: words.toSorted() };
    };
    expect(await own(stopped)).toEqual(await own(paid));
    expect(JSON.stringify(await own(stopped))).not.toContain('17-03/1');
  });

  it.each([
    ['for another ground', order('fraud'), act, 'orderIsForTheGround'],
    ['of a day that has not come', order('laundering'), { ...act, date: '2099-01-01' }, 'orderIsOfThePast'],
  ])('is refused with an order %s', async (_, body, given, rule) => {
    const { account } = await customer();
    expect(refusalOf(await command(api, orderer, account, 'suspend', { ...body, order: given }))).toEqual([422, rule]);
    expect((await proposeTermination(api, orderer, account, { ...body, order: given })).problem?.rule).toBe(rule);
  });
});
