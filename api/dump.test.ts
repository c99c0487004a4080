/** What a thief of the database alone can read: a walk over every column of every table after a scenario with all kinds of personal data (7.2). */
import { randomInt } from 'node:crypto';
import { requisitesOfCompany } from '../local/fictitious-requisites.ts';
import { anyIdentifier } from '../testing/people/identifiers.ts';
import { liftLimits } from '../testing/people/limits.ts';
import type { Login } from '../testing/people/logins.ts';
import { askCode, authorise, enter, newKey, withToken } from '../testing/people/logins.ts';
import { anyNumber } from '../testing/people/people.ts';
import { acceptance, command, confirmsEmail, does, done, emailCode, registration } from '../testing/people/registration.ts';
import { working } from '../testing/people/work.ts';
import { tablesWith } from '../testing/probes/plain-values.ts';
import type { Api, Person } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';
import { until } from '../testing/worlds/world.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ sweeping: false });
  // One number asks for many codes in a row.
  await liftLimits(api.owner);
});
afterAll(() => api.close());

// Digits alone: letters of the mark in the name would refuse the password that has them too.
const mark = String(randomInt(10_000_000, 100_000_000));
const NUMBER = anyNumber();
const NEW_NUMBER = anyNumber();
const MEMBER = anyNumber();
const IIN = anyIdentifier();
const BIN = anyIdentifier('company');
const PASSWORD = `қызыл шатыр ${mark}`;

/** What must not be readable. */
const SECRETS: Record<string, string> = {
  'the number of a login': NUMBER,
  'a new number of a re-identification': NEW_NUMBER,
  'the number of a member': MEMBER,
  'an IIN': IIN,
  'a BIN': BIN,
  'a confirmed e-mail': `aigul-${mark}@example.kz`,
  'an e-mail that waits to be confirmed': `aigul-new-${mark}@example.kz`,
  'the e-mail of a company': `ofis-${mark}@example.kz`,
  'the name of a device': `Телефон ${mark}`,
  'the name of an authorised device': `Планшет ${mark}`,
  'a password': PASSWORD,
  'evidence of a re-identification': `Мен директормын ${mark}`,
  'an address for papers': `Үлгі көшесі ${mark}`,
  'evidence of a tax status': `Квитанция ${mark}`,
  'what documents are asked for': `Удостоверение ${mark}`,
  'documents of a verification': `Паспорт ${mark}`,
  'reasons of a suspension': `Подозрение ${mark}`,
  'an appeal': `Я ни при чём ${mark}`,
  'a message to a customer': `Приду завтра ${mark}`,
};
/** What the platform shows to others in lists, searches or documents, and where it is plain. */
const SHOWN: Record<string, [text: string, tables: string[]]> = {
  'the name of an account': [`Айгүл ${mark}`, ['account']],
  'a profile': [`Мастер ${mark}`, ['contractor_profile']],
  'the title of a task': [`Забор ${mark}`, ['task']],
};

const asPerson = ({ token }: Login, id: string): Person => ({ token, id }) as Person;

async function register(login: Login, given: object): Promise<{ id: string }> {
  const account = done(
    await withToken(api, login.token).post<{ id: string; kind: string; members: { person: string }[] }>(
      '/v1/accounts',
      await registration(api, login, given),
    ),
  );
  const [owner] = account.members;
  if (account.kind === 'company' && owner)
    done(await withToken(api, login.token).put('/v1/accounts/me/requisites', requisitesOfCompany('ТОО «Пример»', owner.person)));
  done(await withToken(api, login.token).post('/v1/offer/acceptances', await acceptance(api, asPerson(login, account.id))));
  return account;
}

