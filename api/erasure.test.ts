/** What is left of a person who closed the account: a walk over every column after closing, and after each term (7.2). */
import { createHash, randomInt } from 'node:crypto';
import type { z } from 'zod';
import { bill } from '../activities/bill.ts';
import { eraseDue } from '../lives/erasure.ts';
import { verify } from '../lives/verify.ts';
import { requisitesOf } from '../local/fictitious-requisites.ts';
import { inTwoMonths, invoicePath } from '../testing/lives/invoices.ts';
import { pdfOf, sendPaper } from '../testing/lives/own-papers.ts';
import { asksToClose } from '../testing/people/closing.ts';
import { anyIdentifier } from '../testing/people/identifiers.ts';
import { liftLimits } from '../testing/people/limits.ts';
import type { Login } from '../testing/people/logins.ts';
import { askCode, authorise, enter, newKey, withToken } from '../testing/people/logins.ts';
import { anyNumber } from '../testing/people/people.ts';
import type { Account } from '../testing/people/registration.ts';
import { acceptance, confirmsEmail, does, done, registration } from '../testing/people/registration.ts';
import { testSealing } from '../testing/people/sealed.ts';
import { tablesWith } from '../testing/probes/plain-values.ts';
import { textOfPdf } from '../testing/texts/pdf-text.ts';
import type { Api, Person, Task } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';
import { until } from '../testing/worlds/world.ts';
import type { Paper } from './documents/schema.ts';
import type { TaskAnswer } from './tasks/schema.ts';

type PaperItem = z.output<typeof Paper>;

let api: Api;
beforeAll(async () => {
  api = await openApi({ sweeping: false });
  await liftLimits(api.owner);
});
afterAll(() => api.close());

/** The tables that have a text, also in a sealed column: what the operator itself could read. */
async function placesOf(text: string): Promise<string[]> {
  const found = await tablesWith(api.owner, text);
  for (const [name, sql] of Object.entries(SEALED)) {
    const { rows } = await api.owner.query<{ place: string; sealed: Buffer }>(sql);
    const [table = '', column = ''] = name.split('.');
    if (rows.some(({ place, sealed }) => testSealing().open(sealed, { table, column, row: place }).includes(text))) found.push(name);
  }
  return found.toSorted();
}

/** Each sealed column, with the place for which a value was sealed. */
const SEALED: Record<string, string> = {
  'person.number': 'select id as place, number as sealed from person where number is not null',
  'account.identifier': 'select id as place, identifier as sealed from account where identifier is not null',
  'account.kept_name': 'select id as place, kept_name as sealed from account where kept_name is not null',
  'device.name': 'select id as place, name as sealed from device where name is not null',
  'code.number': 'select id as place, number as sealed from code where number is not null and used_at is null and expires_at > now()',
  'offer_acceptance.statement': 'select id as place, statement as sealed from offer_acceptance where statement is not null',
  'saved_search.content': 'select id as place, content as sealed from saved_search',
  'erasable_text.sealed': `select life || ' ' || id as place, sealed from erasable_text where sealed is not null`,
};

const asPerson = ({ token }: Login, id: string): Person => ({ token, id }) as Person;

interface Somebody {
  login: Login;
  person: Person;
  number: string;
  /** The marks by which the data of this person are found. */
  data: Record<
    'number' | 'iin' | 'name' | 'email' | 'address' | 'card' | 'device' | 'profile' | 'offer' | 'wording' | 'message' | 'evidence',
    string
  >;
}

/** A person with an account and every kind of data that needs no deal. */
async function somebody(): Promise<Somebody> {
  const mark = String(randomInt(10_000_000, 100_000_000));
  const number = anyNumber();
  const data = {
    number,
    iin: anyIdentifier(),
    name: `Айгүл ${mark}`,
    email: `aigul-${mark}@example.kz`,
    address: `Үлгі көшесі ${mark}`,
    card: `token-of-card-${mark}`,
    device: `Телефон ${mark}`,
    profile: `Мастер ${mark}`,
    offer: `Черновик ${mark}`,
    wording: `Забор ${mark}`,
    message: `Приду завтра ${mark}`,
    evidence: `Паспорт ${mark}`,
  };
  const login = await enter(api, number, { deviceName: data.device });
  const given = { roles: ['customer', 'contractor'], identifier: data.iin, name: data.name, email: data.email };
  const account = done(await withToken(api, login.token).post<{ id: string }>('/v1/accounts', await registration(api, login, given)));
  const person = asPerson(login, account.id);
  done(await api.as(person).post('/v1/offer/acceptances', await acceptance(api, person)));
  await confirmsEmail(api, account);
  // Two versions: papers may pin the first.
  for (const more of [{}, requisitesOf(data.name)])
    done(await api.as(person).put('/v1/accounts/me/requisites', { ...more, name: data.name, address: data.address }));
  const to = { card: { token: data.card, lastFour: '4242' } };
  done(await api.as(person).put('/v1/accounts/me/payout-details', { to, proof: await askCode(api, number, 'payout') }));
  await authorise(api, login, newKey(), data.device);
  const confirm = await askCode(api, number, 'confirm');
  await withToken(api, login.token).post('/v1/auth/password', { password: `қызыл шатыр ${mark}`, ...confirm });
  await does(api, person, account, 'describe', { profile: { headline: data.profile, about: 'Плитка', services: [] } });
  return { login, person, number, data };
}

