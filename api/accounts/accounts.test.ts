import { randomInt } from 'node:crypto';
import { checkDigit } from '../../rules/identifiers.ts';
import type { Api, Person } from '../../testing/api.ts';
import { openApi, posting } from '../../testing/api.ts';
import { createNewcomer } from '../../testing/people.ts';
import { CHECKBOX } from '../offer/acceptances.ts';

let api: Api;
let staff: Person;
beforeAll(async () => {
  api = await openApi();
  staff = await api.join(['operator']);
});
afterAll(() => api.close());

interface Account {
  id: string;
  state: string;
  name: string;
  identifier: string | null;
  offer: { inForce: string; accepted: { acceptance: string; form: string } | null; next: string | null };
  commands: { name: string }[];
  mayAct: boolean;
  mayBegin: boolean;
  paused: boolean;
  members: { person: string; number: string; roles: string[] }[];
  sanction: { ground: string | null; reasons: string | null } | null;
}

/** An IIN or a BIN that no other test has. */
function anyIdentifier(kind: 'natural' | 'company'): string {
  for (;;) {
    const eleven = `${kind === 'company' ? '240140' : '900101300'}${String(randomInt(kind === 'company' ? 100_000 : 100)).padStart(kind === 'company' ? 5 : 2, '0')}`;
    const last = checkDigit(eleven);
    if (last !== undefined) return `${eleven}${last}`;
  }
}

const consent = async (): Promise<string> =>
  (await api.as().get<{ items: { sha256: string }[] }>('/v1/personal-data/consent')).body.items[0]?.sha256 as string;

async function register(given: object = {}): Promise<{ person: Person & { person: string }; account: Account }> {
  const person = await createNewcomer(api.owner);
  const { body, problem } = await api.as(person).post<Account>('/v1/accounts', {
    kind: 'natural',
    roles: ['contractor'],
    name: 'Айгүл',
    email: 'aigul@example.kz',
    identifier: anyIdentifier('natural'),
    consent: await consent(),
    ...given,
  });
  if (problem) throw new Error(JSON.stringify(problem));
  return { person: { ...person, id: body.id }, account: body };
}

async function accept(person: Person, form: { checkbox?: boolean; statement?: boolean }): Promise<void> {
  const { sha256: revision } = (await api.as().get<{ sha256: string }>('/v1/offer')).body;
  const statement = form.statement ? (await api.as(person).get<{ sha256: string }>('/v1/offer/statement')).body.sha256 : undefined;
  const { problem } = await api.as(person).post('/v1/offer/acceptances', {
    act: 'accept',
    revision,
    ...(form.checkbox && { checkbox: CHECKBOX }),
    ...(statement && { statement }),
  });
  if (problem) throw new Error(JSON.stringify(problem));
}

it('a contractor registers, ticks the box, and may respond', async () => {
  const { person, account } = await register();
  expect(account).toMatchObject({ state: 'active', name: 'Айгүл', offer: { accepted: null, next: 'accept' } });
  expect(account.identifier).toMatch(/^900101••••\d\d$/);
  const customer = await api.join(['customer']);
  const task = await api.as(customer).postTask();
  const refused = await api.as(person).post(`/v1/tasks/${task.id}/accept`, { version: 1 });
  expect(refused.problem).toMatchObject({ code: 'offer-not-accepted', clause: '2.1', next: { href: '/v1/offer/acceptances' } });
  await accept(person, { checkbox: true });
  expect((await api.as(person).post(`/v1/tasks/${task.id}/accept`, { version: 1 })).status).toBe(200);
  const me = (await api.as(person).get<Account>('/v1/accounts/me')).body;
  expect(me.offer).toMatchObject({ accepted: { form: 'checkbox' }, next: null });
});

it('a company confirms its accession statement and posts', async () => {
  const { person } = await register({ kind: 'company', roles: ['customer'], name: 'ТОО Строй', identifier: anyIdentifier('company') });
  await accept(person, { statement: true });
  expect((await api.as(person).post('/v1/tasks', posting())).status).toBe(201);
});

it('suspended, an account finishes and begins nothing', async () => {
  const { person, account } = await register({ roles: ['customer'] });
  await accept(person, { statement: true });
  const task = await api.as(person).postTask();
  const done = await api.as(staff).post<Account>(`/v1/accounts/${account.id}/suspend`, { ground: 'laundering', reasons: 'A report' });
  expect(done.body).toMatchObject({ mayAct: true, mayBegin: false, sanction: { ground: null, reasons: 'laundering: A report' } });
  expect((await api.as(person).get<Account>('/v1/accounts/me')).body.sanction).toMatchObject({ ground: null, reasons: null });
  expect((await api.as(person).post('/v1/tasks', posting())).problem?.code).toBe('account-suspended');
  expect((await api.as(person).post(`/v1/tasks/${task.id}/withdraw`)).status).toBe(200);
});

it('reported access ends every session at once', async () => {
  const { person, account } = await register();
  expect((await api.as(person).post(`/v1/accounts/${account.id}/report-access`, { reasons: 'A stranger' })).status).toBeLessThan(500);
  expect((await api.as(person).get('/v1/accounts/me')).status).toBe(401);
});
