import { randomUUID } from 'node:crypto';
import { employ, registerUnderOffer } from '../../testing/people/accounts.ts';
import { liftLimits } from '../../testing/people/limits.ts';
import { askCode } from '../../testing/people/logins.ts';
import type { Account } from '../../testing/people/registration.ts';
import { command, confirmsEmail, done, emailCode, read, register, settle } from '../../testing/people/registration.ts';
import { lettersTo } from '../../testing/stand-ins/mailbox.ts';
import { setParameter, textsTo } from '../../testing/stand-ins/sms.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi, posting } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
  await liftLimits(api.owner);
});
afterAll(() => api.close());

const anyAddress = (): string => `${randomUUID()}@example.kz`;
const allSent = async (): Promise<boolean> => (await api.rows('select from effect where open')).length === 0;
const subjectsTo = async (email: string): Promise<string[]> => (await lettersTo(email)).map(({ subject }) => subject);
/** Changes the details. A new address needs a code to the person's number. */
const patch = async (person: Person, body: { email?: string | null; [field: string]: unknown }) =>
  api
    .as(person)
    .patch<Account>('/v1/accounts/me', body.email === undefined ? body : { ...body, proof: await askCode(api, person.number, 'email') });
/** The latest code for an address, once its letter has come. */
const codeFor = (email: string, letters = 1): Promise<string> =>
  until(async () => (await lettersTo(email)).length >= letters && emailCode(email), 'the letter with the code');
/** The secret of the link in the latest letter to an address. */
const secretFor = async (email: string): Promise<string> => /#([\w-]{43})/.exec((await lettersTo(email)).at(-1)?.text ?? '')?.[1] ?? '';
const wrong = (code: string): string => String((Number(code) + 1) % 100_000_000).padStart(8, '0');
const confirm = (person: Person, account: Pick<Account, 'id'>, code: string, wish?: { key: string }) =>
  command(api, person, account, 'confirm-email', { code }, wish);
const menuOf = ({ commands }: Account): string[] => commands.map(({ name }) => name);

/** What the attack's letters must not say. */
const TITLE = 'URGENT: your Halyk card is blocked, unblock at http://evil.example/kz';
const isTitle = (text: string): boolean => /URGENT|Halyk|evil/i.test(text);

describe('an address that nobody has confirmed', () => {
  it('gets one letter, with a code and no words of users, whatever its account does', async () => {
    const victim = anyAddress();
    const contractor = await registerUnderOffer(api, ['contractor']);
    await api.withWorker(async () => {
      const { person } = await settle(api, { roles: ['customer'], name: 'Halyk URGENT evil', email: victim });
      const { id } = done(await api.as(person).post<{ id: string }>('/v1/tasks', posting({ title: TITLE })));
      await api.as(contractor).command(id, 'accept', { version: 1 });
      await patch(person, { name: 'Halyk URGENT evil again' });
      await until(allSent, 'all letters');
    });
    const letters = await lettersTo(victim);
    expect(letters.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Подтвердите электронную почту/)]);
    expect(letters.filter(({ subject, text }) => isTitle(subject + text))).toEqual([]);
  });

  it('is like no address: what has legal weight goes as an SMS at once, and everything stands in the cabinet', async () => {
    const email = anyAddress();
    const { person, account } = await settle(api, { email });
    await api.withWorker(() => until(allSent, 'all letters'));
    expect((await textsTo(person.number)).map(({ text }) => text)).toContainEqual(expect.stringContaining(`№ ${account.number}`));
    const { body } = await api
      .as(person)
      .get<{ items: { template: string; status: string; body: string }[] }>(`/v1/accounts/${account.id}/notices`);
    expect(body.items.map(({ template }) => template)).toEqual(
      expect.arrayContaining(['registered', 'email-to-confirm', 'offer-accepted']),
    );
    expect(body.items.find(({ template }) => template === 'registered')).toMatchObject({ status: 'sent' });
    // The cabinet does not show the code: it proves that the letter was read.
    expect(body.items.find(({ template }) => template === 'email-to-confirm')?.body).not.toMatch(/: \d{8}\./);
    expect(await read(api, person)).toMatchObject({
      email,
      emailConfirmation: { lettersGoTo: null, refused: false, codeSentAt: expect.any(String), codeValidUntil: expect.any(String) },
    });
  });
});