/** Also deals: one as the customer, one as the contractor, and a response that became none. */
async function dealer(other: Person, staff: Person, papers: Buffer[] = []): Promise<Somebody & { task: string; work: string }> {
  const own = await somebody();
  const { person, data } = own;
  const draft = await api.as(person).postTask({ title: data.offer, match: 'choice' });
  await api.as(person).command(draft.id, 'withdraw');
  const foreign = await api.as(other).postTask({ title: 'Not theirs', match: 'choice' });
  await api.as(person).command(foreign.id, 'respond', { version: 1, message: data.offer });
  const task = await finished(person, other, staff, { title: data.wording, place: `${data.wording}, 5` }, 'As agreed');
  const work = await finished(other, person, staff, { title: 'Of the other' }, data.message, papers);
  const { verification } = await does(api, staff, person, 'verify', { what: 'A passport', kinds: ['identity'] });
  done(await api.as(person).post(`/v1/verifications/${verification}/submit`, { evidence: data.evidence }));
  done(await api.as(staff).post(`/v1/verifications/${verification}/approve`, { version: 1 }));
  return { ...own, task, work };
}

/** A task that was done, approved, paid and its fee settled, with a message in it. A worker is running. */
async function finished(
  customer: Person,
  contractor: Person,
  staff: Person,
  given: object,
  message: string,
  papers: Buffer[] = [],
): Promise<string> {
  const { id } = await api.as(customer).postTask(given);
  await api.as(contractor).command(id, 'accept', { version: 1 });
  for (const bytes of papers) done(await sendPaper(api, contractor, id, bytes, { title: message, signers: 'contractor' }));
  for (const paper of papers.length === 0 ? [] : await ownPapersOf(contractor, id))
    done(await api.as(contractor).post(`${paper.signing}/sign`, { sha256: paper.sha256 }));
  await api.as(contractor).command(id, 'start');
  await api.as(contractor).command(id, 'submit', { note: message });
  await api.as(customer).command(id, 'approve');
  await api.as(contractor).command(id, 'confirm');
  await bill(api.worker, inTwoMonths());
  const invoice = await until(
    async () =>
      (
        await api.rows<{ id: string; principal: string }>(
          'select invoice.id, invoice.principal from invoice join bill_line on invoice = invoice.id join fee on fee = fee.id where parent = $1',
          `task/${id}`,
        )
      )[0],
    'the invoice',
  );
  done(
    await api.as(staff).post(`${invoicePath(invoice.id)}/record-payment`, {
      amount: Number(invoice.principal),
      paidOn: new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10),
    }),
  );
  return id;
}

const ownPapersOf = async (person: Person, task: string): Promise<PaperItem[]> =>
  (await api.as(person).get<{ items: PaperItem[] }>(`/v1/documents?of=task/${task}&kind=own-paper`)).body.items;

/** A day passes for what is kept of an account, or years. */
const pass = (account: string, time: string) =>
  api.owner.query(`update erasure set closed_at = closed_at - $2::interval, next_try = now() where account = $1`, [account, time]);
const erase = () => eraseDue(api.worker.lives);
const settled = async ({ id }: Person): Promise<unknown> =>
  until(
    async () => (await api.rows(`select from notice where account = $1 and status = 'waiting'`, id)).length === 0,
    'the notices to be sent',
  );
const close = async ({ person: { id, token }, number }: Somebody): Promise<void> => {
  await until(async () => (await asksToClose(api, { id, token, number })).status === 200, 'the account to be closed');
};
const openStages = async ({ id }: Person): Promise<string[]> =>
  (await api.rows<{ stage: string }>('select stage from erasure where account = $1 and done_at is null order by stage', id)).map(
    ({ stage }) => stage,
  );