it('reads no number, name of a device, IIN, e-mail, code, password or free text', async () => {
  const [staff, customer] = [await api.join(['operator']), await api.join(['customer'])];
  const of = (what: string) => SECRETS[what] as string;
  const shown = (what: string) => SHOWN[what]?.[0] as string;

  const login = await enter(api, NUMBER, { deviceName: of('the name of a device') });
  const account = await register(login, {
    ...{ roles: ['customer', 'contractor'], identifier: IIN, name: shown('the name of an account'), email: of('a confirmed e-mail') },
  });
  const person = asPerson(login, account.id);
  await confirmsEmail(api, account);
  const waiting = of('an e-mail that waits to be confirmed');
  done(await api.as(person).patch('/v1/accounts/me', { email: waiting, proof: await askCode(api, NUMBER, 'email') }));
  await authorise(api, login, newKey(), of('the name of an authorised device'));
  const confirm = await askCode(api, NUMBER, 'confirm');
  expect((await withToken(api, login.token).post('/v1/auth/password', { password: PASSWORD, ...confirm })).status).toBe(200);
  await does(api, person, account, 'describe', { profile: { headline: shown('a profile') } });
  done(await api.as(person).put('/v1/accounts/me/requisites', { name: 'Айгүл', address: of('an address for papers') }));
  await does(api, person, account, 'declare-tax-status', { status: 'selfEmployed', evidence: of('evidence of a tax status') });
  const task = await api.as(customer).postTask({ title: shown('the title of a task'), match: 'choice' });
  await api.as(person).command(task.id, 'respond', { version: 1, message: of('a message to a customer') });

  const company = await enter(api, anyNumber());
  const firm = await register(company, {
    ...{ kind: 'company', roles: ['customer'], identifier: BIN, email: of('the e-mail of a company') },
  });
  await does(api, asPerson(company, firm.id), firm, 'add-member', { number: MEMBER, roles: ['accountant'] });

  const { verification } = await does(api, staff, account, 'verify', { what: of('what documents are asked for'), kinds: ['identity'] });
  done(await api.as(person).post(`/v1/verifications/${verification}/submit`, { evidence: of('documents of a verification') }));
  await does(api, staff, account, 'suspend', { ground: 'complaints', reasons: of('reasons of a suspension') });
  await does(api, person, account, 'appeal', { reasons: of('an appeal') });
  const fresh = await askCode(api, NEW_NUMBER, 'reidentify');
  const asked = { number: NUMBER, ...fresh, proof: { documents: of('evidence of a re-identification') } };
  expect((await working((headers) => api.as().post('/v1/reidentifications', asked, { headers }))).status).toBe(202);
  // A code that is not used yet.
  const { code } = await askCode(api, NUMBER);
  // Only now are the notices sent: the latest text to a number was its code until here.
  await api.withWorker(() => until(() => emailCode(waiting), 'the letter with the code'));
  expect(await api.rows('select from email_code where account = $1', account.id)).not.toEqual([]);

  for (const [what, text] of Object.entries(SECRETS)) expect([what, await tablesWith(api.owner, text)]).toEqual([what, []]);
  // Six digits occur by chance, so a code is searched as a value of its own.
  expect(await api.rows(`select from code where code::text ~ ('\\m' || $1 || '\\M')`, code)).toEqual([]);
  for (const [what, [text, tables]] of Object.entries(SHOWN)) expect([what, await tablesWith(api.owner, text)]).toEqual([what, tables]);
  expect((await command(api, person, account, 'appeal', { reasons: 'x' })).status).not.toBe(200);

  // Control: the walk finds a value in any form.
  const [number] = [`+7702${String(randomInt(10_000_000)).padStart(7, '0')}`];
  await api.owner.query('create table leak (as_text text, as_json jsonb, as_bytes bytea)');
  for (const [column, value] of Object.entries({ as_text: number, as_json: JSON.stringify({ number }), as_bytes: Buffer.from(number) })) {
    await api.owner.query(`insert into leak (${column}) values ($1)`, [value]);
    expect([column, await tablesWith(api.owner, number)]).toEqual([column, ['leak']]);
    await api.owner.query('truncate leak');
  }
});