describe('the owner of an address', () => {
  it('confirms it by the code of the letter, once; the former address stays in force until then, and is told', async () => {
    const [former, email] = [anyAddress(), anyAddress()];
    const { person, account } = await settle(api, { email: former });
    await api.withWorker(async () => {
      const code = await codeFor(former);
      const key = randomUUID();
      expect((await confirm(person, account, wrong(code))).problem).toMatchObject({ code: 'rule-refused', rule: 'emailCodeIsRight' });
      const confirmed = await confirm(person, account, code, { key });
      expect(confirmed.body).toMatchObject({ email: former, emailConfirmation: null });
      expect(menuOf(confirmed.body)).not.toContain('confirm-email');
      const again = await confirm(person, account, code, { key });
      expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
      expect((await confirm(person, account, code)).problem?.code).toBe('not-in-this-state');

      const { body: changed } = await patch(person, { email });
      expect(changed).toMatchObject({ email, emailConfirmation: { lettersGoTo: former } });
      expect(menuOf(changed)).toEqual(expect.arrayContaining(['confirm-email', 'send-email-code']));
      const next = await codeFor(email);
      await until(allSent, 'the letters');
      expect((await subjectsTo(former)).filter((subject) => subject.startsWith('Изменена электронная почта'))).toEqual([]);
      expect((await subjectsTo(former)).filter((subject) => subject.startsWith('Изменены данные'))).toHaveLength(1);
      // A code proves one address only, and only of its own account.
      expect((await confirm(person, account, code)).problem?.rule).toBe('emailCodeIsRight');
      done(await confirm(person, account, next));
      await until(allSent, 'the letter to the former address');
      expect((await subjectsTo(former)).filter((subject) => subject.startsWith('Изменена электронная почта'))).toHaveLength(1);
      expect(await read(api, person)).toMatchObject({ email, emailConfirmation: null });
    });
    const { body } = await api.as(person).get<{ items: { type: string; input: object }[] }>(`/v1/accounts/${account.id}/events`);
    expect(body.items.filter(({ type }) => type === 'confirmEmail')).toHaveLength(2);
    const inputs = JSON.stringify(body.items.map(({ input }) => input));
    for (const address of [former, email]) expect(inputs).not.toContain(address);
  });

  it('is not guessed: tries are counted, also at once, and a code of an earlier letter is void', async () => {
    const email = anyAddress();
    const { person, account } = await register(api, { email });
    await api.withWorker(async () => {
      const code = await codeFor(email);
      const guesses = await Promise.all(Array.from({ length: 6 }, () => confirm(person, account, wrong(code))));
      expect(guesses.every(({ problem }) => problem?.rule === 'emailCodeIsRight')).toBe(true);
      expect((await confirm(person, account, code)).problem?.rule).toBe('emailCodeIsRight');
      done(await command(api, person, account, 'send-email-code'));
      const next = await codeFor(email, 2);
      expect(next).not.toBe(code);
      expect((await confirm(person, account, code)).problem?.rule).toBe('emailCodeIsRight');
      await api.owner.query('update email_code set expires_at = clock_timestamp() where account = $1', [account.id]);
      expect((await confirm(person, account, next)).problem?.rule).toBe('emailCodeIsRight');
      await api.owner.query(`update email_code set expires_at = clock_timestamp() + interval '1 hour' where account = $1`, [account.id]);
      const race = await Promise.all([1, 2, 3].map(() => confirm(person, account, next)));
      expect(race.filter(({ status }) => status === 200)).toHaveLength(1);
    });
  });

  it('cannot be passed over: without a code, or with that of another address, nothing is confirmed', async () => {
    const { person, account } = await settle(api, { email: undefined });
    expect((await confirm(person, account, '00000000')).problem?.code).toBe('not-in-this-state');
    // The address comes while the confirmation is on its way.
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, n) => (n % 2 ? confirm(person, account, '00000000') : patch(person, { email: anyAddress() }))),
    );
    expect(tries.filter(({ status }, n) => n % 2 && status === 200)).toEqual([]);
    expect((await read(api, person)).emailConfirmation).toMatchObject({ lettersGoTo: null });
    const stranger = await registerUnderOffer(api, ['customer']);
    expect((await confirm(stranger, account, '00000000')).problem?.code).toBe('not-found');
    const staff = await employ(api, ['support', 'administrator']);
    expect((await confirm(staff, account, '00000000')).status).toBeGreaterThanOrEqual(403);
  });

  it('can say "not me": then nothing goes there for this account any more, and its user is told by SMS', async () => {
    const email = anyAddress();
    const { person, account } = await settle(api, { email });
    const refuse = (token: string) => api.as().post('/v1/email-refusals', { token }, { key: null });
    await api.withWorker(async () => {
      const code = await codeFor(email);
      const secret = await secretFor(email);
      expect((await refuse('x'.repeat(43))).problem?.code).toBe('proof-refused');
      expect([(await refuse(secret)).status, (await refuse(secret)).status]).toEqual([200, 200]);
      expect((await confirm(person, account, code)).problem?.code).toBe('not-in-this-state');
      expect(await read(api, person)).toMatchObject({ emailConfirmation: { lettersGoTo: null, refused: true } });
      expect((await patch(person, { email })).problem).toMatchObject({ code: 'rule-refused', rule: 'addressIsNotRefused' });
      await until(allSent, 'the texts');
      expect((await textsTo(person.number)).map(({ text }) => text)).toContainEqual(expect.stringContaining('отказался от писем'));
      expect(await lettersTo(email)).toHaveLength(1);
      // Another account may have the address: its owner has not refused that one.
      const other = await register(api, { email });
      await codeFor(email, 2);
      await confirmsEmail(api, other.account);
      // The link of a confirmed address works too.
      expect((await refuse(await secretFor(email))).status).toBe(200);
      expect(await read(api, other.person)).toMatchObject({ email: null, emailConfirmation: { lettersGoTo: null, refused: true } });
    });
  });

  it('gets few letters with codes, from one account and from many', async () => {
    await setParameter(api.owner, 'emailCodesPerAddress', 2);
    await setParameter(api.owner, 'quotaEmailCodes', 3);
    const email = anyAddress();
    await api.withWorker(async () => {
      const { person, account } = await settle(api, { email });
      await Promise.all([register(api, { email }), register(api, { email })]);
      await until(allSent, 'the letters');
      expect(await lettersTo(email)).toHaveLength(2);
      const replies = [];
      for (let n = 0; n < 4; n++) replies.push(await command(api, person, account, 'send-email-code'));
      expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
      expect(replies.at(-1)?.problem).toMatchObject({ code: 'quota-used', quota: 'quotaEmailCodes', most: 3 });
      expect((await patch(person, { email: anyAddress() })).problem?.code).toBe('quota-used');
      await until(allSent, 'the letters again');
      expect(await lettersTo(email)).toHaveLength(2);
    });
    await setParameter(api.owner, 'emailCodesPerAddress', 3);
    await setParameter(api.owner, 'quotaEmailCodes', 10);
  });
});