/** The data of a person that are found, with where. */
async function found({ data }: Somebody): Promise<Record<string, string[]>> {
  const each = await Promise.all(Object.entries(data).map(async ([what, text]) => [what, await placesOf(text)] as const));
  return Object.fromEntries(each.filter(([, where]) => where.length > 0));
}
const verified = async (lives: string[]): Promise<unknown[]> =>
  (await Promise.all(lives.map(async (life) => [life, await verify(api.lives, life)]))).filter(([, fault]) => fault !== undefined);
const livesOf = async ({ id }: Person): Promise<string[]> =>
  (await api.rows<{ life: string }>('select distinct life from notice where account = $1 union select $2', id, `account/${id}`)).map(
    ({ life }) => life,
  );

/** With a worker, which sends the notices. */
const nothingIsLeft = async (): Promise<void> => {
  const somebodyElse = await somebody();
  const own = await somebody();
  const before = await found(somebodyElse);
  expect(Object.keys(await found(own))).toEqual(['number', 'iin', 'name', 'email', 'address', 'card', 'device', 'profile']);
  await close(own);
  await settled(own.person);
  await erase();
  expect(await found(own)).toEqual({});
  expect(await openStages(own.person)).toEqual(['traces']);
  await pass(own.person.id, '4 days');
  await erase();
  expect(await openStages(own.person)).toEqual([]);
  const traces = `select account::text as of from sms where account = $1 and number_hash <> '' union all select account::text from email_code where account = $1
      union all select subject::text from quota_use where subject = $1`;
  expect(await api.rows(traces, own.person.id)).toEqual([]);
  expect(await verified(await livesOf(own.person))).toEqual([]);
  // Who did not close the account loses nothing.
  expect(await found(somebodyElse)).toEqual(before);
  const again = await enter(api, own.number);
  expect(again.person.id).not.toBe(own.login.person.id);
  expect(
    (await withToken(api, again.token).post('/v1/accounts', await registration(api, again, { identifier: own.data.iin }))).status,
  ).toBe(201);
};
it('leaves nothing of who had no deal, at once, and the number registers anew', () => api.withWorker(nothingIsLeft));

const termsPass = async (): Promise<void> => {
  const [staff, other] = [await api.join(['operator']), await api.join(['customer', 'contractor'])];
  // One of them is a paper of another deal too.
  const [alone, shared] = [await pdfOf('Alone'), await pdfOf('Shared')];
  await finished(other, await api.join(['contractor']), staff, {}, 'As agreed', [shared]);
  const own = await dealer(other, staff, [alone, shared]);
  const { person, data, task } = own;
  const told = (await api.as(person).get<Account>('/v1/accounts/me')).body.retention;
  expect(told.map(({ until: from }) => from?.slice(0, 4) ?? null)).toEqual([
    null,
    null,
    expect.any(String),
    String(new Date().getFullYear() + 3),
    String(new Date().getFullYear() + 5),
  ]);
  await close(own);
  await settled(person);
  await erase();

  // At once: what describes the account, how the person logs in, and what became no deal.
  const left = await found(own);
  expect(Object.keys(left)).toEqual(['number', 'iin', 'name', 'address', 'card', 'wording', 'message', 'evidence']);
  expect(left.number).toEqual(['offer_acceptance.statement']);
  expect(left.name).toEqual(['account.kept_name', 'document', 'erasable_text.sealed', 'offer_acceptance.statement']);
  expect(left.address).toEqual(['document', 'erasable_text.sealed']);
  expect(left.iin).toEqual(['account.identifier', 'document', 'offer_acceptance.statement']);
  expect(await openStages(person)).toEqual(['evidence', 'papers', 'traces']);

  // The other party sees that something is gone, in their language, and keeps the papers.
  const shown = async (as: Person, language?: string) =>
    (await api.as(as).get<Task & z.output<typeof TaskAnswer>>(`/v1/tasks/${task}`, language ? { language } : {})).body;
  expect((await shown(other, 'kk')).postedBy?.name).toBe('[өшірілген]');
  expect((await shown(other, 'ru')).title).toBe(data.wording);
  const [paper] = await api.rows<{ document: string }>(
    `select document from document_of_life where life like 'signing/' || $1 || '/%'`,
    task,
  );
  const read = () => api.as(other).get<string>(`/v1/documents/${paper?.document}/content`);
  expect(await textOfPdf(Buffer.from((await read()).body, 'latin1'))).toContain(data.name);
  const kept = (await api.as(staff).get<Account>(`/v1/accounts/${person.id}`)).body;
  expect(kept).toMatchObject({
    name: data.name,
    email: null,
    identifier: `${data.iin.slice(0, 6)}••••${data.iin.slice(-2)}`,
    profile: null,
  });
  expect(kept.retention.filter(({ erasedAt }) => erasedAt !== null)).toHaveLength(2);
  expect(await verified(await livesOf(person))).toEqual([]);

  await pass(person.id, '2 years 364 days');
  await erase();
  expect(Object.keys(await found(own))).toEqual(['number', 'iin', 'name', 'address', 'card', 'wording', 'message', 'evidence']);
  // A day more than the term asks for: the days of Almaty were an hour longer ahead of UTC before March 2024.
  await pass(person.id, '4 days');
  await erase();
  expect(Object.keys(await found(own))).toEqual(['number', 'iin', 'name', 'address', 'card', 'wording']);
  expect(await verified(await livesOf(person))).toEqual([]);

  await pass(person.id, '4 years');
  await erase();
  expect(await found(own)).toEqual({});
  expect(await openStages(person)).toEqual([]);
  expect(await verified([...(await livesOf(person)), `task/${task}`])).toEqual([]);
  for (const [language, words] of [
    ['kk', '[өшірілген]'],
    ['ru', '[удалено]'],
    ['en', '[erased]'],
  ] as const)
    for (const as of [other, staff]) expect((await shown(as, language)).title).toBe(words);
  expect((await read()).problem?.code).toBe('erased');
  expect((await api.as(staff).get<Account>(`/v1/accounts/${person.id}`)).body).toMatchObject({ name: '[erased]', identifier: null });
  for (const path of ['', '/events', '/notices']) {
    expect([path, (await api.as(other).get(`/v1/tasks/${task}${path}`)).status]).toEqual([path, 200]);
    expect([path, (await api.as(staff).get(`/v1/accounts/${person.id}${path}`)).status]).toEqual([path, 200]);
  }
  // The bytes of a paper of several deals go with the last of them, and its title is its author's.
  expect((await ownPapersOf(other, own.work)).map(({ sha256, erased, title }) => [sha256, erased, title])).toEqual(
    [shared, alone].map((bytes) => [createHash('sha256').update(bytes).digest('hex'), bytes === alone, null]),
  );
  expect(await verified((await ownPapersOf(other, own.work)).map(({ reference }) => `signing/${reference}`))).toEqual([]);
  // Who did not close the account loses no word.
  expect((await api.as(other).get<Task>(`/v1/tasks/${own.work}`)).body.title).toBe('Of the other');
  expect(await api.rows('select from erasable_text where author = $1', other.id)).not.toEqual([]);
  expect(await api.rows('select from erasable_text where author = $1 and sealed is null', other.id)).toEqual([]);
};
it('keeps what the law and others need until its term, and then erases it too', () => api.withWorker(termsPass));

const claimComesLater = async (): Promise<void> => {
  const [staff, other] = [await api.join(['operator']), await api.join(['customer', 'contractor'])];
  const own = await dealer(other, staff);
  await close(own);
  await settled(own.person);
  await erase();
  const claim = {
    against: 'counterparty',
    about: 'damages',
    task: own.work,
    amount: 500_000,
    demand: 'It fell down',
    calculation: [{ what: 'A fence', amount: 500_000 }],
  };
  const { id } = done(await api.as(other).post<{ id: string }>('/v1/disputes', claim));
  const papers = async () =>
    (await api.as(other).get<{ items: PaperItem[] }>(`/v1/documents?of=dispute/${id}`)).body.items.map(({ kind, erased, links }) => ({
      ...{ kind, erased },
      content: links.content,
    }));
  const [paper] = await until(async () => ((await papers()).length > 0 ? papers() : undefined), 'the claim as a paper');
  const read = () => api.as(other).get<string>(paper?.content ?? '');
  await pass(own.person.id, '20 years');
  await erase();
  expect(Object.keys(await found(own))).toEqual(['number', 'iin', 'name', 'address', 'card', 'wording', 'message', 'evidence']);
  const faults = await api.rows('select distinct fault from erasure where account = $1 and done_at is null', own.person.id);
  expect(faults).toEqual([{ fault: 'something of the account goes on' }]);
  expect([paper?.kind, paper?.erased, (await read()).status]).toEqual(['claim', false, 200]);
  done(await api.as(other).post(`/v1/disputes/${id}/drop`, {}));
  await until(async () => {
    await pass(own.person.id, '1 day');
    await erase();
    return (await openStages(own.person)).length === 0;
  }, 'the rest to be erased');
  expect(await found(own)).toEqual({});
  // The paper names both. It goes with the papers of the first of them; its record stays for the other.
  expect([(await papers()).map(({ kind, erased }) => [kind, erased]), (await read()).problem?.code]).toEqual([[['claim', true]], 'erased']);
  expect(await verified([`dispute/${id}`, ...(await livesOf(own.person))])).toEqual([]);
};
it('destroys no evidence of a claim that is made after the account was closed', () => api.withWorker(claimComesLater));