describe('a task', () => {
  it('reaches who is invited without words of the customer, and its parties with links that are none', async () => {
    const customer = await registerUnderOffer(api, ['customer']);
    const contractor = await registerUnderOffer(api, ['contractor']);
    await confirmsEmail(api, contractor);
    const texts = async () => (await lettersTo(contractor.email)).map(({ subject, text }) => `${subject}\n${text}`);
    await api.withWorker(async () => {
      const { id } = await api.as(customer).postTask({ title: TITLE, match: 'invited', invited: [contractor.id] });
      await until(async () => (await texts()).some((text) => /^You have been offered/.test(text)), 'the invitation');
      expect((await texts()).filter(isTitle)).toEqual([]);
      expect((await texts()).find((text) => /^You have been offered/.test(text))).toMatch(/price of 15,000\.00\u00a0₸/);
      await api.as(contractor).command(id, 'accept', { version: 1 });
      await api.as(contractor).command(id, 'start');
      await api.as(contractor).command(id, 'submit');
      await api.as(customer).command(id, 'approve');
      const approved = await until(async () => (await texts()).find((text) => /has been approved/.test(text)), 'the approval');
      expect(approved).toContain('unblock at evil. example/kz');
      expect(approved).not.toMatch(/https?:|evil\.example/);
    });
  });
});
